"""Photos that staff send are stored before their turn, and shown from the shop's own store."""

from __future__ import annotations

import asyncio
import io
from datetime import timedelta

import pytest
from PIL import Image
from sqlalchemy import select, update
from telegram.constants import FileSizeLimit

from bot.app.assembly import Storefront
from handlers.dialog.actions import encode_action
from handlers.dialog.actions.catalogue import AddPhotos, ChangeProduct
from handlers.dialog.speech import SentOther, SentPhoto, Trouble
from models.people.access import Role
from models.products.photo_order import photos_of
from models.products.photos import keep_photo
from models.products.publishing import set_photos
from models.products.tables import Photo, ProductPhoto
from tests.bot.conftest import TOO_LATE_S, asked_for_photo, invitation
from tests.bot.opened import telegram_of
from tests.fake_botapi import FakeBotApi, Person
from tests.fake_botapi.wire import Upload
from tests.support.acting import acting
from tests.support.waiting import how_many_wait, until
from tests.support.words import word


def picture(colour: str) -> bytes:
    """A JPEG of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
async def chief(api: FakeBotApi, shop: Storefront) -> Person:
    """A manager who is asked for the photo of the first product."""
    manager = api.person("Chief", language_code="en")
    await asked_for_photo(manager, shop)
    return manager


async def photos(shop: Storefront) -> list[Photo]:
    """What is stored."""
    async with shop.database.read() as session:
        return list(await session.scalars(select(Photo)))


async def test_a_photo_is_shown_to_customers_from_then_on(
    api: FakeBotApi, shop: Storefront, chief: Person
) -> None:
    await chief.sends_photo(picture("teal"))
    await chief.sees(kind="photo")
    await api.quiet()
    (stored,) = await photos(shop)
    mona = api.person("Mona", language_code="en")
    await mona.starts("p_1")
    card = await mona.sees("Luqaimat")
    assert card.photo == stored.jpeg
    await api.quiet()
    api.assert_clean()


async def test_an_album_gets_one_answer(api: FakeBotApi, shop: Storefront, chief: Person) -> None:
    await chief.press_old(encode_action(AddPhotos(1)))
    await chief.sees("photo")
    before = len(chief.screen)
    await chief.sends_album(*map(picture, ("teal", "navy", "olive")))
    await chief.sees(word("photos-album-came", "en", most="10"))
    await api.quiet()
    answers = [each for each in chief.screen[before:] if each.from_bot]
    assert len(answers) == 1
    await chief.presses(word("button-photos-done", "en"))
    await chief.sees(kind="photo")
    await api.quiet()
    async with shop.database.read() as session:
        assert len(await photos_of(session, 1)) == 3
    api.assert_clean()


async def test_a_photo_sent_as_a_file_counts_too(
    api: FakeBotApi, shop: Storefront, chief: Person
) -> None:
    await chief.sends_document(picture("navy"), "bread.jpg", mime="image/jpeg")
    await chief.sees(kind="photo")
    await api.quiet()
    assert len(await photos(shop)) == 1


async def test_what_is_no_photo_is_said_and_asked_again(
    api: FakeBotApi, shop: Storefront, chief: Person
) -> None:
    await chief.sends_document(b"no picture at all", "bread.jpg", mime="image/jpeg")
    await chief.sees("photo")
    assert await photos(shop) == []
    api.trouble("getFile", kind="server_error", times=3)
    await chief.sends_photo(picture("olive"))
    await chief.sees("photo")
    await api.quiet()
    assert await photos(shop) == []
    await chief.sends_photo(picture("olive"))
    await chief.sees(kind="photo")
    assert len(await photos(shop)) == 1


async def test_a_short_trouble_on_the_way_is_not_the_persons(
    api: FakeBotApi, shop: Storefront, chief: Person
) -> None:
    api.trouble("getFile", kind="reset")
    await chief.sends_photo(picture("olive"))
    await chief.sees(kind="photo")
    assert len(await photos(shop)) == 1


@pytest.mark.usefixtures("no_time_outs")
async def test_no_more_than_two_are_fetched_at_once(
    api: FakeBotApi, polling_shop: Storefront
) -> None:
    photos = telegram_of(polling_shop).photos
    stored = [
        api.platform.files.add("photo", Upload("photo.jpg", picture(colour), "image/jpeg"))
        for colour in ("red", "green", "blue")
    ]
    late = api.trouble("getFile", kind="late", delay=TOO_LATE_S, times=3)
    fetching = asyncio.gather(*(photos.fetch(each.file_id) for each in stored))

    async def third_one_waits() -> bool:
        return late.lasting >= 2 and how_many_wait(photos._room) == 1

    await until(third_one_waits)
    assert late.lasting == 2
    late.is_over()
    assert [type(each) for each in await fetching] == [SentPhoto] * 3


async def test_a_text_after_a_photo_waits_for_it(
    api: FakeBotApi, shop: Storefront, chief: Person
) -> None:
    api.trouble("getFile", kind="late", delay=0.5)
    await chief.sends_photo(picture("plum"))
    await chief.sends("/help")
    answered = await chief.sees(word("help-subtitle", "en"))
    await api.quiet()
    changed = next(each for each in chief.screen if each.contains("Changed"))
    assert changed.id < answered.id
    assert len(await photos(shop)) == 1


async def test_a_heic_picture_as_a_file_is_to_be_sent_as_a_photo(
    api: FakeBotApi, shop: Storefront, chief: Person
) -> None:
    heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"
    for name, mime in (("IMG_1.HEIC", "image/heic"), ("photo.jpg", "image/jpeg")):
        await chief.sends_document(heic + name.encode(), name, mime=mime)
        await chief.sees("not as a file")
        await api.quiet()
    assert await photos(shop) == []
    assert len(api.calls_of("getFile")) == 1, "what is surely one is not fetched"


@pytest.mark.parametrize(
    ("beyond", "trouble"), [(1, Trouble.photo_too_big), (0, Trouble.not_a_photo)]
)
async def test_a_file_that_telegram_hands_to_no_bot_is_said_to_be_too_big(
    api: FakeBotApi, shop: Storefront, beyond: int, trouble: Trouble
) -> None:
    """An update may name no size: then it is getFile that says so, from 20 MB on."""
    content = bytes(FileSizeLimit.FILESIZE_DOWNLOAD + beyond)
    file = api.platform.files.add("document", Upload("bread.jpg", content, "image/jpeg"))
    fetched = await telegram_of(shop).photos.fetch(file.file_id)
    assert fetched == SentOther(trouble)
    (asked,) = api.calls_of("getFile")
    assert asked.parameters == {"file_id": file.file_id}
    api.assert_clean(allow=["file is too big"] if beyond else [])


async def test_a_photo_of_staff_that_nobody_asked_for_is_not_fetched(
    api: FakeBotApi, shop: Storefront
) -> None:
    """A customer's is for the team: see `test_inbox`."""
    courier = api.person("Courier", language_code="en")
    await courier.starts(await invitation(shop, Role.courier))
    await courier.sees(word("role-courier", "en"))
    await courier.sends_photo(picture("teal"))
    await courier.sees("that kind of message")
    await courier.sends_document(picture("navy"), "bread.jpg", mime="image/jpeg")
    await courier.sees("that kind of message")
    await api.quiet()
    assert api.calls_of("getFile") == []


