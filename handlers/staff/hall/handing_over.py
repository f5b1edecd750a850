"""The other side of a count: agreeing to it, taking the cash over, or not agreeing."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from functools import partial

from handlers.dialog.actions.hall import ConfirmTill, TakeTill, WithdrawTill
from handlers.dialog.refusals import phrase_of
from handlers.dialog.router import step
from handlers.dialog.speech import Reply, reply
from handlers.dialog.turn import Turn
from handlers.staff.desk.cash_board import confirms_till
from handlers.staff.hall.till import as_it_stands, own_till_card, settles
from models.accounting.cash_handovers import Handover, handover
from models.hall.counting import close_till, take_over, withdraw_count
from models.kernel.refusals import NotAllowed, NotFound, Refusal
from models.people.access import Permission
from models.people.cash_desk import is_till_other_side_gone

Stands = Callable[[Refusal], Awaitable[Reply]]


async def of_a_till(turn: Turn, handover_id: int) -> tuple[Handover, int]:
    """What waits of a till, for those who have to do with it. Refuses: NotFound, NotAllowed."""
    found = await handover(turn.session, handover_id)
    if found.till_id is None:
        raise NotFound("handover")
    if turn.person_id not in (found.person_id, found.to_id) and not settles(turn):
        raise NotAllowed
    return found, found.till_id


async def stands_instead(turn: Turn, till_id: int, refusal: Refusal) -> Reply:
    """The till as it stands, with the reason why nothing was done as a notice."""
    return await as_it_stands(turn, till_id, phrase_of(refusal))


@step(ConfirmTill, allow=Permission.desk)
async def agree_to_it(turn: Turn, asked: ConfirmTill) -> Reply:
    """Agree to the count; a doubled press, or one that is late, shows how the till stands.

    Refuses: NotFound, NotAllowed.
    """
    waiting, till_id = await of_a_till(turn, asked.handover_id)
    alone = await is_till_other_side_gone(turn.session, waiting.person_id, turn.person_id)
    if not confirms_till(turn, waiting) and not alone:
        return await as_it_stands(turn, till_id)
    turn.otherwise = partial(stands_instead, turn, till_id)
    await close_till(turn.acting, waiting.id, alone=alone)
    return await as_it_stands(turn, till_id)


@step(TakeTill, allow=Permission.sell)
async def take_it_over(turn: Turn, asked: TakeTill) -> Reply:
    """Take the cash over, and sell on with it from an own till.

    Refuses: NotFound, NotAllowed to anybody but who was named.
    """
    waiting, _ = await of_a_till(turn, asked.handover_id)
    if waiting.to_id != turn.person_id:
        raise NotAllowed

    async def own_till(refusal: Refusal) -> Reply:
        return reply(await own_till_card(turn), in_place=True, notice=phrase_of(refusal))

    turn.otherwise = own_till
    await take_over(turn.acting, waiting.id, secrets.token_urlsafe(9))
    return reply(await own_till_card(turn), in_place=True)


@step(WithdrawTill, allow=Permission.desk)
async def take_it_back(turn: Turn, asked: WithdrawTill) -> Reply:
    """Take the count back, or do not agree to it: the till is open again.

    Refuses: NotFound, NotAllowed to who may only agree to it or count anew.
    """
    waiting, till_id = await of_a_till(turn, asked.handover_id)
    if confirms_till(turn, waiting):
        raise NotAllowed
    turn.otherwise = partial(stands_instead, turn, till_id)
    await withdraw_count(turn.acting, waiting.id)
    if waiting.to_id == turn.person_id:
        return reply(await own_till_card(turn), in_place=True)
    return await as_it_stands(turn, till_id)
