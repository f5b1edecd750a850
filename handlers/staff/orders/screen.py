"""An order's card for staff: what, to whom, where, when; and one tap onward. Never its code."""

from __future__ import annotations

import msgspec

from handlers.dialog.actions.accounts import ManageAccount, ReleaseOrder
from handlers.dialog.actions.audit import OrderHistory
from handlers.dialog.actions.cash import CorrectCash, SendCode, StartOverride
from handlers.dialog.actions.changes import ChangeOrder
from handlers.dialog.actions.deliveries import (
    ListDeliveries,
    ManageOrder,
    MoveOrder,
    StartConfirm,
    StartNewAddress,
    StartNotDelivered,
    StartPartRefused,
    StartReschedule,
    StartStaffCancel,
    StartStrike,
    UndoCancel,
)
from handlers.dialog.actions.returns import StartReturn
from handlers.dialog.actions.runs import ChooseRun
from handlers.dialog.layout import cut, short
from handlers.dialog.pictures import StoredPhoto
from handlers.dialog.speech import Amount, Card, Choice, Exact, LinkChoice, Phrase, Row, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.desk.maps import map_url
from handlers.staff.desk.reach import sees_customer
from handlers.staff.orders.no_chat import for_customer
from handlers.staff.orders.owed import owed_row, owed_to
from handlers.staff.orders.trust_words import record_words
from handlers.ui.board import board
from handlers.ui.order_lines import (
    MOST_WISH,
    Line,
    is_refused,
    line_words,
    lines_words,
    most_shown,
    paragraphs,
    phone_words,
    place_words,
    stack,
    thing_words,
    window_words,
)
from handlers.ui.pick_up import for_order, state_words
from handlers.ui.reasons import reason_words
from models.kernel.money import Money
from models.orders.after_delivery import is_returnable
from models.orders.cash import due_in_cash
from models.orders.changes import STAFF_CHANGE
from models.orders.closed_windows import needs_window
from models.orders.contents import contents_of
from models.orders.fulfilment import (
    READDRESSED,
    WRONG_ADDRESS,
    awaits_address,
)
from models.orders.handover import handover_of
from models.orders.queries import OrderLineView, OrderView
from models.orders.reinstating import is_undoable
from models.orders.rescheduling import wants_window
from models.orders.states import MOVABLE, OPEN, STRIKABLE, UNPACKED, OrderState, onward
from models.orders.trust import customer_record
from models.people.access import Permission
from models.people.callers import is_caller
from models.people.team import name_of

# A caption holds 1024 characters: what is always there, and what one line takes at most.
CAPTION, FRAME, LINE, PIN, CALLER = 1024, 390, 120, 90, 80
LEAST_LINES, LINES, LINES_WITH_WISHES = 1, 7, 3
NAME, OPTION, BRAND, REASON, REASON_BEFORE, WISH = 36, 20, 16, 60, 44, 30
NAME_LABEL, OPTION_LABEL = 22, 12
TO_DELIVERIES = Choice(say("button-deliveries"), ListDeliveries())


async def order_card(turn: Turn, order: OrderView) -> Card:
    """The order with what the person may do with it.

    Once delivered, also the cash for those who see to orders, and the photo that stood in for the
    code for those who may confirm without it.
    """
    words = [heading(order), some_lines(order)]
    if order.state in UNPACKED and Permission.orders in turn.standing.permissions:
        words.append(await trust_of(turn, order))
    if sees_customer(turn.standing, order.state):
        words.append(customer_words(order))
    if order.placed_by is not None:
        words.append(await telephone_words(turn, order, order.placed_by))
    if is_pin_to_check(turn, order):
        words.append(say("deliveries-pin-fee", emirate=say(f"emirate-{order.emirate}")))
    due = turn.terms.in_cash(order.total)
    if order.state in OPEN and due != order.total:
        words.append(say("deliveries-in-cash", due=Amount(due)))
    shut = await is_in_closed_window(turn, order)
    if shut:
        asked = order.window_asked_at is not None
        said = say("deliveries-window-asked" if asked else "deliveries-window-closed")
        words.append(for_order(order, said))
    if is_last_piece(turn, order):
        words.append(say("deliveries-last-piece"))
    photo = await proof_of(turn, order)
    words += await outcome_words(turn, order, proven=photo != "")
    owed = await owed_to(turn, order)
    if owed:
        words.append(say("deliveries-owed-back", amount=Amount(owed)))
    rows = (
        *onward_rows(turn, order),
        again_row(turn, order, shut=shut),
        *await undo_rows(turn, order),
        *trouble_rows(turn, order),
        *cash_rows(turn, order),
        owed_row(order, owed),
        *look_rows(turn, order),
    )
    card = board(turn, "deliveries", say("deliveries-title"), paragraphs(*words), *rows)
    return msgspec.structs.replace(card, picture=StoredPhoto(photo)) if photo else card


