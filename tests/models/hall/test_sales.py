"""A sale in the hall is one act: stock, money, receipt and the family's figures, once."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import CARD, ROUNDING, Balance, due_to
from models.hall.refunds import ComesBack
from models.hall.refusals import (
    MadeToOrder,
    NoOpenTill,
    NotInTill,
    ReturnedAlready,
    SaleChanged,
    TooLateToVoid,
    TooLittleGiven,
)
from models.hall.returns import NewReturn, take_back, void_sale
from models.hall.sale_tables import HallSale, HallSaleLine
from models.hall.sales import Item, NewSale, Payment, sell
from models.hall.tills import cash_in, move_cash
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import OutOfStock, ReasonNeeded
from models.kernel.shop_terms import DEFAULT_TERMS
from models.products.tables import Option
from models.reports.family_sales import Sold, family_totals
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.halls import FLOAT, Seller, a_sale, a_seller, a_token
from tests.support.refused import refused
from tests.support.shelves import a_family, a_person, an_option

PRICE = Money.dirhams(35)
LATER = MORNING + timedelta(minutes=DEFAULT_TERMS.hall_void_minutes, seconds=1)


async def on_hand(session: AsyncSession, option_id: int) -> int:
    """What lies on the shelf of it."""
    return (await session.scalars(select(Option.on_hand).where(Option.id == option_id))).one()


async def sale_row(session: AsyncSession, sale_id: int) -> HallSale:
    """The sale as it is kept."""
    return await session.get_one(HallSale, sale_id, populate_existing=True)


async def line_of(session: AsyncSession, sale_id: int) -> int:
    """The first line of the sale."""
    found = await session.scalars(
        select(HallSaleLine.id).where(HallSaleLine.sale_id == sale_id).order_by(HallSaleLine.id)
    )
    return found.all()[0]


def basket(option_id: int, shown: Money, quantity: int = 1, **more: object) -> NewSale:
    """A basket of one option."""
    new = NewSale(a_token(), (Item(option_id, quantity),), shown)
    return msgspec.structs.replace(new, **more)


async def test_a_sale_moves_stock_cash_and_the_familys_due_at_once(session: AsyncSession) -> None:
    family = await a_family(session)
    option = await an_option(session, stock=3, family_id=family)
    seller = await a_seller(session)
    sale_id = await a_sale(session, seller, (option, 2))
    assert await on_hand(session, option) == 1
    assert await due_to(session, family) == PRICE * 2
    assert await cash_in(session, seller.till_id) == FLOAT + PRICE * 2
    totals = await family_totals(session, family, MORNING)
    assert (totals.today, totals.bazaar) == (Sold(2, PRICE * 2), Sold(2, PRICE * 2))
    assert (totals.on_its_way, totals.earned) == (NOTHING, PRICE * 2)
    assert (await sale_row(session, sale_id)).number == 1


async def test_the_same_act_sells_once_and_leaves_no_gap_in_the_numbers(
    session: AsyncSession,
) -> None:
    option = await an_option(session, stock=5)
    seller = await a_seller(session)
    new = basket(option, PRICE)
    act = acting(session, seller.person_id)
    first = await sell(act, new, DEFAULT_TERMS)
    assert await sell(act, new, DEFAULT_TERMS) == first
    second = await a_sale(session, seller, (option, 1))
    assert [(await sale_row(session, one)).number for one in (first, second)] == [1, 2]
    assert await on_hand(session, option) == 3


async def test_what_is_not_there_is_not_sold_and_nothing_of_the_sale_stays(
    session: AsyncSession,
) -> None:
    full, empty = await an_option(session, stock=5), await an_option(session, stock=1)
    seller = await a_seller(session)
    async with refused(session, OutOfStock):
        await a_sale(session, seller, (full, 1), (empty, 2))
    assert (await on_hand(session, full), await on_hand(session, empty)) == (5, 1)
    assert await cash_in(session, seller.till_id) == FLOAT
    assert (await sale_row(session, await a_sale(session, seller, (full, 1)))).number == 1


async def test_nobody_sells_without_a_till_of_her_own(session: AsyncSession) -> None:
    option, stranger = await an_option(session, stock=1), await a_person(session)
    await a_seller(session)
    async with refused(session, NoOpenTill):
        await sell(acting(session, stranger), basket(option, PRICE), DEFAULT_TERMS)


async def test_another_price_than_was_shown_is_not_taken(session: AsyncSession) -> None:
    option = await an_option(session, stock=1)
    seller = await a_seller(session)
    async with refused(session, SaleChanged) as told:
        new = basket(option, PRICE - Money(1))
        await sell(acting(session, seller.person_id), new, DEFAULT_TERMS)
    assert told.value.total == PRICE


async def test_what_is_made_to_order_is_not_sold_from_a_shelf(session: AsyncSession) -> None:
    option = await an_option(session, made_to_order=True)
    seller = await a_seller(session)
    async with refused(session, MadeToOrder):
        await sell(acting(session, seller.person_id), basket(option, PRICE), DEFAULT_TERMS)


@pytest.mark.parametrize(
    ("price", "payment", "kept"),
    [
        (Money(3510), Payment(given=Money.dirhams(50)), (Money(3500), NOTHING, Money(10))),
        (
            Money(3515),
            Payment(card=Money(3515), card_reference="7"),
            (NOTHING, Money(3515), NOTHING),
        ),
        (Money(3515), Payment(card=Money(3000)), (Money(525), Money(3000), Money(-10))),
    ],
)
async def test_cash_is_rounded_to_coins_and_a_card_pays_to_the_fils(
    session: AsyncSession, price: Money, payment: Payment, kept: tuple[Money, Money, Money]
) -> None:
    family = await a_family(session)
    option = await an_option(session, stock=1, price=price, family_id=family)
    seller = await a_seller(session)
    sale = await sale_row(session, await a_sale(session, seller, (option, 1), payment=payment))
    assert (sale.cash, sale.card, sale.rounded) == kept
    assert await due_to(session, family) == price
    booked = dict((await session.execute(select(Balance.account, Balance.amount))).all())
    assert (booked.get(CARD, NOTHING), booked.get(ROUNDING, NOTHING)) == kept[1:]


async def test_less_cash_than_is_due_is_refused_with_what_is_due(session: AsyncSession) -> None:
    option = await an_option(session, stock=1)
    seller = await a_seller(session)
    async with refused(session, TooLittleGiven) as told:
        await a_sale(session, seller, (option, 1), payment=Payment(given=Money.dirhams(30)))
    assert told.value.due == PRICE


async def test_what_is_let_off_has_a_reason_and_is_never_the_familys(
    session: AsyncSession,
) -> None:
    family = await a_family(session)
    option = await an_option(session, stock=2, family_id=family)
    seller = await a_seller(session)
    let_off = NewSale(a_token(), (Item(option, 1, Money.dirhams(5)),), Money.dirhams(30))
    act = acting(session, seller.person_id)
    async with refused(session, ReasonNeeded):
        await sell(act, let_off, DEFAULT_TERMS)
    told = msgspec.structs.replace(let_off, reason="a scratch")
    sale = await sale_row(session, await sell(act, told, DEFAULT_TERMS))
    assert (sale.total, sale.discount_reason) == (Money.dirhams(30), "a scratch")
    assert await due_to(session, family) == PRICE


async def test_a_seller_takes_her_sale_back_within_minutes_and_once(session: AsyncSession) -> None:
    family = await a_family(session)
    option = await an_option(session, stock=3, family_id=family)
    seller = await a_seller(session)
    sale_id = await a_sale(session, seller, (option, 2))
    act, token = acting(session, seller.person_id), a_token()
    done = await void_sale(act, sale_id, "wrong thing", token, DEFAULT_TERMS)
    assert await void_sale(act, sale_id, "wrong thing", token, DEFAULT_TERMS) == done
    assert await on_hand(session, option) == 3
    assert await due_to(session, family) == NOTHING
    assert await cash_in(session, seller.till_id) == FLOAT
    async with refused(session, TooLateToVoid):
        await void_sale(act, sale_id, "again", a_token(), DEFAULT_TERMS)


async def test_a_sale_is_void_neither_late_nor_by_another_seller(session: AsyncSession) -> None:
    option = await an_option(session, stock=3)
    seller = await a_seller(session)
    other = await a_seller(session, seller.bazaar_id)
    sale_id = await a_sale(session, seller, (option, 1))
    for person, now in ((seller.person_id, LATER), (other.person_id, MORNING)):
        async with refused(session, TooLateToVoid):
            act = acting(session, person, now)
            await void_sale(act, sale_id, "no", a_token(), DEFAULT_TERMS)


async def back(
    session: AsyncSession, seller: Seller, sale_id: int, quantity: int, *, to_shelf: bool = True
) -> int:
    """So many pieces of the sale's first line come back, later."""
    lines = (ComesBack(await line_of(session, sale_id), quantity, to_shelf),)
    new = NewReturn(a_token(), sale_id, lines, "too small")
    return await take_back(acting(session, seller.person_id, LATER), new, DEFAULT_TERMS)


