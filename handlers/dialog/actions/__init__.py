"""Typed button data: what a press asks for.

An action travels as a JSON array that starts with its tag, in at most 64 bytes (the Bot API's limit
for callback data). Tags are permanent and written by hand; fields are only ever added at the end
and with a default, so that old buttons stay alive. Button data is chosen by the client: owner,
price and state are checked again wherever an action is carried out.

A sign before the array says that the pressed message stays as it is, and that the answer comes
beneath it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import get_args

import msgspec

from handlers.dialog.actions.accounts import AccountAction
from handlers.dialog.actions.asked import AskedAction
from handlers.dialog.actions.audit import AuditAction
from handlers.dialog.actions.base import ActionBase
from handlers.dialog.actions.bazaars import BazaarAction
from handlers.dialog.actions.brands import BrandAction
from handlers.dialog.actions.cash import CashAction
from handlers.dialog.actions.catalogue import CatalogueAction
from handlers.dialog.actions.changes import ChangeAction
from handlers.dialog.actions.customer import CustomerAction
from handlers.dialog.actions.deliveries import DeliveryAction
from handlers.dialog.actions.delivery_plan import DeliveryPlanAction
from handlers.dialog.actions.drafts import DraftAction
from handlers.dialog.actions.family import FamilyAction
from handlers.dialog.actions.goods import GoodsAction
from handlers.dialog.actions.hall import HallAction
from handlers.dialog.actions.inbox import InboxAction
from handlers.dialog.actions.labels import LabelAction
from handlers.dialog.actions.privacy import PrivacyAction
from handlers.dialog.actions.returns import ReturnAction
from handlers.dialog.actions.runs import RunAction
from handlers.dialog.actions.selling import SellingAction
from handlers.dialog.actions.staff import StaffAction
from handlers.dialog.actions.wanted import WantedAction

MOST_BYTES = 64
STAYS = "+"
MOST_NUMBER = 10**12

Action = (
    AskedAction
    | CustomerAction
    | FamilyAction
    | StaffAction
    | DeliveryAction
    | DeliveryPlanAction
    | ChangeAction
    | AccountAction
    | ReturnAction
    | CatalogueAction
    | DraftAction
    | BrandAction
    | BazaarAction
    | InboxAction
    | GoodsAction
    | CashAction
    | AuditAction
    | RunAction
    | PrivacyAction
    | HallAction
    | SellingAction
    | LabelAction
    | WantedAction
)
ACTIONS: tuple[type[ActionBase], ...] = get_args(Action)


def left_out(known: tuple[type[ActionBase], ...] = ACTIONS) -> set[str]:
    """The names of actions that no audience's union holds: their buttons could not be read."""
    return {kind.__name__ for kind in set(ActionBase.__subclasses__()) - set(known)}


if left_out():
    raise TypeError(f"no audience has these actions: {sorted(left_out())}")

_ENCODER = msgspec.json.Encoder()
_DECODER: msgspec.json.Decoder[Action] = msgspec.json.Decoder(Action)


def encode_action(action: Action) -> str:
    """The action as button data; raises ValueError over 64 bytes, a defect of its maker."""
    data = _ENCODER.encode(action)
    if len(data) > MOST_BYTES:
        raise ValueError(f"{type(action).__name__} takes {len(data)} bytes of button data")
    return data.decode()


def fits(action: Action) -> bool:
    """Whether the action can be the data of a button."""
    return len(_ENCODER.encode(action)) <= MOST_BYTES


def decode_action(data: str) -> Action | None:
    """The action in button data, or None when it is old, forged or broken."""
    if len(data.encode(errors="replace")) > MOST_BYTES:
        return None
    try:
        action = _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeError):
        return None
    return action if all(map(is_storable, msgspec.structs.astuple(action))) else None


def is_storable(value: int | str) -> bool:
    """Whether a database can look for it: else a forged button would be an error, and not stale.

    No column holds a larger number, and PostgreSQL takes no text with a NUL.
    """
    return "\0" not in value if isinstance(value, str) else abs(value) < MOST_NUMBER


@lru_cache(maxsize=4096)
def button_data(action: Action, *, stays: bool = False) -> str:
    """The action as a channel sends it, and whether its message stays as it is when it is pressed.

    Raises ValueError over 64 bytes, a defect of the action's maker.
    """
    data = (STAYS if stays else "") + encode_action(action)
    if len(data.encode()) > MOST_BYTES:
        raise ValueError(f"{type(action).__name__} takes {len(data)} bytes of a kept message")
    return data


def pressed_action(data: str) -> Action | None:
    """The action of a pressed button, or None when it is old, forged or broken."""
    return decode_action(data.removeprefix(STAYS))


def leaves_message(data: str) -> bool:
    """Whether the answer comes beneath the pressed message and never in its place."""
    return data.startswith(STAYS)


def cut_words(words: str, most_bytes: int = 40) -> str:
    """Search words short enough for button data: whole characters, at most so many bytes."""
    return words.encode()[:most_bytes].decode(errors="ignore").replace('"', "").replace("\\", "")
