"""One part of the plan gets a new value: a window, a fee, the lead, the cut-off, what is free."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.delivery_plan import ChangePlan
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question, SayBack, Unclear
from handlers.dialog.forms import Flow
from handlers.dialog.parsing import has_letters, read_words
from handlers.dialog.parsing_amounts import price_meant, read_price
from handlers.dialog.parsing_counts import DAYS, read_quantity
from handlers.dialog.parsing_hours import time_meant
from handlers.dialog.questions import AnswerOption, question, said_text
from handlers.dialog.router import step
from handlers.dialog.speech import Amount, Card, Phrase, Reply, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.delivery.fees import fees_card
from handlers.staff.delivery.names import MOST_NAME, both_names
from handlers.staff.delivery.overview import plan_card
from handlers.staff.delivery.pick_up import pick_up_card
from handlers.staff.delivery.reading import (
    read_hours_before,
    read_time,
    read_window,
    window_meant,
)
from handlers.staff.delivery.week import week_in, week_named, weekday_card
from handlers.staff.delivery.words import clock, window_line
from handlers.staff.delivery.zones import zone_card
from handlers.ui.weekdays import weekday_name
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import NotFound
from models.kernel.shop_terms import EMIRATES
from models.orders.delivery_plan import WEEKDAYS, DeliveryPlan
from models.orders.pick_up_changes import set_pick_up_lead, set_pick_up_place
from models.orders.plan_changes import add_window, lie_over, set_cutoff, set_fee, set_rule
from models.orders.zone_changes import change_zone
from models.people.access import Permission

NONE = "-"
MOST_LEAD, MOST_AHEAD, MOST_HOURS = 30, 90, 72
MOST_FEE, MOST_FREE = Money.dirhams(1_000), Money.dirhams(100_000)
USUAL_WINDOWS = ("10:00-12:00 20", "10:00-13:00 20", "16:00-20:00 30", "17:00-21:00 30")


class ChangingPlan(StateBase, frozen=True, kw_only=True, tag="delivery-change.1"):
    """The part that is being changed, which one, and what was typed for it."""

    part: str
    key: str = ""
    season: str = ""
    value: str | None = None


Likely = tuple[str, Phrase]
"""What was probably meant: as it is typed without doubt, and in words."""


def nothing_likely(_text: str) -> Likely | None:
    """Nothing, of a part that is read surely or not at all."""
    return None


class Part(NamedTuple):
    """How a part is asked for, read (None in doubt), put into the plan, and shown afterwards.

    `likely` is what a text in doubt probably means, to be said back.
    """

    ask: Callable[[ChangingPlan], Phrase]
    read: Callable[[str], Any]
    change: Callable[[Turn, ChangingPlan, Any], Awaitable[DeliveryPlan]]
    options: tuple[AnswerOption, ...] = ()
    likely: Callable[[str], Likely | None] = nothing_likely


def whole(least: int, most: int) -> Callable[[str], int | None]:
    """Reads a number of days within these bounds."""

    def read(text: str) -> int | None:
        number = read_quantity(text, most, DAYS)
        return None if number is None or number < least else number

    return read


def read_fee(text: str) -> Money | None:
    """A fee, which may be nothing."""
    fee = read_price(text)
    return fee if fee is not None and NOTHING <= fee <= MOST_FEE else None


def likely_amount(text: str) -> Likely | None:
    """The amount that a text in doubt probably means."""
    meant = price_meant(text)
    return (str(meant.value), say("amount", amount=Amount(meant.value))) if meant else None


def likely_time(text: str) -> Likely | None:
    """The time of day that a text in doubt probably means."""
    meant = time_meant(text)
    at = f"{meant.value:%H:%M}" if meant else ""
    return (at, say("delivery-cutoff-choice", at=clock(at))) if at else None


def likely_window(text: str) -> Likely | None:
    """The window that a text in doubt probably means."""
    meant = window_meant(text)
    if meant is None:
        return None
    window = meant.value
    return f"{window.starts:%H:%M}-{window.ends:%H:%M}={window.places}", window_line(window)


def read_free(text: str) -> tuple[Money | None] | None:
    """From which amount on the delivery is free, or that it never is."""
    if text == NONE:
        return (None,)
    amount = read_price(text)
    return (amount,) if amount is not None and NOTHING < amount <= MOST_FREE else None


def read_cutoff(text: str) -> dict[str, Any] | None:
    """Until when orders are taken: a time of the last day, hours before, or until it begins."""
    if text == NONE:
        return {}
    hours = read_hours_before(text)
    if hours is not None:
        return {"hours": hours} if hours <= MOST_HOURS else None
    at = read_time(text)
    return None if at is None else {"at": at}


async def put_window(turn: Turn, state: ChangingPlan, window: Any) -> DeliveryPlan:
    """Add the window to its weekday. Refuses: AlreadyThere, NotFound."""
    season = week_named(state.season)
    return await add_window(turn.acting, turn.terms, int(state.key), window, season)


async def put_fee(turn: Turn, state: ChangingPlan, fee: Any) -> DeliveryPlan:
    """Set the emirate's fee."""
    return await set_fee(turn.acting, turn.terms, state.key, fee)


