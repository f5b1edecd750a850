"""The tables of what people keep of the shop's products."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base


class Favourite(Base):
    """A product that a person keeps to find it again."""

    __tablename__ = "favourites"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"), primary_key=True)
    since: Mapped[datetime]


class StockAlert(Base):
    """A sold-out product of which a person is told once, when it can be had again."""

    __tablename__ = "stock_alerts"

    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    since: Mapped[datetime]


class OptionAlert(Base):
    """A sold-out option, of several, of which a person is told once, when it can be had again."""

    __tablename__ = "option_alerts"

    option_id: Mapped[int] = mapped_column(ForeignKey("options.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    since: Mapped[datetime]
