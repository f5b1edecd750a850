"""A family's notes: each is confirmed with one tap, or she says what is wrong with it."""

from __future__ import annotations

from typing import Any

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.goods import ConfirmNote, DisputeNote, ListOwnNotes, ShowOwnNote
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow, both
from handlers.dialog.questions import question, words_of
from handlers.dialog.router import step, view
from handlers.dialog.speech import Choice, Exact, Phrase, Reply, Row, What, When, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.family.brand import brand_name, own_brand, way_home, which_brand
from handlers.ui.board import board, leafing_rows
from handlers.ui.goods_notes import note_cards, note_text
from models.hall.note_answers import confirm_note, dispute_note
from models.hall.note_queries import NoteBrief, NoteView, note, notes_of
from models.hall.note_tables import NoteState
from models.hall.refusals import NoteAnswered
from models.people.access import Permission

PER_PAGE = 8
MOST_WORD = 300


@view(ListOwnNotes, allow=Permission.family)
async def list_own_notes(turn: Turn, asked: ListOwnNotes) -> Reply:
    """The brand's notes, the newest first. Refuses: NotAllowed for a brand of others."""
    found = await own_brand(turn, asked.family_id)
    if found is None:
        return reply(await which_brand(turn, ListOwnNotes, asked.page), in_place=True)
    page = await notes_of(turn.session, found.id, max(asked.page, 0), PER_PAGE)
    rows: list[Row] = [(Choice(own_label(each), ShowOwnNote(each.id)),) for each in page.items]
    words = say("own-notes" if rows else "own-notes-none", brand=brand_name(found))
    ways = leafing_rows(page, lambda at: ListOwnNotes(found.id, at))
    shown = board(
        turn, "family", say("family-title"), words, *rows, *ways, way_home(turn, found.id)
    )
    return reply(shown, in_place=True)


def own_label(found: NoteBrief) -> Phrase:
    """A note's button: its number, kind and day."""
    return say(
        "own-note-row",
        number=str(found.id),
        kind=say(f"note-kind-{found.kind}"),
        sign=say(f"note-sign-{found.state}"),
        at=When(found.at),
    )


@view(ShowOwnNote, allow=Permission.family)
async def show_own_note(turn: Turn, asked: ShowOwnNote) -> Reply:
    """The note with its picture. Refuses: NotFound, NotAllowed for a note of others."""
    return own_reply(turn, await own_note(turn, asked.note_id))


async def own_note(turn: Turn, note_id: int) -> NoteView:
    """The note. Refuses: NotFound, NotAllowed for a note of others."""
    found = await note(turn.session, note_id)
    turn.standing.require_family(found.family_id)
    return found


def own_reply(turn: Turn, found: NoteView, done: Phrase | None = None) -> Reply:
    """Her note, with the answers while she has given none."""
    text = note_text(found)
    rows: list[Row] = []
    if found.state is NoteState.open:
        right = Choice(say("button-note-right"), ConfirmNote(found.id))
        rows.append((right, Choice(say("button-note-wrong"), DisputeNote(found.id))))
    notes = Choice(say("button-own-notes"), ListOwnNotes(found.family_id))
    text = text if done is None else both(done, text)
    rows += [(notes,), way_home(turn, found.family_id)]
    return reply(*note_cards(found, turn.language, text, *rows))


@step(ConfirmNote, allow=Permission.family)
async def confirm(turn: Turn, asked: ConfirmNote) -> Reply:
    """The note is right. Refuses: NotFound, NotAllowed, NoteAnswered where it was disputed."""
    found = await own_note(turn, asked.note_id)
    await confirm_note(turn.acting, found.id)
    confirmed = await note(turn.session, found.id)
    return own_reply(turn, confirmed, say("note-confirmed-thanks"))


class Disputing(StateBase, frozen=True, kw_only=True, tag="disputing-note.1"):
    """What a family says is wrong with a note."""

    note_id: int
    word: str | None = None


def ask_word(state: Disputing) -> Phrase:
    """What is wrong with it."""
    return say("note-ask-word", number=Exact(str(state.note_id)))


async def read_word(_turn: Turn, _state: Any, said: What | Pick) -> str:
    """Her own words, with letters in them."""
    return words_of(said, MOST_WORD, figures=True)


async def dispute(turn: Turn, state: Disputing) -> Reply:
    """Keep what she says; staff hear it. Refuses: NotFound, NotAllowed, NoteAnswered."""
    found = await own_note(turn, state.note_id)
    await dispute_note(turn.acting, found.id, require_answer(state.word))
    turn.leave()
    disputed = await note(turn.session, found.id)
    return own_reply(turn, disputed, say("note-disputed-thanks"))


async def back_home(turn: Turn, state: Disputing) -> Reply:
    """She says nothing of it: the note stands as it was."""
    return own_reply(turn, await own_note(turn, state.note_id))


DISPUTING = Flow(
    Disputing,
    (question("word", ask_word, read_word),),
    dispute,
    allow=Permission.family,
    left=back_home,
)


@step(DisputeNote, allow=Permission.family)
async def start_disputing(turn: Turn, asked: DisputeNote) -> Reply:
    """Ask what is wrong. Refuses: NotFound, NotAllowed, NoteAnswered where she has answered."""
    found = await own_note(turn, asked.note_id)
    if found.state is not NoteState.open:
        raise NoteAnswered(found.state)
    return await DISPUTING.start(turn, Disputing(note_id=found.id))
