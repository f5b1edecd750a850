"""Scents, and what is for the skin."""

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
    tilt,
)
from bot.images.pen import Pen, around


def dukhoon(tone: Pen, line: Pen) -> None:
    """Chips of oud wood in a dish of embers, smoking."""
    line.sweep((50, 44), (26, 32), (72, 24), (46, 2), (1, 5, 4, 1))
    line.sweep((64, 46), (52, 38), (80, 30), (68, 14), (1, 4, 3, 1))
    for x, y, turn in ((30, 54, -34), (70, 54, 30), (50, 50, 84)):
        chip = tilt(
            [(x - 20, y - 7), (x + 14, y - 9), (x + 20, y + 2), (x - 12, y + 8)], x, y, turn
        )
        cover(tone, line, *chip)
        line.line(*tilt([(x - 12, y), (x + 10, y - 2)], x, y, turn), width=2)
    dish = [(8, 62), (92, 62), *curve_through((92, 62), (88, 86), (66, 88), (50, 88))]
    dish += curve_through((50, 88), (34, 88), (12, 86), (8, 62))
    cover(tone, line, *dish)
    line.line(*[(20 + step * 6, 70 if step % 2 else 77) for step in range(11)], width=THIN)
    line.line((32, 94), (68, 94), width=W)


def bakhoor(tone: Pen, line: Pen) -> None:
    """A box of pressed bakhoor, its lid beside it."""
    for x, y in ((30, 42), (50, 42), (70, 42), (40, 28), (60, 28), (50, 14)):
        cover(tone, line, *oval(x, y, 10.5, 10.5))
        line.curve((x - 5, y - 2), (x - 2, y + 4), (x + 3, y - 5), (x + 5, y + 2), 2)
    blank(tone, line, (10, 50), (90, 50), (84, 92), (16, 92))
    tone.polygon((12, 60), (88, 60), (85, 82), (15, 82))
    line.line((12, 60), (88, 60), width=THIN)
    line.line((15, 82), (85, 82), width=THIN)
    for x in (30, 50, 70):
        line.polygon((x, 63), (x + 7, 71), (x, 79), (x - 7, 71))


def oud_oil(tone: Pen, line: Pen) -> None:
    """A slender bottle of oil with its long stopper, and a drop of it."""
    body = both_sides(*curve_through((44, 44), (44, 52), (22, 56), (22, 70), (22, 82), (30, 90),
                                     (50, 90)))  # fmt: skip
    blank(tone, line, *body)
    tone.polygon(*both_sides((23, 68), *curve_through((23, 68), (22, 82), (30, 90), (50, 90))))
    line.line((23, 67), (77, 67), width=THIN)
    cover(tone, line, (41, 36), (59, 36), (59, 45), (41, 45))
    stopper = both_sides(*curve_through((50, 2), (40, 10), (40, 16), (45, 20), (38, 24), (40, 30),
                                        (44, 36)))  # fmt: skip
    cover(tone, line, *stopper)
    line.line((50, 45), (50, 74), width=THIN)
    drop = curve_through((86, 34), (92, 44), (96, 50), (86, 52), (76, 50), (80, 44), (86, 34))
    line.polygon(*drop)
    for side in (-1, 1):
        line.curve((50 + side * 24, 58), (50 + side * 36, 62), (50 + side * 36, 78),
                   (50 + side * 25, 80), THIN)  # fmt: skip


def linen_mist(tone: Pen, line: Pen) -> None:
    """A spray bottle and its mist."""
    body = [*curve_through((44, 40), (44, 50), (30, 50), (30, 62)), (30, 94), (80, 94),
            *curve_through((80, 62), (80, 50), (66, 50), (66, 40))]  # fmt: skip
    blank(tone, line, *body)
    tone.box(31, 66, 79, 93)
    cover(tone, line, (44, 30), (66, 30), (66, 40), (44, 40))
    cover(tone, line, (30, 12), (74, 12), (78, 30), (44, 30), (42, 24), (30, 24))
    line.curve((42, 26), (42, 34), (36, 40), (34, 46), W)
    dots(line, 2.4, (20, 18), (10, 10), (10, 18), (10, 26), (0, 6), (0, 14), (0, 22), (0, 30))
    for x, y in around(55, 79, 7, 5, -90):
        line.disc(x, y, 4)
    line.disc(55, 79, 3, ink=0)


