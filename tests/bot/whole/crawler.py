"""Someone who presses every kind of button that there is, and answers whatever is asked."""

from __future__ import annotations

import heapq
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from typing import NamedTuple

import msgspec
from sqlalchemy import select

from bot.app.assembly import Storefront
from handlers.dialog.actions import Action, pressed_action
from handlers.dialog.actions.asked import Back, Leave, Pick
from handlers.dialog.actions.customer import SearchFor, SetLanguage, ShowHome, ShowOrder
from handlers.dialog.actions.runs import ShowStop
from handlers.dialog.forms import FLOWS
from handlers.dialog.refusals import apology
from handlers.dialog.rendering import bare
from handlers.dialog.router import COMMANDS, ROUTES
from handlers.dialog.states import CODEC, StateBase
from models.messaging.accounts import Account
from models.messaging.conversations import Conversation
from models.people.people import Language
from tests.bot.whole.busy_day import SOUGHT
from tests.bot.whole.forms import Answers
from tests.bot.whole.kinds import (
    UNDOES,
    Kind,
    choice_kind,
    goes_on,
    kind_of,
    names_a_thing,
    opens_a_form,
    source_of,
    urgency,
)
from tests.bot.whole.looks import stepper_faults, taking_faults
from tests.fake_botapi import FakeBotApi, Person, ScreenButton, ScreenMessage
from tests.support.words import word

CUSTOMERS = ShowHome.__module__
MANNERS = 3  # in which a form is gone through: straight on, back at each question, leaving
LONGEST_FORM = 150
PRESENTATION = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
GONE = 0  # no message has this id
UNLIKE = (ShowStop,)  # at the first stop everybody is told already, and not at those behind it


class Found(NamedTuple):
    """A button that was found: how urgent, in which order, its kind, its data and where it was."""

    urgency: int
    order: int
    kind: Kind
    data: str
    message: ScreenMessage


INVISIBLE = re.compile("[\u200b-\u200f\u061c\u2066-\u2069]")


@cache
def gone_words(language: Language) -> tuple[str, ...]:
    """How it is said that others have bought out what is asked for."""
    few = (word("refused-few-left", language, left=left) for left in range(1, 30))
    gone = ("refused-sold-out", "noting-shelf-changed", "noting-thing-gone")
    return (*few, *(word(name, language) for name in gone))


class Question(msgspec.Struct, frozen=True):
    """The question that somebody is in: its form, its name, and the version that counts."""

    state: StateBase
    version: int

    @property
    def key(self) -> tuple[str, str]:
        """Which one it is, whatever was answered before."""
        return type(self.state).__name__, self.state.at


