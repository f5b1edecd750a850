"""A sale is taken back whole by its seller, within minutes: only why is asked."""

from __future__ import annotations

import secrets
from functools import partial
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.selling import VoidSale
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import Flow, both
from handlers.dialog.questions import question
from handlers.dialog.refusals import phrase_of
from handlers.dialog.router import step
from handlers.dialog.speech import Exact, Phrase, Reply, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.hall.completing import sale_card
from handlers.staff.hall.letting_off import reason_of
from handlers.staff.hall.whose_sale import sale_in_reach, still_void
from models.hall.receipts import receipt
from models.hall.refusals import TooLateToVoid
from models.hall.returns import void_sale
from models.kernel.refusals import Refusal
from models.people.access import Permission

REASONS = tuple(say(f"void-{key}") for key in ("wrong", "customer", "paid"))


class Voiding(StateBase, frozen=True, kw_only=True, tag="void-sale.1"):
    """A sale that is taken back; `token` is of this act, `receipt` its number as it is read."""

    token: str
    sale_id: int
    receipt: str
    reason: str | None = None


def why_question() -> Question[Any]:
    """Why it is taken back."""

    async def read(turn: Turn, _state: Any, said: What | Pick) -> str:
        return reason_of(turn, said, REASONS)

    def ask(state: Voiding) -> Phrase:
        return say("void-ask-reason", number=Exact(state.receipt))

    options = [(reason, str(at)) for at, reason in enumerate(REASONS)]
    return question("reason", ask, read, options=options, per_row=1)


async def void_it(turn: Turn, state: Voiding) -> Reply:
    """Take the sale back; where that is refused, say so above the sale as it stands.

    Refuses: NoOpenTill, TooLateToVoid, NotInTill, NotFound.
    """
    turn.otherwise = partial(not_void, turn, state)
    turn.leave()
    reason = require_answer(state.reason)
    await void_sale(turn.acting, state.sale_id, reason, state.token, turn.terms)
    return reply(await sale_card(turn, await receipt(turn.session, state.sale_id)))


async def not_void(turn: Turn, state: Voiding, refusal: Refusal) -> Reply:
    """Why the sale was not taken back, and the sale as it stands."""
    turn.leave()
    card = await sale_card(turn, await receipt(turn.session, state.sale_id))
    return reply(msgspec.structs.replace(card, text=both(phrase_of(refusal), card.text)))


async def back_to_sale(turn: Turn, state: Voiding) -> Reply:
    """The sale as it stands, when it is not taken back."""
    return reply(await sale_card(turn, await receipt(turn.session, state.sale_id)))


VOIDING = Flow(
    Voiding,
    (why_question(),),
    void_it,
    allow=Permission.sell,
    left=back_to_sale,
    leave=say("void-keep"),
)


@step(VoidSale, allow=Permission.sell)
async def start_voiding(turn: Turn, asked: VoidSale) -> Reply:
    """Ask why; one that is void already is shown. Refuses: NotFound, NotAllowed, TooLateToVoid."""
    sale = await sale_in_reach(turn, asked.sale_id)
    if sale.void:
        return reply(await sale_card(turn, sale), in_place=True)
    if not await still_void(turn, sale):
        raise TooLateToVoid
    new = Voiding(token=secrets.token_urlsafe(9), sale_id=sale.id, receipt=sale.code)
    return await VOIDING.start(turn, new)
