"""Lists in which a text is looked for: what is typed at them is not sought in the shop."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from handlers.dialog.actions.asked import Pick
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.questions import question, words_of
from handlers.dialog.speech import Phrase, Reply, What
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import back_to_desk
from models.people.access import Permission

MOST_WORDS = 60
AT = "words"


class ListeningBase(StateBase, frozen=True, kw_only=True):
    """The base of their states: the words that were typed."""

    words: str | None = None


def list_that_listens(
    kind: type[ListeningBase],
    ask: Phrase,
    find: Callable[[Turn, str], Awaitable[Reply]],
    allow: Permission,
) -> Flow[Any]:
    """Register the list: `find` answers the words, and the next text is looked for there again."""

    async def read(_turn: Turn, _state: Any, said: What | Pick) -> str:
        return words_of(said, MOST_WORDS, figures=True)

    async def finish(turn: Turn, state: Any) -> Reply:
        turn.leave()
        found = await find(turn, require_answer(state.words))
        listen(turn, kind)
        return found

    asked = replace(question(AT, ask, read), quiet=True, listens=True)
    return Flow(kind, (asked,), finish, allow=allow, left=back_to_desk)


def listen(turn: Turn, kind: type[ListeningBase]) -> None:
    """Take the next text for words of that list, unless a form waits, or was left half filled."""
    if turn.state is None and turn.parked is None:
        turn.enter(kind(at=AT))
