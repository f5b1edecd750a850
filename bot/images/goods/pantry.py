"""What is kept in jars, bottles and sacks."""

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
from bot.images.pen import Pen, around, star


def spices(tone: Pen, line: Pen) -> None:
    """A bowl heaped with ground spice, with chilli and star anise."""
    heap = curve_through((16, 52), (28, 44), (42, 14), (50, 12), (58, 14), (72, 44), (84, 52))
    shape(tone, line, *heap)
    dots(line, 1.9, (50, 24), (44, 34), (56, 36), (36, 44), (50, 44), (64, 46), (40, 26 + 22))
    bowl = [(10, 52), (90, 52), *curve_through((90, 52), (88, 78), (68, 86), (50, 86))]
    bowl += curve_through((50, 86), (32, 86), (12, 78), (10, 52))
    blank(tone, line, *bowl)
    line.line((16, 64), (84, 64), width=THIN)
    line.line(*[(22 + step * 7, 70 if step % 2 else 76) for step in range(9)], width=THIN)
    chilli = curve_through((2, 92), (16, 96), (30, 88), (32, 70), (38, 68), (40, 74), (40, 74),
                           (38, 94), (16, 102), (2, 92))  # fmt: skip
    cover(tone, line, *chilli)
    line.curve((36, 69), (36, 62), (40, 60), (43, 58), W)
    anise = star(80, 84, 17, 7)
    cover(tone, line, *anise, width=THIN)
    line.disc(80, 84, 3.4)


def lemon_pickle(tone: Pen, line: Pen) -> None:
    """A clip-top jar of pickled lemons."""
    jar = both_sides(*curve_through((30, 28), (30, 34), (20, 34), (20, 44), (20, 60), (20, 92),
                                    (26, 92), (34, 92), (44, 92), (50, 92)))  # fmt: skip
    blank(tone, line, *jar)
    cover(tone, line, (26, 14), (74, 14), (74, 26), (26, 26))
    line.line((22, 30), (78, 30), width=W)
    line.curve((74, 20), (90, 20), (88, 40), (80, 44), THIN)
    for x, y in ((36, 52), (62, 56), (44, 76), (68, 78)):
        shape(tone, line, *oval(x, y, 12, 12), width=THIN)
        line.ring(x, y, 8, 1.6)
        for px, py in around(x, y, 8, 6, x):
            line.line((x, y), (px, py), width=1.6)
    line.sweep((24, 62), (28, 66), (26, 74), (32, 82), (4, 3, 1))
    dots(line, 1.8, (50, 46), (28, 46), (54, 86), (74, 66))


def pickle(tone: Pen, line: Pen) -> None:
    """A jar of pickled vegetables."""
    _jar(tone, line)
    for x in (34, 50, 66):
        cover(tone, line, *oval(x, 62, 7.4, 21), width=THIN)
        dots(line, 1.6, (x - 2, 52), (x + 2, 62), (x - 2, 72))


def preserve(tone: Pen, line: Pen) -> None:
    """A jar with a cloth over its lid: jam, ghee or sauce."""
    _jar(tone, line)
    tone.polygon((21, 48), (79, 48), (78, 90), (22, 90))
    cloth = curve_through((22, 26), (10, 36), (14, 44), (20, 40), (30, 46), (36, 40), (50, 44),
                          (64, 40), (70, 46), (80, 40), (86, 44), (90, 36), (78, 26), (70, 8),
                          (30, 8), (22, 26))  # fmt: skip
    cover(tone, line, *cloth)
    line.line((24, 28), (76, 28), width=W)
    blank(tone, line, *oval(50, 67, 19, 14), width=THIN)
    line.curve((42, 68), (46, 58), (50, 62), (50, 72), THIN)
    line.curve((50, 72), (50, 62), (54, 58), (58, 68), THIN)


def honey(tone: Pen, line: Pen) -> None:
    """A pot of honey with its dipper."""
    line.line((58, 40), (88, 2), width=W)
    head = tilt(oval(62, 22, 9, 14), 62, 22, 38)
    cover(tone, line, *head)
    for along in (-7, 0, 7):
        line.line(*tilt([(54, 22 + along), (70, 22 + along)], 62, 22, 38), width=2)
    body = curve_through((26, 36), (4, 48), (8, 88), (30, 90), (44, 90), (56, 90), (70, 90),
                         (92, 88), (96, 48), (74, 36))  # fmt: skip
    shape(tone, line, *body)
    cover(tone, line, (22, 26), (78, 26), (78, 38), (22, 38))
    for x, y in ((50, 66), (36, 58), (64, 58), (36, 75), (64, 75)):
        line.line(*around(x, y, 9.2, 6, 30), width=THIN, closed=True)


