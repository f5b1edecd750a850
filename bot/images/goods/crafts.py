"""What is made with needle, wool, paper and paint."""

import math
from itertools import pairwise

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
from bot.images.pen import Pen, Point, around


def talli(tone: Pen, line: Pen) -> None:
    """A braid of talli that unrolls from its reel."""
    path = curve_through((24, 12), (50, 2), (92, 4), (88, 28), (84, 52), (44, 46), (46, 68),
                         (48, 86), (72, 90), (96, 80))  # fmt: skip
    edges: tuple[list[Point], list[Point]] = ([], [])
    for (x, y), (next_x, next_y) in pairwise(dict.fromkeys(path)):
        angle = math.atan2(next_y - y, next_x - x) + math.pi / 2
        for edge, half in zip(edges, (-9, 9), strict=True):
            edge.append((x + math.cos(angle) * half, y + math.sin(angle) * half))
    cover(tone, line, *edges[0], *reversed(edges[1]))
    for x, y in path[6::5]:
        line.polygon((x - 4.6, y), (x, y - 4.6), (x + 4.6, y), (x, y + 4.6))
    cover(tone, line, *oval(24, 38, 24, 36))
    for share in (0.7, 0.42):
        line.line(*oval(24, 38, 24 * share, 36 * share), width=THIN, closed=True)
    line.disc(24, 38, 4)


def doll(tone: Pen, line: Pen) -> None:
    """A crocheted doll."""
    for side in (-1, 1):
        shape(tone, line, *tilt(oval(50 + side * 26, 58, 6.5, 15), 50 + side * 26, 58, -side * 40))
        cover(tone, line, *oval(50 + side * 10, 88, 8, 9))
        blank(tone, line, *oval(50 + side * 25, 26, 9, 12))
    cover(tone, line, (40, 46), (60, 46), (76, 84), (24, 84))
    line.line(*[(27 + step * 4.6, 82 if step % 2 else 76) for step in range(11)], width=THIN)
    line.line((35, 62), (65, 62), width=THIN)
    blank(tone, line, *oval(50, 26, 22, 21))
    line.polygon(*curve_through((28, 24), (28, 2), (72, 2), (72, 24), (62, 18), (56, 14), (50, 12),
                                (44, 14), (38, 18), (28, 24)))  # fmt: skip
    dots(line, 2.6, (42, 28), (58, 28))
    line.curve((43, 36), (47, 40), (53, 40), (57, 36), THIN)
    dots(tone, 3.4, (36, 34), (64, 34))


def yarn(tone: Pen, line: Pen) -> None:
    """A ball of wool with its hook."""
    line.line((60, 62), (96, 6), width=W)
    line.curve((96, 6), (98, 0), (90, -2), (90, 4), THIN)
    cover(tone, line, *oval(44, 54, 38, 38))
    for shift in (-14, 0, 14):
        line.curve((18 + shift * 0.6, 30 + shift), (36, 34 + shift), (52, 52 + shift),
                   (60 + shift * 0.7, 84 - abs(shift) * 0.4), THIN)  # fmt: skip
    for shift in (-10, 4):
        line.curve((36 + shift, 20 - shift * 0.2), (52 + shift, 26), (68, 38 - shift),
                   (80, 58 - shift), THIN)  # fmt: skip
    line.curve((60, 88), (76, 98), (86, 84), (98, 92), W)


def embroidery(tone: Pen, line: Pen) -> None:
    """A hoop with a flower that is being embroidered."""
    line.ring(48, 54, 42, W)
    tone.disc(48, 54, 36)
    line.ring(48, 54, 36, THIN)
    cover(tone, line, (42, 2), (54, 2), (54, 12), (42, 12))
    for x, y in around(42, 48, 11, 6):
        blank(tone, line, *oval(x, y, 7, 7), width=THIN)
    line.disc(42, 48, 5)
    line.curve((44, 60), (46, 70), (50, 76), (58, 80), THIN)
    blank(tone, line, *tilt(oval(56, 68, 4.6, 9), 56, 68, 50), width=THIN)
    line.curve((64, 52), (72, 42), (80, 56), (74, 70), THIN)
    line.sweep((62, 56), (76, 70), (84, 78), (98, 92), (1, 4, 5))


