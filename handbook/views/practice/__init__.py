"""The pages to practise on: questions, decisions, estimates, and the reader's own system."""