async def test_a_photo_to_another_question_is_not_fetched(
    api: FakeBotApi, shop: Storefront, chief: Person
) -> None:
    await chief.press_old(encode_action(ChangeProduct(1, "name")))
    await chief.sees("name")
    await chief.sends_photo(picture("teal"))
    assert (await chief.sees("that kind of message")).contains("name")
    await api.quiet()
    assert api.calls_of("getFile") == []
    assert await photos(shop) == []


async def test_the_housekeeping_forgets_what_was_never_used(
    api: FakeBotApi, shop: Storefront, chief: Person
) -> None:
    await chief.sends_photo(picture("teal"))
    await chief.sees("Changed")
    await chief.press_old(encode_action(ChangeProduct(1, "photo")))
    await chief.sees("photo")
    await chief.sends_photo(picture("plum"))
    await chief.sees("Changed")
    await api.quiet()
    async with shop.database.write() as session:
        await session.execute(update(Photo).values(added_at=shop.clock() - timedelta(days=2)))
        used = await session.scalar(select(ProductPhoto.hash))
    assert len(await photos(shop)) == 2
    await shop.prune()
    assert [kept.hash for kept in await photos(shop)] == [used]


async def test_further_photos_take_the_place_of_the_one_before(
    api: FakeBotApi, shop: Storefront
) -> None:
    sent = [picture(colour) for colour in ("teal", "plum")]
    async with shop.database.write() as session:
        for at, jpeg in enumerate(sent):
            await keep_photo(session, str(at) * 64, jpeg, 640, 480, shop.clock())
        await set_photos(acting(session, now=shop.clock()), 1, ["0" * 64, "1" * 64])
    mona = api.person("Mona", language_code="en")
    await mona.starts("p_1")
    first = await mona.sees("Luqaimat")
    await mona.presses(word("product-photo-after", "en"), message=first)
    second = await mona.sees(button=word("product-photo-at", "en", at=2, all=2))
    await mona.presses(word("product-photo-before", "en"), message=second)
    again = await mona.sees(button=word("product-photo-at", "en", at=1, all=2))
    assert [first.photo, second.photo, again.photo] == [sent[0], sent[1], sent[0]]
    assert first.id == second.id == again.id
    await api.quiet()
    api.assert_clean()
