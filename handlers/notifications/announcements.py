"""Announcements: what happened becomes messages that are owed to everyone concerned."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import structlog
from sqlalchemy import Integer, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.rendering import with_years
from handlers.dialog.speech import encode_reply
from handlers.notifications.hearers import hearers_of
from handlers.notifications.managers import untold_notice
from handlers.notifications.notices import Event, Notice
from handlers.notifications.standing import follow_standing
from models.bazaars.reminders import Subscribers
from models.kernel.base import table_of
from models.kernel.facts import Fact, FactRow, OrderPlaced, decode_fact
from models.kernel.prepared import prepared
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.kernel.unavailable import may_pass
from models.messaging.addressees import all_accounts_of
from models.messaging.broadcast import begin_to_owe
from models.messaging.notice_habits import habits_in, hold_notice
from models.messaging.outbox import NEWS
from models.messaging.owing import Owing, owe_each
from models.messaging.queues import hold_many
from models.orders.finding import index_order
from models.orders.queries import order_for_staff
from models.orders.states import OrderState

log = structlog.get_logger(__name__)
facts = table_of(FactRow)
WAITING = prepared(
    select(facts.c.id, facts.c.body, facts.c.actor_id, facts.c.order_id, facts.c.quiet)
    .where(facts.c.announced_at.is_(None))
    .order_by(facts.c.id)
    .limit(bindparam("most", type_=Integer))
    .with_for_update()
)
ANNOUNCED = prepared(
    update(facts)
    .where(facts.c.id == bindparam("fact_id"))
    .values(announced_at=bindparam("now", type_=facts.c.announced_at.type))
)


class Waiting(NamedTuple):
    """A fact that nobody was told of yet, as its row holds it."""

    id: int
    body: str
    actor_id: int | None
    order_id: int | None
    quiet: bool

    @property
    def fact(self) -> Fact:
        """The fact itself."""
        return decode_fact(self.body)


async def announce_next(
    session: AsyncSession, now: datetime, most: int = 5, terms: ShopTerms = DEFAULT_TERMS
) -> int:
    """Owe everyone concerned a message about the oldest facts; how many facts that were.

    Facts go in the order in which they happened, each once. The actor hears by the reply
    alone, but for a family's own sales. Of one that cannot be told the managers hear, so that
    somebody calls.
    """
    await hold_many(session)
    rows = [Waiting(*row) for row in await session.execute(WAITING, {"most": most})]
    hushed: set[int | None] = set()
    for row in rows:
        try:
            async with session.begin_nested():
                if await announce(session, row, now, terms, quiet=row.order_id in hushed):
                    hushed.add(row.order_id)
        except Exception as error:
            if may_pass(error):
                raise
            # One fact that cannot be told must not silence all that come after it.
            log.exception("fact-not-announced", fact=row.id)
            notice = await untold_notice(session, row.id, row.order_id)
            await owe_all(session, row, [notice], now)
        await session.execute(ANNOUNCED, {"fact_id": row.id, "now": now})
        await let_others_go_on()
    await session.flush()
    return len(rows)


async def let_others_go_on() -> None:
    """Let whoever else is in the event loop have a turn: a fact takes it for some milliseconds."""
    await asyncio.sleep(0)


async def announce(
    session: AsyncSession,
    row: Waiting,
    now: datetime,
    terms: ShopTerms = DEFAULT_TERMS,
    *,
    quiet: bool = False,
) -> bool:
    """Owe the messages about one fact; whether all that is of its order is quiet from now on."""
    fact = row.fact
    order_id = getattr(fact, "order_id", None)
    about = None if order_id is None else await order_for_staff(session, order_id)
    over = isinstance(fact, OrderPlaced) and about and about.state == OrderState.cancelled
    if over:
        await keep_quiet(session, row)
    event = Event(fact, row.actor_id, row.id, now, about, terms)
    await follow_standing(session, event.fact)
    if isinstance(event.fact, OrderPlaced):
        await index_order(session, event.order.id, event.order.name)
    hearers = hearers_of(event.fact, quiet=row.quiet or quiet or bool(over))
    notices = [notice for tell in hearers for notice in await tell(session, event)]
    await owe_all(session, row, notices, now)
    return bool(over)


async def keep_quiet(session: AsyncSession, placed: Waiting) -> None:
    """Let the order be over before anybody works on it: nothing of it was told yet.

    Its cancellation is among the facts: it was committed with the state.
    """
    of_order = (FactRow.order_id == placed.order_id, FactRow.announced_at.is_(None))
    await session.execute(update(facts).where(*of_order).values(quiet=True))


async def owe_all(
    session: AsyncSession, row: Waiting, notices: Sequence[Notice], now: datetime
) -> None:
    """Owe the notices to every account of their people; to subscribers in portions."""
    told: list[tuple[Notice, set[int]]] = []
    for notice in notices:
        if isinstance(notice.people, Subscribers):
            key, words = key_of(row, notice), encode_reply(with_years(notice.reply, now))
            await begin_to_owe(session, notice.people, key, words, until=notice.until, news=True)
        elif notice.people:
            told.append((notice, set(notice.people)))
    if told:
        await owe_people(session, row, told, now)


async def owe_people(
    session: AsyncSession, row: Waiting, told: Sequence[tuple[Notice, set[int]]], now: datetime
) -> None:
    """Owe each notice to its people; their accounts and habits are read once for all of them."""
    people = set[int]().union(*(each for _, each in told))
    habits = await habits_in(session, {notice.topic for notice, _ in told} - {""}, people)
    accounts = await all_accounts_of(session, people)
    owed: list[Owing] = []
    for notice, each in told:
        key, words = key_of(row, notice), encode_reply(with_years(notice.reply, now))
        later = {one: habit for one, habit in habits.get(notice.topic, {}).items() if one in each}
        await hold_notice(session, notice.topic, later, key.removeprefix(NEWS), words, now)
        at_once = (to for to in accounts if to.person_id in each and to.person_id not in later)
        owed += [Owing(to.account_id, f"{key}{to.account_id}", words, to.blocked) for to in at_once]
    await owe_each(session, owed, now)


def key_of(row: Waiting, notice: Notice) -> str:
    """How the keys begin under which the notice is owed, once to each account."""
    return f"{NEWS}{row.id}:{notice.audience}:"
