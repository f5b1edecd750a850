"""A note, question by question: whose goods, which and how many, why; then all of it at once."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.catalogue import AddProduct
from handlers.dialog.actions.goods import ShowStock, StartNote
from handlers.dialog.drafts import answers_of_draft, keep_draft
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import Flow, both, pick
from handlers.dialog.layout import in_rows, short
from handlers.dialog.parsing import read_count
from handlers.dialog.parsing_counts import read_quantity
from handlers.dialog.questions import question, said_text, words_of
from handlers.dialog.router import ROUTES, step
from handlers.dialog.speech import (
    Ask,
    Card,
    Choice,
    Lines,
    Name,
    Phrase,
    Reply,
    Row,
    Said,
    Weight,
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
from handlers.staff.goods.typed_lines import MOST_PIECES, example_of, read_lines
from handlers.ui.goods_notes import (
    differs_words,
    option_words,
    pieces_words,
    written_off_words,
)
from handlers.ui.order_lines import paragraphs
from models.hall.note_tables import NoteKind
from models.hall.notes import WHY_WRITTEN_OFF
from models.hall.stocked_things import StockedThing
from models.kernel.refusals import NotFound
from models.messaging.form_drafts import draft_of
from models.people.access import Permission
from models.products.brands import family
from models.products.tables import Package

PER_PAGE = 8
MOST_REASON = 200
MOST_LINES = 300
"""On one note, which is shown in several pictures then."""
MOST_SHOWN = 30
TAPPED: tuple[int, ...] = (1, 2, 3, 5, 10, 12, 15, 20, 24, 30, 40, 50)
NAME = 36
ON_BUTTON = 24, 16
"""So much of a name and of an option has room on a button beside the pieces."""
TO_STOCK = Choice(say("button-stock"), ShowStock())
NEW = "new"
change = msgspec.structs.replace


def ask_family(state: Noting) -> Phrase:
    """Whose goods it is about, and among which brands."""
    if state.sought:
        return say("adding-ask-which-family", words=state.sought)
    return say(f"noting-family-{state.kind}")


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


def thing_words(thing: StockedThing) -> Phrase:
    """A thing by its name."""
    return option_words((thing.name_ar, thing.name_en), (thing.label_ar, thing.label_en), NAME)


def thing_label(state: Noting, thing: StockedThing) -> Phrase:
    """The button of a thing: what is noted of it, else what lies there."""
    names, labels = (thing.name_ar, thing.name_en), (thing.label_ar, thing.label_en)
    words = option_words(names, labels, *ON_BUTTON)
    line = state.line_of(thing.option_id)
    if line is not None:
        return say("noting-thing-noted", thing=words, pieces=str(line.pieces))
    there = thing.expected if state.counts else thing.on_hand
    return say("noting-thing", thing=words, left=str(there))


def noted_words(state: Noting, things: Sequence[StockedThing]) -> list[Phrase]:
    """The lines of the note so far, in the order in which they came."""
    by_id = {thing.option_id: thing for thing in things}
    return [
        noted_line(state, line, by_id[line.option_id])
        for line in state.lines
        if line.option_id in by_id
    ]


def noted_line(state: Noting, line: NotedLine, thing: StockedThing) -> Phrase:
    """One line: what and how many; of a count also what differs."""
    words = say("note-line", thing=thing_words(thing), pieces=pieces_words(line.pieces))
    differs = line.pieces - line.expected
    if not state.counts or not differs:
        return words
    return say("note-line-differs", line=words, differs=differs_words(differs))


async def ask_lines(turn: Turn, state: Noting) -> Card:
    """What is on the note so far, and what can be put on it."""
    things = await things_for(turn, state)
    last = max(0, len(things) - 1) // PER_PAGE
    page = min(state.page, last)
    shown = things[page * PER_PAGE : (page + 1) * PER_PAGE]
    rows: list[Row] = [
        (pick(turn, thing_label(state, thing), f"o:{thing.option_id}"),) for thing in shown
    ]
    leaf = []
    if page:
        leaf.append(pick(turn, say("button-previous"), f"p:{page - 1}"))
    if page < last:
        leaf.append(pick(turn, say("button-next"), f"p:{page + 1}"))
    rows.append(tuple(leaf))
    if state.counts and next_uncounted(state, things):
        rows.append((pick(turn, say("button-line-by-line"), "onward"),))
    if state.about is NoteKind.take_in:
        rows.append((pick(turn, say("button-new-product"), NEW),))
    if state.lines:
        rows.append((pick(turn, say("button-note-done"), "done", Weight.heavy),))
    noted = noted_words(state, things)
    head = say(f"noting-lines-{state.kind}" if things else f"noting-nothing-{state.kind}")
    if things and state.about is NoteKind.take_in:
        head = both(head, example_of(things, NAME))
    text = both(head, say("note-lines", list=Lines(tuple(noted[-12:])))) if noted else head
    return Card(text=text, choices=tuple(row for row in rows if row), ask=Ask.text)


async def take_lines(turn: Turn, state: Noting, said: What | Pick) -> Noting | Reply:
    """A thing to be counted, another page, lines that were typed, or that these are all.

    Of a product that is not there yet: the questions about it.
    """
    things = await things_for(turn, state)
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
    """Raise Unclear where more are to leave the shelf than lie there."""
    leaves = state.about in (NoteKind.give_back, NoteKind.write_off)
    if leaves and pieces > thing.on_hand:
        raise Unclear(
            say("noting-only-left", thing=thing_words(thing), left=pieces_words(thing.on_hand))
        )


async def ask_pieces(turn: Turn, state: Noting) -> Card:
    """How many pieces of the chosen thing."""
    thing = await thing_chosen(turn, state)
    figures, name, left = TAPPED, thing_words(thing), pieces_words(thing.on_hand)
    if state.counts:
        figures = (0, *(each for each in TAPPED if each < thing.expected))[-9:]
        ask = say(
            "noting-how-many-lie", thing=thing_words(thing), expected=pieces_words(thing.expected)
        )
    elif state.about is NoteKind.take_in:
        ask = say(
            "noting-how-many-come", thing=thing_words(thing), left=pieces_words(thing.on_hand)
        )
    else:
        figures = tuple(each for each in TAPPED if each < thing.on_hand)
        ask = say("noting-how-many-go", thing=name, left=left)
    rows = list(in_rows([pick(turn, say("answer", answer=str(n)), str(n)) for n in figures], 4))
    if state.counts:
        all_there = say("button-as-booked", count=str(thing.expected))
        rows.insert(0, (pick(turn, all_there, str(thing.expected), Weight.heavy),))
    elif state.about is not NoteKind.take_in:
        rows.append(
            (pick(turn, say("button-all-of-it", count=str(thing.on_hand)), str(thing.on_hand)),)
        )
    if state.line_of(thing.option_id) is not None and not state.counts:
        rows.append((pick(turn, say("button-drop-line"), "0", Weight.taking),))
    if state.onward:
        rows.append((pick(turn, say("button-enough-counted"), "stop"),))
    return Card(text=ask, choices=tuple(rows), ask=Ask.text)


async def take_pieces(turn: Turn, state: Noting, said: What | Pick) -> Noting:
    """The line with so many pieces; then the list again, or the next thing line by line."""
    if isinstance(said, Pick) and said.value == "stop":
        return change(state, option=0, onward=False)
    thing = await thing_chosen(turn, state)
    typed = said.value if isinstance(said, Pick) else said_text(said)
    pieces = read_quantity(typed, MOST_PIECES)
    if pieces is None or (not pieces and isinstance(said, Said) and not state.counts):
        raise Unclear(say("question-count", least="1", most=str(MOST_PIECES)))
    check_pieces(state, thing, pieces)
    noted = put_line(state, NotedLine(thing.option_id, pieces, thing.expected))
    check_room(noted)
    following = next_uncounted(noted, await things_for(turn, noted)) if state.onward else 0
    return change(noted, option=following, onward=bool(following))


async def thing_chosen(turn: Turn, state: Noting) -> StockedThing:
    """The thing that pieces are asked of. Refuses: NotFound where it is none any more."""
    for thing in await things_for(turn, state):
        if thing.option_id == state.option:
            return thing
    raise NotFound("option")


def ask_reason(_state: Noting) -> Phrase:
    """Why goods are written off."""
    return say("noting-ask-reason")


async def read_reason(_turn: Turn, _state: Noting, said: What | Pick) -> str:
    """A reason that was pressed, or own words."""
    if isinstance(said, Pick) and said.value in WHY_WRITTEN_OFF:
        return said.value
    return words_of(said, MOST_REASON)


async def ask_summary(turn: Turn, state: Noting) -> Card:
    """The whole note, before it is booked."""
    things = await things_for(turn, state)
    pieces = sum(line.pieces for line in state.lines)
    noted = noted_words(state, things)
    if state.counts:
        noted = differing(state, things) or [say("noting-all-as-booked")]
    head = say(f"noting-summary-{state.kind}", things=str(len(state.lines)), pieces=str(pieces))
    more = len(noted) - MOST_SHOWN
    shown = [*noted[:MOST_SHOWN], *([say("lines-more", count=more)] if more > 0 else [])]
    parts = [head, say("note-lines", list=Lines(tuple(shown)))]
    if state.reason and state.about is NoteKind.write_off:
        parts.append(say("note-why", reason=written_off_words(state.reason)))
    rows: tuple[Row, ...] = (
        (pick(turn, say(f"button-book-{state.kind}"), "book", Weight.heavy),),
        (pick(turn, say("button-change-lines"), "change"),),
    )
    return Card(text=paragraphs(*parts), choices=rows)


def differing(state: Noting, things: Sequence[StockedThing]) -> list[Phrase]:
    """The lines of a count that differ from the books."""
    by_id = {thing.option_id: thing for thing in things}
    return [
        noted_line(state, line, by_id[line.option_id])
        for line in state.lines
        if line.pieces != line.expected and line.option_id in by_id
    ]


async def take_summary(_turn: Turn, state: Noting, said: What | Pick) -> Noting:
    """Booked, or more lines."""
    value = said.value if isinstance(said, Pick) else ""
    if value == "book":
        return change(state, verdict=value)
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
