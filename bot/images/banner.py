"""The header picture of a screen."""

from PIL import Image

from bot.images.icons import icon_of
from bot.images.medallion import set_medallion
from bot.images.motifs import Shape, band, field
from bot.images.palette import palette_of
from bot.images.pen import Pen, stain
from bot.images.typeset import fit, write
from handlers.dialog.pictures import Banner, Icon, PackageKey

WIDTH, HEIGHT = 1280, 480
MARGIN = 72
_BAND = 34
_MEDALLION = 316
_TEXT_WIDTH = 740


def draw_banner(banner: Banner) -> Image.Image:
    """The banner's words beside its emblem, in the colours of its package."""
    image = _backdrop(banner.package, banner.icon, banner.rtl)
    colours = palette_of(banner.package)
    x, align = (WIDTH - MARGIN, "right") if banner.rtl else (MARGIN, "left")
    title = fit(banner.title, _TEXT_WIDTH, (96, 44), rtl=banner.rtl, lines=2, weight="bold")
    subtitle = fit(
        banner.subtitle, _TEXT_WIDTH, (42, 30), rtl=banner.rtl, lines=2, weight="regular"
    )
    rule = 44 if subtitle.lines else 24
    top = (HEIGHT - _BAND - title.height - rule - subtitle.height) // 2
    foot = write(image, title, x, top, colours.paper, align=align)
    length = 120
    left = x - length if banner.rtl else x
    pen = Pen(length, 8, length)
    pen.line((4, 4), (length - 4, 4), width=6)
    stain(image, pen.mask(), (left, foot + 14), colours.accent)
    write(image, subtitle, x, foot + rule, colours.soft, align=align)
    return image


def _backdrop(package: PackageKey | None, icon: Icon, rtl: bool) -> Image.Image:
    colours = palette_of(package)
    image = Image.new("RGB", (WIDTH, HEIGHT), colours.deep)
    stain(image, _fade_mask(field(package, WIDTH, HEIGHT), rtl), (0, 0), colours.accent, 0.26)
    image.paste(colours.accent, (0, HEIGHT - _BAND, WIDTH, HEIGHT))
    stain(image, band(package, WIDTH, _BAND - 8), (0, HEIGHT - _BAND + 4), colours.deep)
    shape: Shape = "star" if package is None else "arch"
    centre = MARGIN + _MEDALLION // 2 + 24
    x = centre if rtl else WIDTH - centre
    set_medallion(
        image, icon_of(icon, package), shape, (x, (HEIGHT - _BAND) // 2), _MEDALLION, colours
    )
    return image


def _fade_mask(mask: Image.Image, rtl: bool) -> Image.Image:
    """The pattern full behind the emblem and nearly gone behind the words."""
    row = Image.linear_gradient("L").rotate(-90 if rtl else 90).resize((mask.width, 1))
    row = row.point([max(38, min(255, 2 * value - 150)) for value in range(256)])
    ramp = row.resize(mask.size, Image.Resampling.NEAREST)
    clear = Image.new("L", mask.size)
    clear.paste(mask, (0, 0), ramp)
    return clear
