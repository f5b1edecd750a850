"""An order is changed while it is at the centre: at the amount that was shown, and all at once."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import due_to
from models.kernel.facts import (
    LinesChanged,
    NoteChanged,
    PhoneChanged,
)
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import (
    AccountBlocked,
    LastLine,
    MakingFull,
    NotFound,
    NotOnSale,
    OutOfStock,
    PricesChanged,
    TooLateToChange,
    TooMany,
    TooMuchOpen,
    TooSoonToMake,
    WishNotTaken,
    WrongState,
)
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import cancel_by_customer, cancel_by_staff
from models.orders.change_kinds import Change, More, NewLines, NewNote, NewPhone, Off, Place
from models.orders.change_preview import preview
from models.orders.changes import change_by_staff, change_own
from models.orders.delivery_plan import plan_of_terms
from models.orders.queries import order_for_staff
from models.orders.reinstating import undo_cancelling
from models.orders.returns import ReturnedPieces
from models.orders.trust import limit_account
from models.people.account_limits import AccountLimit
from models.products.publishing import set_wishes
from models.products.tables import Option, Product
from tests.support.acting import acting
from tests.support.changed_orders import DOWNTOWN, an_order_of_both, changed, facts
from tests.support.clock import MORNING
from tests.support.orders import HOME, an_order, promised
from tests.support.refused import refused
from tests.support.shelves import a_family, a_person, an_option

HERS = replace(DEFAULT_TERMS, centre_bears_losses=False)


async def on_hand(session: AsyncSession, option_id: int) -> int | None:
    return await session.scalar(select(Option.on_hand).where(Option.id == option_id))


async def reprice(session: AsyncSession, option_id: int, price: Money) -> None:
    await session.execute(update(Option).where(Option.id == option_id).values(price=price))


async def test_more_pieces_come_into_the_line_at_its_price(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    stocked, made = order.lines
    now = await changed(session, order, NewLines(more=(More(stocked.option_id, 3),)))
    assert [(line.id, line.quantity) for line in now.lines] == [(stocked.id, 5), (made.id, 2)]
    assert now.total == Money.dirhams(5 * 140 + 2 * 60 + 15)
    assert await on_hand(session, stocked.option_id) == 0
    product = await session.get_one(Product, stocked.product_id, populate_existing=True)
    assert not product.offered
    told = LinesChanged(order.id, (), (stocked.id,), (3,), order.total, now.total)
    assert (await facts(session, order))[-1] == told


async def test_fewer_pieces_come_back_to_the_shelf_and_to_the_making_day(
    session: AsyncSession,
) -> None:
    order = await an_order_of_both(session)
    stocked, made = order.lines
    now = await changed(session, order, NewLines(off=(Off(stocked.id, 1), Off(made.id, 2))))
    assert now.total == Money.dirhams(140 + 15)
    assert [(line.id, line.quantity) for line in now.live_lines] == [(stocked.id, 1)]
    struck = [line for line in now.lines if line.struck]
    assert [(line.option_id, line.quantity) for line in struck] == [
        (made.option_id, 2),
        (stocked.option_id, 1),
    ]
    assert await on_hand(session, stocked.option_id) == 4
    assert await promised(session) == [(order.day, 0)]
    fact = (await facts(session, order))[-1]
    assert isinstance(fact, LinesChanged)
    assert set(fact.line_ids) == {line.id for line in struck}
    assert (fact.was, fact.now, fact.packed) == (order.total, now.total, False)
    assert list(await session.scalars(select(ReturnedPieces))) == []


async def test_another_option_costs_what_it_costs_now_and_keeps_its_wish(
    session: AsyncSession,
) -> None:
    family, person = await a_family(session), await a_person(session)
    small = await an_option(session, made_to_order=True, daily_most=3, family_id=family)
    product = (await session.get_one(Option, small)).product_id
    big = await an_option(session, product_id=product, price=Money.dirhams(90))
    await set_wishes(acting(session), product, 20)
    order = await an_order(session, person, {small: 3}, MORNING)
    (line,) = order.lines
    swap = NewLines(off=(Off(line.id, 1),), more=(More(big, 1, "مريم"),))
    now = await changed(session, order, swap)
    kept = [(line.option_id, line.quantity, line.wish) for line in now.live_lines]
    assert kept == [(small, 2, ""), (big, 1, "مريم")]
    assert now.total == Money.dirhams(2 * 35 + 90 + 15)
    assert await promised(session) == [(order.day, 3)]


async def test_the_agreed_price_stays_and_more_costs_what_it_costs_now(
    session: AsyncSession,
) -> None:
    order = await an_order_of_both(session)
    stocked = order.lines[0]
    await reprice(session, stocked.option_id, Money.dirhams(150))
    now = await changed(session, order, NewLines(more=(More(stocked.option_id, 1),)))
    prices = [(line.price, line.quantity) for line in now.lines if not line.making_day]
    assert prices == [(Money.dirhams(140), 2), (Money.dirhams(150), 1)]


async def test_a_price_that_moved_since_it_was_shown_changes_nothing(
    session: AsyncSession,
) -> None:
    order = await an_order_of_both(session)
    stocked = order.lines[0]
    change = NewLines(more=(More(stocked.option_id, 1),))
    shown = await preview(session, order, change, plan_of_terms(DEFAULT_TERMS))
    await reprice(session, stocked.option_id, Money.dirhams(150))
    mine = acting(session, order.person_id)
    async with refused(session, PricesChanged):
        await change_own(mine, order.id, change, DEFAULT_TERMS, shown.agreed)
    assert await order_for_staff(session, order.id) == order
    assert not any(isinstance(fact, LinesChanged) for fact in await facts(session, order))


async def test_what_another_changed_since_is_shown_anew(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    stocked, made = order.lines
    change = NewLines(more=(More(stocked.option_id, 1),))
    shown = await preview(session, order, change, plan_of_terms(DEFAULT_TERMS))
    await changed(session, order, NewLines(off=(Off(made.id, 1),)), staff=True)
    mine = acting(session, order.person_id)
    async with refused(session, PricesChanged):
        await change_own(mine, order.id, change, DEFAULT_TERMS, shown.agreed)


async def test_lines_are_never_changed_unseen(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    mine = acting(session, order.person_id)
    change = NewLines(off=(Off(order.lines[0].id, 1),))
    async with refused(session, PricesChanged):
        await change_own(mine, order.id, change, DEFAULT_TERMS)


async def test_number_and_note_are_told_with_what_they_were(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    now = await changed(session, order, NewPhone("+971507654321"))
    now = await changed(session, now, NewNote(""), staff=True)
    assert (now.phone, now.note, now.amounts) == ("+971507654321", "", order.amounts)
    assert (await facts(session, order))[-2:] == [
        PhoneChanged(order.id, HOME.phone, "+971507654321"),
        NoteChanged(order.id, HOME.note, ""),
    ]


@pytest.mark.parametrize(
    "same",
    [NewPhone(HOME.phone), NewNote(HOME.note), Place(HOME.address, area=HOME.area)],
)
async def test_what_is_so_already_changes_nothing(session: AsyncSession, same: Change) -> None:
    order = await an_order_of_both(session)
    before = await facts(session, order)
    assert await changed(session, order, same) == order
    assert await facts(session, order) == before


@pytest.mark.parametrize("steps", range(4))
async def test_the_customer_changes_until_it_is_packed_and_staff_until_it_is_out(
    session: AsyncSession, steps: int
) -> None:
    order = await an_order_of_both(session, steps)
    mine, staff = acting(session, order.person_id), acting(session)
    note = NewNote("Call first")
    if steps < 2:
        assert (await change_own(mine, order.id, note, DEFAULT_TERMS)).note == note.note
    else:
        async with refused(session, TooLateToChange):
            await change_own(mine, order.id, note, DEFAULT_TERMS)
    if steps < 3:
        assert (await change_by_staff(staff, order.id, NewNote(""), DEFAULT_TERMS)).note == ""
    else:
        async with refused(session, WrongState):
            await change_by_staff(staff, order.id, NewNote(""), DEFAULT_TERMS)


async def test_a_cancelled_order_is_changed_by_nobody(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    mine = acting(session, order.person_id)
    await cancel_by_customer(mine, order.id)
    for doing, change in ((mine, change_own), (acting(session), change_by_staff)):
        async with refused(session, WrongState):
            await change(doing, order.id, NewNote("x"), DEFAULT_TERMS)


async def test_nobody_changes_the_order_of_another(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    other = acting(session, await a_person(session))
    async with refused(session, NotFound):
        await change_own(other, order.id, NewNote("x"), DEFAULT_TERMS)


async def test_what_is_packed_comes_back_one_by_one(session: AsyncSession) -> None:
    order = await an_order_of_both(session, 2)
    stocked, made = order.lines
    off = NewLines(off=(Off(stocked.id, 1), Off(made.id, 1)))
    now = await changed(session, order, off, staff=True)
    assert now.state == "packed"
    assert await on_hand(session, stocked.option_id) == 4
    rows = (await session.scalars(select(ReturnedPieces).order_by(ReturnedPieces.id))).all()
    assert [(row.disposition, row.quantity) for row in rows] == [("shelf", 1), ("unsellable", 1)]
    assert await due_to(session, made.family_id) == made.price
    fact = (await facts(session, order))[-1]
    assert isinstance(fact, LinesChanged)
    assert fact.packed


async def test_who_bears_what_was_made_already_is_a_setting(session: AsyncSession) -> None:
    order = await an_order_of_both(session, 2)
    made = order.lines[1]
    await changed(session, order, NewLines(off=(Off(made.id, 1),)), HERS, staff=True)
    assert await due_to(session, made.family_id) == NOTHING


async def test_a_packed_order_waits_for_nothing_that_is_to_be_made(session: AsyncSession) -> None:
    order = await an_order_of_both(session, 2)
    async with refused(session, WrongState):
        more = NewLines(more=(More(order.lines[1].option_id, 1),))
        await changed(session, order, more, staff=True)
    now = await changed(
        session, order, NewLines(more=(More(order.lines[0].option_id, 1),)), staff=True
    )
    assert now.pieces == order.pieces + 1


async def test_cancelling_and_undoing_after_a_change_keep_the_books(session: AsyncSession) -> None:
    order = await an_order_of_both(session, 2)
    stocked, made = order.lines
    off = NewLines(off=(Off(stocked.id, 1), Off(made.id, 1)))
    await changed(session, order, off, staff=True)
    due = await due_to(session, made.family_id)
    await cancel_by_staff(acting(session), order.id, "rain")
    await undo_cancelling(acting(session), order.id)
    assert await due_to(session, made.family_id) == due
    assert await on_hand(session, stocked.option_id) == 4


async def test_the_last_piece_is_not_taken_out(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    all_of_it = NewLines(off=tuple(Off(line.id, line.quantity) for line in order.lines))
    async with refused(session, LastLine):
        await changed(session, order, all_of_it)
    whole = NewLines(all_of_it.off, (More(order.lines[0].option_id, 1),))
    assert (await changed(session, order, whole)).pieces == 1


@pytest.mark.parametrize("pieces", [-1, 0, 3])
async def test_more_than_it_holds_does_not_go_out(session: AsyncSession, pieces: int) -> None:
    order = await an_order_of_both(session)
    async with refused(session, NotFound):
        await changed(session, order, NewLines(off=(Off(order.lines[0].id, pieces),)))


async def test_what_cannot_be_had_is_refused_and_nothing_changes(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    stocked, made = order.lines
    async with refused(session, OutOfStock) as caught:
        await changed(session, order, NewLines(more=(More(stocked.option_id, 4),)))
    assert caught.value.left == 3
    async with refused(session, MakingFull):
        await changed(session, order, NewLines(more=(More(made.option_id, 3),)))
    async with refused(session, WishNotTaken):
        await changed(session, order, NewLines(more=(More(made.option_id, 1, "Maryam"),)))
    async with refused(session, NotFound):
        await changed(session, order, NewLines(more=(More(10**6, 1),)))
    few = replace(DEFAULT_TERMS, most_of_one=2)
    async with refused(session, TooMany):
        await changed(session, order, NewLines(more=(More(stocked.option_id, 1),)), few)
    assert await order_for_staff(session, order.id) == order
    assert await on_hand(session, stocked.option_id) == 3


async def test_what_is_withdrawn_only_goes_out(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    stocked = order.lines[0]
    gone = update(Option).where(Option.id == stocked.option_id).values(withdrawn=True)
    await session.execute(gone)
    await session.execute(
        update(Product).where(Product.id == stocked.product_id).values(offered=False)
    )
    async with refused(session, NotOnSale):
        await changed(session, order, NewLines(more=(More(stocked.option_id, 1),)))
    now = await changed(session, order, NewLines(off=(Off(stocked.id, 1),)))
    assert now.pieces == order.pieces - 1


async def test_what_takes_longer_than_the_orders_day_is_refused(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    slow = await an_option(session, made_to_order=True, lead_days=5)
    async with refused(session, TooSoonToMake) as caught:
        await changed(session, order, NewLines(more=(More(slow, 1),)))
    assert (caught.value.first - MORNING.date()).days == 5


async def test_a_thing_of_another_family_comes_in(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    other = await an_option(session, stock=2)
    now = await changed(session, order, NewLines(more=(More(other, 2),)))
    assert [line.option_id for line in now.live_lines][-1] == other
    assert now.total == order.total + Money.dirhams(70)


async def test_what_one_may_have_open_holds_for_changes_too(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    stocked, made = order.lines
    few = replace(DEFAULT_TERMS, open_pieces=order.pieces)
    async with refused(session, TooMuchOpen) as caught:
        await changed(session, order, NewLines(more=(More(stocked.option_id, 1),)), few)
    assert caught.value.what == "pieces"
    poor = replace(DEFAULT_TERMS, open_value=order.total)
    async with refused(session, TooMuchOpen):
        await changed(session, order, DOWNTOWN, poor)
    swap = NewLines(off=(Off(stocked.id, 1),), more=(More(made.option_id, 1),))
    assert (await changed(session, order, swap, few)).pieces == order.pieces


async def test_a_blocked_account_only_lessens(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    await limit_account(acting(session), order.person_id, AccountLimit.blocked)
    async with refused(session, AccountBlocked):
        await changed(session, order, NewLines(more=(More(order.lines[0].option_id, 1),)))
    now = await changed(session, order, NewLines(off=(Off(order.lines[0].id, 1),)))
    assert now.pieces == order.pieces - 1


async def test_what_grows_waits_again_for_a_managers_yes(session: AsyncSession) -> None:
    order = await an_order_of_both(session)
    await limit_account(acting(session), order.person_id, AccountLimit.held)
    less = await changed(session, order, NewLines(off=(Off(order.lines[0].id, 1),)))
    assert not less.on_hold
    more = await changed(session, order, NewLines(more=(More(order.lines[0].option_id, 1),)))
    assert more.on_hold
