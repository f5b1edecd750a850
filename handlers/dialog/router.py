"""Which one function answers what was heard, whether it looks or does, and who may ask for it.

A view looks: it runs in a read-only transaction. A step does: it runs in one write transaction.
A staff or family function without a permission does not register.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from typing import Any, NamedTuple, TypeVar, get_args

from handlers.dialog.actions import ACTIONS, Action
from handlers.dialog.actions.asked import AskedAction
from handlers.dialog.actions.base import ActionBase
from handlers.dialog.parsing import read_words
from handlers.dialog.speech import Command, Reply
from handlers.dialog.turn import Turn
from handlers.dialog.understanding.topics import Meant, Topic
from models.people.access import Permission

A = TypeVar("A", bound=ActionBase)
Answerer = Callable[[Turn, A], Awaitable[Reply]]
MOST_REST = 200
GUARDED = ("handlers.staff", "handlers.family")


class Route(NamedTuple):
    """A registered function: what it is, and who may ask for it (None: everyone)."""

    answer: Answerer[Any]
    does: bool
    allow: Permission | None


Listener = Callable[[Turn, Any], Awaitable[Reply]]
Offerer = Callable[[Turn, str, Reply], Awaitable[Reply]]
Replier = Callable[[Turn, Any, str], Awaitable[Reply | None]]
Talker = Callable[[Turn, Meant, str], Awaitable[Reply]]
ROUTES: dict[type[ActionBase], Route] = {}
LISTENERS: dict[type, Listener] = {}
TALKERS: dict[Topic, Talker] = {}
OFFERERS: list[Offerer] = []
REPLIERS: dict[type[ActionBase], Replier] = {}
COMMANDS: dict[str, Callable[[str], Action]] = {}


def view(
    action: type[A], *, allow: Permission | None = None
) -> Callable[[Answerer[A]], Answerer[A]]:
    """Register a function that looks: `@view(ShowProduct)`."""
    return _register(action, does=False, allow=allow)


def step(
    action: type[A], *, allow: Permission | None = None
) -> Callable[[Answerer[A]], Answerer[A]]:
    """Register a function that does: `@step(MoveOrder, allow=Permission.orders)`."""
    return _register(action, does=True, allow=allow)


def _register(
    action: type[A], *, does: bool, allow: Permission | None
) -> Callable[[Answerer[A]], Answerer[A]]:
    def register(answer: Answerer[A]) -> Answerer[A]:
        if answer.__module__.startswith(GUARDED) and allow is None:
            raise TypeError(f"{answer.__module__}.{answer.__qualname__} needs a permission")
        if action in ROUTES:
            raise TypeError(f"{action.__name__} is answered already")
        ROUTES[action] = Route(answer, does, allow)
        return answer

    return register


def listener(kind: type) -> Callable[[Listener], Listener]:
    """Register the step that answers what customers send of that kind outside a question."""

    def register(answer: Listener) -> Listener:
        if kind in LISTENERS:
            raise TypeError(f"{kind.__name__} is listened to already")
        LISTENERS[kind] = answer
        return answer

    return register


def talk(*topics: Topic) -> Callable[[Talker], Talker]:
    """Register the view that answers a sentence of these topics, which it is given as typed."""

    def register(answer: Talker) -> Talker:
        for topic in topics:
            if topic in TALKERS:
                raise TypeError(f"{topic} is answered already")
            TALKERS[topic] = answer
        return answer

    return register


def offers_sending(offer: Offerer) -> Offerer:
    """Register what adds to an answer the way to hand the words to the centre."""
    if OFFERERS:
        raise TypeError("one function offers that already")
    OFFERERS.append(offer)
    return offer


def replier(*actions: type[ActionBase]) -> Callable[[Replier], Replier]:
    """Register the step that answers a text in reply to a message with a button of these kinds."""

    def register(answer: Replier) -> Replier:
        for action in actions:
            if action in REPLIERS:
                raise TypeError(f"replies to {action.__name__} are answered already")
            REPLIERS[action] = answer
        return answer

    return register


def unanswered_actions(actions: Collection[type[ActionBase]] = ACTIONS) -> set[str]:
    """The names of the actions that no function is registered for; a form answers its own."""
    own = get_args(AskedAction)
    return {kind.__name__ for kind in actions if kind not in ROUTES and kind not in own}


def command(name: str, action: Callable[[str], Action]) -> None:
    """Let `/name rest` ask for what a press would: `action` makes it from the rest."""
    if name in COMMANDS:
        raise TypeError(f"/{name} is answered already")
    COMMANDS[name] = action


def asked_by(heard: Command) -> Action | None:
    """The action that a command asks for, or None for a command that is none of ours."""
    make = COMMANDS.get(heard.name)
    return None if make is None else make(read_words(heard.rest)[:MOST_REST])