def date_syrup(tone: Pen, line: Pen) -> None:
    """A bottle of date syrup, and the dates that it is made of."""
    bottle = curve_through((32, 20), (32, 34), (16, 40), (16, 54), (16, 60), (16, 86), (20, 90),
                           (26, 90), (50, 90), (56, 90), (62, 86), (62, 60), (62, 54), (62, 54),
                           (62, 40), (46, 34), (46, 20))  # fmt: skip
    shape(tone, line, *bottle)
    cover(tone, line, (29, 8), (49, 8), (49, 20), (29, 20))
    drop = curve_through((39, 50), (48, 62), (50, 76), (39, 76), (28, 76), (30, 62), (39, 50))
    line.polygon(*drop)
    for x, y, turn in ((70, 58, 20), (86, 68, -12), (74, 82, 70)):
        cover(tone, line, *tilt(oval(x, y, 8.6, 14), x, y, turn))
        line.line(*tilt([(x - 2, y - 7), (x - 3, y + 6)], x, y, turn), width=2)
    line.curve((72, 44), (72, 34), (80, 28), (86, 26), W)


def oil(tone: Pen, line: Pen) -> None:
    """A cruet of oil or vinegar with its handle, and an olive branch."""
    line.curve((44, 34), (70, 30), (76, 62), (58, 72), W)
    cruet = curve_through((26, 24), (27, 40), (10, 52), (10, 72), (10, 88), (18, 92), (34, 92),
                          (50, 92), (58, 88), (58, 72), (58, 52), (41, 40), (42, 24))  # fmt: skip
    blank(tone, line, *cruet)
    full = curve_through((12, 64), (26, 58), (40, 70), (56, 64), (60, 90), (50, 90), (34, 90),
                         (18, 90), (8, 90), (12, 64))  # fmt: skip
    shape(tone, line, *full, width=THIN)
    blank(tone, line, (22, 24), (46, 24), (54, 16), (46, 16), (22, 16))
    cover(tone, line, (28, 4), (40, 4), (40, 16), (28, 16))
    line.curve((66, 92), (76, 80), (84, 70), (92, 44), W)
    for x, y, turn in ((74, 70, -64), (94, 68, 40), (80, 50, -40)):
        blank(tone, line, *tilt(oval(x, y, 5, 13), x, y, turn), width=THIN)
    cover(tone, line, *oval(87, 86, 8, 9), width=THIN)


def _jar(tone: Pen, line: Pen) -> None:
    body = both_sides(*curve_through((28, 28), (28, 36), (20, 36), (20, 46), (20, 60), (20, 92),
                                     (24, 92), (34, 92), (44, 92), (50, 92)))  # fmt: skip
    blank(tone, line, *body)
    cover(tone, line, (24, 12), (76, 12), (76, 28), (24, 28))
    for x in (36, 50, 64):
        line.line((x, 15), (x, 25), width=THIN)


def nuts(tone: Pen, line: Pen) -> None:
    """Almonds and pistachios."""
    for x, y, turn in ((32, 30, -28), (68, 36, 40), (40, 68, 76)):
        kernel = curve_through(
            (x, y - 26), (x + 20, y - 8), (x + 16, y + 22), (x, y + 22),
            (x - 16, y + 22), (x - 20, y - 8), (x, y - 26),
        )  # fmt: skip
        cover(tone, line, *tilt(kernel, x, y, turn))
        for side in (-6, 0, 6):
            line.line(*tilt([(x + side * 0.5, y - 10), (x + side, y + 10)], x, y, turn), width=2)
    cover(tone, line, *tilt(oval(76, 76, 20, 13), 76, 76, -24))
    line.line(*tilt([(58, 74), (76, 80), (94, 74)], 76, 76, -24), width=THIN)


def sprig(tone: Pen, line: Pen) -> None:
    """A sprig of herbs."""
    line.curve((50, 94), (48, 70), (54, 40), (50, 12), W)
    for y in (26, 44, 62):
        for side in (-1, 1):
            leaf = curve_through((50, y + 12), (50 + side * 8, y - 6), (50 + side * 30, y - 10),
                                 (50 + side * 38, y - 12), (50 + side * 36, y + 4),
                                 (50 + side * 20, y + 16), (50, y + 12))  # fmt: skip
            shape(tone, line, *leaf, width=THIN)
            line.line((50 + side * 4, y + 9), (50 + side * 26, y - 3), width=2)
    shape(tone, line, *curve_through((50, 4), (62, 14), (58, 24), (50, 28), (42, 24), (38, 14),
                                     (50, 4)), width=THIN)  # fmt: skip


def sack(tone: Pen, line: Pen) -> None:
    """An open sack of flour or grain."""
    shape(tone, line, *curve_through((20, 34), (30, 8), (70, 8), (80, 34)))
    dots(line, 2, (40, 22), (50, 18), (60, 22), (46, 28), (56, 28), (34, 29), (66, 29))
    body = curve_through((18, 40), (8, 60), (8, 84), (22, 92), (40, 92), (60, 92), (78, 92),
                         (92, 84), (92, 60), (82, 40))  # fmt: skip
    blank(tone, line, *body)
    cover(tone, line, *curve_through((12, 36), (30, 26), (70, 26), (88, 36), (90, 44), (86, 46),
                                     (84, 46), (66, 40), (34, 40), (16, 46), (14, 46), (10, 44),
                                     (12, 36)))  # fmt: skip
    for y, side in ((58, 0), (66, -9), (66, 9), (74, 0), (82, -9), (82, 9)):
        line.sweep((50, y + 8), (50 + side, y + 6), (50 + side * 1.6, y), (50 + side * 1.5, y - 6),
                   (2, 5, 1))  # fmt: skip
    line.line((50, 54), (50, 88), width=THIN)
