"""What people send to the team and what comes back, over the Bot API: words, photos and voices."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from PIL import Image
from sqlalchemy import select, update

from bot.app.assembly import Storefront
from bot.channels.telegram.parsing import MOST_VOICE_BYTES, MOST_VOICE_S
from models.inbox.tables import Draft, Question, QuestionMessage, Voice
from models.people.access import Role
from tests.bot.conftest import at_the_menu, invitation
from tests.fake_botapi import FakeBotApi, Person
from tests.support.voices import voice_note
from tests.support.words import label, word

SEND = label("button-send-to-team", "en")


@pytest.fixture
async def chief(api: FakeBotApi, shop: Storefront) -> Person:
    """A manager, who answers questions."""
    manager = api.person("Chief", language_code="en")
    await manager.starts(await invitation(shop, Role.manager))
    await manager.sees(word("role-manager", "en"))
    return manager


async def messages(shop: Storefront) -> list[QuestionMessage]:
    """What was said in all questions."""
    async with shop.database.read() as session:
        return list(await session.scalars(select(QuestionMessage).order_by(QuestionMessage.id)))


def picture() -> bytes:
    """A photo."""
    out = io.BytesIO()
    Image.new("RGB", (640, 480), "teal").save(out, "JPEG")
    return out.getvalue()


async def hands_over_voice(mona: Person, note: bytes) -> None:
    """Send a voice note, and hand it to the team."""
    await mona.sends_voice(2, "listen", content=note)
    await mona.sees(word("inbox-offer-voice", "en"))
    await mona.presses(SEND)
    await mona.sees("The team has the message")


async def test_words_and_the_answer_to_them(api: FakeBotApi, chief: Person) -> None:
    mona = await at_the_menu(api)
    await mona.sends("May zebras march past Kalba?")
    await mona.presses(SEND)
    await mona.sees("The team has the message")
    await chief.presses(word("inbox-open-question", "en"))
    shown = await chief.sees("May zebras march past Kalba?")
    assert "Mona" not in str(shown)
    await chief.presses(label("button-answer", "en"))
    await chief.sees(word("inbox-ask-answer", "en", who="No name").splitlines()[-1])
    await chief.sends("Yes, in the morning.")
    await chief.sees(word("inbox-answer-sent", "en"))
    news = await mona.sees("Yes, in the morning.")
    assert "Chief" not in str(news)
    await mona.presses(label("button-write-again", "en"))
    await mona.sees(word("inbox-ask-more", "en").splitlines()[0])
    await mona.sends("Thank you!")
    await mona.sees("The team has the message")
    await api.quiet()
    api.assert_clean()


async def test_a_doubled_press_sends_the_words_once(api: FakeBotApi, shop: Storefront) -> None:
    mona = await at_the_menu(api)
    await mona.sends("May zebras march past Kalba?")
    offered = await mona.sees(word("inbox-offer", "en"))
    async with shop.database.read() as session:
        assert list(await session.scalars(select(Draft))) == []
    await mona.presses(SEND, message=offered)
    await mona.presses(SEND, message=offered)
    await mona.sees("already")
    await api.quiet()
    assert [each.text for each in await messages(shop)] == ["May zebras march past Kalba?"]
    api.assert_clean()


async def test_a_voice_note_is_passed_on_as_it_is(
    api: FakeBotApi, shop: Storefront, chief: Person
) -> None:
    mona, note = await at_the_menu(api), voice_note(2)
    await hands_over_voice(mona, note)
    await chief.presses(word("inbox-open-question", "en"))
    await chief.sees(word("inbox-voice", "en", seconds=2))
    await chief.presses(word("inbox-voice", "en", seconds=2))
    heard = await chief.sees(kind="voice")
    assert heard.voice == note
    assert heard.contains("listen")
    await chief.presses(word("inbox-voice", "en", seconds=2))
    again = await chief.sees(kind="voice", after=heard)
    assert again.voice == note
    await api.quiet()
    (first, second) = api.calls_of("sendVoice")
    assert not isinstance(first.parameters["voice"], str)
    assert isinstance(second.parameters["voice"], str)  # by its id, and not uploaded again
    async with shop.database.read() as session:
        assert [each.ogg for each in await session.scalars(select(Voice))] == [note]
    api.assert_clean()


async def test_who_takes_no_voice_notes_gets_it_as_a_file(api: FakeBotApi, chief: Person) -> None:
    mona, note = await at_the_menu(api), voice_note(2)
    await hands_over_voice(mona, note)
    chief.takes_no_voices()
    await chief.presses(word("inbox-open-question", "en"))
    await chief.presses(word("inbox-voice", "en", seconds=2))
    heard = await chief.sees(kind="document")
    assert heard.document == (note, "voice.ogg")
    assert heard.contains("listen")
    await api.quiet()
    api.assert_clean(allow=["user restricted receiving of voice note messages"])


async def test_a_photo_with_its_caption(api: FakeBotApi, shop: Storefront, chief: Person) -> None:
    mona = await at_the_menu(api)
    await mona.sends_photo(picture(), "Is this one still to be had?")
    await mona.sees(word("inbox-offer-photo", "en"))
    await mona.presses(SEND)
    await mona.sees("The team has the message")
    await chief.presses(word("inbox-open-question", "en"))
    await chief.sees("Is this one still to be had?")
    await chief.presses(label("inbox-photo", "en"))
    shown = await chief.sees("Is this one still to be had?", kind="photo")
    (said,) = await messages(shop)
    assert said.photo
    assert shown.photo is not None
    await api.quiet()
    api.assert_clean()


async def test_photos_and_voices_wait_for_the_team_in_a_question(
    api: FakeBotApi, shop: Storefront, chief: Person
) -> None:
    mona = await at_the_menu(api)
    await mona.sends("/help")
    await mona.presses(SEND)
    await mona.sees(word("inbox-ask", "en").splitlines()[0])
    await mona.sends_voice(2)
    await mona.sees("The team has the message")
    await mona.presses(label("button-add-to-question", "en"))
    await mona.sees(word("inbox-ask-more", "en").splitlines()[0])
    await mona.sends_document(picture(), "colour.jpg", mime="image/jpeg")
    await mona.sees("The team has the message")
    assert [(bool(each.voice), bool(each.photo)) for each in await messages(shop)] == [
        (True, False),
        (False, True),
    ]
    await api.quiet()
    assert chief.id != mona.id
    api.assert_clean()


@pytest.mark.usefixtures("shop")
async def test_a_voice_note_that_is_too_long_is_not_fetched(api: FakeBotApi) -> None:
    mona = await at_the_menu(api)
    await mona.sends_voice(MOST_VOICE_S + 1)
    await mona.sees(word("trouble-voice-too-big", "en"))
    await mona.sends_voice(3, content=voice_note(1) + bytes(MOST_VOICE_BYTES))
    await mona.sees(word("trouble-voice-too-big", "en"))
    await api.quiet()
    assert api.calls_of("getFile") == []
    api.assert_clean()


async def test_a_voice_note_that_cannot_be_fetched_is_asked_for_again(
    api: FakeBotApi, shop: Storefront
) -> None:
    mona = await at_the_menu(api)
    api.trouble("getFile", kind="server_error", times=3)
    await mona.sends_voice(2)
    await mona.sees(word("trouble-voice-unreachable", "en"))
    api.trouble("getFile", kind="reset")
    await mona.sends_voice(2)
    await mona.sees(word("inbox-offer-voice", "en"))
    await api.quiet()
    async with shop.database.read() as session:
        assert len(list(await session.scalars(select(Voice)))) == 1


async def test_the_team_s_own_voices_and_photos_are_not_fetched(
    api: FakeBotApi, chief: Person
) -> None:
    await chief.sends_voice(2)
    await chief.sees(word("trouble-not-understood", "en"))
    await chief.sends_photo(picture())
    await chief.sees(word("trouble-not-understood", "en"))
    await api.quiet()
    assert api.calls_of("getFile") == []


async def test_the_clock_points_out_once_what_waits_too_long(
    api: FakeBotApi, shop: Storefront, chief: Person
) -> None:
    mona = await at_the_menu(api)
    await mona.sends("May zebras march?")
    await mona.presses(SEND)
    await mona.sees("The team has the message")
    await chief.sees(word("inbox-news", "en", who="", about="").splitlines()[0])
    async with shop.database.write() as session:
        await session.execute(update(Question).values(due_at=shop.clock() - timedelta(minutes=1)))
    chief.looks_away()
    await shop.point_out_late()
    late = word("inbox-news-late", "en", who="", about="").splitlines()[0]
    first = await chief.sees(late)
    await shop.point_out_late()
    await mona.sends("Zebras?")
    await mona.sees("Zebras?")
    await mona.presses(SEND)
    await mona.sees("The team has the message")
    await api.quiet()
    assert [each.id for each in chief.screen if each.contains(late)] == [first.id]


async def test_the_housekeeping_forgets_what_was_never_handed_over(
    api: FakeBotApi, shop: Storefront
) -> None:
    mona = await at_the_menu(api)
    await mona.sends_voice(2)
    offered = await mona.sees(word("inbox-offer-voice", "en"))
    async with shop.database.write() as session:
        old = shop.clock() - timedelta(days=2)
        await session.execute(update(Draft).values(at=old))
        await session.execute(update(Voice).values(added_at=old))
    await shop.prune()
    async with shop.database.read() as session:
        assert list(await session.scalars(select(Draft))) == []
        assert list(await session.scalars(select(Voice))) == []
    await mona.presses(SEND, message=offered)
    await mona.sees(word("inbox-draft-gone", "en"))
