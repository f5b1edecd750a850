"""The delivery code once more, into the customer's own chat: the desk sends it, and reads none."""

from __future__ import annotations

from handlers.dialog.actions.cash import SendCode
from handlers.dialog.router import step
from handlers.dialog.speech import Exact, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.orders.deliveries import order_in_reach
from handlers.staff.orders.questions import stands
from handlers.staff.orders.screen import order_card
from models.kernel.refusals import WrongState
from models.messaging.addressees import all_accounts_of
from models.orders.code_sending import send_code
from models.people.access import Permission


@step(SendCode, allow=Permission.orders)
async def send_it(turn: Turn, asked: SendCode) -> Reply:
    """Owe the customer the code, where there is a chat that takes it; else say that there is none.

    Refuses: NotFound, CodeSentTooOften.
    """
    order = await order_in_reach(turn, asked.order_id)
    accounts = await all_accounts_of(turn.session, [order.person_id])
    if all(account.blocked for account in accounts):
        words = say("code-no-chat")
    else:
        try:
            await send_code(turn.acting, order.id)
        except WrongState:
            return await stands(turn, order)
        words = say("code-sent", number=Exact(order.number))
    return reply(await order_card(turn, order), in_place=True, notice=words)
