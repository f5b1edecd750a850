"""A place on a map outside: the one tap from which a courier finds the way."""

from __future__ import annotations


def map_url(latitude: float, longitude: float) -> str:
    """The address of that pin (WGS 84 degrees) in Google Maps' documented form (api=1)."""
    return f"https://www.google.com/maps/search/?api=1&query={latitude:.6f},{longitude:.6f}"
