"""Browsing, searching and the cart."""
