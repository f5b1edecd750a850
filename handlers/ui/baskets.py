"""The basket of who sells in the hall: what of it an order for a customer can begin with."""

from __future__ import annotations

from handlers.dialog.states import StateBase
from models.hall.sales import Item


class BasketState(StateBase, frozen=True, kw_only=True):
    """The base of a state that holds things to be sold, in the order in which they were found."""

    items: tuple[Item, ...] = ()
