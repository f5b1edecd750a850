"""The productive families: a brand, and never a person's name."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class Family(Base):
    """A family as the shop knows her: the brand name in both languages."""

    __tablename__ = "families"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    brand_ar: Mapped[str]
    brand_en: Mapped[str]
    added_at: Mapped[datetime]
