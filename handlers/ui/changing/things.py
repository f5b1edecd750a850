"""What an order holds is changed: fewer, more, another option or thing; then what it costs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import FLOWS, Flow, pick
from handlers.dialog.layout import in_rows
from handlers.dialog.questions import said_text
from handlers.dialog.refusals import phrase_of, word_refusal
from handlers.dialog.speech import Ask, Card, Choice, Phrase, Reply, Said, What, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.changed_lines import changed_words
from handlers.ui.changing.draft import (
    ThingsState,
    change_of,
    changes_something,
    with_more,
    with_option,
    with_pieces,
)
from handlers.ui.changing.rows_card import (
    PER_PAGE,
    checked_preview,
    item_label,
    preview_to_be_had,
    rows_card,
)
from handlers.ui.changing.sides import Side, shown_anew
from handlers.ui.changing.steps import ADD, DONE, OPTION, PAGE
from handlers.ui.changing.totals import sure_question
from handlers.ui.order_lines import paragraphs
from models.kernel.refusals import Refusal
from models.orders.carts import CartItem
from models.orders.change_kinds import More
from models.orders.change_preview import Preview
from models.orders.checkout import line_view
from models.orders.items_now import items_now, items_of
from models.products.search.queries import find_products

FOUND, MOST_OPTIONS = 6, 12


def things_flow(side: Side, kind: type[ThingsState]) -> Flow[Any]:
    """Asks what the order is to hold, shows what that costs, and does it.

    What was sold out meanwhile, or is refused for another reason, leads back to the rows.
    """

    async def finish(turn: Turn, state: ThingsState) -> Reply:
        change = change_of(state, await side.read(turn, state.order_id))

        async def anew() -> Reply:
            return await shown_anew(turn, flow, state)

        try:
            return await side.carry_out(turn, state, change, anew)
        except Refusal as refusal:
            chosen = msgspec.structs.replace(state, at="rows", path=(), step="", sure=None)
            return await rows_again(turn, side, chosen, refusal)

    # What a step asks comes before the rows, which are asked whenever no step is taken.
    questions = (
        option_question(side),
        thing_question(side),
        sure_question(side, change_of, what_changes, applies=lambda state: state.step == DONE),
        rows_question(side),
    )
    flow: Flow[Any] = Flow(kind, questions, finish, allow=side.allow, left=side.leave)
    return flow


def rows_question(side: Side) -> Question[Any]:
    """Every row with fewer, more and another option; something else; and that this is all."""

    async def ask(turn: Turn, state: ThingsState) -> Card:
        return await rows_card(turn, side, state)

    async def take(turn: Turn, state: ThingsState, said: What | Pick) -> ThingsState | Reply:
        step, at, pieces = read_step(said)
        if step in (ADD, DONE):
            return msgspec.structs.replace(state, step=step, found=(), sure=None)
        if step == PAGE:
            return await show_again(turn, msgspec.structs.replace(state, page=at))
        if not 0 <= at < len(state.rows):
            raise Unclear(say("question-choose"))
        if step == OPTION:
            return msgspec.structs.replace(state, step=OPTION, row=at)
        rows = with_pieces(state.rows, at, pieces)
        changed = msgspec.structs.replace(state, rows=rows, step="")
        await require_to_be_had(turn, side, state, changed)
        return await show_again(turn, changed)

    return Question("rows", ask, take, lambda state: state.sure is None)


async def rows_again(turn: Turn, side: Side, state: ThingsState, refusal: Refusal) -> Reply:
    """What was agreed to is refused after all: the rows, to choose anew, and why."""
    turn.enter(state)
    try:
        await checked_preview(turn, side, state)
    except Refusal:  # the card of the rows says why
        return Reply(cards=(await FLOWS[type(state)].card(turn, state),))
    return await word_refusal(turn, refusal)


def read_step(said: What | Pick) -> tuple[str, int, int]:
    """What was pressed: a step, or a row (`2:3`: row 2 with 3 pieces); raises Unclear."""
    step, _, rest = said.value.partition(":") if isinstance(said, Pick) else ("", "", "")
    if step in (ADD, DONE):
        return step, 0, 0
    if step in (OPTION, PAGE) and rest.isdecimal():
        return step, int(rest), 0
    if step.isdecimal() and rest.isdecimal():
        return "", int(step), int(rest)
    raise Unclear(say("question-choose"))


async def show_again(turn: Turn, state: ThingsState) -> Reply:
    """The question as it is now, in the place of what was pressed."""
    turn.enter(state)
    return reply(await FLOWS[type(state)].card(turn, state), in_place=True)


async def require_to_be_had(
    turn: Turn, side: Side, before: ThingsState, changed: ThingsState
) -> None:
    """Raise Unclear, with the words for why, where by this change nobody could have what is wanted.

    What could not be had before is not refused again, since the change may be the way out of it:
    the card of the rows says what is missing, as it says what this customer alone may not have.
    """
    try:
        await preview_to_be_had(turn, side, changed)
    except Refusal as refusal:
        if await is_to_be_had(turn, side, before):
            raise Unclear(phrase_of(refusal)) from refusal


async def is_to_be_had(turn: Turn, side: Side, state: ThingsState) -> bool:
    """Whether the order could be so, for anybody."""
    if not changes_something(change_of(state, await side.read(turn, state.order_id))):
        return True
    try:
        await preview_to_be_had(turn, side, state)
    except Refusal:
        return False
    return True


def option_question(side: Side) -> Question[Any]:
    """Which other option, of the row's product."""

    async def ask(turn: Turn, state: ThingsState) -> Card:
        picks = [option_choice(turn, item) for item in await others_of(turn, state)]
        return Card(text=say("change-ask-option"), choices=in_rows(picks, 1))

    async def take(turn: Turn, state: ThingsState, said: What | Pick) -> ThingsState:
        option_id = option_chosen(said, [item.option_id for item in await others_of(turn, state)])
        rows = with_option(state.rows, state.row, option_id)
        changed = msgspec.structs.replace(state, rows=rows, step="")
        await require_to_be_had(turn, side, state, changed)
        return changed

    return Question("option", ask, take, is_step(OPTION), is_step(OPTION))


