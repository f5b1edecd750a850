"""What an order holds, as a few digits: whether it still holds what somebody has seen."""

from __future__ import annotations

import hashlib

import msgspec

from models.orders.queries import OrderView


def contents_of(order: OrderView) -> str:
    """Six hex digits over the things of the order, their pieces and their wishes."""
    held = [[line.option_id, line.quantity, line.wish] for line in order.live_lines]
    return hashlib.sha256(msgspec.json.encode(sorted(held))).hexdigest()[:6]
