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
from handlers.staff.desk.fact_details import detail_lines
from handlers.staff.desk.name_words import NAME, UNKNOWN, name_arguments, person_words
from handlers.staff.desk.plan_values import plan_part
from handlers.ui.cash_words import moved_words
from handlers.ui.order_lines import stack, window_words
from handlers.ui.pick_up import for_order
from handlers.ui.reasons import reason_words
from models.kernel.facts import (
    AccountLimited,
    BazaarChanged,
    DeliveryPlanChanged,
    Fact,
    OrderPassed,
    OrderRefused,
    ProductChanged,
    RunChanged,
    RunPassed,
    TillCashMoved,
    WindowPassed,
    tag_of,
)
from models.kernel.money import Money
from models.people.account_limits import AccountLimit
from models.reports.history_names import NamedQuestion, Names

REASON = 60
PRODUCT_PARTS = (
    *("price", "name", "text", "photo", "audience", "package", "words", "lead", "daily", "low"),
    *("option-added", "option-withdrawn", "hidden", "shown"),
)
BAZAAR_PARTS = ("name", "place", "pin", "day-added", "day-removed", "hidden", "shown")


def fact_words(fact: Fact, names: Names) -> Phrase:
    """What happened; beneath it what was before, and the reason that was given."""
    happened = say(f"history-{tag_of(type(fact))}", **arguments(fact, names))
    order = names.orders.get(getattr(fact, "order_id", None) or 0)
    return stack(happened if order is None else for_order(order, happened), *details(fact, names))


def arguments(fact: Fact, names: Names) -> dict[str, Arg]:
    """What the fact's message can take: its fields, and the names of what its ids stand for."""
    fields = {name: getattr(fact, name) for name in fact.__struct_fields__}
    plain = {name: argument(value) for name, value in fields.items() if is_said(name, value)}
    return {**plain, **name_arguments(fields, names), **parts(fact, names)}


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


def parts(fact: Fact, names: Names) -> dict[str, Arg]:
    """What of a fact has words of its own: the part that was changed, a window, a courier."""
    match fact:
        case ProductChanged(what=what) if what in PRODUCT_PARTS:
            return {"what": say(f"changed-product-{what}")}
        case BazaarChanged(what=what) if what in BAZAAR_PARTS:
            return {"what": say(f"changed-bazaar-{what}")}
        case ProductChanged(what=what) | BazaarChanged(what=what):
            # A part of another day, called by its key.
            return {"what": say("changed-other", part=cut(what, NAME))}
        case DeliveryPlanChanged():
            return {"what": plan_part(fact)}
        case RunChanged(added=added):
            return {"what": say("changed-run-added" if added else "changed-run-without")}
        case RunPassed(was=was, now=now) | OrderPassed(was=was, now=now):
            return {"was": person_words(was, names), "now": person_words(now, names)}
        case TillCashMoved(amount=amount):
            return {"moved": moved_words(amount)}
        case WindowPassed(day=day, window=window):
            return {"window": window_words(day, window)}
        case AccountLimited(person_id=person_id, limit=limit):
            return {"limited": limit_words(person_id, limit, names)}
        case _:
            return {}


def limit_words(person_id: int, limit: str, names: Names) -> Phrase:
    """What was decided of an account, and whose it is by the name that she orders under."""
    if limit and limit not in tuple(AccountLimit):
        return say("changed-other", part=cut(limit, NAME))
    name = cut(names.customers.get(person_id, ""), NAME) or say("people-nameless")
    return say(f"account-now-{limit or 'freed'}", name=name)


def details(fact: Fact, names: Names) -> Iterator[Phrase]:
    """The lines beneath: what was before and is now, what was special, and why."""
    if (changed := change_words(fact, names)) is not None:
        yield changed
    yield from detail_lines(fact, names)
    if getattr(fact, "without_code", False):
        yield say("history-without-code")
    if getattr(fact, "void", False):
        yield say("history-hall-void")
    if getattr(fact, "barred", False):
        yield say("history-barred")
    reason: str = getattr(fact, "reason", "")
    # The order's being refused is the fact itself.
    if reason and not isinstance(fact, OrderRefused):
        yield say("history-reason", reason=reason_words(cut(reason, REASON)))


def subject_words(fact: Fact, names: Names) -> Phrase | None:
    """What a fact is about, where it is read among others; None where its message says so."""
    asked = names.questions.get(getattr(fact, "question_id", 0), NamedQuestion(None, None))
    order = names.orders.get(getattr(fact, "order_id", None) or asked.order_id or 0)
    if order is not None:
        return say("history-order", number=Exact(order.number))
    product_id = getattr(fact, "product_id", 0) or asked.product_id
    for id_, kept in (
        (product_id, names.products),
        (getattr(fact, "bazaar_id", 0), names.bazaars),
    ):
        if (name := kept.get(id_ or 0)) is not None:
            return say("history-about", name=short(*name, NAME))
    brand = names.families.get(getattr(fact, "family_id", 0))
    return None if brand is None else say("history-about", name=Name(*map(cut, brand)))
