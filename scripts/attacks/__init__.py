"""The attacks of `scripts/attack.py`: each module has promises, and trials that try to break them."""
