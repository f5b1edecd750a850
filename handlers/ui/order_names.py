"""What orders are called: by their goods, and by their number where one speaks of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from handlers.dialog.about_order import full_name
from handlers.dialog.layout import cut_between_words
from handlers.dialog.speech import Name, Phrase, say
from handlers.ui.order_lines import paragraphs, stack
from models.orders.queries import OrderBrief, OrderLineView, OrderView
from models.orders.run_queries import Stop

NAME = 24


def goods_words(first_ar: str, first_en: str, things: int, most: int = NAME) -> Phrase:
    """The first thing by name, of so many letters, and how many others there are of the things."""
    first = Name(*(cut_between_words(name, most) for name in (first_ar, first_en)))
    others = things - 1
    return say("order-goods", first=first, more=others) if others > 0 else say("thing", name=first)


def goods_of(lines: Sequence[OrderLineView]) -> Phrase:
    """The goods of an order that holds these lines; of what was struck only where that is all."""
    named = [line for line in lines if not line.struck] or lines
    return goods_words(named[0].name_ar, named[0].name_en, len(named))


def order_name(order: OrderView) -> Phrase:
    """The order's number, as it is said on the telephone, and its goods."""
    return full_name(order.number, goods_of(order.lines))


def brief_goods(order: OrderBrief | Stop, most: int = NAME) -> Phrase:
    """The goods of an order in a list, or in a run."""
    return goods_words(order.first_ar, order.first_en, order.things, most)


def named_below(first: Phrase, orders: Iterable[OrderBrief]) -> Phrase:
    """What is said of a list, and beneath it the orders by number and goods, in its order."""
    names = [full_name(order.number, brief_goods(order)) for order in orders]
    return paragraphs(first, stack(*(say("order-listed", order=name) for name in names)))


def asked_about(order: OrderView) -> dict[str, Any]:
    """What a form about the order keeps of it, so that each of its questions names it."""
    return {"order_id": order.id, "number": order.number, "named_by": goods_of(order.lines)}
