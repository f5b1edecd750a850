"""The bazaar as visitors see it."""
