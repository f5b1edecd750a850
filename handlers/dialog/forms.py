"""Forms: questions one after another, each of which can be gone back to.

A flow is a state type, its questions in order, and what is done at the end. The router gives it
every text, pin, phone and photo while the person is in it, and the presses of its own buttons.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Generic, TypeVar

import msgspec

from handlers.dialog.about_order import with_order
from handlers.dialog.actions.asked import Back, Leave, Pick
from handlers.dialog.actions.drafts import SaveDraft
from handlers.dialog.drafts import drop_own, hold_own, keep_draft, without_draft
from handlers.dialog.form_cards import NO, YES, leaving_card, said_back_card
from handlers.dialog.form_parts import Question, SayBack, Unclear
from handlers.dialog.layout import HOME
from handlers.dialog.speech import (
    KEYBOARDS,
    Ask,
    Card,
    Choice,
    Name,
    Phrase,
    Reply,
    Row,
    Said,
    SentPhoto,
    Weight,
    What,
    say,
)
from handlers.dialog.states import CODEC, Aside, InterludeBase, StateBase
from handlers.dialog.turn import Turn
from models.people.access import Permission

S = TypeVar("S", bound=StateBase)
CANCEL = say("button-cancel")
LEAVING = (Choice(say("button-back"), Leave()), Choice(CANCEL, Leave()))
"""How a keyboard that stayed behind names the ways out of a question."""


Instead = Callable[[Turn, Said], Awaitable[Reply | None]]
"""What answers a text that is no answer to the question, if anything does."""


class Flow(Generic[S]):
    """A form: its questions, who may fill it in, and what is done when the last is answered."""

    def __init__(
        self,
        state: type[S],
        questions: Sequence[Question[S]],
        finish: Callable[[Turn, S], Awaitable[Reply]],
        *,
        allow: Permission | None = None,
        keep: Phrase | None = None,
        about: Callable[[S], Name | None] = lambda _state: None,
        left: Callable[[Turn, S], Awaitable[Reply]] | None = None,
        leave: Phrase = CANCEL,
    ) -> None:
        """Register the flow.

        `left` answers a person who leaves it (else a plain word), `leave` is the button that does
        so: where the form cancels something, that needs a name of its own. `about` is what the
        question is about, said above it. With `keep` its answers can be put aside as a draft, which
        `keep` is the name of while it has none; they are when another form is begun, and leaving it
        is asked about once.
        """
        self.state = state
        self.questions = {question.at: question for question in questions}
        self.finish = finish
        self.allow = allow
        self.keep = keep
        self.about = about
        self.left = left
        self.leave = leave
        CODEC.register(state)
        FLOWS[state] = self

    async def start(self, turn: Turn, state: S) -> Reply:
        """Enter the form at the first open question; one to be kept that is open already goes on.

        The answers of another one to be kept are put aside as a draft, and that is said.
        """
        open_now = turn.state
        if open_now is None or FLOWS[type(open_now)].keep is None:
            return await self._go_on(turn, state)
        if isinstance(open_now, self.state):
            return await self.repeat(turn, open_now)
        return await self.begin_beside(turn, open_now, state)

    async def begin_beside(self, turn: Turn, open_now: StateBase, state: S) -> Reply:
        """Put the answers of the form that is open aside as a draft, and enter this one."""
        words = await FLOWS[type(open_now)].save(turn, open_now)
        if isinstance(state, InterludeBase):
            state = msgspec.structs.replace(state, before="")
        asked = await self._go_on(turn, state)
        if words is None:
            return asked
        *before, last = asked.cards
        noted = msgspec.structs.replace(last, text=both(words, last.text))
        return msgspec.structs.replace(asked, cards=(*before, noted))

    async def save(self, turn: Turn, state: S) -> Phrase | None:
        """Put the answers aside as a draft and leave the form; the words for it, if there are any.

        A form without answers is left, and nothing of it is kept.
        """
        if self.keep is None or not self._is_begun(state):
            turn.leave()
            return None
        await keep_draft(turn, state)
        return say("draft-kept", name=self.name_of(state))

    def name_of(self, state: S) -> Phrase:
        """What the form is about, or what it is called without a name."""
        about = self.about(msgspec.structs.replace(state, at=""))
        return say("form-name", name=about) if about else self.keep or CANCEL

    async def resume(self, turn: Turn, state: S) -> Reply:
        """Go on with answers that were put aside, at the question where they were left."""
        known = state if state.at in self.questions else msgspec.structs.replace(state, at="")
        return await (self._enter(turn, known) if known.at else self._go_on(turn, known))

    async def repeat(self, turn: Turn, state: S, *, notice: Phrase | None = None) -> Reply:
        """The question that waits, asked again."""
        return Reply(cards=(await self.card(turn, state),), notice=notice)

    async def ask_again(self, turn: Turn, state: S, why: Phrase | None = None) -> Reply:
        """The question that waits, as it is now, with `why` above it."""
        asked = await self._enter(turn, state)
        *before, last = asked.cards
        text = last.text if why is None else both(why, last.text)
        return Reply(cards=(*before, msgspec.structs.replace(last, text=text)))

    async def answer(
        self, turn: Turn, state: S, said: What | Pick, instead: Instead | None = None
    ) -> Reply:
        """Take an answer and ask what comes next; an unclear one is said so and asked again.

        Unless `instead` has an answer: it may be a question itself.
        """
        if state.aside is Aside.said_back:
            return await self._confirm(turn, state, said)
        question = self.questions[state.at]
        if state.aside is Aside.leaving:
            return await self._asked_again(turn, state, say("question-choose"))
        try:
            kept = is_kept(question, state, said)
            answered = state if kept else await question.take(turn, state, said)
        except Unclear as unclear:
            other = await instead(turn, said) if instead and isinstance(said, Said) else None
            if other is not None:
                return other
            if isinstance(said, SentPhoto) and said.further:
                return Reply()  # its album was answered with the first
            return await self._asked_again(turn, state, unclear.phrase)
        except SayBack as doubt:
            aside = msgspec.structs.replace(state, aside=Aside.said_back, said_back=doubt.said_back)
            return await self._enter(turn, aside)
        return answered if isinstance(answered, Reply) else await self._go_on(turn, answered)

    async def _asked_again(self, turn: Turn, state: S, why: Phrase) -> Reply:
        card = await self.card(turn, state)
        return Reply(cards=(msgspec.structs.replace(card, text=both(why, card.text)),))

    async def back(self, turn: Turn, state: S) -> Reply:
        """The question before; before the first one the form is left."""
        if state.aside in (Aside.leaving, Aside.said_back):
            return await self._enter(turn, at_hand(state))
        path = state.path
        while path and not self.questions[path[-1]].applies(state):
            path = path[:-1]  # it was asked of answers that are others by now
        if not path:
            return await self.quit(turn, state)
        return await self._enter(turn, msgspec.structs.replace(state, at=path[-1], path=path[:-1]))

    async def quit(self, turn: Turn, state: S) -> Reply:
        """Leave the form; nothing of it is done. Long answers are asked about once before."""
        if self.keep and state.aside is not Aside.leaving and self._is_begun(state):
            leaving = msgspec.structs.replace(state, aside=Aside.leaving)
            return await self._enter(turn, leaving)
        end_interlude(turn)
        if self.left:
            return await self.left(turn, state)
        return Reply(cards=(Card(text=say("form-left"), choices=HOME_ROW),))

    async def edit(self, turn: Turn, state: S, *places: str) -> Reply:
        """Ask these questions again, one after another; each earlier answer can be kept."""
        edited = msgspec.structs.replace(
            state, at=places[0], path=(*state.path, state.at), again=places[1:]
        )
        return await self._enter(turn, edited)

    def is_quiet(self, state: S) -> bool:
        """Whether the question holds up nothing else."""
        return state.aside is Aside.none and self.questions[state.at].quiet

    def listens(self, state: S) -> bool:
        """Whether the next text answers the question, and anything else ends it."""
        return state.aside is Aside.none and self.questions[state.at].listens

    def has_keyboard(self, state: S) -> bool:
        """Whether the question that waits is asked by a keyboard of its own."""
        return state.aside is not Aside.leaving and self.questions[state.at].prompt in KEYBOARDS

    async def typed(self, turn: Turn, state: S) -> Sequence[Choice]:
        """The choices that count when typed, as they were shown, besides those of the card."""
        if state.aside is not Aside.none:
            return ()
        return await self.questions[state.at].typed(turn, state)

    async def assents(self, turn: Turn, state: S) -> Choice | None:
        """The choice that a typed yes stands for, while its question is what was shown last."""
        asked = self.questions[state.at].assents
        if asked is None or state.aside is not Aside.none or state.beside:
            return None
        return await asked(turn, state)

    def words_of_unfinished(self, state: S) -> Phrase | None:
        """What is not done yet, where something else was typed than an answer."""
        return self.questions[state.at].unfinished if state.aside is Aside.none else None

    def hears(self, turn: Turn, state: S, text: str) -> bool:
        """Whether a text answers the quiet question at hand."""
        return state.aside is Aside.none and self.questions[state.at].hears(turn, text)

    async def card(self, turn: Turn, state: S) -> Card:
        """The card of the question that waits, with the ways out of it."""
        if state.aside is Aside.leaving:
            return leaving_card(turn)
        question = self.questions[state.at]
        doubtful = state.said_back if state.aside is Aside.said_back else None
        card = said_back_card(turn, doubtful) if doubtful else await question.ask(turn, state)
        about = self.about(state)
        if about is not None:
            named = both(say("form-about", name=about), card.text)
            card = msgspec.structs.replace(card, text=named)
        card = msgspec.structs.replace(card, text=with_order(state, card.text))
        rows = list(card.choices)
        if doubtful is None and not question.open(state):
            kept = await question.kept(turn, state)
            label = say("button-keep") if kept is None else say("button-keep-that", that=kept)
            rows.append((Choice(label, Pick(turn.version, KEEP)),))
        if self.keep and self._is_begun(state):
            rows.append((Choice(say("button-save-draft"), SaveDraft(turn.version)),))
        rows.append(
            (
                Choice(say("button-back"), Back(turn.version)),
                Choice(self.leave, Leave(turn.version)),
            )
        )
        return msgspec.structs.replace(card, choices=tuple(rows))

    async def _confirm(self, turn: Turn, state: S, said: What | Pick) -> Reply:
        """Take a yes to what was said back, ask anew after a no; all else is the answer instead."""
        asked = at_hand(state)
        if said == Pick(turn.version, NO):
            return await self._enter(turn, asked)
        if state.said_back is not None and said == Pick(turn.version, YES):
            said = Said(state.said_back.typed)
        turn.enter(asked)
        return await self.answer(turn, asked, said)

    def _is_begun(self, state: S) -> bool:
        """Whether answers would be lost if the form were left now."""
        asked = (question for question in self.questions.values() if question.applies(state))
        return any(not question.open(state) for question in asked)

    async def _go_on(self, turn: Turn, state: S) -> Reply:
        at = self._next(state)
        if at is None:
            return await self._end(turn, state)
        if at in state.again:
            onward = msgspec.structs.replace(state, at=at, path=path_so_far(state))
        else:
            path = state.path[: state.path.index(at)] if at in state.path else path_so_far(state)
            onward = msgspec.structs.replace(state, at=at, path=path, again=())
        return await self._enter(turn, onward)

    async def _end(self, turn: Turn, state: S) -> Reply:
        """Finish the form, and drop its draft; where that is another one by now, say so first."""
        if not await hold_own(turn, state):
            before_it = turn.state if isinstance(turn.state, self.state) else state
            asked = await self._enter(turn, without_draft(before_it))
            *before, last = asked.cards
            words = both(say("draft-gone"), last.text)
            return Reply(cards=(*before, msgspec.structs.replace(last, text=words)))
        answered = await self.finish(turn, state)
        if not isinstance(turn.state, self.state):
            await drop_own(turn, state)
        return answered

    def _next(self, state: S) -> str | None:
        """The first question that is open, or that is to be asked again after this one."""
        passed = False
        for question in self.questions.values():
            again = passed and question.at in state.again
            if question.applies(state) and (again or question.open(state)):
                return question.at
            passed = passed or question.at == state.at
        return None

    async def _enter(self, turn: Turn, state: S) -> Reply:
        first: tuple[Card, ...] = ()
        if state.aside is Aside.none:
            question = self.questions[state.at]
            state = await question.asked(turn, state)
            first = question.before(turn, state)
        state = msgspec.structs.replace(state, beside=False, asked_sure=())
        turn.enter(state)
        return Reply(cards=(*first, await self.card(turn, state)))


def at_hand(state: S) -> S:
    """The state at its question, whatever stood in between."""
    return msgspec.structs.replace(state, aside=Aside.none, said_back=None)


def path_so_far(state: StateBase) -> tuple[str, ...]:
    """The questions on the way so far, with the one that was just answered."""
    return (*state.path, state.at) if state.at else state.path


def is_kept(question: Question[S], state: S, said: What | Pick) -> bool:
    """Whether the earlier answer was left as it is."""
    return isinstance(said, Pick) and said.value == KEEP and not question.open(state)


def begin_interlude(turn: Turn) -> str:
    """The answers that a question in their midst stands in for, for its `before`."""
    before = turn.state or turn.parked
    if isinstance(before, InterludeBase):
        return before.before
    return "" if before is None else CODEC.encode(before)


def end_interlude(turn: Turn) -> None:
    """Be in no question any more; the answers that it stood in for wait for their next time."""
    state = turn.state
    turn.leave()
    before = CODEC.decode(state.before) if isinstance(state, InterludeBase) else None
    if before is not None:
        turn.park(before)


def open_question(turn: Turn) -> StateBase | None:
    """The question that the next text answers, if there is one."""
    state = turn.state
    return None if state is None or FLOWS[type(state)].is_quiet(state) else state


def is_listening(turn: Turn) -> bool:
    """Whether the next text belongs to the list at hand."""
    return turn.state is not None and FLOWS[type(turn.state)].listens(turn.state)


KEEP = "="
KEYBOARD_AWAY = Card(text=say("form-noted"), ask=Ask.over)
FLOWS: dict[type[StateBase], Flow[Any]] = {}
HOME_ROW: tuple[Row, ...] = ((HOME,),)


def without_keyboard(answered: Reply, before: StateBase, after: StateBase | None) -> Reply:
    """The reply; with what takes a phone or place prompt's keyboard away when its turn left one."""
    if not FLOWS[type(before)].has_keyboard(before):
        return answered
    if after is not None and FLOWS[type(after)].has_keyboard(after):
        return answered  # that keyboard is still wanted, or the next one takes its place
    # A message that is replaced comes first, whatever else is said.
    at = 1 if answered.in_place else 0
    cards = (*answered.cards[:at], KEYBOARD_AWAY, *answered.cards[at:])
    return msgspec.structs.replace(answered, cards=cards)


def both(first: Phrase, second: Phrase) -> Phrase:
    """Two phrases, one above the other."""
    return say("two-paragraphs", first=first, second=second)


def pick(turn: Turn, label: Phrase, value: str, weight: Weight = Weight.plain) -> Choice:
    """A choice of the question that waits now."""
    return Choice(label, Pick(turn.version, value), weight)
