"""The states of an order, in one table: what may follow, who may do it, and what is told of it.

Everything that depends on a state looks it up here. The table is held against itself when it is
loaded: a state without a row, or one that leads nowhere, cannot be imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from models.kernel.facts import (
    Fact,
    OrderAccepted,
    OrderCancelled,
    OrderDelivered,
    OrderNotDelivered,
    OrderOut,
    OrderPacked,
    OrderRefused,
    OrderReinstated,
)
from models.people.access import Permission


class OrderState(StrEnum):
    """Where an order stands; the values are stored, and are named in buttons and phrases."""

    placed = "placed"
    accepted = "accepted"
    packed = "packed"
    out = "out"
    delivered = "delivered"
    returned = "returned"
    cancelled = "cancelled"


class Move(msgspec.Struct, frozen=True):
    """A way from one state to the next: the permission it asks for, and the fact that tells of it.

    With `at_hall` it is for what customers fetch at the hall alone (True), or for what is delivered
    alone (False).

    An `onward` move is one tap for staff; the others ask for something first. One that `reopens`
    takes a closing back: it leads to where the order was, and leaves the state as closed as it is.
    """

    to: OrderState
    allow: Permission
    fact: type[Fact]
    onward: bool = False
    reopens: bool = False
    at_hall: bool | None = None

    def is_for(self, *, at_hall: bool) -> bool:
        """Whether an order takes that way which is fetched at the hall, or which is delivered."""
        return self.at_hall in (None, at_hall)


class StateRules(msgspec.Struct, frozen=True, kw_only=True):
    """What holds while an order stands in a state.

    `step` is its place (from 1) on the customer's line of dots, 0 for none. `on_shelf`: its goods
    still lie on the shelf, and are counted with it. `movable`: it can still be given another
    window. `for_couriers`: those who only deliver see it. `void`: nothing of it was sold after all.
    A state that nothing but a reopening leads out of is closed.
    """

    moves: tuple[Move, ...] = ()
    step: int = 0
    on_shelf: bool = False
    customer_cancels: bool = False
    strikable: bool = False
    movable: bool = False
    for_couriers: bool = False
    void: bool = False


FIRST = OrderState.placed
CANCELLED = Move(OrderState.cancelled, Permission.orders, OrderCancelled)
RULES: Mapping[OrderState, StateRules] = {
    OrderState.placed: StateRules(
        moves=(
            Move(OrderState.accepted, Permission.orders, OrderAccepted, onward=True),
            CANCELLED,
        ),
        step=1,
        on_shelf=True,
        customer_cancels=True,
        strikable=True,
        movable=True,
    ),
    OrderState.accepted: StateRules(
        moves=(Move(OrderState.packed, Permission.orders, OrderPacked, onward=True), CANCELLED),
        step=2,
        on_shelf=True,
        customer_cancels=True,
        strikable=True,
        movable=True,
    ),
    OrderState.packed: StateRules(
        moves=(
            Move(OrderState.out, Permission.deliver, OrderOut, onward=True, at_hall=False),
            Move(OrderState.delivered, Permission.orders, OrderDelivered, at_hall=True),
            Move(OrderState.returned, Permission.orders, OrderRefused, at_hall=True),
            CANCELLED,
        ),
        step=3,
        strikable=True,
        movable=True,
        for_couriers=True,
    ),
    OrderState.out: StateRules(
        moves=(
            Move(OrderState.delivered, Permission.deliver, OrderDelivered),
            Move(OrderState.packed, Permission.deliver, OrderNotDelivered),
            Move(OrderState.returned, Permission.deliver, OrderRefused),
            CANCELLED,
        ),
        step=4,
        for_couriers=True,
    ),
    OrderState.delivered: StateRules(step=5),
    OrderState.returned: StateRules(void=True),
    OrderState.cancelled: StateRules(
        moves=tuple(
            Move(to, Permission.orders, OrderReinstated, reopens=True)
            for to in (OrderState.placed, OrderState.accepted, OrderState.packed)
        ),
        void=True,
    ),
}


def faults(rules: Mapping[OrderState, StateRules]) -> list[str]:
    """What is wrong with a table of states, a line each; none where all of it holds."""
    return [
        *(f"{state}: it has no rules" for state in OrderState if state not in rules),
        *(f"{state}: {fault}" for state, rule in rules.items() for fault in rule_faults(rule)),
        *(f"{state}: nothing leads to it" for state in set(OrderState) - reachable_states(rules)),
        *(f"{fact.__name__}: it leads to several states" for fact in ambiguous(rules)),
        *step_faults(rules),
    ]


def rule_faults(rule: StateRules) -> Iterable[str]:
    """What is wrong with the rules of one state."""
    leads = {move.to for move in rule.moves if not move.reopens}
    if sum(move.onward for move in rule.moves) > 1:
        yield "two moves are one tap onward"
    if any(move.onward and needed_for(move.fact) != ["order_id"] for move in rule.moves):
        yield "a single tap knows nothing but the order"
    if rule.customer_cancels and CANCELLED.to not in leads:
        yield "the customer cancels it, and staff cannot"
    if rule.void and leads:
        yield "it is void, and goes on"
    if any(move.reopens and (not rule.void or move.onward) for move in rule.moves):
        yield "it is not void, and is reopened"
    if (rule.strikable or rule.on_shelf) and not leads:
        yield "it is closed, and its lines still change"


def needed_for(fact: type[Fact]) -> list[str]:
    """What must be known before the fact can be told."""
    return [field.name for field in msgspec.structs.fields(fact) if field.required]


def reachable_states(rules: Mapping[OrderState, StateRules]) -> set[OrderState]:
    """The states that an order can come to."""
    known, new = {FIRST}, {FIRST}
    while new:
        moves = [move for state in new if state in rules for move in rules[state].moves]
        new = {move.to for move in moves if not move.reopens} - known
        known |= new
    return known


def ambiguous(rules: Mapping[OrderState, StateRules]) -> list[type[Fact]]:
    """The facts that would tell of moves to more than one state; a reopening names its own."""
    moves = [move for rule in rules.values() for move in rule.moves if not move.reopens]
    return sorted(
        {a.fact for a in moves for b in moves if a.fact is b.fact and a.to != b.to},
        key=lambda fact: fact.__name__,
    )


def step_faults(rules: Mapping[OrderState, StateRules]) -> Iterable[str]:
    """Whether the steps that are shown are 1, 2, 3 and so on, each once."""
    steps = sorted(rule.step for rule in rules.values() if rule.step)
    if steps != list(range(1, len(steps) + 1)):
        yield f"the steps shown are {steps}"


if found := faults(RULES):
    raise LookupError("; ".join(found))


def open_states(states: Iterable[OrderState] = OrderState) -> tuple[OrderState, ...]:
    """The states that something but a reopening still leads out of, in their order."""
    return tuple(state for state in states if any(not move.reopens for move in RULES[state].moves))


def sources(fact: type[Fact], *, at_hall: bool = False) -> tuple[OrderState, ...]:
    """The states that a move told of by that fact leads out of, of what is delivered or fetched."""
    return tuple(
        state
        for state in OrderState
        if any(move.fact is fact and move.is_for(at_hall=at_hall) for move in RULES[state].moves)
    )


def target(fact: type[Fact]) -> OrderState:
    """The state that a move told of by that fact leads to. LookupError where it tells of none.

    A reopening leads to where the order was, which its fact alone does not say.
    """
    for rule in RULES.values():
        for move in rule.moves:
            if move.fact is fact and not move.reopens:
                return move.to
    raise LookupError(f"{fact.__name__} moves no order")


def onward(state: OrderState, *, at_hall: bool = False) -> Move | None:
    """The move that is one tap for staff, of what is delivered or fetched; None without one."""
    moves = RULES[state].moves
    return next((move for move in moves if move.onward and move.is_for(at_hall=at_hall)), None)


OPEN = open_states()
CLOSED = tuple(state for state in OrderState if state not in OPEN)
VOID = tuple(state for state in OrderState if RULES[state].void)
UNPACKED = tuple(state for state in OrderState if RULES[state].on_shelf)
CUSTOMER_CANCELS = tuple(state for state in OrderState if RULES[state].customer_cancels)
MOVABLE = tuple(state for state in OrderState if RULES[state].movable)
STRIKABLE = tuple(state for state in OrderState if RULES[state].strikable)
TO_DELIVER = tuple(state for state in OrderState if RULES[state].for_couriers)
STEPS = tuple(sorted((s for s in OrderState if RULES[s].step), key=lambda s: RULES[s].step))
STEPS_AT_HALL = tuple(state for state in STEPS if state is not OrderState.out)
"""The steps of what is fetched: nobody takes it out."""
ONWARD = {move.to: move for state in OrderState if (move := onward(state))}
"""The one-tap moves by the state that they lead to."""
