"""What is known of an order's customer, in a line."""

from __future__ import annotations

from handlers.dialog.speech import Phrase, say
from models.orders.trust import CustomerRecord


def record_words(found: CustomerRecord) -> Phrase:
    """A new customer, or the other orders: how many, how many are open; what was not taken."""
    if found.new and not found.not_taken:
        return say("customer-new")
    figures = {"orders": str(found.orders), "open": str(found.open)}
    if not found.not_taken:
        return say("customer-record", **figures)
    return say("customer-record-back", back=str(found.not_taken), **figures)


def account_words(found: CustomerRecord) -> Phrase:
    """All orders of an account: how many, how many are open; what was not taken."""
    figures = {"orders": str(found.orders), "open": str(found.open)}
    if not found.not_taken:
        return say("account-record", **figures)
    return say("account-record-back", back=str(found.not_taken), **figures)
