"""The checks: each a short generator of Problems, named for what is wrong; the catalogue lists them."""
