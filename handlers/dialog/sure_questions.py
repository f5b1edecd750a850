"""What was shown last and asks whether something is really meant: a typed yes or no answers it.

It is asked by a card whose button repeats the action with `sure`; the other button is the no.
"""

from __future__ import annotations

from typing import Any

import msgspec

from handlers.dialog.actions import Action, decode_action, encode_action
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import (
    HOME_ROW,
    Flow,
    begin_interlude,
    end_interlude,
    is_listening,
    open_question,
)
from handlers.dialog.speech import Card, Choice, Phrase, Reply, reply, say
from handlers.dialog.states import InterludeBase
from handlers.dialog.turn import Turn
from handlers.dialog.understanding.reading import meaning_of
from handlers.dialog.understanding.topics import Topic

NOTHING_ASKED: Phrase = say("talk-nothing-asked")


class SureState(InterludeBase, frozen=True, kw_only=True, tag="sure.1"):
    """Nothing but such a question stands; `before` are the answers that waited meanwhile."""


async def ask_nothing(_turn: Turn, _state: SureState) -> Card:
    """What is shown where its own card is not kept."""
    return Card(text=NOTHING_ASKED, choices=HOME_ROW)


async def take_nothing(_turn: Turn, state: SureState, _said: Any) -> SureState:
    """It takes no answer itself: see `answer_to_sure`."""
    return state


async def end_asking(turn: Turn, _state: SureState) -> Reply:
    """There is nothing that it asks."""
    end_interlude(turn)
    return reply(Card(text=NOTHING_ASKED, choices=HOME_ROW))


Flow(
    SureState,
    (Question("sure", ask_nothing, take_nothing, lambda _state: True, quiet=True, listens=True),),
    end_asking,
)


def remember_sure(turn: Turn, action: Action, answered: Reply) -> None:
    """Let a typed yes and no count where the answer to `action` asks whether it is really meant.

    Not while another question waits for a text: that is its answer.
    """
    asked = sure_choices(action, answered)
    if asked is None or open_question(turn) is not None or is_listening(turn):
        return
    if turn.state is None:
        turn.enter(SureState(at="sure", before=begin_interlude(turn), asked_sure=asked))
    else:
        turn.put_aside(msgspec.structs.replace(turn.state, beside=True, asked_sure=asked))


def sure_choices(action: Action, answered: Reply) -> tuple[str, str] | None:
    """What yes and no of the answer's last card ask for; None where it asks no such thing."""
    if not answered.cards:
        return None
    rows = answered.cards[-1].choices
    pressed = [choice.action for row in rows for choice in row if isinstance(choice, Choice)]
    sure = [each for each in pressed if getattr(each, "sure", False)]
    others = [each for each in pressed if each not in sure]
    if len(sure) != 1 or not isinstance(sure[0], type(action)) or not others:
        return None
    return encode_action(sure[0]), encode_action(others[0])


def answer_to_sure(turn: Turn, text: str) -> Action | None:
    """What a typed yes or no asks for; None for anything else."""
    meant = meaning_of(text)
    if turn.state is None or meant is None or meant.topic not in (Topic.yes, Topic.no):
        return None
    yes, no = turn.state.asked_sure
    return decode_action(yes if meant.topic is Topic.yes else no)


def forget_sure(turn: Turn) -> None:
    """Whatever comes now, that question is over."""
    if isinstance(turn.state, SureState):
        end_interlude(turn)
    elif turn.state is not None:
        turn.put_aside(msgspec.structs.replace(turn.state, asked_sure=()))
