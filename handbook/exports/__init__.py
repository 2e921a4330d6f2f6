"""The knowledge for programs: indexes that the site's own scripts read."""
