"""The doctor: looks at everything that must be right for the shop to run, and changes nothing."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import msgspec
from sqlalchemy import make_url, text
from sqlalchemy.exc import OperationalError, ProgrammingError, SQLAlchemyError

from bot.ground.lean import missing_packages
from bot.ground.settings import NO_WAY_IN, Settings, unknown_settings
from bot.runtime.channel import NoLink
from handlers.dialog.parsing import NoPhone, read_phone
from models.kernel.database import Database
from models.kernel.unavailable import DatabaseAway, why_away
from models.messaging.consistency import queue_discrepancies
from models.messaging.undelivered import count_unsent
from models.migrations import newest_version
from models.reports.consistency import discrepancies

EMAIL = re.compile(r"[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+")


class Diagnosis(msgspec.Struct, frozen=True):
    """One thing that was looked at; `trouble` is empty when it is right."""

    what: str
    trouble: str = ""


async def examine(settings: Settings) -> AsyncIterator[Diagnosis]:
    """Examine settings, database and token; the findings come one after another."""
    for name in unknown_settings():
        yield Diagnosis("settings", f"{name} is no setting; it may be misspelt")
    for name in missing_packages():
        yield Diagnosis("packages", f"{name} is not installed")
    if not settings.terms().has_contact:
        yield Diagnosis(
            "contact: none is set (ENTAJ_CONTACT_PHONE, ENTAJ_CONTACT_EMAIL);"
            " people can only write to the team's inbox"
        )
    for finding in examine_contacts(settings):
        yield finding
    if settings.has_no_way_in:
        yield Diagnosis("settings", NO_WAY_IN)
    missing = missing_file(settings)
    if missing is not None:
        yield Diagnosis("database", f"there is none at {missing}; `entaj migrate` makes it")
    else:
        database = Database(settings.database_url)
        try:
            async for finding in examine_database(database):
                yield finding
        finally:
            await database.close()
    if settings.telegram_token is None:
        yield Diagnosis("telegram: no token, so the shop runs as the try-out")
    else:
        yield await examine_token(settings)


def examine_contacts(settings: Settings) -> Iterator[Diagnosis]:
    """What is told to people as a contact, and is none."""
    phone, email = settings.contact_phone, settings.contact_email
    if phone and isinstance(read_phone(phone), NoPhone):
        yield Diagnosis("contact", "ENTAJ_CONTACT_PHONE is no number that can be called")
    if email and not EMAIL.fullmatch(email):
        yield Diagnosis("contact", "ENTAJ_CONTACT_EMAIL is no e-mail address")


def missing_file(settings: Settings) -> Path | None:
    """The file of an embedded database that is not there: opening it would make it."""
    url = make_url(settings.database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        return None
    return None if Path(url.database).exists() else Path(url.database)


async def examine_database(database: Database) -> AsyncIterator[Diagnosis]:
    """Whether it is there, at today's schema, and in agreement with itself."""
    try:
        async for finding in look_through(database):
            yield finding
    except DatabaseAway as error:
        yield Diagnosis("database", f"it cannot be reached ({why_away(error)})")
    except SQLAlchemyError as error:
        yield Diagnosis("database", f"it cannot be read ({why_away(error)})")


async def look_through(database: Database) -> AsyncIterator[Diagnosis]:
    """What is found in it; raises what it raises when it cannot be read."""
    if (wrong := await wrong_schema(database)) is not None:
        yield Diagnosis("database", wrong)
        return
    yield Diagnosis(f"database: {database.url.get_backend_name()}, schema {newest_version()}")
    async with database.snapshot() as session:
        for discrepancy in await discrepancies(session):
            yield Diagnosis("books", discrepancy)
        for discrepancy in await queue_discrepancies(session):
            yield Diagnosis("messages", discrepancy)
        unsent = await count_unsent(session)
    yield Diagnosis("books: looked through")
    yield Diagnosis(f"messages that could not be sent: {unsent}")


async def wrong_schema(database: Database) -> str | None:
    """Why the database cannot be read as it stands; None when it is at today's schema.

    Raises DatabaseAway when it cannot be reached.
    """
    try:
        async with database.read() as session:
            found = await session.scalar(text("SELECT version_num FROM alembic_version"))
    except DatabaseAway:
        raise
    except (OperationalError, ProgrammingError):
        return "it was never made; `entaj migrate` makes it"
    newest = newest_version()
    return None if found == newest else f"it stands at {found}, not {newest}: `entaj migrate`"


async def examine_token(settings: Settings) -> Diagnosis:
    """Whether Telegram knows the bot."""
    # The try-out has no token to ask for.
    from bot.channels.telegram.bot import bot_name

    try:
        name = await bot_name(settings)
    except NoLink as why:
        return Diagnosis("telegram", str(why))
    return Diagnosis(f"telegram: @{name}")
