"""A text in reply to a message of the shop is understood in the light of that message."""

from __future__ import annotations

from handlers.dialog.actions.customer import AskTeam, SendToTeam, ShowOrder
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.speech import Said
from handlers.dialog.turns import Turns
from models.people.access import Role
from tests.handlers.customer.buying import buy, with_cart
from tests.handlers.inboxes import messages, questions
from tests.handlers.people import customer, staff
from tests.support.words import word


async def test_a_reply_to_a_notice_is_offered_to_the_team_about_that_order(
    turns: Turns, oud: int
) -> None:
    mona = await with_cart(turns, oud)
    order = await buy(mona)
    await mona.sends(Said("الباب الخلفي أقرب", "9", replies_to=(ShowOrder(order.id),)))
    assert order.number in mona.text
    (offer,) = mona.offered(SendToTeam)
    await mona.presses_old(offer)
    (question,) = await questions(turns)
    assert question.order_id == order.id


async def test_nobody_elses_order_is_opened_by_a_reply(turns: Turns, oud: int) -> None:
    order = await buy(await with_cart(turns, oud))
    other = await customer(turns, "other")
    await other.sends(Said("الباب الخلفي أقرب", "9", replies_to=(ShowOrder(order.id),)))
    assert order.number not in other.text
    assert "«الباب الخلفي أقرب»" in other.text


async def test_a_reply_to_an_answer_of_the_team_goes_on_with_it(turns: Turns) -> None:
    mona = await customer(turns)
    await mona.presses_old(AskTeam())
    await mona.says("هل تُغلّف كهدية؟")
    (question,) = await questions(turns)
    about = (AskTeam(question_id=question.id),)
    await mona.sends(Said("وبأي لون؟", "9", replies_to=about))
    assert [each.text for each in await messages(turns)] == ["هل تُغلّف كهدية؟", "وبأي لون؟"]
    await mona.sends(Said("شكراً", "10", replies_to=about))
    assert mona.text.startswith(word("talk-thanks"))
    other = await customer(turns, "other")
    await other.sends(Said("وبأي لون؟", "9", replies_to=about))
    assert len(await messages(turns)) == 2


async def test_a_reply_of_staff_opens_the_order(turns: Turns, oud: int) -> None:
    order = await buy(await with_cart(turns, oud))
    desk = await staff(turns, Role.orders)
    await desk.sends(Said("تم التواصل مع العميلة", "9", replies_to=(ManageOrder(order.id),)))
    assert order.number in desk.text
