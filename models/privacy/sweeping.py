"""What is done behind an erasing: the team's pages are gone through, and the chat is parted from.

It comes some minutes later, so that who was erased could still be told so. Only the accounts of
people who work here, or did, or answer for a family, are gone through for what was shown of the
person, and of what was sent to them the words that are kept for some days: that grows with the
team and its days, and it is read in portions that hold nobody up. No other customer's row is read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Select, String, cast, delete, exists, literal, select, text, union, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.base import dialect_of
from models.kernel.portions import count_rows
from models.messaging.accounts import Account
from models.messaging.conversations import Conversation
from models.messaging.notice_habits import HeldNotice
from models.messaging.owed import IN_WORDS, OPEN, OwedMessage
from models.messaging.processed_updates import ProcessedUpdate
from models.messaging.queues import hold, refresh
from models.messaging.web_messages import PageAct, PageMessage
from models.people.access import FamilyMember, Invitation, RoleRow
from models.people.account_limits import AccountLimitRow
from models.privacy.marks import Marks
from models.privacy.searches import forget_misses
from models.privacy.short_names import without_names
from models.privacy.tables import UNSWEPT, Erasure

GOODBYE = timedelta(minutes=10)
"""How long the chat is known still by which the person was erased: the answer is on its way."""
ON_THE_WAY = timedelta(seconds=10)
"""How long an answer that was made before the erasing may take to come onto a page."""
AT_ONCE = 500
PARTED = "erased-"
Read = Callable[[], AbstractAsyncContextManager[AsyncSession]]


class Sweep(NamedTuple):
    """Who was erased, when (UTC), and what is looked for."""

    person_id: int
    at: datetime
    marks: Marks


class Renamed(NamedTuple):
    """What a row of that id is to say where it still says what it `was`."""

    id: int
    was: str
    now: str


class Traces(msgspec.Struct):
    """Rows of the team's that hold something of the person, by their keys.

    Those that hold a short name alone are not taken away: they say something else.
    """

    pages: list[int] = []
    owed: list[int] = []
    held: list[int] = []
    answers: list[tuple[int, str]] = []
    talks: list[int] = []
    pages_renamed: list[Renamed] = []
    owed_renamed: list[Renamed] = []
    held_renamed: list[Renamed] = []
    marks: Marks = Marks()


async def next_to_sweep(session: AsyncSession, now: datetime) -> Sweep | None:
    """The first person who was erased some minutes ago, and what to look for; None for nobody."""
    waits = select(Erasure.person_id, Erasure.at, Erasure.marks).where(text(UNSWEPT))
    row = (await session.execute(waits.where(Erasure.at <= now - GOODBYE).limit(1))).first()
    if row is None:
        return None
    return Sweep(row.person_id, row.at, msgspec.json.decode(row.marks, type=Marks))


async def find_traces(read: Read, sweep: Sweep) -> Traces:
    """What the team was shown of the person; each portion is read in a session of its own.

    What came after the erasing is not looked at: who has ordered anew since is known by the same.
    """
    marks, until = sweep.marks, sweep.at + ON_THE_WAY
    traces = Traces(marks=marks)
    async with read() as session:
        team = list(await session.scalars(team_accounts(sweep.person_id)))
        owed = select(OwedMessage.id, OwedMessage.reply).where(
            OwedMessage.account_id.in_(team), OwedMessage.made_at <= sweep.at
        )
        for part in (OPEN, IN_WORDS):
            rows = (await session.execute(owed.where(text(part)))).all()
            sort_out(rows, marks, traces.owed, traces.owed_renamed)
        held = (await session.execute(select(HeldNotice.id, HeldNotice.reply))).all()
        sort_out(held, marks, traces.held, traces.held_renamed)
        talks = await session.execute(talks_of(team))
        traces.talks = [row[0] for row in talks if marks.are_in(row[1])]
        answers = await session.execute(answers_of(team, until))
        traces.answers = [
            (row[0], row[1])
            for row in answers
            if marks.are_in(row[2]) or without_names(row[2], marks.names) is not None
        ]
    last = 0
    while True:
        async with read() as session:
            rows = (await session.execute(pages_of(team, until, last))).all()
        if not rows:
            return traces
        sort_out(rows, marks, traces.pages, traces.pages_renamed)
        last = rows[-1][0]


def sort_out(rows: Iterable[Any], marks: Marks, gone: list[int], renamed: list[Renamed]) -> None:
    """Put each row, an id and a text, where it belongs: with a mark, with a short name, nowhere."""
    for id_, stored in rows:
        if marks.are_in(stored):
            gone.append(id_)
        elif (now := without_names(stored, marks.names)) is not None:
            renamed.append(Renamed(id_, stored, now))


def pages_of(accounts: list[int], until: datetime, last: int) -> Select[*tuple[Any, ...]]:
    """The next messages on these accounts' pages that came until then."""
    shown = PageMessage.account_id.in_(accounts), PageMessage.at <= until, PageMessage.id > last
    some = select(PageMessage.id, PageMessage.body).where(*shown)
    return some.order_by(PageMessage.id).limit(AT_ONCE)


