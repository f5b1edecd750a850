"""Labels before they are printed, and the file that they are printed from."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.dialog.actions.labels import (
    ListLabelled,
    PickLabels,
    PrintLabels,
    ShowLabel,
    ShowLabels,
    StartPartSheet,
)
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.layout import short
from handlers.dialog.questions import count
from handlers.dialog.router import step, view
from handlers.dialog.speech import Amount, Card, Choice, Lines, Phrase, Reply, Row, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.ui.board import board
from handlers.ui.labels import label_art, labels_file
from handlers.ui.room import as_many_as_fit
from models.hall.labels import Labelled, LabelWanted, keep_printed, labels_wanted
from models.kernel.label_sheets import LABEL_SHEETS
from models.kernel.refusals import NotFound
from models.people.access import Permission

TO_LABELS = Choice(say("button-labels"), ShowLabels())
MOST_LABELS = 960
"""In one file: forty sheets. A package has more on its shelf than anybody sticks on at once."""
ROOM = 700
NAME, OPTION = 40, 20


@view(PickLabels, allow=Permission.catalogue)
async def pick_labels(turn: Turn, asked: PickLabels) -> Reply:
    """What would be printed, on which sheets, and the ways to print it. Refuses: NotFound."""
    wanted = await wanted_labels(turn, asked.kind, asked.key)
    return reply(labels_card(turn, asked, wanted), in_place=True)


async def wanted_labels(turn: Turn, kind: str, key: str) -> tuple[LabelWanted, ...]:
    """The labels of a button's kind and key. Refuses: NotFound for a kind that is none."""
    if kind not in set(Labelled):
        raise NotFound("label")
    return await labels_wanted(turn.session, Labelled(kind), key)


