"""Clothes, and what is worn with them."""

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
from bot.images.pen import Pen, Point, around

Outline = list[Point]


def _robe() -> Outline:
    """A long and wide robe with sleeves."""
    return both_sides((42, 4), (33, 9), (14, 44), (31, 52), (37, 32), (36, 46), (26, 97))


def jalabiya(tone: Pen, line: Pen) -> None:
    """A wide dress with an embroidered neck and hem."""
    shape(tone, line, *_robe())
    blank(tone, line, *curve_through((42, 4), (45, 12), (55, 12), (58, 4)))
    line.line(*curve_through((38, 6), (40, 20), (46, 26), (50, 40), (54, 26), (60, 20), (62, 6)),
              width=THIN)  # fmt: skip
    dots(line, 1.7, (43, 17), (47, 22), (53, 22), (57, 17), (50, 30))
    line.line((27, 87), (73, 87), width=THIN)
    line.line(*[(28 + step * 4, 95 if step % 2 else 89) for step in range(12)], width=2)
    for side in (-1, 1):
        line.line((50 + side * 33, 37), (50 + side * 17, 44), width=THIN)


def mukhawwar(tone: Pen, line: Pen) -> None:
    """A dress on its hanger, its front all embroidered."""
    line.curve((50, 12), (50, 6), (58, 6), (56, 0), THIN)
    line.line((34, 18), (50, 11), (66, 18), width=THIN)
    blank(tone, line, *both_sides((40, 14), (31, 18), (12, 50), (28, 58), (36, 42), (28, 98)))
    bib = both_sides(*curve_through((40, 14), (38, 32), (40, 46), (50, 58)))
    cover(tone, line, *bib, width=THIN)
    blank(tone, line, *curve_through((40, 14), (43, 23), (57, 23), (60, 14)), width=THIN)
    for x, y in around(50, 39, 6.4, 6):
        line.disc(x, y, 2.8)
    line.disc(50, 39, 2.2)
    dots(line, 1.7, (43, 28), (57, 28), (50, 51))
    tone.polygon((30, 86), (70, 86), (72, 98), (28, 98))
    line.line((30, 86), (70, 86), width=THIN)
    for x in (37, 50, 63):
        for px, py in around(x, 92, 3.2, 4):
            line.disc(px, py, 1.8)
    for x, y in ((41, 77), (59, 77), (50, 70), (39, 64), (61, 64)):
        line.disc(x, y, 1.7)
    for side in (-1, 1):
        tone.polygon((50 + side * 38, 50), (50 + side * 22, 58), (50 + side * 20, 52),
                     (50 + side * 35, 44))  # fmt: skip
        line.line((50 + side * 35, 44), (50 + side * 19.5, 51), width=THIN)


def shaila(tone: Pen, line: Pen) -> None:
    """A long scarf over a rod, with embroidered ends and a fringe."""
    line.line((4, 14), (96, 14), width=W)
    dots(line, 4, (4, 14), (96, 14))
    cover(tone, line, *curve_through((48, 14), (50, 40), (52, 50), (50, 78)), (86, 78),
          *curve_through((86, 78), (90, 50), (84, 40), (86, 14)))  # fmt: skip
    blank(tone, line, *curve_through((16, 14), (18, 40), (10, 50), (14, 86)), (56, 86),
          *curve_through((56, 86), (60, 50), (52, 40), (56, 14)))  # fmt: skip
    tone.polygon((13, 66), (58, 66), (56, 86), (14, 86))
    line.line((13, 66), (58, 66), width=THIN)
    for x in (24, 36, 48):
        for px, py in around(x, 76, 3.4, 5, -90):
            line.disc(px, py, 2.2)
    for step in range(8):
        line.line((15 + step * 5.6, 88), (15 + step * 5.6, 95), width=2)
    for step in range(5):
        line.line((62 + step * 5.4, 80), (62 + step * 5.4, 87), width=2)
    line.curve((30, 20), (32, 36), (26, 48), (28, 60), THIN)
    line.curve((44, 20), (42, 36), (46, 48), (44, 60), THIN)
    line.curve((70, 20), (68, 40), (74, 56), (70, 72), THIN)


def kandura(tone: Pen, line: Pen) -> None:
    """A straight robe with a round neck and its tassel."""
    blank(tone, line, *both_sides((41, 4), (31, 9), (18, 52), (29, 57), (35, 34), (31, 97)))
    line.line((35, 36), (37, 26), width=THIN)
    line.line((65, 36), (63, 26), width=THIN)
    cover(tone, line, *curve_through((41, 4), (43, 13), (57, 13), (59, 4)), width=THIN)
    line.line((50, 14), (50, 46), width=THIN)
    tone.polygon((46, 14), (54, 14), (54, 34), (46, 34))
    line.line((46, 14), (46, 34), (54, 34), (54, 14), width=THIN)
    dots(line, 1.7, (50, 20), (50, 27))
    line.sweep((50, 36), (50, 42), (50, 48), (50, 56), (2, 3, 7))
    line.line((32, 91), (68, 91), width=THIN)
    for side in (-1, 1):
        line.line((50 + side * 30.5, 47), (50 + side * 19.6, 52), width=THIN)


def abaya(tone: Pen, line: Pen) -> None:
    """A cloak that is open in front."""
    shape(tone, line, *both_sides((42, 4), (32, 8), (12, 54), (14, 62), (32, 54), (24, 97)))
    blank(tone, line, (46, 5), (54, 5), (59, 97), (41, 97), width=THIN)
    for side in (-1, 1):
        line.curve((50 + side * 8, 6), (50 + side * 14, 30), (50 + side * 10, 60),
                   (50 + side * 16, 94), THIN)  # fmt: skip
        line.line((50 + side * 18, 54), (50 + side * 17, 34), width=THIN)
        for y in (22, 36, 50, 64, 78):
            line.disc(50 + side * (9 + y * 0.05), y, 1.8)