def put_rule(name: str) -> Callable[[Turn, ChangingPlan, Any], Awaitable[DeliveryPlan]]:
    """What sets that rule of the plan."""

    async def put(turn: Turn, _state: ChangingPlan, value: Any) -> DeliveryPlan:
        return await set_rule(turn.acting, turn.terms, **{name: value})

    return put


async def put_free(turn: Turn, _state: ChangingPlan, value: Any) -> DeliveryPlan:
    """Set from which amount on the delivery is free."""
    return await set_rule(turn.acting, turn.terms, free_above=value[0])


async def put_cutoff(turn: Turn, _state: ChangingPlan, value: Any) -> DeliveryPlan:
    """Set until when orders are taken."""
    return await set_cutoff(turn.acting, turn.terms, **value)


def usual_windows() -> tuple[AnswerOption, ...]:
    """Windows that are often wanted."""
    read = [(read_window(usual), usual) for usual in USUAL_WINDOWS]
    return tuple((window_line(window), usual) for window, usual in read if window is not None)


def days_options(*days: int) -> tuple[AnswerOption, ...]:
    """So many days, as buttons."""
    return tuple((say("delivery-so-many-days", days=count), str(count)) for count in days)


def put_zone(name: str) -> Callable[[Turn, ChangingPlan, Any], Awaitable[DeliveryPlan]]:
    """What sets that part of an area's terms."""

    async def put(turn: Turn, state: ChangingPlan, value: Any) -> DeliveryPlan:
        return await change_zone(turn.acting, turn.terms, int(state.key), **{name: value})

    return put


def read_place(text: str) -> tuple[str, str] | None:
    """What the place is called in both languages, or in one."""
    plain = read_words(text)
    names = [part.strip() for part in plain.split("/")]
    fits = all(len(name) <= MOST_NAME for name in names)
    return both_names(plain) if fits and has_letters(plain) else None


async def put_place(turn: Turn, _state: ChangingPlan, names: Any) -> DeliveryPlan:
    """Set where orders are fetched."""
    return await set_pick_up_place(turn.acting, turn.terms, *names)


async def put_hall_lead(turn: Turn, _state: ChangingPlan, days: Any) -> DeliveryPlan:
    """Set how soon an order can be fetched."""
    return await set_pick_up_lead(turn.acting, turn.terms, days)


CUTOFFS: tuple[AnswerOption, ...] = (
    (say("delivery-cutoff-none"), NONE),
    (say("delivery-cutoff-choice", at=clock("18:00")), "18:00"),
    (say("delivery-cutoff-choice", at=clock("12:00")), "12:00"),
)
PARTS = {
    "window": Part(
        lambda state: say("delivery-ask-window", day=weekday_name(int(state.key))),
        read_window,
        put_window,
        usual_windows(),
        likely_window,
    ),
    "fee": Part(
        lambda state: say("delivery-ask-fee", emirate=say(f"emirate-{state.key}")),
        read_fee,
        put_fee,
        likely=likely_amount,
    ),
    "lead": Part(
        lambda _state: say("delivery-ask-lead"),
        whole(0, MOST_LEAD),
        put_rule("lead_days"),
        days_options(0, 1, 2, 3),
    ),
    "ahead": Part(
        lambda _state: say("delivery-ask-ahead"),
        whole(1, MOST_AHEAD),
        put_rule("days_ahead"),
        days_options(7, 14, 30),
    ),
    "cutoff": Part(
        lambda _state: say("delivery-ask-cutoff"), read_cutoff, put_cutoff, CUTOFFS, likely_time
    ),
    "free": Part(
        lambda _state: say("delivery-ask-free"),
        read_free,
        put_free,
        ((say("delivery-free-never"), NONE),),
        likely_amount,
    ),
    "zone-fee": Part(
        lambda _state: say("delivery-ask-zone-fee"),
        read_fee,
        put_zone("fee"),
        likely=likely_amount,
    ),
    "zone-lead": Part(
        lambda _state: say("delivery-ask-lead"),
        whole(0, MOST_LEAD),
        put_zone("lead_days"),
        days_options(0, 1, 2, 3),
    ),
    "hall-place": Part(lambda _state: say("delivery-ask-hall-place"), read_place, put_place),
    "hall-lead": Part(
        lambda _state: say("delivery-ask-hall-lead"),
        whole(0, MOST_LEAD),
        put_hall_lead,
        days_options(0, 1, 2, 3),
    ),
}
OF_ZONE, OF_HALL = ("zone-fee", "zone-lead"), ("hall-place", "hall-lead")
WRONG = {"zone-fee": "fee", "zone-lead": "lead", "hall-lead": "lead"}


