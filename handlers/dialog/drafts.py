"""Half-filled forms that are put aside: kept when another is begun, and dropped when published."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from handlers.dialog.states import CODEC, Aside, DraftableBase, StateBase
from handlers.dialog.turn import Turn
from models.messaging.form_drafts import NEW, Begun, FormDraft, drop_draft, hold_draft, save_draft

S = TypeVar("S", bound=StateBase)


def kind_of(state: type[StateBase]) -> str:
    """What a draft of that form is called: the state's name without its version."""
    return str(state.__struct_config__.tag).partition(".")[0]


def begun_in(state: StateBase) -> Begun:
    """The draft that the answers were begun in."""
    if isinstance(state, DraftableBase):
        return Begun(state.draft_id, state.draft_token)
    return NEW


async def keep_draft(turn: Turn, state: StateBase) -> int:
    """Keep the answers as they are, and be in no question any more; out comes the draft's id."""
    stored = msgspec.structs.replace(state, aside=Aside.none, said_back=None)
    kept, begun = CODEC.encode(stored), begun_in(state)
    draft_id = await save_draft(turn.session, kind_of(type(state)), kept, turn.now, begun)
    turn.leave()
    return draft_id


def answers_of_draft(draft: FormDraft) -> DraftableBase | None:
    """The answers in it; None where today's code cannot read them."""
    state = CODEC.decode(draft.state)
    if not isinstance(state, DraftableBase):
        return None
    return msgspec.structs.replace(state, draft_id=draft.id, draft_token=draft.token)


async def hold_own(turn: Turn, state: StateBase) -> bool:
    """Whether the draft that the answers were begun in, if any, is as it was then; it is held.

    Somebody else may have finished, dropped or changed it since.
    """
    begun = begun_in(state)
    return not begun.id or await hold_draft(turn.session, begun)


async def drop_own(turn: Turn, state: StateBase) -> None:
    """Forget the draft that the answers were begun in: their form is finished."""
    if begun := begun_in(state).id:
        await drop_draft(turn.session, begun)


def without_draft(state: S) -> S:
    """The state with answers that are in no draft any more."""
    if not isinstance(state, DraftableBase):
        return state
    return msgspec.structs.replace(state, draft_id=0, draft_token="")