def notebook(tone: Pen, line: Pen) -> None:
    """A bound notebook with a ribbon."""
    blank(tone, line, (24, 12), (88, 12), (88, 92), (24, 92))
    cover(tone, line, (14, 6), (78, 6), (78, 86), (14, 86))
    line.line((26, 6), (26, 86), width=THIN)
    for y in (14, 26, 38, 50, 62, 74):
        line.line((8, y), (20, y), width=W)
    blank(tone, line, (38, 22), (68, 22), (68, 44), (38, 44), width=THIN)
    line.line((44, 30), (62, 30), width=THIN)
    line.line((44, 37), (56, 37), width=THIN)
    line.polygon((58, 78), (68, 78), (68, 100), (63, 94), (58, 100))


def painting(tone: Pen, line: Pen) -> None:
    """A framed picture of dunes with a palm."""
    shape(tone, line, (4, 12), (96, 12), (96, 88), (4, 88))
    blank(tone, line, (14, 22), (86, 22), (86, 78), (14, 78))
    tone.polygon(*curve_through((14, 62), (30, 46), (46, 64), (60, 58), (72, 52), (80, 54),
                                (86, 58)), (86, 78), (14, 78))  # fmt: skip
    line.curve((14, 62), (30, 46), (46, 64), (60, 58), THIN)
    line.curve((60, 58), (72, 52), (80, 54), (86, 58), THIN)
    line.ring(34, 36, 8, THIN)
    line.curve((66, 66), (66, 56), (64, 48), (66, 38), THIN)
    for side in (-1, 1):
        line.curve((66, 38), (66 + side * 6, 30), (66 + side * 12, 32), (66 + side * 14, 40), THIN)
        line.curve((66, 38), (66 + side * 4, 36), (66 + side * 8, 40), (66 + side * 8, 48), THIN)
    line.line((40, 12), (50, 2), (60, 12), width=THIN)


def calligraphy(tone: Pen, line: Pen) -> None:
    """A framed panel of calligraphy with its reed pen."""
    shape(tone, line, (6, 8), (82, 8), (82, 84), (6, 84))
    blank(tone, line, (14, 16), (74, 16), (74, 76), (14, 76), width=THIN)
    line.sweep((66, 34), (66, 66), (24, 66), (22, 46), (2, 9, 9, 2))
    line.sweep((62, 22), (60, 34), (62, 44), (60, 54), (7, 7, 3))
    line.sweep((50, 24), (48, 34), (50, 42), (46, 52), (6, 6, 3))
    for x, y in ((34, 36), (42, 68)):
        line.polygon((x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y))
    cover(tone, line, (92, 40), (100, 46), (72, 88), (64, 82))
    line.polygon((72, 88), (64, 82), (58, 96))


def flowers(tone: Pen, line: Pen) -> None:
    """A bunch of flowers in paper."""
    for x, y in ((50, 20), (28, 32), (72, 32)):
        for px, py in around(x, y, 9, 6, x):
            cover(tone, line, *oval(px, py, 7.4, 7.4), width=THIN)
        line.disc(x, y, 5)
    cover(tone, line, (18, 48), (50, 58), (40, 94), (32, 94))
    cover(tone, line, (82, 48), (50, 58), (60, 94), (68, 94))
    blank(tone, line, (18, 48), (50, 60), (82, 48), (62, 94), (38, 94))
    line.line((50, 60), (50, 94), width=THIN)
    cover(tone, line, (34, 74), (66, 74), (64, 82), (36, 82), width=THIN)


def toy(tone: Pen, line: Pen) -> None:
    """A wooden toy horse on wheels."""
    body = curve_through((26, 70), (22, 50), (28, 42), (44, 44), (54, 44), (58, 38), (58, 24),
                         (58, 14), (66, 8), (72, 8), (74, 14), (84, 22), (90, 30), (90, 38),
                         (82, 40), (78, 36), (76, 46), (78, 54), (76, 70))  # fmt: skip
    shape(tone, line, *body)
    line.disc(75, 24, 2.6)
    for step in range(4):
        line.line((57, 18 + step * 7), (51, 16 + step * 7), width=W)
    line.curve((27, 52), (14, 50), (12, 64), (14, 72), W)
    cover(tone, line, *curve_through((42, 44), (44, 58), (58, 58), (60, 42)), width=THIN)
    line.line((12, 76), (88, 76), width=W)
    for x in (26, 74):
        cover(tone, line, *oval(x, 84, 11, 11))
        line.disc(x, 84, 3)
