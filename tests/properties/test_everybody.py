"""Whatever everybody does, stock, dues, purses and notices are what a plain reckoning says.

Each look of the machine has a twin: a guard of the shop is switched off, and the machine finds it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, cast

import msgspec
import pytest

from handlers.notifications import announcements, hearers
from handlers.notifications.customers import tell_customer
from handlers.notifications.hearers import Teller
from handlers.notifications.notices import Event, Notice
from models.accounting import ledger
from models.hall import returns, sales
from models.kernel.calendar import dubai_day
from models.kernel.facts import HallSold, OrderPacked
from models.kernel.money import Money
from models.orders import (
    cancellation,
    door,
    handover,
    holds,
    readdressing,
    reinstating,
    shortages,
    stops,
)
from models.orders.queries import OrderView
from models.orders.returns import Disposition
from models.orders.states import OrderState
from models.products import stock
from tests.properties.everybody.cash import Cash
from tests.properties.everybody.hall import Hall
from tests.properties.games import find, play

GAMES = 30
Switch = Callable[[pytest.MonkeyPatch], None]


@pytest.mark.slow
def test_whatever_everybody_does_on_sqlite_all_is_as_reckoned(sqlite_url: str) -> None:
    play(Hall, sqlite_url, 14)


@pytest.mark.slow
def test_whatever_everybody_does_on_postgres_all_is_as_reckoned(postgres_url: str) -> None:
    play(Hall, postgres_url, 4)


async def nothing(*_ignored: object) -> None:
    """Do nothing of it."""


def what_is_refused_is_thrown_away(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(door, "disposition_of", lambda _line, **_ignored: Disposition.unsellable)


def nobody_bears_what_is_lost(patch: pytest.MonkeyPatch) -> None:
    for module in (cancellation, door):
        patch.setattr(module, "book_losses", nothing)


def cash_goes_to_the_till(patch: pytest.MonkeyPatch) -> None:
    known = ledger.CashTaken
    patch.setattr(handover, "CashTaken", lambda taken, due, _holder: known(taken, due, None))


def an_entry_is_lost(patch: pytest.MonkeyPatch) -> None:
    known = ledger.rows_of
    patch.setattr(ledger, "rows_of", lambda *booked: known(*booked)[1:])


def what_is_struck_is_paid_for(patch: pytest.MonkeyPatch) -> None:
    async def as_before(_session: Any, order: OrderView, *_ignored: int) -> Money:
        return order.total

    for module in (shortages, door):
        patch.setattr(module, "lessen", as_before)


def what_has_left_goes_elsewhere(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(readdressing, "MOVABLE", tuple(OrderState))


def what_goes_on_is_accepted(patch: pytest.MonkeyPatch) -> None:
    always = dict.fromkeys(reinstating.REOPENED, OrderState.accepted)
    patch.setattr(reinstating, "REOPENED", always)


def the_window_stays_full(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(holds, "free_place", nothing)


def no_courier_hears_of_it(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(cast(dict[Any, Any], hearers.HEARERS), OrderPacked, (tell_customer,))


def who_did_it_hears_too(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(announcements, "Event", lambda fact, _actor, *rest: Event(fact, None, *rest))


def all_is_told_twice(patch: pytest.MonkeyPatch) -> None:
    known = hearers.hearers_of

    def again(tell: Teller) -> Teller:
        async def told(session: Any, event: Event) -> list[Notice]:
            found = await tell(session, event)
            return [msgspec.structs.replace(one, audience=f"{one.audience}-2") for one in found]

        return told

    def twice(fact: Any, *, quiet: bool) -> tuple[Teller, ...]:
        tellers = known(fact, quiet=quiet)
        return (*tellers, *map(again, tellers))

    patch.setattr(announcements, "hearers_of", twice)


def the_eve_is_the_day(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(stops, "dubai_day", lambda now: dubai_day(now + timedelta(days=1)))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("switch_off", "look", "words"),
    [
        (what_is_refused_is_thrown_away, "stock", "^stock at desk"),
        (nobody_bears_what_is_lost, "dues", "^due to"),
        (cash_goes_to_the_till, "cash", "^purse of"),
        (an_entry_is_lost, "cash", "^the ledger is not zero"),
        (what_is_struck_is_paid_for, "amounts", "^amount of"),
        (what_has_left_goes_elsewhere, "states", "^doorplate: readdress of what is"),
        (what_goes_on_is_accepted, "states", "^state of"),
        (the_window_stays_full, "books", "^the books disagree"),
        (no_courier_hears_of_it, "told", r"^told: missing \{\('ka"),
        (who_did_it_hears_too, "told", r"^told: missing \{\}, beside \{\("),
        (all_is_told_twice, "told", r"^told: missing \{\}, beside \{\("),
        (the_eve_is_the_day, "told", r"^told: missing \{\}, beside .*'customer-coming'"),
    ],
)
def test_a_guard_that_is_switched_off_is_found(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, switch_off: Switch, look: str, words: str
) -> None:
    switch_off(monkeypatch)
    with pytest.raises(AssertionError, match=words):
        find(lambda url: Cash(url, (look,)), sqlite_url, GAMES)


def no_family_hears_of_the_hall(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(cast(dict[Any, Any], hearers.HEARERS), HallSold, ())


def nobody_is_asked_for_more(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(stock, "note_low", nothing)


def cash_of_the_hall_goes_to_the_centre(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sales, "till_account", lambda _till_id: ledger.CASH)


def what_comes_back_lies_nowhere(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(returns, "put_back", nothing)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("switch_off", "look", "words"),
    [
        (no_family_hears_of_the_hall, "told", r"^told: missing \{.*'income-hall-sold'"),
        (nobody_is_asked_for_more, "told", r"^told: missing \{.*'stock-ran-low'"),
        (cash_of_the_hall_goes_to_the_centre, "cash", "^the till"),
        (what_comes_back_lies_nowhere, "stock", "^stock of"),
    ],
)
def test_a_guard_of_the_hall_that_is_switched_off_is_found(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, switch_off: Switch, look: str, words: str
) -> None:
    switch_off(monkeypatch)
    with pytest.raises(AssertionError, match=words):
        find(lambda url: Hall(url, (look,)), sqlite_url, GAMES)
