"""A walk to every screen of a busy day, each as if the others had not been gone to.

The database is put back between any two presses, so that whatever they do is seen alone.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import event, select

from bot.images.photos import accept_photo
from handlers.dialog.actions import Action
from handlers.dialog.actions.asked import Pick
from handlers.dialog.forms import FLOWS
from handlers.dialog.speech import Card, Choice
from handlers.dialog.states import CODEC, StateBase
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.facts import FactRow
from models.messaging.accounts import Account
from models.messaging.conversations import Conversation
from models.products.photos import keep_photo
from tests.bot.whole.forms import Answers
from tests.bot.whole.kinds import choice_kind, kind_of
from tests.handlers.talk import Talk, pressable
from tests.support.clock import HandClock
from tests.support.orders import WIDE

WRITES = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)')


class Shop:
    """A database that can be put back, and what is written there."""

    def __init__(self, path: Path, database: Database, clock: HandClock) -> None:
        """`path` is where the SQLite database lies."""
        self.database = database
        self.clock = clock
        self.written: set[str] = set()
        self._live = sqlite3.connect(path)
        self._at = -1
        event.listen(database.writing.sync_engine, "before_cursor_execute", self._note)

    def _note(self, *given: Any) -> None:
        if found := WRITES.match(given[2]):
            self.written.add(found[1])

    def kept(self) -> sqlite3.Connection:
        """The database as it is now."""
        snapshot = sqlite3.connect(":memory:")
        self._live.backup(snapshot)
        return snapshot

    def put_back(self, snapshot: sqlite3.Connection) -> None:
        """Let the database be as it was then."""
        snapshot.backup(self._live)
        self.written.clear()

    def close(self) -> None:
        """Leave the file alone."""
        self._live.close()


class Screen(NamedTuple):
    """A message that somebody found, with what else was on their screen, and the database then."""

    person: str
    messages: tuple[Card, ...]
    at: int
    snapshot: sqlite3.Connection
    state: StateBase | None

    @property
    def card(self) -> Card:
        """The message."""
        return self.messages[self.at]

    @property
    def choices(self) -> list[Choice]:
        """Its buttons, one of each kind."""
        return list({sort_of(each.action): each for each in pressable(self.card)}.values())

    @property
    def asks(self) -> tuple[str, str] | None:
        """The question that waits."""
        return None if self.state is None else (type(self.state).__name__, self.state.at)

    @property
    def sort(self) -> object:
        """What tells it from other screens."""
        return self.asks, frozenset(type(each.action) for each in pressable(self.card))


def sort_of(action: Action) -> object:
    """Which sort of button it is: for what answers a question, its value too."""
    return choice_kind(action.value) if isinstance(action, Pick) else type(action)


@dataclass
class TalkingPerson:
    """Somebody who answers a question without a chat platform."""

    talk: Talk

    async def sends(self, text: str, /) -> object:
        """Type a text."""
        return await self.talk.says(text)

    async def sends_photo(self, content: bytes, /) -> object:
        """Send a photo, which is kept first."""
        photo = accept_photo(content)
        async with self.talk.turns.database.write() as session:
            now = self.talk.turns.clock()
            await keep_photo(session, photo.hash, photo.jpeg, photo.width, photo.height, now)
        return await self.talk.sends_photo(photo.hash)

    async def shares_place(self, latitude: float, longitude: float, /) -> object:
        """Share a pin."""
        return await self.talk.shares_place(latitude, longitude)

    async def shares_contact(self) -> object:
        """Share the own phone number."""
        return await self.talk.shares_phone()


@dataclass
class Walker:
    """Goes to every screen that can be found from these texts, each sort of screen once.

    At `most` so many screens are gone to.
    """

    shop: Shop
    texts: list[str]
    most: int = 10_000
    seen: set[object] = field(default_factory=set)
    _tried: set[object] = field(default_factory=set)
    _found: list[Screen] = field(default_factory=list)

    async def screens(self, person: str) -> AsyncIterator[Screen]:
        """Every screen that the person of that name finds and nobody before."""
        opened = self.shop.kept()
        for text in self.texts:
            self.shop.put_back(opened)
            talk = self.talk(person)
            await talk.says(text)
            await self._looks(talk)
            while self._found:
                screen = self._found.pop()
                yield screen
                await self._goes_on(screen)
        self.shop.put_back(opened)

    def talk(self, person: str, messages: tuple[Card, ...] = ()) -> Talk:
        """Their talk, at a time of its own, in a process that knows nothing yet."""
        self.shop.clock.advance(seconds=1)
        turns = Turns(self.shop.database, WIDE, self.shop.clock)
        return Talk(turns, external_id=person, screen=list(messages))

    def talk_on(self, screen: Screen) -> Talk:
        """Their talk at that screen, as if nothing had come after it."""
        self.shop.put_back(screen.snapshot)
        return self.talk(screen.person, screen.messages)

    async def _goes_on(self, screen: Screen) -> None:
        for choice in pressable(screen.card):
            tried = (screen.asks if isinstance(choice.action, Pick) else None, *kind(choice.action))
            if tried in self._tried:
                continue
            self._tried.add(tried)
            talk = self.talk_on(screen)
            await talk.presses_on(screen.at, choice, screen.card)
            await self._looks(talk)
        if screen.state is not None and screen.asks not in self._tried:
            self._tried.add(screen.asks)
            talk = self.talk_on(screen)
            answers = Answers(self.shop.database, talk.language)
            if await answers.give(TalkingPerson(talk), screen.state):
                await self._looks(talk)

    async def _looks(self, talk: Talk) -> None:
        """Keep the messages that are of a new sort."""
        state = await question_of(talk)
        for at, card in enumerate(talk.screen):
            if card not in talk.reply.cards or not pressable(card):
                continue
            screen = Screen(talk.external_id, tuple(talk.screen), at, self.shop.kept(), state)
            if screen.sort not in self.seen and len(self.seen) < self.most:
                self.seen.add(screen.sort)
                self._found.append(screen)


def kind(action: Action) -> tuple[object, ...]:
    """What tells kinds of buttons apart where it is gone on from them."""
    return (choice_kind(action.value),) if isinstance(action, Pick) else kind_of(action)


async def question_of(talk: Talk) -> StateBase | None:
    """The question that somebody is in."""
    found = (
        select(Conversation.state)
        .join(Account, Account.id == Conversation.account_id)
        .where(Account.external_id == talk.external_id)
    )
    async with talk.turns.database.read() as session:
        stored = await session.scalar(found)
    state = CODEC.decode(stored) if stored else None
    return state if state is not None and state.at and FLOWS[type(state)].listens(state) else None


async def facts_of(talk: Talk) -> list[int]:
    """What happened, as the ids of its rows."""
    async with talk.turns.database.read() as session:
        return list(await session.scalars(select(FactRow.id)))
