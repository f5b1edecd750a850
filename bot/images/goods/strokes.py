"""What the drawings of goods are made of: outlines over a soft tone, in a square of 100 units."""

import math

from bot.images.pen import Pen, Point, bezier

W = 3.6
"""The width of an outline."""
THIN = 2.4
"""The width of what is drawn within one."""


def shape(tone: Pen, line: Pen, *outline: Point, width: float = W) -> None:
    """A thing with a soft ground and an outline."""
    tone.polygon(*outline)
    line.line(*outline, width=width, closed=True)


def cover(tone: Pen, line: Pen, *outline: Point, width: float = W) -> None:
    """As `shape`, in front of what was drawn before."""
    line.polygon(*outline, ink=0)
    shape(tone, line, *outline, width=width)


def blank(tone: Pen, line: Pen, *outline: Point, width: float = W) -> None:
    """An outline in front of what was drawn before, without a ground."""
    line.polygon(*outline, ink=0)
    tone.polygon(*outline, ink=0)
    line.line(*outline, width=width, closed=True)


def oval(
    x: float, y: float, across: float, down: float, start: float = 0, end: float = 360
) -> list[Point]:
    """Points of an ellipse by its half widths; degrees run clockwise from the right."""
    steps = 48
    angles = (math.radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return [(x + across * math.cos(angle), y + down * math.sin(angle)) for angle in angles]


def tilt(points: list[Point], x: float, y: float, degrees: float) -> list[Point]:
    """The points turned clockwise round (x, y)."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [
        (x + (px - x) * cos - (py - y) * sin, y + (px - x) * sin + (py - y) * cos)
        for px, py in points
    ]


def mirror(points: list[Point]) -> list[Point]:
    """The points on the other side of the middle, in the opposite order."""
    return [(100 - x, y) for x, y in reversed(points)]


def both_sides(*left: Point) -> list[Point]:
    """An outline that is the same on both sides, from its left side given from top to foot."""
    return [*left, *mirror(list(left))]


def curve_through(*corners: Point) -> list[Point]:
    """Points along Bézier curves: an end, two corners, an end, two corners, an end…"""
    found: list[Point] = []
    for at in range(0, len(corners) - 3, 3):
        found += bezier(corners[at], corners[at + 1], corners[at + 2], corners[at + 3], 18)
    return found


def dots(pen: Pen, radius: float, *places: Point) -> None:
    """Small discs, such as seeds, grains and beads."""
    for x, y in places:
        pen.disc(x, y, radius)


def steam(line: Pen, *places: Point) -> None:
    """Threads of steam that rise from these points."""
    for x, y in places:
        line.curve((x, y), (x + 6, y - 5), (x - 6, y - 10), (x, y - 15), THIN)
