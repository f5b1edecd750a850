"""What the summary showed is what is ordered, stands on the receipt, is asked for and is booked."""

from __future__ import annotations

import re

import msgspec
import pytest
from sqlalchemy import select, text

from handlers.customer.checkout.screens import Summary, sums
from handlers.customer.checkout.state import CheckoutState
from handlers.customer.shop.cart_screen import sum_lines
from handlers.dialog.pictures import Receipt, ReceiptExtra
from handlers.dialog.rendering import bare
from handlers.dialog.speech import Lines, Phrase, say
from handlers.dialog.turns import Turns
from handlers.ui.receipts import receipt
from models.accounting.ledger import CASH, DELIVERY_FEES, LedgerEntry
from models.kernel.money import Money, total
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.carts import CartView
from models.orders.delivery_plan import plan_of_terms
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.pricing import Amounts
from models.orders.queries import delivery_code, order_for_staff
from tests.handlers import shelf
from tests.handlers.customer.buying import WORDS, orders, to_summary, with_cart
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.orders import TO_THE_DOOR

AED = re.compile(r"AED[\s\u00a0]([\d,]+(?:\.\d\d)?)")
Shown = tuple[str, str, str]
"""Items, fee and total, as the figures that are read."""


@pytest.fixture
async def talk(turns: Turns) -> Talk:
    """A shopper who sees the summary of two pieces at 120 dirhams and a half."""
    product = await shelf.add_product(turns, "دخون عود", "Oud dukhoon", price=120)
    option = await shelf.only_option(turns, product)
    await shelf.set_price(turns, option, 1201)
    talk = await with_cart(turns, option, language="en")
    await to_summary(talk)
    return talk


async def carried(talk: Talk, broken: str = "") -> dict[str, Shown]:
    """From the summary to the books; `broken` is done to the database once it is ordered."""
    items, fee, in_all = AED.findall(talk.text.partition("Products")[2])
    found = {"summary": (items, fee, in_all)}
    await talk.presses(WORDS["en"]["place"])
    found["receipt"] = on_receipt(talk.cards[0].picture)
    (order_id,) = [order.id for order in await orders(talk.turns)]
    async with talk.turns.database.write() as session:
        await session.execute(text(broken or "SELECT 1"))
    async with talk.turns.database.write() as session:
        order = await order_for_staff(session, order_id)
        found["order"] = in_figures(order.amounts)
        for state in TO_THE_DOOR:
            await advance(acting(session, now=talk.turns.clock()), order_id, state)
        code = await delivery_code(session, order.person_id, order_id)
        await confirm_delivery(
            acting(session, now=talk.turns.clock()), order_id, code, order.total, ""
        )
    async with talk.turns.database.read() as session:
        rows = await session.execute(select(LedgerEntry.account, LedgerEntry.amount))
        sides = {row.account: row.amount for row in rows}
    credited = total(-sides[account] for account in sides if account.startswith("family:"))
    found["books"] = (str(credited), str(-sides[DELIVERY_FEES]), str(sides[CASH]))
    return found


def on_receipt(picture: object) -> Shown:
    assert isinstance(picture, Receipt)
    (line,) = picture.lines
    items, fee, in_all = AED.findall(f"{line.amount} {picture.fee} {picture.total}")
    return items, fee, in_all


def in_figures(amounts: Amounts) -> Shown:
    return str(amounts.items), str(amounts.fee), str(amounts.total)


async def test_what_was_shown_is_ordered_receipted_and_booked(talk: Talk) -> None:
    found = await carried(talk)
    assert list(found) == ["summary", "receipt", "order", "books"]
    assert set(found.values()) == {("2,402", "15", "2,417")}


@pytest.mark.parametrize(
    ("broken", "differ"),
    [
        ("UPDATE orders SET fee = fee - 100, total = total - 100", {"order", "books"}),
        ("UPDATE orders SET discount = 100, total = total - 100", {"order", "books"}),
        ("UPDATE order_lines SET price = price - 100", {"books"}),
    ],
)
async def test_a_carrier_that_is_broken_is_found(talk: Talk, broken: str, differ: set[str]) -> None:
    found = await carried(talk, broken)
    shown = found["summary"]
    assert {carrier for carrier, figures in found.items() if figures != shown} == differ


WHOLE = Amounts(Money(24000), Money(1500), discount=Money(550))


def test_every_part_is_a_row_of_the_summary() -> None:
    state = CheckoutState(emirate="sharjah")
    assert rows(sums(Summary(CartView(), state, WHOLE, None))) == [
        "Products: AED 240",
        "Delivery (Sharjah): AED 15",
        "Discount: AED -5.50",
        "Total: AED 249.50",
        "Cash on delivery.",
    ]


def test_every_part_is_a_row_of_the_cart() -> None:
    before = msgspec.structs.replace(WHOLE, fee=Money(0))
    shown = rows(
        say("paragraph", text=Lines(sum_lines(CartView(), before, plan_of_terms(DEFAULT_TERMS))))
    )
    assert shown[:2] == ["Products: AED 240", "Discount: AED -5.50"]


async def test_every_part_is_a_row_of_the_receipt(talk: Talk) -> None:
    await talk.presses(WORDS["en"]["place"])
    async with talk.turns.database.read() as session:
        (order_id,) = [order.id for order in await orders(talk.turns)]
        order = await order_for_staff(session, order_id)
    plain = receipt(order, "", "en")
    cheaper = msgspec.structs.replace(order, amounts=WHOLE)
    assert plain.extras == ()
    assert [tidy(part) for part in receipt(cheaper, "", "en").extras] == [
        ReceiptExtra("Discount", "AED -5.50")
    ]


def tidy(extra: ReceiptExtra) -> ReceiptExtra:
    return ReceiptExtra(extra.label, extra.amount.replace("\u00a0", " "))


def rows(words: Phrase) -> list[str]:
    return bare(words, "en").replace("\u00a0", " ").splitlines()