def makhmariya(tone: Pen, line: Pen) -> None:
    """A pot of scented paste for the hair, its lid off, and a comb."""
    comb = tilt([(60, 4), (96, 4), (96, 16), (60, 16)], 78, 20, 24)
    cover(tone, line, *comb)
    for step in range(6):
        x = 63 + step * 6
        line.line(*tilt([(x, 16), (x, 34)], 78, 20, 24), width=THIN)
    lid = tilt(both_sides(*curve_through((22, 30), (22, 14), (34, 8), (50, 8))), 50, 20, -24)
    cover(tone, line, *[(x - 20, y + 8) for x, y in lid])
    line.disc(22, 17, 4.6)
    blank(tone, line, *curve_through((10, 54), (6, 84), (22, 92), (46, 92), (70, 92), (86, 84),
                                     (82, 54)))  # fmt: skip
    cover(tone, line, *oval(46, 54, 37, 13))
    line.line(*oval(46, 54, 22, 7, 180, 520), width=THIN)
    for x in (24, 46, 68):
        line.polygon((x, 72), (x + 6, 79), (x, 86), (x - 6, 79))


def cream(tone: Pen, line: Pen) -> None:
    """A tub of cream with a curl on it."""
    curl = curve_through((20, 46), (16, 34), (32, 30), (36, 28), (30, 18), (46, 18), (58, 4),
                         (60, 16), (74, 22), (64, 30), (82, 32), (84, 42), (80, 46))  # fmt: skip
    blank(tone, line, *curl)
    line.curve((36, 28), (46, 36), (56, 34), (66, 28), THIN)
    line.curve((40, 18), (46, 24), (54, 22), (58, 14), THIN)
    cover(tone, line, (10, 46), (90, 46), (90, 58), (10, 58))
    blank(tone, line, *curve_through((14, 58), (14, 80), (16, 92), (30, 92), (44, 92), (56, 92),
                                     (70, 92), (84, 92), (86, 80), (86, 58)))  # fmt: skip
    for x, y in around(50, 75, 7.5, 6):
        tone.disc(x, y, 5)
        line.ring(x, y, 5, 2)
    line.disc(50, 75, 4)


def soap(tone: Pen, line: Pen) -> None:
    """A bar of soap with bubbles."""
    bar = curve_through((8, 56), (8, 44), (16, 42), (26, 42), (40, 42), (60, 42), (74, 42),
                        (84, 42), (92, 44), (92, 56), (92, 70), (92, 86), (74, 86), (60, 86),
                        (40, 86), (26, 86), (8, 86), (8, 70), (8, 56))  # fmt: skip
    shape(tone, line, *bar)
    line.line(*oval(50, 63, 30, 13), width=THIN, closed=True)
    line.curve((36, 64), (44, 54), (54, 72), (64, 62), THIN)
    for x, y, radius in ((30, 28, 11), (54, 18, 8), (74, 30, 10), (60, 34, 4), (44, 36, 4)):
        line.ring(x, y, radius, THIN)
        line.line(*oval(x, y, radius * 0.55, radius * 0.55, 190, 260), width=2)


def candle(tone: Pen, line: Pen) -> None:
    """A carved candle, burning."""
    flame = curve_through((50, 2), (62, 14), (62, 28), (50, 28), (38, 28), (38, 14), (50, 2))
    cover(tone, line, *flame)
    line.line((50, 22), (50, 36), width=THIN)
    cover(tone, line, (28, 36), (72, 36), (72, 86), (28, 86))
    for y in (36, 52, 68):
        line.curve((28, y), (36, y + 18), (64, y - 2), (72, y + 16), THIN)
        line.curve((28, y + 8), (36, y + 26), (64, y + 6), (72, y + 24) if y < 60 else (72, 86),
                   THIN)  # fmt: skip
    blank(tone, line, *curve_through((12, 86), (16, 96), (84, 96), (88, 86)))


def henna(tone: Pen, line: Pen) -> None:
    """A cone of henna, and the flower that it draws."""
    cover(tone, line, *tilt([(40, 0), (64, 0), (52, 56)], 52, 28, 30))
    line.line(*tilt([(42, 10), (62, 10)], 52, 28, 30), width=THIN)
    for angle in range(0, 360, 60):
        petal = tilt(oval(42, 62, 6, 9), 42, 76, angle)
        shape(tone, line, *petal, width=THIN)
    line.disc(42, 76, 4)
    line.curve((54, 84), (66, 96), (78, 86), (76, 78), THIN)
    line.curve((76, 78), (74, 70), (64, 74), (68, 80), THIN)
    line.curve((30, 84), (18, 96), (6, 86), (8, 78), THIN)
    line.curve((8, 78), (10, 70), (20, 74), (16, 80), THIN)
