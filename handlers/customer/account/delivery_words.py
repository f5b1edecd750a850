"""Deliveries in words: where to, what it costs, and how soon."""

from __future__ import annotations

from handlers.dialog.speech import Amount, Name, Phrase, say
from handlers.dialog.turn import Turn
from handlers.ui.order_lines import paragraphs, stack, window_words
from handlers.ui.typed_place import TypedPlace
from models.kernel.shop_terms import EMIRATES
from models.orders.delivery_plan import DeliveryPlan, Target, Zone
from models.orders.delivery_slots import free_windows

MOST_ZONES = 10


async def delivery_text(turn: Turn, plan: DeliveryPlan, to: TypedPlace | None) -> Phrase:
    """Where is delivered to, for how much and from when on; `to` is what was asked for."""
    first = () if to is None else (place_words(plan, to),)
    target = target_of_place(to) if to is not None else Target(EMIRATES[0])
    lines = [say("about-delivery-lead")]
    free = await free_windows(turn.session, plan, 0, turn.now, most=1, to=target)
    if free:
        window = window_words(free[0].day, free[0].window)
        lines.insert(0, say("about-delivery-first", where=where_words(to), window=window))
    if plan.free_above is not None:
        lines.append(say("about-delivery-free", above=Amount(plan.free_above)))
    if plan.pick_up.offered:
        place = Name(plan.pick_up.place_ar, plan.pick_up.place_en)
        lines.append(say("about-delivery-pick-up", place=place))
    return paragraphs(*first, say("about-delivery"), stack(*fee_lines(plan)), stack(*lines))


def place_words(plan: DeliveryPlan, to: TypedPlace) -> Phrase:
    """Yes, it is delivered there, and for how much."""
    return say(
        "about-delivery-there", where=where_words(to), fee=Amount(plan.fee(target_of_place(to)))
    )


def where_words(to: TypedPlace | None) -> Phrase:
    """The name of the place: of the plan's area, else of the emirate; the centre's own for none.

    A town stands before its emirate: whoever asks for it need not know which that is.
    """
    if to is not None and to.zone is not None:
        return say("about-place", place=zone_name(to.zone))
    emirate = say(f"emirate-{EMIRATES[0] if to is None else to.emirate}")
    if to is None or not to.town:
        return emirate
    return say("about-town", town=to.town, emirate=emirate)


def target_of_place(to: TypedPlace) -> Target:
    """Where it goes to, as far as the plan tells it apart."""
    return Target(to.emirate, 0 if to.zone is None else to.zone.id)


def zone_name(zone: Zone) -> Name:
    """What an area is called."""
    return Name(zone.name_ar, zone.name_en)


def fee_lines(plan: DeliveryPlan) -> list[Phrase]:
    """The fee of each emirate, and of the areas that have one of their own."""
    lines = [
        say("about-fee", place=say(f"emirate-{each}"), fee=Amount(plan.fee(Target(each))))
        for each in EMIRATES
    ]
    return lines + [
        say("about-fee", place=zone_name(zone), fee=Amount(zone.fee))
        for zone in plan.zones[:MOST_ZONES]
    ]
