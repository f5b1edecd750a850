"""The desk, and what the rooms of staff share."""
