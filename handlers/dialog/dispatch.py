"""What an update asks for, given the question that the person is in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from handlers.dialog.actions import Action, fits
from handlers.dialog.actions.asked import Back, Leave, Pick
from handlers.dialog.actions.customer import (
    AskSearch,
    ChooseAudience,
    SearchFor,
    SendWords,
    SetQuantity,
    ShowBazaar,
    ShowHome,
    ShowProduct,
)
from handlers.dialog.forms import (
    CANCEL,
    FLOWS,
    Flow,
    at_hand,
    both,
    end_interlude,
    is_listening,
    open_question,
)
from handlers.dialog.main_menu import WAYS
from handlers.dialog.parsing import as_label, read_words
from handlers.dialog.refusals import TROUBLE, word_refusal
from handlers.dialog.rendering import plain
from handlers.dialog.router import LISTENERS, ROUTES, asked_by
from handlers.dialog.speech import (
    Ask,
    Card,
    Choice,
    Command,
    Phrase,
    Pressed,
    Reply,
    Said,
    SentOther,
    SentPhoto,
    SentVoice,
    SharedPhone,
    SharedPlace,
    Trouble,
    What,
    say,
)
from handlers.dialog.states import Aside, StateBase
from handlers.dialog.turn import Turn
from handlers.dialog.typed_choices import as_press
from models.kernel.refusals import NotAllowed, Refusal
from models.people.people import Language

MOST_WORDS = 200
LEAVING = (Choice(say("button-back"), Leave()), Choice(CANCEL, Leave()))


@dataclass(frozen=True, slots=True)
class Plan:
    """The one function that answers, and whether it does or only looks."""

    run: Callable[[Turn], Awaitable[Reply]]
    does: bool


async def plan_for(turn: Turn, what: What) -> Plan:
    """Choose the function that answers `what` in the question that the person is in."""
    if turn.state is None:
        return await plan_answer(turn, what)
    if is_listening(turn) and goes_elsewhere(what):
        end_interlude(turn)
        return replace(await plan_answer(turn, what), does=True)
    if turn.state.aside is not Aside.searching:
        return await plan_answer(turn, what)
    # Whatever comes now, the question goes on after it: in a step, since that is to be kept.
    turn.put_aside(at_hand(turn.state))
    return replace(await plan_answer(turn, what, searches=True), does=True)


def surely_does(what: What) -> bool:
    """Whether it takes a step in any question: then nobody need look first."""
    match what:
        case Pressed(action=Pick() | Back() | Leave()):
            return True
        case Pressed(action=action) if action is not None:
            route = ROUTES.get(type(action))
            return route is not None and route.does
        case _:
            return False


def goes_elsewhere(what: What) -> bool:
    """Whether something else is asked for than what the list at hand listens to."""
    match what:
        case Pressed(action=action):
            return not isinstance(action, Back | Leave)
        case Command():
            return not isinstance(asked_by(what), Leave)
        case _:
            return False


def plan_without_question(turn: Turn, what: What) -> Plan:
    """The plan for `what`, where no question waits for it."""
    match what:
        case Pressed(action=None):
            return Plan(stale, does=False)
        case Pressed(action=action, from_link=from_link) if action is not None:
            return plan_of_action(turn, action, repeat=from_link or not leafs(action))
        case Command():
            asked = asked_by(what)
            return (
                plan_of_action(turn, asked, repeat=True)
                if asked
                else Plan(unknown_command, does=False)
            )
        case SentOther(trouble=trouble):
            return Plan(lambda turn: not_taken(turn, trouble), does=False)
        case Said(text=text) if (way := way_named(turn, text)) or not is_for_team(turn):
            return plan_of_action(turn, way or search_for(text), repeat=True)
        case Said(text=text) if (search := search_to_send(turn, text)) is not None:
            return plan_of_action(turn, search, repeat=True)
        case Said() | SentPhoto() | SentVoice() if is_for_team(turn):
            return plan_of_listener(what)
        case _:
            return Plan(lambda turn: not_taken(turn, Trouble.not_understood), does=False)


def is_for_team(turn: Turn) -> bool:
    """Whether what the person sends outside a question can be handed to the centre: not staff's."""
    return not turn.standing.roles


def plan_of_listener(what: Said | SentPhoto | SentVoice) -> Plan:
    """The step that answers what was sent outside a question."""

    async def run(turn: Turn) -> Reply:
        return await with_question(turn, await LISTENERS[type(what)](turn, what))

    return Plan(run, does=True)


