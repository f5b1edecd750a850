"""Fetching at the hall, as managers offer it: on or off, where, when, and how soon."""

from __future__ import annotations

from handlers.dialog.actions.delivery_plan import ChangePlan, ShowPickUp, ShowWeek, SwitchPickUp
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Choice, Name, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.delivery.overview import TO_PLAN, with_closed_orders
from handlers.staff.delivery.words import week_lines
from handlers.ui.order_lines import paragraphs, stack
from models.kernel.refusals import NotFound
from models.kernel.shop_terms import HALL
from models.orders.delivery_plan import PickUp
from models.orders.pick_up_changes import offer_pick_up
from models.people.access import Permission


@view(ShowPickUp, allow=Permission.delivery)
async def show_pick_up(turn: Turn, _asked: ShowPickUp) -> Reply:
    """How orders are fetched at the hall, and what can be changed of it."""
    return reply(await pick_up_card(turn), in_place=True)


async def pick_up_card(turn: Turn, first: Phrase | None = None) -> Card:
    """The card of fetching at the hall, with a word before it."""
    plan = await turn.delivery_plan()
    offered = plan.pick_up.offered
    switch = Choice(
        say("button-pick-up-off" if offered else "button-pick-up-on"), SwitchPickUp(not offered)
    )
    rows = (
        (switch,),
        (Choice(say("button-pick-up-week"), ShowWeek(HALL)),),
        (
            Choice(say("button-pick-up-place"), ChangePlan("hall-place")),
            Choice(say("button-pick-up-lead"), ChangePlan("hall-lead")),
        ),
        (TO_PLAN,),
    )
    return await with_closed_orders(turn, plan, first, pick_up_words(plan.pick_up), *rows)


def pick_up_words(pick_up: PickUp) -> Phrase:
    """Whether it is offered, where, when and how soon."""
    now = say("pick-up-is-on" if pick_up.offered else "pick-up-is-off")
    place = Name(pick_up.place_ar, pick_up.place_en)
    named = pick_up.place_ar or pick_up.place_en
    where = say("pick-up-place", place=place) if named else say("pick-up-no-place")
    lead = say("pick-up-lead", days=pick_up.lead_days)
    terms = stack(where, *week_lines(pick_up.week, say("pick-up-no-windows")), lead)
    return paragraphs(say("pick-up", now=now), terms, say("pick-up-how"))


@step(SwitchPickUp, allow=Permission.delivery)
async def switch_pick_up(turn: Turn, asked: SwitchPickUp) -> Reply:
    """Offer it from now on, or no more; it is said what is missing before it can be offered."""
    try:
        turn.plan = await offer_pick_up(turn.acting, turn.terms, offered=asked.on)
        notice = say("pick-up-on" if asked.on else "pick-up-off")
    except NotFound:
        notice = say("pick-up-incomplete")
    return reply(await pick_up_card(turn), in_place=True, notice=notice)
