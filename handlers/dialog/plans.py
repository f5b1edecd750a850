"""What every plan is made of: the one function that answers, and the question beneath it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import msgspec

from handlers.dialog.actions import Action, fits
from handlers.dialog.actions.asked import Back, Leave, Pick
from handlers.dialog.actions.customer import (
    AskSearch,
    SearchFor,
    SendWords,
    ShowHome,
)
from handlers.dialog.after_placing import placed_lately
from handlers.dialog.forms import FLOWS, Flow, both, open_question
from handlers.dialog.parsing import read_words
from handlers.dialog.router import ROUTES
from handlers.dialog.speech import (
    Ask,
    Card,
    Phrase,
    Reply,
    say,
)
from handlers.dialog.states import Aside, StateBase
from handlers.dialog.sure_questions import remember_sure
from handlers.dialog.turn import Turn
from models.kernel.refusals import Refusal

MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Plan:
    """The one function that answers, and whether it does or only looks."""

    run: Callable[[Turn], Awaitable[Reply]]
    does: bool


def is_for_team(turn: Turn) -> bool:
    """Whether what the person sends outside a question can be handed to the centre: not staff's."""
    return not turn.standing.roles


def search_for(text: str) -> SearchFor:
    """The search for what was typed."""
    return SearchFor(read_words(text)[:MOST_WORDS])


def search_to_send(turn: Turn, text: str) -> SearchFor | None:
    """The search for words that a button can hand over as they are; None where they are too long.

    It only looks: what a button cannot hold is kept for it, and that is a step.
    """
    words, typed = read_words(text, lines=True), int(turn.now.timestamp()) // 60
    is_whole = "\n" not in words and fits(SendWords(words, typed))
    return SearchFor(words, typed=typed) if is_whole else None


def plan_of_action(turn: Turn, action: Action, *, repeat: bool) -> Plan:
    """The registered function of an action; `repeat` asks an open question again beneath."""
    if isinstance(action, Pick | Back | Leave):
        return Plan(lambda turn: in_form(turn, action), does=True)
    if isinstance(action, AskSearch) and open_question(turn) is not None:
        return Plan(ask_words, does=True)

    async def run(turn: Turn) -> Reply:
        before = turn.state
        answered = await carry_out(turn, action)
        same = turn.state is before
        if same and getattr(action, "sure", None) is False:
            remember_sure(turn, action, answered)
        return await with_question(turn, answered) if repeat and same else answered

    return Plan(run, ROUTES[type(action)].does)


async def carry_out(turn: Turn, action: Action) -> Reply:
    """What the registered function of an action answers; refuses NotAllowed."""
    route = ROUTES[type(action)]
    if route.allow is not None:
        turn.standing.require(route.allow)
    return await route.answer(turn, action)


def may(turn: Turn, action: type[Action]) -> bool:
    """Whether the person may ask for that action."""
    allow = ROUTES[action].allow
    return allow is None or allow in turn.standing.permissions


async def ask_words(turn: Turn) -> Reply:
    """`Search` inside a question: the next text is words to search for, then the question goes on.

    To ask the question again beneath would ask for two things at once.
    """
    if turn.state is not None:
        turn.put_aside(msgspec.structs.replace(turn.state, aside=Aside.searching))
    return await ROUTES[AskSearch].answer(turn, AskSearch())


async def with_question(turn: Turn, answered: Reply, *, quiet_too: bool = False) -> Reply:
    """The reply, and beneath it the question that still waits, unless the reply asks it already."""
    if turn.state is None:
        return answered
    state = turn.state if quiet_too else open_question(turn)
    if state is None:
        return answered
    card = await flow_of(state).card(turn, state)
    if card in answered.cards:
        return answered
    return msgspec.structs.replace(answered, cards=(*answered.cards, card))


async def in_form(turn: Turn, action: Pick | Back | Leave) -> Reply:
    """A press of a question's own button; one of an earlier question never acts."""
    state = turn.state
    if isinstance(action, Leave) and (state is None or action.version == 0):
        return await leave(turn)
    if state is None or action.version != turn.version:
        return await stale(turn)
    match action:
        case Leave():
            return await leave(turn)
        case Back():
            return await flow_of(state).back(turn, state)
        case Pick():
            return await flow_of(state).answer(turn, state, action)


async def leave(turn: Turn) -> Reply:
    """`/cancel` and its button."""
    if turn.state is None:
        placed = await placed_lately(turn, leaving=True)
        if placed is not None:
            return placed
        shown = await home(turn, say("nothing-to-cancel"))
        # A keyboard that an older question, or a reply that got lost, has left behind goes too.
        away = Card(text=say("form-keyboard-away"), ask=Ask.over)
        return msgspec.structs.replace(shown, cards=(*shown.cards, away))
    return await flow_of(turn.state).quit(turn, turn.state)


async def stale(turn: Turn) -> Reply:
    """An old, forged or broken button: the current screen, and nothing is done."""
    if turn.state is not None:
        return await flow_of(turn.state).repeat(turn, turn.state, notice=say("button-is-old"))
    shown = await placed_lately(turn) or await home(turn)
    return msgspec.structs.replace(shown, notice=say("button-is-old"))


async def current_screen(turn: Turn) -> Reply:
    """The question that waits, or the menu; nothing is done."""
    state = turn.state
    if state is None or not may_answer(turn, state):
        return await home(turn)
    try:
        return await flow_of(state).repeat(turn, state)
    except Refusal:  # what it asks about is there no more
        return await home(turn)


async def home(turn: Turn, first: Phrase | None = None) -> Reply:
    """The main menu, with `first` before it where there is something to say."""
    shown = await ROUTES[ShowHome].answer(turn, ShowHome())
    if first is None:
        return shown
    card = shown.cards[0]
    return Reply(cards=(msgspec.structs.replace(card, text=both(first, card.text)),))


def may_answer(turn: Turn, state: StateBase) -> bool:
    """Whether the person still holds the permission that the form asks for."""
    allow = flow_of(state).allow
    return allow is None or allow in turn.standing.permissions


def flow_of(state: StateBase) -> Flow[StateBase]:
    """The form that a state belongs to."""
    return FLOWS[type(state)]
