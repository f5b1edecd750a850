"""Which emirate a pin seems to lie in: enough to ask about it, never to decide.

The borders of the emirates are not drawn here; Sharjah alone lies in six pieces. Known are some
towns of each, from GeoNames (geonames.org, CC BY 4.0, as of 2026), to a hundredth of a degree.
Three of GeoNames' own are put to the emirate that they belong to: Dibba Al-Hisn and the edge of
Kalba to Sharjah, Murbah to Fujairah; University City is added, beside the border to Dubai. Left out
are places that are streets of a town listed here.
"""

from __future__ import annotations

from math import cos, hypot, radians

TOWNS: dict[str, tuple[tuple[float, float], ...]] = {
    "abu-dhabi": (
        (24.45, 54.40),  # Abu Dhabi
        (24.36, 54.48),  # Musaffah
        (24.43, 54.61),  # Khalifa City, Masdar
        (24.35, 54.55),  # Mohammed Bin Zayed City
        (24.31, 54.63),  # Bani Yas
        (24.39, 54.71),  # Al Shamkhah
        (24.19, 55.76),  # Al Ain
        (24.46, 55.34),  # Sweihan
        (24.58, 55.75),  # Al Hayer
        (24.71, 55.67),  # Al Faqa
        (23.75, 55.33),  # Al Wiqan
        (23.85, 55.53),  # Al Araad
        (23.65, 53.71),  # Madinat Zayed
        (23.14, 53.79),  # Muzairaa, Liwa
        (24.11, 52.73),  # Ruwais
    ),
    "ajman": (
        (25.40, 55.48),  # Ajman
        (25.40, 55.43),  # Al Rumailah
        (25.42, 55.51),  # Al Jurf
        (25.40, 55.53),  # Al Hamidiyah
        (24.81, 56.11),  # Masfout
        (25.33, 56.02),  # Al Manamah
    ),
    "dubai": (
        (25.08, 55.31),  # Dubai, Al Barsha South
        (25.20, 55.26),  # Jumeirah, Al Wasl
        (25.25, 55.30),  # Bur Dubai, Karama
        (25.27, 55.32),  # Deira
        (25.29, 55.34),  # Al Waheda
        (25.28, 55.37),  # Al Qusais
        (25.24, 55.46),  # Al Mizhar
        (25.22, 55.41),  # Mirdif, Al Warqa
        (25.25, 55.49),  # Al Khawaneej
        (25.17, 55.41),  # Warsan, International City
        (25.12, 55.39),  # Silicon Oasis
        (25.15, 55.21),  # Umm Suqeim
        (25.09, 55.15),  # Marina
        (25.00, 55.11),  # Jebel Ali
        (25.03, 55.25),  # Damac Hills
        (24.93, 55.48),  # Al Lisaili
        (25.04, 55.59),  # Lahbab
        (24.90, 55.63),  # Margham
        (24.80, 56.13),  # Hatta
    ),
    "fujairah": (
        (25.12, 56.34),  # Fujairah
        (25.15, 56.25),  # Reef Al Fujairah
        (25.28, 56.36),  # Murbah
        (25.59, 56.26),  # Dibba Al-Fujairah
    ),
    "ras-al-khaimah": (
        (25.79, 55.94),  # Ras Al Khaimah
        (25.71, 55.81),  # Al Jazirah Al Hamra
        (25.88, 56.02),  # Al Rams
        (26.03, 56.08),  # Sha'am
    ),
    "sharjah": (
        (25.33, 55.41),  # Sharjah
        (25.35, 55.42),  # Halwan
        (25.32, 55.39),  # Al Majaz
        (25.29, 55.48),  # University City, Muwaileh
        (25.32, 55.63),  # Al Sajaa
        (25.48, 55.53),  # Al Hamriyah
        (25.29, 55.88),  # Al Dhaid
        (25.14, 55.88),  # Mleiha
        (24.97, 55.78),  # Al Madam
        (25.33, 56.34),  # Khor Fakkan
        (25.05, 56.35),  # Kalba
        (25.07, 56.33),  # Kalba, its edge
        (25.62, 56.27),  # Dibba Al-Hisn
    ),
    "umm-al-quwain": (
        (25.57, 55.56),  # Umm Al Quwain
        (25.55, 55.69),  # Al Raafah
    ),
}
KILOMETRES = 111.2  # of a degree of latitude
CLEARLY = 2.0
NEAR = 25.0
"""A pin is doubted where another emirate's town is so near, and twice as near as any own one."""


def seems_in(latitude: float, longitude: float, chosen: str) -> str:
    """The emirate that a pin (WGS 84 degrees) clearly seems to lie in instead of the chosen one.

    Empty where it may well lie in that: near a border, or far from every town.
    """
    away = {
        emirate: min(distance(latitude, longitude, town) for town in towns)
        for emirate, towns in TOWNS.items()
    }
    nearest = min(away, key=lambda emirate: away[emirate])
    doubted = away[nearest] <= NEAR and away[nearest] * CLEARLY < away[chosen]
    return nearest if nearest != chosen and doubted else ""


def distance(latitude: float, longitude: float, town: tuple[float, float]) -> float:
    """The kilometres between a pin and a town, as far as the Emirates reach."""
    north = latitude - town[0]
    east = (longitude - town[1]) * cos(radians(latitude))
    return KILOMETRES * hypot(north, east)
