"""A pen that draws smooth shapes into a mask, which is then stained onto a picture."""

import math
from itertools import pairwise

from PIL import Image, ImageDraw

Point = tuple[float, float]

_STEPS = 36


class Pen:
    """Draws white on a black mask in units of its own, finer than the pixels of the result."""

    def __init__(
        self,
        width: int,
        height: int,
        units: float,
        fine: int = 3,
        corner: Point = (0, 0),
    ) -> None:
        """A mask of `width` by `height` pixels whose width counts `units` units.

        `corner` is the place, in units, of its upper left corner.
        """
        self._corner = corner
        self._fine = fine
        self._scale = width * fine / units
        self._sheet = Image.new("L", (width * fine, height * fine))
        self._draw = ImageDraw.Draw(self._sheet)
        self.right = units
        self.foot = units * height / width

    def mask(self) -> Image.Image:
        """What was drawn, at the size asked for, with soft edges."""
        return self._sheet.reduce(self._fine)

    def _at(self, points: list[Point]) -> list[Point]:
        left, top = self._corner
        return [((x - left) * self._scale, (y - top) * self._scale) for x, y in points]

    def line(self, *points: Point, width: float, closed: bool = False, ink: int = 255) -> None:
        """A line with round ends and corners."""
        path = self._at([*points, points[0]] if closed else list(points))
        thick = max(1, round(width * self._scale))
        self._draw.line(path, fill=ink, width=thick, joint="curve")
        for point in (path[0], path[-1]):
            self._draw.circle(point, (thick - 1) / 2, fill=ink)

    def curve(self, a: Point, b: Point, c: Point, d: Point, width: float) -> None:
        """A Bézier curve of even width with round ends."""
        self.sweep(a, b, c, d, (width, width))
        self.disc(*a, width / 2)
        self.disc(*d, width / 2)

    def sweep(self, a: Point, b: Point, c: Point, d: Point, widths: tuple[float, ...]) -> None:
        """A Bézier curve whose width runs through `widths`, like a reed pen's or smoke's."""
        path = bezier(a, b, c, d)
        left: list[Point] = []
        right: list[Point] = []
        for index, (x, y) in enumerate(path):
            before, after = path[max(0, index - 1)], path[min(len(path) - 1, index + 1)]
            angle = math.atan2(after[1] - before[1], after[0] - before[0]) + math.pi / 2
            half = _between(widths, index / (len(path) - 1)) / 2
            left.append((x + math.cos(angle) * half, y + math.sin(angle) * half))
            right.append((x - math.cos(angle) * half, y - math.sin(angle) * half))
        self.polygon(*left, *reversed(right))

    def polygon(self, *points: Point, ink: int = 255) -> None:
        """A filled shape."""
        self._draw.polygon(self._at(list(points)), fill=ink)

    def disc(self, x: float, y: float, radius: float, ink: int = 255) -> None:
        """A filled circle."""
        self._draw.circle(self._at([(x, y)])[0], radius * self._scale, fill=ink)

    def ring(self, x: float, y: float, radius: float, width: float) -> None:
        """A circle's line, `width` to the inside and outside of `radius` together."""
        self._draw.circle(
            self._at([(x, y)])[0],
            (radius + width / 2) * self._scale,
            outline=255,
            width=max(1, round(width * self._scale)),
        )

    def box(
        self, x: float, y: float, right: float, foot: float, radius: float = 0, width: float = 0
    ) -> None:
        """A rectangle with rounded corners: filled, or its outline when `width` is given."""
        (left, top), (end, base) = self._at([(x, y), (right, foot)])
        thick = max(1, round(width * self._scale)) if width else 0
        self._draw.rounded_rectangle(
            (left, top, end, base),
            radius * self._scale,
            fill=None if width else 255,
            outline=255 if width else None,
            width=thick,
        )


def bezier(a: Point, b: Point, c: Point, d: Point, steps: int = _STEPS) -> list[Point]:
    """Points along a cubic Bézier curve, its ends included."""
    found = []
    for step in range(steps + 1):
        t = step / steps
        u = 1 - t
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        corners = list(zip(weights, (a, b, c, d), strict=True))
        found.append((sum(w * p[0] for w, p in corners), sum(w * p[1] for w, p in corners)))
    return found


def around(x: float, y: float, radius: float, count: int, turn: float = 0) -> list[Point]:
    """`count` points evenly round a circle; `turn` in degrees, 0 starts on the right."""
    angles = (math.radians(turn + index * 360 / count) for index in range(count))
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles]


def star(x: float, y: float, outer: float, inner: float, points: int = 8) -> list[Point]:
    """The corners of a star with a point straight up."""
    tips = around(x, y, outer, points, -90)
    notches = around(x, y, inner, points, -90 + 180 / points)
    return [corner for pair in zip(tips, notches, strict=True) for corner in pair]


def _between(widths: tuple[float, ...], share: float) -> float:
    place = share * (len(widths) - 1)
    low = min(int(place), len(widths) - 2)
    one, other = list(pairwise(widths))[low]
    return one + (other - one) * (place - low)


def stain(
    image: Image.Image, mask: Image.Image, at: tuple[int, int], colour: str, strength: float = 1.0
) -> None:
    """Lays `colour` on `image` where the mask is white, its corner at `at`."""
    if strength < 1:
        mask = mask.point([round(value * strength) for value in range(256)])
    image.paste(colour, (*at, at[0] + mask.width, at[1] + mask.height), mask)
