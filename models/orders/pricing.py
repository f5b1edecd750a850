"""What an order costs: its items, the delivery fee and surcharges, less a discount.

An `Amounts` is made once, of the lines and the plan of deliveries. Cart, summary, fingerprint,
order, receipt and books carry it, and show its parts; nobody else adds them up. A new surcharge is
a kind in `EXTRAS` with its words, and a part that `amounts_of` adds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

import msgspec
from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from models.accounting.ledger import DELIVERY_FEES, extra_account
from models.kernel.money import NOTHING, Money, total
from models.orders.delivery_plan import DeliveryPlan, Target

DISCOUNT = "discount"
EXTRAS = (DISCOUNT,)
"""Every kind of what an order may cost beside items and fee; stored, booked, and named in words."""


class Priced(Protocol):
    """A line, as far as its price goes."""

    @property
    def amount(self) -> Money: ...


class Part(msgspec.Struct, frozen=True):
    """What is asked for beside items and fee. Among `extras` a discount stands below nothing."""

    kind: str
    amount: Money


class Amounts(msgspec.Struct, frozen=True):
    """What an order costs, in fils, part by part; `total` is what is to be paid.

    No part is less than nothing, and neither is the total; each kind stands once. ValueError
    otherwise.
    """

    items: Money
    fee: Money = NOTHING
    surcharges: tuple[Part, ...] = ()
    discount: Money = NOTHING

    def __post_init__(self) -> None:
        kinds = [DISCOUNT, *(part.kind for part in self.surcharges)]
        asked = (self.items, self.fee, *(part.amount for part in self.surcharges))
        if min(*asked, self.discount, self.total) < NOTHING or len(kinds) != len(set(kinds)):
            raise ValueError(f"no order costs {self}")

    @property
    def total(self) -> Money:
        """Items, fee and surcharges, less the discount."""
        return before_discount(self.items, self.fee, self.surcharges) - self.discount

    @property
    def extras(self) -> tuple[Part, ...]:
        """What a customer sees beside items and fee: the surcharges, and last what is let off."""
        let_off = (Part(DISCOUNT, -self.discount),) if self.discount else ()
        return (*self.surcharges, *let_off)

    @property
    def beside_items(self) -> dict[str, Money]:
        """All that is asked for beside the items, by the account that it is booked to."""
        return {DELIVERY_FEES: self.fee} | {
            extra_account(part.kind): part.amount for part in self.extras
        }

    @property
    def columns(self) -> dict[str, Any]:
        """The parts as the columns of an order hold them."""
        return {
            **{name: getattr(self, name) for name in self.__struct_fields__},
            "surcharged": total(part.amount for part in self.surcharges),
            "total": self.total,
        }


def amounts_of(lines: Iterable[Priced], plan: DeliveryPlan, to: Target | None = None) -> Amounts:
    """What those lines cost by this plan, brought there.

    Without a target it is what is known before: the fee is still to come.
    """
    items = total(line.amount for line in lines)
    return Amounts(items, NOTHING if to is None else plan.fee_for(items, to))


def amounts_changed(agreed: Amounts, was: Amounts, now: Amounts) -> Amounts:
    """What was agreed, for an order that would cost `was` at today's terms and is to cost `now`.

    The fee stays as agreed unless the change itself moves it; surcharges and discount stay. A
    discount is never more than what is to be paid without it.
    """
    fee = agreed.fee if was.fee == now.fee else now.fee
    asked = before_discount(now.items, fee, agreed.surcharges)
    discount = min(agreed.discount, asked)
    return msgspec.structs.replace(agreed, items=now.items, fee=fee, discount=discount)


def amounts_left(agreed: Amounts, lines: Iterable[Priced]) -> Amounts:
    """What was agreed, with these of its lines alone: fee and surcharges stay as they were.

    A discount is never more than what is left to be paid.
    """
    items = total(line.amount for line in lines)
    asked = before_discount(items, agreed.fee, agreed.surcharges)
    return msgspec.structs.replace(agreed, items=items, discount=min(agreed.discount, asked))


def before_discount(items: Money, fee: Money, surcharges: Iterable[Part]) -> Money:
    """What would be to pay without a discount."""
    return total((items, fee, *(part.amount for part in surcharges)))


class PartsColumn(TypeDecorator[tuple[Part, ...]]):
    """Surcharges in a column of text: a JSON object of fils by kind, in their order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return msgspec.json.encode({part.kind: part.amount.fils for part in value}).decode()

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Part, ...] | None:
        if value is None:
            return None
        found = msgspec.json.decode(value, type=dict[str, int])
        return tuple(Part(kind, Money(fils)) for kind, fils in found.items())
