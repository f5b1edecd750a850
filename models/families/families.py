"""The productive families: a brand, and never a person's name."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.acting import Acting
from models.kernel.base import Base, Id
from models.kernel.facts import FamilyAdded, record
from models.kernel.folding import normalise
from models.kernel.refusals import AlreadyThere


class Family(Base):
    """A family as the shop knows her: the brand name in both languages."""

    __tablename__ = "families"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    brand_ar: Mapped[str]
    brand_en: Mapped[str]
    added_at: Mapped[datetime]


async def add_family(acting: Acting, brand_ar: str, brand_en: str) -> int:
    """Add a brand; out comes its id. Refuses AlreadyThere, however the name is spelled."""
    session = acting.session
    await require_new(session, brand_ar, brand_en)
    family = Family(brand_ar=brand_ar, brand_en=brand_en, added_at=acting.now)
    session.add(family)
    await session.flush()
    record(acting, FamilyAdded(family.id))
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
