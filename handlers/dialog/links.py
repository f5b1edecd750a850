"""Links into the bot: a payload of at most 64 of A-Za-z0-9_- that decodes to an action.

The alphabet and the length are Telegram's (core.telegram.org/bots/features#deep-linking).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from handlers.dialog.actions import Action
from handlers.dialog.actions.customer import AcceptInvitation, ShowBazaar, ShowProduct
from handlers.dialog.actions.selling import OpenReceipt, SellOption

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
Address = Callable[[str], str]
"""Makes of a payload the address that opens it in a channel."""
_NUMBER = re.compile(r"[0-9]{1,15}")


def encode_link(action: Action) -> str:
    """The payload of an action that can be linked to; raises ValueError for any other."""
    match action:
        case ShowProduct(product_id=product_id):
            return f"p_{product_id}"
        case AcceptInvitation(code=code):
            return f"i_{code}"
        case ShowBazaar(bazaar_id=bazaar_id):
            return f"b_{bazaar_id}"
        case SellOption(option_id=option_id):
            return f"o_{option_id}"
        case OpenReceipt(claim=claim):
            return f"r_{claim}"
        case _:
            raise ValueError(f"{type(action).__name__} is not linked to")


def decode_link(payload: str) -> Action | None:
    """The action that a payload stands for, or None."""
    if not PAYLOAD.fullmatch(payload):
        return None
    kind, _, rest = payload.partition("_")
    if kind == "i" and rest:
        return AcceptInvitation(rest)
    if kind == "r" and rest:
        return OpenReceipt(rest)
    if _NUMBER.fullmatch(rest):
        if kind == "p":
            return ShowProduct(int(rest))
        if kind == "b":
            return ShowBazaar(int(rest))
        if kind == "o":
            return SellOption(int(rest))
    return None
