"""Ways outside: a place on a map, from which a courier finds the way, and a chat with a phone."""

from __future__ import annotations

from urllib.parse import quote_plus

from handlers.dialog.layout import cut

MOST_PART = 80


def map_url(latitude: float, longitude: float) -> str:
    """The address of that pin (WGS 84 degrees) in Google Maps' documented form (api=1)."""
    return f"https://www.google.com/maps/search/?api=1&query={latitude:.6f},{longitude:.6f}"


def address_url(*parts: str) -> str:
    """The address of a search for these parts of an address, in the same documented form."""
    sought = ", ".join(cut(part, MOST_PART) for part in parts if part)
    return f"https://www.google.com/maps/search/?api=1&query={quote_plus(sought)}"


def place_url(
    emirate: str, area: str, address: str, latitude: float | None, longitude: float | None
) -> str:
    """The way to the pin where there is one (WGS 84 degrees), else a search for the address."""
    if latitude is not None and longitude is not None:
        return map_url(latitude, longitude)
    return address_url(address, area, emirate.replace("-", " ").title(), "UAE")


def whatsapp_url(phone: str) -> str:
    """The address of a WhatsApp chat with that phone (E.164), as WhatsApp documents it."""
    return f"https://wa.me/{phone.removeprefix('+')}"
