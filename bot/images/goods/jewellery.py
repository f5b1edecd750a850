"""Jewellery, beads and small things that are carried."""

import math

from bot.images.goods.strokes import THIN, W, blank, cover, curve_through, dots, oval, shape, tilt
from bot.images.pen import Pen, around, star


def bracelet(tone: Pen, line: Pen) -> None:
    """A bracelet of beads."""
    for index, (x, y) in enumerate(_round_places(50, 50, 40, 30, 18)):
        if index % 3:
            cover(tone, line, *oval(x, y, 7.4, 7.4), width=THIN)
        else:
            line.disc(x, y, 7)
    cover(tone, line, *star(50, 82, 15, 8, 8))
    line.disc(50, 82, 3.4)


def _round_places(
    x: float, y: float, across: float, down: float, count: int
) -> list[tuple[float, float]]:
    """Places round an ellipse from its top to its foot, those behind first."""
    angles = sorted((2 * math.pi * step / count for step in range(count)), key=math.sin)
    return [(x + across * math.cos(angle), y + down * math.sin(angle)) for angle in angles]


def ring(tone: Pen, line: Pen) -> None:
    """A ring with a stone."""
    line.ring(50, 66, 26, 9)
    line.ring(
        50,
        66,
        26,
        2,
    )
    stone = [(32, 22), (42, 10), (58, 10), (68, 22), (50, 44)]
    cover(tone, line, *stone)
    line.line((32, 22), (68, 22), width=THIN)
    line.line((42, 10), (44, 22), (50, 44), (56, 22), (58, 10), width=THIN)


def earrings(tone: Pen, line: Pen) -> None:
    """A pair of hanging earrings."""
    for x in (28, 72):
        line.curve((x, 28), (x - 14, 20), (x - 8, 4), (x + 4, 8), W)
        cover(tone, line, *oval(x, 34, 7, 7))
        drop = curve_through((x, 44), (x + 18, 62), (x + 20, 82), (x, 82), (x - 20, 82),
                             (x - 18, 62), (x, 44))  # fmt: skip
        cover(tone, line, *drop)
        line.polygon((x, 58), (x + 6, 67), (x, 76), (x - 6, 67))
        dots(line, 2.6, (x, 90), (x - 10, 86), (x + 10, 86))


def prayer_beads(tone: Pen, line: Pen) -> None:
    """A string of prayer beads with its tassel."""
    for x, y in around(50, 36, 32, 19, 90 + 360 / 38):
        cover(tone, line, *oval(x, y, 5.6, 5.6), width=THIN)
    cover(tone, line, (46, 66), (54, 66), (56, 78), (44, 78), width=THIN)
    for side in (-7, -3.5, 0, 3.5, 7):
        line.line((50 + side * 0.5, 80), (50 + side, 97), width=2)


def key_ring(tone: Pen, line: Pen) -> None:
    """A key ring with an engraved tag."""
    line.ring(34, 22, 18, W)
    line.line((44, 36), (52, 46), width=W)
    tag = tilt([(34, 46), (86, 46), (86, 96), (34, 96)], 60, 70, -14)
    shape(tone, line, *tag)
    blank(tone, line, *oval(52, 52, 4, 4), width=THIN)
    heart = curve_through((62, 86), (44, 74), (46, 60), (54, 60), (60, 60), (62, 66), (62, 68),
                          (62, 66), (64, 60), (70, 60), (80, 60), (80, 74), (62, 86))  # fmt: skip
    line.line(*tilt(heart, 60, 70, -14), width=THIN, closed=True)
    key = [(18, 42), (18, 80)]
    line.line(*key, width=W)
    blank(tone, line, *oval(18, 50, 9, 9))
    line.line((18, 80), (27, 80), width=W)
    line.line((18, 70), (25, 70), width=W)


def badge(tone: Pen, line: Pen) -> None:
    """An embroidered badge with its stitches."""
    edge = curve_through((50, 4), (62, 12), (76, 14), (88, 12), (92, 50), (84, 80), (50, 96),
                         (16, 80), (8, 50), (12, 12), (24, 14), (38, 12), (50, 4))  # fmt: skip
    shape(tone, line, *edge)
    for at in range(0, len(edge), 4):
        x, y = edge[at]
        line.line((50 + (x - 50) * 0.78, 50 + (y - 50) * 0.78),
                  (50 + (x - 50) * 0.86, 50 + (y - 50) * 0.86), width=THIN)  # fmt: skip
    blank(tone, line, *star(50, 48, 24, 10, 5))
    for share in (0.35, 0.6):
        line.line(*star(50, 48, 24 * share, 10 * share, 5), width=2, closed=True)
