"""A fact in words, as staff read it in a history: what happened, what was before, and why.

The message of a fact is `history-` and its tag. Every field of the fact is an argument of it, and
so is the name of whatever an id stands for; a new kind of fact needs its message alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from handlers.dialog.layout import cut, short
from handlers.dialog.speech import Amount, Arg, Day, Exact, Name, Phrase, When, say
from handlers.staff.desk.changed_values import VALUE, change_words
from handlers.ui.order_lines import stack, window_words
from handlers.ui.reasons import reason_words
from models.kernel.facts import (
    BazaarChanged,
    Fact,
    OrderDelivered,
    OrderNotDelivered,
    ProductChanged,
    tag_of,
)
from models.kernel.money import Money
from models.people.access import Role
from models.reports.history_names import Both, Names, Standing

NAME, REASON = 32, 60
PRODUCT_PARTS = (
    *("price", "name", "text", "photo", "audience", "lead", "daily"),
    *("option-added", "option-withdrawn", "hidden", "shown"),
)
BAZAAR_PARTS = ("name", "place", "pin", "day-added", "day-removed", "hidden", "shown")
UNKNOWN = say("history-unknown")


def fact_words(fact: Fact, names: Names) -> Phrase:
    """What happened; beneath it what was before, and the reason that was given."""
    happened = say(f"history-{tag_of(type(fact))}", **arguments(fact, names))
    return stack(happened, *details(fact, names))


def arguments(fact: Fact, names: Names) -> dict[str, Arg]:
    """What the fact's message can take: its fields, and the names of what its ids stand for."""
    fields = {name: getattr(fact, name) for name in fact.__struct_fields__}
    plain = {name: argument(value) for name, value in fields.items() if is_said(name, value)}
    return {**plain, **name_arguments(fields, names), **parts(fact)}


def is_said(name: str, value: Any) -> bool:
    """Whether a field can stand in a sentence as it is."""
    return not name.endswith(("_id", "_ids")) and not isinstance(value, tuple | bool)


def argument(value: Any) -> Arg:
    """A field's value as a sentence takes it."""
    match value:
        case None | "":
            return UNKNOWN
        case Money():
            return Amount(value)
        case datetime():
            return When(value)
        case date():
            return Day(value)
        case int():
            return value
        case _:
            return cut(str(value), VALUE)


def name_arguments(fields: dict[str, Any], names: Names) -> dict[str, Arg]:
    """The names of what the ids among the fields stand for."""
    said: dict[str, Arg] = {}
    for field, kept in (("product", names.products), ("option", names.options)):
        if f"{field}_id" in fields:
            said[field] = both_words(kept.get(fields[f"{field}_id"]))
    if "family_id" in fields:
        said["brand"] = both_words(names.families.get(fields["family_id"]))
    if "bazaar_id" in fields:
        said["bazaar"] = both_words(names.bazaars.get(fields["bazaar_id"]))
    if "person_id" in fields:
        said["person"] = person_words(fields["person_id"], names)
    if "order_ids" in fields:
        said["orders"] = len(fields["order_ids"])
    if "line_id" in fields:
        said |= line_arguments(fields["line_id"], names)
    if "invitation_id" in fields:
        said |= invited_arguments(fields["invitation_id"], names)
    if "role" in fields:
        said["role"] = role_words(fields["role"])
    return said


def parts(fact: Fact) -> dict[str, Arg]:
    """Which part of a thing was changed, in words."""
    match fact:
        case ProductChanged(what=what) if what in PRODUCT_PARTS:
            return {"what": say(f"changed-product-{what}")}
        case BazaarChanged(what=what) if what in BAZAAR_PARTS:
            return {"what": say(f"changed-bazaar-{what}")}
        case ProductChanged(what=what) | BazaarChanged(what=what):
            # A part of another day, called by its key.
            return {"what": say("changed-other", part=cut(what, NAME))}
        case _:
            return {}


def both_words(name: Both | None) -> Arg:
    """A name, or that it is not known any more."""
    return short(name.ar, name.en, NAME) if name is not None and any(name) else UNKNOWN


def line_arguments(line_id: int, names: Names) -> dict[str, Arg]:
    """What a line of an order held, and how many of it."""
    line = names.lines.get(line_id)
    if line is None:
        return {"thing": UNKNOWN, "count": 0}
    thing = say("thing", name=short(*line.name, NAME))
    if any(line.label):
        thing = say(
            "thing-option", name=short(*line.name, NAME), option=short(*line.label, NAME // 2)
        )
    return {"thing": thing, "count": line.quantity}


def invited_arguments(invitation_id: int, names: Names) -> dict[str, Arg]:
    """For whom an invitation was."""
    invited = names.invitations.get(invitation_id)
    name = "" if invited is None else invited.name
    return {"invited": cut(name, NAME) if name else say("people-nameless")}


def role_words(role: str) -> Arg:
    """A role in words; one that is no more by its key."""
    return say(f"role-{role}") if role in Role.__members__ else cut(role, NAME)


def person_words(person_id: int, names: Names) -> Phrase:
    """A person by the name that the inviter gave; one who has left is said to have."""
    known = names.people.get(person_id)
    if known is None:
        return say("history-former")
    if known.standing == Standing.left:
        name = cut(known.name, NAME)
        return say("history-left", name=name) if name else say("history-former")
    if known.standing == Standing.family:
        return say("history-of-family", name=cut(known.name, NAME) or say("people-nameless"))
    return say("people-name", name=cut(known.name, NAME)) if known.name else say("history-staff")


def details(fact: Fact, names: Names) -> Iterator[Phrase]:
    """The lines beneath: what was before and is now, what was special, and why."""
    if (changed := change_words(fact, names)) is not None:
        yield changed
    match fact:
        case OrderDelivered(taken=taken, due=due) if due is not None and taken != due:
            yield say("history-due", due=Amount(due))
        case OrderNotDelivered(day=day, window=window):
            yield say("history-again", window=window_words(day, window))
        case _:
            pass
    if getattr(fact, "without_code", False):
        yield say("history-without-code")
    if getattr(fact, "barred", False):
        yield say("history-barred")
    reason: str = getattr(fact, "reason", "")
    if reason:
        yield say("history-reason", reason=reason_words(cut(reason, REASON)))


def subject_words(fact: Fact, names: Names) -> Phrase | None:
    """What a fact is about, where it is read among others; None where its message says so."""
    order = names.orders.get(getattr(fact, "order_id", 0))
    if order is not None:
        return say("history-order", number=Exact(order.number))
    for field, kept in (("product_id", names.products), ("bazaar_id", names.bazaars)):
        if (name := kept.get(getattr(fact, field, 0))) is not None:
            return say("history-about", name=short(*name, NAME))
    brand = names.families.get(getattr(fact, "family_id", 0))
    return None if brand is None else say("history-about", name=Name(*map(cut, brand)))
