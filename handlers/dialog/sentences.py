"""What is written outside a question, where it means something or names a screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import msgspec

from handlers.dialog.actions import Action, cut_words
from handlers.dialog.actions.asked import Leave
from handlers.dialog.actions.customer import (
    SearchFor,
    ShowHelp,
)
from handlers.dialog.forms import both, open_question
from handlers.dialog.layout import HOME
from handlers.dialog.main_menu import HELP
from handlers.dialog.parsing import read_words
from handlers.dialog.plans import (
    Plan,
    carry_out,
    flow_of,
    home,
    is_for_team,
    may,
    plan_of_action,
    search_to_send,
    with_question,
)
from handlers.dialog.router import OFFERERS, TALKERS
from handlers.dialog.speech import Card, Reply, reply, say
from handlers.dialog.sure_questions import NOTHING_ASKED
from handlers.dialog.turn import Turn
from handlers.dialog.understanding.reading import meaning_of, words_beside
from handlers.dialog.understanding.topics import WORDS, Meant, Topic
from handlers.dialog.understanding.ways import SCREENS, way_named
from handlers.dialog.understanding.words_around import greeting_back, with_greeting, with_search
from models.products.search.queries import find_products

ASKED = (Topic.bazaar, Topic.ordering, Topic.paying, Topic.quality)
"""Questions whose screens answer them as far as is known: perhaps the centre knows more."""
WAYS_ON = (HELP, HOME)
FOR_TEAM = (Topic.problem, Topic.praise, Topic.enquiry)
"""What only the centre can answer: of those who work here it is no question."""


def plan_of_sentence(turn: Turn, text: str, search: Callable[[Turn, str], Plan]) -> Plan | None:
    """The plan for what a sentence means or names; None where it is words to search for.

    `search` makes the plan for words.
    """
    way = way_named(text, turn.language)
    if way is not None and (isinstance(way, Leave) or may(turn, type(way))):
        return plan_of_action(turn, way, repeat=True)
    meant = meaning_of(text)
    if meant is None:
        return None
    plan = greeting_first(plan_of_meaning(turn, meant, text, search), meant)
    if not meant.strange:
        return plan
    words = meant.strange if meant.greeting is Topic.salam and meant.topic is None else text
    return unless_sold(meant.strange, search(turn, words), plan)


def plan_of_unread(turn: Turn, text: str, search: Callable[[Turn, str], Plan]) -> Plan | None:
    """The plan for a sentence of which nobody knows what it means; None where it is none.

    What it names and is sold is searched for; else it is said that it was not understood, and
    handed to the team by a button. Of those who work here it is None.
    """
    beside = words_beside(text) if is_for_team(turn) else None
    if beside is None:
        return None
    plan = Plan(partial(say_unclear, text=text), does=search_to_send(turn, text) is None)
    return unless_sold(beside, search(turn, text), plan)


def plan_of_meaning(
    turn: Turn, meant: Meant, text: str, search: Callable[[Turn, str], Plan]
) -> Plan:
    """The plan for what a sentence is about."""
    if meant.rest:
        return search(turn, meant.rest)
    if meant.topic in FOR_TEAM and not is_for_team(turn):
        return search(turn, text)
    if meant.topic in TALKERS or meant.topic in ASKED:
        keeps = is_for_team(turn) and search_to_send(turn, text) is None
        return Plan(partial(answer_talk, meant=meant, text=text), does=keeps)
    if meant.topic in SCREENS:
        return plan_of_action(turn, screen_of(turn, meant.topic), repeat=True)
    return Plan(partial(greet, meant=meant), does=False)


def greeting_first(plan: Plan, meant: Meant) -> Plan:
    """The plan, and a greeting back above its answer where the sentence holds one."""
    if meant.topic is None and not meant.rest:
        return plan  # it answers nothing but the greeting

    async def run(turn: Turn) -> Reply:
        return with_greeting(await plan.run(turn), meant.greeting)

    return replace(plan, run=run)


def unless_sold(words: str, search: Plan, plan: Plan) -> Plan:
    """The plan, or the search where the words beside what is understood name what is sold."""

    async def run(turn: Turn) -> Reply:
        things = " ".join(word for word in words.split() if not word.isdecimal())
        found = await find_products(turn.session, things, 0, 1)
        is_sold = found.page.items and not found.instead
        return await (search if is_sold else plan).run(turn)

    return Plan(run, does=search.does or plan.does)


def screen_of(turn: Turn, topic: Topic | None) -> Action:
    """The screen for a topic; who works here has no team to write to but the own contact."""
    if topic is None or (topic is Topic.team and not is_for_team(turn)):
        return ShowHelp()
    return SCREENS[topic]


async def answer_talk(turn: Turn, meant: Meant, text: str) -> Reply:
    """What answers a sentence, with the ways to search for its words and to hand them over."""
    if meant.topic is None:
        raise LookupError("a sentence about nothing")
    if meant.topic in TALKERS:
        answered = await TALKERS[meant.topic](turn, meant, text)
    else:
        answered = await carry_out(turn, SCREENS[meant.topic])
    return await with_ways(turn, text, answered)


async def say_unclear(turn: Turn, text: str) -> Reply:
    """That the words were not understood, and the ways on."""
    return await with_ways(turn, text, reply(Card(text=say("talk-unclear"), choices=(WAYS_ON,))))


async def with_ways(turn: Turn, text: str, answered: Reply) -> Reply:
    """The answer, the ways to search for the words and to hand them over, and what waits."""
    answered = with_search(answered, SearchFor(cut_words(read_words(text))))
    if is_for_team(turn):
        answered = await OFFERERS[0](turn, text, answered)
    return await with_question(turn, answered)


async def greet(turn: Turn, meant: Meant) -> Reply:
    """A greeting back, with the question that waits or the menu; for a word to none, that."""
    is_alone = meant.topic in WORDS and meant.greeting is None
    said = NOTHING_ASKED if is_alone else greeting_back(meant.greeting)
    state = open_question(turn)
    if state is None:
        return await home(turn, said)
    card = await flow_of(state).card(turn, state)
    return Reply(cards=(msgspec.structs.replace(card, text=both(said, card.text)),))