async def plan_answer(turn: Turn, what: What, *, searches: bool = False) -> Plan:
    """The plan for `what`, while a question may wait; `searches`: search words were asked for."""
    if turn.state is None:
        return plan_without_question(turn, what)
    if not may_answer(turn, turn.state):
        return Plan(shut_out, does=True)
    if isinstance(what, Said):
        what = await as_press(turn, what, ways_out=searches)
    match what:
        case Pressed() | Command() | SentOther():
            return plan_without_question(turn, what)
        case Said() if is_listening(turn):
            return Plan(lambda turn: answer_form(turn, what), does=True)
        case Said(text=text) if searches:
            return plan_of_action(turn, search_for(text), repeat=True)
        case SharedPhone() | SharedPlace():
            return Plan(lambda turn: answer_form(turn, what), does=True)
        case _ if open_question(turn) is not None:
            return Plan(lambda turn: answer_form(turn, what), does=True)
        case _:
            return plan_without_question(turn, what)


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


def leafs(action: Action) -> bool:
    """A step on the screen at hand: a question asked beneath each one would push it away."""
    match action:
        case SetQuantity() | ChooseAudience():
            return True
        case ShowProduct(option_id=option_id):
            return option_id != 0
        case ShowBazaar(leafed=leafed):
            return leafed
        case _:
            return getattr(action, "page", 0) > 0


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


async def answer_form(turn: Turn, said: What) -> Reply:
    """An answer to the question that waits."""
    if turn.state is None:
        return await home(turn)
    return await flow_of(turn.state).answer(turn, turn.state, said)


async def leave(turn: Turn) -> Reply:
    """`/cancel` and its button."""
    if turn.state is None:
        shown = await home(turn, say("nothing-to-cancel"))
        # A keyboard that an older question, or a reply that got lost, has left behind goes too.
        away = Card(text=say("form-keyboard-away"), ask=Ask.over)
        return msgspec.structs.replace(shown, cards=(*shown.cards, away))
    return await flow_of(turn.state).quit(turn, turn.state)


async def stale(turn: Turn) -> Reply:
    """An old, forged or broken button: the current screen, and nothing is done."""
    if turn.state is not None:
        return await flow_of(turn.state).repeat(turn, turn.state, notice=say("button-is-old"))
    return msgspec.structs.replace(await home(turn), notice=say("button-is-old"))


async def current_screen(turn: Turn) -> Reply:
    """The question that waits, or the menu; nothing is done."""
    state = turn.state
    if state is None or not may_answer(turn, state):
        return await home(turn)
    try:
        return await flow_of(state).repeat(turn, state)
    except Refusal:  # what it asks about is there no more
        return await home(turn)


async def unknown_command(turn: Turn) -> Reply:
    """A command that is none of ours."""
    return await with_question(turn, await home(turn, say("unknown-command")))


async def not_taken(turn: Turn, trouble: Trouble) -> Reply:
    """Something that cannot be taken here: why, and the question (or the menu) again."""
    state = open_question(turn)
    if state is None:
        told = trouble if is_for_team(turn) else Trouble.not_understood
        return await home(turn, TROUBLE[told])
    card = await flow_of(state).card(turn, state)
    if card.ask in (Ask.photo, Ask.message) or trouble is Trouble.not_understood:
        words = TROUBLE[trouble]
    else:  # a better picture would be none either
        words = say("question-needs-text") if card.ask else TROUBLE[Trouble.not_understood]
    return Reply(cards=(msgspec.structs.replace(card, text=both(words, card.text)),))


async def home(turn: Turn, first: Phrase | None = None) -> Reply:
    """The main menu, with `first` before it where there is something to say."""
    shown = await ROUTES[ShowHome].answer(turn, ShowHome())
    if first is None:
        return shown
    card = shown.cards[0]
    return Reply(cards=(msgspec.structs.replace(card, text=both(first, card.text)),))


def way_named(turn: Turn, text: str) -> Action | None:
    """The way that was typed by its name: one of the menu, or of a keyboard that stayed behind."""
    return ways_by_name(turn.language).get(as_label(text))


@cache
def ways_by_name(language: Language) -> dict[str, Action]:
    """The ways of the menu and out of a question by their labels; of two alike the first."""
    ways = reversed((*WAYS, *LEAVING))
    return {as_label(plain(way.label, language)): way.action for way in ways}


def may_answer(turn: Turn, state: StateBase) -> bool:
    """Whether the person still holds the permission that the form asks for."""
    allow = flow_of(state).allow
    return allow is None or allow in turn.standing.permissions


async def shut_out(turn: Turn) -> Reply:
    """The permission was taken away in the middle of a form: it is left, and shown no more."""
    turn.leave()
    return await word_refusal(turn, NotAllowed())


def flow_of(state: StateBase) -> Flow[StateBase]:
    """The form that a state belongs to."""
    return FLOWS[type(state)]
