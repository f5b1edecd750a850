"""Presses that were on their way when their message became something else.

What a press may do is judged by what its message shows now. One whose button is there no more does
nothing that its person did not see offered, and its answer never takes the place of what is there:
a receipt with its code would be overwritten.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions import Action, encode_action
from handlers.dialog.actions.asked import Back, Leave, Pick
from handlers.dialog.plans import Plan
from handlers.dialog.speaker import Speaker
from handlers.dialog.speech import (
    Card,
    Choice,
    Heard,
    Pressed,
    Reply,
    decode_reply,
    say,
)
from handlers.dialog.turn import Turn
from models.messaging.processed_updates import reply_shown_on

CHANGED = Reply(cards=(), notice=say("button-was-replaced"))


@dataclass(frozen=True, slots=True)
class LatePress:
    """A press of a button that its message does not have any more.

    `shows` is what the message shows now, where that is known; `again` is true for the very press
    that made it show that.
    """

    shows: Card | None
    again: bool = False


async def late_press(session: AsyncSession, speaker: Speaker, heard: Heard) -> LatePress | None:
    """Whether the press came too late for its button; it only looks."""
    if heard.on is None or not isinstance(heard.what, Pressed):
        return None
    by_step = speaker.answered_on
    if by_step is None:  # what a look has replaced can be looked at again
        return None
    is_used = by_step.startswith(f"{heard.on.keyboard} ")
    if not is_used:
        return LatePress(None) if heard.on.is_gone else None
    shows = await shown_on(session, speaker.account_id, heard.on.message)
    action = heard.what.action
    if shows is not None and action in actions_of(shows):
        return None
    data = "" if action is None else encode_action(action)
    return LatePress(shows, again=by_step == heard.on.press_of(data))


async def shown_on(session: AsyncSession, account_id: int, message: str) -> Card | None:
    """What a message of the account shows by the latest step that replaced it."""
    kept = await reply_shown_on(session, account_id, message)
    try:
        return decode_reply(kept).cards[0] if kept else None
    except msgspec.DecodeError:
        return None


def actions_of(card: Card) -> list[Action]:
    """What the buttons of a card ask for."""
    return [choice.action for row in card.choices for choice in row if isinstance(choice, Choice)]


def when_late(plan: Plan, heard: Heard, late: LatePress) -> Plan:
    """The plan for a press that came too late.

    The buttons of questions know by themselves whether they still count, and a press that comes
    twice is answered twice; any other step is not taken where it is known what is shown instead.
    """
    action = heard.what.action if isinstance(heard.what, Pressed) else None
    known = late.shows is not None and not late.again
    if plan.does and known and not isinstance(action, Pick | Back | Leave):
        return replace(plan, run=tell_of_change, does=False)

    async def run(turn: Turn) -> Reply:
        return beside(await plan.run(turn), late)

    return replace(plan, run=run)


async def tell_of_change(_turn: Turn) -> Reply:
    """Nothing was done: the message shows by now what there is."""
    return CHANGED


def beside(answered: Reply, late: LatePress) -> Reply:
    """The answer beneath what the message shows now, unless it is the same."""
    if not answered.in_place or (late.shows is not None and answered.cards[:1] == (late.shows,)):
        return answered
    return msgspec.structs.replace(answered, in_place=False)
