"""Goods of families: taken in, given back, written off, counted; and what they offer."""
