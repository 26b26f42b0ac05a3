"""Training of the shipped encoder: corpus readers, heads, export. Needs the `train` extra."""
