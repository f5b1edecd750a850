"""Sweets and what is baked."""

import math

from bot.images.goods.strokes import (
    THIN,
    W,
    blank,
    cover,
    curve_through,
    dots,
    oval,
    shape,
    tilt,
)
from bot.images.pen import Pen, around, bezier


def luqaimat(tone: Pen, line: Pen) -> None:
    """Dumplings piled on a plate, with syrup and sesame."""
    blank(tone, line, *oval(50, 78, 46, 12))
    line.line(*oval(50, 82, 46, 12, 20, 160), width=THIN)
    for x, y in ((22, 68), (78, 68), (40, 70), (60, 70), (31, 50), (69, 50), (50, 51), (41, 32)):
        cover(tone, line, *oval(x, y, 12, 11.5))
    cover(tone, line, *oval(59, 32, 12, 11.5))
    for left, right, foot in ((32, 46, 44), (50, 64, 50), (66, 76, 40)):
        run = curve_through((left, 28), (left, 20), (right, 20), (right, 28), (right, foot),
                            (left + 3, foot + 6), (left + 2, foot - 8), (left, 28))  # fmt: skip
        line.polygon(*run)
    line.polygon(*curve_through((30, 30), (34, 14), (66, 14), (72, 30), (60, 34), (42, 34),
                                (30, 30)))  # fmt: skip
    dots(line, 1.8, (28, 48), (34, 53), (66, 52), (73, 49), (24, 66), (42, 70), (60, 68), (77, 69))


def khanfaroush(tone: Pen, line: Pen) -> None:
    """Three round cakes on each other, with saffron."""
    for y in (76, 57, 38):
        side = curve_through(
            (10, y), (6, y + 8), (8, y + 16), (50, y + 17), (92, y + 16), (94, y + 8), (90, y)
        )
        cover(tone, line, *side)
        cover(tone, line, *oval(50, y, 40, 12))
    for left, low in around(50, 37, 20, 7):
        line.curve((left, 37 + (low - 37) * 0.4), (left + 3, 34), (left - 3, 39), (left + 4, 36),
                   THIN)  # fmt: skip
    dots(line, 2.2, (40, 40), (60, 34), (52, 42))
    line.curve((34, 20), (38, 12), (30, 10), (35, 2), THIN)
    line.curve((50, 18), (54, 10), (46, 8), (51, 0), THIN)
    line.curve((66, 20), (70, 12), (62, 10), (67, 2), THIN)


def maamoul(tone: Pen, line: Pen) -> None:
    """A moulded biscuit in front of one that is bitten, with its filling of dates."""
    cover(tone, line, *_scallops(66, 34, 27, 12))
    line.disc(66, 34, 13)
    line.disc(66, 34, 9, ink=0)
    tone.disc(66, 34, 13, ink=0)
    cover(tone, line, *_scallops(40, 60, 35, 14))
    line.ring(40, 60, 23, THIN)
    for angle in range(0, 360, 45):
        leaf = tilt([*bezier((40, 58), (34, 50), (36, 42), (40, 40))], 40, 60, angle)
        other = tilt([*bezier((40, 40), (44, 42), (46, 50), (40, 58))], 40, 60, angle)
        line.line(*leaf, *other, width=2)
    line.disc(40, 60, 3.4)


def _scallops(x: float, y: float, radius: float, count: int) -> list[tuple[float, float]]:
    steps = count * 12
    found = []
    for step in range(steps):
        angle = 2 * math.pi * step / steps
        reach = radius * (1 - 0.07 * abs(math.cos(angle * count / 2)))
        found.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return found


def batheeth(tone: Pen, line: Pen) -> None:
    """Pressed heaps of dates and flour on a plate, each with the mark of the fingers."""
    blank(tone, line, *oval(50, 78, 47, 13))
    for x, y in ((50, 48), (26, 74), (74, 74)):
        heap = curve_through(
            (x - 20, y), (x - 17, y - 20), (x - 8, y - 33), (x, y - 33), (x + 8, y - 33),
            (x + 17, y - 20), (x + 20, y), (x + 12, y + 6), (x - 12, y + 6), (x - 20, y),
        )  # fmt: skip
        cover(tone, line, *heap)
        for side in (-8, 0, 8):
            line.curve((x + side * 0.4, y - 24), (x + side * 0.8, y - 16), (x + side, y - 10),
                       (x + side * 1.3, y - 4), THIN)  # fmt: skip
    line.curve((40, 90), (46, 86), (54, 86), (60, 90), THIN)


