"""Writing to the team from an order, a product, the help or an answer, and erasing it again."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.customer import (
    AskTeam,
    ClaimOrders,
    SetLanguage,
    SetQuantity,
    StartCheckout,
)
from handlers.dialog.actions.inbox import AnswerQuestion, ListQuestions
from handlers.dialog.speech import Ask, SentPhoto, SentVoice, Trouble
from handlers.dialog.turns import Turns
from models.inbox.answers import answer
from models.inbox.threads import MOST_OPEN
from models.inbox.voices import voice_bytes
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.customer.buying import with_cart
from tests.handlers.customer.shop.test_wishes import cake_with_wishes
from tests.handlers.inboxes import a_photo, a_voice, drafts, messages, questions
from tests.handlers.people import customer, staff
from tests.handlers.staff.ordering import an_order, order_named
from tests.handlers.told import actions, announced, text
from tests.support.acting import acting
from tests.support.words import label, pattern, word

ASK, SEND = label("button-ask-team"), label("button-send-to-team")


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_a_question_about_an_order(turns: Turns, language: str) -> None:
    number = await an_order(turns)
    order = await order_named(turns, number)
    talk = await customer(turns)
    await talk.presses_old(SetLanguage(language))
    await talk.says("/orders")
    await talk.presses(number)
    await talk.presses(label("button-ask-team", language))
    named = f"{number} ({'Bakhoor 0 + 1 more' if language == 'en' else 'بخور 0 ومنتج آخر'})"
    assert named in talk.text
    assert talk.cards[0].ask is Ask.message
    await talk.says("أريد تغيير العنوان")
    assert label("inbox-open-order", language, number=named) in " ".join(talk.labels)
    (question,) = await questions(turns)
    assert (question.order_id, question.product_id) == (order.id, None)
    await talk.says("لقيمات")  # a search again
    assert len(await messages(turns)) == 1
    await talk.presses_old(AskTeam(question_id=question.id))
    assert word("inbox-about-order", language, number=named) in talk.text
    desk = await staff(turns, Role.orders)
    for look in (ListQuestions(), AnswerQuestion(question.id, question.version)):
        await desk.presses_old(look)
        assert f"الطلب {number} (بخور 0 ومنتج آخر)" in desk.text


async def test_a_question_about_a_product_by_photo_and_by_voice(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "دخون العود", "Oud")
    photo, voice = await a_photo(turns), await a_voice(turns)
    talk = await customer(turns)
    for sent in (SentPhoto(photo), SentVoice(voice, "هكذا")):
        await talk.says("دخون")
        await talk.presses("دخون العود")
        await talk.presses(ASK)
        assert "دخون العود" in talk.text
        await talk.sends(sent)
        assert pattern("inbox-handed").search(talk.text)
    (question,) = await questions(turns)
    assert question.product_id == product_id
    assert [(each.text, each.photo, each.voice) for each in await messages(turns)] == [
        ("", photo, ""),
        ("هكذا", "", voice),
    ]


async def test_what_cannot_be_handed_over_is_asked_for_again(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.says("/help")
    await talk.presses(SEND)
    await talk.shares_place()
    assert word("inbox-ask-again") in talk.text
    await talk.sends_other(Trouble.voice_too_big)
    assert word("trouble-voice-too-big") in talk.text
    await talk.says("\u200f\u200b")
    assert word("inbox-ask-again") in talk.text
    await talk.sends_voice("f" * 64)
    assert word("trouble-voice-unreachable") in talk.text
    await talk.presses(word("button-back"))
    assert word("form-left") in talk.text
    assert await messages(turns) == []


async def test_the_order_and_the_question_of_somebody_else_are_not_asked_about(
    turns: Turns,
) -> None:
    order = await order_named(turns, await an_order(turns))
    mona = await customer(turns)
    await mona.presses_old(AskTeam(order_id=order.id))
    await mona.says("سؤالي")
    (question,) = await questions(turns)
    other = await customer(turns, "huda")
    for action in (AskTeam(order_id=order.id), AskTeam(question_id=question.id)):
        await other.presses_old(action)
        assert word("refused-not-found") in other.text
    await other.presses_old(AskTeam(product_id=999))
    assert word("refused-not-found") in other.text


async def test_only_so_many_questions_are_open_at_once(turns: Turns) -> None:
    talk = await customer(turns)
    products = [
        await shelf.add_product(turns, f"منتج {at}", f"Thing {at}") for at in range(MOST_OPEN + 1)
    ]
    for product_id in products:
        await talk.presses_old(AskTeam(product_id=product_id))
        await talk.says("سؤال")
    assert word("refused-too-many-questions", most=MOST_OPEN) in talk.text
    assert len(await questions(turns)) == MOST_OPEN


async def test_the_answers_of_a_checkout_are_there_again_afterwards(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "دخون العود", "Oud")
    talk = await with_cart(turns, await shelf.only_option(turns, product_id))
    await talk.presses(label("cart-checkout"))
    await talk.says("منى سالم")
    await talk.says("/help")
    await talk.presses(SEND)
    assert talk.cards[-1].ask is Ask.message
    await talk.says("هل التوصيل إلى العين ممكن؟")
    assert StartCheckout() in talk.offered(StartCheckout)
    await talk.presses(label("cart-checkout"))
    assert word("checkout-ask-phone").splitlines()[0] in talk.text


@pytest.mark.parametrize("hands_over", [True, False])
async def test_another_question_that_was_left_for_it_leads_to_no_checkout(
    turns: Turns, hands_over: bool
) -> None:
    cake = await cake_with_wishes(turns)
    talk = await customer(turns)
    await talk.presses_old(ClaimOrders())
    await talk.presses_old(AskTeam())
    await (talk.says("متى تفتحون؟") if hands_over else talk.presses(word("button-cancel")))
    assert talk.offered(StartCheckout) == []
    # Nothing is in the midst of being filled in, so that a wish may be asked for.
    await talk.presses_old(SetQuantity(cake, 1, on_card=True))
    assert talk.cards[-1].text.id == "wish-ask"


async def test_the_answer_comes_as_a_message_and_can_be_answered(turns: Turns) -> None:
    desk = await staff(turns, Role.orders)
    number = await an_order(turns)
    order = await order_named(turns, number)
    talk = await customer(turns)
    await talk.presses_old(AskTeam(order_id=order.id))
    await talk.says("متى يصل؟")
    (question,) = await questions(turns)
    async with turns.database.write() as session:
        who = acting(session, await desk.person_id(), turns.clock())
        await answer(who, question.id, "غداً إن شاء الله.\nwww.example.ae", question.version)
    told = await announced(turns)
    (news,) = told.to(talk.external_id)
    assert "غداً إن شاء الله." in text([news])
    assert number in text([news])
    assert text(told.to(desk.external_id)).count(number) <= 2  # not the answer
    again, _to_order = actions(news)
    assert again == AskTeam(question_id=question.id)
    await talk.presses_old(again)
    await talk.says("شكراً، بانتظاركم")
    assert len(await questions(turns)) == 1
    assert (await questions(turns))[0].state == "open"
    (heard,) = (await announced(turns)).to(desk.external_id)
    assert number in text([heard])


async def test_it_is_erased_when_that_is_asked_for(turns: Turns) -> None:
    desk = await staff(turns, Role.orders)
    voice, photo = await a_voice(turns), await a_photo(turns)
    talk = await customer(turns)
    await talk.says("/privacy")
    assert label("button-erase-questions", count=1) not in " ".join(talk.labels)
    await talk.says("سر لا يعرفه أحد")
    await talk.presses(SEND)
    for sent in (SentPhoto(photo), SentVoice(voice)):
        await talk.sends(sent)
        await talk.presses(SEND)
    await talk.says("وهذه رسالة أطول من أن يحملها زر، ولم تُرسل")
    await talk.says("/privacy")
    await talk.presses(label("button-erase-questions", count=4))
    assert len(await messages(turns)) == 3
    await talk.presses(label("button-erase-questions-sure"))
    assert word("inbox-erased") in talk.text
    assert {(m.text, m.photo, m.voice) for m in await messages(turns)} == {("", "", "")}
    assert await drafts(turns) == []
    async with turns.database.read() as session:
        assert await voice_bytes(session, voice) is None
    (question,) = await questions(turns)
    assert question.state == "closed"
    (news,) = (await announced(turns)).to(desk.external_id)
    await desk.presses_old(actions(news)[0])  # type: ignore[arg-type]
    assert word("inbox-message-erased") in desk.text
    assert "سر" not in desk.text
