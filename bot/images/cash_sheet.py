"""A sheet about cash: the closing of a till, to be signed, or the money of a day."""

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
from handlers.dialog.pictures import CashSheet, ReceiptExtra, SheetPart

MOST_ROWS = 120
"""More would pass the height that Telegram takes; the last row then says that there are more."""
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
        *(block for part in kept_parts(cash) for block in part_blocks(part, sides)),
        *(signature(label, sides) for label in cash.signatures),
        foot(),
    ]
    sheet = Sheet(WIDTH, sum(block.height for block in blocks), COLOURS, HOUSE.paper)
    top = 0
    for block in blocks:
        block.paint(sheet, top)
        top += block.height
    return sheet.picture


def kept_parts(cash: CashSheet) -> list[SheetPart]:
    """The parts, so far as their rows have room."""
    left, parts = MOST_ROWS, []
    for part in cash.parts:
        rows = part.rows if len(part.rows) <= left else (*part.rows[:left], ReceiptExtra("…", ""))
        left = max(left - len(part.rows), 0)
        parts.append(SheetPart(part.title, rows))
    return parts


def part_blocks(part: SheetPart, sides: Sides) -> list[Block]:
    """A part's title above its rows."""
    inner = WIDTH - 2 * MARGIN
    title = fit(part.title, inner, (38, 26), rtl=sides.rtl, weight="bold")

    def paint(sheet: Sheet, top: int) -> None:
        draw_dashes(sheet, top + 14)
        x, align = sides.start
        sheet.write(title, x, top + 28, HOUSE.rich, align=align)

    rows = [row_block(each.label, each.amount, sides) for each in part.rows]
    return [Block(title.height + 38, paint), *rows]


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
