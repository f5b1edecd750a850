"""A receipt is found by number and link, and is its customer's alone until she is erased."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.hall.receipts import receipt, receipt_by_claim, receipt_by_code, sold_last, take_receipt
from models.hall.refunds import ComesBack
from models.hall.returns import NewReturn, take_back
from models.hall.sale_tables import HallReturn
from models.hall.sales import Item, NewSale, sell
from models.kernel.facts import FactRow, HallReturned, decode_fact, tag_of
from models.kernel.money import Money
from models.kernel.refusals import NotFound
from models.kernel.shop_terms import DEFAULT_TERMS
from models.privacy.erasing import NO_WORDS, erase_person
from models.privacy.kept import kept_of
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.halls import a_sale, a_seller, a_token
from tests.support.shelves import a_person, an_option

PRICE = Money.dirhams(35)


async def test_it_is_found_by_its_number_and_by_its_link(session: AsyncSession) -> None:
    option = await an_option(session, stock=9)
    seller = await a_seller(session)
    first = await receipt(session, await a_sale(session, seller, (option, 2)))
    assert first.code == f"{seller.till_id}-1"
    assert await receipt_by_code(session, seller.till_id, 1) == first
    assert await receipt_by_claim(session, first.claim) == first
    for lost in (receipt_by_code(session, seller.till_id, 2), receipt_by_claim(session, "none")):
        with pytest.raises(NotFound):
            await lost


async def test_the_first_one_who_opens_the_link_has_it(session: AsyncSession) -> None:
    option = await an_option(session, stock=9)
    sale_id = await a_sale(session, await a_seller(session), (option, 1))
    hers, other = await a_person(session), await a_person(session)
    assert await take_receipt(session, sale_id, hers)
    assert not await take_receipt(session, sale_id, other)
    assert await take_receipt(session, sale_id, hers)
    assert (await receipt(session, sale_id)).person_id == hers


async def test_what_was_sold_last_comes_once_and_first(session: AsyncSession) -> None:
    options = [await an_option(session, stock=9) for _ in range(3)]
    seller = await a_seller(session)
    for option in (options[0], options[1], options[0]):
        await a_sale(session, seller, (option, 1))
    assert await sold_last(session, seller.person_id, 6) == [options[0], options[1]]


async def test_who_is_erased_bought_nothing_and_nothing_is_said_of_her(
    session: AsyncSession,
) -> None:
    option, hers = await an_option(session, stock=9), await a_person(session)
    seller = await a_seller(session)
    act = acting(session, seller.person_id)
    items = (Item(option, 2, Money(500)),)
    new = NewSale(a_token(), items, PRICE * 2 - Money(500), reason="a friend of Huda")
    sale_id = await sell(act, new, DEFAULT_TERMS)
    await take_receipt(session, sale_id, hers)
    (line,) = (await receipt(session, sale_id)).lines
    back = NewReturn(a_token(), sale_id, (ComesBack(line.id, 1),), "Huda says it is torn")
    await take_back(act, back, DEFAULT_TERMS)
    found = await kept_of(session, hers)
    assert [row["quantity"] for row in found.receipt_lines] == [2]
    assert [row["number"] for row in found.receipts] == [1]
    await erase_person(acting(session, hers, MORNING), hers)
    kept = await receipt(session, sale_id)
    assert (kept.person_id, kept.discount_reason) == (None, NO_WORDS)
    assert (await session.scalars(select(HallReturn.reason))).all() == [NO_WORDS]
    told = select(FactRow.body).where(FactRow.kind == tag_of(HallReturned))
    (fact,) = [decode_fact(body) for body in await session.scalars(told)]
    assert isinstance(fact, HallReturned)
    assert fact.reason == ""
