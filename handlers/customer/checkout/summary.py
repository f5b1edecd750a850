"""The summary before an order is placed: looked at, changed from, and placed by its button."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from handlers.customer.checkout.cart_at_hand import cart_of, open_windows
from handlers.customer.checkout.screens import Summary, summary_text
from handlers.customer.checkout.state import (
    CheckoutState,
    summary_stamp,
    target_at,
)
from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.customer import PlaceOrder, ShowCart
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import FLOWS, pick
from handlers.dialog.layout import HOME
from handlers.dialog.parsing import has_letters
from handlers.dialog.parsing_windows import time_wanted
from handlers.dialog.speech import Card, Choice, Reply, Row, Said, Weight, What, say
from handlers.dialog.turn import Turn
from handlers.ui.on_behalf import with_buyer
from handlers.ui.pick_up import for_order
from handlers.ui.window_stamps import stamp_of
from models.kernel.calendar import dubai_day
from models.orders.carts import cart_token
from models.orders.checkout import figures
from models.orders.delivery_slots import WindowSlot
from models.orders.pricing import amounts_of

CHANGES = {
    "time": ("slot",),
    "note": ("note",),
    "name": ("name",),
    "phone": ("phone",),
    "place": ("emirate", "zone", "area", "where"),
}


async def summary_of(turn: Turn, state: CheckoutState) -> Summary:
    """The order as it could be placed now, in the chosen window or else in the earliest."""
    cart = await cart_of(turn)
    to = target_at(state)
    free = await open_windows(turn, to)
    slot = chosen_slot(free, state.slot)
    moved = state.slot is not None and slot is not None and stamp_of(slot) != state.slot
    amounts = amounts_of(cart.items, await turn.delivery_plan(), to)
    return Summary(cart, state, amounts, slot, moved)


def chosen_slot(free: Sequence[WindowSlot], stamp: str | None) -> WindowSlot | None:
    """The chosen window where it still has room; else the first after it, or at all."""
    wanted = [slot for slot in free if stamp is None or stamp_of(slot) >= stamp]
    return next(iter([*wanted, *free]), None)


async def ask_summary(turn: Turn, state: CheckoutState) -> Card:
    """The summary with the button that places the order, and all that can be changed."""
    summary = await summary_of(turn, state)
    if not summary.cart.items:
        return Card(text=say("checkout-cart-empty"), choices=((HOME,),))
    rows: list[Row] = []
    if summary.slot is not None:
        rows.append((await placing_choice(turn, what_it_shows(summary, summary.slot)),))
        rows.append((change(turn, "time"), change(turn, "note")))
    rows.append((change(turn, "name"), change(turn, "phone"), change_place(turn, state)))
    rows.append((Choice(say("button-cart"), ShowCart()),))
    card = Card(text=summary_text(summary), choices=tuple(rows))
    return await with_buyer(turn, card) if turn.caller_id else card


def what_it_shows(summary: Summary, slot: WindowSlot) -> str:
    """The figures, the details and the window of a summary, short enough for button data."""
    return summary_stamp(figures(summary.cart, summary.amounts), summary.state, slot)


async def placing_choice(turn: Turn, what: str) -> Choice:
    """`Place the order`, which stands for exactly what was shown."""
    return Choice(
        say("checkout-place-order"),
        PlaceOrder(await cart_token(turn.session, turn.shopper_id), what),
        Weight.heavy,
    )


async def remember_shown(turn: Turn, state: CheckoutState) -> CheckoutState:
    """The answers with what the summary shows now: a typed `Place the order` stands for that."""
    summary = await summary_of(turn, state)
    seen = "" if summary.slot is None else what_it_shows(summary, summary.slot)
    return msgspec.structs.replace(state, seen=seen)


async def as_shown(turn: Turn, state: CheckoutState) -> Choice:
    """`Place the order` as the summary showed it, whatever is so by now."""
    return await placing_choice(turn, state.seen)


async def typed_as_shown(turn: Turn, state: CheckoutState) -> tuple[Choice]:
    """What counts when its label is typed, beside the buttons of the summary."""
    return (await as_shown(turn, state),)


def change(turn: Turn, what: str) -> Choice:
    """A button that changes one part of the order."""
    return pick(turn, say(f"checkout-change-{what}"), what)


def change_place(turn: Turn, state: CheckoutState) -> Choice:
    """The button that changes where the order goes to, or is fetched."""
    return pick(turn, for_order(state, say("checkout-change-place")), "place")


async def take_change(turn: Turn, state: CheckoutState, said: What | Pick) -> Reply:
    """Ask again what is to be changed; a day is another window, and all else waits for a button."""
    if isinstance(said, Said) and names_day(turn, said.text):
        await take_change(turn, state, Pick(turn.version, "time"))
        choosing = turn.state
        if isinstance(choosing, CheckoutState):
            return await FLOWS[CheckoutState].answer(turn, choosing, said)
    if not isinstance(said, Pick) or said.value not in CHANGES:
        raise Unclear(say("checkout-use-buttons"))
    # The choice of a time begins with the earliest again.
    fresh = msgspec.structs.replace(state, slots_from=0)
    return await FLOWS[CheckoutState].edit(turn, fresh, *CHANGES[said.value])


def names_day(turn: Turn, text: str) -> bool:
    """Whether a text is a day, with or without hours: الخميس العصر; a bare number is none."""
    wanted = time_wanted(text, dubai_day(turn.now)) if has_letters(text) else None
    return wanted is not None and wanted.day is not None


SUMMARY: Question[CheckoutState] = Question(
    "summary",
    ask_summary,
    take_change,
    lambda _state: True,
    quiet=True,
    asked=remember_shown,
    typed=typed_as_shown,
    assents=as_shown,
    unfinished=say("checkout-not-placed"),
    hears=names_day,
)
