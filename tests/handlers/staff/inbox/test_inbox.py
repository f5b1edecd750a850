"""The inbox of the team: its lists, a question, taking it, answering and closing it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from handlers.dialog.actions.customer import AskTeam, ShowProduct
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.actions.inbox import (
    AnswerQuestion,
    CloseQuestion,
    ListQuestions,
    ShowQuestion,
    ShowSent,
    TakeQuestion,
)
from handlers.dialog.rendering import JOINER, words
from handlers.dialog.speech import SentPhoto, SentVoice
from handlers.dialog.turns import Turns
from models.inbox.answers import point_out
from models.inbox.threads import MOST_TEXT
from models.kernel.acting import Acting
from models.kernel.facts import FactRow
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.inboxes import a_photo, a_voice, messages, questions
from tests.handlers.people import customer, staff
from tests.handlers.staff.ordering import an_order, order_named
from tests.handlers.talk import Talk
from tests.handlers.told import actions, announced, text
from tests.support.clock import HandClock
from tests.support.words import label, word

SEND = label("button-send-to-team")


async def writes(turns: Turns, *texts: str, name: str = "mona") -> Talk:
    """A customer who hands these texts to the team."""
    talk = await customer(turns, name)
    for said in texts:
        await talk.says(said)
        await talk.presses(SEND)
    return talk


async def opens(turns: Turns, *roles: Role, language: str = "ar") -> Talk:
    """Somebody of the team, who opens the first question that waits."""
    talk = await staff(turns, *(roles or (Role.orders,)), language=language)
    await talk.says("/desk")
    await talk.presses(word("button-inbox", language))
    await talk.presses_old(talk.offered(ShowQuestion)[0])
    return talk


async def test_the_desk_says_what_waits_and_leads_there(turns: Turns) -> None:
    await writes(turns, "سؤال عن التوصيل")
    talk = await staff(turns, Role.orders)
    await talk.says("/desk")
    assert word("desk-inbox", count=1) in talk.text
    await talk.presses(word("button-inbox"))
    assert word("inbox-nameless") in talk.text
    assert talk.offered(ShowQuestion)
    courier = await staff(turns, Role.courier)
    await courier.says("/desk")
    assert word("desk-inbox", count=1) not in courier.text
    await courier.presses_old(ListQuestions())
    assert word("refused-not-allowed") in courier.text


async def test_managers_are_told_that_no_contact_is_set(turns: Turns) -> None:
    manager, desk = await staff(turns, Role.manager), await staff(turns, Role.orders)
    await manager.says("/desk")
    assert word("desk-no-contact") in manager.text
    await desk.says("/desk")
    assert word("desk-no-contact") not in desk.text


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_a_question_is_taken_answered_and_heard(turns: Turns, language: str) -> None:
    mona = await writes(turns, "سؤال عن التوصيل")
    talk = await opens(turns, language=language)
    assert "سؤال عن التوصيل" in talk.text
    await talk.presses(word("button-take", language))
    assert talk.notice == word("inbox-taken", language)
    await talk.presses_old(ListQuestions("mine"))
    assert word("inbox-state-mine", language) in talk.text
    await talk.presses_old(talk.offered(ShowQuestion)[0])
    await talk.presses(label("button-answer", language))
    await talk.says("التوصيل غداً، وشكراً.")
    assert word("inbox-answer-sent", language) in talk.text
    (news,) = (await announced(turns)).to(mona.external_id)
    assert "التوصيل غداً، وشكراً." in text([news])
    await talk.presses_old(ListQuestions("answered"))
    assert word("inbox-state-answered", language) in talk.text
    await talk.presses_old(ListQuestions())
    assert word("inbox-none-open", language) in talk.text


async def test_two_of_the_team_see_who_has_it(turns: Turns) -> None:
    await writes(turns, "سؤال عن التوصيل")
    first = await opens(turns, Role.orders)
    second = await opens(turns, Role.manager)
    (take,) = first.offered(TakeQuestion)
    await first.presses_old(take)
    await second.presses_old(take)
    assert word("inbox-state-with", name=word("inbox-colleague")) in second.notice
    assert second.offered(TakeQuestion) == []
    await second.presses_old(TakeQuestion(take.question_id, on=False))
    assert (await questions(turns))[0].taken_by == await first.person_id()
    await first.presses(word("button-let-go"))
    assert (await questions(turns))[0].state == "open"


async def test_who_answers_second_reads_the_first_answer_before(turns: Turns) -> None:
    mona = await writes(turns, "سؤال عن التوصيل")
    first, second = await opens(turns, Role.orders), await opens(turns, Role.manager)
    await first.presses(label("button-answer"))
    await second.presses(label("button-answer"))
    await first.says("نعم، غداً.")
    await second.says("لا، بعد غد.")
    assert "نعم، غداً." in second.text
    assert word("inbox-colleague") in second.text
    assert [each.text for each in await messages(turns) if each.by_staff] == ["نعم، غداً."]
    await second.presses(word("button-answer-anyway"))
    heard = text((await announced(turns)).to(mona.external_id))
    assert heard.index("نعم، غداً.") < heard.index("لا، بعد غد.")


async def test_what_the_customer_adds_meanwhile_is_read_before_the_answer_goes(
    turns: Turns,
) -> None:
    mona = await writes(turns, "سؤال عن التوصيل")
    talk = await opens(turns)
    await talk.presses(label("button-answer"))
    await mona.says("بل عن المقاس")
    await mona.presses(SEND)
    await talk.says("غداً.")
    assert "بل عن المقاس" in talk.text
    await talk.presses(word("button-back"))
    await talk.says("المقاس كبير.")
    assert word("inbox-answer-sent") in talk.text
    assert [each.text for each in await messages(turns) if each.by_staff] == ["المقاس كبير."]


async def test_a_question_is_closed_without_an_answer_unless_more_came(turns: Turns) -> None:
    mona = await writes(turns, "وصلتني الهدية")
    talk = await opens(turns)
    (close,) = talk.offered(CloseQuestion)
    await mona.says("وسؤال أخير")
    await mona.presses(SEND)
    await talk.presses_old(close)
    assert talk.notice == word("inbox-more-was-said")
    assert "وسؤال أخير" in talk.text
    await talk.presses(word("button-close"))
    assert talk.notice == word("inbox-closed")
    await talk.presses_old(close)
    assert (await questions(turns))[0].state == "closed"
    (heard,) = (await announced(turns)).to(mona.external_id)
    assert word("inbox-read", about=word("inbox-about-nothing")) in text([heard])
    assert [type(way) for way in actions(heard)] == [AskTeam]
    assert await announced(turns) == []


async def test_what_was_answered_is_closed_without_a_word(turns: Turns) -> None:
    mona = await writes(turns, "سؤال")
    talk = await opens(turns)
    await talk.presses(label("button-answer"))
    await talk.says("نعم.")
    await announced(turns)
    await talk.presses_old(ShowQuestion((await questions(turns))[0].id))
    await talk.presses(word("button-close-answered"))
    assert (await questions(turns))[0].state == "closed"
    assert (await announced(turns)).to(mona.external_id) == []


async def test_an_order_and_a_product_are_one_tap_away(turns: Turns) -> None:
    order = await order_named(turns, await an_order(turns))
    product_id = await shelf.add_product(turns, "دخون العود", "Oud")
    mona = await customer(turns)
    for about in (AskTeam(order_id=order.id), AskTeam(product_id=product_id)):
        await mona.presses_old(about)
        await mona.says("سؤال")
    talk = await staff(turns, Role.orders)
    await talk.presses_old(ListQuestions())
    assert order.number in talk.text
    assert "منى سالم" in talk.text
    assert "501234567" not in talk.text
    first, second = talk.offered(ShowQuestion)
    await talk.presses_old(first)
    assert ManageOrder(order.id) in talk.offered(ManageOrder)
    assert "501234567" not in talk.text
    await talk.presses_old(second)
    assert talk.offered(ShowProduct) == [ShowProduct(product_id)]


async def test_photos_and_voice_notes_are_passed_on_as_they_are(turns: Turns) -> None:
    photo, voice = await a_photo(turns), await a_voice(turns)
    mona = await customer(turns)
    for sent in (SentPhoto(photo, "هذا اللون"), SentVoice(voice)):
        await mona.sends(sent)
        await mona.presses(SEND)
    talk = await opens(turns)
    assert word("inbox-photo") in talk.text
    assert word("inbox-voice", seconds=2) in talk.text
    one, two = talk.offered(ShowSent)
    await talk.presses_old(one)
    picture = talk.cards[0].picture
    assert picture is not None
    assert getattr(picture, "hash", "") == photo
    assert "هذا اللون" in talk.text
    await talk.presses_old(two)
    assert talk.cards[0].voice is not None
    assert talk.cards[0].voice.hash == voice


async def test_long_texts_are_read_whole_page_by_page(turns: Turns) -> None:
    long = [f"{at} " + "كلمات كثيرة " * (MOST_TEXT // 13) for at in range(3)]
    await writes(turns, *long)
    talk = await opens(turns)
    read = [talk.text]
    while any(label("button-earlier") in each for each in talk.labels):
        await talk.presses(label("button-earlier"))
        read.append(talk.text)
    assert len(read) == 3
    for at, shown in enumerate(reversed(read)):
        assert long[at].strip() in shown


async def test_links_and_commands_in_words_are_not_live_for_the_team(turns: Turns) -> None:
    await writes(turns, "اضغط www.evil.example أو /confirm 123456 7890 أو @someone")
    talk = await opens(turns)
    shown = words(talk.cards[0].text, "ar")
    for sign, rest in (("www.", "evil"), ("evil.", "example"), ("/", "confirm"), ("@", "someone")):
        assert f"{sign}{JOINER}{rest}" in shown
        assert f"{sign}{rest}" not in shown


async def test_what_waits_too_long_is_pointed_out_once(turns: Turns, clock: HandClock) -> None:
    manager, desk = await staff(turns, Role.manager), await staff(turns, Role.orders)
    await announced(turns)
    mona = await writes(turns, "سؤال عن التوصيل")
    await announced(turns)
    for minutes, told in ((119, set()), (1, {manager.external_id, desk.external_id}), (60, set())):
        clock.advance(minutes=minutes)
        async with turns.database.write() as session:
            await point_out(Acting(session, None, clock()))
        assert (await announced(turns)).people() == told
    await desk.presses_old(ListQuestions())
    assert word("inbox-late") in desk.text
    await mona.says("ما زلت أنتظر")
    await mona.presses(SEND)
    async with turns.database.write() as session:
        assert await point_out(Acting(session, None, clock())) == 0


async def test_what_was_answered_before_it_was_told_is_not_late(
    turns: Turns, clock: HandClock
) -> None:
    await writes(turns, "سؤال عن التوصيل")
    talk = await opens(turns)
    await announced(turns)
    clock.advance(hours=3)
    async with turns.database.write() as session:
        assert await point_out(Acting(session, None, clock())) == 1
    await talk.presses(label("button-answer"))
    await talk.says("نعم.")
    assert (await announced(turns)).to(talk.external_id) == []


async def test_facts_hold_no_words(turns: Turns) -> None:
    await writes(turns, "سر لا يُكتب في السجل")
    talk = await opens(turns)
    await talk.presses(label("button-answer"))
    await talk.says("جواب لا يُكتب في السجل")
    async with turns.database.read() as session:
        bodies = "".join([str(body) for body in await session.scalars(select(FactRow.body))])
    assert "question-asked" in bodies
    assert "السجل" not in bodies


async def test_what_is_not_there_is_refused(turns: Turns) -> None:
    talk = await staff(turns, Role.orders)
    for action in (ShowQuestion(9), ShowSent(9), TakeQuestion(9), AnswerQuestion(9, 1)):
        await talk.presses_old(action)
        assert word("refused-not-found") in talk.text


async def test_who_answers_what_she_asked_herself_is_not_told_of_it(turns: Turns) -> None:
    desk = await staff(turns, Role.orders)
    await desk.presses_old(AskTeam())
    await desk.says("هل تُفتح القاعة غداً؟")
    await announced(turns)
    await desk.presses_old(AnswerQuestion((await questions(turns))[0].id, 1))
    await desk.says("نعم")
    assert word("inbox-answer-sent") in desk.text
    assert (await announced(turns)).to("orders") == []
