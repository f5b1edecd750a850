"""The card of the basket: its lines with their buttons, what it comes to, and the ways to pay."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.dialog.forms import pick
from handlers.dialog.layout import in_rows
from handlers.dialog.speech import Amount, Ask, Card, Choice, Phrase, Row, Weight, say
from handlers.dialog.turn import Turn
from handlers.staff.hall.basket import CARD, CASH, Line, Selling, lines_of, total_of
from handlers.ui.board import board
from handlers.ui.changing.rows_card import item_label, item_words
from handlers.ui.order_lines import paragraphs, stack
from handlers.ui.room import CAPTION, as_many_as_fit
from models.hall.receipts import sold_last
from models.kernel.money import NOTHING
from models.orders.carts import CartItem
from models.orders.change_kinds import More
from models.orders.items_now import items_now
from models.people.access import Permission

MIXED, OFF, DELIVER, ADD = "mixed", "off", "deliver", "add"
NAME, LABEL, LAST = 16, 12, 6
TITLE = say("selling-title")


async def basket_card(turn: Turn, state: Selling) -> Card:
    """What lies in the basket, how more is found, and the ways to pay; an empty one as well."""
    lines = await lines_of(turn.session, state.items)
    parts = [say("selling-empty")]
    if lines:
        first = sorted(lines, key=lambda line: not is_short(line))
        shown = as_many_as_fit([line_words(line) for line in first], CAPTION)
        parts = [stack(*shown), say("selling-total", total=Amount(total_of(lines)))]
    parts.append(say("selling-choose" if state.found else "selling-find"))
    rows = [quantity_row(turn, line) for line in lines]
    rows += in_rows([add_choice(turn, thing) for thing in await on_offer(turn, state)], 1)
    if lines and not state.found:
        rows += ways_to_pay(turn, state)
    card = board(turn, "cart", TITLE, paragraphs(*parts), *rows)
    return Card(text=card.text, picture=card.picture, choices=card.choices, ask=Ask.text)


def is_short(line: Line) -> bool:
    """Whether more pieces of it lie in the basket than on the shelf."""
    return line.item.quantity > (line.thing.left or 0)


def line_words(line: Line) -> Phrase:
    """What, how many, for how much, and what is let off; or that too few are left of it."""
    thing, count = item_words(line.thing), str(line.item.quantity)
    if is_short(line):
        return say("selling-too-few", thing=thing, left=line.thing.left or 0)
    if not line.let_off:
        return say("line", thing=thing, count=count, amount=Amount(line.to_pay))
    off = Amount(line.let_off)
    return say("selling-line-off", thing=thing, count=count, amount=Amount(line.to_pay), off=off)


def quantity_row(turn: Turn, line: Line) -> Row:
    """One piece fewer, one more; of one piece, fewer takes it out."""
    thing, held = item_words(line.thing, NAME, LABEL), line.item.quantity
    less = pick(turn, say("change-fewer", thing=thing), quantity_value(line, held - 1))
    if held == 1:
        out = say("change-take-out", thing=thing)
        less = pick(turn, out, quantity_value(line, 0), Weight.taking)
    return less, pick(turn, say("change-more", thing=thing), quantity_value(line, held + 1))


def quantity_value(line: Line, quantity: int) -> str:
    """What the button carries that lets the basket hold so many of the line's option."""
    return f"{line.item.option_id}:{quantity}"


async def on_offer(turn: Turn, state: Selling) -> Sequence[CartItem]:
    """What one tap puts into the basket: what was found, else what was sold last."""
    ids = list(state.found)
    if not ids and not state.items:
        ids = await sold_last(turn.session, turn.person_id, LAST)
    things = await items_now(turn.session, [More(option_id, 1) for option_id in ids])
    return [thing for thing in things if thing.left]


def add_choice(turn: Turn, thing: CartItem) -> Choice:
    """The button that puts one piece of it into the basket."""
    return pick(turn, item_label(thing, named=True), f"{ADD}:{thing.option_id}")


def ways_to_pay(turn: Turn, state: Selling) -> list[Row]:
    """Cash, card or both; what may be let off, and an order for delivery in place of a sale."""
    cash = pick(turn, say("button-cash"), CASH, Weight.heavy)
    rows: list[Row] = [(cash, pick(turn, say("button-card"), CARD))]
    beside = [pick(turn, say("button-mixed"), MIXED)]
    if Permission.let_off in turn.standing.permissions:
        is_off = any(item.let_off != NOTHING for item in state.items)
        beside.append(pick(turn, say("button-let-off-again" if is_off else "button-let-off"), OFF))
    rows.append(tuple(beside))
    if Permission.on_behalf in turn.standing.permissions:
        rows.append((pick(turn, say("button-deliver-basket"), DELIVER),))
    return rows