async def others_of(turn: Turn, state: ThingsState) -> Sequence[CartItem]:
    """The other options on sale of the product of the row in question."""
    row = state.rows[state.row]
    (held,) = await items_now(turn.session, [More(row.option_id, 1)])
    options = await items_of(turn.session, [held.product_id])
    return [item for item in options if item.option_id != row.option_id and item.on_sale]


def thing_question(side: Side) -> Question[Any]:
    """What else, by words; of what was found one is chosen, and one piece of it comes in."""

    async def ask(turn: Turn, state: ThingsState) -> Card:
        found = await items_now(turn.session, [More(option_id, 1) for option_id in state.found])
        picks = [option_choice(turn, item, named=True) for item in found]
        words = say("change-choose-thing") if found else say("change-ask-thing")
        return Card(text=words, choices=in_rows(picks, 1), ask=Ask.text)

    async def take(turn: Turn, state: ThingsState, said: What | Pick) -> ThingsState | Reply:
        if isinstance(said, Said):
            return await shown_found(turn, state, said_text(said))
        option_id = option_chosen(said, state.found)
        rows = with_more(state.rows, option_id)
        page = (len(rows) - 1) // PER_PAGE
        changed = msgspec.structs.replace(state, rows=rows, step="", page=page)
        await require_to_be_had(turn, side, state, changed)
        return changed

    return Question("thing", ask, take, is_step(ADD), is_step(ADD), Ask.text)


async def shown_found(turn: Turn, state: ThingsState, words: str) -> Reply:
    """What was found by those words, to choose from; raises Unclear where nothing was."""
    page = (await find_products(turn.session, words, 0, FOUND)).page
    places = {brief.id: at for at, brief in enumerate(page.items)}
    options = [item for item in await items_of(turn.session, places) if item.on_sale]
    options.sort(key=lambda item: places[item.product_id])
    if not options:
        raise Unclear(say("change-nothing-found"))
    found = tuple(item.option_id for item in options[:MOST_OPTIONS])
    asked = msgspec.structs.replace(state, found=found)
    turn.enter(asked)
    return Reply(cards=(await FLOWS[type(state)].card(turn, asked),))


def is_step(step: str) -> Any:
    """Whether that step is taken."""
    return lambda state: state.step == step


def option_chosen(said: What | Pick, options: Sequence[int]) -> int:
    """The option that was pressed; raises Unclear for anything else."""
    if not isinstance(said, Pick) or not said.value.isdecimal() or int(said.value) not in options:
        raise Unclear(say("question-choose"))
    return int(said.value)


def option_choice(turn: Turn, item: CartItem, *, named: bool = False) -> Choice:
    """An option with its price; `named` with its product's name too."""
    return pick(turn, item_label(item, named=named), str(item.option_id))


def what_changes(state: ThingsState, shown: Preview) -> Phrase:
    """What would go out of the order and what would come in."""
    came = [line_view(0, item, shown.order.day) for item in shown.items]
    head = say("change-things-sure", number=state.called)
    return paragraphs(head, changed_words(shown.out, came))
