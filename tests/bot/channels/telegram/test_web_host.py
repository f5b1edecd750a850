"""The web host of a bot: health, metrics for this machine, and a webhook for Telegram alone."""

from __future__ import annotations

import aiohttp
import pytest
from sqlalchemy import select
from telegram.error import TelegramError

from bot.app.assembly import Storefront
from bot.channels.telegram.calls import AiohttpRequest
from bot.channels.telegram.webhook import HEADER, MOST_BYTES, secret_for
from models.messaging.accounts import Account
from tests.bot.opened import SECRET, bot_of, opened
from tests.fake_botapi import TOKEN, FakeBotApi
from tests.support.words import word


async def test_metrics_are_off_unless_asked_for_and_for_this_machine_alone(
    api: FakeBotApi, sqlite_url: str
) -> None:
    async with aiohttp.ClientSession() as http:
        async with (
            opened(api, sqlite_url) as shop,
            http.get(f"http://127.0.0.1:{shop.port}/metrics") as answer,
        ):
            assert answer.status == 404
        async with opened(api, sqlite_url, metrics=True) as shop:
            address = f"http://127.0.0.1:{shop.port}/metrics"
            async with http.get(address) as answer:
                assert 'entaj_bot_api_calls_total{method="getMe",outcome="ok"}' in (
                    await answer.text()
                )
            for name in ("X-Forwarded-For", "X-Real-IP", "Via"):
                async with http.get(address, headers={name: "1.2.3.4"}) as answer:
                    assert answer.status == 404


@pytest.mark.parametrize("given", [{}, {HEADER: "wrong"}, {HEADER: SECRET.upper()}])
async def test_whoever_does_not_know_the_secret_is_refused(
    api: FakeBotApi, sqlite_url: str, given: dict[str, str]
) -> None:
    async with (
        opened(api, sqlite_url, webhook=True) as shop,
        aiohttp.ClientSession() as http,
        http.post(f"http://127.0.0.1:{shop.port}/telegram", data=b"{}", headers=given) as answer,
    ):
        assert answer.status == 403


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"no json", 200),
        (b'{"update_id":1}', 200),
        (b'{"update_id":"1"}', 200),
        (b"x" * (MOST_BYTES + 1), 413),
    ],
)
async def test_what_cannot_be_read_does_not_come_again(
    api: FakeBotApi, sqlite_url: str, body: bytes, status: int
) -> None:
    headers = {HEADER: SECRET}
    async with (
        opened(api, sqlite_url, webhook=True) as shop,
        aiohttp.ClientSession() as http,
        http.post(f"http://127.0.0.1:{shop.port}/telegram", data=body, headers=headers) as answer,
    ):
        assert answer.status == status


DEEP = b"[" * 50_000 + b"]" * 50_000
HUGE = b"9" * 5_000
OF_MONA = b'"from":{"id":1},"chat":{"id":1,"type":"private"}'


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (DEEP, 400),
        (b"[" * 100_000, 400),
        (b'{"update_id":1,"nobody reads":%s}' % DEEP, 400),
        (b'{"update_id":1,"message":{"message_id":1,%s,"dice":%s}}' % (OF_MONA, DEEP), 400),
        (b'{"update_id":1,"half":"\\ud83d","deep":%s}' % DEEP, 400),
        (b'{"update_id":%s}' % HUGE, 200),
        (b'{"update_id":1e400}', 200),
        (b'{"update_id":1,"message":{"message_id":%s,%s}}' % (b"9" * 30, OF_MONA), 200),
        (b'{"update_id":1,"message":{"message_id":1,%s,"text":[{"a":1}]}}' % OF_MONA, 200),
        (
            b'{"update_id":1,"message":{"message_id":1,%s,"location":{"latitude":[]}}}' % OF_MONA,
            200,
        ),
        (b'{"update_id":1,"half":"\\ud83d","huge":%s}' % HUGE, 200),
    ],
    ids=lambda each: str(each)[:40],
)
async def test_what_telegram_never_sends_is_no_fault_of_ours(
    api: FakeBotApi,
    sqlite_url: str,
    body: bytes,
    status: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with (
        opened(api, sqlite_url, webhook=True) as shop,
        aiohttp.ClientSession() as http,
        http.post(
            f"http://127.0.0.1:{shop.port}/telegram", data=body, headers={HEADER: SECRET}
        ) as answer,
    ):
        assert answer.status == status
        assert await accounts(shop) == []
    assert "Traceback" not in capsys.readouterr().out


async def test_an_answer_that_is_nested_too_deeply_is_an_error_of_the_call() -> None:
    with pytest.raises(TelegramError, match="too deeply"):
        AiohttpRequest.parse_json_payload(b'{"ok":true,"result":%s}' % DEEP)


@pytest.mark.parametrize("half", [b"\xff", b"\\ud83d"])
async def test_half_a_letter_does_not_hide_what_was_written(
    api: FakeBotApi, stocked_url: str, half: bytes
) -> None:
    mona = api.person("Mona", language_code="en")
    async with opened(api, stocked_url, webhook=True) as shop, aiohttp.ClientSession() as http:
        await mona.starts()
        await mona.sees(word("package-atayeb", "en"))
        (account,) = await accounts(shop)
        person = b'{"id":%s,"language_code":"en"}' % account.encode()
        chat = b'{"id":%s,"type":"private"}' % account.encode()
        message = b'{"message_id":1,"from":%s,"chat":%s,"text":"zebra%s"}' % (person, chat, half)
        body = b'{"update_id":1,"message":%s}' % message
        address = f"http://127.0.0.1:{shop.port}/telegram"
        async with http.post(address, data=body, headers={HEADER: SECRET}) as answer:
            assert answer.status == 200
        await mona.sees("zebra")


async def accounts(shop: Storefront) -> list[str]:
    """Telegram's ids of everybody who spoke."""
    async with shop.database.read() as session:
        return list(await session.scalars(select(Account.external_id)))


async def test_while_it_closes_updates_are_put_off(api: FakeBotApi, sqlite_url: str) -> None:
    async with opened(api, sqlite_url, webhook=True) as shop, aiohttp.ClientSession() as http:
        await bot_of(shop).close_door()
        address = f"http://127.0.0.1:{shop.port}/telegram"
        async with http.post(address, data=b"{}", headers={HEADER: SECRET}) as answer:
            assert answer.status == 503


def test_a_bot_without_a_set_secret_has_one_of_its_own() -> None:
    assert secret_for(TOKEN) == secret_for(TOKEN) != secret_for(TOKEN + "x")
    assert TOKEN not in secret_for(TOKEN)
