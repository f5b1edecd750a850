"""Drawings of goods by family: each a function that draws one thing with two pens."""
