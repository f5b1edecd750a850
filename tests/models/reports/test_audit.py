"""The audit and the day book say what happened, and read no more for all that happened before."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.calendar import dubai_day
from models.kernel.database import Database
from models.kernel.facts import (
    AccountLimited,
    BazaarAdded,
    CashCorrected,
    CashDifferenceSettled,
    CashHandedOver,
    CashHandoverProposed,
    CashHandoverWithdrawn,
    ChargeLessened,
    Fact,
    FactBase,
    FactRow,
    FamilyAdded,
    OrderAccepted,
    OrderPlaced,
    OrdersClaimed,
    PersonErased,
    ProductChanged,
    QuestionAsked,
    QuestionsErased,
    QuestionTaken,
    ReturnInspected,
    RunChanged,
    RunPassed,
    RunPlanned,
    StaffJoined,
    StaffLeft,
    WindowPassed,
    WrongCodesPiledUp,
    record,
    tag_of,
)
from models.kernel.money import NOTHING, Money
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.after_delivery import BroughtBack, return_delivered
from models.orders.cancellation import cancel_by_staff
from models.orders.cash import correct_cash
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.pricing import Amounts
from models.orders.queries import delivery_code, order_for_staff
from models.orders.reinstating import undo_cancelling
from models.orders.returns import Disposition
from models.orders.tables import Order
from models.people.access import RoleRow
from models.products.publishing import add_product
from models.products.stock import take_in
from models.reports.audit import TAGS, Filter, Topic, audit, bounds, topic_of, who_acts
from models.reports.day_book import Cash, Goods, Step, day_book
from models.reports.history import Past, Subject, history_of
from tests.models.messaging.crowd import effort
from tests.models.orders.test_cash import an_order_out, deliver, delivered
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.goods import a_new_product
from tests.support.orders import TO_THE_DOOR, an_order
from tests.support.plans import plans_of
from tests.support.shelves import a_family, a_person, an_option
from tests.support.stocktaking import count_stock

DAY = dubai_day(MORNING)
FEW, MANY, BUSY = 400, 9_000, 40
FLAT = 1.3
Reads = Callable[[AsyncSession], Awaitable[object]]


async def test_what_coins_cannot_pay_and_what_was_a_slip_is_not_short(
    session: AsyncSession,
) -> None:
    courier, slip = await delivered(session, NOTHING)
    await correct_cash(acting(session), slip.id, slip.total, "typed 0")
    odd = await an_order_out(session, Money(4737))
    await deliver(session, courier, odd, DEFAULT_TERMS.in_cash(odd.total))
    cash = (await day_book(session, DAY)).cash
    assert cash == Cash(slip.total + Money(6225))


async def test_the_day_book_counts_one_day_alone(session: AsyncSession) -> None:
    person, boss = await a_person(session), await a_person(session)
    option = await an_option(session, stock=9)
    orders = [await an_order(session, person, {option: 1}, MORNING) for _ in range(3)]
    his = acting(session, boss)
    for state in TO_THE_DOOR:
        await advance(his, orders[0].id, state)
    code = await delivery_code(session, person, orders[0].id)
    await confirm_delivery(his, orders[0].id, code, Money.dirhams(45), "short")
    await cancel_by_staff(his, orders[1].id, "customer")
    await take_in(his, option, 20)
    await count_stock(his, option, 25)
    await add_product(his, a_new_product(await a_family(session, "Another")))
    record(his, StaffJoined(person, "courier"))
    for counted in (60, 40):
        amount = Money.dirhams(counted)
        record(his, CashHandedOver(1, person, person, amount, amount))
    record(Acting(session, boss, MORNING + timedelta(days=1)), StaffLeft(person, "courier"))
    await session.flush()
    book = await day_book(session, DAY)
    assert book.step("order-placed") == Step(3, Money.dirhams(150))
    for tag in ("order-accepted", "order-packed", "order-out", "order-delivered"):
        assert book.step(tag) == Step(1, Money.dirhams(50))
    assert book.step("order-cancelled") == Step(1, Money.dirhams(50))
    assert book.step("order-not-delivered") == Step()
    assert book.cash == Cash(Money.dirhams(45), short=Money.dirhams(5), differing=1)
    # With the product came seven more; of 27 pieces 25 are counted, one of which is sold.
    assert book.goods == Goods(taken_in=9 + 20 + 7, counts=1, counted=-3)
    assert book.others["product-published"] == book.others["staff-joined"] == 1
    assert book.handed_over == Money.dirhams(100)
    assert "staff-left" not in book.others
    assert (await day_book(session, DAY + timedelta(days=1))).others == {"staff-left": 1}
    nothing = await day_book(session, DAY - timedelta(days=1))
    assert (nothing.steps, nothing.cash, nothing.goods, nothing.others) == ({}, Cash(), Goods(), {})


async def test_what_customers_get_back_is_in_the_book_of_its_own_day(
    session: AsyncSession,
) -> None:
    courier, person = await a_person(session), await a_person(session)
    option, later = await an_option(session, stock=9), MORNING + timedelta(days=2)
    order = await an_order(session, person, {option: 2}, MORNING)
    for state in TO_THE_DOOR:
        await advance(acting(session), order.id, state)
    await deliver(session, courier, order, order.total)
    for nth, payer in ((1, courier), (2, None)):
        (line,) = (await order_for_staff(session, order.id)).live_lines
        brought = [BroughtBack(line.id, 1, Disposition.shelf)]
        clerk = acting(session, now=later)
        await return_delivered(clerk, order.id, brought, nth=nth, paid_by=payer)
    assert (await day_book(session, dubai_day(later))).handed_back == order.amounts.items
    assert (await day_book(session, DAY)).handed_back == NOTHING


@pytest.mark.parametrize(("minutes", "again"), [(1, False), (1, True), (9, False)])
async def test_a_cancelling_that_was_taken_back_is_none(
    session: AsyncSession, minutes: int, again: bool
) -> None:
    """Also where it is taken back after midnight."""
    late = MORNING.replace(hour=19, minute=55)
    option = await an_option(session, stock=9)
    order = await an_order(session, await a_person(session), {option: 1}, MORNING)
    await cancel_by_staff(acting(session, now=late), order.id, "slip")
    assert (await day_book(session, DAY)).step("order-cancelled").orders == 1
    undone = late + timedelta(minutes=minutes)
    await undo_cancelling(acting(session, now=undone), order.id)
    if again:
        await cancel_by_staff(acting(session, now=undone), order.id, "after all")
    await session.flush()
    assert (await day_book(session, DAY)).step("order-cancelled").orders == again
    assert (await day_book(session, DAY)).step("order-placed").orders == 1


async def test_what_no_coin_can_pay_is_not_missing_in_the_day_book(session: AsyncSession) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=9, price=Money(4737))
    for taken, why in ((Money(6225), ""), (Money(6200), "change"), (Money(6500), "change")):
        order = await an_order(session, person, {option: 1}, MORNING)
        for state in TO_THE_DOOR:
            await advance(acting(session), order.id, state)
        code = await delivery_code(session, person, order.id)
        await confirm_delivery(acting(session), order.id, code, taken, why)
    await correct_cash(acting(session), order.id, Money(6250), "a slip")
    await session.flush()
    found = (await day_book(session, DAY)).cash
    assert found == Cash(Money(6225 + 6200 + 6250), short=Money(25), over=Money(25), differing=2)


@pytest.mark.parametrize(("at", "day"), [((19, 59), 2), ((20, 0), 3)])
async def test_a_day_begins_at_midnight_in_dubai(
    session: AsyncSession, at: tuple[int, int], day: int
) -> None:
    moment = MORNING.replace(hour=at[0], minute=at[1])
    record(Acting(session, None, moment), FamilyAdded(1))
    await session.flush()
    assert (await day_book(session, date(2026, 3, day))).others == {"family-added": 1}
    assert (await day_book(session, date(2026, 3, 5 - day))).others == {}


async def all_pages(session: AsyncSession, by: Filter, most: int = 3) -> list[int]:
    """The ids of every entry, read page by page."""
    ids: list[int] = []
    past = Past(more=True)
    while past.more:
        past = await audit(session, by, ids[-1] if ids else 0, most)
        ids += [entry.id for entry in past.entries]
    return ids


async def test_the_audit_is_narrowed_by_person_day_and_topic(scratch: AsyncSession) -> None:
    session = scratch  # of orders that are not there
    people = [await a_person(session) for _ in range(2)]
    facts: tuple[Fact, ...] = (OrderPlaced(1), OrderAccepted(1))
    facts += (ProductChanged(1, "hidden"), StaffLeft(1, "x"))
    rows: list[tuple[int | None, int, Topic, int]] = []
    topics = (Topic.orders, Topic.orders, Topic.products, Topic.team)
    for on in (0, 1, 0):  # a clock that was set back for a while
        for person in (*people, None):
            for fact, topic in zip(facts, topics, strict=True):
                record(Acting(session, person, MORNING + timedelta(days=on)), fact)
                await session.flush()
                rows.append((person, on, topic, len(rows)))
    first = min(await all_pages(session, Filter()))
    for who_is in (0, *people):
        for day in (None, 0, 1):
            for topic in (None, *Topic):
                by = Filter(who_is, None if day is None else DAY + timedelta(days=day), topic)
                found = await all_pages(session, by)
                wanted = [
                    first + at
                    for who, when, what, at in rows
                    if who_is in (0, who) and day in (None, when) and topic in (None, what)
                ]
                assert found == wanted[::-1], by


async def test_whoever_has_left_can_still_be_asked_for(session: AsyncSession) -> None:
    here, left = await a_person(session), await a_person(session)
    session.add(RoleRow(person_id=here, role="manager", since=MORNING))
    record(acting(session, here), StaffLeft(left, "courier"))
    await session.flush()
    assert await who_acts(session) == [here, left]


def test_every_kind_is_of_one_topic() -> None:
    tags = [tag for some in TAGS.values() for tag in some]
    assert len(tags) == len(set(tags))
    assert "cancelled" in " ".join(TAGS[Topic.orders])


@pytest.mark.parametrize(
    ("kind", "topic"),
    [
        *(
            (kind, Topic.orders)
            for kind in (OrdersClaimed, PersonErased, AccountLimited, RunPlanned)
        ),
        *((kind, Topic.orders) for kind in (RunPassed, RunChanged, WindowPassed, ReturnInspected)),
        *(
            (kind, Topic.cash)
            for kind in (CashCorrected, CashDifferenceSettled, ChargeLessened, CashHandedOver)
        ),
        *((kind, Topic.cash) for kind in (CashHandoverProposed, CashHandoverWithdrawn)),
        *((kind, Topic.inbox) for kind in (QuestionAsked, QuestionTaken, QuestionsErased)),
        *((kind, Topic.team) for kind in (StaffJoined, WrongCodesPiledUp)),
    ],
)
def test_a_kind_is_looked_for_under_what_it_is_about(kind: type[FactBase], topic: Topic) -> None:
    assert topic_of(kind) is topic
    assert tag_of(kind) in TAGS[topic]


def reads() -> dict[str, Reads]:
    """What staff read of what happened."""
    return {
        "day book": lambda session: day_book(session, DAY),
        "audit": lambda session: audit(session, Filter(), 0, 8),
        "audit of a day": lambda session: audit(session, Filter(day=DAY), 0, 8),
        "audit of a person": lambda session: audit(session, Filter(person_id=2), 0, 8),
        "audit of a topic": lambda session: audit(session, Filter(topic=Topic.team), 0, 8),
        "history of an order": lambda session: history_of(session, Subject.order, 1, 0, 8),
        "history of a product": lambda session: history_of(session, Subject.product, 1, 0, 8),
        "history of a brand": lambda session: history_of(session, Subject.family, 1, 0, 8),
        "history of a bazaar": lambda session: history_of(session, Subject.bazaar, 1, 0, 8),
    }


PLAIN: dict[str, Any] = {
    **dict.fromkeys(("name", "phone", "area", "address"), ""),
    "person_id": 1,
    "state": "accepted",
    "emirate": "sharjah",
    "window": "10:00-13:00",
    "code": "0000",
}


async def days_of_orders(database: Database, first: int, last: int, day: date) -> None:
    """Orders with these ids, each placed and accepted on that day; some things beside them."""
    at, _ = bounds(day)
    amounts = Amounts(Money(1), Money(0)).columns
    row = {**PLAIN, **amounts, "placed_at": at, "moved_at": at, "day": day}
    orders: list[dict[str, Any]] = []
    facts: list[dict[str, Any]] = []
    for id_ in range(first, last + 1):
        orders.append({**row, "id": id_, "number": f"{id_:06d}", "token": f"{id_}"})
        for fact, actor in ((OrderPlaced(id_), 1), (OrderAccepted(id_), 2)):
            tag = str(type(fact).__struct_config__.tag)
            facts.append({"body": fact, "at": at, "actor_id": actor, "order_id": id_, "kind": tag})
    async with database.write() as session:
        await session.execute(insert(Order), orders)
        await session.execute(insert(FactRow), facts)


async def a_busy_day(database: Database) -> None:
    """People, and a day of which everything is read."""
    async with database.write() as session:
        people = [await a_person(session) for _ in range(2)]
        assert people == [1, 2]
        for id_ in range(10):
            own = acting(session, 2)
            record(own, ProductChanged(1, "hidden"))
            record(own, FamilyAdded(1))
            record(own, BazaarAdded(1))
            record(own, StaffLeft(id_ + 1, "courier"))
    await days_of_orders(database, 1, BUSY, DAY)


async def costs(database: Database) -> dict[str, int]:
    """What each costs the database, once it knows how much there is."""
    async with database.write() as session:
        await session.execute(text("ANALYZE"))
    return {name: await effort(database, work) for name, work in reads().items()}


async def test_it_costs_the_same_however_many_orders_there_were(database: Database) -> None:
    await a_busy_day(database)
    await days_of_orders(database, BUSY + 1, FEW, DAY - timedelta(days=9))
    few = await costs(database)
    for at in range(FEW, MANY, 1_500):
        back = timedelta(days=10 + at // 1_500)
        await days_of_orders(database, at + 1, min(at + 1_500, MANY), DAY - back)
    many = await costs(database)
    assert min(few.values()) > 0
    assert {name: cost for name, cost in many.items() if cost > FLAT * few[name]} == {}, few


async def test_it_is_found_by_indexes(database: Database) -> None:
    await a_busy_day(database)
    async with database.write() as session:
        for name, work in reads().items():
            plans = await plans_of(session, work(session))
            if name == "audit":
                assert "ix_facts_" not in plans, plans  # from the last id on, until it has enough
                continue
            assert "SCAN facts" not in plans.replace("SCAN facts USING", ""), (name, plans)
            assert "Seq Scan on facts" not in plans, (name, plans)
            assert "ix_facts_" in plans, (name, plans)


async def test_without_the_index_of_time_a_day_is_looked_for_among_all(database: Database) -> None:
    """The twin: what the index spares."""
    await a_busy_day(database)
    await days_of_orders(database, BUSY + 1, 2_000, DAY - timedelta(days=9))
    spared = (await costs(database))["day book"]
    async with database.write() as session:
        await session.execute(text("DROP INDEX ix_facts_at"))
    assert (await costs(database))["day book"] > FLAT * spared