async def telephone_words(turn: Turn, order: OrderView, placed_by: int) -> Phrase:
    """Who placed it for the customer, and that the customer reads nothing here, if that is so."""
    seller = cut(await name_of(turn.session, placed_by), NAME) or say("people-nameless")
    alone = await is_caller(turn.session, order.person_id)
    return say(
        "deliveries-by-telephone-alone" if alone else "deliveries-by-telephone", seller=seller
    )


async def trust_of(turn: Turn, order: OrderView) -> Phrase:
    """What is known of the customer, and whether the order waits for a manager's yes."""
    known = record_words(await customer_record(turn.session, order.person_id, order.id))
    return stack(known, say("order-on-hold")) if order.on_hold else known


async def proof_of(turn: Turn, order: OrderView) -> str:
    """The photo of a delivery without its code, for those who may; empty where there is none."""
    may = Permission.override in turn.standing.permissions
    if not may or order.state != OrderState.delivered:
        return ""
    handover = await handover_of(turn.session, order.id)
    return handover.photo if handover is not None and handover.without_code else ""


async def outcome_words(turn: Turn, order: OrderView, *, proven: bool) -> list[Phrase]:
    """The cash that was taken, whether it was without the code, and the last reason given."""
    lines = []
    if order.taken is not None and Permission.orders in turn.standing.permissions:
        due = due_in_cash(order.total, order.taken, turn.terms)
        lines.append(cash_words(order.taken, due))
        if order.refunded:
            lines.append(say("deliveries-refunded", amount=Amount(order.refunded)))
    if proven:
        lines.append(say("deliveries-proven"))
    if order.state == OrderState.packed and order.reason in (WRONG_ADDRESS, READDRESSED):
        said = say(f"deliveries-reason-{order.reason}")
        lines.append(await for_customer(turn, order, said))
    elif order.reason:
        # Of an order that goes out again it is no reason for what it is now.
        before = order.state in OPEN
        reason = reason_words(cut(order.reason, REASON_BEFORE if before else REASON))
        phrase = "deliveries-reason-before" if before else "deliveries-reason"
        lines.append(say(phrase, reason=reason))
    return [stack(*lines)] if lines else []


def cash_words(taken: Money, total: Money) -> Phrase:
    """The cash that was taken, beside what was due where that differs."""
    if taken == total:
        return say("deliveries-taken", taken=Amount(taken))
    return say("deliveries-taken-other", taken=Amount(taken), total=Amount(total))


def heading(order: OrderView) -> Phrase:
    """Number, state, window and what is to be paid."""
    words = say(
        "deliveries-order",
        number=Exact(order.number),
        state=state_words(order),
        window=window_words(order.day, order.window),
        total=Amount(order.total),
        fee=Amount(order.amounts.fee),
    )
    return for_order(order, words)


