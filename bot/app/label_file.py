"""Labels from the command line: a file for the printer, without a chat."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bot.app.doctor import missing_file, wrong_schema
from bot.ground.settings import Settings
from bot.runtime.channel import Channel, NoLink
from bot.runtime.scheduler import utc_now
from handlers.dialog.actions.selling import SellOption
from handlers.dialog.links import encode_link
from handlers.ui.labels import labels_file
from models.hall.labels import Labelled, LabelWanted, keep_printed, labels_wanted
from models.kernel.acting import Acting
from models.kernel.database import Database
from models.kernel.label_sheets import LABEL_SHEETS


class NoLabels(Exception):
    """Why no labels are made, in a line for whoever asked."""


class Choice(NamedTuple):
    """What the labels are for, and where on which sheets they begin ("": the usual ones)."""

    kind: Labelled
    key: str
    sheet: str = ""
    used: int = 0


async def write_labels(
    settings: Settings, channels: Sequence[Channel], choice: Choice, out: Path
) -> int:
    """Write the file, with links into the first of the shop's channels; how many labels it holds.

    They say today's prices from now on. Raises NoLabels, and OSError where the file cannot be
    written.
    """
    if not channels:
        raise NoLabels("the shop has neither a bot nor a page that a label could open")
    if (missing := missing_file(settings)) is not None:
        raise NoLabels(f"there is no database at {missing}; `entaj migrate` makes it")
    database = Database(settings.database_url)
    try:
        if (wrong := await wrong_schema(database)) is not None:
            raise NoLabels(f"database: {wrong}")
        async with database.read() as session:
            wanted = await labels_wanted(session, choice.kind, choice.key)
        data = await labels_data(settings, channels[0], choice, wanted)
        await asyncio.to_thread(out.write_bytes, data)
        async with database.write() as session:
            await keep_printed(Acting(session, None, utc_now()), wanted)
    finally:
        await database.close()
    return sum(each.copies for each in wanted)


async def labels_data(
    settings: Settings, channel: Channel, choice: Choice, wanted: Sequence[LabelWanted]
) -> bytes:
    """The file's bytes; raises NoLabels where nothing lies on the shelf, or no link can be made."""
    from bot.images.label_pages import labels_pdf  # what pictures need, for this command alone

    sheet = choice.sheet or settings.label_sheet
    if sheet not in LABEL_SHEETS:
        raise NoLabels(f"there are the sheets {', '.join(LABEL_SHEETS)}")
    if not wanted:
        raise NoLabels("nothing on the shelf needs labels")
    try:
        links = {
            encode_link(action): await channel.link_to(action)
            for action in (SellOption(each.option_id) for each in wanted)
        }
    except NoLink as why:
        raise NoLabels(str(why)) from None
    first = choice.used % LABEL_SHEETS[sheet].labels
    return labels_pdf(labels_file(wanted, sheet, first), links.__getitem__)
