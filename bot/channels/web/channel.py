"""The chat page as a channel: what is said becomes numbered messages that the page fetches."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.web.acts import Press
from bot.channels.web.bodies import CardBody, OwnBody, encode_body
from bot.runtime.outcomes import Brought, Letter
from handlers.dialog.rendering import label_words
from handlers.dialog.speech import Ask, Card, Reply
from handlers.dialog.turns import Answer
from models.kernel.database import Database
from models.messaging.web_messages import (
    add_message,
    notice_of,
    open_page,
    replace_message,
    store_act,
)
from models.people.people import Language

CHANNEL = "web"
LOOK_AGAIN_S = 2.0


class Doorbell:
    """Tells the open pages of an account that something is new."""

    def __init__(self) -> None:
        """No page is open yet."""
        self._pages: dict[int, set[asyncio.Event]] = defaultdict(set)

    @contextmanager
    def open(self, account_id: int) -> Iterator[asyncio.Event]:
        """An event that is set when the account's page has something new."""
        rung = asyncio.Event()
        self._pages[account_id].add(rung)
        try:
            yield rung
        finally:
            self._pages[account_id].discard(rung)

    def ring(self, account_id: int) -> None:
        """Something is new on that account's page."""
        for rung in self._pages.get(account_id, ()):
            rung.set()


class WebChannel:
    """Puts replies and owed messages on pages."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """`clock` gives the time in UTC."""
        self.database = database
        self.clock = clock
        self.doorbell = Doorbell()

    async def show(
        self, answer: Answer, act: str, own: OwnBody | None = None, pressed: Press | None = None
    ) -> bool:
        """Store what the person said and the reply to it, and that the act is done, at once.

        A reply that replaces takes the place of the pressed message where that is still there;
        False where it does not. An act that is done already shows nothing more.
        """
        account_id, notice = answer.account_id, notice_words(answer)
        async with self.database.write() as session:
            await open_page(session, account_id)
            if await notice_of(session, account_id, act) is not None:
                return True
            if own is not None:
                body = encode_body(own)
                await add_message(session, account_id, body, self.clock(), mine=True)
            cards = cards_to_show(answer.reply)
            replaces = not answer.reply.in_place or await self._replace(session, answer, pressed)
            if answer.reply.in_place and replaces:
                cards = cards[1:]
            for card in cards:
                await self._put(session, account_id, card, answer.language)
            await store_act(session, account_id, act, notice, self.clock())
        self.doorbell.ring(account_id)
        return replaces

    async def _replace(self, session: AsyncSession, answer: Answer, pressed: Press | None) -> bool:
        """Put the first card in the place of the pressed message; False where that is not so.

        What took its place since it was pressed stays there.
        """
        if pressed is None or not answer.reply.cards:
            return False
        body = encode_body(CardBody(answer.reply.cards[0], answer.language))
        account_id, message = answer.account_id, pressed.message
        return await replace_message(session, account_id, message, body, pressed.change)

    async def bring(self, letter: Letter) -> Brought:
        """Store an owed message; the page has it once, however often it is brought."""
        account_id, language = letter.to.account_id, letter.to.language
        cards = cards_to_show(letter.reply)
        async with self.database.write() as session:
            await open_page(session, account_id)
            for part, card in enumerate(cards):
                await self._put(session, account_id, card, language, letter.owed_id, part)
        self.doorbell.ring(account_id)
        return "waiting" if cards else "sent"

    async def _put(
        self,
        session: AsyncSession,
        account_id: int,
        card: Card,
        language: Language,
        owed_id: int | None = None,
        part: int = 0,
    ) -> None:
        body = encode_body(CardBody(card, language))
        now = self.clock()
        await add_message(session, account_id, body, now, owed_id=owed_id, part=part)


def cards_to_show(reply: Reply) -> tuple[Card, ...]:
    """The reply's cards, without those that only put away a keyboard: a page has none."""
    return tuple(card for card in reply.cards if card.ask is not Ask.over)


def notice_words(answer: Answer) -> str:
    """The reply's notice in words, empty where there is none."""
    notice = answer.reply.notice
    return "" if notice is None else label_words(notice, answer.language)


async def rings(rung: asyncio.Event) -> AsyncIterator[None]:
    """Once at the start, then whenever the bell rings, and every two seconds anyway."""
    while True:
        yield
        with suppress(TimeoutError):
            await asyncio.wait_for(rung.wait(), LOOK_AGAIN_S)
        rung.clear()
