"""The reasons that are chosen, kept by key; any other one is in somebody's own words."""

from __future__ import annotations

from models.orders.returns import Disposition

NOT_DELIVERED = ("refused", "nobody", "address", "later")
READDRESSED = ("readdressed",)
CASH = ("short", "change")
HANDED = ("lost", "miscounted")
TILL_IN, TILL_OUT = ("small-change",), ("to-safe", "expense")
MISSING, DAMAGED = "missing", "damaged"
STRUCK = (MISSING, DAMAGED)
CANCELLED = ("customer", "unavailable", "spoiled", "unreachable")
LOST = {"unavailable": Disposition.missing, "spoiled": Disposition.unsellable}
"""What becomes of goods for which an order is cancelled; for any other reason they are there."""
BEFORE = ("part",)  # chosen once, and kept with orders of then
KEYS = (
    *NOT_DELIVERED,
    *READDRESSED,
    *CASH,
    *HANDED,
    *TILL_IN,
    *TILL_OUT,
    *STRUCK,
    *CANCELLED,
    *BEFORE,
)
