"""The checks: each a short generator of findings, named for what is wrong; the catalogue lists them."""
