"""Pictures, photos and files that the page fetches and sends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from PIL import Image
from structlog.testing import capture_logs

from bot.app.assembly import Storefront
from bot.channels.web.chat import DRAINED, PHOTOS_AT_ONCE
from bot.images import receipt as receipts
from bot.images.photos import MAX_BYTES
from handlers.dialog.actions.customer import ShowHelp
from handlers.dialog.pictures import Receipt, picture_key
from handlers.dialog.speech import Card, Choice, say
from tests.bot.channels.telegram.test_without_calendar import BEFORE_ALL_YEARS, opening
from tests.bot.channels.web.conftest import storefront
from tests.bot.channels.web.page import address, opened
from tests.bot.channels.web.test_messages import bring
from tests.bot.images.test_photos import png_header_of
from tests.support.words import label, word

FOREVER = "private, max-age=31536000, immutable"


def photo(colour: str = "red", size: tuple[int, int] = (300, 200)) -> bytes:
    """A photo as a phone might send it."""
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    return out.getvalue()


async def sent(client: aiohttp.ClientSession, shop: Storefront, data: bytes) -> dict[str, Any]:
    """Send a photo; the answer."""
    async with client.post(address(shop, "/photos"), data=BytesIO(data)) as answer:
        assert answer.status == 200
        found: dict[str, Any] = await answer.json()
        return found


async def fetched(client: aiohttp.ClientSession, shop: Storefront, path: str) -> tuple[Any, bytes]:
    """The headers and the bytes of something that is there."""
    async with client.get(address(shop, f"/{path}")) as answer:
        assert answer.status == 200, path
        return answer.headers, await answer.read()


async def test_a_drawn_picture_has_the_size_that_was_promised(
    shop: Storefront, client: aiohttp.ClientSession
) -> None:
    async with opened(shop) as page:
        menu = page.thread[0]
    headers, data = await fetched(client, shop, menu["picture"])
    assert (headers["Content-Type"], headers["Cache-Control"]) == ("image/jpeg", FOREVER)
    assert Image.open(BytesIO(data)).size == (menu["width"], menu["height"])


async def test_a_picture_that_cannot_be_drawn_leaves_the_words(
    shop: Storefront, client: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link as long as this one makes no QR code, and is not left out here."""
    monkeypatch.setattr(receipts, "MAX_LINK", 10_000)
    receipt = Receipt("إيصال", "", "", "482913", "", (), "", "", link="x" * 5000)
    button = Choice(say("button-help"), ShowHelp())
    async with opened(shop) as page:
        with capture_logs() as logged:
            card = Card(text=say("button-cart"), picture=receipt, choices=((button,),))
            await bring(shop, page, card)
            told = await page.sees(label("button-cart"))
        assert [line["event"] for line in logged].count("picture-not-drawn") == 1
        assert ("picture" not in told, len(told["buttons"])) == (True, 1)
        path = f"/pictures/{told['id']}/{picture_key(receipt)}"
        async with client.get(address(shop, path)) as answer:
            assert answer.status == 404


async def test_another_picture_has_another_address_and_the_same_one_keeps_it(
    shop: Storefront, client: aiohttp.ClientSession
) -> None:
    async with opened(shop) as page:
        menu = page.thread[0]["picture"]
        await page.presses(word("package-atayeb"))
        product = page.thread[0]["picture"]
        assert product != menu
        await page.presses(label("button-home"))
        assert page.thread[0]["picture"] == menu
    await fetched(client, shop, menu)
    for gone in (
        product,
        "pictures/1/",
        f"pictures/{10**30}/{'0' * 32}",
        "pictures/999999/x",
        f"pictures/{'9' * 5000}/x",
        f"files/{'9' * 5000}",
        f"files/{'9' * 16}",
    ):
        async with client.get(address(shop, f"/{gone}")) as answer:
            assert answer.status == 404, gone


async def test_a_photo_that_is_sent_is_kept_shown_and_never_changes(
    shop: Storefront, client: aiohttp.ClientSession
) -> None:
    answer = await sent(client, shop, photo())
    assert list(answer) == ["photo"]
    async with opened(shop) as page:
        await page.does(type="photo", **answer)
        own = page.thread[1]
        assert own["mine"]
        assert (own["width"], own["height"]) == (300, 200)
    headers, data = await fetched(client, shop, own["picture"])
    assert (headers["Content-Type"], headers["Cache-Control"]) == ("image/jpeg", FOREVER)
    assert Image.open(BytesIO(data)).size == (300, 200)
    assert await sent(client, shop, photo()) == answer


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", "not-a-photo"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not-a-photo"),
        (photo()[:400], "not-a-photo"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic-file"),
        (png_header_of(60_000, 60_000), "photo-too-big"),
        (b"\xff" * (MAX_BYTES + 1), "photo-too-big"),
    ],
    ids=["nothing", "svg", "cut off", "heic", "bomb", "too long"],
)
async def test_what_is_no_photo_is_refused_and_the_person_is_told(
    shop: Storefront, client: aiohttp.ClientSession, data: bytes, trouble: str
) -> None:
    answer = await sent(client, shop, data)
    assert answer == {"trouble": trouble}
    async with opened(shop) as page:
        await page.does(type="photo", **answer)
        assert len(page.thread) == 2
        assert not page.thread[1].get("mine")


