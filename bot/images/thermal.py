"""The receipt of a sale in the hall for a thermal printer: black dots, as wide as its head.

Printers have letters of their own, which come out unjoined and in the wrong order: what is sent is
this picture, a dot a pixel.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from bot.images.qr import MAX_LINK, qr_mask
from bot.images.text import Weight
from bot.images.typeset import Setting, fit, write
from handlers.dialog.pictures import HallLine, HallReceipt, ReceiptExtra

MAX_LINES = 200
"""Things on one strip of paper; the last row then says that there are more."""
_BLACK, _WHITE = "#000000", "#ffffff"
_BLACK_OR_WHITE = [255 * (grey > 127) for grey in range(256)]
_RULE = 3
_GAP = 8
_QR_SHARE = 0.55
_TAIL = 24


@dataclass(frozen=True)
class Block:
    """A piece of the strip: how many dots high it is, and how it is painted from its top."""

    height: int
    paint: Callable[[Image.Image, int], None]


@dataclass(frozen=True)
class Strip:
    """Paper of that many dots across, and the direction of what stands on it."""

    dots: int
    rtl: bool

    def size(self, of_narrow: int) -> int:
        """A size of letters for the narrowest head, as large as it is on this one."""
        return round(of_narrow * (1 + (self.dots / 384 - 1) * 0.6))

    def fit(
        self, text: str, size: int, width: int, *, lines: int = 1, weight: Weight = "regular"
    ) -> Setting:
        """The text in lines of `width` dots; letters of fewer than 18 dots are not read."""
        largest = self.size(size)
        least = max(18, round(largest * 0.7))
        return fit(text, width, (largest, least), rtl=self.rtl, lines=lines, weight=weight)

    def write(self, image: Image.Image, setting: Setting, top: int, *, at_end: bool = False) -> int:
        """Write at the start of the lines or at their end; the foot of the last."""
        on_right = self.rtl != at_end
        x, align = (self.dots, "right") if on_right else (0, "left")
        return write(image, setting, x, top, _BLACK, align=align)


def draw_thermal(receipt: HallReceipt, link: str, dots: int) -> Image.Image:
    """The whole receipt in mode ``1``, `dots` wide; rows without a value are left out."""
    strip = Strip(dots, receipt.rtl)
    lines = receipt.lines
    if len(lines) > MAX_LINES:
        lines = (*lines[: MAX_LINES - 1], HallLine("…", "", "", ""))
    blocks = [
        *_head(receipt, strip),
        _rule(strip),
        *(_thing(line, strip) for line in lines),
        _rule(strip),
        *(_row(row, strip) for row in receipt.sums),
        _total(receipt, strip),
        *(_row(row, strip) for row in receipt.paid),
        *_foot(receipt, link, strip),
    ]
    image = Image.new("L", (dots, sum(block.height for block in blocks) + _TAIL), _WHITE)
    top = 0
    for block in blocks:
        block.paint(image, top)
        top += block.height
    return image.point(_BLACK_OR_WHITE, "1")


def _head(receipt: HallReceipt, strip: Strip) -> list[Block]:
    title = strip.fit(receipt.brand, 38, strip.dots, lines=2, weight="bold")
    about = (receipt.bazaar, receipt.title)
    rows = [title, *(strip.fit(text, 24, strip.dots, lines=2) for text in about)]
    number = ReceiptExtra(receipt.number_label, receipt.number)
    return [
        *(_middle(each, strip) for each in rows if each.lines),
        _row(number, strip, weight="bold"),
        _middle(strip.fit(receipt.date, 24, strip.dots, lines=2), strip),
    ]


def _middle(setting: Setting, strip: Strip) -> Block:
    def paint(image: Image.Image, top: int) -> None:
        write(image, setting, strip.dots // 2, top, _BLACK, align="centre")

    return Block(setting.height, paint)


def _rule(strip: Strip) -> Block:
    def paint(image: Image.Image, top: int) -> None:
        for x in range(0, strip.dots, 12):
            image.paste(0, (x, top + _GAP, min(x + 6, strip.dots), top + _GAP + _RULE))

    return Block(2 * _GAP + _RULE, paint)


def _thing(line: HallLine, strip: Strip) -> Block:
    """The name over as many lines as it takes, beneath it how many and what they come to."""
    label = f"{line.name} ({line.label})" if line.label else line.name
    name = strip.fit(label, 26, strip.dots, lines=4, weight="bold")
    half = strip.dots // 2
    quantity = strip.fit(line.quantity, 26, half - _GAP)
    amount = strip.fit(line.amount, 26, half, weight="bold")

    def paint(image: Image.Image, top: int) -> None:
        foot = strip.write(image, name, top)
        strip.write(image, quantity, foot)
        strip.write(image, amount, foot, at_end=True)

    beneath = max(quantity.height, amount.height)
    return Block(name.height + beneath + _GAP, paint)


def _row(row: ReceiptExtra, strip: Strip, weight: Weight = "regular") -> Block:
    value = strip.fit(row.amount, 26, strip.dots * 6 // 10, weight=weight)
    label = strip.fit(row.label, 24, strip.dots - round(value.width) - _GAP, lines=2)

    def paint(image: Image.Image, top: int) -> None:
        strip.write(image, label, top)
        strip.write(image, value, top, at_end=True)

    return Block(max(label.height, value.height), paint)


def _total(receipt: HallReceipt, strip: Strip) -> Block:
    value = strip.fit(receipt.total, 42, strip.dots * 6 // 10, weight="bold")
    room = strip.dots - round(value.width) - _GAP
    label = strip.fit(receipt.total_label, 32, room, lines=2, weight="bold")
    height = max(label.height, value.height)

    def paint(image: Image.Image, top: int) -> None:
        strip.write(image, label, top + (height - label.height) // 2)
        strip.write(image, value, top + (height - value.height) // 2, at_end=True)

    return Block(height, paint)


def _foot(receipt: HallReceipt, link: str, strip: Strip) -> list[Block]:
    blocks = [_rule(strip)]
    if 0 < len(link) <= MAX_LINK:
        square = max(3, int(strip.dots * _QR_SHARE) // qr_mask(link, 1).width)
        code = qr_mask(link, square)
        blocks.append(Block(code.height, lambda image, top: _lay(image, code, top)))
        if receipt.link_label:
            blocks.append(_middle(strip.fit(receipt.link_label, 24, strip.dots, lines=2), strip))
    if receipt.footer:
        blocks.append(_middle(strip.fit(receipt.footer, 24, strip.dots, lines=3), strip))
    return blocks


def _lay(image: Image.Image, code: Image.Image, top: int) -> None:
    image.paste(0, ((image.width - code.width) // 2, top), code)
