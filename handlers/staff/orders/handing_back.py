"""Money that is owed to a customer for goods that came back before is handed out."""

from __future__ import annotations

from handlers.dialog.about_order import AboutOrder
from handlers.dialog.actions.returns import HandBack
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.questions import AnswerOption, choice
from handlers.dialog.router import step
from handlers.dialog.speech import Amount, Phrase, Reply, say
from handlers.dialog.turn import Turn
from handlers.staff.orders.deliveries import order_in_reach
from handlers.staff.orders.questions import back_to_order, done_with, moved_on_reply
from handlers.staff.orders.returning import TILL, payers_of, purses_for
from handlers.ui.order_names import asked_about
from models.kernel.money import Money
from models.kernel.refusals import ReturnedMeanwhile, WrongState
from models.orders.after_delivery import returns_so_far
from models.orders.owed_back import hand_back, owed_back
from models.people.access import Permission


class HandingBack(AboutOrder, frozen=True, kw_only=True, tag="hand-back.1"):
    """Money that is handed back, as the `nth` return of the order; `payer` is whose cash it is."""

    nth: int
    amount: Money
    purses: tuple[int, ...] = ()
    payer: str | None = None


def ask_payer(state: HandingBack) -> Phrase:
    """The question out of which cash the amount comes."""
    return say("handing-back-ask", number=state.called, amount=Amount(state.amount))


async def payers(turn: Turn, state: HandingBack) -> list[AnswerOption]:
    """The till, and whoever carries enough."""
    return await payers_of(turn, state.purses, state.amount)


async def hand_out(turn: Turn, state: HandingBack) -> Reply:
    """Book it and show the order; where another amount is owed by now, that is said."""
    payer = require_answer(state.payer)
    paid_by = None if payer == TILL else int(payer)
    try:
        await hand_back(turn.acting, state.order_id, state.amount, nth=state.nth, paid_by=paid_by)
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    except ReturnedMeanwhile:
        return await done_with(turn, state.order_id, say("handing-back-changed"))
    done = say("handing-back-done", amount=Amount(state.amount))
    return await done_with(turn, state.order_id, done)


HANDING_BACK = Flow(
    HandingBack,
    (choice("payer", ask_payer, payers, per_row=1),),
    hand_out,
    allow=Permission.orders,
    left=back_to_order,
)


@step(HandBack, allow=Permission.orders)
async def start_handing_back(turn: Turn, asked: HandBack) -> Reply:
    """Ask out of which cash the money comes; with nothing owed, that is said. Refuses: NotFound."""
    order = await order_in_reach(turn, asked.order_id)
    amount = await owed_back(turn.session, order.id)
    if not amount:
        return await done_with(turn, order.id, say("handing-back-changed"))
    state = HandingBack(
        **asked_about(order),
        nth=await returns_so_far(turn.session, order.id) + 1,
        amount=amount,
        purses=await purses_for(turn, order),
    )
    return await HANDING_BACK.start(turn, state)
