"""Pictures drawn from the data: diagrams and charts, as values that a template prints as SVG."""
