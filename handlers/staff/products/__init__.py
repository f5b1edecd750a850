"""The catalogue: adding and changing products."""
