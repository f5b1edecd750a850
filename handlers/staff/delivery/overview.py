"""`/delivery`: what holds of the plan of deliveries, and the ways to change it."""

from __future__ import annotations

from handlers.dialog.actions.delivery_plan import (
    ChangePlan,
    ListClosedOrders,
    ListClosures,
    ListFees,
    ListSeasons,
    ListZones,
    ShowDeliveryPlan,
    ShowPickUp,
    ShowWeek,
)
from handlers.dialog.router import command, view
from handlers.dialog.speech import Card, Choice, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.delivery.words import plan_words
from handlers.staff.desk.desk import TO_DESK
from handlers.ui.board import board
from handlers.ui.order_lines import paragraphs
from models.orders.closed_windows import count_in_closed
from models.orders.delivery_plan import DeliveryPlan
from models.people.access import Permission

TITLE = say("delivery-title")
TO_PLAN = Choice(say("button-delivery-plan"), ShowDeliveryPlan())
TO_WEEK = Choice(say("button-delivery-week"), ShowWeek())
TO_CLOSURES = Choice(say("button-delivery-closures"), ListClosures())
RULES = ("lead", "ahead", "cutoff", "free")

command("delivery", lambda _rest: ShowDeliveryPlan())


@view(ShowDeliveryPlan, allow=Permission.delivery)
async def show_plan(turn: Turn, _asked: ShowDeliveryPlan) -> Reply:
    """What holds, and what can be changed."""
    return reply(await plan_card(turn), in_place=True)


async def plan_card(turn: Turn, first: Phrase | None = None) -> Card:
    """The card of the plan, with a word before it."""
    plan = await turn.delivery_plan()
    rules = [Choice(say(f"button-delivery-{part}"), ChangePlan(part)) for part in RULES]
    rows: list[Row] = [
        (TO_WEEK, TO_CLOSURES),
        (Choice(say("button-delivery-seasons"), ListSeasons()),),
        (
            Choice(say("button-delivery-fees"), ListFees()),
            Choice(say("button-delivery-zones"), ListZones()),
        ),
        (Choice(say("button-pick-up"), ShowPickUp()),),
        (rules[3],),
        (rules[2],),
        (rules[0], rules[1]),
        (TO_DESK,),
    ]
    words = paragraphs(TITLE_WORDS, plan_words(plan, turn.now))
    return await with_closed_orders(turn, plan, first, words, *rows)


TITLE_WORDS = say("delivery-plan")


async def with_closed_orders(
    turn: Turn, plan: DeliveryPlan, first: Phrase | None, words: Phrase, *rows: Row
) -> Card:
    """A card about the plan; where open orders lie in closed windows it says so, with the way."""
    count = await count_in_closed(turn.session, plan, turn.now)
    shown = [words] if first is None else [first, words]
    if count:
        shown.append(say("delivery-closed-orders", count=count))
        rows = ((closed_orders_choice(count),), *rows)
    return board(turn, "deliveries", TITLE, paragraphs(*shown), *rows)


def closed_orders_choice(count: int) -> Choice:
    """The way to the orders that need another window."""
    return Choice(say("button-closed-orders", count=count), ListClosedOrders())
