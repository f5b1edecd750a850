"""What orders are called: by their goods, and by their number where one speaks of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handlers.dialog.about_order import full_name
from handlers.dialog.layout import cut_between_words
from handlers.dialog.speech import Exact, Name, Phrase, say
from models.orders.queries import OrderLineView, OrderView

NAME = 24


def goods_words(first_ar: str, first_en: str, things: int) -> Phrase:
    """The first thing by name, and how many others there are of so many things."""
    first = Name(*(cut_between_words(name, NAME) for name in (first_ar, first_en)))
    others = things - 1
    return say("order-goods", first=first, more=others) if others > 0 else say("thing", name=first)


def goods_of(lines: Sequence[OrderLineView]) -> Phrase:
    """The goods of an order that holds these lines; of what was struck only where that is all."""
    named = [line for line in lines if not line.struck] or lines
    return goods_words(named[0].name_ar, named[0].name_en, len(named))


def order_name(order: OrderView) -> Phrase:
    """The order's number, as it is said on the telephone, and its goods."""
    return full_name(Exact(order.number), goods_of(order.lines))


def asked_about(order: OrderView) -> dict[str, Any]:
    """What a form about the order keeps of it, so that each of its questions names it."""
    return {"order_id": order.id, "number": order.number, "named_by": goods_of(order.lines)}
