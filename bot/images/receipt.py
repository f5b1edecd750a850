"""The receipt of an order, as tall as its lines need."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

from bot.images.emblems import HOUSE_EMBLEM
from bot.images.medallion import set_medallion
from bot.images.motifs import band, field
from bot.images.palette import HOUSE, blend
from bot.images.pen import Pen, stain
from bot.images.qr import MAX_LINK, qr_mask
from bot.images.sheet import Box, Colours, Inlay, Shaded, Sheet
from bot.images.typeset import Setting, fit, write
from handlers.dialog.pictures import Receipt, ReceiptLine

WIDTH = 1080
MARGIN = 72
MAX_LINES = 60
"""More would pass the height that Telegram takes; the last row then says that there are more."""
_ROOMY = 8
HEADER = 236
BAND = 34
_AMOUNT = 220
_QUANTITY = 104
_QR_SQUARE = 6
_CODE_BOX = 248
_ROUND = 28
_BLACK, _WHITE = "#000000", "#ffffff"
MUTED = blend(HOUSE.ink, HOUSE.paper, 0.34)
COLOURS = Colours(
    *((HOUSE.paper, each) for each in (HOUSE.ink, MUTED, HOUSE.rich, HOUSE.soft, HOUSE.deep)),
    *((HOUSE.soft, each) for each in (HOUSE.ink, HOUSE.rich)),
    *((HOUSE.deep, each) for each in (HOUSE.soft, HOUSE.accent)),
    (_WHITE, _BLACK),
)


@dataclass(frozen=True)
class Block:
    """A piece of the receipt: how many pixels high it is, and how it is painted from its top."""

    height: int
    paint: Callable[[Sheet, int], None]


@dataclass(frozen=True)
class Sides:
    """Where text starts and where it ends, in a picture of one direction."""

    rtl: bool

    @property
    def start(self) -> tuple[int, str]:
        """Where a line of text begins: its x in pixels, and how it is aligned there."""
        return (WIDTH - MARGIN, "right") if self.rtl else (MARGIN, "left")

    @property
    def end(self) -> tuple[int, str]:
        """Where a line of text ends: its x in pixels, and how it is aligned there."""
        return (MARGIN, "left") if self.rtl else (WIDTH - MARGIN, "right")

    def in_from_end(self, distance: int) -> int:
        """The place `distance` pixels before the end of a line."""
        return MARGIN + distance if self.rtl else WIDTH - MARGIN - distance


def draw_receipt(receipt: Receipt) -> Image.Image:
    """The whole receipt; rows without a value are left out."""
    sides = Sides(receipt.rtl)
    blocks = [
        _header(receipt),
        _number(receipt, sides),
        *_things(receipt, sides),
        *_sums(receipt, sides),
        *_handing_over(receipt, sides),
        *_footer(receipt),
    ]
    sheet = Sheet(WIDTH, sum(block.height for block in blocks), COLOURS, HOUSE.paper)
    top = 0
    for block in blocks:
        block.paint(sheet, top)
        top += block.height
    return sheet.picture


def _header(receipt: Receipt) -> Block:
    head = head_inlay(receipt.title, receipt.brand, receipt.rtl)
    return Block(HEADER, lambda sheet, top: sheet.lay(head, (0, top)))


@lru_cache(maxsize=8)
def head_inlay(title: str, brand: str, rtl: bool) -> Inlay:
    """The words beside the emblem, which are those of every receipt or sheet in a language."""
    image = Image.new("RGB", (WIDTH, HEADER), HOUSE.deep)
    stain(image, field(None, WIDTH, HEADER), (0, 0), HOUSE.accent, 0.16)
    image.paste(HOUSE.accent, (0, HEADER - BAND, WIDTH, HEADER))
    stain(image, band(None, WIDTH, BAND - 8), (0, HEADER - BAND + 4), HOUSE.deep)
    x = MARGIN + 80 if rtl else WIDTH - MARGIN - 80
    set_medallion(image, HOUSE_EMBLEM, "star", (x, (HEADER - BAND) // 2), 168, HOUSE)
    _write_head(image, title, brand, rtl)
    return COLOURS.inlay(image)


def _write_head(image: Image.Image, title: str, brand: str, rtl: bool) -> None:
    inner = WIDTH - 2 * MARGIN - 200
    large = fit(title, inner, (64, 38), rtl=rtl, weight="bold")
    small = fit(brand, inner, (38, 28), rtl=rtl, weight="regular")
    x, align = Sides(rtl).start
    free = HEADER - BAND - large.height - small.height
    foot = write(image, large, x, free // 2, HOUSE.paper, align=align)
    write(image, small, x, foot, HOUSE.accent, align=align)


def _number(receipt: Receipt, sides: Sides) -> Block:
    label = fit(receipt.number_label, 440, (30, 24), rtl=receipt.rtl, weight="regular")
    number = fit(receipt.number, 440, (56, 34), rtl=receipt.rtl, weight="bold")
    date = fit(receipt.date, 440, (34, 24), rtl=receipt.rtl, weight="regular", lines=2)

    def paint(sheet: Sheet, top: int) -> None:
        x, align = sides.start
        foot = sheet.write(label, x, top + 30, MUTED, align=align)
        foot = sheet.write(number, x, foot, HOUSE.ink, align=align)
        x, align = sides.end
        sheet.write(date, x, foot - 14 - date.height, HOUSE.ink, align=align)
        draw_dashes(sheet, foot + 20)

    return Block(30 + label.height + number.height + 40, paint)


def _things(receipt: Receipt, sides: Sides) -> list[Block]:
    lines = receipt.lines
    if len(lines) > MAX_LINES:
        lines = (*lines[: MAX_LINES - 1], ReceiptLine("…", "", ""))
    roomy = len(lines) <= _ROOMY
    return [block for line in lines for block in _line_blocks(line, sides, roomy)]


def _line_blocks(line: ReceiptLine, sides: Sides, roomy: bool) -> list[Block]:
    thing = _line_block(line, sides, roomy)
    return [thing, _wish_block(line.wish, sides, roomy)] if line.wish else [thing]


def _wish_block(wish: str, sides: Sides, roomy: bool) -> Block:
    size = (28, 22) if roomy else (24, 20)
    inner = WIDTH - 2 * MARGIN - _AMOUNT
    rows = 2 if roomy else 1
    words = fit(wish, inner, size, rtl=sides.rtl, weight="regular", lines=rows)

    def paint(sheet: Sheet, top: int) -> None:
        x, align = sides.start
        sheet.write(words, x, top, HOUSE.rich, align=align)

    return Block(words.height + 10, paint)


def _line_block(line: ReceiptLine, sides: Sides, roomy: bool) -> Block:
    sizes, gap = ((36, 28), 20) if roomy else ((32, 24), 8)
    inner = WIDTH - 2 * MARGIN - _AMOUNT - _QUANTITY - 32
    rows = 2 if roomy else 1
    name = fit(line.name, inner, sizes, rtl=sides.rtl, weight="regular", lines=rows)
    quantity = fit(line.quantity, _QUANTITY, (sizes[0], 20), rtl=sides.rtl, weight="regular")
    amount = fit(line.amount, _AMOUNT, (sizes[0], 20), rtl=sides.rtl, weight="bold")
    height = max(name.height, quantity.height, amount.height) + gap

    def paint(sheet: Sheet, top: int) -> None:
        def middle(setting: Setting) -> int:
            return top + (height - setting.height) // 2

        x, align = sides.start
        sheet.write(name, x, middle(name), HOUSE.ink, align=align)
        across = sides.in_from_end(_AMOUNT + 16 + _QUANTITY // 2)
        sheet.write(quantity, across, middle(quantity), MUTED, align="centre")
        x, align = sides.end
        sheet.write(amount, x, middle(amount), HOUSE.ink, align=align)

    return Block(height, paint)


def _sums(receipt: Receipt, sides: Sides) -> list[Block]:
    blocks = [Block(36, lambda sheet, top: draw_dashes(sheet, top + 18))]
    if receipt.fee:
        blocks.append(row_block(receipt.fee_label, receipt.fee, sides))
    blocks += [row_block(extra.label, extra.amount, sides) for extra in receipt.extras]
    label = fit(receipt.total_label, 380, (42, 28), rtl=sides.rtl, weight="bold")
    total = fit(receipt.total, 460, (60, 30), rtl=sides.rtl, weight="bold")

    def paint(sheet: Sheet, top: int) -> None:
        _panel(sheet, (MARGIN - 28, top + 12, WIDTH - MARGIN + 28, top + 120), HOUSE.soft)
        x, align = sides.start
        y = top + 66 - label.height // 2
        sheet.write(label, x, y, HOUSE.ink, align=align, on=HOUSE.soft)
        x, align = sides.end
        y = top + 66 - total.height // 2
        sheet.write(total, x, y, HOUSE.rich, align=align, on=HOUSE.soft)

    paid = [row_block(row.label, row.amount, sides) for row in receipt.paid]
    return [*blocks, Block(132, paint), *paid]


def row_block(label: str, value: str, sides: Sides, lines: int = 1) -> Block:
    """A label, over so many lines at most, and its value at the other side."""
    inner = WIDTH - 2 * MARGIN
    right = fit(value, inner - 300, (34, 24), rtl=sides.rtl, weight="bold", lines=2)
    room = inner - round(right.width) - 32
    left = fit(label, room, (34, 24), rtl=sides.rtl, weight="regular", lines=lines)
    height = max(left.height, right.height) + 14

    def paint(sheet: Sheet, top: int) -> None:
        x, align = sides.start
        sheet.write(left, x, top + 7, MUTED, align=align)
        x, align = sides.end
        sheet.write(right, x, top + 7, HOUSE.ink, align=align)

    return Block(height, paint)


def _handing_over(receipt: Receipt, sides: Sides) -> list[Block]:
    """When it comes, the code that proves the hand-over, and the way back to the order."""
    blocks = []
    if receipt.window:
        blocks.append(row_block(receipt.window_label, receipt.window, sides))
    square = qr_mask(receipt.link, _QR_SQUARE) if 0 < len(receipt.link) <= MAX_LINK else None
    if square is None and not receipt.code:
        return blocks
    wide = WIDTH - 2 * MARGIN + 56
    if square is not None and receipt.code:
        wide -= square.width + 24
    below = 56 if square is not None and receipt.link_label else 0
    high = max(_CODE_BOX if receipt.code else 0, square.height + below if square else 0)

    def paint(sheet: Sheet, top: int) -> None:
        left = WIDTH - MARGIN + 28 - wide if sides.rtl else MARGIN - 28
        box = (left, top + 20, left + wide, top + 20 + high)
        if receipt.code:
            _panel(sheet, box, HOUSE.deep)
            _code(sheet, receipt, box)
        if square is not None:
            alone = (WIDTH - square.width) // 2
            beside = MARGIN - 28 if sides.rtl else WIDTH - MARGIN + 28 - square.width
            _show_qr(sheet, square, beside if receipt.code else alone, top + 20, receipt)

    return [*blocks, Block(high + 40, paint)]


def _code(sheet: Sheet, receipt: Receipt, box: Box) -> None:
    left, top, right, foot = box
    inner = right - left - 64
    label = fit(receipt.code_label, inner, (34, 24), rtl=receipt.rtl, weight="regular", lines=2)
    code = fit(receipt.code, inner, (104, 40), rtl=receipt.rtl, weight="bold")
    # Digits stand on their baseline: centred by whole lines, the label would sit too high.
    y = top + (foot - top - label.height - code.baseline) // 2
    x = (left + right) // 2
    y = sheet.write(label, x, y, HOUSE.soft, align="centre", on=HOUSE.deep)
    sheet.write(code, x, y, HOUSE.accent, align="centre", on=HOUSE.deep)


def _show_qr(sheet: Sheet, square: Image.Image, x: int, y: int, receipt: Receipt) -> None:
    sheet.fill((x, y, x + square.width, y + square.height), _WHITE)
    sheet.stain(square, (x, y), _BLACK, _WHITE)
    label = fit(receipt.link_label, square.width, (30, 20), rtl=receipt.rtl, weight="regular")
    middle = x + square.width // 2
    sheet.write(label, middle, y + square.height + 6, MUTED, align="centre")


def _footer(receipt: Receipt) -> list[Block]:
    inner = WIDTH - 2 * MARGIN
    footer = fit(receipt.footer, inner, (32, 24), rtl=receipt.rtl, weight="regular", lines=3)

    def paint(sheet: Sheet, top: int) -> None:
        sheet.write(footer, WIDTH // 2, top + 16, HOUSE.rich, align="centre")
        foot = top + footer.height + 48
        sheet.fill((0, foot, WIDTH, foot + BAND), HOUSE.deep)
        sheet.lay_shaded(foot_band(), (0, foot + 4))

    return [Block(footer.height + 48 + BAND, paint)]


def _panel(sheet: Sheet, box: Box, colour: str) -> None:
    left, top, right, foot = box
    sheet.fill((left, top + _ROUND, right, foot - _ROUND), colour)
    sheet.fill((left + _ROUND, top, right - _ROUND, foot), colour)
    far, low = right - _ROUND, foot - _ROUND
    places = ((left, top), (far, top), (left, low), (far, low))
    for corner, at in zip(_corners(colour), places, strict=True):
        sheet.lay_shaded(corner, at)


@lru_cache(maxsize=2)
def _corners(colour: str) -> tuple[Shaded, ...]:
    """The four corners of a panel of that colour on paper, row by row."""
    side = 2 * _ROUND
    pen = Pen(side, side, side)
    pen.box(0, 0, side, side, _ROUND)
    ends = (0, _ROUND)
    masks = (pen.mask().crop((x, y, x + _ROUND, y + _ROUND)) for y in ends for x in ends)
    return tuple(COLOURS.shade(mask, HOUSE.paper, colour) for mask in masks)


@lru_cache(maxsize=1)
def foot_band() -> Shaded:
    """The band's pattern on the receipt's foot."""
    return COLOURS.shade(band(None, WIDTH, BAND - 8), HOUSE.deep, HOUSE.accent)


def draw_dashes(sheet: Sheet, y: int) -> None:
    for x in range(MARGIN, WIDTH - MARGIN, 18):
        sheet.fill((x, y - 1, x + 9, y + 2), HOUSE.accent)
