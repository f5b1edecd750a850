"""A person who talks with the bot: presses what is on the screen, and reads every word of it.

Each answer is put into words in both languages, sent through JSON and back, and held against what
a chat platform can show, so that a missing message or a button that is too long fails any test.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import TypeVar
from zlib import crc32

from sqlalchemy import select

import handlers.conversations  # noqa: F401  registers every function that answers
from handlers.dialog.actions import Action
from handlers.dialog.actions.base import ActionBase
from handlers.dialog.links import decode_link
from handlers.dialog.parsing import as_typed
from handlers.dialog.rendering import bare
from handlers.dialog.speech import (
    AnyChoice,
    Card,
    ChannelUser,
    Choice,
    Command,
    Heard,
    Phrase,
    Pressed,
    PressedOn,
    Reply,
    Said,
    SentOther,
    SentPhoto,
    SentVoice,
    ShareChoice,
    SharedPhone,
    SharedPlace,
    Trouble,
    What,
)
from handlers.dialog.turns import Answer, Turns
from models.messaging.accounts import Account
from models.people.people import Language
from tests.handlers.fitness import check_reply
from tests.support.words import word

A = TypeVar("A", bound=ActionBase)
UPDATES = count(1)
COMMAND = re.compile(r"/([A-Za-z0-9_]+)(?:\s+(.*))?", re.DOTALL)


@dataclass
class Talk:
    """One account's conversation. `language` is what the account hints at, at the first contact.

    `screen` holds the messages as they stand now: a reply in place has replaced the pressed one.
    """

    turns: Turns
    channel: str = "test"
    external_id: str = "mona"
    language: Language = "ar"
    screen: list[Card] = field(default_factory=list)
    reply: Reply = field(default_factory=Reply)
    heard: Heard | None = None
    _pressed_at: int | None = None

    # ------------------------------------------------------------ what the person does

    async def says(self, *texts: str) -> Reply:
        """Type one text after another; with a leading slash one is a command, `/start x` a link."""
        for text in texts:
            await self.sends(what_of(text))
        return self.reply

    async def presses(self, label: str, *, nth: int = 0) -> Reply:
        """Press a button on the screen by its label or a part of it, the newest message first."""
        at, choice = self._find(label, nth)
        return await self.presses_on(at, choice, self.screen[at])

    async def presses_on(self, at: int, choice: Choice, seen: Card) -> Reply:
        """Press a button of the message at that place, which it had when it looked like `seen`."""
        self._pressed_at = at
        keyboard = repr([each.action for each in pressable(seen)])
        on = PressedOn(str(at), f"{crc32(keyboard.encode()):08x}")
        return await self.sends(Pressed(choice.action), on)

    async def presses_old(self, action: Action | None) -> Reply:
        """Press a button that is no longer on the screen; None is data that says nothing."""
        return await self.sends(Pressed(action))

    async def shares_phone(self, number: str = "971501234567") -> Reply:
        """Share the own phone number, as a chat platform gives it: digits without a plus."""
        return await self.sends(SharedPhone(number))

    async def shares_place(self, latitude: float = 25.3463, longitude: float = 55.4209) -> Reply:
        """Share a pin."""
        return await self.sends(SharedPlace(latitude, longitude))

    async def sends_photo(self, photo_hash: str, caption: str = "") -> Reply:
        """Send a photo that was stored already under this hash."""
        return await self.sends(SentPhoto(photo_hash, caption))

    async def sends_voice(self, voice_hash: str, caption: str = "") -> Reply:
        """Send a voice note that was stored already under this hash."""
        return await self.sends(SentVoice(voice_hash, caption))

    async def sends_other(self, trouble: Trouble = Trouble.not_understood) -> Reply:
        """Send something that cannot be taken."""
        return await self.sends(SentOther(trouble))

    async def sends(self, what: What, on: PressedOn | None = None) -> Reply:
        """Send anything at all, as a new update."""
        sender = ChannelUser(self.channel, self.external_id, self.language)
        self.heard = Heard(sender, what, f"update-{next(UPDATES)}", on=on)
        answer = await self.turns.answer(self.heard)
        self._see(answer)
        return self.reply

    async def redelivered(self) -> Reply:
        """The platform brings the last update once more; the screen is left as it is."""
        assert self.heard is not None
        return (await self.turns.answer(self.heard)).reply

    # ------------------------------------------------------------ what the person sees

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards of the last answer."""
        return self.reply.cards

    @property
    def text(self) -> str:
        """The words of the last answer's cards, without markup and invisible controls."""
        return "\n\n".join(self.reads(card.text) for card in self.cards)

    @property
    def labels(self) -> list[str]:
        """The labels of the last answer's buttons, in order."""
        return [self.reads(choice.label) for choice in self.choices]

    @property
    def choices(self) -> list[AnyChoice]:
        """The buttons of the last answer, in order."""
        return [choice for card in self.cards for row in card.choices for choice in row]

    def offered(self, kind: type[A]) -> list[A]:
        """What the last answer's buttons of that kind ask for, in order."""
        asked = [choice.action for card in self.cards for choice in pressable(card)]
        return [action for action in asked if isinstance(action, kind)]

    @property
    def notice(self) -> str:
        """The words of the short notice for the last press; empty without one."""
        return "" if self.reply.notice is None else self.reads(self.reply.notice)

    def reads(self, phrase: Phrase) -> str:
        """A phrase as this person reads it."""
        return bare(phrase, self.language)

    def shared(self) -> ShareChoice:
        """The one button of the last answer that passes something on."""
        (choice,) = [choice for choice in self.choices if isinstance(choice, ShareChoice)]
        return choice

    async def person_id(self) -> int:
        """The person's id in the shop."""
        async with self.turns.database.read() as session:
            found = await session.scalar(
                select(Account.person_id).where(
                    Account.channel == self.channel, Account.external_id == self.external_id
                )
            )
        assert found is not None, "this person has never spoken"
        return found

    # ------------------------------------------------------------ within

    def _see(self, answer: Answer) -> None:
        self.language = answer.language
        self.reply = answer.reply
        check_reply(answer.reply)
        at, self._pressed_at = self._pressed_at, None
        cards = list(answer.reply.cards)
        if answer.reply.in_place and at is not None and cards:
            self.screen[at] = cards.pop(0)
        self.screen.extend(cards)

    def _find(self, label: str, nth: int) -> tuple[int, Choice]:
        """The button in the newest message that has one; the whole label goes before a part."""
        for at in reversed(range(len(self.screen))):
            found = [(self.reads(choice.label), choice) for choice in pressable(self.screen[at])]
            whole = [choice for words, choice in found if same(words, label)]
            part = [choice for words, choice in found if label in words]
            if matching := whole or part:
                return at, matching[nth]
        shown = [self.reads(c.label) for card in self.screen[-3:] for c in pressable(card)]
        raise AssertionError(f"no button {label!r} among {shown}\n{self.text}")


def what_of(text: str) -> What:
    """What a channel makes of a typed text."""
    slash = COMMAND.fullmatch(text.strip())
    if slash is None:
        return Said(text)
    name, rest = slash[1].lower(), (slash[2] or "").strip()
    if name == "start" and rest:
        return Pressed(decode_link(rest), from_link=True)
    return Command(name, rest)


def pressable(card: Card) -> list[Choice]:
    """The buttons of a card that ask the bot for something."""
    return [choice for row in card.choices for choice in row if isinstance(choice, Choice)]


def same(words: str, label: str) -> bool:
    """Whether a label is the one that is meant, icons aside."""
    return words == label or (
        as_typed(label) != word("customer-no-reason") and as_typed(words) == as_typed(label)
    )
