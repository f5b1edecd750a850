"""The bazaars: when and where they are, and who is reminded."""
