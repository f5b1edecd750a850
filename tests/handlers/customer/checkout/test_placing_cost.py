"""What placing an order asks of the database: few statements, and what others want at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.carts import checkout_token, read_cart
from models.orders.checkout import figures, place_order
from models.orders.delivery_plan import plan_of_terms, target_of
from models.orders.delivery_slots import free_windows
from models.orders.pricing import amounts_of
from tests.handlers import shelf
from tests.handlers.counting import statements
from tests.handlers.customer.buying import WORDS, on_hand, to_summary, with_cart
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.orders import HOME

MOST = 19
WRITES = re.compile(r"(?:UPDATE|INSERT INTO) (\w+)")
WANTED = ("options", "making_days", "family_days", "window_days")


async def with_summary(turns: Turns) -> tuple[Talk, int]:
    """Somebody who sees a summary of a thing with stock and one made to order; the first's id."""
    oud = await shelf.only_option(turns, await shelf.add_product(turns, "دخون عود", "Oud"))
    cake = await shelf.add_product(turns, "كيكة", "Cake", made_to_order=True, lead_days=1)
    talk = await with_cart(turns, await shelf.only_option(turns, cake))
    talk = await with_cart(turns, oud)
    await to_summary(talk)
    return talk, oud


def written(seen: Sequence[str]) -> list[str]:
    """The tables that the statements write to, in their order."""
    return [found[1] for found in map(WRITES.match, seen) if found]


def after_the_first_wanted(seen: Sequence[str]) -> list[str]:
    """What is written from the first row on that others want too."""
    tables = written(seen)
    first = min(tables.index(table) for table in WANTED if table in tables)
    return tables[first:]


async def test_an_order_is_placed_in_few_statements(database: Database, clock: HandClock) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    talk, oud = await with_summary(turns)
    with statements(database) as seen:
        await talk.presses(WORDS["ar"]["place"])
    assert await on_hand(turns, oud) == 8
    assert len(seen) <= MOST, seen
    assert written(seen).count("orders") == 1


async def test_what_others_want_too_is_taken_last_in_one_order(
    database: Database, clock: HandClock
) -> None:
    """Whoever orders for the same evening waits until the commit."""
    turns = Turns(database, DEFAULT_TERMS, clock)
    talk, _ = await with_summary(turns)
    with statements(database) as seen:
        await talk.presses(WORDS["ar"]["place"])
    assert after_the_first_wanted(seen) == list(WANTED)
    assert seen[-1].startswith("INSERT INTO window_days")


async def test_placed_in_the_midst_of_a_turn_the_rest_would_be_written_meanwhile(
    sqlite_database: Database, clock: HandClock
) -> None:
    """The danger: the window is held while something else is computed and written."""
    turns = Turns(sqlite_database, DEFAULT_TERMS, clock)
    talk, oud = await with_summary(turns)
    person = await talk.person_id()
    with statements(sqlite_database) as seen:
        async with sqlite_database.write() as session:
            cart = await read_cart(session, person)
            slot = (
                await free_windows(session, plan_of_terms(DEFAULT_TERMS), cart.lead_days, clock())
            )[0]
            await place_order(
                acting(session, person, clock()),
                token=await checkout_token(session, person),
                figures=figures(
                    cart, amounts_of(cart.items, plan_of_terms(DEFAULT_TERMS), target_of(HOME))
                ),
                destination=HOME,
                day=slot.day,
                window=slot.window,
                terms=DEFAULT_TERMS,
            )
            await checkout_token(session, person)
    assert await on_hand(turns, oud) == 8
    assert after_the_first_wanted(seen) != list(WANTED)


async def test_a_checkout_reads_the_cart_once(sqlite_database: Database, clock: HandClock) -> None:
    turns = Turns(sqlite_database, DEFAULT_TERMS, clock)
    talk, _ = await with_summary(turns)
    await talk.says("/cart")
    with statements(sqlite_database) as seen:
        await talk.presses(WORDS["ar"]["checkout"])
    assert WORDS["ar"]["place"] in " ".join(talk.labels)
    assert sum("FROM cart_lines" in statement for statement in seen) == 1
    assert sum("FROM window_days" in statement for statement in seen) == 1
