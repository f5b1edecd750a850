"""The emblems of the packages, drawn in a square of 100 units: lines over a soft tone."""

import math
from collections.abc import Callable
from functools import cache, lru_cache

from PIL import Image, ImageChops

from bot.images.pen import Pen, around, bezier, star
from handlers.dialog.pictures import PackageKey

Emblem = Callable[[Pen, Pen], None]
"""Draws with two pens: first the tone that lies beneath, then the lines."""

W = 3.6
"""The width of an emblem's lines."""
_LOOKED = 200


def palm(tone: Pen, line: Pen) -> None:
    """A date palm, its crown heavy with dates."""
    for side in (-1, 1):
        for tip_x, tip_y, lift in ((44, 60, 18), (42, 36, 8), (26, 14, 2)):
            tip = (50 + side * tip_x, tip_y)
            tone.sweep((50, 36), (50 + side * 16, lift), (tip[0] - side * 8, lift), tip, (7, 9, 1))
            line.curve((50, 36), (50 + side * 16, lift), (tip[0] - side * 8, lift), tip, W)
        line.line(*[(50 + side * 10, 44), (50 + side * 13, 52)], width=W)
        for x, y in ((9, 56), (15, 56), (12, 63)):
            line.disc(50 + side * x, y, 3.6)
    line.curve((50, 36), (47, 55), (45, 72), (43, 88), W)
    line.curve((50, 36), (55, 55), (57, 72), (59, 88), W)
    for y in (58, 68, 78):
        line.line((46, y), (51, y + 4), (56, y), width=2.6)
    line.line((26, 90), (76, 90), width=W)


def dallah(tone: Pen, line: Pen) -> None:
    """The Arabic coffee pot."""
    left = bezier((42, 38), (40, 56), (24, 62), (28, 88))
    right = bezier((72, 88), (76, 62), (60, 56), (58, 38))
    tone.polygon(*left, *right)
    line.line(*left, *right, width=W, closed=True)
    line.curve((38, 51), (30, 44), (26, 34), (10, 32), W)
    line.curve((10, 32), (18, 42), (20, 54), (31, 62), W)
    line.curve((59, 40), (90, 30), (92, 66), (72, 74), W)
    line.curve((38, 38), (40, 26), (60, 26), (62, 38), W)
    line.line((36, 38), (64, 38), width=W)
    line.line((50, 28), (50, 18), width=W)
    line.disc(50, 14, 4.2)
    line.line((34, 72), (42, 66), (50, 72), (58, 66), (66, 72), width=2.6)


def bowl(tone: Pen, line: Pen) -> None:
    """A bowl of sweets, still steaming."""
    rim = [(14, 56), (86, 56)]
    body = bezier((86, 56), (84, 84), (64, 86), (50, 86)) + bezier(
        (50, 86), (36, 86), (16, 84), (14, 56)
    )
    tone.polygon(*rim, *body)
    line.line(*rim, *body, width=W, closed=True)
    for x, y in ((30, 47), (50, 47), (70, 47), (40, 33), (60, 33)):
        tone.disc(x, y, 9)
        line.ring(x, y, 9, W)
    for x in (38, 50, 62):
        line.curve((x, 20), (x + 7, 15), (x - 7, 11), (x, 5), 2.6)
    line.line((38, 91), (62, 91), width=W)
    line.line((24, 66), (76, 66), width=2.6)


def mabkhara(tone: Pen, line: Pen) -> None:
    """The incense burner, with its smoke."""
    cup = [(24, 50), (76, 50), (66, 68), (34, 68)]
    foot = [(42, 74), (58, 74), (72, 90), (28, 90)]
    for shape in (cup, foot):
        tone.polygon(*shape)
        line.line(*shape, width=W, closed=True)
    line.line((44, 68), (44, 74), width=W)
    line.line((56, 68), (56, 74), width=W)
    for x in (24, 76):
        line.line((x, 50), (x, 38), width=W)
        line.disc(x, 35, 3.4)
    for x in (36, 45, 54, 63):
        line.polygon((x - 3.5, 59), (x, 55), (x + 3.5, 59), (x, 63))
    line.sweep((50, 46), (28, 34), (70, 26), (46, 6), (1, 5, 4, 1))
    line.sweep((58, 46), (48, 38), (72, 32), (62, 18), (1, 4, 3, 1))
    line.sweep((42, 46), (32, 40), (46, 34), (36, 24), (1, 4, 3, 1))


