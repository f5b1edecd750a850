"""Pins: everyone who lives in the Emirates is inside, and the neighbours' cities are not."""

from __future__ import annotations

import pytest

from models.kernel.emirates import in_emirates

INSIDE = {
    "Al Rahmaniya": (25.33, 55.60),
    "Dubai": (25.20, 55.27),
    "Abu Dhabi": (24.45, 54.38),
    "Ajman": (25.41, 55.44),
    "Umm Al Quwain": (25.56, 55.55),
    "Ras Al Khaimah": (25.79, 55.95),
    "Sha'am": (26.03, 56.08),
    "Fujairah": (25.12, 56.34),
    "Khor Fakkan": (25.34, 56.36),
    "Kalba": (25.03, 56.36),
    "Dibba Al Hisn": (25.62, 56.27),
    "Hatta": (24.80, 56.12),
    "Masfout": (24.83, 56.05),
    "Al Ain": (24.21, 55.76),
    "Mezyad": (24.04, 55.85),
    "Liwa": (23.13, 53.77),
    "Sila": (24.08, 51.77),
    "Dalma": (24.50, 52.31),
}
OUTSIDE = {
    "Doha": (25.29, 51.53),
    "Muscat": (23.60, 58.40),
    "Sohar": (24.35, 56.75),
    "Khasab": (26.18, 56.24),
    "Ibri": (23.20, 56.50),
    "Riyadh": (24.70, 46.70),
    "Manama": (26.20, 50.60),
    "Bandar Abbas": (27.20, 56.30),
    "nowhere": (0.0, 0.0),
    "the South Pole": (-90.0, 0.0),
    "turned round": (55.57, 25.33),
    "no number": (float("nan"), float("nan")),
}


@pytest.mark.parametrize("name", INSIDE)
def test_in_the_emirates(name: str) -> None:
    assert in_emirates(*INSIDE[name])


@pytest.mark.parametrize("name", OUTSIDE)
def test_not_in_the_emirates(name: str) -> None:
    assert not in_emirates(*OUTSIDE[name])
