"""Forms: questions one after another, each of which can be gone back to.

A flow is a state type, its questions in order, and what is done at the end. The router gives it
every text, pin, phone and photo while the person is in it, and the presses of its own buttons.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec

from handlers.actions import Back, Leave, Pick
from handlers.speech import Ask, Card, Choice, Phrase, Reply, Row, What, say
from handlers.states import CODEC, StateBase
from handlers.turn import Turn
from models.access import Permission
from models.errors import Refusal

S = TypeVar("S", bound=StateBase)


class Busy(Refusal):
    """The person is in the middle of a form whose answers would be lost."""


class Unclear(Exception):
    """An answer that cannot be taken; the phrase says what was wrong and what would do."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.id)
        self.phrase = phrase


@dataclass(frozen=True)
class Question(Generic[S]):
    """One question: `ask` makes its card, `take` gives the state with the answer in it.

    `take` gets what was heard, or the value of a pressed choice as a `Pick`, and raises Unclear.
    `open` says whether the question still needs an answer; `applies`, whether it is asked at all.
    """

    at: str
    ask: Callable[[Turn, S], Awaitable[Card]]
    take: Callable[[Turn, S, What | Pick], Awaitable[S]]
    open: Callable[[S], bool]
    applies: Callable[[S], bool] = lambda _state: True


class Flow(Generic[S]):
    """A form: its questions, who may fill it in, and what is done when the last is answered."""

    def __init__(
        self,
        state: type[S],
        questions: Sequence[Question[S]],
        finish: Callable[[Turn, S], Awaitable[Reply]],
        *,
        allow: Permission | None = None,
        keep: bool = False,
        left: Callable[[Turn, S], Awaitable[Reply]] | None = None,
    ) -> None:
        """Register the flow.

        `left` answers a person who leaves it (else a plain word). With `keep` its answers are not
        thrown away for another form: that one is refused (Busy) until this one is left.
        """
        self.state = state
        self.questions = {question.at: question for question in questions}
        self.finish = finish
        self.allow = allow
        self.keep = keep
        self.left = left
        CODEC.register(state)
        FLOWS[state] = self

    async def start(self, turn: Turn, state: S) -> Reply:
        """Enter the form at the first open question; refuses (Busy) inside a form to be kept."""
        kept = turn.state is not None and FLOWS[type(turn.state)].keep
        if kept and type(turn.state) is not self.state:
            raise Busy
        return await self._go_on(turn, state, Reply())

    async def repeat(self, turn: Turn, state: S, *, notice: Phrase | None = None) -> Reply:
        """The question that waits, asked again."""
        return Reply(cards=(await self._card(turn, state),), notice=notice)

    async def answer(self, turn: Turn, state: S, said: What | Pick) -> Reply:
        """Take an answer and ask what comes next; an unclear one is said so and asked again."""
        question = self.questions[state.at]
        try:
            answered = await question.take(turn, state, said)
        except Unclear as unclear:
            card = await self._card(turn, state)
            return Reply(
                cards=(msgspec.structs.replace(card, text=both(unclear.phrase, card.text)),)
            )
        card = await self._card(turn, state)
        return await self._go_on(turn, answered, over(card))

    async def back(self, turn: Turn, state: S) -> Reply:
        """The question before; before the first one the form is left."""
        before = self._before(state)
        if before is None:
            return await self.quit(turn, state)
        card = over(await self._card(turn, state))
        return await self._enter(turn, msgspec.structs.replace(state, at=before), card)

    async def quit(self, turn: Turn, state: S) -> Reply:
        """Leave the form; nothing of it is done."""
        shown = over(await self._card(turn, state))
        turn.leave()
        farewell = (
            await self.left(turn, state)
            if self.left
            else Reply(cards=(Card(text=say("form-left"), choices=HOME_ROW),))
        )
        return msgspec.structs.replace(farewell, cards=shown.cards + farewell.cards)

    async def ask(self, turn: Turn, state: S, at: str) -> Reply:
        """Go to a certain question, answered already or not."""
        return await self._enter(turn, msgspec.structs.replace(state, at=at), Reply())

    async def card(self, turn: Turn, state: S) -> Card:
        """The card of the question that waits."""
        return await self._card(turn, state)

    async def _go_on(self, turn: Turn, state: S, before: Reply) -> Reply:
        for question in self.questions.values():
            if question.applies(state) and question.open(state):
                return await self._enter(
                    turn, msgspec.structs.replace(state, at=question.at), before
                )
        done = await self.finish(turn, state)
        return msgspec.structs.replace(done, cards=before.cards + done.cards)

    async def _enter(self, turn: Turn, state: S, before: Reply) -> Reply:
        turn.enter(state)
        return Reply(cards=(*before.cards, await self._card(turn, state)))

    async def _card(self, turn: Turn, state: S) -> Card:
        card = await self.questions[state.at].ask(turn, state)
        return msgspec.structs.replace(card, choices=(*card.choices, self._ways_out(turn, state)))

    def _before(self, state: S) -> str | None:
        asked = [q.at for q in self.questions.values() if q.applies(state) or q.at == state.at]
        place = asked.index(state.at)
        return asked[place - 1] if place else None

    def _ways_out(self, turn: Turn, state: S) -> Row:
        leave = Choice(say("button-cancel"), Leave())
        if self._before(state) is None:
            return (leave,)
        return (Choice(say("button-back"), Back(turn.version)), leave)


FLOWS: dict[type[StateBase], Flow[Any]] = {}
HOME_ROW: tuple[Row, ...] = ()


def over(card: Card) -> Reply:
    """What ends a phone or place prompt, so that its special keyboard goes away; else nothing."""
    if card.ask in (Ask.phone, Ask.place):
        return Reply(cards=(Card(text=say("form-noted"), ask=Ask.over),))
    return Reply()


def both(first: Phrase, second: Phrase) -> Phrase:
    """Two phrases, one above the other."""
    return say("two-paragraphs", first=first, second=second)


def pick(turn: Turn, label: Phrase, value: str) -> Choice:
    """A choice of the question that waits now."""
    return Choice(label, Pick(turn.version, value))
