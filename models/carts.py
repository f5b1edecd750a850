"""Carts: what a person means to order. They survive restarts and follow the person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
from models.money import Money


class Cart(Base):
    """A person's cart; `token` lets one checkout make one order."""

    __tablename__ = "carts"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    token: Mapped[str]


class CartLine(Base):
    """So many of an option; `price_seen` is the price that the person last saw in the cart."""

    __tablename__ = "cart_lines"
    __table_args__ = (CheckConstraint("quantity > 0", name="quantity"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    option_id: Mapped[int] = mapped_column(ForeignKey("options.id"), primary_key=True)
    quantity: Mapped[int]
    price_seen: Mapped[Money]
    added_at: Mapped[datetime]
