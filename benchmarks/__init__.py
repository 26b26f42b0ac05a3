"""Accuracy and speed, ours beside the peers', with pinned floors.

Run from the repository's root: `python -m benchmarks NAME [--data DIR] [--json]`. A corpus's text
is read from DIR and never copied; what is kept is in `floors.json`.
"""