def bottle(tone: Pen, line: Pen) -> None:
    """A cut perfume bottle."""
    body = [(36, 40), (64, 40), (82, 58), (74, 88), (26, 88), (18, 58)]
    tone.polygon((21, 66), (79, 66), (74, 88), (26, 88))
    line.line(*body, width=W, closed=True)
    line.line((18, 58), (82, 58), width=2.6)
    line.line((36, 40), (42, 58), (50, 88), (58, 58), (64, 40), width=2.6)
    line.box(42, 31, 58, 40, 1, width=W)
    tone.disc(50, 19, 10)
    line.ring(50, 19, 10, W)
    line.line((50, 9), (50, 29), width=2.6)


def rose(tone: Pen, line: Pen) -> None:
    """A rose seen from above, each petal over the one before."""
    for count, radius, petal, turn in ((8, 28, 15, -90), (5, 14, 13, -60), (3, 6, 9, 0)):
        for x, y in around(50, 50, radius, count, turn):
            tone.disc(x, y, petal)
            line.disc(x, y, petal, ink=0)
            line.ring(x, y, petal, 2.8)
    line.disc(50, 50, 8, ink=0)
    line.ring(50, 50, 8, 2.8)
    line.disc(50, 50, 3)


def spool(tone: Pen, line: Pen) -> None:
    """A spool of thread, with its needle."""
    line.box(20, 14, 66, 24, 4, width=W)
    line.box(20, 76, 66, 86, 4, width=W)
    tone.box(26, 24, 60, 76)
    line.line((26, 24), (26, 76), width=W)
    line.line((60, 24), (60, 76), width=W)
    for y in (34, 44, 54, 64):
        line.line((26, y + 5), (60, y - 2), width=2.6)
    line.curve((60, 66), (78, 76), (62, 30), (82, 22), 2.6)
    line.sweep((82, 28), (83, 48), (84, 66), (85, 88), (5, 4, 1))
    line.ring(82, 22, 4.6, 2.6)


def rosette(tone: Pen, line: Pen) -> None:
    """An embroidered rosette of eight leaves."""
    for index in range(8):
        angle = math.radians(index * 45)
        tip = (50 + 43 * math.cos(angle), 50 + 43 * math.sin(angle))
        sides = [
            (50 + 26 * math.cos(angle + turn), 50 + 26 * math.sin(angle + turn))
            for turn in (-0.52, 0.52)
        ]
        root = (50 + 13 * math.cos(angle), 50 + 13 * math.sin(angle))
        leaf = bezier(root, sides[0], sides[0], tip) + bezier(tip, sides[1], sides[1], root)
        (tone if index % 2 else line).polygon(*leaf)
        line.line(*leaf, width=2.6)
    line.ring(50, 50, 9, W)
    line.disc(50, 50, 3.6)


def necklace(tone: Pen, line: Pen) -> None:
    """A necklace of beads with a hanging drop."""
    beads = bezier((18, 12), (16, 66), (84, 66), (82, 12), 14)
    for index, (x, y) in enumerate(beads):
        if index % 2:
            line.disc(x, y, 4)
        else:
            tone.disc(x, y, 4.8)
            line.ring(x, y, 4.8, 2.4)
    drop = bezier((50, 58), (62, 74), (62, 90), (50, 90)) + bezier(
        (50, 90), (38, 90), (38, 74), (50, 58)
    )
    tone.polygon(*drop)
    line.line(*drop, width=W, closed=True)
    line.disc(50, 78, 3.4)


def sadu(tone: Pen, line: Pen) -> None:
    """The diamond of the sadu weavers."""
    for reach, pen in ((44, line), (38.5, None), (30, tone), (20, line), (13, None), (7, line)):
        diamond = [(50, 50 - reach), (50 + reach, 50), (50, 50 + reach), (50 - reach, 50)]
        if pen is None:
            line.polygon(*diamond, ink=0)
        else:
            pen.polygon(*diamond)
    for step in range(-3, 4):
        x, y = 50 + step * 6, 50 + (26 - abs(step) * 6)
        line.polygon((x, y - 3), (x + 3, y), (x, y + 3), (x - 3, y))
        line.polygon((x, 97 - y), (x + 3, 100 - y), (x, 103 - y), (x - 3, 100 - y))
    for x, y in ((12, 12), (88, 12), (12, 88), (88, 88)):
        line.polygon((x, y - 8), (x + 8, y), (x, y + 8), (x - 8, y))


