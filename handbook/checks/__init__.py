"""The checks. Each is a generator of findings, named after the fault that it finds; `catalogue` lists them."""
