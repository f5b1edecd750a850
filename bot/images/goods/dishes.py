"""Cooked dishes, bread and what is drunk."""

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
    tilt,
)
from bot.images.pen import Pen, star


def harees(tone: Pen, line: Pen) -> None:
    """A deep dish of smooth harees with a pool of ghee."""
    _deep_dish(tone, line)
    tone.polygon(*oval(50, 47, 40, 15))
    line.line(*oval(50, 47, 40, 15), width=THIN, closed=True)
    line.line(*oval(50, 47, 27, 9.5, 200, 500), width=THIN)
    line.polygon(*oval(50, 47, 13, 5))
    steam(line, (34, 24), (50, 20), (66, 24))


def _deep_dish(tone: Pen, line: Pen) -> None:
    body = curve_through((4, 46), (6, 72), (24, 88), (50, 88), (76, 88), (94, 72), (96, 46))
    blank(tone, line, *body)
    line.line((30, 94), (70, 94), width=W)
    line.line(*[(14 + step * 6, 66 if step % 2 else 73) for step in range(13)], width=THIN)
    blank(tone, line, *oval(50, 46, 46, 19))


def balaleet(tone: Pen, line: Pen) -> None:
    """Sweet vermicelli on a plate, under a folded omelette."""
    blank(tone, line, *oval(50, 72, 47, 17))
    heap = curve_through((10, 68), (14, 40), (34, 28), (50, 28), (66, 28), (86, 40), (90, 68),
                         (74, 80), (26, 80), (10, 68))  # fmt: skip
    line.polygon(*heap, ink=0)
    for y in (44, 52, 60, 68, 76):
        inset = abs(y - 66) * 0.55
        line.curve((12 + inset, y), (34, y - 14), (40, y + 14), (54, y), THIN)
        line.curve((54, y), (64, y - 12), (72, y + 10), (88 - inset, y - 1), THIN)
    line.line(*heap, width=W)
    omelette = curve_through((22, 50), (22, 20), (48, 8), (68, 14), (84, 20), (88, 36), (82, 46),
                             (62, 42), (42, 44), (22, 50))  # fmt: skip
    cover(tone, line, *omelette)
    line.curve((30, 38), (44, 26), (62, 28), (76, 36), THIN)
    dots(line, 2, (48, 19), (60, 22), (40, 27), (68, 28))


def arseeya(tone: Pen, line: Pen) -> None:
    """Pounded rice in a footed bowl, with sauce round it and the wooden beater in it."""
    line.line((62, 34), (88, 6), width=7)
    line.line((62, 34), (88, 6), width=1.6, ink=0)
    cover(tone, line, *curve_through((12, 50), (18, 34), (34, 20), (50, 20), (66, 20), (82, 34),
                                     (88, 50)))  # fmt: skip
    line.polygon(*curve_through((36, 24), (44, 16), (56, 16), (64, 24), (66, 38), (60, 38),
                                (58, 30), (52, 34), (50, 44), (44, 42), (42, 32), (36, 30),
                                (36, 24)))  # fmt: skip
    dots(line, 1.8, (26, 42), (34, 36), (70, 38), (76, 44), (66, 46), (40, 46))
    bowl = [(6, 50), (94, 50), *curve_through((94, 50), (92, 72), (74, 78), (50, 78))]
    bowl += curve_through((50, 78), (26, 78), (8, 72), (6, 50))
    blank(tone, line, *bowl)
    tone.polygon((9, 58), (91, 58), (87, 66), (13, 66))
    line.line((9, 58), (91, 58), width=THIN)
    line.line((13, 66), (87, 66), width=THIN)
    cover(tone, line, (40, 78), (60, 78), (70, 92), (30, 92))


def rice_platter(tone: Pen, line: Pen) -> None:
    """A platter of spiced rice with a leg of chicken on it."""
    blank(tone, line, *oval(50, 74, 47, 16))
    shape(tone, line, *curve_through((12, 72), (18, 46), (36, 36), (50, 36), (64, 36), (82, 46),
                                     (88, 72), (66, 82), (34, 82), (12, 72)))  # fmt: skip
    for x, y, turn in ((24, 62, 20), (34, 70, -30), (48, 74, 10), (62, 72, 40), (76, 64, -20),
                       (70, 56, 30), (30, 54, -40)):  # fmt: skip
        line.line(*tilt([(x - 3, y), (x + 3, y)], x, y, turn), width=THIN)
    leg = curve_through((34, 48), (26, 26), (50, 12), (62, 24), (68, 32), (64, 38), (72, 42),
                        (60, 50), (48, 62), (34, 48))  # fmt: skip
    cover(tone, line, *leg)
    line.line((66, 34), (82, 22), width=6)
    dots(line, 4.4, (83, 18), (87, 24))
    line.curve((42, 40), (42, 30), (50, 26), (54, 28), THIN)


