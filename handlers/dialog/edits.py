"""A text that was edited in the chat: another answer while its question was the last, or too late.

The state keeps what the channel calls the messages that were taken as answers, the last one last.
Outside a question an edited text is words to search for, or a sentence, as if it were written anew.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import msgspec

from handlers.dialog.forms import HOME_ROW, both, open_question
from handlers.dialog.main_menu import ORDERS
from handlers.dialog.plans import Plan, flow_of
from handlers.dialog.speech import Card, Reply, Said, reply, say
from handlers.dialog.states import StateBase, WrittenState
from handlers.dialog.turn import Turn

MOST_WRITTEN = 8


def remember_written(turn: Turn, asked: StateBase, said: Said) -> None:
    """Keep that the message was taken at the question `asked`, whatever the turn made of it."""
    if not said.message:
        return
    after = turn.state or turn.parked or WrittenState()
    moved = turn.state is None or turn.state.at != asked.at
    written = (*(name for name in asked.written if name != said.message), said.message)
    after = msgspec.structs.replace(
        after, written=written[-MOST_WRITTEN:], written_at=asked.at if moved else ""
    )
    if turn.state is None:
        turn.parked = after
        turn.changed = True
    else:
        turn.put_aside(after)


async def plan_of_edit(
    turn: Turn, said: Said, anew: Callable[[Turn, Said], Awaitable[Plan]]
) -> Plan:
    """The plan for an edited text; `anew` makes the one for what is no answer."""
    state = turn.state
    known = (turn.state or turn.parked or WrittenState()).written
    if state is not None and known[-1:] == (said.message,):
        asked = asked_before(state)
        if asked is not None:
            return Plan(lambda turn: answer_again(turn, asked, said), does=True)
    if said.message in known or open_question(turn) is not None:
        return Plan(too_late, does=True)
    return await anew(turn, said)


def asked_before(state: StateBase) -> StateBase | None:
    """The answers as they stood when the last message was written; None where more was answered."""
    if not state.written_at:
        return state  # it did not answer its question, which waits still
    if state.path[-1:] != (state.written_at,):
        return None
    return msgspec.structs.replace(state, at=state.path[-1], path=state.path[:-1])


async def answer_again(turn: Turn, asked: StateBase, said: Said) -> Reply:
    """Take the edited text in the place of the answer that it was."""
    turn.enter(asked)
    answered = await flow_of(asked).answer(turn, asked, said)
    remember_written(turn, asked, said)
    return answered


async def too_late(turn: Turn) -> Reply:
    """What was answered stands, and how it is changed; the question that waits is asked again."""
    state = turn.state
    if state is None:
        return reply(Card(text=say("edit-over"), choices=((ORDERS,), *HOME_ROW)))
    card = await flow_of(state).card(turn, state)
    text = both(say("edit-too-late"), card.text)
    return Reply(cards=(msgspec.structs.replace(card, text=text),))
