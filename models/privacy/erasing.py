"""Erasing a person: what is theirs goes at once, and their orders stay as figures without them.

It goes by indexes of that person alone: what it costs grows with their own orders and messages,
never with the shop. What others were shown of them is swept behind (`models.privacy.sweeping`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, case, delete, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.cash_handovers import CashHandover
from models.accounting.differences import CashDifference
from models.bazaars.reminders import Subscription
from models.hall.note_tables import SAID, GoodsNote
from models.hall.sale_tables import HallReturn, HallSale
from models.hall.till_tables import TillMovement
from models.inbox.erasure import erase_questions
from models.kernel.acting import Acting
from models.kernel.base import insert_into
from models.kernel.facts import PersonErased, record
from models.kernel.portions import count_rows
from models.kernel.refusals import NotFound, StillHeld
from models.messaging.accounts import Account
from models.messaging.conversations import Conversation
from models.messaging.deferred_updates import drop_aside_of
from models.messaging.notice_habits import HeldNotice, NoticeHabit
from models.messaging.owed import IN_WORDS, OPEN, UNSENT, Broadcast, OwedMessage
from models.messaging.processed_updates import ProcessedUpdate
from models.messaging.queues import hold, refresh
from models.messaging.web_messages import PageAct, PageMessage
from models.orders.cart_lines import Cart, CartLine
from models.orders.carts import hold_cart
from models.orders.code_tries import CodeTries
from models.orders.finding import order_search
from models.orders.reasons import KEYS
from models.orders.tables import AT_HALL, Order, OrderLine
from models.people.access import Invitation
from models.people.account_limits import AccountLimitRow
from models.people.callers import Caller
from models.people.people import Person, SavedAddress, add_person
from models.privacy.facts_told import empty_facts, empty_return_facts, empty_said
from models.privacy.kept import kept_of
from models.privacy.marks import marks_of
from models.privacy.searches import forget_misses
from models.privacy.tables import Erasure
from models.privacy.whom import numbers_of, what_holds
from models.products.wanted_tables import Favourite, OptionAlert, StockAlert

OWN = (
    *((SavedAddress, SavedAddress.person_id), (Subscription, Subscription.person_id)),
    *((CartLine, CartLine.person_id), (Cart, Cart.person_id)),
    *((NoticeHabit, NoticeHabit.person_id), (HeldNotice, HeldNotice.person_id)),
    *((Favourite, Favourite.person_id), (StockAlert, StockAlert.person_id)),
    (OptionAlert, OptionAlert.person_id),
    *((CodeTries, CodeTries.person_id), (Caller, Caller.person_id)),
)
"""The tables whose rows of a person go whole."""
NO_WORDS = "—"
"""What stands for words where the books want some."""


async def erase_person(acting: Acting, person_id: int) -> None:
    """Erase the person, and the telephone numbers that they proved theirs.

    The actor is the person, a manager, or nobody where a backup was put back. Refuses: NotFound,
    and StillHeld while orders are open, money is owed either way, or the person works here.
    """
    session = acting.session
    people = await hold_all(session, person_id)
    holds = await what_holds(session, person_id)
    if holds.any or holds.works:
        raise StillHeld
    marks = marks_of(await kept_of(session, person_id))
    then_id = await give_chats_away(acting, person_id)
    for whose in people:
        await note_erasure(acting, whose, msgspec.json.encode(marks).decode(), then_id)
    await empty_orders(session, people)
    await empty_cash_words(session, people)
    await empty_note_words(session, people)
    await empty_receipts(session, people)
    for each in people:
        await erase_questions(acting, each)
    for table, whose_column in OWN:
        await count_rows(session, delete(table).where(among(whose_column, people)))
    unnamed = update(Invitation).where(among(Invitation.used_by, people))
    await count_rows(session, unnamed.values(name=""))
    await empty_messages(acting, then_id)
    await forget_misses(session, marks)
    record(acting, PersonErased(person_id))
    await session.flush()


async def hold_all(session: AsyncSession, person_id: int) -> list[int]:
    """Who is erased: the person and the callers they are, until the transaction ends held.

    Nothing is begun in their chats meanwhile; nobody orders by these numbers, or makes them theirs;
    and nothing is ordered from their carts, whoever does that. Refuses: NotFound.
    """
    if await session.scalar(select(Person.id).where(Person.id == person_id)) is None:
        raise NotFound("person")
    chats = select(Conversation.account_id).join(Account, Account.id == Conversation.account_id)
    mine = chats.where(Account.person_id == person_id).order_by(Conversation.account_id)
    await session.execute(mine.with_for_update(of=Conversation))
    people = await numbers_of(session, person_id)
    numbers = select(Caller.person_id).where(among(Caller.person_id, people))
    await session.execute(numbers.order_by(Caller.person_id).with_for_update())
    for each in people:
        await hold_cart(session, each)
    return people


def among(column: Any, ids: Sequence[int]) -> ColumnElement[bool]:
    """The condition that the column is one of these ids."""
    met: ColumnElement[bool] = column.in_(ids)
    return met


async def give_chats_away(acting: Acting, person_id: int) -> int | None:
    """Let the person's chats be somebody's of whom nothing is known; None where there are none.

    What a manager has decided of the account goes with them.
    """
    session = acting.session
    language = await session.scalar(
        select(Person.language)
        .join(Account, Account.person_id == Person.id)
        .where(Person.id == person_id)
        .limit(1)
    )
    if language is None:
        return None
    then = await add_person(session, language, acting.now)
    for table in (Account, AccountLimitRow):
        given = update(table).where(table.person_id == person_id).values(person_id=then.id)
        await count_rows(session, given)
    return then.id


async def note_erasure(acting: Acting, person_id: int, marks: str, then_id: int | None) -> None:
    """Keep that the person was erased, for backups of before; once more where they came back."""
    since = await acting.session.scalar(select(Person.created_at).where(Person.id == person_id))
    row = {"at": acting.now, "by_id": acting.actor_id, "marks": marks, "swept_at": None}
    row["then_id"] = then_id
    noting = insert_into(acting.session, Erasure).values(
        person_id=person_id, person_since=since, **row
    )
    await acting.session.execute(
        noting.on_conflict_do_update(index_elements=["person_id"], set_=row)
    )


def or_none(reason: Any) -> Any:
    """The reason where it is a chosen one, else nothing: it was in somebody's own words."""
    return case((reason.in_(KEYS), reason), else_="")


