"""The picture of a product without a photo: never quite like its neighbour in the list."""

import hashlib
from dataclasses import dataclass

from PIL import Image, ImageOps

from bot.images.medallion import set_medallion
from bot.images.motifs import SHAPES, Shape, band, field
from bot.images.palette import blend, palette_of
from bot.images.pen import Pen, stain
from bot.images.subjects import emblem_of
from bot.images.typeset import fit, write
from handlers.dialog.pictures import PackageKey, ProductArt

WIDTH = 1280
_PANEL = 548
_BAND = 36
HEIGHT = _PANEL + _BAND
_MEDALLION = 476


@dataclass(frozen=True)
class CardStyle:
    """What a product's names decide of its card."""

    shape: Shape
    shade: int
    mirrored: bool


def subject_of(art: ProductArt) -> str:
    """What is drawn; a card that was stored without both names has the one."""
    return art.subject or art.name


def look_of(subject: str) -> CardStyle:
    """The look of a product without a photo: one for equal names, spread evenly over all looks."""
    seed = int.from_bytes(hashlib.sha256(subject.encode(errors="replace")).digest()[:8], "big")
    seed, shape = divmod(seed, len(SHAPES))
    seed, shade = divmod(seed, 3)
    return CardStyle(SHAPES[shape], shade, bool(seed % 2))


def draw_product_card(art: ProductArt) -> Image.Image:
    """The product's emblem in the colours of its package; its words stand beneath the picture."""
    image = _backdrop(art.package, subject_of(art))
    if art.tag_line:
        _pin_tag(image, art)
    return image


def _pin_tag(image: Image.Image, art: ProductArt) -> None:
    """Pins the tag line to the upper corner where the text starts."""
    colours = palette_of(art.package)
    tag = fit(art.tag_line, 300, (46, 28), rtl=art.rtl, weight="bold")
    if not tag.lines:
        return
    wide, high = round(tag.width) + 52, 84
    left = WIDTH - 36 - wide if art.rtl else 36
    pill = Pen(wide, high, wide)
    pill.box(0, 0, wide - 1, high - 1, high / 2)
    stain(image, pill.mask(), (left, 36), colours.accent)
    x = left + wide // 2
    write(image, tag, x, 36 + (high - tag.height) // 2, colours.deep, align="centre")


def _backdrop(package: PackageKey, subject: str) -> Image.Image:
    look = look_of(subject)
    colours = palette_of(package)
    ground = blend(colours.deep, colours.rich, look.shade * 0.45)
    image = Image.new("RGB", (WIDTH, HEIGHT), colours.paper)
    image.paste(ground, (0, 0, WIDTH, _PANEL))
    pattern = field(package, WIDTH, _PANEL)
    if look.mirrored:
        pattern = ImageOps.mirror(pattern)
    stain(image, pattern, (0, 0), colours.accent, 0.22)
    image.paste(colours.accent, (0, _PANEL, WIDTH, _PANEL + _BAND))
    stain(image, band(package, WIDTH, _BAND - 8), (0, _PANEL + 4), colours.deep)
    emblem = emblem_of(subject, package)
    set_medallion(image, emblem, look.shape, (WIDTH // 2, _PANEL // 2), _MEDALLION, colours)
    return image
