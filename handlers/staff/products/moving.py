"""A product that was entered under the wrong family is put under the right one.

While nothing of it was sold whoever keeps the catalogue may. Afterwards finance does it, with a
reason: then what was sold goes over too.
"""

from __future__ import annotations

from typing import Any

import msgspec

from handlers.dialog.actions.catalogue import MoveProduct
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import Flow
from handlers.dialog.layout import short
from handlers.dialog.questions import choice, text
from handlers.dialog.router import step
from handlers.dialog.speech import Amount, Name, Phrase, Reply, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.desk.family_question import brands, family_question
from handlers.staff.products.doubts import with_look
from handlers.staff.products.screen import back_to_product, find_product, staff_product, unless_gone
from handlers.ui.order_lines import paragraphs
from models.hall.moved_products import all_sales_of, correct_family, set_family, was_sold
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import OrderedAlready, SalesMovedOn
from models.people.access import Permission, members_by_family
from models.products.brands import family

SURE = "yes"
MOST_REASON = 120


class MovingProduct(StateBase, frozen=True, kw_only=True, tag="move-product.1"):
    """The product with the brand that it is under, the brand that it goes to, and why.

    `mark` is that of its sales as they were shown; `sold` says whether there are any. The family's
    id is kept as text; `sought` is a part of a name that several brands hold.
    """

    product_id: int
    product: Name
    was_id: int
    was: Name
    sold: bool
    family: str | None = None
    sought: str = ""
    to: Name = Name("", "")
    reason: str | None = None
    mark: str = ""
    orders: int = 0
    credited: Money = NOTHING
    open_amount: Money = NOTHING
    sure: str | None = None


def ask_family(state: MovingProduct) -> Phrase:
    """The question whose it is, with whose it is now."""
    if state.sought:
        return say("adding-ask-which-family", words=state.sought)
    return say("moving-ask-family", product=state.product, was=state.was)


async def with_sales(turn: Turn, state: MovingProduct) -> MovingProduct:
    """The state with the brand that was chosen, and with what was sold as it stands now."""
    chosen = await family(turn.session, int(require_answer(state.family)))
    sales = await all_sales_of(turn.session, state.product_id)
    return msgspec.structs.replace(
        state,
        to=short(chosen.brand_ar, chosen.brand_en),
        mark=sales.mark,
        orders=sales.credited_by,
        credited=sales.credited,
        open_amount=sales.orders.open_amount,
        sure=None,
    )


def is_sold(state: Any) -> bool:
    """Whether something of it was ordered, so that a reason is asked for."""
    return bool(state.sold)


def ask_sure(state: MovingProduct) -> Phrase:
    """Both brands by name, and what goes over."""
    asked = say("moving-sure", product=state.product, was=state.was, to=state.to)
    told = []
    if state.credited:
        told.append(say("moving-credited", orders=state.orders, amount=Amount(state.credited)))
    if state.open_amount:
        told.append(say("moving-open", amount=Amount(state.open_amount)))
    if state.sold:
        told.append(say("history-reason", reason=require_answer(state.reason)))
    return paragraphs(asked, *told, say("moving-both-hear"))


def sure_question() -> Question[Any]:
    """Whether it is meant; both brands are named."""
    yes = (say("button-move-product"), SURE)
    return choice("sure", ask_sure, (yes,), per_row=1)


async def move(turn: Turn, state: MovingProduct) -> Reply:
    """Put it under the other brand and show it; what moved on meanwhile is shown before."""
    acting, to = turn.acting, int(require_answer(state.family))
    try:
        async with turn.session.begin_nested():
            if state.sold:
                turn.standing.require(Permission.finance)
                reason = require_answer(state.reason)
                await correct_family(acting, state.product_id, to, state.mark, reason)
            else:
                await set_family(acting, state.product_id, to)
    except SalesMovedOn:
        return await MOVING.start(turn, await with_sales(turn, state))
    except OrderedAlready:
        turn.leave()
        return await refer_to_finance(turn, state.product_id)
    turn.leave()
    done = paragraphs(say("moving-done", to=state.to), *await nobody_hears(turn, state))
    return reply(await staff_product(turn, state.product_id, done))


async def nobody_hears(turn: Turn, state: MovingProduct) -> list[Phrase]:
    """Which of the two brands nobody answers for in the chat, so that somebody calls."""
    sides = {state.was_id: state.was, int(require_answer(state.family)): state.to}
    members = await members_by_family(turn.session, sides)
    return [say("moving-call", brand=brand) for id_, brand in sides.items() if not members.get(id_)]


MOVING = Flow(
    MovingProduct,
    (
        with_look(family_question(ask_family), unless_gone(with_sales)),
        text(
            "reason",
            lambda s: say("moving-ask-reason", product=s.product, was=s.was, to=s.to),
            most=MOST_REASON,
            applies=is_sold,
        ),
        sure_question(),
    ),
    unless_gone(move),
    allow=Permission.catalogue,
    left=back_to_product,
)


@step(MoveProduct, allow=Permission.catalogue)
async def start_moving(turn: Turn, asked: MoveProduct) -> Reply:
    """Ask for the right family; of what was ordered, finance alone. Refuses: NotFound."""
    product = await find_product(turn, asked.product_id)
    sold = await was_sold(turn.session, product.id)
    if sold and Permission.finance not in turn.standing.permissions:
        return await refer_to_finance(turn, product.id)
    if not await brands(turn, but=product.family_id):
        return reply(await staff_product(turn, product.id, say("moving-no-other")))
    state = MovingProduct(
        product_id=product.id,
        product=short(product.name_ar, product.name_en),
        was_id=product.family_id,
        was=short(product.brand_ar, product.brand_en),
        sold=sold,
    )
    return await MOVING.start(turn, state)


async def refer_to_finance(turn: Turn, product_id: int) -> Reply:
    """The product as it stands, and who can put it under another brand."""
    return reply(await staff_product(turn, product_id, say("moving-ordered-already")))
