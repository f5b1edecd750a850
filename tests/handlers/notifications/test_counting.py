"""Pieces that are missing at packing lead to a count, where more of them are on sale."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.catalogue import ChangeProduct
from handlers.dialog.turns import Turns
from models.orders.queries import order_by_number, order_for_staff
from models.orders.shortages import strike_line
from models.people.access import Role
from tests.handlers.people import staff
from tests.handlers.staff.ordering import an_order
from tests.handlers.told import Told, actions, announced, text
from tests.support.acting import acting
from tests.support.stocktaking import count_stock
from tests.support.words import label, word


async def struck(turns: Turns, reason: str, *, all_held: bool = False) -> tuple[Told, str]:
    """What is told when a piece is struck for that reason; and the order's number."""
    await staff(turns, Role.catalogue)
    number = await an_order(turns, state="accepted")
    await announced(turns)
    async with turns.database.write() as session:
        order = await order_for_staff(session, await order_by_number(session, number) or 0)
        line = order.lines[0]
        if all_held:
            await count_stock(acting(session, now=turns.clock()), line.option_id, 2)
        await strike_line(acting(session, now=turns.clock()), order.id, line.id, reason, 1)
    return await announced(turns), number


@pytest.mark.parametrize("reason", ["missing", "غير موجود على الرف"])
async def test_what_is_missing_is_counted_by_the_catalogue(turns: Turns, reason: str) -> None:
    told, number = await struck(turns, reason)
    (asked,) = told.to("catalogue")
    assert f"نقص عند تجهيز الطلب رقم {number}" in text([asked])
    assert "حُذف منه: بخور 0 × 1. السبب: غير " in text([asked])
    assert "On sale of it now: 7." in text([asked], "en")
    assert "المعروض للبيع الآن: 7." in text([asked])
    (way,) = actions(asked)
    assert isinstance(way, ChangeProduct)
    catalogue = await staff(turns, Role.catalogue)
    await catalogue.presses_old(way)
    await catalogue.presses(label("changing-counted"))
    assert word("changing-ask-counted") in catalogue.text


async def test_what_was_damaged_is_not_counted(turns: Turns) -> None:
    told, _number = await struck(turns, "damaged")
    assert told.to("catalogue") == []


async def test_where_none_is_on_sale_there_is_nothing_to_count(turns: Turns) -> None:
    told, number = await struck(turns, "missing", all_held=True)
    (ran_out,) = told.to("catalogue")
    assert number not in text([ran_out])
    assert "لم تبقَ أي قطعة للبيع" in text([ran_out])
