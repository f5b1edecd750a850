"""Delivered: the customer's code, the cash that was taken, and a reason where it differs.

A wrong code is said at once and counted. After five of them only a manager can confirm, with a
photo and a reason; so it is for the rest of the day after many of one person on all orders.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from handlers.dialog.about_order import AboutOrder
from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.deliveries import StartConfirm
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import Flow
from handlers.dialog.parsing import western
from handlers.dialog.questions import said_text
from handlers.dialog.refusals import phrase_of
from handlers.dialog.router import step
from handlers.dialog.speech import Amount, Ask, Card, Exact, Phrase, Reply, Row, What, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.orders.deliveries import next_rows, order_in_reach
from handlers.staff.orders.override import start_override
from handlers.staff.orders.questions import (
    back_to_order,
    cash_question,
    far_off_question,
    moved_on_reply,
    or_part_refused,
    reason_question,
    stands,
)
from handlers.staff.orders.screen import override_choice
from handlers.staff.runs.my_run import next_stop
from handlers.ui.board import board
from handlers.ui.order_names import asked_about
from handlers.ui.pick_up import for_order
from models.kernel.money import Money
from models.kernel.refusals import CodeLocked, CodesBarred, WrongCode, WrongState
from models.orders.code_tries import is_barred
from models.orders.handover import confirm_delivery, try_code
from models.orders.queries import OrderView, order_for_staff
from models.orders.reasons import CASH
from models.orders.states import TO_DELIVER
from models.people.access import Permission

CODE = re.compile(r"[0-9]{4}")
LOCKED = CodeLocked()


class Confirming(AboutOrder, frozen=True, kw_only=True, tag="confirm-delivery.1"):
    """An order whose handing over is being confirmed; `emirate` is where it goes to."""

    emirate: str = ""
    total: Money
    code: str | None = None
    taken: Money | None = None
    reason: str | None = None
    sure: str | None = None


def cash_differs(state: Any) -> bool:
    """Whether a reason is needed for the cash that was taken."""
    return state.taken is not None and state.taken != state.total


def read_code(text: str) -> str | None:
    """Four digits in any script, with spaces or without; None for anything else."""
    figures = "".join(western(text).split())
    return figures if CODE.fullmatch(figures) else None


async def ask_code(_turn: Turn, state: Confirming) -> Card:
    """Ask for the customer's code."""
    words = say("confirming-ask-code", number=state.called)
    return Card(text=for_order(state, words), ask=Ask.text)


async def take_code(turn: Turn, state: Confirming, said: What | Pick) -> Confirming | Reply:
    """The right code, or the end of the tries; a wrong one is counted and asked for again.

    An order that is not at its handing over is shown as it stands, before any cash is asked for.
    """
    code = read_code(said_text(said))
    if code is None:
        raise Unclear(for_order(state, say("confirming-what-code")))
    order = await order_for_staff(turn.session, state.order_id)
    if not order.at_handover:
        return await moved_on_reply(turn, order.id, WrongState(order.state))
    if order.code_locked:
        return await end_locked(turn, order.id)
    wrong = await try_code(turn.acting, state.order_id, code, turn.terms)
    if isinstance(wrong, WrongCode):
        raise Unclear(phrase_of(wrong))
    if wrong is not None:
        return await end_locked(turn, state.order_id, wrong)
    return msgspec.structs.replace(state, code=code)


def ask_reason(state: Any) -> Phrase:
    """Why the cash differs; it shows both amounts, so that a slip is seen before it is booked."""
    taken = Amount(require_answer(state.taken))
    return say("confirming-ask-reason", taken=taken, total=Amount(state.total))


async def deliver(turn: Turn, state: Confirming) -> Reply:
    """Book the delivery; or say that the order moved on or its code was locked meanwhile."""
    taken, reason = require_answer(state.taken), state.reason or ""
    try:
        wrong = await confirm_delivery(
            turn.acting, state.order_id, require_answer(state.code), taken, reason, turn.terms
        )
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    except CodeLocked:
        return await end_locked(turn, state.order_id)
    if isinstance(wrong, CodesBarred):
        return await end_locked(turn, state.order_id, wrong)
    if wrong is not None:
        raise LookupError("a code that was right a moment ago is wrong now")
    turn.leave()
    order = await order_for_staff(turn.session, state.order_id)
    return reply(await delivered_card(turn, order, taken), *await next_stop(turn, order.id))


async def delivered_card(turn: Turn, order: OrderView, taken: Money) -> Card:
    """The card of an order that was delivered: what was taken, and the way to the next one."""
    words = say("confirming-done", number=Exact(order.number), taken=Amount(taken))
    return await onward_card(turn, for_order(order, words))


async def end_locked(turn: Turn, order_id: int, why: CodeLocked | CodesBarred = LOCKED) -> Reply:
    """End the form: too many codes were wrong, of the order or of the person's day."""
    turn.leave()
    return reply(await locked_card(turn, order_id, why))


async def locked_card(turn: Turn, order_id: int, why: CodeLocked | CodesBarred = LOCKED) -> Card:
    """Only a manager goes on from here; one who reads it can do so at once."""
    may = Permission.override in turn.standing.permissions
    onward: Row = (override_choice(order_id),) if may else ()
    return await onward_card(turn, phrase_of(why), onward, but=order_id)


async def onward_card(turn: Turn, words: Phrase, *first: Row, but: int = 0) -> Card:
    """The end of that delivery, and the way to the next: the nearer to the door goes first."""
    following = await next_rows(turn, *reversed(TO_DELIVER), but=but)
    rows = (*first, *following, (TO_DESK,))
    return board(turn, "deliveries", say("deliveries-title"), words, *rows)


CONFIRMING = Flow(
    Confirming,
    (
        or_part_refused(
            Question("code", ask_code, take_code, lambda state: state.code is None),
        ),
        or_part_refused(cash_question()),
        or_part_refused(far_off_question()),
        or_part_refused(reason_question(ask_reason, CASH, applies=cash_differs)),
    ),
    deliver,
    allow=Permission.deliver,
    left=back_to_order,
)


@step(StartConfirm, allow=Permission.deliver)
async def start_confirm(turn: Turn, asked: StartConfirm) -> Reply:
    """Ask for the code of an order at its handing over; with none, a manager for a photo."""
    order = await order_in_reach(turn, asked.order_id)
    if not order.at_handover:
        return await stands(turn, order)
    return await go_on_confirming(turn, order)


async def go_on_confirming(turn: Turn, order: OrderView, code: str | None = None) -> Reply:
    """Ask what is to be known at the handing over; a right `code` is not asked for again."""
    barred = await is_barred(turn.acting, turn.terms)
    if not order.code_locked and not barred:
        state = Confirming(
            **asked_about(order),
            emirate=order.emirate,
            total=order.total,
            code=code,
        )
        return await CONFIRMING.start(turn, state)
    if Permission.override in turn.standing.permissions:
        return await start_override(turn, order)
    return await end_locked(turn, order.id, LOCKED if order.code_locked else CodesBarred())
