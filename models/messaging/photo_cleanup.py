"""Photos that nothing refers to: an abandoned form's, and those that others took the place of."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, Select, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.facts import FactRow, OrderDelivered
from models.messaging.conversations import Conversation
from models.messaging.owed import OwedMessage
from models.messaging.web_messages import PageMessage
from models.orders.states import OrderState
from models.orders.tables import Order
from models.products.tables import Photo, ProductPhoto

UNUSED_FOR = timedelta(days=1)
"""How long a photo may wait to be used: what was just sent is in nothing yet."""
HASH = re.compile("[0-9a-f]{64}")


async def forget_unused_photos(session: AsyncSession, before: datetime) -> int:
    """Forget the photos that came before then (UTC) and are in use nowhere; how many there were.

    In use are those of a product, of a delivery without its code, of a question that a person is
    in or has left, of a message that is owed, and of a page's conversation.
    """
    listed = select(ProductPhoto.hash)
    # Their age is asked for last: SQLite keeps it behind the picture, and would read every one.
    found = set(await session.scalars(select(Photo.hash).except_(listed)))
    if found:
        found -= await in_deliveries(session)
    if found:
        found -= await in_words(session)
    if not found:
        return 0
    unused = Photo.hash.in_(sorted(found)), Photo.added_at < before, Photo.hash.not_in(listed)
    forgotten = await session.execute(delete(Photo).where(*unused))
    return cast(CursorResult[Any], forgotten).rowcount


async def in_deliveries(session: AsyncSession) -> set[str]:
    """The photos that prove a delivery. Only one that was confirmed with a reason has one."""
    handed_over = (
        select(FactRow)
        .join(Order, Order.id == FactRow.order_id)
        .where(Order.state == OrderState.delivered, Order.reason != "")
    )
    facts = [row.fact for row in await session.scalars(handed_over)]
    return {fact.photo for fact in facts if isinstance(fact, OrderDelivered) and fact.photo}


async def in_words(session: AsyncSession) -> set[str]:
    """The hashes in conversations, in what is owed, and on pages."""
    owed = OwedMessage.done_at.is_(None)
    texts: list[Select[Any]] = [
        select(Conversation.state).where(of_photos(Conversation.state)),
        select(OwedMessage.reply).where(owed, of_photos(OwedMessage.reply)),
        select(PageMessage.body).where(of_photos(PageMessage.body)),
    ]
    used: set[str] = set()
    for some in texts:
        for text in await session.scalars(some):
            used.update(HASH.findall(text))
    return used


def of_photos(text: Any) -> ColumnElement[bool]:
    """Whether the JSON names a photo: the fields and the picture that hold one are called so."""
    named: ColumnElement[bool] = text.contains("photo")
    return named
