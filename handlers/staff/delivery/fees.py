"""The delivery fee of each emirate."""

from __future__ import annotations

from handlers.dialog.actions.delivery_plan import ChangePlan, ListFees
from handlers.dialog.layout import in_rows
from handlers.dialog.router import view
from handlers.dialog.speech import Amount, Card, Choice, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.delivery.overview import TITLE, TO_PLAN
from handlers.ui.board import board
from handlers.ui.order_lines import paragraphs
from models.kernel.shop_terms import EMIRATES
from models.people.access import Permission


@view(ListFees, allow=Permission.delivery)
async def list_fees(turn: Turn, _asked: ListFees) -> Reply:
    """The fees, a button for each emirate."""
    return reply(await fees_card(turn), in_place=True)


async def fees_card(turn: Turn, first: Phrase | None = None) -> Card:
    """The card of the fees, with a word before it."""
    plan = await turn.delivery_plan()
    fees = [
        Choice(
            say(
                "checkout-emirate",
                emirate=say(f"emirate-{emirate}"),
                fee=Amount(plan.fees[emirate]),
            ),
            ChangePlan("fee", emirate),
        )
        for emirate in EMIRATES
    ]
    words = say("delivery-fees")
    shown = words if first is None else paragraphs(first, words)
    return board(turn, "deliveries", TITLE, shown, *in_rows(fees, 2), (TO_PLAN,))
