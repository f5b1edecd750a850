"""The shop's terms, as settings give them: delivery, limits and the centre's contact."""

from __future__ import annotations

from datetime import time
from types import MappingProxyType
from typing import Final

import msgspec

from models.kernel.label_sheets import DEFAULT_SHEET
from models.kernel.money import Money

EMIRATES = (
    "sharjah",
    "dubai",
    "ajman",
    "abu-dhabi",
    "umm-al-quwain",
    "ras-al-khaimah",
    "fujairah",
)
HALL: Final = "hall"
"""Stands in an emirate's place for an order that its customer fetches at the hall."""


class DeliveryWindow(msgspec.Struct, frozen=True):
    """Hours of a day in Dubai, and how many orders go out in them."""

    starts: time
    ends: time
    places: int

    @property
    def key(self) -> str:
        """The window's key: 16:00-20:00."""
        return f"{self.starts:%H:%M}-{self.ends:%H:%M}"


class ShopTerms(msgspec.Struct, frozen=True):
    """What the owner decides. Every value has a stated default; fees are by emirate."""

    fees: dict[str, Money]
    windows: tuple[DeliveryWindow, ...] = (
        DeliveryWindow(time(10), time(13), 20),
        DeliveryWindow(time(16), time(20), 30),
    )
    lead_days: int = 1  # an order goes out so many days after it was placed, at the earliest
    days_ahead: int = 14  # and is offered at most so many days ahead
    few_left: int = 5  # from here down the card says how many are left
    most_of_one: int = 50  # of one option in one cart
    wrong_codes_told: int = 8  # of one person on one day, of all orders: then managers hear of it
    wrong_codes_barred: int = 20  # and from here on that person confirms no more by code that day
    cash_rounding: Money = Money(25)  # the smallest coin that is taken in cash; 1 fils: exactly
    centre_bears_losses: bool = True  # the centre pays the family for what nobody can buy again
    # Of one customer at once: a household's week, far from a bazaar's whole shelf.
    open_orders: int = 5
    open_pieces: int = 60
    open_value: Money = Money.dirhams(5000)
    cancellations_a_day: int = 6  # by the customer; then no new order until the next day
    # What a family makes is brought in so many hours before its window, or the evening before where
    # the centre takes nothing in so early.
    bring_in_hours: int = 3
    bring_in_from: time = time(10)
    bring_in_until: time = time(18)
    bring_in_place_ar: str = ""
    bring_in_place_en: str = ""
    answer_hours: int = 2  # of the team's, within which a question should be answered
    team_from: time = time(9)  # in Dubai
    team_until: time = time(21)
    undo_minutes: int = 10  # so long who cancelled can take it back
    hall_void_minutes: int = 10  # so long a seller takes back a sale of hers in the hall
    low_stock: int = 3  # from here down a family is asked for more of a thing; 0: never
    label_sheet: str = DEFAULT_SHEET  # the sheets of labels that the centre buys
    printer_dots: int = 576  # across the head of the thermal printer
    return_days: int = 7  # so long after the delivery goods are taken back; 0: not at all
    contact_phone: str = ""
    contact_email: str = ""
    instagram_url: str = ""

    @property
    def has_contact(self) -> bool:
        """Whether the centre can be reached in another way than by the shop's own inbox."""
        return bool(self.contact_phone or self.contact_email)

    def in_cash(self, amount: Money) -> Money:
        """What is to be taken of that amount in coins: the nearest, a half for the customer."""
        coin = max(self.cash_rounding.fils, 1)
        return Money(-((coin - 2 * amount.fils) // (2 * coin)) * coin)

    def fee(self, emirate: str) -> Money:
        """The delivery fee to that emirate."""
        return self.fees[emirate]


DEFAULT_FEES = MappingProxyType(
    {
        "sharjah": Money.dirhams(15),
        "ajman": Money.dirhams(20),
        "dubai": Money.dirhams(25),
        "umm-al-quwain": Money.dirhams(25),
        "ras-al-khaimah": Money.dirhams(35),
        "fujairah": Money.dirhams(35),
        "abu-dhabi": Money.dirhams(40),
    }
)
DEFAULT_TERMS = ShopTerms(fees=dict(DEFAULT_FEES))