def keys_of(plan: DeliveryPlan, part: str) -> Sequence[str]:
    """What a part can be of: a weekday, an emirate, an area; else it is the plan's own."""
    match part:
        case "window":
            return [str(day) for day in WEEKDAYS]
        case "fee":
            return EMIRATES
        case "zone-fee" | "zone-lead":
            return [str(zone.id) for zone in plan.zones]
        case _:
            return ("",)


def value_question() -> Question[Any]:
    """The part's new value, typed or by a button; it stores what was typed in `value`."""

    async def read(turn: Turn, state: ChangingPlan, said: What | Pick) -> str:
        typed = said.value if isinstance(said, Pick) else said_text(said)
        found = PARTS[state.part].read(typed)
        if found is None:
            likely = PARTS[state.part].likely(typed)
            if likely and PARTS[state.part].read(likely[0]) is not None:
                raise SayBack(*likely)
            raise Unclear(say(f"delivery-what-{WRONG.get(state.part, state.part)}"))
        if state.part == "window":
            await check_room(turn, state, found)
        return typed

    async def options(turn: Turn, state: ChangingPlan) -> list[AnswerOption]:
        if state.part != "window":
            return list(PARTS[state.part].options)
        there = week_in(await turn.delivery_plan(), state.season)[int(state.key)]
        return [
            (label, usual)
            for label, usual in PARTS[state.part].options
            if (window := read_window(usual)) and not any(lie_over(window, w) for w in there)
        ]

    def ask(state: ChangingPlan) -> Phrase:
        return PARTS[state.part].ask(state)

    return question("value", ask, read, options=options)


async def check_room(turn: Turn, state: ChangingPlan, window: Any) -> None:
    """Raise Unclear where the window would lie over another one of that weekday."""
    there = week_in(await turn.delivery_plan(), state.season)[int(state.key)]
    for other in there:
        if lie_over(window, other):
            raise Unclear(say("delivery-window-over", window=window_line(other)))


async def change_it(turn: Turn, state: ChangingPlan) -> Reply:
    """Put the new value into the plan, and show it. Refuses: AlreadyThere, NotFound."""
    part = PARTS[state.part]
    value = part.read(require_answer(state.value))
    turn.plan = await part.change(turn, state, value)
    turn.leave()
    return reply(await card_of(turn, state, say("delivery-changed")))


async def card_of(turn: Turn, state: ChangingPlan, first: Phrase) -> Card:
    """The card that the part stands on."""
    if state.part == "window":
        return await weekday_card(turn, int(state.key), state.season, first)
    if state.part in OF_HALL:
        return await pick_up_card(turn, first)
    if state.part in OF_ZONE:
        return await zone_card(turn, int(state.key), first)
    return await (fees_card if state.part == "fee" else plan_card)(turn, first)


async def leave_it(turn: Turn, state: ChangingPlan) -> Reply:
    """Nothing is changed: the card that the part stands on, or the plan where that is gone."""
    try:
        return reply(await card_of(turn, state, say("form-left")))
    except NotFound:
        return reply(await plan_card(turn, say("form-left")))


CHANGING = Flow(
    ChangingPlan, (value_question(),), change_it, allow=Permission.delivery, left=leave_it
)


@step(ChangePlan, allow=Permission.delivery)
async def start_changing(turn: Turn, asked: ChangePlan) -> Reply:
    """Ask for the part's new value. Refuses: NotFound for what is no part, or none of its kind."""
    plan = await turn.delivery_plan()
    if asked.part not in PARTS or asked.key not in keys_of(plan, asked.part):
        raise NotFound("part")
    week_in(plan, asked.season)
    state = ChangingPlan(part=asked.part, key=asked.key, season=asked.season)
    return await CHANGING.start(turn, state)
