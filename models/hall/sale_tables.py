"""Sales in the hall, across the table: made once for a token, each with its receipt."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id, partial_index
from models.kernel.money import Money

SUMS = (
    "items >= 0 AND discount >= 0 AND total >= 0 AND total = items - discount"
    " AND cash >= 0 AND card >= 0 AND given >= cash AND total = cash + card + rounded"
)


class HallSale(Base):
    """One sale; `number` is its receipt's among those of its till, from 1.

    All amounts are in fils. `items` is what the families are credited with, at the price on the
    shelf; `discount` is what the centre let off, with its reason. `cash` stays in the till; `given`
    is what the customer handed over, change included; `card` went through the terminal under
    `card_reference`; `rounded` is what coins cannot pay. `refunded` is what was handed back since,
    and a sale is `void` where it was taken back whole within minutes.
    `person_id` is the customer, where she took the receipt into her chat by its `claim`.
    """

    __tablename__ = "hall_sales"
    __table_args__ = (
        UniqueConstraint("till_id", "number"),
        CheckConstraint(SUMS, name="sums"),
        CheckConstraint("(discount = 0) = (discount_reason = '')", name="discount_reason"),
        CheckConstraint("card > 0 OR card_reference = ''", name="card_reference"),
        CheckConstraint("refunded >= 0", name="refunded"),
        Index("ix_hall_sales_seller_id_id", "seller_id", "id"),
        Index("ix_hall_sales_at", "at"),
        partial_index("ix_hall_sales_person_id", "person_id", where="person_id IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    token: Mapped[str] = mapped_column(unique=True)
    claim: Mapped[str] = mapped_column(unique=True)
    till_id: Mapped[int] = mapped_column(ForeignKey("tills.id"))
    number: Mapped[int]
    bazaar_id: Mapped[int] = mapped_column(ForeignKey("bazaars.id"), index=True)
    seller_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    items: Mapped[Money]
    discount: Mapped[Money]
    discount_reason: Mapped[str] = mapped_column(default="", server_default="")
    total: Mapped[Money]
    cash: Mapped[Money]
    given: Mapped[Money]
    card: Mapped[Money]
    card_reference: Mapped[str] = mapped_column(default="", server_default="")
    rounded: Mapped[Money]
    refunded: Mapped[Money]
    void: Mapped[bool] = mapped_column(default=False, server_default=false())
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class HallSaleLine(Base):
    """What was sold, in the words and at the price on the shelf of that moment (fils).

    `discount` is what was let off this line in all, borne by the centre: the family is credited
    with `price` times `quantity`.
    """

    __tablename__ = "hall_sale_lines"
    __table_args__ = (
        CheckConstraint("quantity > 0", name="quantity"),
        CheckConstraint("price > 0", name="price"),
        CheckConstraint("discount >= 0 AND discount <= price * quantity", name="discount"),
        Index("ix_hall_sale_lines_family_id_id", "family_id", "id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    sale_id: Mapped[int] = mapped_column(ForeignKey("hall_sales.id"), index=True)
    option_id: Mapped[int] = mapped_column(ForeignKey("options.id"), index=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"))
    family_id: Mapped[int] = mapped_column(ForeignKey("families.id"))
    name_ar: Mapped[str]
    name_en: Mapped[str]
    label_ar: Mapped[str] = mapped_column(default="", server_default="")
    label_en: Mapped[str] = mapped_column(default="", server_default="")
    price: Mapped[Money]
    quantity: Mapped[int]
    discount: Mapped[Money]


class HallReturn(Base):
    """Goods of one sale that came back at once, and the money for them (fils).

    It was handed back out of `till_id`, where it was cash, or put back on the card. `rounded` is
    what coins could not pay back. It is booked once for its `token`.
    """

    __tablename__ = "hall_returns"
    __table_args__ = (
        CheckConstraint("cash >= 0 AND card >= 0", name="amounts"),
        CheckConstraint("reason <> ''", name="explained"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    token: Mapped[str] = mapped_column(unique=True)
    sale_id: Mapped[int] = mapped_column(ForeignKey("hall_sales.id"), index=True)
    till_id: Mapped[int] = mapped_column(ForeignKey("tills.id"), index=True)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    reason: Mapped[str]
    cash: Mapped[Money]
    card: Mapped[Money]
    rounded: Mapped[Money]


class HallReturnLine(Base):
    """So many pieces of a line of a sale that came back: to the shelf, or written off.

    `amount` (fils) is what the pieces were sold for by the price on the shelf, `discount` what the
    centre lets off no more, and `borne` what it pays the family all the same.
    """

    __tablename__ = "hall_return_lines"
    __table_args__ = (
        CheckConstraint("quantity > 0", name="quantity"),
        CheckConstraint("discount >= 0 AND discount <= amount", name="discount"),
        CheckConstraint("borne >= 0 AND borne <= amount", name="borne"),
    )

    return_id: Mapped[int] = mapped_column(ForeignKey("hall_returns.id"), primary_key=True)
    line_id: Mapped[int] = mapped_column(
        ForeignKey("hall_sale_lines.id"), primary_key=True, index=True
    )
    quantity: Mapped[int]
    to_shelf: Mapped[bool]
    amount: Mapped[Money]
    discount: Mapped[Money]
    borne: Mapped[Money]
