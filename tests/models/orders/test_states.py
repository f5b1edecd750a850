"""The table of states: what it says, and that it cannot be loaded with a hole in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from models.kernel.facts import (
    OrderAccepted,
    OrderCancelled,
    OrderDelivered,
    OrderNotDelivered,
    OrderOut,
    OrderRefused,
    OrderReinstated,
)
from models.orders import states
from models.orders.states import (
    CANCELLED,
    CLOSED,
    CUSTOMER_CANCELS,
    ONWARD,
    OPEN,
    RULES,
    STEPS,
    STEPS_AT_HALL,
    STRIKABLE,
    TO_DELIVER,
    UNPACKED,
    VOID,
    Move,
    OrderState,
    StateRules,
    faults,
    onward,
    sources,
    target,
)
from models.people.access import Permission

S = OrderState


def test_the_table_says_what_the_shop_promises() -> None:
    """Written down once more, by hand."""
    assert (S.placed, S.accepted, S.packed, S.out) == OPEN
    assert (S.delivered, S.returned, S.cancelled) == CLOSED
    assert (S.returned, S.cancelled) == VOID
    assert UNPACKED == CUSTOMER_CANCELS == (S.placed, S.accepted)
    assert (S.placed, S.accepted, S.packed) == STRIKABLE
    assert (S.packed, S.out) == TO_DELIVER
    assert (S.placed, S.accepted, S.packed, S.out, S.delivered) == STEPS
    allowed = {to.value: move.allow.value for to, move in ONWARD.items()}
    assert allowed == {"accepted": "orders", "packed": "orders", "out": "deliver"}


def test_a_fact_knows_where_it_leads_from_and_to() -> None:
    """Coming back from the door leads to the desk's packed ones, as packing does."""
    assert sources(OrderNotDelivered) == (S.out,)
    assert target(OrderNotDelivered) == S.packed
    assert sources(OrderCancelled) == OPEN
    assert target(OrderCancelled) == S.cancelled


def test_what_is_fetched_is_handed_over_where_it_is_packed() -> None:
    """Nobody takes it out, and no courier hands it over."""
    assert onward(S.packed, at_hall=True) is None
    assert sources(OrderOut, at_hall=True) == ()
    for fact in (OrderDelivered, OrderRefused):
        assert sources(fact) == (S.out,)
        assert S.packed in sources(fact, at_hall=True)
    allowed = {move.allow for move in RULES[S.packed].moves if move.at_hall}
    assert allowed == {Permission.orders}
    assert (S.placed, S.accepted, S.packed, S.delivered) == STEPS_AT_HALL


def test_a_cancelled_order_stays_closed_though_it_can_be_reopened() -> None:
    """Nothing else leads out of it, and it names where it leads itself."""
    assert sources(OrderReinstated) == (S.cancelled,)
    assert {move.to for move in RULES[S.cancelled].moves} == {S.placed, S.accepted, S.packed}
    with pytest.raises(LookupError):
        target(OrderReinstated)


def holed(state: OrderState, **changed: object) -> dict[OrderState, StateRules]:
    """The table with another rule for one state."""
    return {**RULES, state: msgspec.structs.replace(RULES[state], **changed)}


TO_OUT = Move(S.out, Permission.deliver, OrderOut, onward=True)
HOLES: dict[str, Callable[[], dict[OrderState, StateRules]]] = {
    "out: it has no rules": lambda: {s: rule for s, rule in RULES.items() if s != S.out},
    "accepted: nothing leads to it": lambda: holed(S.placed, moves=(CANCELLED, TO_OUT)),
    "packed: two moves are one tap onward": lambda: holed(S.packed, moves=(TO_OUT, TO_OUT)),
    "placed: the customer cancels it, and staff cannot": lambda: holed(
        S.placed, moves=RULES[S.placed].moves[:1]
    ),
    "delivered: it is closed, and its lines still change": lambda: holed(
        S.delivered, strikable=True
    ),
    "cancelled: it is void, and goes on": lambda: holed(S.cancelled, moves=(TO_OUT,)),
    "out: it is not void, and is reopened": lambda: holed(
        S.out, moves=(*RULES[S.out].moves, *RULES[S.cancelled].moves)
    ),
    "out: a single tap knows nothing but the order": lambda: holed(
        S.out, moves=(Move(S.packed, Permission.deliver, OrderNotDelivered, onward=True),)
    ),
    "OrderAccepted: it leads to several states": lambda: holed(
        S.packed, moves=(Move(S.out, Permission.deliver, OrderAccepted),)
    ),
    "the steps shown are [1, 2, 3, 5, 5]": lambda: holed(S.out, step=5),
}


@pytest.mark.parametrize("fault", HOLES)
def test_each_hole_in_the_table_is_named(fault: str) -> None:
    """The real table has none of them."""
    assert faults(RULES) == []
    assert fault in faults(HOLES[fault]())


def test_a_state_that_is_only_named_cannot_be_loaded() -> None:
    """Its line in the enum alone: the module refuses to be imported."""
    source = Path(states.__file__).read_text(encoding="utf-8")
    named = source.replace('    out = "out"\n', '    out = "out"\n    mislaid = "mislaid"\n')
    assert named != source
    with pytest.raises(LookupError, match="mislaid: it has no rules"):
        exec(compile(named, "states.py", "exec"), vars(ModuleType("states")))
