"""The four ways to change an order, for one side."""

from __future__ import annotations

from handlers.dialog.actions.changes import NOTE, PHONE, PLACE, THINGS
from handlers.dialog.speech import Ask, Reply
from handlers.dialog.turn import Turn
from handlers.ui.changing.details import NoteState, PhoneState, note_flow, phone_flow
from handlers.ui.changing.draft import ThingsState, rows_of
from handlers.ui.changing.place import PlaceState, place_flow
from handlers.ui.changing.sides import Side
from handlers.ui.changing.things import things_flow
from handlers.ui.order_names import asked_about
from models.orders.queries import OrderView


class Changing:
    """The forms of a side; its states have tags of their own. `prompt` asks for the number."""

    def __init__(
        self,
        side: Side,
        phone: type[PhoneState],
        note: type[NoteState],
        place: type[PlaceState],
        things: type[ThingsState],
        prompt: Ask,
    ) -> None:
        self.states = (phone, note, place, things)
        self.phone = phone_flow(side, phone, prompt)
        self.note = note_flow(side, note)
        self.place = place_flow(side, place)
        self.things = things_flow(side, things)

    async def start(self, turn: Turn, order: OrderView, part: str) -> Reply | None:
        """Ask for that part; None where the order has none: what is fetched goes to no address."""
        phone, note, place, things = self.states
        known = asked_about(order)
        if part == PHONE:
            return await self.phone.start(turn, phone(**known, emirate=order.emirate))
        if part == NOTE:
            return await self.note.start(turn, note(**known, emirate=order.emirate))
        if part == PLACE and not order.at_hall:
            return await self.place.start(turn, place(**known, goes_to=order.emirate))
        if part == THINGS:
            return await self.things.start(turn, things(**known, rows=rows_of(order)))
        return None
