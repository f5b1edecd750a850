"""Orders: placed once for a checkout token, at the price that was shown."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, false
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id
from models.kernel.money import NOTHING, Money
from models.kernel.shop_terms import HALL
from models.orders.pricing import Part, PartsColumn
from models.orders.states import OrderState

CODE_TRIES = 5


KNOWN_STATES = ", ".join(f"'{state}'" for state in OrderState)
SUMS = (
    "items >= 0 AND fee >= 0 AND surcharged >= 0 AND discount >= 0 AND total >= 0"
    " AND total = items + fee + surcharged - discount"
)


class Order(Base):
    """One order, with the place and the window that it goes to.

    One that is fetched has HALL in the place of its emirate, and as its area and its address the
    Arabic and the English name of where it is fetched, as it was called at that moment.

    `placed_by` is whoever placed it for a customer who telephoned, empty where the customer did.
    `on_hold`: a manager is to say yes before it is accepted.
    `window_asked_at` is when its customer was asked for another window, until there is one.

    `items` to `total` are the columns of its `Amounts`; `surcharged` is the sum of `surcharges`.
    `taken_by` is whose purse the cash is booked to; empty for the centre's till. `refunded` is
    what of `taken` was handed back since.
    """

    __tablename__ = "orders"
    __table_args__ = (
        Index("ix_orders_state_day_window_id", "state", "day", "window", "id"),
        Index("ix_orders_phone_id", "phone", "id"),
        Index("ix_orders_person_id_state", "person_id", "state"),
        Index("ix_orders_taken_by_moved_at", "taken_by", "moved_at"),
        CheckConstraint(f"state IN ({KNOWN_STATES})", name="state"),
        CheckConstraint(SUMS, name="sums"),
        CheckConstraint("taken >= 0", name="taken"),
        CheckConstraint(f"wrong_codes BETWEEN 0 AND {CODE_TRIES}", name="wrong_codes"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    token: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    bazaar_id: Mapped[int | None] = mapped_column(ForeignKey("bazaars.id"), index=True)
    state: Mapped[str]
    placed_at: Mapped[datetime]
    moved_at: Mapped[datetime]
    name: Mapped[str]
    phone: Mapped[str]
    emirate: Mapped[str]
    area: Mapped[str]
    address: Mapped[str]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    zone: Mapped[int] = mapped_column(default=0, server_default="0")
    note: Mapped[str] = mapped_column(default="")
    day: Mapped[date]
    window: Mapped[str]
    window_asked_at: Mapped[datetime | None]
    items: Mapped[Money]
    fee: Mapped[Money]
    surcharges: Mapped[tuple[Part, ...]] = mapped_column(PartsColumn)
    surcharged: Mapped[Money]
    discount: Mapped[Money]
    total: Mapped[Money]
    # Never read along with the rest: no staff screen, log or export may come to hold it.
    code: Mapped[str] = mapped_column(deferred=True, deferred_raiseload=True)
    wrong_codes: Mapped[int] = mapped_column(default=0)
    taken: Mapped[Money | None]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    refunded: Mapped[Money] = mapped_column(default=NOTHING, server_default="0")
    reason: Mapped[str] = mapped_column(default="")
    placed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    on_hold: Mapped[bool] = mapped_column(default=False, server_default=false())


AT_HALL = Order.emirate == HALL
"""The condition on orders that their customers fetch them at the hall."""


class OrderLine(Base):
    """What was ordered, in the words and at the price of that moment."""

    __tablename__ = "order_lines"
    __table_args__ = (
        CheckConstraint("quantity > 0", name="quantity"),
        CheckConstraint("price > 0", name="price"),
        Index("ix_order_lines_family_id_id", "family_id", "id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    option_id: Mapped[int] = mapped_column(ForeignKey("options.id"), index=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"))
    family_id: Mapped[int] = mapped_column(ForeignKey("families.id"))
    name_ar: Mapped[str]
    name_en: Mapped[str]
    label_ar: Mapped[str] = mapped_column(default="")
    label_en: Mapped[str] = mapped_column(default="")
    price: Mapped[Money]
    quantity: Mapped[int]
    making_day: Mapped[date | None]
    struck_at: Mapped[datetime | None]
    struck_reason: Mapped[str] = mapped_column(default="")
    returned_at: Mapped[datetime | None]
    wish: Mapped[str] = mapped_column(default="", server_default="")
