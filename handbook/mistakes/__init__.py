"""Mistakes in the syntax of YAML files, as people make them."""
