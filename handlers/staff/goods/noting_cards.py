"""What a note asks while it is filled in: the things on it, how many of each, and all at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.dialog.forms import both, pick
from handlers.dialog.layout import in_rows
from handlers.dialog.speech import Ask, Card, Lines, Phrase, Row, Weight, say
from handlers.dialog.turn import Turn
from handlers.staff.goods.noted import NotedLine, Noting, fits, next_uncounted, things_for
from handlers.staff.goods.typed_lines import example_of
from handlers.ui.goods_notes import differs_words, option_words, pieces_words, written_off_words
from handlers.ui.order_lines import paragraphs
from models.hall.note_tables import NoteKind
from models.hall.stocked_things import StockedThing

PER_PAGE = 8
MOST_SHOWN = 30
TAPPED: tuple[int, ...] = (1, 2, 3, 5, 10, 12, 15, 20, 24, 30, 40, 50)
NAME = 36
ON_BUTTON = 24, 16
"""So much of a name and of an option has room on a button beside the pieces."""
NEW, STOP, DROP = "new", "stop", "drop"
"""What a new product, going back to the things, and dropping the lines amiss are pressed as."""


def ask_family(state: Noting) -> Phrase:
    """Whose goods it is about, and among which brands."""
    if state.sought:
        return say("adding-ask-which-family", words=state.sought)
    return say(f"noting-family-{state.kind}")


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


async def ask_pieces(turn: Turn, state: Noting) -> Card:
    """How many pieces of the chosen thing; of one that is gone meanwhile, that it is."""
    things = await things_for(turn, state)
    thing = chosen_of(state, things)
    if thing is None:
        back = pick(turn, say("button-enough-counted"), STOP)
        return Card(text=say("noting-thing-gone"), choices=((back,),), ask=Ask.text)
    rows = list(figures(turn, state, thing))
    if state.line_of(thing.option_id) is not None and not state.counts:
        rows.append((pick(turn, say("button-drop-line"), "0", Weight.taking),))
    if state.onward:
        rows.append((pick(turn, say("button-enough-counted"), STOP),))
    return Card(text=how_many(state, thing), choices=tuple(rows), ask=Ask.text)


def how_many(state: Noting, thing: StockedThing) -> Phrase:
    """How many pieces of it, beside what is booked or lies there."""
    name, left = thing_words(thing), pieces_words(thing.on_hand)
    match state.about:
        case NoteKind.counted:
            return say("noting-how-many-lie", thing=name, expected=pieces_words(thing.expected))
        case NoteKind.take_in:
            return say("noting-how-many-come", thing=name, left=left)
        case _:
            return say("noting-how-many-go", thing=name, left=left)


def figures(turn: Turn, state: Noting, thing: StockedThing) -> Iterator[Row]:
    """The numbers that are tapped, and all of what is booked or lies there as one."""
    shown = TAPPED
    if state.counts:
        shown = (0, *(each for each in TAPPED if each < thing.expected))[-9:]
        as_booked = say("button-as-booked", count=str(thing.expected))
        yield (pick(turn, as_booked, str(thing.expected), Weight.heavy),)
    elif state.about is not NoteKind.take_in:
        shown = tuple(each for each in TAPPED if each < thing.on_hand)
    yield from in_rows([pick(turn, say("answer", answer=str(n)), str(n)) for n in shown], 4)
    if state.leaves and thing.on_hand:
        everything = say("button-all-of-it", count=str(thing.on_hand))
        yield (pick(turn, everything, str(thing.on_hand)),)


def chosen_of(state: Noting, things: Sequence[StockedThing]) -> StockedThing | None:
    """The thing that pieces are asked of; None where nothing can be noted of it any more."""
    thing = next((each for each in things if each.option_id == state.option), None)
    if thing is None or state.line_of(thing.option_id) or fits(state, thing):
        return thing
    return None


def ask_reason(_state: Noting) -> Phrase:
    """Why goods are written off."""
    return say("noting-ask-reason")


async def ask_summary(turn: Turn, state: Noting) -> Card:
    """The whole note, before it is booked."""
    things = await things_for(turn, state)
    there = {thing.option_id for thing in things}
    pieces = [line.pieces for line in state.lines if line.option_id in there]
    noted = noted_words(state, things)
    if state.counts:
        noted = differing(state, things) or [say("noting-all-as-booked")]
    head = say(f"noting-summary-{state.kind}", things=str(len(pieces)), pieces=str(sum(pieces)))
    more = len(noted) - MOST_SHOWN
    shown = [*noted[:MOST_SHOWN], *([say("lines-more", count=more)] if more > 0 else [])]
    parts = [head, say("note-lines", list=Lines(tuple(shown)))]
    amiss = objections(state, things)
    if amiss:
        parts.append(say("note-lines", list=Lines(tuple(amiss.values())[:MOST_SHOWN])))
    if state.reason and state.about is NoteKind.write_off:
        parts.append(say("note-why", reason=written_off_words(state.reason)))
    onward = (
        pick(turn, say("button-drop-amiss"), DROP)
        if amiss
        else pick(turn, say(f"button-book-{state.kind}"), "book", Weight.heavy)
    )
    rows: tuple[Row, ...] = (
        (onward,),
        (pick(turn, say("button-change-lines"), "change"),),
    )
    return Card(text=paragraphs(*parts), choices=rows)


def objection(state: Noting, thing: StockedThing, pieces: int) -> Phrase | None:
    """Why so many of it can not be booked: fewer lie there than are to leave, or it is off sale."""
    if state.leaves and pieces > thing.on_hand:
        left = pieces_words(thing.on_hand)
        return say("noting-only-left", thing=thing_words(thing), left=left)
    if state.about is NoteKind.take_in and pieces and thing.withdrawn:
        return say("noting-off-sale", thing=thing_words(thing))
    return None


def objections(state: Noting, things: Sequence[StockedThing]) -> dict[int, Phrase]:
    """By their options, the lines that can not be booked any more, and why.

    A thing that is not among them is another family's by now, or is made to order.
    """
    there = {thing.option_id: thing for thing in things}
    found: dict[int, Phrase] = {}
    for line in state.lines:
        thing = there.get(line.option_id)
        gone = say("noting-line-gone", pieces=pieces_words(line.pieces))
        why = gone if thing is None else objection(state, thing, line.pieces)
        if why is not None:
            found[line.option_id] = why
    return found


def differing(state: Noting, things: Sequence[StockedThing]) -> list[Phrase]:
    """The lines of a count that differ from the books."""
    by_id = {thing.option_id: thing for thing in things}
    return [
        noted_line(state, line, by_id[line.option_id])
        for line in state.lines
        if line.pieces != line.expected and line.option_id in by_id
    ]
