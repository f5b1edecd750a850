"""Bazaars: an edition, where it is, and the hours of each of its days."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class Bazaar(Base):
    """One edition at one place (WGS 84 degrees)."""

    __tablename__ = "bazaars"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name_ar: Mapped[str]
    name_en: Mapped[str]
    place_ar: Mapped[str]
    place_en: Mapped[str]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    hidden: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[datetime]


class BazaarDay(Base):
    """One opening: from `opens_at` to `closes_at`, both UTC."""

    __tablename__ = "bazaar_days"
    __table_args__ = (CheckConstraint("closes_at > opens_at", name="hours"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    bazaar_id: Mapped[int] = mapped_column(ForeignKey("bazaars.id"), index=True)
    opens_at: Mapped[datetime] = mapped_column(index=True)
    closes_at: Mapped[datetime]


class BazaarFamily(Base):
    """A family whose goods are at a bazaar."""

    __tablename__ = "bazaar_families"

    bazaar_id: Mapped[int] = mapped_column(ForeignKey("bazaars.id"), primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("families.id"), primary_key=True)