def basket(tone: Pen, line: Pen) -> None:
    """A basket woven of palm leaf."""
    body = [(16, 44), (84, 44), (76, 88), (24, 88)]
    tone.polygon(*body)
    line.line(*body, width=W, closed=True)
    line.curve((28, 44), (30, 6), (70, 6), (72, 44), W)
    for row, y in enumerate((55, 66, 77)):
        inset = (y - 44) * 8 / 44
        line.line((16 + inset, y), (84 - inset, y), width=2.4)
        for step in range(5):
            x = 25 + step * 11 + (row % 2) * 5
            line.line((x, y - 9), (x + 5, y - 2), width=2.4)


def jar(tone: Pen, line: Pen) -> None:
    """A clay jar with a painted belt."""
    left = bezier((40, 26), (40, 38), (16, 42), (18, 62)) + bezier(
        (18, 62), (20, 78), (32, 84), (36, 90)
    )
    right = [(100 - x, y) for x, y in reversed(left)]
    tone.polygon((18, 56), (82, 56), (79, 70), (21, 70))
    line.line(*left, *right, width=W, closed=True)
    line.line((34, 20), (66, 20), (60, 26), (40, 26), width=W, closed=True)
    line.line((19, 56), (81, 56), width=2.6)
    line.line((22, 70), (78, 70), width=2.6)
    line.line(*[(22 + step * 8, 59 if step % 2 else 67) for step in range(8)], width=2.6)
    for side in (-1, 1):
        line.curve(
            (50 + side * 10, 30),
            (50 + side * 30, 22),
            (50 + side * 38, 36),
            (50 + side * 29, 46),
            W,
        )


def reed(tone: Pen, line: Pen) -> None:
    """The calligrapher's reed pen and the stroke it left."""
    shaft = [(82, 8), (92, 18), (50, 62), (38, 52)]
    nib = [(38, 52), (50, 62), (34, 70), (30, 66)]
    tone.polygon(*shaft)
    line.line(*shaft, width=W, closed=True)
    line.polygon(*nib)
    line.line(*nib, width=W, closed=True)
    line.sweep((88, 62), (84, 98), (24, 98), (12, 74), (1, 9, 10, 2))
    for x in (62, 75):
        line.polygon((x, 63), (x + 6, 69), (x, 75), (x - 6, 69))


def gift(tone: Pen, line: Pen) -> None:
    """A gift box tied with a ribbon."""
    tone.box(20, 52, 80, 88)
    line.box(20, 50, 80, 90, 2, width=W)
    line.box(13, 36, 87, 50, 2, width=W)
    line.line((43, 36), (43, 90), width=W)
    line.line((57, 36), (57, 90), width=W)
    for side in (-1, 1):
        loop = bezier((50, 34), (50 + side * 10, 6), (50 + side * 38, 8), (50 + side * 26, 26))
        loop += bezier((50 + side * 26, 26), (50 + side * 20, 32), (50 + side * 10, 34), (50, 34))
        tone.polygon(*loop)
        line.line(*loop, width=W)


def starflower(tone: Pen, line: Pen) -> None:
    """An eight-pointed star folded of paper."""
    outer = star(50, 50, 46, 27)
    tone.polygon(*outer)
    line.line(*outer, width=W, closed=True)
    for index in range(0, 16, 2):
        line.line((50, 50), outer[index], width=2.4)
        line.line(outer[index - 1], outer[(index + 3) % 16], width=2.0)
    line.disc(50, 50, 6)


EMBLEMS: dict[PackageKey, Emblem] = {
    "atayeb": bowl,
    "teeb": mabkhara,
    "anaqa": rosette,
    "mahra": sadu,
    "ebdaa": reed,
}
HOUSE_EMBLEM: Emblem = starflower


@lru_cache(maxsize=48)
def emblem_masks(emblem: Emblem, side: int) -> tuple[Image.Image, Image.Image]:
    """The masks of an emblem's tone and of its lines, `side` pixels square, in their middle."""
    left, top, units = _seat_of(emblem)
    tone, line = (Pen(side, side, units, corner=(left, top)) for _ in range(2))
    emblem(tone, line)
    return tone.mask(), line.mask()


@cache
def _seat_of(emblem: Emblem) -> tuple[float, float, float]:
    """The square that holds all that the emblem draws: its corner and its side, in units."""
    tone, line = (Pen(2 * _LOOKED, 2 * _LOOKED, _LOOKED, 1, (-50, -50)) for _ in range(2))
    emblem(tone, line)
    box = ImageChops.lighter(tone.mask(), line.mask()).getbbox()
    if box is None:
        return 0, 0, 100
    left, top, right, foot = (place / 2 - 50 for place in box)
    units = max(right - left, foot - top) + 2
    return (left + right - units) / 2, (top + foot - units) / 2, units
