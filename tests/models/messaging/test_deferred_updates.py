"""Updates put aside: the oldest first, each once, and of each channel by itself."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.messaging.deferred_updates import (
    drop_aside,
    drop_aside_of,
    put_aside,
    updates_aside,
)
from tests.support.clock import MORNING


async def test_an_update_is_kept_once_until_it_is_done(database: Database) -> None:
    async with database.write() as session:
        for channel, update_id, seconds in (("one", 7, 1), ("one", 5, 2), ("other", 7, 0)):
            now = MORNING + timedelta(seconds=seconds)
            await put_aside(session, channel, {update_id: f"{channel} {update_id}"}, now)
        await put_aside(session, "one", {5: "again", 6: "one 6"}, MORNING + timedelta(seconds=3))
        assert await updates_aside(session, "one") == [
            (7, "one 7"),
            (5, "one 5"),
            (6, "one 6"),
        ]
        await drop_aside(session, "one", [6, 7])
        assert await updates_aside(session, "one") == [(5, "one 5")]
        assert await updates_aside(session, "other") == [(7, "other 7")]


async def test_what_a_person_sent_goes_with_them(session: AsyncSession) -> None:
    for channel in ("one", "other"):
        bodies = {number: f"{channel} {number}" for number in (1, 2, 3)}
        await put_aside(session, channel, bodies, MORNING, {1: "mona", 2: "noor"})
    await drop_aside_of(session, "one", ["mona"])
    assert await updates_aside(session, "one") == [(2, "one 2"), (3, "one 3")]
    assert len(await updates_aside(session, "other")) == 3
