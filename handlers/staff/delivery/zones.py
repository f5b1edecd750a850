"""Areas with terms of their own: which there are, their fee, days and lead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.delivery_plan import (
    AddZone,
    ChangePlan,
    DeliverToZone,
    ListZones,
    RemoveZone,
    ShowZone,
)
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import Flow
from handlers.dialog.layout import in_rows
from handlers.dialog.questions import AnswerOption, amount_of, choice, question, words_of
from handlers.dialog.router import step, view
from handlers.dialog.speech import Amount, Card, Choice, Name, Phrase, Reply, Row, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.delivery.names import MOST_NAME, both_names
from handlers.staff.delivery.overview import TITLE, TO_PLAN, with_closed_orders
from handlers.ui.board import board
from handlers.ui.order_lines import paragraphs, stack
from handlers.ui.weekdays import weekday_name, weekday_names
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import AlreadyThere, NotFound
from models.kernel.shop_terms import EMIRATES
from models.orders.delivery_plan import WEEKDAYS, Zone
from models.orders.plan_changes import check_weekday
from models.orders.zone_changes import add_zone, change_zone, remove_zone, zone_of
from models.people.access import Permission

MOST_FEE = Money.dirhams(1_000)
MOST_ZONES = 30
KNOWN = {"sharjah": ("كلباء / Kalba", "خورفكان / Khor Fakkan", "دبا الحصن / Dibba Al Hisn")}
"""Parts of Sharjah that lie on the other coast, offered by button."""
TO_ZONES = Choice(say("button-delivery-zones"), ListZones())


class AddingZone(StateBase, frozen=True, kw_only=True, tag="delivery-zone.1"):
    """An area that is being given terms of its own."""

    emirate: str | None = None
    name: str | None = None
    fee: Money | None = None


@view(ListZones, allow=Permission.delivery)
async def list_zones(turn: Turn, _asked: ListZones) -> Reply:
    """The areas with terms of their own, a button each."""
    return reply(await zones_card(turn), in_place=True)


async def zones_card(turn: Turn, first: Phrase | None = None) -> Card:
    """The card of these areas, with a word before it."""
    plan = await turn.delivery_plan()
    zones = [Choice(zone_label(zone), ShowZone(zone.id)) for zone in plan.zones]
    words = say("delivery-zones" if zones else "delivery-zones-none")
    add: Row = (Choice(say("button-add-zone"), AddZone()),) if len(zones) < MOST_ZONES else ()
    shown = words if first is None else paragraphs(first, words)
    return board(turn, "deliveries", TITLE, shown, add, *in_rows(zones, 2), (TO_PLAN,))


def zone_label(zone: Zone) -> Phrase:
    """An area and its fee."""
    return say("checkout-zone", zone=zone_name(zone), fee=Amount(zone.fee))


def zone_name(zone: Zone) -> Name:
    """The area's name."""
    return Name(zone.name_ar, zone.name_en)


@view(ShowZone, allow=Permission.delivery)
async def show_zone(turn: Turn, asked: ShowZone) -> Reply:
    """One area, to be changed. Refuses: NotFound."""
    return reply(await zone_card(turn, asked.number), in_place=True)


async def zone_card(turn: Turn, number: int, first: Phrase | None = None) -> Card:
    """The card of one area, with a word before it. Refuses: NotFound."""
    plan = await turn.delivery_plan()
    zone = zone_of(plan, number)
    days = zone.weekdays or tuple(WEEKDAYS)
    emirate = say(f"emirate-{zone.emirate}")
    words = stack(
        say("delivery-zone", zone=zone_name(zone), emirate=emirate),
        say("delivery-zone-fee", fee=Amount(zone.fee)),
        say("delivery-zone-days", days=weekday_names(days)),
        say("delivery-lead", days=max(zone.lead_days, plan.lead_days)),
        say("delivery-zone-how"),
    )
    parts = [
        Choice(say("button-zone-fee"), ChangePlan("zone-fee", str(number))),
        Choice(say("button-delivery-lead"), ChangePlan("zone-lead", str(number))),
    ]
    toggles = [day_choice(number, day, days) for day in WEEKDAYS]
    remove = Choice(say("button-remove-zone"), RemoveZone(number))
    rows = (tuple(parts), *in_rows(toggles, 3), (remove,), (TO_ZONES, TO_PLAN))
    return await with_closed_orders(turn, plan, first, words, *rows)


def day_choice(number: int, day: int, days: Sequence[int]) -> Choice:
    """A weekday of the area: pressed, it is served no more, or again."""
    served = day in days
    label = say("choice-chosen", label=weekday_name(day)) if served else weekday_name(day)
    return Choice(label, DeliverToZone(number, day, not served))