async def empty_orders(session: AsyncSession, people: Sequence[int]) -> None:
    """Let the orders of these people be figures: what, how much, when, and in which emirate.

    Where an order was fetched, the place of the hall stays: it is the centre's own.
    """
    own = select(Order.id).where(among(Order.person_id, people)).order_by(Order.id)
    ids = list(await session.scalars(own.with_for_update()))
    if not ids:
        return
    hall = {name: case((AT_HALL, getattr(Order, name)), else_="") for name in ("area", "address")}
    gone = {"name": "", "phone": "", "note": "", "code": "", "latitude": None, "longitude": None}
    emptied = update(Order).where(among(Order.id, ids))
    await count_rows(session, emptied.values(**gone, **hall, reason=or_none(Order.reason)))
    lines = update(OrderLine).where(among(OrderLine.order_id, ids))
    struck = or_none(OrderLine.struck_reason)
    await count_rows(session, lines.values(wish="", struck_reason=struck))
    differed = update(CashDifference).where(among(CashDifference.order_id, ids))
    await count_rows(session, differed.values(reason=or_none(CashDifference.reason)))
    await session.execute(delete(order_search).where(among(order_search.c.rowid, ids)))
    await empty_facts(session, ids)


async def empty_cash_words(session: AsyncSession, people: Sequence[int]) -> None:
    """Keep what cash they handed over and what differed, without what was written about it."""
    differed = update(CashDifference).where(among(CashDifference.person_id, people))
    await count_rows(session, differed.values(reason=or_none(CashDifference.reason)))
    handed = update(CashHandover).where(
        among(CashHandover.person_id, people), CashHandover.reason.not_in((*KEYS, ""))
    )
    await count_rows(session, handed.values(reason=NO_WORDS))
    moved = update(TillMovement).where(
        among(TillMovement.actor_id, people), TillMovement.reason.not_in(KEYS)
    )
    await count_rows(session, moved.values(reason=NO_WORDS))


