"""What `scripts/attack.py` tries: each module holds promises, and what is done to break them."""
