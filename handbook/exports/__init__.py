"""Generated files other than pages: data for the site's scripts, stylesheets, types and headers."""
