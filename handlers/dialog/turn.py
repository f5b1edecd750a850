"""A turn: one person, one update, one transaction, as the functions that answer it see it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.speech import Reply
from handlers.dialog.states import Aside, StateBase
from models.kernel.acting import Acting
from models.kernel.refusals import Refusal
from models.kernel.shop_terms import ShopTerms
from models.orders.carts import CartView
from models.orders.delivery_slots import WindowSlot
from models.people.access import Standing
from models.people.people import Language


@dataclass(slots=True)
class Turn:
    """What a function may know and use. `now` is UTC; `session` looks only, in a view.

    `state` is the question that the person is in; `enter` and `leave` change it, in steps only.
    `parked` are answers of a form that was left, until another one is entered. `last` takes what
    many others want, after everything else of the turn is written and just before the commit.
    `otherwise` answers a refusal of the turn, also one of `last`, when all that it did is undone.
    `cart` and `windows` are what the turn has read of them, until it changes the cart.
    """

    session: AsyncSession
    now: datetime
    terms: ShopTerms
    account_id: int
    person_id: int
    language: Language
    standing: Standing
    state: StateBase | None
    version: int
    first_contact: bool = False
    changed: bool = field(default=False)
    parked: StateBase | None = None
    last: Callable[[], Awaitable[None]] | None = None
    otherwise: Callable[[Refusal], Awaitable[Reply]] | None = None
    cart: CartView | None = None
    windows: list[WindowSlot] | None = None

    @property
    def acting(self) -> Acting:
        """Whoever speaks acts, at the time of this turn: what operations of the shop are given."""
        return Acting(self.session, self.person_id, self.now)

    def enter(self, state: StateBase) -> None:
        """Ask the question that the state names: buttons of earlier questions count no more."""
        self.state = state
        self.parked = None
        self.version += 1
        self.changed = True

    def put_aside(self, state: StateBase) -> None:
        """Stay in the question with another word in between: its buttons go on counting."""
        self.state = state
        self.changed = True

    def leave(self) -> None:
        """Be in no question any more."""
        if self.state is not None:
            self.state = None
            self.version += 1
            self.changed = True

    def park(self, state: StateBase) -> None:
        """Be in no question any more, and keep these answers for the next time."""
        self.leave()
        self.changed = True
        self.parked = msgspec.structs.replace(state, at="", path=(), again=(), aside=Aside.none)
