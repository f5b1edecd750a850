"""The books: what they come to, and the proof that they agree with each other."""

from __future__ import annotations

import msgspec

from bot.app.doctor import missing_file, wrong_schema
from bot.ground.settings import Settings
from models.kernel.database import Database
from models.reports.balance_sheet import balance_sheet
from models.reports.consistency import CHECKS, differences


class Proof(msgspec.Struct, frozen=True):
    """What was looked at, a line each in plain English, and each place where the books disagree."""

    lines: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()


async def prove(settings: Settings) -> Proof:
    """Look through the books as they are at one moment; nothing is changed.

    Raises DatabaseAway and SQLAlchemyError where they cannot be read.
    """
    if (missing := missing_file(settings)) is not None:
        return Proof(troubles=(f"there is no database at {missing}; `entaj migrate` makes it",))
    database = Database(settings.database_url)
    try:
        return await look_through(database)
    finally:
        await database.close()


async def look_through(database: Database) -> Proof:
    """The proof of a database that is there."""
    if (wrong := await wrong_schema(database)) is not None:
        return Proof(troubles=(f"database: {wrong}",))
    async with database.snapshot() as session:
        sums = await balance_sheet(session)
        found = {check.what: await differences(session, check) for check in CHECKS}
    return Proof(
        lines=(
            *(f"{kind.what}: {kind.amount} AED in {kind.accounts} accounts" for kind in sums),
            *(f"{'WRONG' if told else 'agrees'}: {what}" for what, told in found.items()),
        ),
        troubles=tuple(line for told in found.values() for line in told),
    )
