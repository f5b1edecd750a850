"""Which orders a member of staff works on: those who only deliver see no more than that needs."""

from __future__ import annotations

from handlers.dialog.order_states import state_of_any
from handlers.dialog.speech import Phrase, say
from handlers.dialog.turn import Turn
from models.orders.states import OPEN, TO_DELIVER, OrderState
from models.people.access import Permission, Standing


def states_in_reach(standing: Standing) -> tuple[OrderState, ...]:
    """The open states whose orders the person works on."""
    if Permission.orders in standing.permissions:
        return OPEN
    return TO_DELIVER if Permission.deliver in standing.permissions else ()


def sees_customer(standing: Standing, state: str) -> bool:
    """Whether the customer's name, phone and place are needed: couriers, while they deliver."""
    return Permission.orders in standing.permissions or state in TO_DELIVER


def courier_alone(turn: Turn) -> int:
    """The person's id where they only deliver, and another's run is not theirs; 0 for the desk."""
    return 0 if Permission.orders in turn.standing.permissions else turn.person_id


def state_listed(turn: Turn, state: str) -> Phrase:
    """What all orders in a state are called; no order is fetched from whoever only delivers."""
    return say(f"state-{state}") if courier_alone(turn) else state_of_any(state)
