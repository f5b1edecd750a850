"""What stands and lies in the house."""

from bot.images.goods.strokes import (
    THIN,
    W,
    blank,
    both_sides,
    cover,
    curve_through,
    dots,
    oval,
    shape,
    steam,
)
from bot.images.pen import Pen, Point, around


def clay_burner(tone: Pen, line: Pen) -> None:
    """An incense burner of painted clay."""
    line.sweep((50, 30), (32, 22), (66, 14), (48, 0), (1, 5, 4, 1))
    line.sweep((60, 32), (50, 26), (74, 20), (64, 10), (1, 4, 3, 1))
    cup = both_sides(*curve_through((16, 34), (20, 50), (30, 58), (40, 60)))
    shape(tone, line, *cup)
    line.line(*oval(50, 34, 34, 6), width=THIN, closed=True)
    foot = both_sides(*curve_through((40, 60), (42, 70), (22, 78), (22, 92)))
    shape(tone, line, *foot)
    blank(tone, line, *both_sides(*curve_through((40, 92), (40, 80), (46, 76), (50, 74))),
          width=THIN)  # fmt: skip
    line.line(*[(26 + step * 6, 50 if step % 2 else 43) for step in range(9)], width=THIN)
    line.line((38, 63), (62, 63), width=W)


def bed_linen(tone: Pen, line: Pen) -> None:
    """A made bed with its pillows."""
    shape(tone, line, *curve_through((10, 50), (10, 20), (14, 14), (50, 14), (86, 14), (90, 20),
                                     (90, 50)))  # fmt: skip
    for left in (18, 53):
        pillow = curve_through((left, 36), (left + 6, 32), (left + 23, 32), (left + 29, 36),
                               (left + 33, 42), (left + 31, 52), (left + 29, 54), (left + 20, 57),
                               (left + 8, 57), (left, 54), (left - 3, 48), (left - 3, 42),
                               (left, 36))  # fmt: skip
        blank(tone, line, *pillow)
    quilt = [(6, 54), (94, 54), (98, 86), (2, 86)]
    blank(tone, line, *quilt)
    tone.polygon((6, 64), (94, 64), (98, 86), (2, 86))
    line.line((5, 64), (95, 64), width=THIN)
    for x in (20, 40, 60, 80):
        for px, py in around(x, 75, 3.4, 4):
            line.disc(px, py, 2)
    for x in (8, 92):
        line.line((x, 86), (x, 95), width=W)


def tablecloth(tone: Pen, line: Pen) -> None:
    """A round table in its cloth with a border of lace."""
    line.line((50, 60), (50, 94), width=W)
    line.line((32, 96), (68, 96), width=W)
    hem: list[Point] = []
    for step in range(8):
        x = 96 - step * 11.5
        hem += curve_through((x, 66), (x - 2, 76), (x - 9.5, 76), (x - 11.5, 66))
    cover(tone, line, (12, 26), (88, 26), (96, 66), *hem, (4, 66))
    blank(tone, line, *oval(50, 27, 40, 13))
    for x in (24, 41, 59, 76):
        line.curve((x, 40), (x + (x - 50) * 0.06, 48), (x + (x - 50) * 0.1, 56),
                   (x + (x - 50) * 0.16, 64), THIN)  # fmt: skip
    dots(line, 2, *[(10 + step * 11.5, 68) for step in range(8)])
    line.line(*oval(50, 27, 25, 7), width=THIN, closed=True)


def cushion(tone: Pen, line: Pen) -> None:
    """A cushion."""
    shape(tone, line, *_cushion())
    line.disc(50, 50, 4)
    for x, y in ((30, 32), (70, 32), (30, 68), (70, 68)):
        line.curve((50 + (x - 50) * 0.3, 50 + (y - 50) * 0.3), (50 + (x - 50) * 0.6, 50),
                   (50 + (x - 50) * 0.8, 50 + (y - 50) * 0.6), (x, y), THIN)  # fmt: skip


def sadu_cushion(tone: Pen, line: Pen) -> None:
    """A cushion of sadu weaving, with tassels."""
    for x, y in ((8, 8), (92, 8), (8, 92), (92, 92)):
        for turn in (-5, 0, 5):
            line.line((x, y), (x + (x - 50) * 0.16 + turn, y + (y - 50) * 0.16 - turn), width=2)
    blank(tone, line, *_cushion())
    tone.polygon((16, 20), (84, 20), (83, 34), (17, 34))
    tone.polygon((17, 66), (83, 66), (84, 80), (16, 80))
    for y in (20, 34, 66, 80):
        line.line((15, y), (85, y), width=THIN)
    for step in range(6):
        for top, foot in ((33, 22), (67, 78)):
            left = 20 + step * 10.4
            line.polygon((left, top), (left + 4.4, foot), (left + 8.8, top))
    for x in (29, 50, 71):
        line.polygon((x, 38), (x + 10, 50), (x, 62), (x - 10, 50))
        line.polygon((x, 44), (x + 5, 50), (x, 56), (x - 5, 50), ink=0)


