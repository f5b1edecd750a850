"""A question of a form, and what an answer raises that cannot be taken as it is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from handlers.dialog.actions.asked import Pick
from handlers.dialog.speech import Ask, Card, Choice, Phrase, Reply, What
from handlers.dialog.states import SaidBack, StateBase
from handlers.dialog.turn import Turn

S = TypeVar("S", bound=StateBase)


class Unclear(Exception):
    """An answer that cannot be taken; the phrase says what was wrong and what would do."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase)
        self.phrase = phrase


class SayBack(Exception):
    """An answer that may mean something else: it counts when the person says yes to it.

    `typed` is how it can be typed without doubt, and `words` what it was read as.
    """

    def __init__(self, typed: str, words: Phrase) -> None:
        super().__init__(typed, words)
        self.said_back = SaidBack(typed, words)


async def unsaid(_turn: Turn, _state: Any) -> Phrase | None:
    """No words for the earlier answer, of a question that shows none."""
    return None


async def as_it_is(_turn: Turn, state: S) -> S:
    """The state unchanged: nothing need be remembered of what was shown."""
    return state


def hears_nothing(_turn: Turn, _text: str) -> bool:
    """No text is an answer of a quiet question."""
    return False


async def nothing_more(_turn: Turn, _state: Any) -> Sequence[Choice]:
    """No choices but those of the card."""
    return ()


@dataclass(frozen=True)
class Question(Generic[S]):
    """One question: `ask` makes its card, `take` gives the state with the answer in it.

    `take` gets what was heard, or the value of a pressed choice as a `Pick`, and raises Unclear.
    Where it gives a reply instead, that is the whole answer and nothing more is asked.
    `open` says whether the question still needs an answer; `applies`, whether it is asked at all;
    `prompt` is what its card asks for, as far as that needs a keyboard of its own. A `quiet` one
    asks for buttons alone: it holds up nothing else, and a text is words to search for as ever.
    One that `listens` too takes the text all the same, until anything else is asked for.
    `kept` is the earlier answer in a few words, for the button that keeps it. `before` are cards to
    be read first, sent once when the question is come to. `asked` gives the state with what is to
    be remembered of the card that is shown now, and `typed` the choices of that card that count
    when typed, before those of today's card. `assents` gives the choice that a typed yes stands
    for, and `unfinished` says what is not done yet, where something else is typed instead. `hears`
    says of a text whether it is an answer to a quiet one all the same.
    """

    at: str
    ask: Callable[[Turn, S], Awaitable[Card]]
    take: Callable[[Turn, S, What | Pick], Awaitable[S | Reply]]
    open: Callable[[S], bool]
    applies: Callable[[S], bool] = lambda _state: True
    prompt: Ask | None = None
    quiet: bool = False
    kept: Callable[[Turn, S], Awaitable[Phrase | None]] = unsaid
    listens: bool = False
    before: Callable[[Turn, S], tuple[Card, ...]] = lambda _turn, _state: ()
    asked: Callable[[Turn, S], Awaitable[S]] = as_it_is
    typed: Callable[[Turn, S], Awaitable[Sequence[Choice]]] = nothing_more
    assents: Callable[[Turn, S], Awaitable[Choice]] | None = None
    unfinished: Phrase | None = None
    hears: Callable[[Turn, str], bool] = hears_nothing
