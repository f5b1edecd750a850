"""What staff do to bazaars: add an edition and its days, take a day off, hide it."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.bazaars.bazaars import Bazaar, BazaarDay, BazaarFamily
from models.bazaars.reminders import forget_reminders
from models.kernel.acting import Acting
from models.kernel.facts import BazaarAdded, BazaarChanged, FactRow, record
from models.kernel.refusals import AlreadyThere, NotFound


class NewBazaar(msgspec.Struct, frozen=True):
    """An edition to be added, at a place (WGS 84 degrees), with the families that take part.

    `days` are its openings: from and to, both UTC.
    """

    name_ar: str
    name_en: str
    place_ar: str
    place_en: str
    latitude: float | None = None
    longitude: float | None = None
    days: tuple[tuple[datetime, datetime], ...] = ()
    family_ids: tuple[int, ...] = ()


async def add_bazaar(acting: Acting, new: NewBazaar) -> int:
    """Add an edition with its days; out comes its id. Refuses AlreadyThere("day")."""
    session = acting.session
    bazaar = Bazaar(
        name_ar=new.name_ar,
        name_en=new.name_en,
        place_ar=new.place_ar,
        place_en=new.place_en,
        latitude=new.latitude,
        longitude=new.longitude,
        added_at=acting.now,
    )
    session.add(bazaar)
    await session.flush()
    session.add_all(
        BazaarFamily(bazaar_id=bazaar.id, family_id=family_id) for family_id in new.family_ids
    )
    record(acting, BazaarAdded(bazaar.id))
    for opens_at, closes_at in new.days:
        await put_day(session, bazaar.id, opens_at, closes_at)
    return bazaar.id


async def add_day(acting: Acting, bazaar_id: int, opens_at: datetime, closes_at: datetime) -> int:
    """Add an opening (UTC); out comes its id.

    Refuses NotFound("bazaar"), and AlreadyThere("day") when it overlaps another of the bazaar's.
    """
    bazaar = await bazaar_to_change(acting.session, bazaar_id)
    day_id = await put_day(acting.session, bazaar_id, opens_at, closes_at)
    openings = () if bazaar.hidden else (opens_at.astimezone(UTC),)
    record(acting, BazaarChanged(bazaar_id, "day-added", openings, opens_at.astimezone(UTC)))
    return day_id


async def put_day(
    session: AsyncSession, bazaar_id: int, opens_at: datetime, closes_at: datetime
) -> int:
    """Write an opening down; out comes its id. Refuses AlreadyThere("day")."""
    if closes_at <= opens_at:
        raise ValueError("a day closes after it opens")
    overlapping = select(BazaarDay.id).where(
        BazaarDay.bazaar_id == bazaar_id,
        BazaarDay.opens_at < closes_at,
        BazaarDay.closes_at > opens_at,
    )
    if (await session.scalars(overlapping)).first() is not None:
        raise AlreadyThere("day")
    day = BazaarDay(bazaar_id=bazaar_id, opens_at=opens_at, closes_at=closes_at)
    session.add(day)
    await session.flush()
    return day.id


async def remove_day(acting: Acting, day_id: int) -> int:
    """Take an opening off; out comes its bazaar's id. Refuses NotFound("day").

    Of two who do it at the same moment the second waits, and finds it gone.
    """
    session = acting.session
    day = await session.get(BazaarDay, day_id, with_for_update=True, populate_existing=True)
    if day is None:
        raise NotFound("day")
    bazaar = await session.get_one(Bazaar, day.bazaar_id, populate_existing=True)
    openings = () if bazaar.hidden else (day.opens_at,)
    await forget_reminders(session, [day_id])
    await session.execute(delete(BazaarDay).where(BazaarDay.id == day_id))
    record(acting, BazaarChanged(bazaar.id, "day-removed", openings, day.opens_at))
    return day.bazaar_id


async def rename_bazaar(acting: Acting, bazaar_id: int, names: tuple[str, str]) -> None:
    """Give it these names (Arabic, English). Refuses NotFound("bazaar")."""
    bazaar = await bazaar_to_change(acting.session, bazaar_id)
    was = (bazaar.name_ar, bazaar.name_en)
    bazaar.name_ar, bazaar.name_en = names
    record(acting, rewritten(bazaar_id, "name", was, names))
    await acting.session.flush()


async def set_place(acting: Acting, bazaar_id: int, places: tuple[str, str]) -> None:
    """Say where it is (Arabic, English). Refuses NotFound("bazaar")."""
    bazaar = await bazaar_to_change(acting.session, bazaar_id)
    was = (bazaar.place_ar, bazaar.place_en)
    bazaar.place_ar, bazaar.place_en = places
    record(acting, rewritten(bazaar_id, "place", was, places))
    await acting.session.flush()


async def set_pin(acting: Acting, bazaar_id: int, pin: tuple[float, float]) -> None:
    """Put it on the map (WGS 84 latitude, longitude). Refuses NotFound("bazaar")."""
    bazaar = await bazaar_to_change(acting.session, bazaar_id)
    was = pin_text(bazaar.latitude, bazaar.longitude)
    bazaar.latitude, bazaar.longitude = pin
    record(acting, BazaarChanged(bazaar_id, "pin", was=was, now=pin_text(*pin)))
    await acting.session.flush()


def rewritten(
    bazaar_id: int, what: str, was: tuple[str, str], now: tuple[str, str]
) -> BazaarChanged:
    """The fact that a name or a place (Arabic, English) is another now."""
    return BazaarChanged(bazaar_id, what, was=was[0], now=now[0], was_en=was[1], now_en=now[1])


def pin_text(latitude: float | None, longitude: float | None) -> str:
    """A pin (WGS 84 degrees) as a fact keeps it; empty for none."""
    return "" if latitude is None or longitude is None else f"{latitude:.5f}, {longitude:.5f}"


async def set_hidden(acting: Acting, bazaar_id: int, hidden: bool) -> None:
    """Hide a bazaar from customers, or show it again. Refuses NotFound("bazaar")."""
    session = acting.session
    bazaar = await bazaar_to_change(session, bazaar_id)
    if bazaar.hidden == hidden:
        return
    bazaar.hidden = hidden
    found = select(BazaarDay).where(
        BazaarDay.bazaar_id == bazaar_id, BazaarDay.opens_at > acting.now
    )
    ahead = (await session.scalars(found.order_by(BazaarDay.opens_at))).all()
    if hidden:
        await forget_reminders(session, [day.id for day in ahead])
    openings = tuple(day.opens_at for day in ahead)
    what = "hidden" if hidden else "shown"
    record(acting, BazaarChanged(bazaar_id, what, openings))
    await session.flush()


async def was_taken_off(
    session: AsyncSession, bazaar_id: int, opens_at: datetime, before: int
) -> bool:
    """Whether that opening (UTC) had been taken off before the fact of that id."""
    earlier = select(FactRow).where(FactRow.bazaar_id == bazaar_id, FactRow.id < before)
    facts = (row.fact for row in await session.scalars(earlier.order_by(FactRow.id.desc())))
    return any(
        isinstance(fact, BazaarChanged) and fact.what == "day-removed" and opens_at in fact.openings
        for fact in facts
    )


async def bazaar_to_change(session: AsyncSession, bazaar_id: int) -> Bazaar:
    """The bazaar, locked until the commit. Refuses NotFound("bazaar")."""
    found = await session.get(Bazaar, bazaar_id, with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound("bazaar")
    return found