def layer_cake(tone: Pen, line: Pen) -> None:
    """A slice of a cake of many layers, with honey that runs down."""
    top = [(8, 40), (62, 14), (94, 34), (90, 42)]
    side = [(8, 40), (90, 42), (90, 84), (8, 84)]
    blank(tone, line, *top)
    blank(tone, line, *side)
    for y in (47, 59, 71):
        tone.box(8, y, 90, y + 7)
        line.line((8, y), (90, y), width=THIN)
        line.line((8, y + 7), (90, y + 7), width=THIN)
    honey = curve_through(
        (8, 41), (20, 30), (70, 30), (90, 42), (90, 58), (82, 58), (80, 50), (76, 44), (70, 46),
        (70, 54), (68, 70), (58, 70), (57, 54), (54, 44), (46, 44), (44, 52), (42, 62), (34, 62),
        (33, 50), (28, 42), (14, 44), (8, 41),
    )  # fmt: skip
    line.polygon(*honey)
    line.line((4, 90), (96, 90), width=W)
    line.ring(62, 24, 6, THIN)


def biscuits(tone: Pen, line: Pen) -> None:
    """Round biscuits with seeds on them."""
    for x, y, radius in ((64, 30, 26), (32, 44, 26), (60, 68, 28)):
        cover(tone, line, *oval(x, y, radius, radius))
        dots(line, 2.6, *around(x, y, radius * 0.58, 6, x), (x, y))


def candy(tone: Pen, line: Pen) -> None:
    """A sweet in its twisted paper, and a bar of chocolate behind it."""
    bar = tilt([(34, 4), (84, 4), (84, 66), (34, 66)], 58, 36, 14)
    shape(tone, line, *bar)
    for share in (1, 2):
        line.line(*tilt([(34, 4 + share * 20.6), (84, 4 + share * 20.6)], 58, 36, 14), width=THIN)
    line.line(*tilt([(59, 4), (59, 66)], 58, 36, 14), width=THIN)
    for side in (-1, 1):
        blank(tone, line, (42 + side * 18, 70), (42 + side * 38, 54), (42 + side * 34, 70),
              (42 + side * 38, 88))  # fmt: skip
    cover(tone, line, *oval(42, 71, 21, 17))
    line.curve((32, 60), (44, 64), (36, 78), (46, 86), THIN)
    line.curve((44, 55), (58, 64), (48, 76), (58, 80), THIN)


def pudding(tone: Pen, line: Pen) -> None:
    """A glass of layered pudding with a crumb of pistachio."""
    glass = [(22, 26), (78, 26), (68, 78), (32, 78)]
    tone.polygon((25, 42), (75, 42), (72, 56), (28, 56))
    tone.polygon((30, 66), (70, 66), (68, 78), (32, 78))
    line.line(*glass, width=W, closed=True)
    for left, y in ((25, 42), (28, 56), (30, 66)):
        line.line((left, y), (100 - left, y), width=THIN)
    cover(tone, line, *curve_through((20, 26), (24, 4), (76, 4), (80, 26)))
    dots(line, 2.4, (36, 18), (46, 12), (56, 17), (65, 20), (50, 20))
    line.line((50, 78), (50, 88), width=W)
    line.line((32, 92), (68, 92), width=W)


def date_bowl(tone: Pen, line: Pen) -> None:
    """Dates heaped in a low bowl."""
    for x, y, turn in ((28, 40, -30), (72, 40, 30), (50, 22, 80), (38, 34, 20), (62, 34, -20),
                       (50, 42, 0)):  # fmt: skip
        cover(tone, line, *tilt(oval(x, y, 10, 17), x, y, turn))
        line.line(*tilt([(x - 2, y - 9), (x - 3, y + 8)], x, y, turn), width=2)
    rim = [(8, 52), (92, 52)]
    cover(tone, line, *rim, *curve_through((92, 52), (86, 78), (70, 84), (50, 84)),
          *curve_through((50, 84), (30, 84), (14, 78), (8, 52)))  # fmt: skip
    line.line((34, 90), (66, 90), width=W)
    line.line(*[(18 + step * 8, 60 if step % 2 else 68) for step in range(9)], width=THIN)
