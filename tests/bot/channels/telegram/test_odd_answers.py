"""Whatever the server answers, the bot goes on asking for updates."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

import pytest
from aiohttp import web
from telegram.error import TelegramError

from bot.channels.telegram.calls import AiohttpRequest, BotApi
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.polling import Polling
from bot.ground.metrics import Metrics
from bot.runtime.deferred_updates import DeferredUpdates
from bot.runtime.web_host.server import listening_socket
from tests.fake_botapi import TOKEN


class Server:
    """Answers each call with the next of these bodies, and then with no updates."""

    def __init__(self, *bodies: bytes) -> None:
        self.bodies = list(bodies)
        self.at_the_end = asyncio.Event()

    async def answer(self, _request: web.Request) -> web.Response:
        if self.bodies:
            return web.Response(body=self.bodies.pop(0), content_type="application/json")
        self.at_the_end.set()
        await asyncio.sleep(0.05)
        return web.Response(body=b'{"ok": true, "result": []}', content_type="application/json")


@asynccontextmanager
async def served(server: Server) -> AsyncIterator[BotApi]:
    """The Bot API of that server."""
    app = web.Application()
    app.router.add_post("/{path:.*}", server.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    listener = listening_socket("127.0.0.1", 0)
    await web.SockSite(runner, listener).start()
    port = listener.getsockname()[1]
    async with AiohttpRequest() as request:
        yield BotApi(request, f"http://127.0.0.1:{port}", TOKEN, Metrics())
    await runner.cleanup()


@pytest.mark.parametrize(
    "body",
    [b'{"ok": true, "result": 7}', b'{"ok": true, "result": [{"odd": 1}]}', b"\xff", b"[]"],
)
async def test_asking_goes_on(body: bytes) -> None:
    server = Server(body)
    async with served(server) as api:
        # Nothing of the channel is reached before an update can be read.
        polling = Polling(api, cast(Telegram, None), cast(DeferredUpdates, None))
        asking = asyncio.create_task(polling.run())
        await asyncio.wait_for(server.at_the_end.wait(), 60)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)


def test_half_a_letter_does_not_hide_the_other_updates() -> None:
    found = AiohttpRequest.parse_json_payload(b'{"ok": true, "result": ["\\ud83d", "whole"]}')
    assert found["result"] == ["", "whole"]


@pytest.mark.parametrize("body", [b"", b"[1]", b"<html>", b'"\\ud83d"'])
def test_what_is_no_object_is_refused(body: bytes) -> None:
    with pytest.raises(TelegramError):
        AiohttpRequest.parse_json_payload(body)


async def test_a_file_without_a_path_is_an_error_of_telegrams() -> None:
    server = Server(b'{"ok": true, "result": {"file_id": "a"}}')
    async with served(server) as api:
        with pytest.raises(TelegramError):
            await api.download("a")
