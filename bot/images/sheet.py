"""A sheet of few colours: a byte a pixel is painted and packed several times as fast as three."""

from functools import lru_cache
from typing import NamedTuple

from PIL import Image, ImageColor

from bot.images.palette import blend
from bot.images.typeset import Line, Setting, draw_line, placed_lines

Box = tuple[int, int, int, int]

STEPS = 15
"""From a ground to what is laid on it: as fine as eyes see the edge of a letter."""
MOST_COLOURS = 256


class Shaded(NamedTuple):
    """What a mask looks like in one colour: the number of each pixel, and which are painted."""

    numbers: Image.Image
    inked: Image.Image


class Inlay(NamedTuple):
    """A kept picture that a sheet has room for: its pixels, and the colours that are its own."""

    pixels: Image.Image
    palette: bytes


class Colours:
    """The colours of sheets: each of some grounds, what is laid on it, and the shades between."""

    def __init__(self, *pairs: tuple[str, str]) -> None:
        """Of each pair the first is the ground; both are such as ``#FCF8F0``."""
        self._numbers: dict[bytes, int] = {}
        self._shades: dict[tuple[str, str], tuple[list[int], list[int]]] = {}
        levels = [(value * STEPS + 127) // 255 for value in range(256)]
        painted = [255 * (level > 0) for level in levels]
        for pair in pairs:
            steps = [self._add(each) for each in shades(*pair)]
            self._shades[pair] = [steps[level] for level in levels], painted

    @property
    def palette(self) -> bytes:
        """Red, green and blue of each, in the order of their numbers."""
        return b"".join(self._numbers)

    def number(self, colour: str) -> int:
        """The number of a ground, or of what is laid on one."""
        return self._numbers[pixel_of(colour)]

    def shade(self, mask: Image.Image, ground: str, colour: str) -> Shaded:
        """A mask whose white is the colour, and whose edges let the ground shine through."""
        numbers, painted = self._shades[ground, colour]
        return Shaded(mask.point(numbers), mask.point(painted, "1"))

    def inlay(self, picture: Image.Image) -> Inlay:
        """A picture with as many colours of its own as are left."""
        first = len(self._numbers)
        few = picture.quantize(
            MOST_COLOURS - first, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
        pixels = Image.frombytes("L", few.size, few.tobytes())
        numbers = [min(first + own, MOST_COLOURS - 1) for own in range(256)]
        return Inlay(pixels.point(numbers), bytes(few.getpalette() or ()))

    def _add(self, pixel: bytes) -> int:
        return self._numbers.setdefault(pixel, len(self._numbers))


class Sheet:
    """A picture that is painted with those colours, and may have one inlay."""

    def __init__(self, width: int, height: int, colours: Colours, ground: str) -> None:
        """All of it has the colour `ground`."""
        self._colours = colours
        self._ground = ground
        self._pixels = Image.new("L", (width, height), colours.number(ground))
        self._palette = colours.palette

    @property
    def picture(self) -> Image.Image:
        """What was painted, in mode ``P``; the sheet is not to be painted on afterwards."""
        self._pixels.putpalette(self._palette)
        return self._pixels

    def fill(self, box: Box, colour: str) -> None:
        """Paint left, top, right, foot in one colour."""
        self._pixels.paste(self._colours.number(colour), box)

    def lay(self, inlay: Inlay, at: tuple[int, int]) -> None:
        """Lay the kept picture on it."""
        self._pixels.paste(inlay.pixels, at)
        self._palette = self._colours.palette + inlay.palette

    def stain(
        self, mask: Image.Image, at: tuple[int, int], colour: str, on: str | None = None
    ) -> None:
        """Lay `colour` where the mask is white, its corner at `at`.

        At the edges the ground `on` shines through; whatever is there is painted over.
        """
        self.lay_shaded(self._colours.shade(mask, on or self._ground, colour), at)

    def lay_shaded(self, shaded: Shaded, at: tuple[int, int]) -> None:
        """Lay a mask that was shaded before, its corner at `at`."""
        box = (*at, at[0] + shaded.numbers.width, at[1] + shaded.numbers.height)
        self._pixels.paste(shaded.numbers, box, shaded.inked)

    def write(
        self, setting: Setting, x: int, top: int, colour: str, *, align: str, on: str | None = None
    ) -> int:
        """Write the lines on the ground `on`, see `typeset.write`; returns the foot of the last."""
        for line, start, baseline in placed_lines(setting, x, top, align=align):
            drawn = _shaded_line(line, self._colours, on or self._ground, colour)
            if drawn is not None:
                shaded, left, above = drawn
                self.lay_shaded(shaded, (start + left, baseline - above))
        return top + setting.height


@lru_cache(maxsize=64)
def _shaded_line(
    line: Line, colours: Colours, ground: str, colour: str
) -> tuple[Shaded, int, int] | None:
    """The line in that colour, see `typeset.draw_line`; None where it shows nothing.

    Most lines of a receipt are those of every receipt, and to draw them took a third of it.
    """
    mask, left, above = draw_line(line)
    return None if mask is None else (colours.shade(mask, ground, colour), left, above)


def shades(ground: str, colour: str) -> tuple[bytes, ...]:
    """Both colours and those between them, in even steps, each as red, green and blue."""
    between = (blend(ground, colour, step / STEPS) for step in range(1, STEPS))
    return tuple(map(pixel_of, (ground, *between, colour)))


@lru_cache(maxsize=256)
def pixel_of(colour: str) -> bytes:
    """Red, green and blue of a colour such as ``#FCF8F0``."""
    return bytes(ImageColor.getrgb(colour)[:3])
