"""What is sent outside a question is handed to the centre by one tap: exactly that, and once."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from sqlalchemy import func, select

import models.inbox.drafts
from handlers.dialog.actions.customer import (
    AskTeam,
    SearchFor,
    SendToTeam,
    SendWords,
    ShowOrder,
)
from handlers.dialog.speech import SentOther, Trouble
from handlers.dialog.turns import Turns
from models.inbox.answers import answer, close
from models.inbox.drafts import FILES_WITHIN, LASTS, MOST_KEPT, forget_drafts
from models.inbox.threads import MOST_A_DAY, MOST_TEXT
from models.messaging.processed_updates import ProcessedUpdate
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.inboxes import a_photo, a_voice, drafts, messages, questions
from tests.handlers.people import customer, staff
from tests.handlers.staff.ordering import an_order
from tests.handlers.talk import Talk
from tests.handlers.told import actions, announced, text
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.words import label, pattern, word

SEND = label("button-send-to-team")
SHORT, LONG = "متى يصل طلبي؟", "هل يمكن توصيل الطلب إلى كلباء صباح يوم الجمعة؟"
"""Words that the button holds, and words that are kept for it."""


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_words_that_find_nothing_go_to_the_team_in_one_tap(
    turns: Turns, language: str
) -> None:
    talk = await customer(turns, language=language)
    said = "كرسي هزاز للحديقة\nلونه بني"
    await talk.says(said)
    assert word("inbox-offer", language) in talk.text
    await talk.presses(label("button-send-to-team", language))
    assert pattern("inbox-handed", language).search(talk.text)
    (sent,) = await messages(turns)
    assert (sent.text, sent.by_staff, sent.author_id) == (said, False, await talk.person_id())


async def test_the_button_stands_beside_what_was_found(turns: Turns) -> None:
    await shelf.add_product(turns, "لقيمات", "Luqaimat")
    talk = await customer(turns)
    await talk.says("لقيمات")
    assert any("لقيمات" in each for each in talk.labels)
    assert word("inbox-offer") not in talk.text
    await talk.presses(SEND)
    assert [each.text for each in await messages(turns)] == ["لقيمات"]


async def test_it_says_when_an_answer_may_be_expected(turns: Turns, clock: HandClock) -> None:
    talk = await customer(turns)
    await talk.says("سؤال عن التوصيل")
    await talk.presses(SEND)
    assert "2:00 ظهراً" in talk.text  # two hours after noon
    clock.advance(hours=8)  # at eight in the evening an hour of the team's day is left
    await talk.says("ما زلت أنتظر")
    await talk.presses(SEND)
    assert "10:00 صباحاً" in talk.text  # and no time that has passed
    other = await customer(turns, "huda")
    await other.says("سؤال عن المقاسات")
    await other.presses(SEND)
    assert "10:00 صباحاً" in other.text


async def test_an_old_button_sends_what_stood_above_it_and_nothing_else(turns: Turns) -> None:
    talk = await customer(turns)
    for said in (SHORT, LONG):
        await talk.says(said)
        (button,) = offers(talk)
        await talk.says("الثانية من الرسائل")
        await talk.presses_old(button)
    assert [each.text for each in await messages(turns)] == [SHORT, LONG]


async def test_a_button_whose_words_are_kept_no_more_sends_nothing(
    turns: Turns, clock: HandClock
) -> None:
    talk = await customer(turns)
    await talk.says(LONG)
    (first,) = talk.offered(SendToTeam)
    for at in range(MOST_KEPT):
        await talk.says(f"{LONG} {at}")
    await talk.presses_old(first)
    assert word("inbox-draft-gone") in talk.text
    clock.advance(days=2)
    async with turns.database.write() as session:
        assert await forget_drafts(session, clock() - LASTS, 100) == MOST_KEPT
    await talk.says("رسالة جديدة")
    await talk.presses_old(first)
    assert word("inbox-draft-gone") in talk.text
    assert await messages(turns) == []


async def test_nobody_else_can_send_it(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.says(LONG)
    (own,) = talk.offered(SendToTeam)
    other = await customer(turns, "huda")
    await other.presses_old(own)
    assert word("inbox-draft-gone") in other.text
    assert await messages(turns) == []


@pytest.mark.parametrize("said", [SHORT, LONG])
async def test_a_doubled_tap_and_a_redelivered_one_send_it_once(turns: Turns, said: str) -> None:
    talk = await customer(turns)
    await talk.says(said)
    (send,) = offers(talk)
    await talk.presses_old(send)
    assert await talk.redelivered() == talk.reply
    await talk.presses_old(send)
    assert pattern("inbox-handed-before").search(talk.text)
    assert len(await messages(turns)) == 1
    assert len(await announced(turns)) == 0  # nobody holds the inbox yet


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("settled", ["answered", "closed"])
async def test_sent_again_after_the_answer_no_other_answer_is_promised(
    turns: Turns, language: str, settled: str
) -> None:
    talk = await customer(turns, language=language)
    await talk.says(SHORT)
    (send,) = offers(talk)
    await talk.presses_old(send)
    (question,) = await questions(turns)
    desk = await staff(turns, Role.orders)
    async with turns.database.write() as session:
        team = acting(session, await desk.person_id())
        if settled == "answered":
            await answer(team, question.id, "بعد ساعة.", question.version)
        else:
            await close(team, question.id, question.version)
    await talk.presses_old(send)
    assert word("inbox-handed-settled", language) in talk.text
    assert not pattern("inbox-handed-before", language).search(talk.text)
    assert len(talk.offered(AskTeam)) == 1
    assert [each.by_staff for each in await messages(turns)].count(False) == 1


async def test_a_button_that_was_pressed_sends_nothing_later_either(
    turns: Turns, clock: HandClock
) -> None:
    talk = await customer(turns)
    await talk.says(SHORT)
    (first,) = offers(talk)
    await talk.presses_old(first)
    clock.advance(minutes=1)
    await talk.says("سؤال آخر عن القياس")
    await talk.presses(SEND)
    await talk.presses_old(first)
    assert pattern("inbox-handed-before").search(talk.text)
    await talk.says(SHORT)  # written again, it is meant again
    await talk.presses(SEND)
    assert [each.text for each in await messages(turns)] == [SHORT, "سؤال آخر عن القياس", SHORT]


async def test_without_the_look_a_doubled_tap_would_send_it_twice(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(*_args: object) -> None:
        return None

    monkeypatch.setattr(models.inbox.drafts, "sent_since", nothing)
    talk = await customer(turns)
    await talk.says(SHORT)
    (send,) = offers(talk)
    await talk.presses_old(send)
    await talk.presses_old(send)
    assert [each.text for each in await messages(turns)] == [SHORT, SHORT]


async def test_a_search_writes_nothing_but_what_no_button_holds(turns: Turns) -> None:
    talk = await customer(turns)
    before = await heard(turns)
    await talk.says(SHORT)
    assert (await drafts(turns), await heard(turns)) == ([], before)
    for said in (LONG, "سطر\nوسطر"):
        await talk.says(said)
    assert [each.text for each in await drafts(turns)] == [LONG, "سطر\nوسطر"]
    assert await heard(turns) == before + 2


async def test_the_button_stays_on_the_next_page(turns: Turns) -> None:
    for at in range(9):
        await shelf.add_product(turns, f"لقيمات {at}", f"Luqaimat {at}")
    talk = await customer(turns)
    await talk.says("لقيمات!")
    first = offers(talk)
    (further,) = talk.offered(SearchFor)
    await talk.presses_old(further)
    assert offers(talk) == first != []
    await talk.presses(SEND)
    assert [each.text for each in await messages(turns)] == ["لقيمات!"]


async def test_what_was_asked_for_as_a_search_is_no_message(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.says("/search لقيمات")
    assert offers(talk) == []


@pytest.mark.parametrize("forged", [SendWords("", 1), SendWords("\u200b", 1)])
async def test_forged_words_that_are_none_send_nothing(turns: Turns, forged: SendWords) -> None:
    talk = await customer(turns)
    await talk.presses_old(forged)
    assert word("inbox-draft-gone") in talk.text
    assert await messages(turns) == []


async def test_a_forged_minute_doubles_nothing(turns: Turns) -> None:
    talk = await customer(turns)
    for minute in (10**11, 10**11, -1, 0):
        await talk.presses_old(SendWords(SHORT, minute))
    assert [each.text for each in await messages(turns)] == [SHORT]


async def test_a_photo_and_a_voice_note_are_handed_over_with_their_words(turns: Turns) -> None:
    photo, voice = await a_photo(turns), await a_voice(turns)
    talk = await customer(turns)
    await talk.sends_photo(photo, "هل يوجد هذا اللون؟")
    assert word("inbox-offer-photo") in talk.text
    await talk.presses(SEND)
    await talk.sends_voice(voice)
    assert word("inbox-offer-voice") in talk.text
    await talk.presses(SEND)
    sent = [(each.text, each.photo, each.voice) for each in await messages(turns)]
    assert sent == [("هل يوجد هذا اللون؟", photo, ""), ("", "", voice)]
    assert len(await questions(turns)) == 1
    emptied = [(each.text, each.photo, each.voice) for each in await drafts(turns)]
    assert emptied == [("", "", "")] * 2


async def test_what_is_not_stored_cannot_be_handed_over(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.sends_photo("f" * 64)
    assert word("trouble-photo-unreachable") in talk.text
    await talk.sends_voice("f" * 64)
    assert word("trouble-voice-unreachable") in talk.text
    assert await drafts(turns) == []


async def test_photos_and_voice_notes_that_are_not_sent_on_have_a_limit(
    turns: Turns, clock: HandClock
) -> None:
    talk = await customer(turns)
    photo = await a_photo(turns)
    for _ in range(MOST_KEPT):
        await talk.sends_photo(photo)
    await talk.sends_photo(photo)
    assert word("trouble-too-many-files") in talk.text
    assert talk.heard is not None
    waiting = replace(talk.heard, what=SentOther(Trouble.photo_unreachable))
    assert await turns.why_not_fetched(waiting) is Trouble.too_many_files
    clock.now += FILES_WITHIN
    await talk.sends_photo(photo)
    assert word("inbox-offer-photo") in talk.text
    assert len(await drafts(turns)) == MOST_KEPT


async def test_too_long_a_text_is_said_to_be_so(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.says("م" * (MOST_TEXT + 1))
    assert word("inbox-too-long") in talk.text
    assert offers(talk) == []
    whole = "كلمة " * (MOST_TEXT // 5)
    await talk.says(whole)
    await talk.presses(SEND)
    assert [each.text for each in await messages(turns)] == [whole.strip()]


async def test_a_flood_is_refused_in_words(turns: Turns, clock: HandClock) -> None:
    talk = await customer(turns)
    for at in range(MOST_A_DAY):
        await talk.says(f"رسالة رقم {at}")
        await talk.presses(SEND)
    await talk.says("رسالة زائدة")
    await talk.presses(SEND)
    assert word("refused-too-many-messages", most=MOST_A_DAY) in talk.text
    assert len(await messages(turns)) == MOST_A_DAY
    clock.advance(days=1)
    await talk.says("رسالة الغد")
    await talk.presses(SEND)
    assert len(await messages(turns)) == MOST_A_DAY + 1


async def test_words_that_name_an_order_are_about_that_order(turns: Turns) -> None:
    number = await an_order(turns)
    talk = await customer(turns)
    await talk.says(f"متى يصل {number}؟")
    assert talk.offered(AskTeam) == []  # one button for it is enough
    await talk.presses(SEND)
    (question,) = await questions(turns)
    assert question.order_id is not None
    assert talk.offered(ShowOrder) == [ShowOrder(question.order_id)]
    stranger = await customer(turns, "huda")
    await stranger.says(f"متى يصل {number}؟")
    await stranger.presses(SEND)
    assert (await questions(turns))[1].order_id is None


async def test_an_orders_number_alone_is_no_message(turns: Turns) -> None:
    number = await an_order(turns)
    talk = await customer(turns)
    await talk.says(number)
    assert offers(talk) == []


async def test_staff_look_for_things_and_write_to_nobody(turns: Turns) -> None:
    talk = await staff(turns, Role.courier)
    await talk.says("لقيمات")
    assert offers(talk) == []
    await talk.sends_photo(await a_photo(turns))
    assert word("trouble-not-understood") in talk.text
    assert await drafts(turns) == []


async def test_those_who_hold_the_inbox_are_told_once(turns: Turns) -> None:
    manager, desk = await staff(turns, Role.manager), await staff(turns, Role.orders)
    await staff(turns, Role.courier)
    await announced(turns)
    talk = await customer(turns)
    await talk.says("سؤال أول")
    await talk.presses(SEND)
    told = await announced(turns)
    assert told.people() == {manager.external_id, desk.external_id}
    assert word("inbox-about-nothing") in text(told.to(manager.external_id))
    assert "سؤال أول" not in text(told.to(manager.external_id))
    await talk.says("وسؤال ثانٍ")
    await talk.presses(SEND)
    assert await announced(turns) == []
    assert len(await questions(turns)) == 1
    await desk.presses_old(actions(told.to(desk.external_id)[0])[0])  # type: ignore[arg-type]
    assert "سؤال أول" in desk.text
    assert "وسؤال ثانٍ" in desk.text


def offers(talk: Talk) -> list[SendWords | SendToTeam]:
    """The buttons of the last answer that hand something over."""
    return [*talk.offered(SendWords), *talk.offered(SendToTeam)]


async def heard(turns: Turns) -> int:
    """How many updates took a step."""
    async with turns.database.read() as session:
        counted = await session.scalar(select(func.count()).select_from(ProcessedUpdate))
    return counted or 0
