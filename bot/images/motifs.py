"""The patterns: a field for the ground of a panel, a band for its edge, a frame for an emblem.

Everything is a mask, drawn once and kept: the colours come when it is laid on a picture.
"""

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from PIL import Image

from bot.images.pen import Pen, Point, around, bezier, star
from handlers.dialog.pictures import PackageKey

Shape = Literal["arch", "star", "circle", "octagon"]
SHAPES: tuple[Shape, ...] = ("arch", "star", "circle", "octagon")


def girih(pen: Pen) -> None:
    """The lattice of eight-pointed stars and crosses."""
    reach = 76.0
    for row in range(math.ceil(pen.foot / reach / 2) + 1):
        for column in range(math.ceil(pen.right / reach / 2) + 1):
            x, y = column * reach * 2, row * reach * 2
            pen.line(*star(x, y, reach, reach * 0.765), width=3, closed=True)
            pen.line(*star(x, y, reach * 0.46, reach * 0.352), width=3, closed=True)
            pen.line(
                *star(x + reach, y + reach, reach * 0.33, reach * 0.1, 4), width=3, closed=True
            )


def fronds(pen: Pen) -> None:
    """Palm fronds that bend in from the corners."""
    right, foot = pen.right, pen.foot
    _frond(pen, (-30, foot + 20), (right * 0.08, foot * 0.25), (right * 0.3, -foot * 0.02), 1)
    _frond(pen, (-30, foot * 0.35), (right * 0.12, foot * 0.02), (right * 0.26, foot * 0.35), 1)
    _frond(pen, (right + 30, foot + 20), (right * 0.92, foot * 0.25), (right * 0.7, -10), -1)
    _frond(
        pen, (right + 30, foot * 0.35), (right * 0.88, foot * 0.02), (right * 0.74, foot * 0.35), -1
    )
    _frond(pen, (right * 0.3, foot + 40), (right * 0.4, foot * 0.6), (right * 0.62, foot * 0.62), 1)
    _frond(pen, (right * 0.34, -40), (right * 0.5, foot * 0.3), (right * 0.68, foot * 0.16), 1)


def _frond(pen: Pen, root: Point, bend: Point, tip: Point, side: int) -> None:
    spine = bezier(root, bend, bend, tip, 20)
    pen.sweep(root, bend, bend, tip, (9, 6, 2))
    for index in range(3, len(spine)):
        (x, y), (before_x, before_y) = spine[index], spine[index - 1]
        along = math.atan2(y - before_y, x - before_x)
        reach = 118 * math.sin(math.pi * (0.16 + 0.8 * index / len(spine)))
        for turn in (-0.75, 0.75):
            end = (x + reach * math.cos(along + turn), y + reach * math.sin(along + turn))
            droop = (x + reach * 0.55 * math.cos(along + turn * 0.5 * side), y + reach * 0.3)
            middle = ((droop[0] + end[0]) / 2, (y + end[1]) / 2)
            pen.sweep((x, y), middle, middle, end, (3, 11, 7, 1))


def smoke(pen: Pen) -> None:
    """Threads of incense smoke, which run like the grain of oud wood."""
    right, foot = pen.right, pen.foot
    for thread in range(22):
        x = right * (thread + 0.5) / 22
        sway = 70 + 46 * math.sin(thread * 1.7)
        lean = 34 * math.cos(thread * 0.9)
        middle = foot * (0.46 + 0.1 * math.sin(thread))
        pen.sweep(
            (x, foot + 10),
            (x - sway, foot * 0.8),
            (x + sway, middle + foot * 0.12),
            (x + lean, middle),
            (2, 11, 5),
        )
        pen.sweep(
            (x + lean, middle),
            (x + lean * 2 - sway, middle - foot * 0.12),
            (x + sway, foot * 0.16),
            (x + lean, -10),
            (5, 9, 2),
        )


