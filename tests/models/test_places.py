"""Pins in the Emirates, and just outside."""

import pytest

from models.places import in_emirates

IN = {
    "Sharjah, Al Rahmaniya": (25.33, 55.57),
    "Dubai": (25.20, 55.27),
    "Abu Dhabi": (24.45, 54.38),
    "Khor Fakkan": (25.34, 56.35),
    "Kalba": (25.07, 56.36),
    "Dibba Al Hisn": (25.62, 56.27),
    "Ras Al Khaimah": (25.79, 55.94),
    "Al Ain": (24.21, 55.74),
    "Liwa": (23.13, 53.77),
    "Al Sila": (24.04, 51.76),
    "Hatta": (24.80, 56.12),
}
OUT = {
    "Muscat": (23.59, 58.41),
    "Doha": (25.29, 51.53),
    "Riyadh": (24.71, 46.68),
    "Bandar Abbas": (27.19, 56.28),
    "Sohar": (24.34, 56.73),
    "nowhere": (0.0, 0.0),
    "turned round": (55.57, 25.33),
}


@pytest.mark.parametrize("place", IN)
def test_a_place_in_the_emirates(place: str) -> None:
    assert in_emirates(*IN[place])


@pytest.mark.parametrize("place", OUT)
def test_a_place_outside(place: str) -> None:
    assert not in_emirates(*OUT[place])
