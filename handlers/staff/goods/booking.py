"""A note is booked: what was filled in moves the stock, and the note is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.dialog.actions.goods import ShowNote, StartNote
from handlers.dialog.layout import in_rows
from handlers.dialog.speech import Card, Choice, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.goods.noted import NotedLine, Noting, things_for
from handlers.staff.goods.overview import TO_STOCK
from handlers.ui.goods_notes import note_cards, note_text
from handlers.ui.labels import label_rows
from handlers.ui.order_lines import stack
from models.hall.note_queries import note
from models.hall.note_tables import NoteKind
from models.hall.notes import NewNote, book_note, counted_of
from models.hall.stocked_things import StockedThing
from models.products.stock import Take

MOST_WAYS = 90
"""Notes of a package's count with a button each; all of them are in the list of notes."""


async def book(turn: Turn, state: Noting) -> Reply:
    """Book the note, of a package one for each family; all in one act.

    Refuses: NotFound, OutOfStock.
    """
    things = {thing.option_id: thing for thing in await things_for(turn, state)}
    lines: dict[int, list[NotedLine]] = {}
    for line in state.lines:
        family_id = int(state.family or 0) or things[line.option_id].family_id
        lines.setdefault(family_id, []).append(line)
    booked = [
        await book_note(turn.acting, new_note(state, family_id, own, things), turn.terms)
        for family_id, own in sorted(lines.items())
    ]
    turn.leave()
    found = await note(turn.session, booked[0])
    another = Choice(say(f"button-start-{state.kind}"), StartNote(state.kind))
    if len(booked) > 1:
        ways = [Choice(say("button-note", number=str(each)), ShowNote(each)) for each in booked]
        text = say("noting-booked-several", count=str(len(booked)))
        shown = in_rows(ways[:MOST_WAYS], 3)
        return reply(Card(text=text, choices=(*shown, (TO_STOCK, TO_DESK))))
    text = stack(say("noting-booked"), note_text(found))
    rows = (*label_rows(found), (another,), (TO_STOCK, TO_DESK))
    return reply(*note_cards(found, turn.language, text, *rows))


def new_note(
    state: Noting,
    family_id: int,
    lines: Sequence[NotedLine],
    things: Mapping[int, StockedThing],
) -> NewNote:
    """The note of a family's lines; `things` are what it can be about, by their options."""
    token = f"{state.token}:{family_id}" if state.package else state.token
    if state.counts:
        counted = tuple(
            counted_of(each.option_id, each.pieces, each.expected, things[each.option_id].on_hand)
            for each in lines
        )
        return NewNote(state.about, family_id, token, counted=counted)
    goods = tuple(Take(line.option_id, line.pieces) for line in lines)
    reason = state.reason or "" if state.about is NoteKind.write_off else ""
    return NewNote(state.about, family_id, token, goods, reason=reason)
