"""The receipt of an order: a picture that carries its own words."""

from __future__ import annotations

from handlers.dialog.pictures import Receipt, ReceiptExtra, ReceiptLine
from handlers.dialog.rendering import bare, phrase_of
from handlers.dialog.speech import Amount, Arg, Phrase, When, say
from handlers.ui.order_lines import extra_label, order_line, thing_words, window_words
from handlers.ui.pick_up import for_order
from locales.languages import LANGUAGES
from models.kernel.calendar import dubai_day
from models.orders.pricing import Part
from models.orders.queries import OrderLineView, OrderView
from models.orders.states import OrderState
from models.people.people import Language


def receipt(order: OrderView, code: str, language: Language) -> Receipt:
    """The receipt in that language, dated with the year.

    `code` is for the customer alone, and empty where it is over.
    What was struck is not on it; what was handed back for returned goods is taken off at the end.
    """

    def words(phrase: Phrase) -> str:
        return bare(phrase, language)

    window = window_words(order.day, order.window)
    return Receipt(
        title=words(say("receipt-title")),
        brand=words(say("shop-name")),
        number_label=words(say("receipt-number")),
        number=order.number,
        date=words(say("receipt-date", at=When(order.placed_at, year=True))),
        lines=tuple(receipt_line(line, language) for line in order.sold_lines),
        fee_label=words(fee_label(order)),
        fee=amount(Amount(order.amounts.fee), language),
        extras=receipt_extras(order, language),
        total_label=words(total_label(order)),
        total=amount(Amount(order.total - order.refunded), language),
        code_label=words(for_order(order, say("receipt-code"))) if code else "",
        code=code,
        window_label=words(for_order(order, say("receipt-window"))),
        window=words(phrase_of(window, dubai_day(order.placed_at).year)),
        footer=words(say("receipt-footer")),
        rtl=LANGUAGES[language].rtl,
    )


def fee_label(order: OrderView) -> Phrase:
    """The receipt's words for what the fee is for."""
    return for_order(order, say("receipt-fee", emirate=say(f"emirate-{order.emirate}")))


def total_label(order: OrderView) -> Phrase:
    """What is to be paid, was paid, or what it came to where the cash differed."""
    if order.state != OrderState.delivered:
        return for_order(order, say("receipt-total"))
    if order.refunded:
        return say("receipt-after-return")
    return say("receipt-paid" if order.taken == order.total else "receipt-sum")


def receipt_line(line: OrderLineView, language: Language) -> ReceiptLine:
    """The receipt's line of one thing bought."""
    return ReceiptLine(
        name=bare(thing_words(order_line(line)), language),
        quantity=f"× {line.quantity}",
        amount=amount(Amount(line.amount), language),
        wish=bare(say("receipt-wish", wish=line.wish), language) if line.wish else "",
    )


def receipt_extras(order: OrderView, language: Language) -> tuple[ReceiptExtra, ...]:
    """What the order costs beside items and fee, and last what was handed back of it."""
    extras = [receipt_extra(part, language) for part in order.amounts.extras]
    if order.refunded:
        label = bare(say("receipt-refunded"), language)
        extras.append(ReceiptExtra(label, amount(Amount(-order.refunded), language)))
    return tuple(extras)


def receipt_extra(part: Part, language: Language) -> ReceiptExtra:
    """What the order costs beside items and fee."""
    return ReceiptExtra(bare(extra_label(part), language), amount(Amount(part.amount), language))


def amount(money: Arg, language: Language) -> str:
    """An amount as the picture shows it."""
    return bare(say("amount", amount=money), language)
