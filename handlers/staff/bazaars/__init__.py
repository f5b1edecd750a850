"""Bazaars and their days."""
