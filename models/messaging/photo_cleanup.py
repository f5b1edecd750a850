"""Photos that nothing refers to: an abandoned form's, and those that others took the place of.

They are looked for in portions that take no lock, and forgotten in others, so that nobody waits.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Collection
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Text, delete, func, select, text, type_coerce
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox.tables import Draft, QuestionMessage
from models.kernel.facts import FactRow
from models.kernel.portions import count_rows
from models.messaging.accounts import Account
from models.messaging.conversations import Conversation
from models.messaging.form_drafts import FormDraft
from models.messaging.owed import OPEN, OwedMessage
from models.messaging.web_messages import PageMessage
from models.orders.tables import Order
from models.products.tables import Photo, ProductPhoto

UNUSED_FOR = timedelta(days=1)
"""How long a photo may wait to be used: what was just sent is in nothing yet."""
AT_ONCE = 500
"""How many rows one look goes through at most."""
FORGOTTEN_AT_ONCE = 20
"""For each the database looks through the photos of all products."""
HASH = re.compile("[0-9a-f]{64}")
Read = Callable[[], AbstractAsyncContextManager[AsyncSession]]


class Source(NamedTuple):
    """Texts that may name photos, by a number that each row has; `highest` is the last of these."""

    texts: Select[Any]
    number: Any
    highest: Any


def of_photos(words: Any) -> ColumnElement[bool]:
    """Whether the JSON names a photo: the fields and the picture that hold one are called so."""
    named: ColumnElement[bool] = words.contains("photo")
    return named


def source(words: Any, number: Any, highest: Any) -> Source:
    """Those of the texts that name a photo."""
    return Source(select(words).where(of_photos(words)), number, highest)


def sources() -> tuple[Source, ...]:
    """Where a photo is in use, but for products.

    From a question it goes into a form put aside, which is kept until it is published, into what is
    owed, onto a page, or into the proof of a delivery: one that goes on while they are looked
    through is met behind, where it was not met before. One that is named anew meanwhile was sent
    anew, and is young. Only an order that was confirmed with a reason has a proof.
    """
    question = source(Conversation.state, Conversation.account_id, Account.id)
    draft = source(FormDraft.state, FormDraft.id, FormDraft.id)
    owed = source(OwedMessage.reply, OwedMessage.account_id, Account.id)
    page = source(PageMessage.body, PageMessage.id, PageMessage.id)
    proof = source(type_coerce(FactRow.body, Text), Order.id, Order.id)
    proofs = proof.texts.join(Order, Order.id == FactRow.order_id).where(Order.reason != "")
    return (
        question,
        draft,
        owed._replace(texts=owed.texts.where(text(OPEN))),
        page,
        proof._replace(texts=proofs),
    )


async def unused_photos(read: Read, before: datetime) -> list[str]:
    """The photos that came before then (UTC) and are in use nowhere.

    In use are those of a product, of what was written to the centre, of a delivery without its
    code, of a question that a person is in or has left, of a form put aside, of a message that is
    owed, and of a page's conversation. `read` opens a session that looks only, for each portion
    anew.
    """
    async with read() as session:
        # Their age is asked for last: SQLite keeps it behind the picture, and would read every one.
        unlisted = select(Photo.hash).except_(*photo_columns())
        found = set(await session.scalars(unlisted))
    for each in sources():
        if found:
            found -= await named_in(read, each)
    async with read() as session:
        old = select(Photo.hash).where(Photo.hash.in_(sorted(found)), Photo.added_at < before)
        return sorted(await session.scalars(old)) if found else []


async def named_in(read: Read, each: Source) -> set[str]:
    """The photos that are named there; somebody else comes on after each portion."""
    async with read() as session:
        highest = await session.scalar(select(func.max(each.highest))) or 0
    used: set[str] = set()
    for first in range(1, highest + 1, AT_ONCE):
        portion = each.texts.where(each.number.between(first, first + AT_ONCE - 1))
        async with read() as session:
            for words in await session.scalars(portion):
                used.update(HASH.findall(words))
        await asyncio.sleep(0)
    return used


async def forget_unused_photos(
    session: AsyncSession, hashes: Collection[str], before: datetime
) -> int:
    """Forget these few photos, which `unused_photos` found; how many there were.

    One that was sent again or listed since then stays.
    """
    unused = Photo.hash.in_(sorted(hashes)), Photo.added_at < before
    in_use = [Photo.hash.not_in(column) for column in photo_columns()]
    return await count_rows(session, delete(Photo).where(*unused, *in_use))


def photo_columns() -> tuple[Select[Any], ...]:
    """The photos of products, and of what people sent to the centre, by columns of their own."""
    sent = select(QuestionMessage.photo).where(QuestionMessage.photo != "")
    waits = select(Draft.photo).where(Draft.photo != "")
    return select(ProductPhoto.hash), sent, waits
