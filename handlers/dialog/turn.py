"""A turn: one person, one update, one transaction, as the functions that answer it see it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.customer import SetQuantity, ShowProduct
from handlers.dialog.speech import Reply
from handlers.dialog.states import Aside, StateBase, WrittenState
from models.kernel.acting import Acting
from models.kernel.refusals import Refusal
from models.kernel.shop_terms import ShopTerms
from models.orders.carts import CartView
from models.orders.delivery_plan import DeliveryPlan, Target
from models.orders.delivery_slots import WindowSlot
from models.orders.saved_plan import hold_plan, plan_now
from models.people.access import Standing
from models.people.people import Language

Numbered = tuple[ShowProduct, ...] | ShowProduct | SetQuantity
"""What numbers ask for: the products of a shelf, how many of one, or of which option."""

STANDS = ("state", "version", "changed", "parked", "shopper_id", "buyer_until")
"""What of a turn is the conversation's: it is undone with the rest of what was refused."""


@dataclass(slots=True)
class Turn:
    """What a function may know and use. `now` is UTC; `session` looks only, in a view.

    `state` is the question that the person is in; `enter` and `leave` change it, in steps only.
    `parked` are answers of a form that was left, until another one is entered. `last` takes what
    many others want, after everything else of the turn is written and just before the commit.
    `not_found` are words that nothing was found for: they are counted later, by nobody.
    `otherwise` answers a refusal of the turn, also one of `last`, when all that it did is undone.
    `cart` and `windows` (for a target) are what the turn has read of them, until it changes the
    cart. `plan` is the plan of deliveries, once it was asked for. `shopper_id` is whose cart and
    address it is: the speaker's, or until `buyer_until` (seconds since 1970) of whom is ordered
    for. `shown` is what a typed number asks for on the screen that was shown last, where known.
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
    not_found: str = ""
    otherwise: Callable[[Refusal], Awaitable[Reply]] | None = None
    cart: CartView | None = None
    windows: tuple[Target, list[WindowSlot]] | None = None
    plan: DeliveryPlan | None = None
    shopper_id: int = 0
    buyer_until: int | None = None
    shown: Numbered | None = None

    @property
    def acting(self) -> Acting:
        """Whoever speaks acts, at the time of this turn: what operations of the shop are given."""
        return Acting(self.session, self.person_id, self.now)

    async def delivery_plan(self) -> DeliveryPlan:
        """The plan of deliveries as it is now, read once a turn."""
        if self.plan is None:
            self.plan = await plan_now(self.session, self.terms)
        return self.plan

    async def held_plan(self) -> DeliveryPlan:
        """The plan of deliveries, which nobody changes before this turn, a step, is over."""
        self.plan = await hold_plan(self.session, self.terms)
        return self.plan

    @property
    def caller_id(self) -> int:
        """The person that is ordered for now; 0 for who orders for themselves."""
        return 0 if self.shopper_id == self.person_id else self.shopper_id

    @property
    def shopping(self) -> Acting:
        """As `acting`, on the cart and by the name of whom is ordered for."""
        return Acting(self.session, self.shopper_id, self.now)

    def buy_for(self, person_id: int | None, until: datetime | None = None) -> None:
        """Order for that person until then (UTC); None for oneself again.

        What was answered for another caller is forgotten.
        """
        self.shopper_id = self.person_id if person_id is None else person_id
        self.buyer_until = None if until is None else int(until.timestamp())
        self.cart = self.windows = None
        self.changed = True
        if self.state is not None and not is_of(self.state, self.caller_id):
            self.leave()
        if self.parked is not None and not is_of(self.parked, self.caller_id):
            self.parked = None

    def question(self) -> tuple[Any, ...]:
        """Where the conversation stands, for `return_to`."""
        return tuple(getattr(self, name) for name in STANDS)

    def return_to(self, question: tuple[Any, ...]) -> None:
        """Let the conversation stand where it stood, when what was done since is undone."""
        for name, value in zip(STANDS, question, strict=True):
            setattr(self, name, value)

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
        """Be in no question any more; what answered it is known by the messages' names."""
        if self.state is not None:
            if self.state.written:
                self.parked = WrittenState(written=self.state.written)
            self.state = None
            self.version += 1
            self.changed = True

    def park(self, state: StateBase) -> None:
        """Be in no question any more, and keep these answers for the next time."""
        self.leave()
        self.changed = True
        self.parked = msgspec.structs.replace(
            state,
            at="",
            path=(),
            again=(),
            aside=Aside.none,
            said_back=None,
            beside=False,
            asked_sure=(),
        )


def is_of(state: StateBase, caller_id: int) -> bool:
    """Whether the answers are the person's own, or of the caller that is ordered for now."""
    return state.buyer_id in (0, caller_id)