def team_accounts(person_id: int) -> Select[Any]:
    """The accounts of who works here or did, or answers for a family or did.

    And those that the person had: a message that was on its way may have come there since.
    """
    people = union(
        select(RoleRow.person_id),
        select(FamilyMember.person_id),
        select(Invitation.used_by).where(Invitation.used_by.is_not(None)),
        select(Erasure.then_id).where(Erasure.person_id == person_id, Erasure.then_id.is_not(None)),
    ).subquery()
    return select(Account.id).where(Account.person_id.in_(select(people)))


def talks_of(accounts: list[int]) -> Select[*tuple[Any, ...]]:
    """The questions that these accounts are in."""
    return select(Conversation.account_id, Conversation.state).where(
        Conversation.account_id.in_(accounts), Conversation.state.is_not(None)
    )


def answers_of(accounts: list[int], until: datetime) -> Select[*tuple[Any, ...]]:
    """The latest answers that these accounts had until then."""
    kept = ProcessedUpdate.account_id.in_(accounts), ProcessedUpdate.reply.is_not(None)
    return select(
        ProcessedUpdate.account_id, ProcessedUpdate.update_key, ProcessedUpdate.reply
    ).where(*kept, ProcessedUpdate.at <= until)


async def remove_traces(session: AsyncSession, traces: Traces, now: datetime) -> None:
    """Take what was found out of the team's pages, forms and messages.

    What was searched just before the erasing may have been counted after it: it is gone through
    once more.
    """
    await forget_misses(session, traces.marks)
    for first in range(0, len(traces.pages), AT_ONCE):
        some = traces.pages[first : first + AT_ONCE]
        await count_rows(session, delete(PageMessage).where(PageMessage.id.in_(some)))
    await count_rows(session, delete(HeldNotice).where(HeldNotice.id.in_(traces.held)))
    for account_id, key in traces.answers:
        answer = ProcessedUpdate.account_id == account_id, ProcessedUpdate.update_key == key
        await count_rows(session, update(ProcessedUpdate).where(*answer).values(reply=None))
    talks = update(Conversation).where(Conversation.account_id.in_(traces.talks))
    await count_rows(session, talks.values(state=None, version=Conversation.version + 1))
    await withdraw(session, traces.owed, now)
    for table, words, renamed in (
        (PageMessage, "body", traces.pages_renamed),
        (OwedMessage, "reply", traces.owed_renamed),
        (HeldNotice, "reply", traces.held_renamed),
    ):
        await rename(session, table, words, renamed)


async def rename(session: AsyncSession, table: Any, words: str, renamed: list[Renamed]) -> None:
    """Let these rows say in that column what they are to say, where nobody has changed it since."""
    column = getattr(table, words)
    for each in renamed:
        still = table.id == each.id, column == each.was
        await count_rows(session, update(table).where(*still).values({words: each.now}))


async def withdraw(session: AsyncSession, owed_ids: list[int], now: datetime) -> None:
    """Keep no words of these messages; what was not sent yet is not sent."""
    named = OwedMessage.id.in_(owed_ids)
    accounts = list(await session.scalars(select(OwedMessage.account_id).where(named).distinct()))
    await hold(session, accounts)
    unsent = update(OwedMessage).where(named, OwedMessage.done_at.is_(None))
    await count_rows(session, unsent.values(outcome="withdrawn", done_at=now))
    await count_rows(session, update(OwedMessage).where(named).values(reply="", trouble=""))
    await refresh(session, accounts)


async def end_sweep(
    session: AsyncSession, person_id: int, now: datetime, nameless: Collection[str] = ()
) -> None:
    """Part from the person's chats, unless they have written again; nothing is looked for now.

    Of a `nameless` channel the id of a chat names nobody, and stays.
    """
    then = select(Erasure.then_id).where(Erasure.person_id == person_id)
    of_them = Account.person_id == then.scalar_subquery()
    own = list(await session.scalars(select(Account.id).where(of_them)))
    if own and not await is_back(session, person_id, own):
        await part_from(session, own, now, nameless)
    if dialect_of(session) == "sqlite":
        # What is deleted of a text index stays in its segments until they are merged.
        await session.execute(text("INSERT INTO order_search(order_search) VALUES ('optimize')"))
    done = update(Erasure).where(Erasure.person_id == person_id)
    await count_rows(session, done.values(marks="", swept_at=now))


async def is_back(session: AsyncSession, person_id: int, accounts: list[int]) -> bool:
    """Whether the person has written since, or a manager's limit of the account is to be kept."""
    erased = select(Erasure.at).where(Erasure.person_id == person_id).scalar_subquery()
    wrote = exists().where(ProcessedUpdate.account_id.in_(accounts), ProcessedUpdate.at > erased)
    whose = select(Account.person_id).where(Account.id.in_(accounts))
    limited = exists().where(AccountLimitRow.person_id.in_(whose))
    return bool(await session.scalar(select(wrote | limited)))


async def part_from(
    session: AsyncSession, accounts: list[int], now: datetime, nameless: Collection[str]
) -> None:
    """Know these accounts by no chat any more: who writes from there is somebody new."""
    for table in (PageMessage, PageAct, ProcessedUpdate):
        await count_rows(session, delete(table).where(table.account_id.in_(accounts)))
    no_chat = literal(PARTED) + cast(Account.id, String)
    named = Account.id.in_(accounts), Account.channel.not_in(nameless)
    parting = update(Account).where(*named)
    await count_rows(
        session,
        parting.values(external_id=no_chat, menu="", menu_due=False, blocked_at=now),
    )
