"""What messages show by now, as far as this process answered their presses."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace

from handlers.dialog.speech import Card, Heard, Pressed, PressedOn, Reply

MOST_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class MessageState:
    """What a message shows: the card, the update that it answers, and whether that took a step.

    `by_step` is the press of the latest step whose answer the message showed until then, or now.
    `before` is what it showed when this came, as far as that was known.
    """

    card: Card
    update_key: str
    is_step: bool
    by_step: str | None
    before: MessageState | None = None


class MessageStates:
    """What the messages show that were replaced last.

    To look writes nothing, so that what a look has put into a message is known to this process
    alone. What another process has put there since by a step is known from the database.
    """

    def __init__(self) -> None:
        """Nothing was replaced yet."""
        self._kept: OrderedDict[tuple[int, str], MessageState] = OrderedDict()

    def of(self, account_id: int, on: PressedOn, by_step: str | None) -> MessageState | None:
        """What the pressed message shows; None where that is not known here.

        `by_step` is the press of the latest step whose answer it shows by the database.
        """
        found = self._kept.get((account_id, on.message))
        return found if found is not None and found.by_step == by_step else None

    def remember(
        self, account_id: int, heard: Heard, answered: Reply, by_step: str | None, *, is_step: bool
    ) -> None:
        """Keep what the pressed message shows by this answer, where it takes its place."""
        if heard.on is None or not isinstance(heard.what, Pressed):
            return
        if not answered.in_place or not answered.cards:
            return
        place = (account_id, heard.on.message)
        before = self._kept.pop(place, None)
        if before is not None:
            before = replace(before, before=None)
        card, key = answered.cards[0], heard.update_key
        self._kept[place] = MessageState(card, key, is_step, by_step, before)
        if len(self._kept) > MOST_REMEMBERED:
            self._kept.popitem(last=False)

    def put_back(self, account_id: int, heard: Heard) -> MessageState | None:
        """Know that the pressed message shows what it did before; out comes what was taken for it.

        None where nothing of that update was.
        """
        if heard.on is None:
            return None
        place = (account_id, heard.on.message)
        taken = self._kept.get(place)
        if taken is None or taken.update_key != heard.update_key:
            return None
        del self._kept[place]
        if taken.before is not None:
            self._kept[place] = taken.before
        return taken
