"""`entaj run` as a process: ready, stopped in order, killed without loss; the token nowhere."""

from __future__ import annotations

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from tests.bot.app.test_command_line import environment
from tests.bot.opened import SECRET
from tests.fake_botapi import TOKEN, FakeBotApi
from tests.support.lives import Life
from tests.support.ports import free_port
from tests.support.words import word

PATIENCE = 180.0


@asynccontextmanager
async def running(folder: Path, **settings: str) -> AsyncIterator[Life]:
    """The process; killed at the end when it still runs."""
    out, err = folder / "out", folder / "err"
    process = Life(("bot", "run"), folder, environment(settings), out, err)
    try:
        yield process
    finally:
        process.kill()
        await process.wait()
        sys.stderr.write(err.read_text())


async def ended(process: Life) -> tuple[str, str]:
    """Wait for its end; what it wrote, and what of troubles."""
    await asyncio.wait_for(process.wait(), PATIENCE)
    return process.out.read_text(), process.err.read_text()


@asynccontextmanager
async def started_anew(folder: Path, **settings: str) -> AsyncIterator[Process]:
    """The process as its owner starts it; killed at the end when it still runs."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "error", "-m", "bot", "run"),
        cwd=folder,
        env=environment(settings),
        stdout=PIPE,
        stderr=PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        _, err = await process.communicate()
        sys.stderr.write(err.decode())


async def says(port: int, *statuses: int) -> None:
    """Wait until the web host's health is one of these."""
    async with aiohttp.ClientSession() as http, asyncio.timeout(PATIENCE):
        async for status in health(http, port):
            if status in statuses:
                return


async def health(http: aiohttp.ClientSession, port: int) -> AsyncIterator[int]:
    """The health of the web host again and again; 0 while it is not there."""
    while True:
        try:
            async with http.get(f"http://127.0.0.1:{port}/healthz") as answer:
                yield answer.status
        except aiohttp.ClientConnectionError:
            yield 0
        await asyncio.sleep(0.05)


def settings_of(api: FakeBotApi, port: int, *, webhook: bool) -> dict[str, str]:
    """The settings of the fake's bot."""
    settings = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api.base_url,
        "WEB_PORT": str(port),
        "LOG": "debug",
    }
    if webhook:
        settings["TELEGRAM_WEBHOOK_URL"] = f"http://127.0.0.1:{port}/telegram"
        settings["TELEGRAM_WEBHOOK_SECRET"] = SECRET
    return settings


@pytest.mark.parametrize("webhook", [False, True])
async def test_it_serves_and_stops_in_order(api: FakeBotApi, tmp_path: Path, webhook: bool) -> None:
    port = free_port()
    mona = api.person("منى")
    async with started_anew(tmp_path, **settings_of(api, port, webhook=webhook)) as process:
        await says(port, 200)
        await mona.starts()
        await mona.sees(word("package-atayeb"))
        await mona.quiet()
        process.send_signal(signal.SIGTERM)
        out, err = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 0, err.decode()
    assert TOKEN not in (out + err).decode()
    assert not api.platform.updates.pending
    api.assert_clean()


@pytest.mark.parametrize("webhook", [False, True])
async def test_killed_it_loses_no_update(api: FakeBotApi, migrated: Path, webhook: bool) -> None:
    port = free_port()
    settings = settings_of(api, port, webhook=webhook)
    people = [api.person(f"Person {number}", language_code="en") for number in range(20)]
    async with running(migrated, **settings) as process:
        await says(port, 200)
        api.latency = 0.05
        for person in people:
            await person.starts()
        await people[0].sees(word("package-atayeb", "en"), within=PATIENCE)
        process.kill()
        await process.wait()
    async with running(migrated, **settings):
        for person in people:
            await person.sees(word("package-atayeb", "en"), within=PATIENCE)
        await api.quiet(within=PATIENCE)


async def test_a_wrong_token_is_said_in_a_line_and_not_shown(
    api: FakeBotApi, migrated: Path
) -> None:
    wrong = TOKEN[:-1] + "x"
    settings = settings_of(api, free_port(), webhook=False) | {"TELEGRAM_TOKEN": wrong}
    async with running(migrated, **settings) as process:
        out, err = await ended(process)
    assert process.returncode == 1
    assert err.splitlines()[-1].startswith("ENTAJ_TELEGRAM_TOKEN: ")
    assert wrong not in out + err


async def test_a_webhook_that_telegram_refuses_is_said_in_a_line(
    api: FakeBotApi, migrated: Path
) -> None:
    settings = settings_of(api, free_port(), webhook=True)
    settings["TELEGRAM_WEBHOOK_URL"] = "https://example.org:9999/telegram"
    async with running(migrated, **settings) as process:
        _, err = await ended(process)
    assert process.returncode == 1
    last = err.splitlines()[-1]
    assert last.startswith("ENTAJ_TELEGRAM_WEBHOOK_URL: ")
    assert "ports 80, 88, 443 or 8443" in last


async def test_a_webhook_whose_host_is_not_found_yet_is_set_again(
    api: FakeBotApi, migrated: Path
) -> None:
    port = free_port()
    trouble = api.trouble("setWebhook", kind="unresolved", times=2)
    async with running(migrated, **settings_of(api, port, webhook=True)):
        await says(port, 200)
    assert trouble.times == 0
    assert api.counts["setWebhook"] == 1


async def test_a_taken_port_is_said_in_a_line(api: FakeBotApi, migrated: Path) -> None:
    settings = settings_of(api, api.port, webhook=False)
    async with running(migrated, **settings) as process:
        _, err = await ended(process)
    assert process.returncode == 1
    assert err.splitlines()[-1].startswith(f"ENTAJ_WEB_PORT: 127.0.0.1:{api.port}")


async def test_told_to_stop_while_telegram_is_away_it_stops(migrated: Path) -> None:
    port = free_port()
    settings = {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": f"http://127.0.0.1:{free_port()}",
        "WEB_PORT": str(port),
    }
    async with running(migrated, **settings) as process:
        await says(port, 503)
        process.send_signal(signal.SIGTERM)
        _, err = await ended(process)
    assert process.returncode == 0, err
    assert TOKEN not in err