async def empty_note_words(session: AsyncSession, people: Sequence[int]) -> None:
    """Keep what they answered to notes on goods, without what they wrote was wrong."""
    theirs = (among(GoodsNote.said_by, people), text(SAID))
    said = select(GoodsNote.family_id).where(*theirs).distinct()
    families = list(await session.scalars(said))
    await count_rows(session, update(GoodsNote).where(*theirs).values(word=NO_WORDS))
    await empty_said(session, people, families)


async def empty_receipts(session: AsyncSession, people: Sequence[int]) -> None:
    """Let what they bought in the hall be nobody's, without what was written about it."""
    own = select(HallSale.id).where(among(HallSale.person_id, people)).order_by(HallSale.id)
    ids = list(await session.scalars(own.with_for_update()))
    if not ids:
        return
    bought = update(HallSale).where(among(HallSale.id, ids))
    worded = case(
        (HallSale.discount_reason.in_((*KEYS, "")), HallSale.discount_reason), else_=NO_WORDS
    )
    await count_rows(session, bought.values(person_id=None, discount_reason=worded))
    back = among(HallReturn.sale_id, ids)
    when = list(await session.scalars(select(HallReturn.at).where(back)))
    worded_back = HallReturn.reason.not_in(KEYS)
    await count_rows(session, update(HallReturn).where(back, worded_back).values(reason=NO_WORDS))
    await empty_return_facts(session, ids, when)


async def empty_messages(acting: Acting, person_id: int | None) -> None:
    """Forget what was said in the chats that the person has now, and what is owed to them."""
    session = acting.session
    own = select(Account.id).where(Account.person_id == person_id).order_by(Account.id)
    accounts = list(await session.scalars(own))
    await begin_talks_anew(session, accounts)
    answers = update(ProcessedUpdate).where(among(ProcessedUpdate.account_id, accounts))
    await count_rows(session, answers.values(reply=None, message=None, pressed=None))
    for table in (PageMessage, PageAct, Broadcast):
        await count_rows(session, delete(table).where(among(table.account_id, accounts)))
    await withdraw_owed(acting, accounts)
    chats = select(Account.channel, Account.external_id).where(among(Account.id, accounts))
    for channel, external_id in (await session.execute(chats)).all():
        await drop_aside_of(session, channel, [external_id])


async def begin_talks_anew(session: AsyncSession, accounts: Sequence[int]) -> None:
    """Be in no question in these chats any more.

    The rows are other ones: on PostgreSQL who waits for one, and has read already whose chat it
    was, does not get it, and begins again as the person who has it now.
    """
    ended = delete(Conversation).where(among(Conversation.account_id, accounts))
    were = (
        await session.execute(ended.returning(Conversation.account_id, Conversation.version))
    ).all()
    if were:
        rows = [{"account_id": row.account_id, "version": row.version + 1} for row in were]
        await session.execute(insert(Conversation), rows)


async def withdraw_owed(acting: Acting, accounts: Sequence[int]) -> None:
    """Owe these accounts nothing any more, and keep no words of what they were sent."""
    session = acting.session
    await hold(session, accounts)
    whose = among(OwedMessage.account_id, accounts)
    ended = {"outcome": "withdrawn", "reply": "", "trouble": ""}
    # Each condition is that of an index, word by word.
    for part, values in (
        (OPEN, {**ended, "done_at": acting.now}),
        (UNSENT, ended),
        (IN_WORDS, {"reply": "", "trouble": ""}),
    ):
        await count_rows(session, update(OwedMessage).where(whose, text(part)).values(values))
    await refresh(session, accounts)
