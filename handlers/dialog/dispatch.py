"""What an update asks for, given the question that the person is in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import msgspec

from handlers.dialog.actions import Action
from handlers.dialog.actions.asked import Back, Leave, Pick
from handlers.dialog.actions.customer import (
    ChooseAudience,
    SetQuantity,
    ShowBazaar,
    ShowProduct,
)
from handlers.dialog.edits import plan_of_edit, remember_written
from handlers.dialog.forms import at_hand, both, end_interlude, is_listening, open_question
from handlers.dialog.plans import (
    Plan,
    flow_of,
    home,
    is_for_team,
    may_answer,
    plan_of_action,
    search_for,
    search_to_send,
    stale,
    with_question,
)
from handlers.dialog.refusals import TROUBLE, word_refusal
from handlers.dialog.replied import plan_of_reply
from handlers.dialog.router import LISTENERS, ROUTES, asked_by
from handlers.dialog.sentences import plan_of_sentence, plan_of_unread
from handlers.dialog.speech import (
    Ask,
    Command,
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
from handlers.dialog.sure_questions import answer_to_sure, forget_sure
from handlers.dialog.turn import Turn
from handlers.dialog.typed_choices import as_press
from handlers.dialog.typed_numbers import number_typed
from handlers.dialog.understanding.reading import is_talk, meaning_of
from handlers.dialog.understanding.topics import WORDS, Topic
from handlers.dialog.understanding.words_around import with_words_first
from models.kernel.refusals import NotAllowed
from models.orders.own_orders import orders_of

AS_IT_IS = (Trouble.not_understood, Trouble.edited)
"""What is said of these whatever the question asks for."""


async def plan_for(turn: Turn, what: What) -> Plan:
    """Choose the function that answers `what` in the question that the person is in."""
    if turn.state is not None and turn.state.asked_sure:
        sure = answer_to_sure(turn, what.text) if isinstance(what, Said) else None
        forget_sure(turn)
        # Whatever comes now, that it was asked is over: in a step, since that is to be kept.
        return replace(await plan_for(turn, what if sure is None else Pressed(sure)), does=True)
    if isinstance(what, Said) and what.is_edit:
        return await plan_of_edit(turn, what, plan_anew)
    if turn.state is None:
        return await plan_answer(turn, what)
    if is_listening(turn):
        if not goes_elsewhere(turn, what):
            return await plan_answer(turn, what)
        end_interlude(turn)
        return replace(await plan_answer(turn, what), does=True)
    if flow_of(turn.state).is_quiet(turn.state) and may_answer(turn, turn.state):
        return await plan_beside(turn, turn.state, what)
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


async def plan_beside(turn: Turn, state: StateBase, what: What) -> Plan:
    """The plan for `what` at a quiet question, which need not be an answer to it.

    That something else is shown then is kept, once: a word such as «نعم» is no answer any more.
    """
    heard = what
    if isinstance(what, Said):
        heard = what if what.is_edit else await as_press(turn, what)
        if isinstance(heard, Said) and await is_word_to(turn, state, heard):
            return Plan(partial(ask_once_more, state=state), does=True)
        if isinstance(heard, Said) and flow_of(state).hears(turn, state, heard.text):
            answer = heard
            return Plan(lambda turn: answer_form(turn, answer), does=True)
        plan = plan_without_question(turn, heard)
    else:
        plan = await plan_answer(turn, what)
    if state.beside:
        return plan

    async def run(turn: Turn) -> Reply:
        answered = await plan.run(turn)
        if turn.state is not state:
            return answered
        turn.put_aside(msgspec.structs.replace(state, beside=True))
        unfinished = flow_of(state).words_of_unfinished(state) if isinstance(heard, Said) else None
        return answered if unfinished is None else with_words_first(answered, unfinished)

    return Plan(run, does=True)


async def plan_anew(turn: Turn, said: Said) -> Plan:
    """The plan for an edited text that is no answer, as if it were written now."""
    if turn.state is None:
        return plan_without_question(turn, said)
    return await plan_beside(turn, turn.state, said)


async def is_word_to(turn: Turn, state: StateBase, said: Said) -> bool:
    """Whether a text is a word to the question, such as a no, or a yes that comes too late.

    To change an order is one too, unless something else was shown since and the person has orders.
    """
    if flow_of(state).words_of_unfinished(state) is None:
        return False
    meant = meaning_of(said.text)
    if meant is None:
        return False
    if meant.topic is Topic.change_order and state.beside:
        return not (await orders_of(turn.session, turn.person_id, 0, 1)).items
    at_hand = (Topic.no, Topic.change_order) if not state.beside else ()
    return meant.topic in (Topic.yes, *at_hand)


async def ask_once_more(turn: Turn, state: StateBase) -> Reply:
    """The quiet question as it is now, after what is not done yet."""
    flow = flow_of(state)
    return await flow.ask_again(turn, state, flow.words_of_unfinished(state))


def goes_elsewhere(turn: Turn, what: What) -> bool:
    """Whether something else is asked for than what the list at hand listens to."""
    match what:
        case Said(text=text):
            allow = None if turn.state is None else flow_of(turn.state).allow
            return allow is None and is_talk(text)
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
        case SentOther(further=True) | SentPhoto(further=True) if not is_for_team(turn):
            return Plan(say_nothing, does=False)
        case SentOther(trouble=trouble):
            return Plan(lambda turn: not_taken(turn, trouble), does=False)
        case Said(text=text) if (numbered := number_typed(turn, text)) is not None:
            return plan_of_action(turn, numbered, repeat=False)
        case Said(text=text):
            read = sentence_plan(turn, text) or plan_of_unread(turn, text, plan_of_search)
            plan = read or plan_of_search(turn, text)
            return plan_of_reply(turn, what, plan) or plan if what.replies_to else plan
        case SentPhoto() | SentVoice() if is_for_team(turn):
            return plan_of_listener(what)
        case _:
            return Plan(lambda turn: not_taken(turn, Trouble.not_understood), does=False)


def sentence_plan(turn: Turn, text: str) -> Plan | None:
    """The plan for what a sentence means, outside a question."""
    return plan_of_sentence(turn, text, plan_of_search)


def plan_of_search(turn: Turn, text: str) -> Plan:
    """The search for words, which can be handed to the centre where they were meant so."""
    search = search_to_send(turn, text) if is_for_team(turn) else search_for(text)
    if search is None:
        return plan_of_listener(Said(text))
    return plan_of_action(turn, search, repeat=True)


async def answer_instead(turn: Turn, said: Said) -> Reply | None:
    """The answer to a sentence that is none to a customer's question that waits.

    None for a word to the question, such as a yes that it cannot take, and for words to search for.
    """
    meant = meaning_of(said.text)
    if meant is not None and meant.topic in WORDS:
        return None
    plan = None if turn.state is None else sentence_plan(turn, said.text)
    return None if plan is None else await plan.run(turn)


async def say_nothing(_turn: Turn) -> Reply:
    """The rest of an album: its first photo was answered for all of them."""
    return Reply()


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


async def answer_form(turn: Turn, said: What) -> Reply:
    """An answer to the question that waits."""
    if turn.state is None:
        return await home(turn)
    asked = turn.state
    flow = flow_of(asked)
    instead = answer_instead if flow.allow is None else None
    answered = await flow.answer(turn, asked, said, instead)
    if isinstance(said, Said):
        remember_written(turn, asked, said)
    return answered


async def unknown_command(turn: Turn) -> Reply:
    """A command that is none of ours."""
    return await with_question(turn, await home(turn, say("unknown-command")))


async def not_taken(turn: Turn, trouble: Trouble) -> Reply:
    """Something that cannot be taken here: why, and the question (or the menu) again."""
    state = open_question(turn)
    if state is None:
        says_all = is_for_team(turn) or trouble is Trouble.edited
        told = trouble if says_all else Trouble.not_understood
        return await home(turn, TROUBLE[told])
    card = await flow_of(state).card(turn, state)
    if card.ask in (Ask.photo, Ask.message) or trouble in AS_IT_IS:
        words = TROUBLE[trouble]
    else:  # a better picture would be none either
        words = say("question-needs-text") if card.ask else TROUBLE[Trouble.not_understood]
    return Reply(cards=(msgspec.structs.replace(card, text=both(words, card.text)),))


async def shut_out(turn: Turn) -> Reply:
    """The permission was taken away in the middle of a form: it is left, and shown no more."""
    turn.leave()
    return await word_refusal(turn, NotAllowed())
