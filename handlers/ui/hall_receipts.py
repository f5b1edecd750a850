"""The receipt of a sale in the hall: a picture that carries its own words, and its card."""

from __future__ import annotations

from handlers.dialog.actions.selling import OpenReceipt
from handlers.dialog.links import encode_link
from handlers.dialog.pictures import HallLine, HallReceipt, ReceiptExtra
from handlers.dialog.rendering import bare, name_in
from handlers.dialog.speech import (
    Amount,
    Card,
    Exact,
    Name,
    Phrase,
    RasterFile,
    Row,
    ShareChoice,
    When,
    say,
)
from handlers.dialog.turn import Turn
from locales.languages import LANGUAGES
from models.hall.receipts import Receipt, ReceiptLine
from models.kernel.money import Money
from models.people.people import Language


def receipt_card(turn: Turn, sale: Receipt, *rows: Row, linked: bool = False) -> Card:
    """The receipt as a picture; `linked` for who sells: with the customer's link."""
    picture = hall_receipt(sale, turn.language, linked=linked)
    text = say("receipt-hall", number=Exact(sale.code), total=Amount(sale.total))
    if not linked:
        return Card(text=text, picture=picture, choices=rows, stays=True)
    share = ShareChoice(say("receipt-share"), OpenReceipt(sale.claim), say("receipt-share-text"))
    return Card(text=text, picture=picture, choices=((share,), *rows))


def hall_receipt(sale: Receipt, language: Language, *, linked: bool = False) -> HallReceipt:
    """The receipt in that language; `linked` with the link that takes it into a chat.

    Who sold it is not on it.
    """

    def words(phrase: Phrase) -> str:
        return bare(phrase, language)

    return HallReceipt(
        title=words(say("receipt-hall-title")),
        brand=words(say("shop-name")),
        bazaar=name_in(Name(sale.bazaar_ar, sale.bazaar_en), language),
        number_label=words(say("receipt-hall-number")),
        number=sale.code,
        date=words(say("receipt-date", at=When(sale.at, year=True))),
        lines=tuple(hall_line(line, language) for line in sale.lines),
        total_label=words(say("receipt-hall-total")),
        total=amount(sale.total, language),
        sums=sums_of(sale, language),
        paid=paid_of(sale, language),
        payload=encode_link(OpenReceipt(sale.claim)) if linked else "",
        link_label=words(say("receipt-hall-link")) if linked else "",
        footer=words(say("receipt-footer")),
        rtl=LANGUAGES[language].rtl,
    )


def raster_file(sale: Receipt, language: Language, dots: int) -> RasterFile:
    """The receipt with the customer's link, for a thermal printer that is so many dots wide."""
    picture = hall_receipt(sale, language, linked=True)
    return RasterFile(f"receipt-{sale.code}.png", picture, dots)


def hall_line(line: ReceiptLine, language: Language) -> HallLine:
    """The receipt's line of one thing."""
    return HallLine(
        name=name_in(Name(line.name_ar, line.name_en), language),
        label=name_in(Name(line.label_ar, line.label_en), language),
        quantity=f"× {line.quantity}",
        amount=amount(line.amount, language),
    )


def sums_of(sale: Receipt, language: Language) -> tuple[ReceiptExtra, ...]:
    """What stands above the total: what things come to and what was let off, where that differs."""
    if not sale.discount:
        return ()
    return (
        row_of(say("receipt-hall-items"), sale.items, language),
        row_of(say("extra-discount"), -sale.discount, language),
    )


def paid_of(sale: Receipt, language: Language) -> tuple[ReceiptExtra, ...]:
    """What stands beneath the total: cash, card, what was given, the change, what went back."""
    rows = []
    if sale.card:
        rows.append(row_of(say("receipt-hall-card"), sale.card, language))
    if sale.cash:
        cash = "receipt-hall-cash-rounded" if sale.rounded else "receipt-hall-cash"
        rows.append(row_of(say(cash), sale.cash, language))
    if sale.change:
        rows.append(row_of(say("receipt-hall-given"), sale.given, language))
        rows.append(row_of(say("receipt-hall-change"), sale.change, language))
    if sale.refunded:
        rows.append(row_of(say("receipt-refunded"), -sale.refunded, language))
    return tuple(rows)


def row_of(label: Phrase, money: Money, language: Language) -> ReceiptExtra:
    """A row of a label and an amount."""
    return ReceiptExtra(bare(label, language), amount(money, language))


def amount(money: Money, language: Language) -> str:
    """An amount as the picture shows it."""
    return bare(say("amount", amount=Amount(money)), language)
