"""A note, question by question: whose goods, which and how many, why; then all of it at once."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.catalogue import AddProduct
from handlers.dialog.actions.goods import ShowStock, StartNote
from handlers.dialog.drafts import answers_of_draft, keep_draft
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import Flow, both
from handlers.dialog.layout import short
from handlers.dialog.parsing import read_count
from handlers.dialog.parsing_counts import read_quantity
from handlers.dialog.questions import question, said_text, words_of
from handlers.dialog.router import ROUTES, step
from handlers.dialog.speech import (
    Ask,
    Choice,
    Name,
    Reply,
    Said,
    What,
    reply,
    say,
)
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import back_to_desk
from handlers.staff.desk.family_question import family_question
from handlers.staff.desk.new_goods import NewGoods, comes_onto_note
from handlers.staff.goods.booking import book
from handlers.staff.goods.noted import NotedLine, Noting, next_uncounted, put_line, things_for
from handlers.staff.goods.noting_cards import (
    DROP,
    NEW,
    STOP,
    ask_family,
    ask_lines,
    ask_pieces,
    ask_reason,
    ask_summary,
    chosen_of,
    objection,
    objections,
)
from handlers.staff.goods.typed_lines import MOST_PIECES, read_lines
from handlers.ui.goods_notes import written_off_words
from models.hall.note_tables import NoteKind
from models.hall.notes import WHY_WRITTEN_OFF
from models.hall.stocked_things import StockedThing
from models.kernel.refusals import NotFound
from models.messaging.form_drafts import draft_of
from models.people.access import Permission
from models.products.brands import family
from models.products.tables import Package

MOST_REASON = 200
MOST_LINES = 300
"""On one note, which is shown in several pictures then."""
TO_STOCK = Choice(say("button-stock"), ShowStock())
change = msgspec.structs.replace


def whose() -> Question[Any]:
    """Whose goods; the brand's name is kept with the answer."""
    asked = family_question(ask_family)

    async def take(turn: Turn, state: Noting, said: What | Pick) -> Noting | Reply:
        taken = await asked.take(turn, state, said)
        return taken if isinstance(taken, Reply) else await with_brand(turn, taken)

    return replace(asked, take=take)


async def with_brand(turn: Turn, state: Noting) -> Noting:
    """The state with the name of its brand. Refuses: NotFound."""
    found = await family(turn.session, int(state.family or 0))
    return change(state, brand_ar=found.brand_ar, brand_en=found.brand_en)


async def take_lines(turn: Turn, state: Noting, said: What | Pick) -> Noting | Reply:
    """A thing to be counted, another page, lines that were typed, or that these are all.

    Of a product that is not there yet: the questions about it.
    """
    things = await things_for(turn, state)
    state = change(state, option=0)  # one that was gone back from is not asked about again
    if isinstance(said, Said):
        return take_typed(state, things, said.text)
    value = said.value if isinstance(said, Pick) else ""
    if value == "done" and state.lines:
        return change(state, listed=True)
    if value == NEW and state.about is NoteKind.take_in:
        return await begin_product(turn, state)
    if value == "onward" and state.counts:
        return change(state, onward=True, option=next_uncounted(state, things))
    kind, _, number = value.partition(":")
    at = read_count(number, 10**12)
    if kind == "p" and at is not None:
        return change(state, page=at)
    if kind == "o" and at in {thing.option_id for thing in things}:
        return change(state, option=at or 0)
    raise Unclear(say("question-choose"))


async def begin_product(turn: Turn, state: Noting) -> Reply:
    """Put the note aside and ask for a product of its family, which comes back onto it."""
    draft_id = await keep_draft(turn, state)
    wanted = AddProduct(int(state.family or 0), draft_id)
    asked = await ROUTES[AddProduct].answer(turn, wanted)
    *before, last = asked.cards
    words = both(say("noting-new-product"), last.text)
    return reply(*before, change(last, text=words))


@comes_onto_note
async def put_on_note(turn: Turn, draft_id: int, new: NewGoods | None) -> Reply | None:
    """Go on with the note, with the new goods on it; None where it is another one by now."""
    draft = await draft_of(turn.session, draft_id)
    state = None if draft is None else answers_of_draft(draft)
    if not isinstance(state, Noting) or state.about is not NoteKind.take_in:
        return None
    if new is None:
        return await NOTING.resume(turn, state)
    for part in new.goods:
        state = put_line(state, NotedLine(part.option_id, part.quantity))
    if state.family != str(new.family_id) or len(state.lines) > MOST_LINES:
        return None
    at_lines = change(state, at="lines", listed=None, verdict=None, option=0, page=0)
    asked = await NOTING.resume(turn, at_lines)
    *before, last = asked.cards
    words = both(say("noting-product-on-note"), last.text)
    return reply(*before, change(last, text=words))


