"""What everybody is told when the facts so far are announced."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from handlers.dialog.rendering import bare
from handlers.dialog.speech import Choice, Reply, decode_reply
from handlers.dialog.turns import Turns
from handlers.notifications.announcements import announce_next
from models.messaging.accounts import Account
from models.messaging.outbox import OwedMessage
from models.people.people import Language
from tests.handlers.fitness import check_reply
from tests.support.owing import owe_the_rest


class Told(list[tuple[str, Reply]]):
    """What everybody was told, as (external id, reply), the oldest first."""

    def to(self, name: str) -> list[Reply]:
        """What that person was told."""
        return [reply for heard_by, reply in self if heard_by == name]

    def to_families(self) -> list[Reply]:
        """What members of families were told."""
        return [reply for heard_by, reply in self if heard_by.split("-")[0] in ("rose", "date")]

    def people(self) -> set[str]:
        """Who was told anything."""
        return {name for name, _ in self}


async def announced(turns: Turns) -> Told:
    """Announce everything, and give what is new since the last time."""
    async with turns.database.read() as session:
        known = set(await session.scalars(select(OwedMessage.id)))
    while True:
        async with turns.database.write() as session:
            if not await announce_next(session, turns.clock(), 2, turns.terms):
                break
    await owe_the_rest(turns.database, turns.clock())
    async with turns.database.read() as session:
        rows = await session.execute(
            select(OwedMessage.id, Account.external_id, OwedMessage.reply)
            .join(Account, Account.id == OwedMessage.account_id)
            .order_by(OwedMessage.id)
        )
        told = Told((name, decode_reply(reply)) for id_, name, reply in rows if id_ not in known)
    for _, reply in told:
        check_reply(reply)
        assert all(card.stays for card in reply.cards), "news is kept for reading again"
    return told


def text(replies: Sequence[Reply], language: Language = "ar") -> str:
    """The words of the replies."""
    return "\n".join(bare(reply.cards[0].text, language) for reply in replies)


def actions(reply: Reply) -> list[object]:
    """What the buttons of a reply ask for."""
    return [c.action for row in reply.cards[0].choices for c in row if isinstance(c, Choice)]
