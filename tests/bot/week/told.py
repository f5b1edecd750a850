"""What each person was told: the notices as they came to her chat, by their words' names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from sqlalchemy import select

from handlers.dialog.rendering import bare
from handlers.dialog.speech import Arg, Exact, Lines, Phrase, decode_reply
from models.kernel.database import Database
from models.messaging.accounts import Account
from models.messaging.outbox import OwedMessage
from tests.bot.week.cast import Cast
from tests.fake_botapi import Person
from tests.fake_botapi.people import as_read

JOINS = ("paragraph", "two-paragraphs")
"""Phrases that say nothing themselves but hold others."""


async def notices_of(cast: Cast, database: Database, name: str) -> list[str]:
    """All that this person was told unasked, in order: the phrase's name, and whose order it is.

    Each of them has arrived in her chat, and as often as it is told here. A bundle is its parts
    joined by " + ".
    """
    person = cast[name]
    chosen = (
        select(OwedMessage.reply, OwedMessage.outcome)
        .join(Account, Account.id == OwedMessage.account_id)
        .where(Account.external_id == str(person.id))
        .order_by(OwedMessage.id)
    )
    async with database.read() as session:
        rows = (await session.execute(chosen)).all()
    assert all(row.outcome == "sent" for row in rows), rows
    texts = [decode_reply(row.reply).cards[0].text for row in rows]
    each_arrived_once(person, texts)
    return [" + ".join(summary(cast, told) for told in parts_of(text)) for text in texts]


def each_arrived_once(person: Person, texts: list[Phrase]) -> None:
    """No notice is missing on her screen, and none stands there more often than it was owed."""
    owed = Counter(as_read(bare(text, "ar")).strip() for text in texts)
    shown = Counter(as_read(each.words).strip() for each in person.screen if each.from_bot)
    wrong = {words: shown[words] for words, often in owed.items() if shown[words] != often}
    assert not wrong, f"{person.user.first_name} sees these so often: {wrong}"


def parts_of(text: Phrase) -> Iterator[Phrase]:
    """The news within a text: those of its phrases that name an order, or else its first."""
    leaves = list(leaves_of(text))
    about = [leaf for leaf in leaves if "number" in leaf.args]
    yield from about or leaves[:1]


def leaves_of(said: Arg) -> Iterator[Phrase]:
    """The phrases of which a text is put together."""
    if isinstance(said, Lines):
        yield from chain.from_iterable(map(leaves_of, said.phrases))
    elif isinstance(said, Phrase) and said.id in JOINS:
        yield from chain.from_iterable(map(leaves_of, said.args.values()))
    elif isinstance(said, Phrase):
        yield said


def summary(cast: Cast, told: Phrase) -> str:
    """The name of the phrase, and for whom the order is that it tells of."""
    number = told.args.get("number")
    if isinstance(number, Phrase):
        number = number.args["number"]
    whose = cast.whose(number.text) if isinstance(number, Exact) else ""
    return f"{told.id} {whose}".strip()
