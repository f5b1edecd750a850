"""Who changes an order: its customer or staff. They read, change and end in ways of their own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from handlers.dialog.about_order import AboutOrder
from handlers.dialog.actions.base import ActionBase
from handlers.dialog.actions.changes import PARTS
from handlers.dialog.forms import Flow
from handlers.dialog.refusals import phrase_of
from handlers.dialog.speech import Card, Choice, Exact, Phrase, Reply, Row, say
from handlers.dialog.turn import Turn
from handlers.ui.board import board
from handlers.ui.order_names import order_name
from handlers.ui.pick_up import for_order
from models.kernel.acting import Acting
from models.kernel.refusals import (
    LastLine,
    MakingFull,
    NotOnSale,
    OutOfStock,
    PricesChanged,
    Refusal,
    TooMany,
    TooSoonToMake,
    WishNotTaken,
)
from models.kernel.shop_terms import ShopTerms
from models.orders.change_kinds import Change
from models.orders.queries import OrderView
from models.people.access import Permission

OF_THINGS = (LastLine, MakingFull, NotOnSale, OutOfStock, TooMany, TooSoonToMake, WishNotTaken)
Does = Callable[[Acting, int, Change, ShopTerms, str], Awaitable[OrderView]]
Anew = Callable[[], Awaitable[Reply]]


CHANGED = say("change-done")
"""What a side's `ended` is given when the change is done."""


class ChangeState(AboutOrder, frozen=True, kw_only=True):
    """The base of what is answered on the way to a change; `agreed` stands for what was shown."""

    agreed: str = ""


@dataclass(frozen=True)
class Side:
    """How one side reads an order, changes it, and shows it with a word of what was done."""

    read: Callable[[Turn, int], Awaitable[OrderView]]
    change: Does
    ended: Callable[[Turn, int, Phrase], Awaitable[Reply]]
    allow: Permission | None = None

    async def leave(self, turn: Turn, state: Any) -> Reply:
        """The form was left: the order as it stands."""
        return await self.ended(turn, state.order_id, say("change-left"))

    async def carry_out(self, turn: Turn, state: Any, change: Change, anew: Anew) -> Reply:
        """Do it as it was shown; where anything moved since, show it `anew`.

        What cannot be at all ends with the order and the reason: to agree again would not help.
        Refuses what other things may be chosen for: OF_THINGS.
        """
        try:
            async with turn.session.begin_nested():
                await self.change(turn.acting, state.order_id, change, turn.terms, state.agreed)
        except PricesChanged:
            return await anew()
        except OF_THINGS:
            raise
        except Refusal as refusal:
            return await self.ended(turn, state.order_id, phrase_of(refusal))
        return await self.ended(turn, state.order_id, CHANGED)


async def shown_anew(turn: Turn, flow: Flow[Any], state: Any) -> Reply:
    """Ask once more, with the figures of now."""
    question = flow.questions[state.at]
    now = await question.asked(turn, state)
    turn.enter(now)
    return Reply(cards=(Card(text=say("change-moved")), await flow.card(turn, now)))


def menu_card(
    turn: Turn,
    order: OrderView,
    to_part: Callable[[str], ActionBase],
    another_time: tuple[Row, ...],
    back: Choice,
) -> Card:
    """What of the order can be changed."""
    parts: tuple[Row, ...] = tuple(
        (Choice(for_order(order, say(f"change-part-{part}")), to_part(part)),)  # type: ignore[arg-type]
        for part in PARTS
        if part != "place" or not order.at_hall
    )
    text = say("change-ask", number=order_name(order))
    title = say("order-title", number=Exact(order.number))
    return board(turn, "orders", title, text, *parts, *another_time, (back,))
