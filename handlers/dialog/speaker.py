"""Who speaks: the account, the person, their standing and the question they are in."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Select, String, bindparam, exists, func, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.speech import ChannelUser, Heard
from locales.languages import from_hint, known_or_first
from models.kernel.prepared import prepared
from models.messaging.accounts import Account
from models.messaging.conversations import Conversation
from models.messaging.processed_updates import ProcessedUpdate, latest_on
from models.people.access import FamilyMember, RoleRow, Standing, known_roles
from models.people.people import Language, Person, add_person


class Speaker(msgspec.Struct, frozen=True):
    """What is known of a speaker before their update is answered."""

    account_id: int
    person_id: int
    language: Language
    blocked: bool
    state: str | None
    version: int
    standing: Standing
    heard_before: bool
    buyer_id: int | None = None
    buyer_until: int | None = None
    answered_on: str | None = None
    """The press of the latest step that the pressed message shows the answer of."""


CUSTOMER = Standing()

# Tables and not classes: the look-up then takes no detour through the objects that they map.
accounts = Account.__table__
people = Person.__table__
conversations = Conversation.__table__
heard_updates = ProcessedUpdate.__table__
roles = RoleRow.__table__
members = FamilyMember.__table__


@cache
def _known_speaker() -> Select[Any]:
    held = (
        select(func.aggregate_strings(roles.c.role, ","))
        .where(roles.c.person_id == accounts.c.person_id)
        .scalar_subquery()
    )
    families = (
        select(func.aggregate_strings(sql_cast(members.c.family_id, String), ","))
        .where(members.c.person_id == accounts.c.person_id)
        .scalar_subquery()
    )
    heard = exists().where(
        heard_updates.c.account_id == accounts.c.id,
        heard_updates.c.update_key == bindparam("update_key"),
    )
    by_step = latest_on(bindparam("message"), heard_updates.c.pressed, accounts.c.id)
    return prepared(
        select(
            accounts.c.id,
            accounts.c.person_id,
            people.c.language,
            accounts.c.blocked_at.is_not(None),
            conversations.c.state,
            conversations.c.version,
            held,
            families,
            heard,
            conversations.c.buyer_id,
            conversations.c.buyer_until,
            by_step.scalar_subquery(),
        )
        .join_from(accounts, people, people.c.id == accounts.c.person_id)
        .join(conversations, conversations.c.account_id == accounts.c.id)
        .where(
            accounts.c.channel == bindparam("channel"),
            accounts.c.external_id == bindparam("external_id"),
        )
    )


@cache
def _locked_speaker() -> Select[Any]:
    return prepared(_known_speaker().with_for_update(of=conversations))


async def find_speaker(
    session: AsyncSession, heard: Heard, *, lock: bool = False
) -> Speaker | None:
    """The speaker as stored, or None at the first contact; `lock` holds their conversation."""
    sender = heard.sender
    statement = _locked_speaker() if lock else _known_speaker()
    named = {
        "channel": sender.channel,
        "external_id": sender.external_id,
        "update_key": heard.update_key,
        "message": heard.on.message if heard.on is not None else None,
    }
    row = (await session.execute(statement, named)).first()
    if row is None:
        return None
    account_id, person_id, language, blocked, state, version, held, families, before, *buying = row
    return Speaker(
        account_id=account_id,
        person_id=person_id,
        language=known_or_first(language),
        blocked=bool(blocked),
        state=state,
        version=version,
        standing=standing_from(held, families),
        heard_before=bool(before),
        buyer_id=buying[0],
        buyer_until=buying[1],
        answered_on=buying[2],
    )


def standing_from(roles: str | None, families: str | None) -> Standing:
    """The standing of who holds these roles and answers for these families, both joined lists."""
    if not roles and not families:
        return CUSTOMER
    ids = sorted(int(part) for part in (families or "").split(",") if part)
    return Standing(known_roles((roles or "").split(",")), tuple(ids))


async def welcome_speaker(session: AsyncSession, sender: ChannelUser, now: datetime) -> None:
    """Write down a new account with its person and an empty conversation."""
    person = await add_person(session, from_hint(sender.language_hint), now)
    account = Account(
        person_id=person.id, channel=sender.channel, external_id=sender.external_id, added_at=now
    )
    session.add(account)
    await session.flush()
    session.add(Conversation(account_id=account.id, version=0))
    await session.flush()
