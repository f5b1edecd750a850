"""What a picture of the page shows, in words, for those who do not see it."""

from __future__ import annotations

from typing import assert_never

from handlers.dialog.pictures import (
    Banner,
    CashSheet,
    HallReceipt,
    LabelArt,
    Picture,
    ProductArt,
    ProductShelf,
    Receipt,
    ReceiptLine,
    ShelfArt,
    StoredPhoto,
)

BETWEEN = " \N{MIDDLE DOT} "


def alt_text(picture: Picture, heading: str) -> str:
    """The picture in words, in the language that is drawn in it.

    A photo holds no words: it is named by the `heading` that stands beside it, empty where there
    is none.
    """
    match picture:
        case StoredPhoto():
            return heading
        case Banner(title=title, subtitle=subtitle):
            return join_parts(title, subtitle)
        case ProductArt(name=name, brand=brand, price=price, tag_line=tag):
            return join_parts(name, brand, price, tag)
        case ProductShelf(items=items):
            return join_parts(*(item_text(item) for item in items))
        case Receipt():
            return receipt_text(picture)
        case HallReceipt():
            return hall_receipt_text(picture)
        case LabelArt(name=name, option=option, name_en=english, brand=brand, price=price):
            return join_parts(name, option, english, brand, price, picture.code)
        case CashSheet():
            return cash_sheet_text(picture)
        case _:
            assert_never(picture)


def item_text(item: ShelfArt) -> str:
    """A product of a shelf: its number there, its name, its price and what stands upon it."""
    tag = f"({item.tag_line})" if item.tag_line else ""
    return " ".join(part for part in (f"{item.number}.", item.name, item.price, tag) if part)


def receipt_text(receipt: Receipt) -> str:
    """A receipt from its number to its footer, without the QR code."""
    return join_parts(
        receipt.title,
        f"{receipt.number_label} {receipt.number}",
        receipt.date,
        *(line_text(line) for line in receipt.lines),
        *(f"{extra.label} {extra.amount}" for extra in receipt.extras),
        receipt.fee and f"{receipt.fee_label} {receipt.fee}",
        f"{receipt.total_label} {receipt.total}",
        receipt.code and f"{receipt.code_label} {receipt.code}",
        receipt.window and f"{receipt.window_label} {receipt.window}",
        receipt.footer,
    )


def cash_sheet_text(sheet: CashSheet) -> str:
    """A sheet about cash from its title to its last row."""
    return join_parts(
        sheet.title,
        *(f"{row.label} {row.amount}" for row in sheet.head),
        *(
            words
            for part in sheet.parts
            for words in (part.title, *(f"{row.label} {row.amount}" for row in part.rows))
        ),
    )


def hall_receipt_text(receipt: HallReceipt) -> str:
    """The same of a receipt from the hall."""
    return join_parts(
        receipt.title,
        receipt.bazaar,
        f"{receipt.number_label} {receipt.number}",
        receipt.date,
        *(
            " ".join(filter(None, (line.name, line.label, line.quantity, line.amount)))
            for line in receipt.lines
        ),
        *(f"{row.label} {row.amount}" for row in receipt.sums),
        f"{receipt.total_label} {receipt.total}",
        *(f"{row.label} {row.amount}" for row in receipt.paid),
        receipt.footer,
    )


def line_text(line: ReceiptLine) -> str:
    """One thing bought, with its wish."""
    return " ".join(part for part in (line.name, line.quantity, line.amount, line.wish) if part)


def join_parts(*parts: str) -> str:
    """Those of the parts that say something."""
    return BETWEEN.join(part for part in parts if part)
