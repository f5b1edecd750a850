"""Who is in the shop, how they act, and what is looked at after each step."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Collection, Coroutine, Iterable
from datetime import timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.speech import Lines, Phrase, decode_reply
from handlers.notifications.announcements import announce_next
from models.accounting.ledger import CASH, Balance, LedgerEntry, due_to_all
from models.accounting.purses import purse_of
from models.kernel.acting import Acting
from models.kernel.database import Database
from models.kernel.money import Money
from models.kernel.refusals import Refusal
from models.messaging.accounts import Account
from models.messaging.outbox import OwedMessage
from models.orders.queries import OrderLineView, OrderView, order_for_staff
from models.orders.returns import ReturnedPieces
from models.people.access import Role, accept_invitation, invite
from models.products.stock import take_in
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.properties.everybody.reckoning import MAY, Ordered, Reckoning, Thing
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import WIDE
from tests.support.runs import a_courier
from tests.support.shelves import a_family, a_person, an_option

T = TypeVar("T")
PRICES = (3513, 2550, 38_000, 1201)
STOCK = 9
LOOKS = ("states", "stock", "dues", "cash", "amounts", "told", "books")
FROM_DOOR = {"placed": "accept", "accepted": "pack", "packed": "out"}
NEXT = {"accept": "accepted", "pack": "packed", "out": "out"}
HALF = 50
any_order = st.integers(0, 2 * HALF - 1)
fitting = st.sampled_from((True, True, False))
things = st.integers(0, 3)
few = st.sampled_from((1, 1, 2, 3))
at_desk = st.sampled_from(("boss", "desk", "also"))
on_the_road = st.sampled_from(("kate", "karl", "desk"))


class Base(RuleBasedStateMachine):
    """One transaction, the people by their names, and the reckoning of what must be true.

    `also` is of the desk and orders for herself; `rose` answers for a family and buys of her own.
    The third family has nobody yet, and a caller has no account until she comes to her chat.
    """

    reckons: type[Reckoning] = Reckoning

    def __init__(self, url: str, looks: Collection[str] = LOOKS) -> None:
        super().__init__()
        self.looks = looks
        self.loop = asyncio.Runner()
        self.database = Database(url)
        self.session = AsyncSession(self.database.writing, expire_on_commit=False)
        self.ids: dict[str, int] = {}
        self.names: dict[int, str] = {}
        self.expected: Counter[tuple[str, str]] = Counter()
        self.heard_until = 0
        self.now = MORNING
        self.limits: dict[str, str] = {}
        self.last = 0

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do it on the shop's own loop."""
        return self.loop.run(work)

    def attempt(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Do it in a savepoint, as a turn does; out comes the refusal when it is refused."""

        async def in_savepoint() -> Any:
            try:
                async with self.session.begin_nested():
                    return await work
            except Refusal as refusal:
                return refusal

        return self.run(in_savepoint())

    def by(self, name: str) -> Acting:
        """That person acts, a second after what was done before."""
        self.now += timedelta(seconds=1)
        return acting(self.session, self.ids[name], self.now)

    def open_the_shop(self) -> None:
        """Put everybody in their place."""
        self.run(self.prepare())

    async def prepare(self) -> None:
        """The people, their families, and six pieces of each thing; the last is made to order."""
        session = self.session
        for name in ("mona", "huda", "also", "rose", "date"):
            self.ids[name] = await a_person(session)
        for name, role in (("boss", Role.manager), ("desk", Role.orders), ("kate", Role.courier),
                           ("karl", Role.courier), ("shelf", Role.catalogue)):  # fmt: skip
            self.ids[name] = await a_courier(session, name, role)
        code = await invite(acting(session), role=Role.orders, name="also")
        await accept_invitation(self.by("also"), code)
        session.add_all(
            Account(person_id=person, channel="telegram", external_id=name, added_at=MORNING)
            for name, person in self.ids.items()
        )
        self.members: dict[int, tuple[str, ...]] = {}
        for members in (("rose",), ("date", "also"), ()):
            family = await a_family(session)
            self.members[family] = members
            for name in members:
                code = await invite(acting(session), family_id=family, name=name)
                await accept_invitation(self.by(name), code)
        await self.fill_the_shelf(tuple(self.members))
        self.names = {person: name for name, person in self.ids.items()}
        await self.announce()
        await self.new_notices()

    async def fill_the_shelf(self, families: tuple[int, ...]) -> None:
        """The things by what each is, and the pieces that come in."""
        known: dict[int, Thing] = {}
        for at, price in enumerate(PRICES):
            family, made = families[at % 3], at == 3
            option = await an_option(
                self.session, price=Money(price), family_id=family, made_to_order=made
            )
            known[option] = Thing(family, price, made)
        self.reckoning = self.reckons(known)
        self.things = tuple(known)
        for option in self.things[:3]:
            await take_in(acting(self.session), option, STOCK)
            self.reckoning.take_in(option, STOCK)

    @property
    def orders(self) -> dict[int, Ordered]:
        """The orders as they must be."""
        return self.reckoning.orders

    def read(self, order_id: int) -> OrderView:
        """The order as the shop shows it."""
        return self.run(order_for_staff(self.session, order_id))

    def thing_in(self, order: Ordered, at: int) -> int:
        """One of the things that the order holds; any thing where it holds nothing."""
        held = list(+order.pieces) or self.things
        return held[at % len(held)]

    def line(self, order_id: int, thing: int) -> OrderLineView | None:
        """The order's line of that thing, if it holds any still."""
        lines = self.read(order_id).live_lines
        return next((line for line in lines if line.option_id == thing), None)

    def pick(self, at: int, fits: bool, act: str) -> tuple[int, Ordered]:
        """An order with which that may be done, or, where it shall not fit, may not be; else any.

        Often it is the one of before, so that much happens to one order.
        """
        fit = [id_ for id_, order in self.orders.items() if (order.state in MAY[act]) == fits]
        ids = fit or list(self.orders)
        if at >= HALF or self.last not in ids:
            self.last = ids[at % len(ids)]
        return self.last, self.orders[self.last]

    def agree(self, done: object, possible: bool, act: str, order: Ordered) -> bool:
        """Whether it was done; nothing is done but what the doorplate and the goods allow."""
        was_done = not isinstance(done, Refusal)
        words = f"doorplate: {act} of what is {order.state} came to {done!r}"
        assert was_done == possible, words
        return was_done

    # ------------------------------------------------------------ who must hear

    def hear(self, phrase: str, people: Iterable[str | int], actor: str = "") -> None:
        """They hear that, but for who did it and who has no account."""
        named = {self.names.get(one, "") if isinstance(one, int) else one for one in people}
        for name in named - {actor, ""}:
            self.expected[name, phrase] += 1

    def not_told(self, phrase: str, before: Counter[tuple[str, str]]) -> None:
        """What was to be heard since then with that phrase is not so any more when it is told."""
        for who, heard in self.expected:
            if heard == phrase:
                self.expected[who, heard] = before[who, heard]

    def desk_hears(self, phrase: str, actor: str) -> None:
        """Everybody who handles orders, but for who did it."""
        self.hear(phrase, ("boss", "desk", "also"), actor)

    def customer_hears(self, order_id: int | None, phrase: str, actor: str = "") -> None:
        """Whose order it is, unless it was their own doing."""
        if order_id is not None:
            self.hear(phrase, (self.orders[order_id].owner,), actor)

    def families_hear(self, phrase: str, pieces: Counter[int], *, made: bool = False) -> None:
        """Whoever answers for the things, also where they did it; with `made` of those alone."""
        told = {one: count for one, count in pieces.items() if not made or self.is_made(one)}
        for family in self.reckoning.families(Counter(told)):
            self.hear(phrase, self.members[family])

    def what_is_left_is_told(self, things: Iterable[int], *, sold: bool = True) -> None:
        """Of what is sold out, or runs low, its family hears, and whoever can bring more."""
        for thing in things:
            left = self.reckoning.where[thing]["shelf"]
            if sold and not left and not self.is_made(thing):
                self.hear("last-piece-sold", ("boss", "shelf"))
                self.families_hear("last-piece-sold", Counter({thing: 1}))
            if self.reckoning.runs_low(thing) and (left or not sold):
                self.hear("stock-ran-low-of", ("boss", "shelf"))
                phrase = "stock-ran-low" if left else "stock-ran-out"
                self.families_hear(phrase, Counter({thing: 1}))

    def is_made(self, thing: int) -> bool:
        """Whether it is made for each order."""
        return self.reckoning.things[thing].made

    # ------------------------------------------------------------ what is looked at

    @invariant()
    def everything_agrees(self) -> None:
        """Each of the looks that this machine takes."""
        if not self.names:
            return
        for name in self.looks:
            look: Callable[[], None] = getattr(self, f"look_at_{name}")
            look()
        self.expected.clear()

    def look_at_states(self) -> None:
        """Each order stands where it must, and is whose it must be."""
        for order_id, order in self.orders.items():
            seen = self.read(order_id)
            found = (seen.state, seen.person_id, seen.on_hold)
            assert found == (order.state, order.owner, order.on_hold), f"state of {order_id}"

    def look_at_stock(self) -> None:
        """Each piece that came in is at one place, and the shelf and the desk hold theirs."""
        for thing in self.things[:3]:
            places = self.reckoning.where[thing]
            assert sum(places.values()) == self.reckoning.came_in[thing]
            shelf = select(Option.on_hand).where(Option.id == thing)
            assert self.run(self.session.scalar(shelf)) == places["shelf"], f"stock of {thing}"
        self.run(self.look_at_the_desk())

    async def look_at_the_desk(self) -> None:
        """What is to be looked at is what came back so."""
        waits = select(ReturnedPieces.option_id, ReturnedPieces.quantity).where(
            ReturnedPieces.disposition == "inspect", ReturnedPieces.decided_at.is_(None)
        )
        found = Counter[int]()
        for thing, pieces in (await self.session.execute(waits)).all():
            found[thing] += pieces
        where = self.reckoning.where
        assert found == +Counter({one: where[one]["desk"] for one in self.things}), "stock at desk"

    def look_at_dues(self) -> None:
        """Each family is owed what of hers customers have, and what the centre bears."""
        due = self.run(due_to_all(self.session, self.members))
        for family, fils in due.items():
            assert fils.fils == self.reckoning.due(family), f"due to {family}"

    def look_at_cash(self) -> None:
        """Each purse and the till hold what was put into them, and all entries sum to zero."""
        for name in ("boss", "desk", "also", "kate", "karl"):
            carried = self.run(purse_of(self.session, self.ids[name]))
            assert carried.fils == self.reckoning.purses[self.ids[name]], f"purse of {name}"
        kept = select(Balance.amount).where(Balance.account == CASH)
        till = self.run(self.session.scalar(kept)) or Money(0)
        assert till.fils == self.reckoning.till, "the till"
        entries = self.run(self.session.scalars(select(LedgerEntry.amount)))
        assert sum(amount.fils for amount in entries) == 0, "the ledger is not zero"

    def look_at_amounts(self) -> None:
        """Each customer pays what the order holds and its fee, and gets back what she paid."""
        for order_id, order in self.orders.items():
            seen = self.read(order_id)
            assert seen.total.fils == self.reckoning.total(order), f"amount of {order_id}"
            held = Counter({line.option_id: line.quantity for line in seen.live_lines})
            assert held == +order.pieces, f"amount of {order_id}"
            if order.state == "delivered":
                assert seen.taken == Money(order.taken), f"amount taken of {order_id}"
            assert seen.refunded.fils == order.refunded, f"amount of {order_id}"

    def look_at_told(self) -> None:
        """Everybody was told what concerns them: all of it, once, and nobody else."""
        self.run(self.announce())
        told = self.run(self.new_notices())
        missing, beside = self.expected - told, told - self.expected
        assert told == self.expected, f"told: missing {dict(missing)}, beside {dict(beside)}"

    async def announce(self) -> None:
        """Tell everything that has happened."""
        while await announce_next(self.session, self.now, 50, WIDE):
            continue

    async def new_notices(self) -> Counter[tuple[str, str]]:
        """Who was told what since the last time: names, and the ids of phrases."""
        rows = await self.session.execute(
            select(OwedMessage.id, Account.external_id, OwedMessage.reply)
            .join(Account, Account.id == OwedMessage.account_id)
            .where(OwedMessage.id > self.heard_until)
            .order_by(OwedMessage.id)
        )
        told = Counter[tuple[str, str]]()
        for message_id, name, stored in rows.all():
            self.heard_until = message_id
            told[name, phrase_of(decode_reply(stored).cards[0].text)] += 1
        return told

    def look_at_books(self) -> None:
        """Nothing that is kept twice differs."""
        assert self.run(discrepancies(self.session)) == [], "the books disagree"

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.run(self.session.rollback())
        self.run(self.session.close())
        self.run(self.database.close())
        self.loop.close()


def phrase_of(text: Phrase) -> str:
    """The id of a phrase; of several, one beneath the other, that of the first."""
    match text.args:
        case {"first": Phrase() as first}:
            return phrase_of(first)
        case {"text": Lines(phrases=(first, *_))}:
            return phrase_of(first)
        case _:
            return text.id
