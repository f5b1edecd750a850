"""The emblems of the screens, drawn like those of the packages in a square of 100 units."""

from bot.images.emblems import EMBLEMS, HOUSE_EMBLEM, Emblem, W
from bot.images.pen import Pen, bezier
from handlers.dialog.pictures import Icon, PackageKey


def icon_of(icon: Icon, package: PackageKey | None) -> Emblem:
    """What is drawn for `icon`; `package` stands for the emblem of the banner's own package."""
    if icon == "package":
        return EMBLEMS[package] if package else HOUSE_EMBLEM
    return _ICONS[icon]


def _shop(tone: Pen, line: Pen) -> None:
    tone.polygon((20, 18), (80, 18), (90, 44), (10, 44))
    line.line((20, 18), (80, 18), (90, 44), (10, 44), width=W, closed=True)
    for x in (20, 40, 60, 80):
        tone.disc(x, 44, 9)
        line.curve((x - 10, 44), (x - 9, 58), (x + 9, 58), (x + 10, 44), W)
    for top, foot in ((35, 30), (50, 50), (65, 70)):
        line.line((top, 18), (foot, 44), width=W)
    line.line((18, 56), (18, 88), (82, 88), (82, 56), width=W)
    line.line((42, 88), (42, 66), (60, 66), (60, 88), width=W)


def _search(tone: Pen, line: Pen) -> None:
    tone.disc(42, 42, 28)
    line.ring(42, 42, 28, W)
    line.line((63, 63), (70, 70), width=W)
    line.line((70, 70), (88, 88), width=W * 2)
    line.curve((24, 42), (24, 32), (32, 24), (42, 24), 2.6)


def _cart(tone: Pen, line: Pen) -> None:
    tone.polygon((27, 30), (90, 30), (79, 58), (35, 58))
    line.line((8, 16), (22, 16), (37, 66), (80, 66), width=W)
    line.line((27, 30), (90, 30), (79, 58), (35, 58), width=W)
    line.line((47, 30), (50, 58), width=2.6)
    line.line((69, 30), (65, 58), width=2.6)
    for x in (44, 74):
        line.ring(x, 80, 6.4, W)


def _orders(tone: Pen, line: Pen) -> None:
    foot = [(78, 92), (69, 84), (60, 92), (50, 84), (40, 92), (31, 84), (22, 92)]
    tone.polygon((22, 10), (78, 10), *foot)
    line.line((22, 10), (78, 10), *foot, width=W, closed=True)
    for y, end in ((28, 66), (42, 66), (56, 52)):
        line.line((34, y), (end, y), width=W)
    line.line((52, 68), (58, 74), (70, 60), width=W)


def _bazaar(tone: Pen, line: Pen) -> None:
    roof = bezier((50, 14), (54, 34), (74, 42), (90, 46))
    roof += [(100 - x, y) for x, y in reversed(roof)]
    tone.polygon(*roof)
    line.line(*roof, width=W, closed=True)
    for index in range(4):
        x = 20 + index * 20
        line.curve((x - 10, 47), (x - 8, 60), (x + 8, 60), (x + 10, 47), W)
    line.line((50, 14), (50, 4), width=W)
    line.polygon((50, 3), (64, 7), (50, 11))
    line.line((14, 58), (14, 90), width=W)
    line.line((86, 58), (86, 90), width=W)
    line.line((8, 90), (92, 90), width=W)
    line.curve((36, 90), (36, 68), (44, 66), (50, 60), W)
    line.curve((64, 90), (64, 68), (56, 66), (50, 60), W)


def _family(tone: Pen, line: Pen) -> None:
    house = [(50, 12), (90, 46), (80, 46), (80, 88), (20, 88), (20, 46), (10, 46)]
    tone.polygon(*house)
    line.line(*house, width=W, closed=True)
    heart = bezier((50, 76), (26, 62), (30, 42), (42, 44)) + bezier(
        (42, 44), (47, 45), (49, 49), (50, 52)
    )
    line.polygon(*heart, *[(100 - x, y) for x, y in reversed(heart)])


def _desk(tone: Pen, line: Pen) -> None:
    dome = bezier((14, 70), (14, 22), (86, 22), (86, 70))
    tone.polygon(*dome)
    line.line(*dome, width=W, closed=True)
    line.box(8, 74, 92, 84, 4, width=W)
    line.line((50, 34), (50, 24), width=W)
    line.disc(50, 21, 5)
    line.curve((26, 62), (27, 50), (36, 44), (44, 43), 2.6)


def _deliveries(tone: Pen, line: Pen) -> None:
    cab = [(58, 38), (76, 38), (92, 56), (92, 74), (58, 74)]
    tone.box(8, 24, 58, 74)
    line.box(8, 24, 58, 74, 3, width=W)
    line.line(*cab, width=W, closed=True)
    line.line((68, 46), (74, 46), (82, 56), (68, 56), width=2.6, closed=True)
    for x in (28, 74):
        line.disc(x, 76, 11, ink=0)
        tone.disc(x, 76, 11, ink=0)
        line.ring(x, 76, 9, W)
        line.disc(x, 76, 2.6)
    line.line((20, 40), (44, 40), width=2.6)
    line.line((20, 50), (36, 50), width=2.6)


def _catalogue(tone: Pen, line: Pen) -> None:
    for left, top in ((12, 12), (54, 54)):
        tone.box(left, top, left + 34, top + 34, 6)
    for left in (12, 54):
        for top in (12, 54):
            line.box(left, top, left + 34, top + 34, 6, width=W)
    line.polygon((71, 17), (83, 29), (71, 41), (59, 29))
    line.ring(29, 71, 8, W)


def _people(tone: Pen, line: Pen) -> None:
    for x, y, size in ((72, 36, 0.8), (36, 32, 1.0)):
        left, right, foot = x - 28 * size, x + 28 * size, 88.0
        top = foot - 38 * size
        back = bezier((left, foot), (left, top - 4), (right, top - 4), (right, foot))
        for pen in (tone, line):
            pen.polygon(*back, ink=0)
            pen.disc(x, y, 17 * size, ink=0)
        tone.polygon(*back)
        line.line(*back, width=W, closed=True)
        line.ring(x, y, 14 * size, W)


def _settings(tone: Pen, line: Pen) -> None:
    for y, knob in ((24, 66), (50, 34), (76, 58)):
        line.line((10, y), (90, y), width=W)
        line.disc(knob, y, 11, ink=0)
        tone.disc(knob, y, 9)
        line.ring(knob, y, 9, W)


def _help(tone: Pen, line: Pen) -> None:
    tone.box(10, 12, 90, 72, 16)
    line.box(10, 12, 90, 72, 16, width=W)
    line.polygon((26, 70), (50, 70), (30, 90))
    line.curve((38, 34), (38, 20), (62, 20), (62, 34), W * 1.2)
    line.curve((62, 34), (62, 44), (50, 42), (50, 51), W * 1.2)
    line.disc(50, 61, 3.6)


_ICONS: dict[Icon, Emblem] = {
    "shop": _shop,
    "search": _search,
    "cart": _cart,
    "orders": _orders,
    "bazaar": _bazaar,
    "family": _family,
    "desk": _desk,
    "deliveries": _deliveries,
    "catalogue": _catalogue,
    "people": _people,
    "settings": _settings,
    "help": _help,
}
