"""Pieces of screens that several audiences see."""
