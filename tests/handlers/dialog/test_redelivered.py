"""An update that the platform brings again is answered again, and done once."""

from __future__ import annotations

from sqlalchemy import delete, update

from handlers.dialog.actions.catalogue import ManageProduct
from handlers.dialog.actions.customer import SetQuantity
from handlers.dialog.turns import Turns
from models.messaging.processed_updates import MOST_REPLIES, ProcessedUpdate
from models.people.access import Role, RoleRow
from tests.handlers import shelf
from tests.handlers.people import customer, staff
from tests.handlers.staff.at_the_door import asked_for_code
from tests.handlers.staff.ordering import order_named, wrong_code
from tests.support.clock import HandClock
from tests.support.words import word


async def test_an_answer_that_cannot_be_read_any_more_becomes_the_menu(turns: Turns) -> None:
    option_id = await shelf.only_option(turns, await shelf.add_product(turns, "لقيمات"))
    mona = await customer(turns)
    await mona.presses_old(SetQuantity(option_id, 2))
    async with turns.database.write() as session:
        await session.execute(update(ProcessedUpdate).values(reply='{"of": "a later version'))
    (menu,) = (await mona.redelivered()).cards
    await mona.says("/shop")
    assert menu == mona.cards[0]


async def test_an_older_one_is_answered_by_the_question_that_waits_and_done_once(
    turns: Turns, clock: HandClock
) -> None:
    courier, number = await asked_for_code(turns)
    wrong = await wrong_code(turns, number)
    await courier.says(wrong)
    older = courier.heard
    assert older is not None
    for _ in range(MOST_REPLIES):
        clock.advance(seconds=1)
        await courier.says("what is the code?")
    (question,) = (await turns.answer(older)).reply.cards
    assert courier.reads(question.text) in courier.text
    assert (await order_named(turns, number)).wrong_codes == 1
    await courier.says("/cancel")
    (menu,) = (await turns.answer(older)).reply.cards
    await courier.says("/shop")
    assert menu == courier.cards[0]


async def test_a_question_that_may_not_be_answered_any_more_is_not_asked_again(
    turns: Turns,
) -> None:
    product_id = await shelf.add_product(turns, "لقيمات", on_hand=10)
    chief = await staff(turns, Role.manager)
    await chief.presses_old(ManageProduct(product_id))
    await chief.presses(word("catalogue-change-quantity"))
    async with turns.database.write() as session:
        await session.execute(update(ProcessedUpdate).values(reply=None))
        await session.execute(update(RoleRow).values(role="none"))
    (menu,) = (await chief.redelivered()).cards
    await chief.says("/cancel", "/start")
    assert menu == chief.cards[0]


async def test_a_wrong_code_that_comes_again_is_one_try(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    await courier.says(await wrong_code(turns, number))
    assert await courier.redelivered() == courier.reply
    assert (await order_named(turns, number)).wrong_codes == 1


async def test_without_the_record_of_what_was_heard_it_would_be_two(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    await courier.says(await wrong_code(turns, number))
    async with turns.database.write() as session:
        await session.execute(delete(ProcessedUpdate))
    assert await courier.redelivered() != courier.reply
    assert (await order_named(turns, number)).wrong_codes == 2


async def test_the_last_answer_of_a_form_is_no_search_when_it_comes_again(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "لقيمات", on_hand=10)
    chief = await staff(turns, Role.manager)
    await chief.presses_old(ManageProduct(product_id))
    await chief.presses(word("catalogue-change-quantity"))
    await chief.says("+5")
    assert "الكمية 15" in chief.text
    assert await chief.redelivered() == chief.reply