@dataclass
class Crawler:
    """One person with one role, in one language; `reached` are the actions that she asked for.

    A customer presses each kind of button; staff and families each of their own, and of what
    customers have only each action.
    """

    api: FakeBotApi
    shop: Storefront
    person: Person
    language: Language
    answers: Answers
    is_customer: bool = False
    reached: set[type] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)
    tried: Counter[Kind] = field(default_factory=Counter)
    passes: Counter[str] = field(default_factory=Counter)
    presses: int = 0
    _waiting: list[Found] = field(default_factory=list)
    _later: list[Found] = field(default_factory=list)
    _screen: list[ScreenMessage] = field(default_factory=list)
    _shown_by: object = None
    _order: count[int] = field(default_factory=count)
    _last_round: bool = False

    async def crawls(self) -> None:
        """Every command and every kind of button, until nothing new turns up."""
        rounds = 3 if self.is_customer else 2
        for at in range(rounds):
            if at == rounds - 1:
                self._waiting, self._later = self._later, []
                heapq.heapify(self._waiting)
                self._last_round = True
            for name in sorted(COMMANDS):
                await self.types(f"/{name}")
                await self.fills_in()
            await self.types(f"/deliveries {SOUGHT}")
            await self.types(f"/deliveries {self.answers.search}")
            await self.types(self.answers.search)
            await self._presses_on()
        await self._speaks_the_other_language()

    async def types(self, text: str) -> None:
        """Send a text or a command, and look at what comes."""
        if text.startswith("/"):
            name, _, rest = text[1:].partition(" ")
            asked = COMMANDS[name](rest)
            self.reached.add(type(asked))
            self._shown_by = source_of(asked)
        elif await self.question() is None:
            self.reached.add(SearchFor)
        await self.person.sends(text)
        await self._looks(text)

    async def presses_data(self, data: str, message: ScreenMessage) -> None:
        """Press a button as it stood on that message; it must be answered.

        One that is not there any more is pressed as of a message that is gone: of one that became
        something else it would come too late.
        """
        action = pressed_action(data)
        assert action is not None, f"a button says nothing: {data}"
        self.reached.add(type(action))
        self._shown_by = source_of(action)
        self.presses += 1
        shown = {each.id: each for each in self.person.screen}.get(message.id, message)
        if data not in [button.data for button in shown.inline]:
            message = replace(message, id=GONE)
        press = await self.person.press(data, message=message)
        await press.answered()
        await self._looks(data)

    async def question(self) -> Question | None:
        """The question that she is in now."""
        found = (
            select(Conversation.state, Conversation.version)
            .join(Account, Account.id == Conversation.account_id)
            .where(Account.external_id == str(self.person.id))
        )
        async with self.shop.database.read() as session:
            stored, version = (await session.execute(found)).one()
        state = CODEC.decode(stored) if stored else None
        # Without a question at hand it is only kept, for when the form is begun again.
        if state is None or not state.at or FLOWS[type(state)].listens(state):
            return None
        return Question(state, version)

    async def fills_in(self) -> None:
        """Answer questions until none waits: once straight on, once going back, once leaving."""
        begun = await self.question()
        if begun is None:
            return
        form = type(begun.state).__name__
        manner = self.passes[form] % MANNERS
        self.passes[form] += 1
        for _ in range(LONGEST_FORM):
            asked = await self.question()
            if asked is None or type(asked.state) is not type(begun.state):
                return
            await self._answers(asked, manner, is_first=asked.key == begun.key)
        self.complaints.append(f"{form} never ended: {asked}")
        await self.types("/cancel")

    # ------------------------------------------------------------ within

    async def _presses_on(self) -> None:
        while self._waiting:
            found = heapq.heappop(self._waiting)
            action = pressed_action(found.data)
            assert action is not None
            if self.tried[found.kind] >= self._most(action):
                continue
            self.tried[found.kind] += 1
            await self.presses_data(found.data, found.message)
            await self.fills_in()

    async def _answers(self, asked: Question, manner: int, *, is_first: bool) -> None:
        """One step in a form: a choice that was not tried yet, else what the question wants."""
        form, at = asked.key
        leaving: Kind = (form, at, manner)
        if manner == 1 and not is_first and not self.tried[leaving]:
            self.tried[leaving] += 1
            await self._goes_back(asked)
            return
        if manner == 2 and not is_first:
            await self._leaves()
            return
        untried = [
            (data, message)
            for action, data, message in self._choices()
            if isinstance(action, Pick)
            and action.version == asked.version
            and not self.tried[(form, at, choice_kind(action.value))]
        ]
        if untried:
            data, message = min(untried, key=lambda each: goes_on(each[0]))
            action = pressed_action(data)
            assert isinstance(action, Pick)
            self.tried[(form, at, choice_kind(action.value))] += 1
            await self.presses_data(data, message)
        elif not await self._tells(asked):
            await self._ends(asked)

    async def _tells(self, asked: Question) -> bool:
        """Type, share or send what the question asks for; False where only buttons will do."""
        given = await self.answers.give(self.person, asked.state)
        if given:
            await self._looks(f"the answer to {asked.key}")
        return given

    async def _ends(self, asked: Question) -> None:
        """The button that goes on: the one that ends the form, or else the first.

        Rows that others bought out meanwhile say so, and have none: those are left, and so is what
        says that no more of a thing lies there.
        """
        choices = sorted(self._choices(), key=lambda each: not goes_on(each[1]))
        is_gone = any(words in self._newest() for words in gone_words(self.language))
        if is_gone or (asked.state.at == "rows" and not goes_on(choices[0][1])):
            await self._leaves()
            return
        for action, data, message in choices:
            if not isinstance(action, Back | Leave) and (
                not isinstance(action, Pick) or action.version == asked.version
            ):
                await self.presses_data(data, message)
                return
        self.complaints.append(f"no way on from {asked.key}")
        await self.types("/cancel")

    def _newest(self) -> str:
        """What the newest message says, without the marks of direction within it."""
        return INVISIBLE.sub("", self.person.screen[-1].words)

    async def _goes_back(self, asked: Question) -> None:
        if not await self._goes(Back, "button-back", asked.version):
            self.complaints.append(f"no way back from {asked.key}")

    async def _leaves(self) -> None:
        await self._goes(Leave, "button-cancel")

    async def _goes(self, kind: type[Back | Leave], key: str, version: int | None = None) -> bool:
        """By the key that says so, else by a button of its kind, and of that version."""
        self.reached.add(kind)
        for label in self.person.keyboard:
            if word(key, self.language) in label:
                await self.types(label)
                return True
        for action, data, message in self._choices():
            if isinstance(action, kind) and version in (None, action.version):
                await self.presses_data(data, message)
                return True
        return False

    def _choices(self) -> list[tuple[Action, str, ScreenMessage]]:
        """The buttons of the newest message that asks something."""
        for message in reversed(self._screen):
            found = [
                (action, button.data, message)
                for button in message.inline
                if button.data is not None and (action := pressed_action(button.data)) is not None
            ]
            if any(isinstance(action, Leave) for action, _, _ in found):
                return found
        return []

    async def _looks(self, after: str) -> None:
        """Wait until the answer is there, read it, and note the buttons that it brings."""
        platform = self.api.platform
        while platform.updates.waiting_of[self.person.id]:
            await platform.changed.wait(1.0)
        before = max((each.stamp for each in self._screen), default=0)
        self._screen = self.person.screen
        for message in self._screen:
            if not message.from_bot or message.stamp <= before:
                continue
            self._reads(message, after)
            for button in message.inline:
                if button.data is not None:
                    self._notes(button, message)

    def _kind(self, action: Action, label: str) -> Kind:
        """What tells kinds of buttons apart: for things, the list too that they stood in."""
        if not self.is_customer and type(action).__module__ == CUSTOMERS:
            return (type(action),)
        if isinstance(action, ShowOrder):
            return (type(action), "".join(filter(str.isalpha, label)))
        looks = not ROUTES[type(action)].does and names_a_thing(action)
        return (*kind_of(action), self._shown_by) if looks else kind_of(action)

    def _most(self, action: Action) -> int:
        """How often that kind of button is pressed."""
        return MANNERS if opens_a_form(action) or isinstance(action, UNLIKE) else 1

    def _notes(self, button: ScreenButton, message: ScreenMessage) -> None:
        """Keep a button for later, unless its kind was pressed often enough."""
        action = pressed_action(button.data or "")
        assert action is not None, f"a button says nothing: {button}"
        if isinstance(action, Pick | Back | Leave | SetLanguage):
            return
        kind = self._kind(action, button.label)
        if self.tried[kind] < self._most(action):
            found = Found(urgency(action), next(self._order), kind, button.data or "", message)
            undoes = isinstance(action, UNDOES) and not self._last_round
            heapq.heappush(self._later if undoes else self._waiting, found)

    def _reads(self, message: ScreenMessage, after: str) -> None:
        """What no reader should see."""
        shown = "\n".join((message.words, *message.buttons, *message.keyboard))
        if PRESENTATION.search(shown):
            self.complaints.append(f"presentation forms after {after}: {shown!r}")
        for fault in taking_faults(message.inline, self.language):
            self.complaints.append(f"takes away and does not look so, after {after}: {fault}")
        for fault in stepper_faults(message.inline, self.language):
            self.complaints.append(f"a stepper in another order, after {after}: {fault}")
        if message.contains(sorry(self.language)):
            self.complaints.append(f"an apology after {after}: {shown!r}")

    async def _speaks_the_other_language(self) -> None:
        """The other language and back again, from the menu."""
        other: Language = "en" if self.language == "ar" else "ar"
        await self.types("/language")
        shown = [each for each in self._screen if each.inline][-1]
        for language in (other, self.language):
            await self.presses_data(f'["l","{language}"]', shown)


def sorry(language: Language) -> str:
    """How an apology for a defect of ours begins."""
    (card,) = apology("000000").cards
    return bare(card.text, language)[:30]
