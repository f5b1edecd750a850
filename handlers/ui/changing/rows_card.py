"""The card on which an order's things are changed: a line for each row, and its buttons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from handlers.dialog.forms import pick
from handlers.dialog.layout import cut, short
from handlers.dialog.refusals import phrase_of
from handlers.dialog.speech import Amount, Card, Exact, Phrase, Row, Weight, say
from handlers.dialog.turn import Turn
from handlers.ui.board import board
from handlers.ui.changing.draft import ThingsState, Wanted, change_of, changes_something
from handlers.ui.changing.sides import Side
from handlers.ui.changing.steps import ADD, DONE, OPTION, PAGE
from handlers.ui.changing.totals import preview_of, total_words
from handlers.ui.order_lines import paragraphs, stack
from models.kernel.refusals import Refusal
from models.orders.carts import CartItem
from models.orders.change_kinds import More
from models.orders.change_preview import Preview
from models.orders.changes import check_lines, waits_for_a_yes
from models.orders.items_now import items_now, items_of

PER_PAGE = 8
NAME, LABEL, NAMED, WISH = 16, 12, 24, 30


async def rows_card(turn: Turn, side: Side, state: ThingsState) -> Card:
    """The rows of a page with their buttons, and what the order would cost.

    What cannot be had is said, and there is no button to go on with it.
    """
    first = min(state.page, max(0, len(state.rows) - 1) // PER_PAGE) * PER_PAGE
    rows = list(enumerate(state.rows))[first : first + PER_PAGE]
    items = await items_now(turn.session, [More(row.option_id, 1, row.wish) for _, row in rows])
    several = await with_options(turn, items)
    words = [row_words(row, item) for (_, row), item in zip(rows, items, strict=True)]
    buttons: list[Row] = []
    is_last = sum(row.pieces for row in state.rows) == 1
    for (at, row), item in zip(rows, items, strict=True):
        buttons += row_buttons(
            turn, at, row, item, several=item.product_id in several, last=is_last
        )
    order = await side.read(turn, state.order_id)
    parts = [say("change-things", number=state.called), stack(*words)]
    last: list[Row] = [*leafing(turn, state, first), (pick(turn, say("change-add"), ADD),)]
    if changes_something(change_of(state, order)):
        try:
            parts.append(total_words(await checked_preview(turn, side, state)))
            last.append((pick(turn, say("change-done-choosing"), DONE),))
        except Refusal as refusal:
            parts.append(phrase_of(refusal))
    title = say("order-title", number=Exact(order.number))
    return board(turn, "orders", title, paragraphs(*parts), *buttons, *last)


async def with_options(turn: Turn, items: Sequence[CartItem]) -> set[int]:
    """Those of the items' products that can be had in several options."""
    beside = await items_of(turn.session, {item.product_id for item in items})
    counted = Counter(item.product_id for item in beside)
    return {product_id for product_id, count in counted.items() if count > 1}


async def checked_preview(turn: Turn, side: Side, state: ThingsState) -> Preview:
    """What the order would be. Refuses what can be known before it is done: it cannot be so."""
    wanted = await preview_to_be_had(turn, side, state)
    await waits_for_a_yes(turn.acting, wanted, turn.terms)
    return wanted


async def preview_to_be_had(turn: Turn, side: Side, state: ThingsState) -> Preview:
    """What the order would be. Refuses what `preview` and `check_lines` do."""
    wanted = await preview_of(turn, side, state, change_of)
    check_lines(turn.acting, wanted, await turn.delivery_plan(), turn.terms)
    return wanted


def row_words(row: Wanted, item: CartItem) -> Phrase:
    """What of a thing is to be in the order."""
    thing = item_words(item)
    if not row.pieces:
        return say("change-row-out", thing=thing)
    said = say("change-row", thing=thing, count=str(row.pieces))
    return say("line-wish", line=said, wish=cut(row.wish, WISH)) if row.wish else said


def row_buttons(
    turn: Turn, at: int, row: Wanted, item: CartItem, *, several: bool, last: bool
) -> tuple[Row, ...]:
    """One piece fewer, but of the `last` one; one more; another option, of `several`.

    Of one piece, one fewer is the thing taken out.
    """
    thing = item_words(item, NAME, LABEL)
    steps = [pick(turn, say("change-more", thing=thing), f"{at}:{row.pieces + 1}")]
    if row.pieces and not last:
        label, weight = ("change-fewer", Weight.plain)
        if row.pieces == 1:
            label, weight = ("change-take-out", Weight.taking)
        less = pick(turn, say(label, thing=thing), f"{at}:{row.pieces - 1}", weight)
        steps.insert(0, less)
    if not several or not row.pieces:
        return (tuple(steps),)
    other = pick(turn, say("change-option", thing=thing), f"{OPTION}:{at}")
    return tuple(steps), (other,)


def leafing(turn: Turn, state: ThingsState, first: int) -> tuple[Row, ...]:
    """The rows before and after those that are shown."""
    page, row = first // PER_PAGE, []
    if page:
        row.append(pick(turn, say("button-previous"), f"{PAGE}:{page - 1}"))
    if first + PER_PAGE < len(state.rows):
        row.append(pick(turn, say("button-next"), f"{PAGE}:{page + 1}"))
    return (tuple(row),) if row else ()


def item_words(item: CartItem, name: int = 48, label: int = 24) -> Phrase:
    """The name of a thing, with its option where there are several."""
    named = short(item.name_ar, item.name_en, name)
    if not (item.label_ar or item.label_en):
        return say("thing", name=named)
    return say("thing-option", name=named, option=short(item.label_ar, item.label_en, label))


def item_label(item: CartItem, *, named: bool) -> Phrase:
    """An option with its price; `named` with its product's name too."""
    bare = not (item.label_ar or item.label_en)
    if named or bare:
        thing = item_words(item, NAMED, LABEL)
    else:
        thing = say("thing", name=short(item.label_ar, item.label_en, NAMED))
    return say("change-choice", thing=thing, price=Amount(item.price))
