"""The version, in a module of its own: whatever reads pages writes it into its records."""

VERSION = "0.1.0"