def take_typed(state: Noting, things: Sequence[StockedThing], text: str) -> Noting:
    """The state with the lines that were typed, or with the one thing that was named chosen."""
    typed = read_lines(text, things)
    if len(typed) == 1 and typed[0].pieces is None:
        return change(state, option=typed[0].thing.option_id)
    for thing, pieces in typed:
        check_pieces(state, thing, pieces or 0)
        state = put_line(state, NotedLine(thing.option_id, pieces or 0, thing.expected))
    check_room(state)
    return state


def check_room(state: Noting) -> None:
    """Raise Unclear where more lines are on it than a note has room for."""
    if len(state.lines) > MOST_LINES and not state.package:
        raise Unclear(say("noting-full", most=str(MOST_LINES)))


def check_pieces(state: Noting, thing: StockedThing, pieces: int) -> None:
    """Raise Unclear where so many of it can not be booked."""
    why = objection(state, thing, pieces)
    if why is not None:
        raise Unclear(why)


async def take_pieces(turn: Turn, state: Noting, said: What | Pick) -> Noting | Reply:
    """The line with so many pieces; then the list again, or the next thing line by line.

    Of a thing of which nothing can be noted any more: the list again, and why.
    """
    if isinstance(said, Pick) and said.value == STOP:
        return change(state, option=0, onward=False)
    thing = chosen_of(state, await things_for(turn, state))
    if thing is None:
        before = tuple(takewhile(lambda at: at != "lines", state.path))
        listed = change(state, option=0, onward=False, at="lines", path=before)
        return await NOTING.ask_again(turn, listed, say("noting-thing-gone"))
    typed = said.value if isinstance(said, Pick) else said_text(said)
    pieces = read_quantity(typed, MOST_PIECES)
    if pieces is None or (not pieces and isinstance(said, Said) and not state.counts):
        raise Unclear(say("question-count", least="1", most=str(MOST_PIECES)))
    check_pieces(state, thing, pieces)
    noted = put_line(state, NotedLine(thing.option_id, pieces, thing.expected))
    check_room(noted)
    following = next_uncounted(noted, await things_for(turn, noted)) if state.onward else 0
    return change(noted, option=following, onward=bool(following))


async def read_reason(_turn: Turn, _state: Noting, said: What | Pick) -> str:
    """A reason that was pressed, or own words."""
    if isinstance(said, Pick) and said.value in WHY_WRITTEN_OFF:
        return said.value
    return words_of(said, MOST_REASON)


async def take_summary(turn: Turn, state: Noting, said: What | Pick) -> Noting:
    """Booked, more lines, or without the lines amiss; raises Unclear where there are some."""
    value = said.value if isinstance(said, Pick) else ""
    amiss = objections(state, await things_for(turn, state))
    if value == "book" and amiss:
        raise Unclear(say("noting-shelf-changed"))
    if value == "book":
        return change(state, verdict=value)
    if value == DROP:
        kept = tuple(line for line in state.lines if line.option_id not in amiss)
        return change(state, lines=kept, listed=state.listed if kept else None, page=0)
    if value == "change":
        return change(state, listed=None, page=0)
    raise Unclear(say("question-choose"))


def brand_in(state: Noting) -> Name | None:
    """Whose goods it is about, once that is known."""
    return short(state.brand_ar, state.brand_en) if state.brand_ar or state.brand_en else None


REASONS = tuple((written_off_words(key), key) for key in WHY_WRITTEN_OFF)
QUESTIONS: tuple[Question[Any], ...] = (
    whose(),
    Question(
        "pieces",
        ask_pieces,
        take_pieces,
        lambda state: state.option != 0,
        lambda state: state.option != 0,
        Ask.text,
    ),
    Question("lines", ask_lines, take_lines, lambda state: not state.listed, prompt=Ask.text),
    question(
        "reason",
        ask_reason,
        read_reason,
        options=REASONS,
        per_row=1,
        applies=lambda state: state.about is NoteKind.write_off,
    ),
    Question("summary", ask_summary, take_summary, lambda state: not state.verdict),
)
NOTING = Flow(
    Noting,
    QUESTIONS,
    book,
    allow=Permission.catalogue,
    keep=say("draft-note"),
    about=brand_in,
    left=back_to_desk,
)


@step(StartNote, allow=Permission.catalogue)
async def start_note(turn: Turn, asked: StartNote) -> Reply:
    """Begin a note. Refuses: NotFound for a kind, family or package that is not there.

    One that is half filled is put aside as a draft.
    """
    if asked.kind not in tuple(NoteKind) or asked.package not in ("", *Package):
        raise NotFound("note")
    new = Noting(kind=asked.kind, token=secrets.token_urlsafe(9), package=asked.package)
    if asked.package:
        new = change(new, family="")
    elif asked.family_id:
        new = await with_brand(turn, change(new, family=str(asked.family_id)))
    if isinstance(turn.state, Noting):
        return await NOTING.begin_beside(turn, turn.state, new)
    return await NOTING.start(turn, new)
