"""What was ordered by telephone, for whom shares the number that it was ordered by."""

from __future__ import annotations

from typing import Any

from handlers.customer.orders.orders import show_orders
from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.customer import ClaimOrders, ShowOrders
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import Flow
from handlers.dialog.layout import HOME
from handlers.dialog.main_menu import ORDERS
from handlers.dialog.parsing import NoPhone, read_shared_phone
from handlers.dialog.questions import question
from handlers.dialog.router import step
from handlers.dialog.speech import Ask, Card, Reply, SharedPhone, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from models.orders.on_behalf import claim_orders


class Claiming(StateBase, frozen=True, kw_only=True, tag="claim-orders.1"):
    """Somebody looks for what they ordered by telephone."""

    phone: str | None = None


def own_phone_question() -> Question[Any]:
    """One's own number, which only the channel can vouch for: a typed one may be anybody's."""

    async def read(_turn: Turn, _state: Any, said: What | Pick) -> str:
        if not isinstance(said, SharedPhone) or not said.proven:
            raise Unclear(say("claim-needs-sharing"))
        number = read_shared_phone(said.number)
        if isinstance(number, NoPhone):
            raise Unclear(say(f"question-phone-{number.value}"))
        return number

    return question("phone", say("claim-ask-phone"), read, prompt=Ask.phone)


async def claim(turn: Turn, state: Claiming) -> Reply:
    """The orders of that number are the person's own now; they are shown."""
    found = await claim_orders(turn.acting, require_answer(state.phone))
    turn.leave()
    if not found:
        return reply(Card(text=say("claim-none"), choices=((ORDERS, HOME),)))
    listed = await show_orders(turn, ShowOrders())
    return reply(Card(text=say("claim-found", count=found)), *listed.cards)


CLAIMING = Flow(Claiming, (own_phone_question(),), claim)


@step(ClaimOrders)
async def start_claiming(turn: Turn, _asked: ClaimOrders) -> Reply:
    """Ask for the number to be shared."""
    return await CLAIMING.start(turn, Claiming())
