"""The productive families: a brand, and never a person's name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Select, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.access import FamilyMember
from models.base import Base, Id
from models.catalogue import Product
from models.errors import AlreadyThere, NotFound
from models.facts import FamilyAdded, record
from models.paging import Page
from models.spelling import normalise


class Family(Base):
    """A family as the shop knows her: the brand name in both languages."""

    __tablename__ = "families"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    brand_ar: Mapped[str]
    brand_en: Mapped[str]
    added_at: Mapped[datetime]


class FamilyView(msgspec.Struct, frozen=True):
    """A brand with the number of its products (hidden ones too) and of its members."""

    id: int
    brand_ar: str
    brand_en: str
    products: int
    members: int


async def add_family(
    session: AsyncSession, brand_ar: str, brand_en: str, actor_id: int | None, now: datetime
) -> int:
    """Add a brand; out comes its id. Refuses AlreadyThere, however the name is spelled."""
    await require_new(session, brand_ar, brand_en)
    family = Family(brand_ar=brand_ar, brand_en=brand_en, added_at=now)
    session.add(family)
    await session.flush()
    record(session, FamilyAdded(family.id), now, actor_id)
    return family.id


async def require_new(
    session: AsyncSession, brand_ar: str, brand_en: str, but: int | None = None
) -> None:
    """Refuse (AlreadyThere) names that another brand than `but` has, however they are spelled.

    Nobody else names a brand until the commit: of two at the same moment neither would see the
    other's.
    """
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(text("SELECT pg_advisory_xact_lock(hashtext('brands'))"))
    if await is_taken(session, brand_ar, brand_en, but=but):
        raise AlreadyThere("family")


async def is_taken(session: AsyncSession, *names: str, but: int | None = None) -> bool:
    """Whether a brand (other than `but`) has one of the names, however it is spelled."""
    wanted = set(map(normalise, names))
    others = select(Family.brand_ar, Family.brand_en).where(Family.id.is_distinct_from(but))
    known = await session.execute(others)
    return any(normalise(brand) in wanted for row in known for brand in row)


async def families(session: AsyncSession, page: int, per_page: int) -> Page[FamilyView]:
    """The brands in the order of their Arabic names."""
    ordered = briefs().order_by(Family.brand_ar, Family.id)
    some = ordered.limit(per_page + 1).offset(page * per_page)
    rows: Sequence[Sequence[Any]] = (await session.execute(some)).all()
    total = await session.scalar(select(func.count()).select_from(Family))
    shown = tuple(FamilyView(*row) for row in rows[:per_page])
    return Page(shown, page, len(rows) > per_page, total)


async def family(session: AsyncSession, family_id: int) -> FamilyView:
    """One brand. Refuses NotFound("family")."""
    row: Sequence[Any] | None = (
        await session.execute(briefs().where(Family.id == family_id))
    ).one_or_none()
    if row is None:
        raise NotFound("family")
    return FamilyView(*row)


def briefs() -> Select[Any]:
    """The look-up of brands with their numbers."""
    products = select(func.count()).where(Product.family_id == Family.id)
    members = select(func.count()).where(FamilyMember.family_id == Family.id)
    return select(
        Family.id,
        Family.brand_ar,
        Family.brand_en,
        products.scalar_subquery(),
        members.scalar_subquery(),
    )
