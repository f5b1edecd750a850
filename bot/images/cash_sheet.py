"""A sheet about cash: the closing of a till, to be signed, or the money of a day."""

from collections.abc import Iterator, Sequence

from PIL import Image

from bot.images.palette import HOUSE
from bot.images.receipt import (
    BAND,
    COLOURS,
    HEADER,
    MARGIN,
    MUTED,
    WIDTH,
    Block,
    Sides,
    draw_dashes,
    foot_band,
    head_inlay,
    row_block,
)
from bot.images.sheet import Sheet
from bot.images.typeset import fit
from handlers.dialog.pictures import CashSheet, SheetPart

MOST_HEIGHT = 7_400
"""Of its parts, in pixels: more would pass what Telegram takes, and the last row then says so."""
_LINES = 2
"""Of a label: who signs reads the reason for what was put in or taken out to its end."""
_SIGNED = 150
_LABEL = 300


def draw_cash_sheet(cash: CashSheet) -> Image.Image:
    """The whole sheet, as tall as its rows need."""
    sides = Sides(cash.rtl)
    head = head_inlay(cash.title, cash.brand, cash.rtl)
    blocks = [
        Block(HEADER, lambda sheet, top: sheet.lay(head, (0, top))),
        Block(28, lambda _sheet, _top: None),
        *(row_block(each.label, each.amount, sides) for each in cash.head),
        *shown_rows(cash.parts, sides),
        *(signature(label, sides) for label in cash.signatures),
        foot(),
    ]
    sheet = Sheet(WIDTH, sum(block.height for block in blocks), COLOURS, HOUSE.paper)
    top = 0
    for block in blocks:
        block.paint(sheet, top)
        top += block.height
    return sheet.picture


def shown_rows(parts: Sequence[SheetPart], sides: Sides) -> Iterator[Block]:
    """The parts, so far as there is room for them."""
    room = MOST_HEIGHT
    for part in parts:
        for block in part_blocks(part, sides):
            if block.height > room:
                yield row_block("…", "", sides)
                return
            room -= block.height
            yield block


def part_blocks(part: SheetPart, sides: Sides) -> Iterator[Block]:
    """A part's title, then its rows."""
    inner = WIDTH - 2 * MARGIN
    title = fit(part.title, inner, (38, 26), rtl=sides.rtl, weight="bold")

    def paint(sheet: Sheet, top: int) -> None:
        draw_dashes(sheet, top + 14)
        x, align = sides.start
        sheet.write(title, x, top + 28, HOUSE.rich, align=align)

    yield Block(title.height + 38, paint)
    for each in part.rows:
        yield row_block(each.label, each.amount, sides, _LINES)


def signature(label: str, sides: Sides) -> Block:
    """A name or an office, and a line to sign on."""
    words = fit(label, _LABEL, (32, 22), rtl=sides.rtl, weight="regular", lines=2)

    def paint(sheet: Sheet, top: int) -> None:
        x, align = sides.start
        sheet.write(words, x, top + _SIGNED - words.height - 8, MUTED, align=align)
        low = top + _SIGNED - 20
        left, right = MARGIN, WIDTH - MARGIN - _LABEL - 24
        if not sides.rtl:
            left, right = MARGIN + _LABEL + 24, WIDTH - MARGIN
        sheet.fill((left, low, right, low + 2), HOUSE.ink)

    return Block(_SIGNED, paint)


def foot() -> Block:
    """The band that ends the sheet."""

    def paint(sheet: Sheet, top: int) -> None:
        sheet.fill((0, top + 48, WIDTH, top + 48 + BAND), HOUSE.deep)
        sheet.lay_shaded(foot_band(), (0, top + 52))

    return Block(48 + BAND, paint)