def _cushion() -> list[Point]:
    return curve_through((8, 8), (30, 16), (70, 16), (92, 8), (84, 30), (84, 70), (92, 92),
                         (70, 84), (30, 84), (8, 92), (16, 70), (16, 30), (8, 8))  # fmt: skip


def towel(tone: Pen, line: Pen) -> None:
    """Folded towels."""
    for y, left in ((66, 8), (44, 12), (22, 16)):
        fold = curve_through((left, y), (left - 10, y), (left - 10, y + 20), (left, y + 20))
        cover(tone, line, *fold, (92, y + 20), (92, y))
        line.line((left + 2, y + 10), (70, y + 10), width=THIN)
        line.line((78, y), (78, y + 20), width=THIN)
        line.line((84, y), (84, y + 20), width=THIN)


def mug(tone: Pen, line: Pen) -> None:
    """A mug with a flower on it."""
    line.curve((72, 40), (98, 36), (98, 76), (72, 74), 7)
    line.curve((72, 40), (98, 36), (98, 76), (72, 74), 1.6)
    shape(tone, line, *curve_through((14, 28), (14, 60), (14, 90), (26, 92), (40, 92), (50, 92),
                                     (62, 92), (76, 90), (76, 60), (76, 28)))  # fmt: skip
    blank(tone, line, *oval(45, 28, 31, 8))
    for x, y in around(45, 62, 9, 6):
        blank(tone, line, *oval(x, y, 6, 6), width=THIN)
    line.disc(45, 62, 4.4)
    steam(line, (36, 18), (54, 18))


def tray(tone: Pen, line: Pen) -> None:
    """A tray with handles and small cups."""
    for side in (-1, 1):
        line.curve((50 + side * 40, 56), (50 + side * 56, 46), (50 + side * 56, 74),
                   (50 + side * 40, 68), W)  # fmt: skip
    cover(tone, line, *oval(50, 62, 44, 26))
    blank(tone, line, *oval(50, 58, 35, 18), width=THIN)
    for x, y in ((34, 46), (66, 46), (50, 58)):
        cover(tone, line, *_outline_round(x, (9, y - 14), (9, y - 4), (6, y + 4), (4, y + 6)))
        line.line((x - 9, y - 8), (x + 9, y - 8), width=2)


def _outline_round(middle: float, *right: Point) -> list[Point]:
    """An outline round a middle, from half widths and heights given from top to foot."""
    left = [(middle - half, y) for half, y in right]
    return [*left, *((middle + half, y) for half, y in reversed(right))]


def rug(tone: Pen, line: Pen) -> None:
    """A prayer rug with its niche and fringes."""
    for y, end in ((8, 2), (92, 98)):
        for step in range(11):
            line.line((22 + step * 5.6, y), (22 + step * 5.6, end), width=2)
    shape(tone, line, (18, 8), (82, 8), (82, 92), (18, 92))
    blank(tone, line, (26, 16), (74, 16), (74, 84), (26, 84), width=THIN)
    niche = both_sides(*curve_through((50, 24), (44, 34), (34, 36), (34, 50)), (34, 78))
    shape(tone, line, *niche, width=THIN)
    line.line((50, 30), (50, 42), width=2)
    blank(tone, line, (44, 44), (56, 44), (53, 56), (47, 56), width=THIN)
    line.line(*[(36 + step * 4, 72 if step % 2 else 77) for step in range(8)], width=2)


def lantern(tone: Pen, line: Pen) -> None:
    """A lantern."""
    line.ring(50, 8, 6, THIN)
    cover(tone, line, *both_sides(*curve_through((50, 12), (40, 18), (34, 24), (30, 32))))
    cover(tone, line, (24, 32), (76, 32), (76, 38), (24, 38))
    shape(tone, line, (28, 38), (72, 38), (66, 80), (34, 80))
    line.line((42, 38), (44, 80), width=THIN)
    line.line((58, 38), (56, 80), width=THIN)
    flame = curve_through((50, 46), (57, 56), (57, 66), (50, 66), (43, 66), (43, 56), (50, 46))
    line.polygon(*flame)
    cover(tone, line, (28, 80), (72, 80), (78, 92), (22, 92))


def plant(tone: Pen, line: Pen) -> None:
    """A plant in its pot."""
    for turn, high in ((-30, 24), (30, 24), (-14, 10), (14, 10), (0, 2)):
        x = 50 + turn
        leaf = curve_through((50, 60), (x - 14, 44), (x - 12, high + 6), (x, high),
                             (x + 12, high + 6), (x + 14, 44), (50, 60))  # fmt: skip
        cover(tone, line, *leaf, width=THIN)
        line.line((50, 58), (x, high + 12), width=2)
    cover(tone, line, (22, 56), (78, 56), (78, 66), (22, 66))
    blank(tone, line, (26, 66), (74, 66), (68, 96), (32, 96))
    line.line(*[(31 + step * 5.4, 84 if step % 2 else 76) for step in range(8)], width=THIN)
