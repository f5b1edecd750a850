"""Announcements: what happened becomes messages that are owed to everyone concerned."""

from __future__ import annotations

import asyncio
from datetime import datetime

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.speech import encode_reply
from handlers.notifications.hearers import hearers_of
from handlers.notifications.managers import untold_notice
from handlers.notifications.notices import Event, Notice
from handlers.notifications.standing import follow_standing
from models.bazaars.reminders import Subscribers
from models.kernel.facts import FactRow, OrderPlaced
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.kernel.unavailable import may_pass
from models.messaging.broadcast import begin_to_owe
from models.messaging.notice_habits import hold_back
from models.messaging.outbox import NEWS, all_accounts_of, owe
from models.messaging.queues import hold_many
from models.orders.finding import index_order
from models.orders.queries import order_for_staff
from models.orders.states import OrderState

log = structlog.get_logger(__name__)


async def announce_next(
    session: AsyncSession, now: datetime, most: int = 5, terms: ShopTerms = DEFAULT_TERMS
) -> int:
    """Owe everyone concerned a message about the oldest facts; how many facts that were.

    Facts go in the order in which they happened, each once. The actor hears by the reply
    alone, but for a family's own sales. Of one that cannot be told the managers hear, so that
    somebody calls.
    """
    await hold_many(session)
    waiting = (
        select(FactRow)
        .where(FactRow.announced_at.is_(None))
        .order_by(FactRow.id)
        .limit(most)
        .with_for_update()
    )
    rows = list(await session.scalars(waiting))
    for row in rows:
        try:
            async with session.begin_nested():
                await announce(session, row, now, terms)
        except Exception as error:
            if may_pass(error):
                raise
            # One fact that cannot be told must not silence all that come after it.
            log.exception("fact-not-announced", fact=row.id)
            notice = await untold_notice(session, row.id, row.order_id)
            await owe_all(session, row, notice, now)
        row.announced_at = now
        await let_others_go_on()
    await session.flush()
    return len(rows)


async def let_others_go_on() -> None:
    """Let whoever else is in the event loop have a turn: a fact takes it for some milliseconds."""
    await asyncio.sleep(0)


async def announce(
    session: AsyncSession, row: FactRow, now: datetime, terms: ShopTerms = DEFAULT_TERMS
) -> None:
    """Owe the messages about one fact."""
    order_id = getattr(row.fact, "order_id", None)
    about = None if order_id is None else await order_for_staff(session, order_id)
    if isinstance(row.fact, OrderPlaced) and about and about.state == OrderState.cancelled:
        await keep_quiet(session, row)
    event = Event(row.fact, row.actor_id, row.id, now, about, terms)
    await follow_standing(session, event.fact)
    if isinstance(event.fact, OrderPlaced):
        await index_order(session, event.order.id, event.order.name)
    for tell in hearers_of(event.fact, quiet=row.quiet):
        for notice in await tell(session, event):
            await owe_all(session, row, notice, now)


async def keep_quiet(session: AsyncSession, placed: FactRow) -> None:
    """Let the order be over before anybody works on it: nothing of it was told yet.

    Its cancellation is among the facts: it was committed with the state.
    """
    of_order = select(FactRow).where(
        FactRow.order_id == placed.order_id, FactRow.announced_at.is_(None)
    )
    for row in await session.scalars(of_order):
        row.quiet = True


async def owe_all(session: AsyncSession, row: FactRow, notice: Notice, now: datetime) -> None:
    """Owe the notice to every account of its people; to subscribers in portions."""
    words = encode_reply(notice.reply)
    key = f"{NEWS}{row.id}:{notice.audience}:"
    if isinstance(notice.people, Subscribers):
        await begin_to_owe(session, notice.people, key, words, until=notice.until, news=True)
        return
    at_once = set(notice.people)
    if notice.topic:
        at_once -= await hold_back(
            session, notice.topic, at_once, key.removeprefix(NEWS), words, now
        )
    for to in await all_accounts_of(session, at_once):
        await owe(session, to.account_id, f"{key}{to.account_id}", words, now, blocked=to.blocked)
