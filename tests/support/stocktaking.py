"""Staff count what lies there of one option, by a note as in the shop."""

from __future__ import annotations

from models.hall.note_queries import note
from models.hall.single_notes import note_counted
from models.kernel.acting import Acting


async def count_stock(acting: Acting, option_id: int, counted: int) -> int:
    """So many pieces were found; out comes the difference that it made on the shelf."""
    note_id = await note_counted(acting, option_id, counted)
    (line,) = (await note(acting.session, note_id)).lines
    return line.change
