"""Notices that a person has bundled: what was held comes as one message, the oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.family import ShowFamilyHome
from handlers.dialog.actions.staff import ShowDesk
from handlers.dialog.rendering import letters
from handlers.dialog.speech import Card, Choice, Reply, decode_reply, encode_reply, say
from handlers.notifications.notices import message
from handlers.ui.order_lines import paragraphs
from models.messaging.addressees import all_accounts_of
from models.messaging.notice_habits import HeldNotice, take_due
from models.messaging.outbox import NEWS
from models.messaging.owing import owe

ROOM = 3_600
"""Letters of one message, of the 4096 that it holds: beyond that another one follows."""
PEOPLE = 20
DESK = Choice(say("button-desk"), ShowDesk())


async def owe_bundles(session: AsyncSession, now: datetime, most: int = PEOPLE) -> int:
    """Owe what is held and due (UTC), to so many people at most; how many these were.

    What is owed is held no more by the same transaction: called late or twice it does no harm.
    """
    for done in range(most):
        rows = await take_due(session, now)
        if not rows:
            return done
        await owe_bundle(session, rows, now)
    return most


async def owe_bundle(session: AsyncSession, rows: Sequence[HeldNotice], now: datetime) -> None:
    """Owe all that was held for one person, to every account."""
    accounts = await all_accounts_of(session, [rows[0].person_id])
    for key, reply in bundles(rows):
        words = encode_reply(reply)
        for to in accounts:
            whole = f"{NEWS}{key}:{to.account_id}"
            await owe(session, to.account_id, whole, words, now, blocked=to.blocked)


def bundles(rows: Iterable[HeldNotice]) -> Iterator[tuple[str, Reply]]:
    """As few messages as hold everything; each under the key of its first notice."""
    room, key, cards = 0, "", list[Card]()
    for row in rows:
        (card, *_) = decode_reply(row.reply).cards
        takes = letters(card.text) + 2
        if cards and takes > room:
            yield key, bundle(cards)
            cards = []
        if not cards:
            room, key = ROOM, row.key
        cards.append(card)
        room -= takes
    if cards:
        yield key, bundle(cards)


def bundle(cards: Sequence[Card]) -> Reply:
    """One message of these, with the way to her sales or to the desk."""
    actions = [choice.action for card in cards for choice in pressable(card)]
    sales = [action for action in actions if isinstance(action, ShowFamilyHome)]
    about = sales[0].order_id if len(set(sales)) == 1 else 0
    brands = dict.fromkeys(ShowFamilyHome(each.family_id, order_id=about) for each in sales)
    ways = [Choice(say("income-see-sales"), action) for action in brands]
    if len(sales) < len(actions):
        ways.append(DESK)
    return message(paragraphs(*(card.text for card in cards)), *ways)


def pressable(card: Card) -> list[Choice]:
    """The buttons of a card that ask the bot for something."""
    return [choice for row in card.choices for choice in row if isinstance(choice, Choice)]