def first_lines(order: OrderView) -> int:
    """How many lines fit beside what the customer wrote; one always does."""
    pinned = order.latitude is not None
    written = (
        order.name,
        order.phone,
        order.area,
        order.address,
        order.note,
        order.reason[:REASON],
    )
    room = CAPTION - FRAME - sum(map(len, written)) - PIN * pinned
    room -= CALLER * (order.placed_by is not None)
    return max(LEAST_LINES, room // LINE)


def some_lines(order: OrderView) -> Phrase:
    """The first lines, and how many more there are."""
    return lines_words([as_line(line, WISH) for line in order.lines], first_lines(order))


def as_line(line: OrderLineView, letters: int = MOST_WISH) -> Line:
    """The line with its names cut, so that a caption holds it; of its wish so many letters."""
    return Line(
        cut(line.name_ar, NAME),
        cut(line.name_en, NAME),
        cut(line.label_ar, OPTION),
        cut(line.label_en, OPTION),
        line.quantity,
        line.amount,
        line.struck,
        short(line.brand_ar, line.brand_en, BRAND),
        is_refused(line),
        cut(line.wish, letters),
        line.returned,
    )


def thing_label(line: OrderLineView) -> Phrase:
    """What a line is of, short enough for a button that says more than that."""
    named = msgspec.structs.replace(
        as_line(line),
        name_ar=cut(line.name_ar, NAME_LABEL),
        name_en=cut(line.name_en, NAME_LABEL),
        label_ar=cut(line.label_ar, OPTION_LABEL),
        label_en=cut(line.label_en, OPTION_LABEL),
    )
    return thing_words(named)


def customer_words(order: OrderView) -> Phrase:
    """To whom and where, with the customer's note."""
    pinned = order.latitude is not None
    lines = [
        say("deliveries-customer", name=order.name, phone=phone_words(order.phone)),
        say(
            "deliveries-place",
            place=place_words(order.emirate, order.area, order.address, pinned=pinned),
        ),
    ]
    if order.note:
        lines.append(say("deliveries-note", note=order.note))
    return stack(*lines)


def is_pin_to_check(turn: Turn, order: OrderView) -> bool:
    """Whether the desk is to hold the pin against the emirate: nothing else knows where it lies."""
    pinned = order.latitude is not None and order.state in OPEN
    return pinned and Permission.orders in turn.standing.permissions


async def is_in_closed_window(turn: Turn, order: OrderView) -> bool:
    """Whether the order, still to go out, lies in a window that the plan does not have."""
    return order.state in MOVABLE and needs_window(await turn.delivery_plan(), order)


def onward_rows(turn: Turn, order: OrderView) -> tuple[Row, ...]:
    """The row that moves the order one tap onward, for those who may."""
    state = OrderState(order.state)
    if order.at_handover:
        overrides = order.code_locked and Permission.override in turn.standing.permissions
        delivered = Choice(for_order(order, say("button-delivered")), StartConfirm(order.id))
        return (
            (override_choice(order.id) if overrides else delivered,),
            refusal_row(order),
        )
    if order.on_hold and state == OrderState.placed:
        return release_rows(turn, order)
    move = onward(state, at_hall=order.at_hall)
    if move is None or move.allow not in turn.standing.permissions:
        return ()
    seen = contents_of(order) if move.to == OrderState.packed else ""
    label = for_order(order, say(f"button-move-{move.to}"))
    return ((Choice(label, MoveOrder(order.id, move.to, seen)),),)


def refusal_row(order: OrderView) -> Row:
    """At the handing over: a part is refused, or it fails; at the hall it is all refused then."""
    part = Choice(say("button-part-refused"), StartPartRefused(order.id))
    if order.at_hall and order.pieces < 2:
        return (Choice(say("reason-refused"), StartPartRefused(order.id)),)
    if order.at_hall:
        return (part,)
    failed = Choice(say("button-not-delivered"), StartNotDelivered(order.id))
    return (part, failed) if order.pieces > 1 else (failed,)


def again_row(turn: Turn, order: OrderView, *, shut: bool) -> Row:
    """Another window, while one is wanted, or the right address: the desk may choose for her."""
    if Permission.orders not in turn.standing.permissions:
        return ()
    address = Choice(say("button-new-address"), StartNewAddress(order.id))
    window = Choice(say("button-choose-window"), StartReschedule(order.id))
    wanted = (window,) if shut or wants_window(order, turn.now) else ()
    return (*wanted, address) if awaits_address(order) else wanted


def release_rows(turn: Turn, order: OrderView) -> tuple[Row, ...]:
    """A manager's yes to an order that waits for it."""
    if Permission.override not in turn.standing.permissions:
        return ()
    return ((Choice(say("button-release-order"), ReleaseOrder(order.id)),),)


def override_choice(order_id: int) -> Choice:
    """A manager's way on once the code is locked."""
    return Choice(say("button-override"), StartConfirm(order_id))


def cash_rows(turn: Turn, order: OrderView) -> tuple[Row, ...]:
    """At the door without a code: sending it, or going on without it; and cash that was a slip."""
    allowed, row = turn.standing.permissions, []
    if order.at_handover and Permission.orders in allowed:
        row.append(Choice(say("button-send-code"), SendCode(order.id)))
    if order.at_handover and Permission.override in allowed and not order.code_locked:
        row.append(Choice(say("button-without-code"), StartOverride(order.id)))
    if order.state == OrderState.delivered and Permission.finance in allowed:
        row.append(Choice(say("button-correct-cash"), CorrectCash(order.id)))
    return (tuple(row),) if row else ()


async def undo_rows(turn: Turn, order: OrderView) -> tuple[Row, ...]:
    """The way back from a cancelling by staff, for some minutes."""
    may = Permission.orders in turn.standing.permissions
    if not may or not await is_undoable(turn.acting, order, turn.terms, by_customer=False):
        return ()
    return ((Choice(say("button-undo-cancel"), UndoCancel(order.id)),),)


def trouble_rows(turn: Turn, order: OrderView) -> tuple[Row, ...]:
    """Striking pieces until it is out, unless one is left; cancelling while it is open.

    Until it is out it can be changed; what is packed can be put into a run. Afterwards goods can be
    taken back, for some days.
    """
    if Permission.orders not in turn.standing.permissions:
        return ()
    if is_returnable(order, turn.terms, turn.now):
        return ((Choice(say("button-return"), StartReturn(order.id)),),)
    if order.state not in OPEN:
        return ()
    cancel = Choice(say("button-staff-cancel"), StartStaffCancel(order.id))
    changing: Row = ()
    if order.state in STAFF_CHANGE:
        changing = (Choice(say("button-change-order"), ChangeOrder(order.id)),)
    if order.state == OrderState.packed and not order.at_hall:
        changing = (*changing, Choice(say("button-to-run"), ChooseRun(order.id)))
    if order.state not in STRIKABLE or order.pieces < 2:
        return (changing, (cancel,))
    return (changing, (Choice(say("button-strike"), StartStrike(order.id)), cancel))


def is_last_piece(turn: Turn, order: OrderView) -> bool:
    """Whether only cancelling is left of what is done about a missing thing."""
    packing = order.state in STRIKABLE and Permission.orders in turn.standing.permissions
    return packing and order.pieces < 2


def look_rows(turn: Turn, order: OrderView) -> tuple[Row, ...]:
    """The map, all that it holds, its history, the list that it came from, the desk."""
    look: list[LinkChoice | Choice] = []
    seen = sees_customer(turn.standing, order.state)
    if seen and order.latitude is not None and order.longitude is not None:
        look.append(LinkChoice(say("button-map"), map_url(order.latitude, order.longitude)))
    fitting = most_shown(order.lines, first_lines(order))
    if len(order.lines) > fitting or any(len(i.wish) > WISH for i in order.lines):
        look.append(Choice(say("button-all-lines"), ManageOrder(order.id, 1)))
    if Permission.override in turn.standing.permissions and order.state in OPEN:
        look.append(Choice(say("button-account"), ManageAccount(order.person_id)))
    if Permission.orders in turn.standing.permissions:
        look.append(Choice(say("button-order-history"), OrderHistory(order.id)))
    return (tuple(look), (TO_DELIVERIES, TO_DESK))


def lines_card(turn: Turn, order: OrderView, page: int) -> Card:
    """Everything that the order holds, a page at a time (from 1)."""
    some = LINES_WITH_WISHES if any(line.wish for line in order.lines) else LINES
    at = (page - 1) * some
    shown = stack(*(line_words(as_line(line)) for line in order.lines[at : at + some]))
    words = paragraphs(say("deliveries-holds", number=Exact(order.number)), shown)
    steps = []
    if page > 1:
        steps.append(Choice(say("button-previous"), ManageOrder(order.id, page - 1)))
    if at + some < len(order.lines):
        steps.append(Choice(say("button-next"), ManageOrder(order.id, page + 1)))
    back = (Choice(say("button-this-order"), ManageOrder(order.id)), TO_DELIVERIES)
    return board(turn, "deliveries", say("deliveries-title"), words, tuple(steps), back)
