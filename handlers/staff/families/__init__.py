"""Brands and who answers for them."""