def arches(pen: Pen) -> None:
    """Pointed arches in rows, each with a drop within."""
    wide, high = 128.0, 118.0
    for row in range(math.ceil(pen.foot / high) + 2):
        for column in range(math.ceil(pen.right / wide) + 2):
            x = column * wide - (wide / 2 if row % 2 else 0)
            y = row * high + 20
            for share, thick in ((1.0, 3.5), (0.76, 3.0)):
                half = wide / 2 * share
                apex = y - high * (0.98 if share == 1 else 0.72)
                pen.curve(
                    (x - half, y), (x - half, y - high * 0.5), (x - 8, apex + 30), (x, apex), thick
                )
                pen.curve(
                    (x + half, y), (x + half, y - high * 0.5), (x + 8, apex + 30), (x, apex), thick
                )
            drop = bezier((x, y - 58), (x + 26, y - 24), (x + 20, y - 4), (x, y - 4))
            pen.polygon(*drop, *[(2 * x - px, py) for px, py in reversed(drop)])


def weave(pen: Pen) -> None:
    """Bands of sadu weaving: combs, teeth, diamonds and plain lines."""
    y, turn = -14.0, 0
    while y < pen.foot:
        high = (30.0, 64.0, 30.0, 92.0)[turn % 4]
        pen.box(0, y, pen.right, y + 4)
        (_combs, _teeth, _combs, _diamonds)[turn % 4](pen, y + 12, high - 16)
        pen.box(0, y + high, pen.right, y + high + 4)
        y += high + 14
        turn += 1


def _combs(pen: Pen, y: float, high: float) -> None:
    for index in range(math.ceil(pen.right / 16)):
        pen.box(index * 16, y, index * 16 + 8, y + high)


def _teeth(pen: Pen, y: float, high: float) -> None:
    step = 48.0
    for index in range(math.ceil(pen.right / step) + 1):
        x = index * step
        pen.polygon((x, y + high), (x + step / 2, y), (x + step, y + high))
        pen.polygon(
            (x + 14, y + high), (x + step / 2, y + high * 0.55), (x + step - 14, y + high), ink=0
        )


def _diamonds(pen: Pen, y: float, high: float) -> None:
    step, middle = 96.0, y + high / 2
    for index in range(math.ceil(pen.right / step) + 1):
        x = index * step + step / 2
        for share, ink in ((1.0, 255), (0.72, 0), (0.5, 255), (0.2, 0)):
            across, up = step / 2 * share, high / 2 * share
            pen.polygon(
                (x, middle - up),
                (x + across, middle),
                (x, middle + up),
                (x - across, middle),
                ink=ink,
            )
        for top in (y, y + high):
            pen.polygon(
                (x - step / 2, top - 9),
                (x - step / 2 + 9, top),
                (x - step / 2, top + 9),
                (x - step / 2 - 9, top),
            )


def strokes(pen: Pen) -> None:
    """Strokes of a reed pen with their square dots, as in a page of practice."""
    step = 320.0
    for row in range(math.ceil(pen.foot / 190) + 1):
        for column in range(-1, math.ceil(pen.right / step) + 1):
            x, y = column * step + (row % 2) * step / 2, row * 190.0 + 10
            pen.sweep(
                (x + 250, y - 30),
                (x + 236, y + 96),
                (x + 40, y + 110),
                (x, y + 20),
                (3, 26, 30, 20, 4),
            )
            pen.sweep(
                (x + 286, y - 70),
                (x + 280, y),
                (x + 290, y + 40),
                (x + 280, y + 82),
                (20, 22, 14, 2),
            )
            for dot in (96.0, 134.0):
                pen.polygon(
                    (x + dot, y - 14),
                    (x + dot + 19, y + 5),
                    (x + dot, y + 24),
                    (x + dot - 19, y + 5),
                )


_FIELDS: dict[PackageKey, Callable[[Pen], None]] = {
    "atayeb": fronds,
    "teeb": smoke,
    "anaqa": arches,
    "mahra": weave,
    "ebdaa": strokes,
}


