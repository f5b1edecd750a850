"""The tables of carts. An option has a line for each wish, with its own pieces."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base
from models.kernel.money import Money


class Cart(Base):
    """A person's cart; `token` lets one checkout make one order."""

    __tablename__ = "carts"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    token: Mapped[str]


class CartLine(Base):
    """So many of an option; `price_seen` is the price that the person last saw in the cart.

    There is a line of an option for each wish, numbered from 0.
    """

    __tablename__ = "cart_lines"
    __table_args__ = (CheckConstraint("quantity > 0", name="quantity"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    option_id: Mapped[int] = mapped_column(ForeignKey("options.id"), primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True, default=0, autoincrement=False)
    quantity: Mapped[int]
    price_seen: Mapped[Money]
    added_at: Mapped[datetime]
    wish: Mapped[str] = mapped_column(default="")
