"""What a half-filled note holds, and what can stand on it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from handlers.dialog.states import DraftableBase
from handlers.dialog.turn import Turn
from models.hall.note_tables import NoteKind
from models.hall.stocked_things import StockedThing, stocked_things


class NotedLine(msgspec.Struct, frozen=True):
    """So many pieces of an option; of a count `expected` were to lie there when it was typed."""

    option_id: int
    pieces: int
    expected: int = 0


class Noting(DraftableBase, frozen=True, kw_only=True, tag="noting.1"):
    """A note as far as it is filled in.

    `family` is an id as text, empty where a `package` is counted. `option` is the one that pieces
    are asked of (0: none), `onward` whether the next follows by itself.
    """

    kind: str
    token: str
    family: str | None = None
    sought: str = ""
    package: str = ""
    brand_ar: str = ""
    brand_en: str = ""
    lines: tuple[NotedLine, ...] = ()
    page: int = 0
    option: int = 0
    onward: bool = False
    listed: bool | None = None
    reason: str | None = None
    verdict: str | None = None

    @property
    def about(self) -> NoteKind:
        """What kind of note it is."""
        return NoteKind(self.kind)

    @property
    def counts(self) -> bool:
        """Whether goods are counted."""
        return self.about is NoteKind.counted

    @property
    def leaves(self) -> bool:
        """Whether goods leave the shelf."""
        return self.about in (NoteKind.give_back, NoteKind.write_off)

    def line_of(self, option_id: int) -> NotedLine | None:
        """What stands on it of that option."""
        return next((line for line in self.lines if line.option_id == option_id), None)


async def things_for(turn: Turn, state: Noting) -> list[StockedThing]:
    """What can stand on that note, and what stands on it already or is asked about."""
    family_id = int(state.family or 0)
    found = await stocked_things(turn.session, family_id=family_id, package=state.package)
    at_hand = {state.option, *(line.option_id for line in state.lines)}
    return [thing for thing in found if thing.option_id in at_hand or fits(state, thing)]


def fits(state: Noting, thing: StockedThing) -> bool:
    """Whether it can stand on that note: what leaves lies there, what comes in is on sale."""
    match state.about:
        case NoteKind.take_in:
            return not thing.withdrawn
        case NoteKind.counted:
            return not thing.withdrawn or thing.expected > 0
        case _:
            return thing.on_hand > 0


def put_line(state: Noting, line: NotedLine) -> Noting:
    """The state with that line in the place of an earlier one; none of no pieces but of a count."""
    kept = state.line_of(line.option_id) is not None
    lines = tuple(
        line if each.option_id == line.option_id else each
        for each in (state.lines if kept else (*state.lines, line))
    )
    if not state.counts:
        lines = tuple(each for each in lines if each.pieces)
    return msgspec.structs.replace(state, lines=lines)


def next_uncounted(state: Noting, things: Sequence[StockedThing]) -> int:
    """The next option that was not counted yet; 0 where all were."""
    return next((each.option_id for each in things if not state.line_of(each.option_id)), 0)
