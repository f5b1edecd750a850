"""What a card paid goes back to it and no more, however the goods come back."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.hall.refunds import ComesBack, Refund, ways_back
from models.hall.refusals import TooLateToVoid
from models.hall.returns import NewReturn, take_back, void_sale
from models.hall.sale_tables import HallReturn, HallSaleLine
from models.hall.sales import Item, NewSale, Payment, sell
from models.kernel.money import NOTHING, Money
from models.kernel.shop_terms import DEFAULT_TERMS
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.halls import Seller, a_sale, a_seller, a_token
from tests.support.refused import refused
from tests.support.shelves import an_option

PRICE = Money.dirhams(35)


async def line_of(session: AsyncSession, sale_id: int) -> int:
    """The only line of the sale."""
    only = select(HallSaleLine.id).where(HallSaleLine.sale_id == sale_id)
    return (await session.scalars(only)).one()


async def comes_back(
    session: AsyncSession, seller: Seller, sale_id: int, pieces: int, *, to_card: bool
) -> Refund:
    """So many pieces come back; out comes what was handed back for them."""
    lines = (ComesBack(await line_of(session, sale_id), pieces),)
    shown = await ways_back(session, sale_id, lines, DEFAULT_TERMS)
    new = NewReturn(a_token(), sale_id, lines, "too small", to_card)
    kept = await take_back(acting(session, seller.person_id, MORNING), new, DEFAULT_TERMS)
    row = await session.get_one(HallReturn, kept)
    booked = Refund(row.cash, row.card, row.rounded)
    assert booked == (shown[1] if to_card and shown[1] is not None else shown[0])
    return booked


async def test_the_card_has_back_what_it_paid_and_the_rest_is_cash(session: AsyncSession) -> None:
    option = await an_option(session, stock=2, price=PRICE)
    seller = await a_seller(session)
    part = Money.dirhams(50)
    sale_id = await a_sale(session, seller, (option, 2), payment=Payment(card=part))
    first = await comes_back(session, seller, sale_id, 1, to_card=True)
    assert first == Refund(NOTHING, PRICE, NOTHING)
    second = await comes_back(session, seller, sale_id, 1, to_card=True)
    assert second == Refund(Money.dirhams(20), Money.dirhams(15), NOTHING)


async def test_a_sale_of_which_a_piece_came_back_for_nothing_is_not_void(
    session: AsyncSession,
) -> None:
    option = await an_option(session, stock=2, price=PRICE)
    seller = await a_seller(session)
    act = acting(session, seller.person_id)
    given = NewSale(a_token(), (Item(option, 2, PRICE * 2),), NOTHING, reason="a gift")
    sale_id = await sell(act, given, DEFAULT_TERMS)
    back = await comes_back(session, seller, sale_id, 1, to_card=False)
    assert back == Refund(NOTHING, NOTHING, NOTHING)
    async with refused(session, TooLateToVoid):
        await void_sale(act, sale_id, "wrong", a_token(), DEFAULT_TERMS)


async def test_a_card_that_paid_nothing_is_not_paid(session: AsyncSession) -> None:
    option = await an_option(session, stock=1, price=PRICE)
    seller = await a_seller(session)
    sale_id = await a_sale(session, seller, (option, 1))
    lines = (ComesBack(await line_of(session, sale_id), 1),)
    assert await ways_back(session, sale_id, lines, DEFAULT_TERMS) == (
        Refund(PRICE, NOTHING, NOTHING),
        None,
    )
    back = await comes_back(session, seller, sale_id, 1, to_card=True)
    assert back == Refund(PRICE, NOTHING, NOTHING)
