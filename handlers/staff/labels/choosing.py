"""What labels are printed for: a family, a package, a note, or what has another price by now."""

from __future__ import annotations

from handlers.dialog.actions.labels import ListLabelled, ListLabelNotes, PickLabels, ShowLabels
from handlers.dialog.layout import in_rows, short
from handlers.dialog.router import view
from handlers.dialog.speech import Choice, Day, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.labels.printing import TO_LABELS
from handlers.ui.board import board, leafing_rows
from models.hall.labels import Labelled, count_old_prices, families_on_shelf, newest_taken_in
from models.kernel.calendar import dubai_day
from models.kernel.paging import page_or_first
from models.people.access import Permission
from models.products.tables import Package

PER_PAGE = 8
NAME = 24


@view(ShowLabels, allow=Permission.catalogue)
async def show_labels(turn: Turn, _asked: ShowLabels) -> Reply:
    """What labels can be printed for; those of an old price first."""
    old = await count_old_prices(turn.session)
    first: Row = ()
    if old:
        label = say("labels-of-old-price", count=old)
        first = (Choice(label, PickLabels(Labelled.old_price.value)),)
    packages = [
        Choice(say(f"package-{key}"), PickLabels(Labelled.package.value, key.value))
        for key in Package
    ]
    kinds: Row = (
        Choice(say("labels-by-family"), ListLabelled()),
        Choice(say("labels-by-note"), ListLabelNotes()),
    )
    rows = (first, kinds, *in_rows(packages, 3), (TO_DESK,))
    text = say("labels-old-count", count=old) if old else say("labels-choose")
    return reply(board(turn, "catalogue", say("labels-title"), text, *rows), in_place=True)


@view(ListLabelled, allow=Permission.catalogue)
async def list_families(turn: Turn, asked: ListLabelled) -> Reply:
    """The families whose goods lie on the shelf, a button each."""
    page = await page_or_first(lambda at: families_on_shelf(turn.session, at, PER_PAGE), asked.page)
    rows = [
        (
            Choice(
                say(
                    "labels-family",
                    brand=short(item.brand_ar, item.brand_en, NAME),
                    count=item.pieces,
                ),
                PickLabels(Labelled.family.value, str(item.family_id)),
            ),
        )
        for item in page.items
    ]
    text = say("labels-choose-family" if page.items else "labels-none")
    leafing = leafing_rows(page, ListLabelled)
    ways: Row = (TO_LABELS, TO_DESK)
    title = say("labels-title")
    return reply(board(turn, "catalogue", title, text, *rows, *leafing, ways), in_place=True)


@view(ListLabelNotes, allow=Permission.catalogue)
async def list_notes(turn: Turn, _asked: ListLabelNotes) -> Reply:
    """The newest notes by which goods came in, a button each."""
    notes = await newest_taken_in(turn.session, PER_PAGE)
    rows = [
        (
            Choice(
                say(
                    "labels-note",
                    number=str(note.note_id),
                    brand=short(note.brand_ar, note.brand_en, NAME),
                    at=Day(dubai_day(note.at)),
                ),
                PickLabels(Labelled.note.value, str(note.note_id)),
            ),
        )
        for note in notes
    ]
    text = say("labels-choose-note" if notes else "labels-no-notes")
    ways: Row = (TO_LABELS, TO_DESK)
    return reply(board(turn, "catalogue", say("labels-title"), text, *rows, ways), in_place=True)
