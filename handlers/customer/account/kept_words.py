"""What is kept of a person in words, and what has to end before it can be erased."""

from __future__ import annotations

from handlers.dialog.actions.customer import ShowOrder
from handlers.dialog.speech import Amount, Choice, Exact, Phrase, Row, say
from models.privacy.kept import Kept
from models.privacy.whom import Holds

MOST_ORDERS = 5
COUNTED = (
    "orders",
    "receipts",
    "tills",
    "note_words",
    "supply_offers",
    "last_address",
    "telephone_numbers",
    "cart",
    "messages",
    "reminders",
    "favourites",
    "stock_alerts",
    "option_alerts",
    "chats",
)


def counted_words(kept: Kept) -> list[Phrase]:
    """How many there are of each, those alone of which there are any."""
    found = [(name, len(getattr(kept, name))) for name in COUNTED]
    return [say(f"kept-{name.replace('_', '-')}", count=count) for name, count in found if count]


def first_words(holds: Holds) -> list[Phrase]:
    """What has to end first."""
    words = [say("erase-first")]
    if holds.orders:
        words.append(say("erase-first-orders", count=len(holds.orders)))
    if holds.owed:
        words.append(say("erase-first-owed", amount=Amount(holds.owed)))
    if holds.carried or holds.waits:
        words.append(say("erase-first-cash"))
    words += [say("erase-first-till", number=Exact(str(till_id))) for till_id in holds.tills]
    if holds.runs:
        words.append(say("erase-first-runs"))
    return words


def first_rows(holds: Holds) -> tuple[Row, ...]:
    """The ways to the orders that are open."""
    return tuple(
        (Choice(say("inbox-open-order", number=Exact(number)), ShowOrder(order_id)),)
        for order_id, number in holds.orders[:MOST_ORDERS]
    )
