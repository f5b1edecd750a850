"""The list of who was erased, kept beside the database, and what the shop's clock does by it.

A database that is put back from a backup, by `entaj restore` or otherwise, has forgotten whom the
shop erased since. The list has not: it is a file in the folder of the database, for its owner
alone, with a number, a first day and a moment on each line. It grows by one short line a person.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import structlog

from models.kernel.database import Database
from models.kernel.private_files import make_private
from models.privacy.after_restore import Erased, all_erased, brought_back, erase_again
from models.privacy.sweeping import end_sweep, find_traces, next_to_sweep, remove_traces

log = structlog.get_logger(__name__)
FILE = "erased.jsonl"
ERASED_S = 300.0
_LINE: msgspec.json.Decoder[Erased] = msgspec.json.Decoder(Erased)


class ErasedPeople:
    """Keeps erasings true, and does what comes behind them; harmless when it is done twice."""

    def __init__(
        self,
        database: Database,
        folder: Path,
        clock: Callable[[], datetime],
        nameless: Collection[str],
    ) -> None:
        """The list is in `folder`; the chats on `nameless` channels have ids that name nobody."""
        self._database = database
        self._file = folder / FILE
        self._clock = clock
        self._nameless = nameless

    async def look_after(self) -> None:
        """Erase again who came back with a backup, sweep behind the others, and keep the list."""
        known = self._read()
        async with self._database.read() as session:
            back = await brought_back(session, known)
        for person_id in back:
            async with self._database.write() as session:
                done = await erase_again(session, person_id, self._clock())
            log.info("erased-again", person=person_id, done=done)
        await self._sweep()
        async with self._database.read() as session:
            erased = await all_erased(session)
        add_erased(self._file, [each for each in erased if each not in set(known)])

    async def _sweep(self) -> None:
        while True:
            now = self._clock()
            async with self._database.read() as session:
                waits = await next_to_sweep(session, now)
            if waits is None:
                return
            traces = await find_traces(self._database.read, waits)
            async with self._database.write() as session:
                await remove_traces(session, traces, now)
                await end_sweep(session, waits.person_id, now, self._nameless)

    def _read(self) -> list[Erased]:
        """Who is on the list; a line that was cut off by a full disk is left out."""
        if not self._file.exists():
            return []
        found = []
        for line in self._file.read_bytes().split():
            try:
                found.append(_LINE.decode(line))
            except msgspec.DecodeError:
                log.warning("erased-line-unreadable")
        return found


def keep_erased(replaced: sqlite3.Connection, folder: Path) -> None:
    """Add to the list in the folder whom that database, which is about to be replaced, has erased.

    The shop may have been closed before its clock came to it. Who is on the list twice is erased
    once. A damaged database is replaced all the same, and what could not be read is logged.
    """
    held = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'erasures'"
    wanted = "SELECT person_id, person_since, at FROM erasures ORDER BY at"
    try:
        rows = replaced.execute(wanted).fetchall() if replaced.execute(held).fetchone() else []
    except sqlite3.DatabaseError as error:
        log.warning("erasures-unreadable", error=str(error))
        return
    add_erased(folder / FILE, [Erased(row[0], *map(in_utc, row[1:])) for row in rows])


def in_utc(stored: str) -> datetime:
    """A moment as the embedded database stores it."""
    return datetime.fromisoformat(stored).replace(tzinfo=UTC)


def add_erased(file: Path, erased: Collection[Erased]) -> None:
    """Write these people at the end of the list, for its owner alone."""
    if not erased:
        return
    make_private(file)
    with file.open("ab") as lines:
        for each in erased:
            lines.write(b"\n" + msgspec.json.encode(each) + b"\n")