@lru_cache(maxsize=12)
def field(package: PackageKey | None, width: int, height: int) -> Image.Image:
    """The pattern of a package, or of the house, over a ground of so many pixels."""
    pen = Pen(width, height, width, fine=2)
    (girih if package is None else _FIELDS[package])(pen)
    return pen.mask()


@lru_cache(maxsize=4)
def band(package: PackageKey | None, width: int, height: int) -> Image.Image:
    """A narrow ornament that runs along an edge, `height` pixels high."""
    pen = Pen(width, height, width * 36 / height, fine=3)
    step = 36.0
    for index in range(math.ceil(pen.right / step) + 1):
        _LINKS[package](pen, index * step)
    return pen.mask()


def _link_tooth(pen: Pen, x: float) -> None:
    pen.polygon((x, 36), (x + 18, 12), (x + 36, 36))
    pen.polygon((x, 10), (x + 5, 15), (x, 20), (x - 5, 15))
    pen.box(x, 0, x + 36, 4)


def _link_diamond(pen: Pen, x: float) -> None:
    pen.polygon((x + 18, 4), (x + 32, 18), (x + 18, 32), (x + 4, 18))
    pen.polygon((x + 18, 11), (x + 25, 18), (x + 18, 25), (x + 11, 18), ink=0)
    pen.disc(x, 18, 3)


def _link_leaf(pen: Pen, x: float) -> None:
    pen.sweep((x, 18), (x + 10, 4), (x + 14, 4), (x + 26, 5), (2, 9, 9, 1))
    pen.sweep((x, 18), (x + 10, 32), (x + 14, 32), (x + 26, 31), (2, 9, 9, 1))
    pen.line((x, 18), (x + 36, 18), width=2.4)


def _link_wave(pen: Pen, x: float) -> None:
    pen.sweep((x, 26), (x + 16, 34), (x + 14, 2), (x + 36, 26), (3, 7, 3))
    pen.disc(x + 26, 9, 3.2)


def _link_arch(pen: Pen, x: float) -> None:
    pen.curve((x, 32), (x, 16), (x + 14, 14), (x + 18, 5), 3.4)
    pen.curve((x + 36, 32), (x + 36, 16), (x + 22, 14), (x + 18, 5), 3.4)
    pen.disc(x + 18, 25, 4.4)


_LINKS: dict[PackageKey | None, Callable[[Pen, float], None]] = {
    None: _link_diamond,
    "atayeb": _link_leaf,
    "teeb": _link_wave,
    "anaqa": _link_arch,
    "mahra": _link_tooth,
    "ebdaa": _link_diamond,
}


@lru_cache(maxsize=16)
def frame(shape: Shape, side: int) -> tuple[Image.Image, Image.Image]:
    """A frame for an emblem, `side` pixels square: its filled shape, and the lines round it."""
    filled, lines = Pen(side, side, 100), Pen(side, side, 100)
    filled.polygon(*_outline(shape, 46))
    lines.line(*_outline(shape, 49), width=0.9, closed=True)
    lines.line(*_outline(shape, 43), width=0.6, closed=True)
    return filled.mask(), lines.mask()


def _outline(shape: Shape, reach: float) -> list[Point]:
    if shape == "circle":
        return around(50, 50, reach, 120)
    if shape == "octagon":
        return around(50, 50, reach * 1.04, 8, 22.5)
    if shape == "star":
        return star(50, 50, reach * 1.0, reach * 0.83)
    half = reach * 0.86
    left = bezier(
        (50 - half, 50 + reach), (50 - half, 50), (50 - half, 50), (50 - half, 54 - reach * 0.3)
    )
    left += bezier(
        (50 - half, 54 - reach * 0.3),
        (50 - half, 44 - reach * 0.5),
        (50 - half * 0.3, 50 - reach * 0.8),
        (50, 50 - reach),
    )
    return left + [(100 - x, y) for x, y in reversed(left)]