def samosa(tone: Pen, line: Pen) -> None:
    """Fried pastries with three corners and a crimped edge."""
    cover(tone, line, (66, 12), (96, 66), (42, 62))
    line.curve((66, 24), (70, 40), (74, 50), (82, 58), THIN)
    cover(tone, line, (36, 24), (76, 86), (4, 84))
    for step in range(7):
        x = 14 + step * 9
        line.line((x, 84.5), (x + 3, 77), width=THIN)
    line.curve((36, 38), (32, 52), (26, 62), (20, 68), THIN)
    line.curve((40, 40), (46, 52), (54, 62), (60, 68), THIN)


def flat_bread(tone: Pen, line: Pen) -> None:
    """Thin rounds of bread, the front one folded."""
    for y in (70, 60):
        cover(tone, line, *oval(50, y, 46, 20))
    blank(tone, line, *oval(50, 48, 46, 20))
    tone.polygon(*oval(50, 48, 46, 20))
    dots(line, 3, (24, 46), (36, 56), (30, 38), (56, 60), (70, 54), (80, 46))
    fold = curve_through((38, 28), (48, 54), (70, 58), (92, 40), (86, 30), (62, 24), (38, 28))
    line.polygon(*fold, ink=0)
    tone.polygon(*fold, ink=0)
    line.line(*fold, width=W, closed=True)


def pot(tone: Pen, line: Pen) -> None:
    """A cooking pot that steams."""
    body = [(16, 42), *curve_through((16, 42), (12, 74), (20, 88), (50, 88)),
            *curve_through((50, 88), (80, 88), (88, 74), (84, 42))]  # fmt: skip
    shape(tone, line, *body)
    for side in (-1, 1):
        line.curve((50 + side * 35, 48), (50 + side * 50, 46), (50 + side * 50, 62),
                   (50 + side * 35, 60), W)  # fmt: skip
    cover(tone, line, *curve_through((12, 42), (18, 26), (82, 26), (88, 42)))
    line.disc(50, 26, 4.6)
    steam(line, (36, 20), (64, 20))
    line.line((22, 66), (78, 66), width=THIN)


def fish(tone: Pen, line: Pen) -> None:
    """A fish."""
    shape(tone, line, (72, 50), (96, 28), (90, 50), (96, 72))
    body = curve_through((4, 50), (18, 20), (56, 18), (78, 50), (56, 82), (18, 80), (4, 50))
    cover(tone, line, *body)
    line.curve((28, 30), (36, 42), (36, 58), (28, 70), THIN)
    line.disc(18, 45, 3)
    for x, y in ((46, 38), (58, 44), (46, 54), (58, 60), (36 + 10, 68)):
        line.curve((x, y - 5), (x + 6, y - 3), (x + 6, y + 3), (x, y + 5), THIN)


def tea(tone: Pen, line: Pen) -> None:
    """A glass of tea with mint on its saucer."""
    blank(tone, line, *oval(50, 86, 40, 8))
    body = both_sides(*curve_through((26, 28), (26, 50), (38, 56), (30, 84)))
    blank(tone, line, *body)
    tone.polygon(*both_sides(*curve_through((27, 38), (28, 50), (37, 58), (30, 84))))
    line.line((27, 38), (73, 38), width=THIN)
    line.curve((70, 40), (92, 36), (90, 66), (66, 64), W)
    for turn in (-40, 30):
        cover(tone, line, *tilt(oval(50, 54, 6, 12), 50, 66, turn), width=THIN)
    steam(line, (40, 22), (56, 22))


def cold_drink(tone: Pen, line: Pen) -> None:
    """A tall glass of juice with a slice of lemon."""
    line.line((58, 30), (70, 4), (84, 4), width=W)
    glass = [(22, 26), (78, 26), (70, 92), (30, 92)]
    blank(tone, line, *glass)
    tone.polygon((24, 42), (76, 42), (70, 92), (30, 92))
    line.line((24, 42), (76, 42), width=THIN)
    for x, y, turn in ((42, 58, 14), (58, 70, -20)):
        line.line(*tilt([(x - 8, y - 8), (x + 8, y - 8), (x + 8, y + 8), (x - 8, y + 8)], x, y,
                        turn), width=THIN, closed=True)  # fmt: skip
    cover(tone, line, *oval(24, 24, 17, 17))
    line.ring(24, 24, 11.5, THIN)
    for rind in star(24, 24, 11, 11, 3):
        line.line((24, 24), rind, width=THIN)


def milk(tone: Pen, line: Pen) -> None:
    """A jug of milk."""
    body = curve_through((32, 20), (36, 36), (18, 46), (18, 66), (18, 84), (28, 90), (48, 90),
                         (70, 90), (80, 84), (80, 66), (80, 46), (62, 36), (66, 20))  # fmt: skip
    blank(tone, line, *body)
    tone.polygon((18, 62), (80, 62), *curve_through((80, 62), (80, 84), (70, 90), (48, 90)),
                 *curve_through((48, 90), (28, 90), (18, 84), (18, 62)))  # fmt: skip
    line.curve((18, 62), (36, 54), (58, 70), (80, 60), THIN)
    blank(tone, line, (24, 10), (66, 16), (66, 24), (32, 24))
    line.curve((66, 28), (98, 20), (98, 66), (80, 66), W)
