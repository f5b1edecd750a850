"""What was before and what is now, in words: staff ask that of every change."""

from __future__ import annotations

from handlers.dialog.layout import cut, short
from handlers.dialog.speech import Amount, Arg, Exact, Name, Phrase, When, say
from handlers.staff.desk.plan_values import plan_value
from handlers.ui.order_lines import place_words, window_words
from models.kernel.facts import (
    AddressChanged,
    BazaarChanged,
    CashCorrected,
    ChargeLessened,
    DeliveryPlanChanged,
    Fact,
    FamilyRenamed,
    LineStruck,
    NoteChanged,
    OrderNotDelivered,
    OrderRescheduled,
    PhoneChanged,
    ProductChanged,
    StockMoved,
)
from models.kernel.money import Money, read_money
from models.kernel.shop_terms import EMIRATES
from models.products.tables import Audience, Package
from models.reports.history_names import Names

VALUE, OPTION = 48, 24


def change_words(fact: Fact, names: Names) -> Phrase | None:
    """From what to what, in a line; None for a fact that changes no value, or kept none."""
    match fact:
        case ProductChanged():
            return of_option(fact, names, from_to(*product_values(fact)))
        case FamilyRenamed() | BazaarChanged(what="name" | "place"):
            return from_to(*two_names(fact))
        case BazaarChanged(what="pin", was=was, now=now):
            return from_to(*(Exact(cut(pin, VALUE)) if pin else None for pin in (was, now)))
        case BazaarChanged(day=day) if day is not None:
            return say("history-day", day=When(day))
        case StockMoved(now=now, was=was) if now is not None and was is not None:
            return from_to(was, now)
        case LineStruck(was=Money() as was, now=Money() as now):
            return say("history-total", was=Amount(was), now=Amount(now))
        case DeliveryPlanChanged(what=what, was=was, now=now):
            return from_to(plan_value(what, was), plan_value(what, now))
        case PhoneChanged(was=phone_was, now=phone_now):
            return from_to(Exact(cut(phone_was, VALUE)), Exact(cut(phone_now, VALUE)))
        case NoteChanged(was=note_was, now=note_now):
            return from_to(cut(note_was, VALUE) or None, cut(note_now, VALUE) or None)
        case AddressChanged() if fact.was_emirate and fact.now_emirate:
            return from_to(*address_values(fact))
        case ChargeLessened(was=was, left=left):
            return from_to(Amount(was), Amount(left))
        case CashCorrected(was=was, taken=taken):
            return from_to(Amount(was), Amount(taken))
        case OrderRescheduled(was_day=day, was_window=window):
            return say("history-window-was", window=window_words(day, window))
        case OrderNotDelivered(was_day=day, was_window=window) if day is not None and window:
            return say("history-window-was", window=window_words(day, window))
        case _:
            return None


def address_values(fact: AddressChanged) -> tuple[Phrase, Phrase]:
    """Where an order was to go, and where it goes now."""
    was = (fact.was_emirate, fact.was_place)
    now = (fact.now_emirate, fact.now_place)
    return known_place(*was), known_place(*now)


def known_place(emirate: str, written: str) -> Phrase:
    """A place in words; one without words is a pin."""
    known = emirate if emirate in EMIRATES else ""
    return place_words(known, cut(written, VALUE), "", pinned=not written)


def from_to(was: Arg | None, now: Arg | None) -> Phrase | None:
    """From what to what; what there is of both, where one is missing."""
    if was is not None and now is not None:
        return say("history-from-to", was=was, now=now)
    if now is not None:
        return say("history-is-now", now=now)
    return None if was is None else say("history-had-been", was=was)


def of_option(fact: ProductChanged, names: Names, changed: Phrase | None) -> Phrase | None:
    """The change, and of which option where the product has several."""
    label = names.options.get(fact.option_id)
    if changed is None or label is None or not any(label) or fact.what not in ("price", "low"):
        return changed
    return say("history-of-option", option=short(*label, OPTION), changed=changed)


def product_values(fact: ProductChanged) -> tuple[Arg | None, Arg | None]:
    """What a part of a product was, and is."""
    if fact.what in ("name", "text", "option-added", "option-withdrawn"):
        return two_names(fact)
    was, now = (value_words(fact.what, value) for value in (fact.was, fact.now))
    return was, now


def value_words(what: str, value: str) -> Arg | None:
    """One value of a part of a product; None where none was kept."""
    if not value:
        return None
    if what == "price":
        return Amount(read_money(value))
    if what == "audience" and value in Audience.__members__:
        return say(f"audience-{value}")
    if what == "package" and value in Package.__members__:
        return say(f"package-{value}")
    if what == "daily" and value == "0":
        return say("history-no-limit")
    if what in ("lead", "daily", "photo") and value.isdecimal():
        return say(f"history-{what}-count", count=int(value))
    return cut(value, VALUE)


def two_names(
    fact: ProductChanged | FamilyRenamed | BazaarChanged,
) -> tuple[Name | None, Name | None]:
    """Both names of both times; in the language alone that was changed, where one stayed."""
    was, now = (fact.was, fact.was_en), (fact.now, fact.now_en)
    if was[0] == now[0]:
        was, now = (was[1], was[1]), (now[1], now[1])
    elif was[1] == now[1]:
        was, now = (was[0], was[0]), (now[0], now[0])
    return tuple(short(*name, VALUE) if any(name) else None for name in (was, now))  # type: ignore[return-value]
