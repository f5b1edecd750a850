"""What is so at the end of the day: the books agree, and each family was told each time."""

from __future__ import annotations

from sqlalchemy import select

from bot.app.books import look_through
from handlers.dialog.speech import decode_reply
from models.messaging.accounts import Account
from models.messaging.outbox import OwedMessage
from tests.bot.bazaar_day.cast import CUSTOMERS, FAMILIES, SADU, SCENTS, SWEETS, Day
from tests.bot.week.told import each_arrived_once, leaves_of

NOTE, LOW, LAST = "note-was-made", "stock-ran-low", "last-piece-sold"
SOLD, BACK, VOID = "income-hall-sold", "income-hall-returned", "income-hall-void"
TOLD = {
    SWEETS: [NOTE, SOLD, LOW, SOLD, BACK, LOW, SOLD],
    SCENTS: [NOTE, SOLD, LOW, SOLD, SOLD, VOID, BACK, LAST, SOLD, SOLD, NOTE, LOW],
    SADU: [
        *(NOTE, NOTE, "note-was-settled", LOW, SOLD, SOLD),
        *("income-sold", LAST, "income-delivered", SOLD),
    ],
}
"""What each family was told unasked, in order."""
BOOKS = [
    "card: 116.30 AED in 1 accounts",
    "cash: 552.25 AED in 1 accounts",
    "cash-difference: 5 AED in 1 accounts",
    "centre-losses: 60 AED in 1 accounts",
    "delivery-fees: -15 AED in 1 accounts",
    "extra: 6 AED in 1 accounts",
    "family: -724.60 AED in 3 accounts",
    "purse: 0 AED in 1 accounts",
    "rounding: 0.05 AED in 1 accounts",
    "till: 0 AED in 3 accounts",
]


async def books_agree(day: Day) -> None:
    """As `entaj books` proves it."""
    proof = await look_through(day.shop.database)
    assert proof.troubles == ()
    assert [line for line in proof.lines if not line.startswith("agrees: ")] == BOOKS


async def families_were_told(day: Day) -> None:
    """Of each thing once, of her own alone, and never who bought it."""
    assert {brand: await told(day, brand) for brand in FAMILIES} == TOLD
    for brand in FAMILIES:
        for customer in CUSTOMERS:
            assert not any(shown.contains(customer) for shown in day[brand].screen), brand


async def told(day: Day, brand: str) -> list[str]:
    """The names of the words that the family was told by; each has arrived, and once."""
    chosen = (
        select(OwedMessage.reply)
        .join(Account, Account.id == OwedMessage.account_id)
        .where(Account.external_id == str(day[brand].id), OwedMessage.outcome == "sent")
        .order_by(OwedMessage.id)
    )
    async with day.shop.database.read() as session:
        replies = (await session.scalars(chosen)).all()
    texts = [decode_reply(each).cards[0].text for each in replies]
    each_arrived_once(day[brand], texts)
    return [next(leaves_of(text)).id for text in texts]
