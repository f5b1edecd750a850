"""Places: whether a pin lies in the Emirates."""

from __future__ import annotations

# A rough outline in WGS 84 (longitude, latitude), drawn a few kilometres outside the borders and
# round the islands: a courier calls anyway, so that nobody who lives at a border is turned away.
OUTLINE = (
    (51.45, 24.05),
    (51.55, 24.45),
    (52.60, 25.60),
    (55.00, 26.00),
    (56.02, 26.20),
    (56.20, 26.05),
    (56.20, 25.68),
    (56.50, 25.68),
    (56.50, 24.95),
    (56.30, 24.70),
    (55.95, 24.70),
    (55.85, 24.40),
    (56.05, 24.10),
    (55.60, 23.80),
    (55.60, 23.40),
    (55.30, 23.00),
    (55.30, 22.60),
    (55.10, 22.50),
    (52.50, 22.85),
    (51.90, 22.95),
)


def in_emirates(latitude: float, longitude: float) -> bool:
    """Whether a pin (WGS 84 degrees) lies in the Emirates, with a few kilometres to spare."""
    inside = False
    for (x1, y1), (x2, y2) in zip(OUTLINE, OUTLINE[1:] + OUTLINE[:1], strict=True):
        if (y1 > latitude) != (y2 > latitude):
            crossing = x1 + (latitude - y1) / (y2 - y1) * (x2 - x1)
            inside ^= longitude < crossing
    return inside
