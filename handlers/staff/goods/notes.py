"""Notes as staff read them; and what is answered where a family says that one is wrong."""

from __future__ import annotations

from typing import Any

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.goods import ListNotes, SettleNote, ShowNote, StartNote
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow, both
from handlers.dialog.layout import short
from handlers.dialog.questions import question, words_of
from handlers.dialog.rendering import plain
from handlers.dialog.router import step, view
from handlers.dialog.speech import Choice, Exact, Phrase, Reply, Row, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK, back_to_desk
from handlers.staff.goods.overview import TITLE, TO_STOCK
from handlers.ui.board import board, leafing_rows
from handlers.ui.goods_notes import note_cards, note_text
from handlers.ui.labels import label_rows
from models.hall.note_answers import settle_note
from models.hall.note_queries import NoteBrief, note, notes_in
from models.hall.note_tables import NoteKind, NoteState
from models.hall.refusals import NoteAnswered
from models.people.access import Permission

PER_PAGE = 8
MOST_ANSWER = 300
WAITING = (NoteState.disputed, NoteState.open)
ANSWERS = ("corrected", "stands", "recounted")


@view(ListNotes, allow=Permission.catalogue)
async def list_notes(turn: Turn, asked: ListNotes) -> Reply:
    """The newest notes, or those that wait for an answer of staff or of their families."""
    state = NoteState(asked.state) if asked.state in WAITING else None
    page = await notes_in(turn.session, state, max(asked.page, 0), PER_PAGE)
    rows: list[Row] = [(Choice(note_label(each), ShowNote(each.id)),) for each in page.items]
    words = say(f"notes-{state or 'all'}") if rows else say("notes-none")
    ways = leafing_rows(page, lambda to: ListNotes(asked.state, to))
    return reply(
        board(turn, "catalogue", TITLE, words, *rows, *ways, (TO_STOCK, TO_DESK)), in_place=True
    )


def note_label(found: NoteBrief) -> Phrase:
    """A note's button: its number, kind and brand; a day too would have no room."""
    return say(
        "note-row",
        number=str(found.id),
        kind=say(f"note-kind-{found.kind}"),
        brand=short(found.brand_ar, found.brand_en, 24),
        sign=say(f"note-sign-{found.state}"),
    )


@view(ShowNote, allow=Permission.catalogue)
async def show_note(turn: Turn, asked: ShowNote) -> Reply:
    """The note with its picture. Refuses: NotFound."""
    return await note_reply(turn, asked.note_id)


async def note_reply(turn: Turn, note_id: int, done: Phrase | None = None) -> Reply:
    """A note, with the way to an answer where one is waited for."""
    found = await note(turn.session, note_id)
    text = note_text(found)
    rows: list[Row] = []
    if found.state is NoteState.disputed:
        rows.append((Choice(say("button-settle-note"), SettleNote(note_id)),))
        again = [
            Choice(say(f"button-start-{kind}"), StartNote(kind.value, found.family_id))
            for kind in (NoteKind.take_in, NoteKind.give_back)
        ]
        rows.append(tuple(again))
    rows += label_rows(found)
    rows.append((TO_STOCK, TO_DESK))
    text = text if done is None else both(done, text)
    return reply(*note_cards(found, turn.language, text, *rows))


class Settling(StateBase, frozen=True, kw_only=True, tag="settling-note.1"):
    """The answer to a family about one of her notes."""

    note_id: int
    word: str
    answer: str | None = None


def ask_answer(state: Settling) -> Phrase:
    """What the family says is wrong, and what is to be answered."""
    return say("note-ask-answer", number=Exact(str(state.note_id)), word=state.word)


async def read_answer(turn: Turn, _state: Any, said: What | Pick) -> str:
    """One of the usual answers in the words of the person's language, or own words."""
    if isinstance(said, Pick) and said.value in ANSWERS:
        return plain(say(f"note-answered-{said.value}"), turn.language)
    return words_of(said, MOST_ANSWER)


async def settle(turn: Turn, state: Settling) -> Reply:
    """Keep the answer, which the family hears. Refuses: NoteAnswered."""
    await settle_note(turn.acting, state.note_id, require_answer(state.answer))
    turn.leave()
    return await note_reply(turn, state.note_id, say("note-settled"))


SETTLING = Flow(
    Settling,
    (
        question(
            "answer",
            ask_answer,
            read_answer,
            options=[(say(f"note-answered-{key}"), key) for key in ANSWERS],
            per_row=1,
        ),
    ),
    settle,
    allow=Permission.catalogue,
    left=back_to_desk,
)


@step(SettleNote, allow=Permission.catalogue)
async def start_settling(turn: Turn, asked: SettleNote) -> Reply:
    """Ask for the answer. Refuses: NotFound, NoteAnswered."""
    found = await note(turn.session, asked.note_id)
    if found.state is not NoteState.disputed:
        raise NoteAnswered(found.state)
    return await SETTLING.start(turn, Settling(note_id=found.id, word=found.word[:200]))
