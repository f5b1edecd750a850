"""The productive families."""