async def test_an_endless_photo_is_cut_off(shop: Storefront, client: aiohttp.ClientSession) -> None:
    megabytes = iter(range(2 * DRAINED // 2**20))

    async def endless() -> AsyncIterator[bytes]:
        for _ in megabytes:
            yield b"\0" * 2**20

    # It is answered, or the connection is closed before the answer could be read.
    with suppress(aiohttp.ClientConnectionError):
        async with client.post(address(shop, "/photos"), data=endless()) as answer:
            assert await answer.json() == {"trouble": "photo-too-big"}
    left = len(list(megabytes))
    assert 0 < left <= DRAINED // 2**20


async def test_a_tab_that_is_closed_while_it_sends_is_no_error(
    tryout_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with storefront(tryout_url) as shop:
        reader, writer = await asyncio.open_connection("127.0.0.1", shop.port)
        head = [
            "POST /photos HTTP/1.1",
            f"Host: 127.0.0.1:{shop.port}",
            "Content-Length: 1000",
            "Expect: 100-continue",
        ]
        writer.write("\r\n".join([*head, "", ""]).encode())
        assert await reader.readline() == b"HTTP/1.1 100 Continue\r\n", "the body is waited for"
        writer.write(b"x" * 10)
        await writer.drain()
        writer.close()
        await writer.wait_closed()
    # Closing lets every request end.
    assert [each for each in caplog.records if each.exc_info and each.name == "uvicorn.error"] == []


async def test_a_photo_that_nobody_sent_is_not_there(
    shop: Storefront, client: aiohttp.ClientSession
) -> None:
    async with client.get(address(shop, f"/photos/{'0' * 64}")) as answer:
        assert answer.status == 404
    async with opened(shop) as page:
        await page.does(type="photo", photo="0" * 64)
        assert page.thread[1]["picture"] == f"photos/{'0' * 64}"
        assert "width" not in page.thread[1]


async def test_the_bazaar_comes_as_a_calendar(
    shop: Storefront, client: aiohttp.ClientSession
) -> None:
    async with opened(shop) as page:
        await page.says("/bazaar")
        await page.presses("التقويم")
        file = next(message for message in page.thread if message.get("file"))
    headers, data = await fetched(client, shop, file["file"])
    assert headers["Content-Type"].startswith("text/calendar")
    assert file["file_name"] in headers["Content-Disposition"]
    assert data.startswith(b"BEGIN:VCALENDAR")
    async with client.get(address(shop, f"/files/{page.thread[0]['id']}")) as answer:
        assert answer.status == 404


async def test_a_calendar_that_cannot_be_made_is_not_there_and_its_card_is(
    shop: Storefront, client: aiohttp.ClientSession
) -> None:
    async with opened(shop) as page:
        file = opening(BEFORE_ALL_YEARS)
        await bring(shop, page, Card(text=say("form-noted"), file=file))
        await page.sees(word("form-noted"))
        (shown,) = [message for message in page.thread if message.get("file")]
    async with client.get(address(shop, f"/{shown['file']}")) as answer:
        assert answer.status == 404


@pytest.mark.parametrize("at_once", [PHOTOS_AT_ONCE, PHOTOS_AT_ONCE + 1])
async def test_only_so_many_photos_are_taken_in_at_once(
    tryout_url: str,
    client: aiohttp.ClientSession,
    monkeypatch: pytest.MonkeyPatch,
    at_once: int,
) -> None:
    monkeypatch.setattr("bot.channels.web.chat.PHOTOS_AT_ONCE", at_once)
    go_on = asyncio.Event()
    begun = asyncio.Semaphore(0)

    async def halting() -> AsyncIterator[bytes]:
        yield photo()[:100]
        begun.release()
        await go_on.wait()
        yield photo()[100:]

    async with storefront(tryout_url) as shop:

        async def send_slowly() -> Any:
            async with client.post(address(shop, "/photos"), data=halting()) as answer:
                return await answer.json()

        slow = [asyncio.create_task(send_slowly()) for _ in range(PHOTOS_AT_ONCE)]
        for _ in slow:
            await begun.acquire()
        await fetched(client, shop, "static/chat.js")
        last = asyncio.create_task(sent(client, shop, photo("blue")))
        if at_once > PHOTOS_AT_ONCE:
            assert "photo" in await last
        else:
            await fetched(client, shop, "static/chat.js")
            assert not last.done(), "it waits, unread"
        go_on.set()
        for answer in await asyncio.gather(*slow, last):
            assert "photo" in answer
