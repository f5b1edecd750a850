"""What came back and is to be looked at: the list, one entry, and what became of it."""

from __future__ import annotations

from typing import Any

from handlers.dialog.about_order import AboutOrder
from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.actions.returns import InspectAll, ListToInspect, ShowToInspect, StartInspect
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import Flow
from handlers.dialog.layout import short
from handlers.dialog.parsing_counts import read_quantity
from handlers.dialog.questions import Asked, question, said_text
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Choice, Exact, Phrase, Reply, What, When, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.ui.board import board, leafing_rows
from handlers.ui.order_lines import Line, thing_words
from models.kernel.money import NOTHING
from models.kernel.refusals import AlreadyInspected, NotFound
from models.orders.inspecting import ToInspect, inspect_returned, one_to_inspect, to_inspect
from models.orders.returns import Disposition
from models.people.access import Permission

PER_PAGE = 6
NAME, OPTION, BRAND = 24, 12, 40
MOST_FIGURES = 10
ONE_TAP = (Disposition.shelf, Disposition.unsellable, Disposition.missing)


@view(ListToInspect, allow=Permission.orders)
async def list_to_inspect(turn: Turn, asked: ListToInspect) -> Reply:
    """What waits to be looked at; a page beyond the last shows the first."""
    return reply(await list_card(turn, asked.page), in_place=True)


async def list_card(turn: Turn, at: int = 0) -> Card:
    """A page of what waits to be looked at, the oldest first."""
    page = await to_inspect(turn.session, max(at, 0), PER_PAGE)
    if at > 0 and not page.items:
        page = await to_inspect(turn.session, 0, PER_PAGE)
    entries = [(Choice(entry_label(entry), ShowToInspect(entry.id)),) for entry in page.items]
    words = say("inspecting-list" if page.items else "inspecting-none")
    rows = (*entries, *leafing_rows(page, ListToInspect), (TO_DESK,))
    return board(turn, "deliveries", say("inspecting-title"), words, *rows)


def entry_label(entry: ToInspect) -> Phrase:
    """An entry on a button: what, how many, and of which order."""
    thing, count = thing_of(entry, NAME, OPTION), str(entry.quantity)
    return say("inspecting-entry", thing=thing, count=count, number=Exact(entry.number))


def thing_of(entry: ToInspect, name: int = 60, option: int = 30) -> Phrase:
    """The name of what came back, cut."""
    names = short(entry.name_ar, entry.name_en, name)
    labels = short(entry.label_ar, entry.label_en, option)
    return thing_words(Line(names.ar, names.en, labels.ar, labels.en, entry.quantity, NOTHING))


@view(ShowToInspect, allow=Permission.orders)
async def show_to_inspect(turn: Turn, asked: ShowToInspect) -> Reply:
    """One entry with what may become of it. Refuses: NotFound."""
    entry = await one_to_inspect(turn.session, asked.returned_id)
    if entry.decided_at is not None:
        return already_reply(await list_card(turn))
    return reply(entry_card(turn, entry), in_place=True)


def entry_card(turn: Turn, entry: ToInspect) -> Card:
    """The entry: thing, pieces, order, whose it is, who had it, and since when it waits."""
    carrier = say("inspecting-carrier", name=entry.carrier) if entry.carrier else say("no-words")
    words = say(
        "inspecting-one",
        thing=thing_of(entry),
        count=str(entry.quantity),
        number=Exact(entry.number),
        brand=short(entry.brand_ar, entry.brand_en, BRAND),
        at=When(entry.at),
        carrier=carrier,
    )
    one_tap = [
        (Choice(say(f"button-inspect-{fate}"), InspectAll(entry.id, fate)),) for fate in ONE_TAP
    ]
    if entry.quantity > 1:
        one_tap.append((Choice(say("button-inspect-some"), StartInspect(entry.id)),))
    order = Choice(say("button-this-order"), ManageOrder(entry.order_id))
    back = Choice(say("button-inspect-list"), ListToInspect())
    return board(turn, "deliveries", say("inspecting-title"), words, *one_tap, (order, back))


