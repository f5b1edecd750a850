"""Orders of many things with long words: whatever is told of them fits into one message."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from handlers.dialog.actions.brands import ManageFamily
from handlers.dialog.actions.deliveries import StartStaffCancel
from handlers.dialog.speech import Reply, encode_reply
from handlers.dialog.turns import Turns
from models.orders.fulfilment import advance
from models.orders.states import OrderState
from models.people.access import Role
from tests.handlers.people import family_member, staff
from tests.handlers.staff.ordering import a_long_order, order_named
from tests.handlers.told import actions, announced, text
from tests.support.acting import acting
from tests.support.words import word

LINES = 40
MORE = re.compile(r'"lines-more","args":\{"count":(\d+)')


@pytest.fixture
def far(turns: Turns) -> Turns:
    """The shop whose families bring what they make to a place with a long name."""
    turns.terms = replace(turns.terms, bring_in_place_ar="م" * 60, bring_in_place_en="P" * 60)
    return turns


def things_in(reply: Reply) -> int:
    """How many things the reply names, and says that there are besides."""
    named = len(re.findall("و{20,}", text([reply])))
    return named + sum(map(int, MORE.findall(encode_reply(reply))))


async def test_a_family_hears_of_all_that_is_to_be_made(far: Turns) -> None:
    await a_long_order(far, LINES, 1)
    await family_member(far, 1)
    (told,) = (await announced(far)).to("family-1")
    assert things_in(told) == LINES
    assert MORE.search(encode_reply(told))


async def test_a_family_hears_what_becomes_of_all_that_is_called_off(far: Turns) -> None:
    order = await order_named(far, await a_long_order(far, LINES, 1))
    await family_member(far, 1)
    await announced(far)
    desk = await staff(far, Role.orders)
    async with far.database.write() as session:
        for step in (OrderState.accepted, OrderState.packed):
            await advance(acting(session, now=far.clock()), order.id, step)
    await announced(far)
    await desk.presses_old(StartStaffCancel(order.id))
    await desk.presses(word("reason-unreachable"))
    await desk.presses(word("order-cancel-sure"))
    (told,) = (await announced(far)).to("family-1")
    assert things_in(told) == LINES


@pytest.mark.parametrize("brands", [1, 12, LINES])
async def test_managers_hear_of_all_that_nobody_has_joined_for(far: Turns, brands: int) -> None:
    await staff(far, Role.manager)
    await a_long_order(far, LINES, brands)
    heard = (await announced(far)).to("manager")
    (told,) = [reply for reply in heard if reply.cards[0].text.id == "manager-not-joined"]
    assert things_in(told) == LINES
    ways = [action for action in actions(told) if isinstance(action, ManageFamily)]
    assert len({way.family_id for way in ways}) == brands
