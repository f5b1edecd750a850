"""A picture that cannot be drawn, found or taken does not take the words with it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from bot.app.assembly import Storefront
from bot.channels.media import NoSuchPhoto
from bot.channels.telegram import showing
from bot.channels.telegram.parsing import Spot
from bot.channels.telegram.showing import LIMITS
from bot.images import receipt as receipts
from bot.images.render_pool import NotDrawn
from handlers.dialog.actions.customer import ShowCart, ShowHelp
from handlers.dialog.pictures import Picture, Receipt, StoredPhoto
from handlers.dialog.speech import Ask, Card, Choice, Reply, encode_reply, say
from models.messaging.owing import owe
from models.products.photos import keep_photo
from tests.bot.channels.telegram.test_slow_answers import of_mona, shower_of
from tests.fake_botapi import FakeBotApi, Person
from tests.support.words import word

LONG = "كعك وعسل " * 200
UNDRAWABLE = Receipt("إيصال", "", "", "482913", "", (), "", "", link="x" * 5000)
MISSING = StoredPhoto("0" * 64)
DAMAGED = StoredPhoto("d" * 64)
PICTURES: dict[str, Picture] = {"undrawable": UNDRAWABLE, "missing": MISSING, "damaged": DAMAGED}


@pytest.fixture(autouse=True)
def no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A link as long as this one makes no QR code, and is not left out here."""
    monkeypatch.setattr(receipts, "MAX_LINK", 10_000)


@pytest.fixture
async def mona(api: FakeBotApi, polling_shop: Storefront) -> AsyncIterator[Person]:
    """Mona at the menu, in a shop with a photo that is none."""
    person = api.person("Mona", language_code="en")
    await person.starts()
    await person.sees(word("package-atayeb", "en"))
    await person.quiet()
    async with polling_shop.database.write() as session:
        await keep_photo(session, DAMAGED.hash, b"no JPEG", 9, 9, datetime.now(UTC))
    yield person
    await api.quiet()
    api.assert_clean(allow=["IMAGE_PROCESS_FAILED"])


def card(picture: Picture, text: str = LONG) -> Card:
    """A card with a picture and two rows of buttons."""
    rows = ((Choice(say("button-help"), ShowHelp()),), (Choice(say("button-cart"), ShowCart()),))
    return Card(text=say("paragraph", text=text), picture=picture, choices=rows)


@pytest.mark.parametrize("kind", PICTURES)
async def test_a_card_is_shown_as_one_whole_text_with_all_its_buttons(
    polling_shop: Storefront, mona: Person, kind: str
) -> None:
    assert len(LONG) > LIMITS.caption
    reply = Reply(cards=(card(PICTURES[kind]), Card(text=say("button-help"))))
    with capture_logs() as logged:
        to = await of_mona(polling_shop)
        await shower_of(polling_shop).show(to, reply, None, within=30.0)
    before, (shown, after) = mona.screen[:-2], mona.screen[-2:]
    assert [shown.kind, after.kind] == ["text", "text"]
    assert LONG.strip() in shown.words
    assert [len(row) for row in shown.rows] == [1, 1]
    assert not any(each.contains(LONG[:20]) for each in before)
    defects = [line["event"] for line in logged if line["log_level"] == "error"]
    assert defects == (["picture-not-drawn"] if kind == "undrawable" else [])


@pytest.mark.parametrize("kind", PICTURES)
async def test_a_pressed_photo_stays_and_a_pressed_text_is_replaced(
    polling_shop: Storefront, mona: Person, kind: str
) -> None:
    to, shower = await of_mona(polling_shop), shower_of(polling_shop)
    reply = Reply(cards=(card(PICTURES[kind], "first"),), in_place=True)
    menu = mona.screen[-1]
    assert menu.kind == "photo"
    await shower.show(to, reply, Spot("", menu.id, ("a",)), within=30.0)
    first = mona.screen[-1]
    assert (first.kind, first.contains("first")) == ("text", True)
    reply = Reply(cards=(card(PICTURES[kind], "second"),), in_place=True)
    await shower.show(to, reply, Spot("", first.id), within=30.0)
    assert [each.contains("second") for each in mona.screen].count(True) == 1


async def test_what_is_asked_for_is_still_asked_for(polling_shop: Storefront, mona: Person) -> None:
    asking = Card(text=say("button-help"), picture=UNDRAWABLE, ask=Ask.phone)
    to = await of_mona(polling_shop)
    await shower_of(polling_shop).show(to, Reply(cards=(asking,)), None, within=30.0)
    assert mona.screen[-1].kind == "text"
    assert mona.keyboard


@pytest.mark.parametrize("kind", PICTURES)
async def test_a_notice_arrives(
    api: FakeBotApi, polling_shop: Storefront, mona: Person, kind: str
) -> None:
    account_id = (await of_mona(polling_shop)).account_id
    news = encode_reply(Reply(cards=(card(PICTURES[kind], "News"),)))
    async with polling_shop.database.write() as session:
        now = datetime.now(UTC)
        await owe(session, account_id, "news", news, now, now)
    told = await mona.sees("News", kind="text")
    assert [len(row) for row in told.rows] == [1, 1]
    await api.quiet()


async def test_a_defect_in_drawing_would_take_the_words_with_it(
    polling_shop: Storefront, mona: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "NotDrawn", NoSuchPhoto)
    to = await of_mona(polling_shop)
    reply = Reply(cards=(card(UNDRAWABLE, "lost"),))
    with pytest.raises(NotDrawn):
        await shower_of(polling_shop).show(to, reply, None, within=30.0)
    assert not any(each.contains("lost") for each in mona.screen)