async def test_pieces_come_back_by_line_and_none_twice(session: AsyncSession) -> None:
    family = await a_family(session)
    option = await an_option(session, stock=3, family_id=family)
    seller = await a_seller(session)
    sale_id = await a_sale(session, seller, (option, 3))
    await back(session, seller, sale_id, 1)
    assert await due_to(session, family) == PRICE * 2
    assert await cash_in(session, seller.till_id) == FLOAT + PRICE * 2
    async with refused(session, ReturnedAlready) as told:
        await back(session, seller, sale_id, 3)
    assert told.value.left == 2
    await back(session, seller, sale_id, 2)
    assert await on_hand(session, option) == 3
    assert (await family_totals(session, family, MORNING)).in_all == Sold()


async def test_piece_by_piece_as_much_cash_goes_back_as_at_once(session: AsyncSession) -> None:
    """Coins pay 4.50 for four times 1.13; rounded each by itself, 5.00 would go back."""
    option, seller = await an_option(session, stock=4, price=Money(113)), await a_seller(session)
    sale_id = await a_sale(session, seller, (option, 4))
    assert await cash_in(session, seller.till_id) == FLOAT + Money(450)
    line = (await session.scalars(select(HallSaleLine.id))).one()
    act, left = acting(session, seller.person_id), []
    for _ in range(4):
        new = NewReturn(a_token(), sale_id, (ComesBack(line, 1),), "too small")
        await take_back(act, new, DEFAULT_TERMS)
        left.append((await cash_in(session, seller.till_id) - FLOAT).fils)
    assert left == [325, 225, 100, 0]


