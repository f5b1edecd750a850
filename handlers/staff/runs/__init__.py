"""Runs: the courier's own, and all of them for the desk."""
