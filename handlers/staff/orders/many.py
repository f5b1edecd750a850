"""Several orders are accepted, packed or sent out at once: asked once, with all of them shown."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from handlers.dialog.about_order import full_name
from handlers.dialog.actions.deliveries import ListDeliveries, MoveMany
from handlers.dialog.forms import Flow
from handlers.dialog.layout import cut
from handlers.dialog.questions import choice
from handlers.dialog.router import step
from handlers.dialog.speech import Amount, Card, Choice, Exact, Phrase, Reply, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK, back_to_desk
from handlers.staff.desk.reach import courier_alone, state_listed
from handlers.staff.orders.list_screen import due_of, list_card
from handlers.ui.board import board
from handlers.ui.order_lines import paragraphs, stack
from handlers.ui.order_names import brief_goods
from handlers.ui.pick_up import for_order
from models.kernel.money import Money, total
from models.kernel.refusals import NotFound
from models.orders.contents import contents_now
from models.orders.fulfilment import advance_all
from models.orders.lists import OrderList, orders_listed
from models.orders.queries import OrderBrief
from models.orders.states import ONWARD, OrderState, sources
from models.people.access import Permission

SURE = "sure"
MOST = 30
NAME = 24


class Meant(msgspec.Struct, frozen=True):
    """An order that was shown; `seen` is what it held then, where it is to be packed so.

    `named_by` are the goods that it is called by.
    """

    order_id: int
    number: str
    name: str
    total: Money
    emirate: str = ""
    seen: str = ""
    named_by: Phrase | None = None


class MovingMany(StateBase, frozen=True, kw_only=True, tag="move-many.1"):
    """Orders that are moved together: those that were shown, and no others."""

    to: OrderState
    due: str
    orders: tuple[Meant, ...]
    sure: str | None = None


def ask_words(state: MovingMany) -> Phrase:
    """The orders, and whether all of them are to be moved."""
    count = len(state.orders)
    asked = say(f"many-ask-{state.to}", count=count)
    sums = say("many-total", total=Amount(total(order.total for order in state.orders)))
    return paragraphs(asked, stack(*map(line, state.orders)), sums)


def line(order: Meant) -> Phrase:
    """One of the orders."""
    called = full_name(order.number, order.named_by)
    words = say("many-line", number=called, name=order.name, total=Amount(order.total))
    return for_order(order, words)


async def move_all(turn: Turn, state: MovingMany) -> Reply:
    """Move the orders that were shown; those that had moved on or changed meanwhile are named."""
    turn.leave()
    turn.standing.require(ONWARD[state.to].allow)
    shown = {order.order_id: order.seen for order in state.orders}
    done = await advance_all(turn.acting, shown, state.to)
    words = [say(f"many-done-{state.to}", count=len(done.moved))]
    if done.left:
        words.append(say("many-left", numbers=numbers_of(state, done.left)))
    if done.changed:
        words.append(say("many-changed", numbers=numbers_of(state, done.changed)))
    return reply(await done_card(turn, state, paragraphs(*words)))


def numbers_of(state: MovingMany, order_ids: Collection[int]) -> Exact:
    """The numbers of those orders, in the order in which they were shown."""
    return Exact(" · ".join(order.number for order in state.orders if order.order_id in order_ids))


async def done_card(turn: Turn, state: MovingMany, words: Phrase) -> Card:
    """What was done, and the ways to those orders where they are now and to what is left."""
    before = sources(ONWARD[state.to].fact)[0]
    now = Choice(
        say("deliveries-list", state=state_listed(turn, state.to)), ListDeliveries(state.to)
    )
    rest = Choice(
        say("deliveries-list", state=state_listed(turn, before)),
        ListDeliveries(before, due=state.due),
    )
    return board(turn, "deliveries", say("deliveries-title"), words, (now,), (rest, TO_DESK))


MOVING_MANY = Flow(
    MovingMany,
    (choice("sure", ask_words, ((say("many-sure"), SURE),)),),
    move_all,
    allow=Permission.deliver,
    left=back_to_desk,
)


@step(MoveMany, allow=Permission.deliver)
async def move_many(turn: Turn, asked: MoveMany) -> Reply:
    """Ask about the orders of the list, at most thirty at once; what is in a run goes with it.

    Refuses: NotFound for a state that no single tap leads to, NotAllowed for another's step.
    """
    to = next((state for state in ONWARD if state == asked.to), None)
    if to is None:
        raise NotFound("state")
    turn.standing.require(ONWARD[to].allow)
    (state,) = sources(ONWARD[to].fact)
    listed = OrderList(state, due_of(asked.due), courier_alone(turn), loose=to == OrderState.out)
    found = await orders_listed(turn.session, listed, turn.now, MOST)
    if not found.items:
        shown = await list_card(turn, ListDeliveries(state, due=asked.due))
        return reply(shown, in_place=True, notice=say("many-none"))
    seen = {}
    if to == OrderState.packed:
        seen = await contents_now(turn.session, [order.id for order in found.items])
    meant = tuple(meant_by(order, seen.get(order.id, "")) for order in found.items)
    return await MOVING_MANY.start(turn, MovingMany(to=to, due=asked.due, orders=meant))


def meant_by(order: OrderBrief, seen: str) -> Meant:
    """What is kept of an order that was shown."""
    name = cut(order.name, NAME)
    goods = brief_goods(order)
    return Meant(order.id, order.number, name, order.total, order.emirate, seen, goods)