async def test_what_cannot_be_sold_again_is_written_off_and_the_centre_pays_her(
    session: AsyncSession,
) -> None:
    family = await a_family(session)
    option = await an_option(session, stock=1, family_id=family)
    seller = await a_seller(session)
    sale_id = await a_sale(session, seller, (option, 1))
    await back(session, seller, sale_id, 1, to_shelf=False)
    assert await on_hand(session, option) == 0
    assert await due_to(session, family) == PRICE


async def test_what_was_let_off_comes_back_to_the_fils(session: AsyncSession) -> None:
    option = await an_option(session, stock=3)
    seller = await a_seller(session)
    shown = PRICE * 3 - Money(1000)
    new = NewSale(a_token(), (Item(option, 3, Money(1000)),), shown, reason="three of them")
    sale_id = await sell(acting(session, seller.person_id), new, DEFAULT_TERMS)
    for _ in range(3):
        await back(session, seller, sale_id, 1)
    kept = await session.scalar(select(Balance.amount).where(Balance.account == "extra:discount"))
    assert kept == NOTHING


async def test_more_than_is_in_the_till_is_not_handed_back(session: AsyncSession) -> None:
    option = await an_option(session, stock=1)
    seller = await a_seller(session, opening_float=NOTHING)
    sale_id = await a_sale(session, seller, (option, 1))
    await move_cash(acting(session, seller.person_id), -PRICE, "to the bank")
    async with refused(session, NotInTill):
        await back(session, seller, sale_id, 1)
