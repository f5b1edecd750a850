"""Who receives an order, and where; the last one is offered again at the next order."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.base import dialect_of, insert_for, table_of
from models.kernel.prepared import prepared
from models.kernel.rows import RowReader
from models.people.people import SavedAddress


class Destination(msgspec.Struct, frozen=True):
    """Who receives an order, and where: E.164 phone, one of the emirates, WGS 84 degrees.

    `zone` is the area of the emirate with terms of its own, as the plan of deliveries numbers them;
    0 is the rest of it, None where there was none to ask for.
    """

    name: str
    phone: str
    emirate: str
    area: str
    address: str
    latitude: float | None = None
    longitude: float | None = None
    note: str = ""
    zone: int | None = None


SAVED = RowReader(
    Destination,
    apart=("note",),
    name=SavedAddress.name,
    phone=SavedAddress.phone,
    emirate=SavedAddress.emirate,
    area=SavedAddress.area,
    address=SavedAddress.address,
    latitude=SavedAddress.latitude,
    longitude=SavedAddress.longitude,
    zone=SavedAddress.zone,
)


READ_SAVED = prepared(
    select(*SAVED.columns).where(SavedAddress.person_id == bindparam("person_id"))
)


async def saved_address(session: AsyncSession, person_id: int) -> Destination | None:
    """Who and where it was last time; None before the first order. The note is not kept."""
    row = (await session.execute(READ_SAVED, {"person_id": person_id})).first()
    return None if row is None else SAVED.read(row, note="")


async def save_address(session: AsyncSession, person_id: int, to: Destination) -> None:
    """Keep who and where for the next order."""
    place = {
        "name": to.name,
        "phone": to.phone,
        "emirate": to.emirate,
        "area": to.area,
        "address": to.address,
        "latitude": to.latitude,
        "longitude": to.longitude,
        "zone": to.zone,
    }
    await session.execute(
        save_address_statement(dialect_of(session)), {"person_id": person_id, **place}
    )


async def follow_correction(
    session: AsyncSession, person_id: int, was: Destination, now: Destination
) -> None:
    """Let the address that is offered next time be `now`, where it is the one that `was`."""
    saved = await saved_address(session, person_id)
    if saved is None:
        return
    known = msgspec.structs.replace(saved, zone=saved.zone or 0)
    if known == msgspec.structs.replace(was, note="", zone=was.zone or 0):
        await save_address(session, person_id, now)


@cache
def save_address_statement(dialect: str) -> Any:
    """The statement that keeps a person's address in the place of the last one."""
    keeping = insert_for(dialect, table_of(SavedAddress))
    place = {column.name: column for column in keeping.excluded if column.name != "person_id"}
    return prepared(keeping.on_conflict_do_update(index_elements=["person_id"], set_=place))
