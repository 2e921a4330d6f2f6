"""The parts of `scripts/bench.py`: what is built, how it is measured, and how it is printed."""
