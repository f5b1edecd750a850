"""Families' goods at a glance: what is done with them, and what waits for an answer."""

from __future__ import annotations

from handlers.dialog.actions.goods import (
    ChooseCount,
    ListNotes,
    ShowStock,
    StartNote,
)
from handlers.dialog.actions.labels import PickLabels, ShowLabels
from handlers.dialog.layout import HOME, in_rows
from handlers.dialog.router import command, view
from handlers.dialog.speech import Choice, Lines, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.desk.goods_board import (
    goods_board,
    goods_tasks,
    goods_ways,
    unconfirmed_row,
    unconfirmed_words,
)
from handlers.ui.board import board
from models.hall.labels import Labelled, count_old_prices
from models.hall.note_tables import NoteKind
from models.people.access import Permission
from models.products.tables import Package

TITLE = say("stock-title")
TO_STOCK = Choice(say("button-stock"), ShowStock())

command("stock", lambda _rest: ShowStock())


@view(ShowStock, allow=Permission.catalogue)
async def show_stock(turn: Turn, _asked: ShowStock) -> Reply:
    """What can be done, and how much waits."""
    waiting = await goods_board(turn)
    waits = goods_tasks(waiting)
    old = await count_old_prices(turn.session)
    waits += [say("labels-old-count", count=old)] if old else []
    lines = (*(waits or [say("stock-nothing-waits")]), *unconfirmed_words(waiting))
    text = say("stock", tasks=Lines(lines))
    answer = list(goods_ways(waiting))
    if old:
        label = say("labels-of-old-price", count=old)
        answer.append((Choice(label, PickLabels(Labelled.old_price.value)),))
    rows: tuple[Row, ...] = (
        *answer,
        (start(NoteKind.take_in), start(NoteKind.give_back)),
        (Choice(say("button-start-count"), ChooseCount()), start(NoteKind.write_off)),
        unconfirmed_row(waiting),
        (Choice(say("button-notes"), ListNotes()), Choice(say("button-labels"), ShowLabels())),
        (TO_DESK, HOME),
    )
    return reply(board(turn, "catalogue", TITLE, text, *rows), in_place=True)


def start(kind: NoteKind) -> Choice:
    """The way into a note of that kind."""
    return Choice(say(f"button-start-{kind}"), StartNote(kind.value))


@view(ChooseCount, allow=Permission.catalogue)
async def choose_count(turn: Turn, _asked: ChooseCount) -> Reply:
    """A family's goods are counted, or those of a whole package."""
    kind = NoteKind.counted.value
    packages = [Choice(say(f"package-{key}"), StartNote(kind, 0, key.value)) for key in Package]
    rows = (
        (Choice(say("button-count-family"), StartNote(kind)),),
        *in_rows(packages, 3),
        (TO_STOCK, TO_DESK),
    )
    return reply(board(turn, "catalogue", TITLE, say("stock-count-what"), *rows), in_place=True)