def already_reply(listed: Card) -> Reply:
    """Say that somebody else was faster, with what still waits."""
    return reply(listed, in_place=True, notice=say("refused-already-inspected"))


@step(InspectAll, allow=Permission.orders)
async def inspect_all(turn: Turn, asked: InspectAll) -> Reply:
    """All pieces of the entry are that; it is said, and what waits is shown. Refuses: NotFound."""
    entry = await one_to_inspect(turn.session, asked.returned_id)
    fate = next((fate for fate in ONE_TAP if fate == asked.fate), None)
    if fate is None:
        raise NotFound("fate")
    try:
        await inspect_returned(turn.acting, entry.id, {fate: entry.quantity}, turn.terms)
    except AlreadyInspected:
        return already_reply(await list_card(turn))
    return reply(await list_card(turn), in_place=True, notice=say(f"inspected-{fate}"))


class Inspecting(AboutOrder, frozen=True, kw_only=True, tag="inspect-returned.2"):
    """Several pieces of one thing of which not all are alike; what is in neither is missing.

    The order is called by that thing.
    """

    returned_id: int
    most: int
    shelf: int | None = None
    unsellable: int | None = None


def pieces_question(at: str, ask: Asked) -> Question[Any]:
    """How many of the pieces that are left to be told of are that; asked while any is left."""

    def pieces_left(state: Inspecting) -> int:
        return state.most if at == "shelf" else state.most - (state.shelf or 0)

    async def read(_turn: Turn, state: Inspecting, said: What | Pick) -> int:
        typed = said.value if isinstance(said, Pick) else said_text(said)
        number = read_quantity(typed, pieces_left(state))
        if number is None:
            raise Unclear(say("question-count", least="0", most=str(pieces_left(state))))
        return number

    async def figures(_turn: Turn, state: Inspecting) -> list[tuple[Phrase, str]]:
        shown = range(min(pieces_left(state), MOST_FIGURES) + 1)
        return [(say("answer", answer=str(number)), str(number)) for number in shown]

    return question(
        at, ask, read, options=figures, per_row=5, applies=lambda state: pieces_left(state) > 0
    )


async def inspect_some(turn: Turn, state: Inspecting) -> Reply:
    """Write down how many are what; say it, with what still waits."""
    shelf, spoiled = require_answer(state.shelf), state.unsellable or 0
    missing = state.most - shelf - spoiled
    counts = {
        Disposition.shelf: shelf,
        Disposition.unsellable: spoiled,
        Disposition.missing: missing,
    }
    turn.leave()
    try:
        await inspect_returned(turn.acting, state.returned_id, counts, turn.terms)
    except AlreadyInspected:
        words = say("refused-already-inspected")
    else:
        words = say("inspected-some", shelf=shelf, unsellable=spoiled, missing=missing)
    return reply(Card(text=words), await list_card(turn))


async def left_alone(turn: Turn, state: Inspecting) -> Reply:
    """Nothing was decided: the entry as it stands."""
    entry = await one_to_inspect(turn.session, state.returned_id)
    return reply(Card(text=say("form-left")), entry_card(turn, entry))


INSPECTING = Flow(
    Inspecting,
    (
        pieces_question("shelf", lambda state: say("inspecting-ask-shelf", count=state.most)),
        pieces_question(
            "unsellable",
            lambda state: say("inspecting-ask-unsellable", count=state.most - state.shelf),
        ),
    ),
    inspect_some,
    allow=Permission.orders,
    left=left_alone,
)


@step(StartInspect, allow=Permission.orders)
async def start_inspect(turn: Turn, asked: StartInspect) -> Reply:
    """Ask how many of the entry's pieces are on sale again. Refuses: NotFound."""
    entry = await one_to_inspect(turn.session, asked.returned_id)
    if entry.decided_at is not None:
        return already_reply(await list_card(turn))
    state = Inspecting(
        order_id=entry.order_id,
        number=entry.number,
        named_by=thing_of(entry, NAME, OPTION),
        returned_id=entry.id,
        most=entry.quantity,
    )
    return await INSPECTING.start(turn, state)