@step(DeliverToZone, allow=Permission.delivery)
async def deliver_on(turn: Turn, asked: DeliverToZone) -> Reply:
    """Deliver to the area on that weekday, or no more; one day stays. Refuses: NotFound."""
    check_weekday(asked.weekday)
    zone = zone_of(await turn.delivery_plan(), asked.number)
    days = set(zone.weekdays or WEEKDAYS)
    chosen = days | {asked.weekday} if asked.on else days - {asked.weekday}
    if not chosen:
        card = await zone_card(turn, zone.id)
        return reply(card, in_place=True, notice=say("delivery-zone-one-day"))
    weekdays = () if len(chosen) == len(WEEKDAYS) else tuple(sorted(chosen))
    turn.plan = await change_zone(turn.acting, turn.terms, zone.id, weekdays=weekdays)
    return reply(await zone_card(turn, zone.id), in_place=True)


@step(RemoveZone, allow=Permission.delivery)
async def take_zone_away(turn: Turn, asked: RemoveZone) -> Reply:
    """Let the area have its emirate's terms again; asked for once more unless `sure`."""
    try:
        zone = zone_of(await turn.delivery_plan(), asked.number)
        if not asked.sure:
            return reply(removal_card(turn, zone), in_place=True)
        turn.plan = await remove_zone(turn.acting, turn.terms, zone.id)
        notice = say("delivery-zone-removed")
    except NotFound:
        notice = say("delivery-zone-gone")
    return reply(await zones_card(turn), in_place=True, notice=notice)


def removal_card(turn: Turn, zone: Zone) -> Card:
    """Asks once before an area has its emirate's terms again."""
    words = say("delivery-zone-sure", zone=zone_name(zone), emirate=say(f"emirate-{zone.emirate}"))
    sure = Choice(say("button-remove-zone"), RemoveZone(zone.id, sure=True))
    back = Choice(say("button-back"), ShowZone(zone.id))
    return board(turn, "deliveries", TITLE, words, (sure,), (back,))


def emirate_question() -> Question[Any]:
    """In which emirate the area lies."""
    emirates = [(say(f"emirate-{emirate}"), emirate) for emirate in EMIRATES]
    return choice("emirate", say("delivery-ask-zone-emirate"), emirates)


def name_question() -> Question[Any]:
    """What the area is called, in one language or in both."""

    async def read(turn: Turn, _state: Any, said: What | Pick) -> str:
        typed = said.value if isinstance(said, Pick) else words_of(said, 2 * MOST_NAME)
        names = both_names(typed)
        there = {(zone.name_ar, zone.name_en) for zone in (await turn.delivery_plan()).zones}
        if names in there:
            raise Unclear(say("delivery-zone-there"))
        return typed

    async def options(turn: Turn, state: Any) -> list[AnswerOption]:
        there = {zone.name_ar for zone in (await turn.delivery_plan()).zones}
        known = [(both_names(each), each) for each in KNOWN.get(state.emirate or "", ())]
        return [
            (say("delivery-zone-name", zone=Name(*names)), each)
            for names, each in known
            if names[0] not in there
        ]

    return question("name", say("delivery-ask-zone-name"), read, options=options)


def fee_question() -> Question[Any]:
    """What a delivery there costs, which may be nothing."""

    async def read(_turn: Turn, _state: Any, said: What | Pick) -> Money:
        return amount_of(said, NOTHING, MOST_FEE)

    return question("fee", say("delivery-ask-zone-fee"), read)


async def add_it(turn: Turn, state: AddingZone) -> Reply:
    """Give the area terms of its own, and show it. Refuses: NotFound."""
    names = both_names(require_answer(state.name))
    emirate, fee = require_answer(state.emirate), require_answer(state.fee)
    turn.leave()
    try:
        turn.plan = await add_zone(turn.acting, turn.terms, emirate, *names, fee)
    except AlreadyThere:
        return reply(await zones_card(turn, say("delivery-zone-there")))
    return reply(await zone_card(turn, turn.plan.last_zone, say("delivery-changed")))


async def leave_adding(turn: Turn, _state: AddingZone) -> Reply:
    """Nothing is added: the areas as they are."""
    return reply(await zones_card(turn, say("form-left")))


ADDING = Flow(
    AddingZone,
    (emirate_question(), name_question(), fee_question()),
    add_it,
    allow=Permission.delivery,
    left=leave_adding,
)


@step(AddZone, allow=Permission.delivery)
async def start_adding(turn: Turn, _asked: AddZone) -> Reply:
    """Ask which area gets terms of its own."""
    return await ADDING.start(turn, AddingZone())
