"""What tells the kinds of buttons apart, and in which order a crawl presses them."""

from __future__ import annotations

import re

import msgspec

from handlers.dialog.actions import Action, pressed_action
from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.bazaars import RemoveBazaarDay
from handlers.dialog.actions.brands import RemoveMember
from handlers.dialog.actions.catalogue import DeleteProduct, WithdrawOption
from handlers.dialog.actions.customer import AskWish, CancelOrder, DropWish, EmptyCart, ShowPackage
from handlers.dialog.actions.delivery_plan import (
    CopyWeekday,
    OpenDays,
    RemoveSeason,
    RemoveWindow,
    RemoveZone,
)
from handlers.dialog.actions.staff import TakeRole
from handlers.dialog.router import ROUTES

GOES_ON = ("publish", "done", "yes", "cash")
UNDOES = (
    *(CancelOrder, EmptyCart, RemoveBazaarDay, RemoveMember, TakeRole, WithdrawOption),
    *(DeleteProduct, CopyWeekday, OpenDays, RemoveSeason, RemoveWindow, RemoveZone),
)
LEFT_OUT = ("_id", "seen", "token", "figures", "code", "words", "sought", "number", "version")
NARROWED = ("package", "audience", "shelf", "shelf_page", "sheet")
Kind = tuple[object, ...]


def kind_of(action: Action) -> Kind:
    """What tells kinds of buttons apart: the action, and what in it is no id and no number."""
    values = msgspec.structs.asdict(action).items()
    told = [
        (name, min(value, 1) if isinstance(value, int) else figures_aside(value))
        for name, value in values
        if not name.endswith(LEFT_OUT)
        and not (name in NARROWED and not isinstance(action, ShowPackage))
    ]
    return type(action), *told


def figures_aside(value: object) -> object:
    """The value; one in figures is as good as any other: there are days without end."""
    return "#" if isinstance(value, str) and value.isdecimal() else value


def source_of(action: Action) -> object:
    """What a list or a screen was: of orders, in which state they are."""
    return type(action), getattr(action, "state", "")


def names_a_thing(action: Action) -> bool:
    """Whether it is about one order, product, family or bazaar."""
    return any(name.endswith("_id") for name in type(action).__struct_fields__)


def choice_kind(value: str) -> str:
    """A choice of a question: its value, unless that is a number, a day or a window."""
    return re.sub(r"\d+", "#", value)


def goes_on(data: str) -> bool:
    """Whether a choice ends its form."""
    action = pressed_action(data)
    return isinstance(action, Pick) and action.value in GOES_ON


def opens_a_form(action: Action) -> bool:
    """Whether it may ask questions: those are answered in every manner."""
    return type(action).__name__.startswith(("Start", "Add", "Find", "Change"))


def urgency(action: Action) -> int:
    """First what looks, then what does, last what undoes.

    A wish is asked for and dropped as long as it is in the cart: that is ordered before long.
    """
    if isinstance(action, UNDOES):
        return 2
    return int(ROUTES[type(action)].does and not isinstance(action, AskWish | DropWish))