def labels_card(turn: Turn, asked: PickLabels, wanted: Sequence[LabelWanted]) -> Card:
    """The options with how many labels each needs, and the ways to print them."""
    ways: Row = (TO_LABELS, TO_DESK)
    if not wanted:
        return board(turn, "catalogue", say("labels-title"), say("labels-none"), ways)
    sheet = sheet_of(turn, asked.sheet)
    number = sum(each.copies for each in wanted)
    form = LABEL_SHEETS[sheet]
    lines = as_many_as_fit([label_line(each) for each in wanted], ROOM)
    text = say(
        "labels-picked",
        labels=number,
        sheets=-(-number // form.labels),
        sheet=say(f"label-sheet-{sheet}"),
        list=Lines(tuple(lines)),
    )
    rows: tuple[Row, ...] = ((Choice(say("labels-narrow"), ListLabelled()),),)
    if number <= MOST_LABELS:
        rows = print_rows(asked, sheet)
    else:
        text = say("labels-too-many", labels=number, most=MOST_LABELS)
    return board(turn, "catalogue", say("labels-title"), text, *rows, picture_row(wanted), ways)


def print_rows(asked: PickLabels, sheet: str) -> tuple[Row, ...]:
    """The ways to print: a new sheet, a partly used one, and sheets of another kind."""
    others = [name for name in LABEL_SHEETS if name != sheet]
    return (
        (Choice(say("labels-print"), PrintLabels(asked.kind, asked.key, sheet)),),
        (Choice(say("labels-part-sheet"), StartPartSheet(asked.kind, asked.key, sheet)),),
        tuple(
            Choice(say(f"label-sheet-{name}"), PickLabels(asked.kind, asked.key, name))
            for name in others
        ),
    )


def picture_row(wanted: Sequence[LabelWanted]) -> Row:
    """The way to one label as a picture, where there is only one."""
    if len(wanted) > 1:
        return ()
    return (Choice(say("labels-picture"), ShowLabel(wanted[0].option_id)),)


def label_line(wanted: LabelWanted) -> Phrase:
    """An option, how many labels it needs, and the old price on those that hang there."""
    name = short(wanted.name_ar, wanted.name_en, NAME)
    named: Phrase = say("labels-name", name=name)
    if wanted.label_ar or wanted.label_en:
        option = short(wanted.label_ar, wanted.label_en, OPTION)
        named = say("labels-name-option", name=name, option=option)
    price = Amount(wanted.price)
    if wanted.printed is None or wanted.printed == wanted.price:
        return say("labels-line", what=named, count=wanted.copies, price=price)
    was = Amount(wanted.printed)
    return say("labels-line-old", what=named, count=wanted.copies, price=price, was=was)


def sheet_of(turn: Turn, named: str) -> str:
    """The sheet of that name; the shop's usual one where there is none."""
    return named if named in LABEL_SHEETS else turn.terms.label_sheet


@view(ShowLabel, allow=Permission.catalogue)
async def show_label(turn: Turn, asked: ShowLabel) -> Reply:
    """One label as a picture. Refuses: NotFound."""
    key = str(asked.option_id)
    found = await labels_wanted(turn.session, Labelled.option, key)
    if not found:
        raise NotFound("option")
    back = Choice(say("button-back"), PickLabels(Labelled.option.value, key))
    text = say("labels-one", name=short(found[0].name_ar, found[0].name_en, NAME))
    return reply(Card(text=text, picture=label_art(found[0]), choices=((back, TO_DESK),)))


@step(PrintLabels, allow=Permission.catalogue)
async def print_labels(turn: Turn, asked: PrintLabels) -> Reply:
    """The file of the labels, from the first place of a sheet on. Refuses: NotFound."""
    return reply(await printed_card(turn, asked.kind, asked.key, asked.sheet, 0))


async def printed_card(turn: Turn, kind: str, key: str, sheet: str, first: int) -> Card:
    """The file of the labels, which say today's prices from now on. Refuses: NotFound."""
    wanted = await wanted_labels(turn, kind, key)
    number = sum(each.copies for each in wanted)
    if not 0 < number <= MOST_LABELS:
        return labels_card(turn, PickLabels(kind, key, sheet), wanted)
    await keep_printed(turn.acting, wanted)
    name = sheet_of(turn, sheet)
    text = say("labels-file", labels=number, sheet=say(f"label-sheet-{name}"))
    ways = ((TO_LABELS, TO_DESK),)
    return Card(text=text, file=labels_file(wanted, name, first), choices=ways, stays=True)


class UsedSheet(StateBase, frozen=True, kw_only=True, tag="used-sheet.1"):
    """Labels that go on a partly used sheet, and how many of its places are gone."""

    kind: str
    key: str
    sheet: str
    used: int | None = None


async def print_on_used(turn: Turn, state: UsedSheet) -> Reply:
    """The file, from the first free place of the sheet on. Refuses: NotFound."""
    turn.leave()
    first = require_answer(state.used) % LABEL_SHEETS[state.sheet].labels
    return reply(await printed_card(turn, state.kind, state.key, state.sheet, first))


async def back_to_labels(turn: Turn, state: UsedSheet) -> Reply:
    """The form was left: the labels as they were."""
    wanted = await wanted_labels(turn, state.kind, state.key)
    return reply(labels_card(turn, PickLabels(state.kind, state.key, state.sheet), wanted))


USED = Flow(
    UsedSheet,
    (
        count(
            "used",
            say("labels-ask-used"),
            most=max(form.labels for form in LABEL_SHEETS.values()) - 1,
        ),
    ),
    print_on_used,
    allow=Permission.catalogue,
    left=back_to_labels,
)


@step(StartPartSheet, allow=Permission.catalogue)
async def start_part_sheet(turn: Turn, asked: StartPartSheet) -> Reply:
    """Ask how many labels of the sheet are gone. Refuses: NotFound."""
    if asked.kind not in set(Labelled):
        raise NotFound("label")
    sheet = sheet_of(turn, asked.sheet)
    return await USED.start(turn, UsedSheet(kind=asked.kind, key=asked.key, sheet=sheet))
