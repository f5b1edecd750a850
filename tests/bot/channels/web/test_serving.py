"""The web host stops in order: no request is left behind that the event loop's end breaks off."""

from __future__ import annotations

import asyncio
from pathlib import Path

import aiohttp
import pytest
from starlette.types import Receive, Scope, Send

from bot.runtime.web_host.server import OwnSignals, WebServer
from tests.fake_botapi import FakeBotApi
from tests.kills.shop_process import ShopProcess
from tests.support.opened import opened
from tests.support.outage import held_by_another
from tests.support.waiting import PATIENCE, until


class Lingering:
    """An application that is cancelled, and then takes a while to end."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.cancelled = asyncio.Event()
        self.may_end = asyncio.Event()
        self.ended = False

    async def __call__(self, _scope: Scope, _receive: Receive, _send: Send) -> None:
        self.begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.cancelled.set()
            await self.may_end.wait()  # as a connection to SQLite is closed
            self.ended = True


async def stopped_meanwhile(app: Lingering, web: WebServer) -> asyncio.Task[None]:
    """The server has been told to stop while a request goes on, and has cancelled it."""
    await web.start(app)
    async with aiohttp.ClientSession() as http:
        asking = asyncio.create_task(http.get(f"http://127.0.0.1:{web.port}/"))
        await app.begun.wait()
        stopping = asyncio.create_task(web.stop())
        await app.cancelled.wait()
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
    return stopping


async def test_a_request_that_is_cancelled_has_ended_when_the_host_has_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.runtime.web_host.server.FINISH_S", 1.0)
    app, web = Lingering(), WebServer("127.0.0.1", 0)
    stopping = await stopped_meanwhile(app, web)
    assert web._task is not None
    await web._task
    assert not app.ended
    app.may_end.set()
    await stopping
    assert app.ended


async def test_uvicorn_itself_leaves_it_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.runtime.web_host.server.FINISH_S", 1.0)

    async def stop(web: WebServer) -> None:
        assert web._task is not None
        assert isinstance(web._server, OwnSignals)
        web._server.should_exit = True
        await web._task

    monkeypatch.setattr(WebServer, "stop", stop)
    app, web = Lingering(), WebServer("127.0.0.1", 0)
    await (await stopped_meanwhile(app, web))
    assert not app.ended
    app.may_end.set()
    assert web._server is not None
    await asyncio.gather(*web._server.server_state.tasks, return_exceptions=True)
    web._socket.close()


@pytest.mark.slow
async def test_a_shop_closes_though_an_update_takes_longer_than_is_waited_for(
    api: FakeBotApi, sqlite_url: str, tmp_path: Path
) -> None:
    shop = ShopProcess(api, sqlite_url, tmp_path, METRICS="true")
    try:
        await shop.begin(webhook=True)
        await shop.opened()
        async with opened(sqlite_url) as database:
            with held_by_another(database):
                await api.person("Mona").starts()

                async def is_taken() -> bool:
                    return "entaj_turns_in_flight 1.0" in await shop.measures()

                await until(is_taken)
                closing = asyncio.create_task(shop.closed())
                await shop.says("graceful shutdown exceeded")
            await asyncio.wait_for(closing, PATIENCE)
    finally:
        await shop.abandoned()