def burqa(tone: Pen, line: Pen) -> None:
    """The burqa of the Emirates, with its ridge and its ties."""
    face = both_sides(*curve_through((50, 18), (36, 18), (22, 20), (12, 26), (10, 36), (12, 42),
                                     (14, 48)),
                      *curve_through((14, 48), (30, 46), (38, 52), (40, 62), (42, 74), (46, 82),
                                     (50, 84)))  # fmt: skip
    shape(tone, line, *face)
    for side in (-1, 1):
        eye = curve_through((50 + side * 8, 36), (50 + side * 14, 28), (50 + side * 30, 30),
                            (50 + side * 34, 36), (50 + side * 28, 44), (50 + side * 14, 44),
                            (50 + side * 8, 36))  # fmt: skip
        blank(tone, line, *eye, width=THIN)
        line.curve((50 + side * 38, 28), (50 + side * 48, 22), (50 + side * 46, 12),
                   (50 + side * 52, 6), THIN)  # fmt: skip
        line.curve((50 + side * 37, 46), (50 + side * 46, 52), (50 + side * 44, 66),
                   (50 + side * 50, 76), THIN)  # fmt: skip
    cover(tone, line, (47, 18), (53, 18), (53, 84), (47, 84), width=THIN)


def dress(tone: Pen, line: Pen) -> None:
    """A girl's dress with a bow."""
    shape(tone, line, *both_sides((38, 10), (28, 14), (20, 32), (34, 36), (36, 48), (10, 90)))
    blank(tone, line, *curve_through((38, 10), (42, 22), (58, 22), (62, 10)), width=THIN)
    line.line((36, 48), (64, 48), width=THIN)
    for side in (-1, 1):
        cover(tone, line, (50, 48), (50 + side * 15, 40), (50 + side * 15, 56), width=THIN)
        line.line((50, 50), (50 + side * 8, 66), width=THIN)
    line.disc(50, 48, 3.4)
    line.line(*[(12 + step * 5.4, 89 if step % 2 else 83) for step in range(15)], width=THIN)
    dots(line, 2, (30, 74), (44, 76), (58, 76), (72, 74), (37, 64), (64, 64))


def cap(tone: Pen, line: Pen) -> None:
    """A man's cap with its head-cloth and cord."""
    cloth = both_sides(*curve_through((50, 8), (24, 8), (16, 30), (16, 46)),
                       *curve_through((16, 46), (16, 66), (4, 76), (6, 92)), (34, 92),
                       *curve_through((34, 92), (40, 76), (34, 56), (34, 48)))  # fmt: skip
    blank(tone, line, *cloth)
    face = both_sides(*curve_through((34, 48), (34, 68), (40, 80), (50, 82)))
    cover(tone, line, *face, width=THIN)
    for y in (26, 35):
        line.line(*oval(50, y, 33, 10, 10, 170), width=5)
    line.line((14, 84), (36, 84), width=THIN)
    line.line((64, 84), (86, 84), width=THIN)
    dots(tone, 3, (22, 62), (28, 72), (18, 76), (78, 62), (72, 72), (82, 76))


def bag(tone: Pen, line: Pen) -> None:
    """A hand-made bag."""
    line.curve((30, 40), (30, 4), (70, 4), (70, 40), W)
    shape(tone, line, *curve_through((14, 38), (10, 64), (6, 80), (10, 92), (30, 94), (70, 94),
                                     (90, 92), (94, 80), (90, 64), (86, 38)))  # fmt: skip
    cover(tone, line, *curve_through((14, 38), (22, 66), (40, 68), (50, 68), (60, 68), (78, 66),
                                     (86, 38)))  # fmt: skip
    line.disc(50, 68, 5)
    line.line(*[(18 + step * 5.4, 88 if step % 2 else 80) for step in range(13)], width=THIN)


def sandals(tone: Pen, line: Pen) -> None:
    """A pair of sandals."""
    for x, turn in ((30, -6), (70, 6)):
        sole = curve_through(
            (x - 14, 28), (x - 18, 4), (x + 18, 4), (x + 14, 28), (x + 10, 50),
            (x + 18, 92), (x, 92), (x - 18, 92), (x - 10, 50), (x - 14, 28),
        )  # fmt: skip
        cover(tone, line, *tilt(sole, x, 50, turn))
        for side in (-1, 1):
            line.line(*tilt([(x, 20), (x + side * 15, 40)], x, 50, turn), width=W)
        strap = tilt([(x - 15, 34), (x + 15, 34), (x + 13, 44), (x - 13, 44)], x, 50, turn)
        cover(tone, line, *strap, width=THIN)


def bow(tone: Pen, line: Pen) -> None:
    """A bow for the hair."""
    for side in (-1, 1):
        line.line((50 + side * 4, 54), (50 + side * 24, 90), (50 + side * 10, 84), width=W)
        loop = curve_through((50, 46), (50 + side * 14, 18), (50 + side * 44, 14),
                             (50 + side * 45, 30), (50 + side * 46, 52), (50 + side * 44, 70),
                             (50 + side * 34, 70), (50 + side * 20, 66), (50 + side * 8, 54),
                             (50, 50))  # fmt: skip
        shape(tone, line, *loop)
        line.curve((50 + side * 8, 46), (50 + side * 18, 40), (50 + side * 24, 38),
                   (50 + side * 32, 38), THIN)  # fmt: skip
    cover(tone, line, *oval(50, 48, 8, 9))
