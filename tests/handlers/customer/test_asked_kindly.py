"""What people write besides orders and questions: praise, apologies, complaints, and wishes."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.customer import (
    Remind,
    ShowPackage,
    ShowProduct,
    ShowReceipt,
)
from handlers.dialog.actions.privacy import ShowKept
from handlers.dialog.turns import Turns
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.customer.buying import buy, with_cart
from tests.handlers.people import customer, staff
from tests.support.pick_ups import PLACE, offer
from tests.support.words import word


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("الهريس كان لذيذ ما شاء الله", "talk-praise"),
        ("الدخون وصلني مكسور", "talk-problem"),
        ("طلبت عطر وجاني كريم", "talk-problem"),
        ("تغلفون هدايا؟", "talk-enquiry"),
        ("how can i register as a productive family", "talk-enquiry"),
        ("ليش السيارة الحمرا واقفة عند الباب", "talk-unclear"),
    ],
)
async def test_what_only_the_team_can_take_up_goes_to_it_in_one_tap(
    turns: Turns, typed: str, answer: str
) -> None:
    for name in ("دخون عود", "هريس", "علبة هدايا", "عطر", "كريم"):
        await shelf.add_product(turns, name)
    mona = await customer(turns)
    await mona.says(typed)
    assert mona.text.startswith(word(answer))
    assert not mona.offered(ShowProduct)
    assert word("button-send-to-team") in mona.labels


@pytest.mark.parametrize(
    "typed", ["عندكم دخون؟", "وين القى دخون", "متى تسوون دخون", "ابغي دخون لذيذ جدا"]
)
async def test_what_is_sold_is_still_searched_for(turns: Turns, typed: str) -> None:
    await shelf.add_product(turns, "دخون عود")
    mona = await customer(turns)
    await mona.says(typed)
    assert mona.offered(ShowProduct)


async def test_those_who_work_here_are_not_sent_to_themselves(turns: Turns) -> None:
    clerk = await staff(turns, Role.catalogue)
    for typed in ("تغلفون هدايا؟", "ليش السيارة الحمرا واقفة عند الباب"):
        await clerk.says(typed)
        assert word("button-send-to-team") not in clerk.labels
        assert "«" in clerk.text


async def test_an_apology_is_taken_kindly(turns: Turns) -> None:
    mona = await customer(turns)
    await mona.says("آسفة كتبت غلط")
    assert mona.text.startswith(word("talk-sorry"))
    assert mona.offered(ShowPackage)


async def test_who_lost_the_receipt_is_led_to_it(turns: Turns, oud: int) -> None:
    mona = await with_cart(turns, oud)
    order = await buy(mona)
    await mona.says("ضاعت الفاتورة")
    assert mona.text.startswith(word("talk-receipt"))
    assert mona.offered(ShowReceipt) == [ShowReceipt(order.id)]


async def test_fetching_is_answered_as_it_is_offered(turns: Turns) -> None:
    mona = await customer(turns)
    await mona.says("من وين استلم")
    assert mona.text.startswith(word("talk-pick-up-none"))
    async with turns.database.write() as session:
        await offer(session)
    await mona.says("من وين استلم")
    assert mona.text.startswith(word("talk-pick-up", place=PLACE[0]))


async def test_one_piece_is_enough(turns: Turns) -> None:
    mona = await customer(turns)
    await mona.says("كم الحد الأدنى للطلب")
    assert mona.text.startswith(word("talk-minimum"))


async def test_messages_and_data_have_their_screens(turns: Turns) -> None:
    mona = await customer(turns)
    await mona.says("وقفوا الرسايل")
    assert mona.offered(Remind)
    await mona.says("امسحوا بياناتي")
    assert mona.offered(ShowKept)
