"""The fixes of mistakes that have one mechanical remedy. Each is a function from text to text; `repair` runs them."""
