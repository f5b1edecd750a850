"""Presses that were on their way when their message became something else.

What a press may do is judged by what its message shows now. One whose button is there no more does
nothing that its person did not see offered, and its answer never takes the place of what was done:
a receipt with its code would be overwritten. What was only looked at can be looked at again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions import Action, encode_action
from handlers.dialog.actions.asked import Back, Leave, Pick
from handlers.dialog.message_states import MessageState
from handlers.dialog.plans import Plan
from handlers.dialog.router import ROUTES
from handlers.dialog.speaker import Speaker
from handlers.dialog.speech import (
    Card,
    Choice,
    Heard,
    Pressed,
    PressedOn,
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

    `shows` is what the message shows now, where that is known; `is_gone` where the channel says
    that the button is not there. `again` is true for the very press that made it show what there
    is, and `over_step` where that answers a step.
    """

    shows: Card | None
    again: bool = False
    is_gone: bool = False
    over_step: bool = True

    @property
    def forbids_acts(self) -> bool:
        """Whether the button is known to be gone, for another reason than this very press."""
        return (self.shows is not None or self.is_gone) and not self.again


async def late_press(
    session: AsyncSession, speaker: Speaker, heard: Heard, known: MessageState | None
) -> LatePress | None:
    """Whether the press came too late for its button; it only looks.

    `known` is what its message shows by the memory of this process.
    """
    on, by_step = heard.on, speaker.answered_on
    if on is None or not isinstance(heard.what, Pressed):
        return None
    data = "" if heard.what.action is None else encode_action(heard.what.action)
    shows: Card | None
    if known is not None:
        shows, over_step = known.card, known.is_step
    elif is_replaced(on, by_step):
        shows, over_step = await shown_on(session, speaker.account_id, on.message), True
    elif on.is_gone:
        again = by_step is not None and by_step.endswith(f" {data}")
        return LatePress(None, again=again, is_gone=True, over_step=by_step is not None)
    else:
        return None
    if shows is not None and heard.what.action in actions_of(shows):
        return None
    return LatePress(shows, again=by_step == on.press_of(data), over_step=over_step)


def is_replaced(on: PressedOn, by_step: str | None) -> bool:
    """Whether the buttons that were pressed are those that a step has replaced."""
    return by_step is not None and by_step.startswith(f"{on.keyboard} ")


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
    twice is answered twice; any other act is not done where its button is known to be gone.
    """
    action = heard.what.action if isinstance(heard.what, Pressed) else None
    if late.forbids_acts and is_act(action):
        return replace(plan, run=tell_of_change, does=False)

    async def run(turn: Turn) -> Reply:
        return beside(await plan.run(turn), late)

    return replace(plan, run=run)


def is_act(action: Action | None) -> bool:
    """Whether it does something, and does not answer a question."""
    if action is None or isinstance(action, Pick | Back | Leave):
        return False
    route = ROUTES.get(type(action))
    return route is not None and route.does


async def tell_of_change(_turn: Turn) -> Reply:
    """Nothing was done: the message shows by now what there is."""
    return CHANGED


def beside(answered: Reply, late: LatePress) -> Reply:
    """The answer beneath what a step has put into the message, unless it is the same."""
    is_same = late.shows is not None and answered.cards[:1] == (late.shows,)
    if not answered.in_place or not late.over_step or is_same:
        return answered
    return msgspec.structs.replace(answered, in_place=False)
