"""While the database is away or hangs, a press is told to wait, once, and answered afterwards."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager

import pytest
from structlog.testing import capture_logs

import models.kernel.database
from bot.channels.telegram.presses import Presses
from models.kernel.database import Database
from tests.bot.opened import opened
from tests.fake_botapi import FakeBotApi, Person, Press
from tests.support.opened import opened as opened_database
from tests.support.outage import Line, held_by_another
from tests.support.shelves import an_option
from tests.support.waiting import until
from tests.support.words import label, word

WORDS = {"en": "A moment", "ar": "لحظة"}


class Outage:
    """A shop's database, and how it goes away and comes back."""

    def __init__(self, url: str, go: Callable[[], None], back: Callable[[], None]) -> None:
        self.url = url
        self.go = go
        self.back = back


@asynccontextmanager
async def of_file(url: str) -> AsyncIterator[Outage]:
    """Another program holds the SQLite file."""
    database, held = Database(url), ExitStack()
    yield Outage(url, lambda: held.enter_context(held_by_another(database)), held.close)
    held.close()
    await database.close()


@asynccontextmanager
async def of_server(url: str) -> AsyncIterator[Outage]:
    """A PostgreSQL that stands still: connected, and silent."""
    async with Line(url) as line:
        yield Outage(line.url, line.flows.clear, line.flows.set)


@pytest.fixture(params=["sqlite", "postgres"])
async def outage(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Outage]:
    """The outage of either database, over a shop with something on its shelf."""
    monkeypatch.setattr(models.kernel.database, "BUSY_MS", 20)
    url = request.getfixturevalue(f"{request.param}_url")
    async with opened_database(url) as database, database.write() as session:
        await an_option(session, stock=10)
    async with (of_file if request.param == "sqlite" else of_server)(url) as found:
        yield found
        found.back()


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A press is told to wait as soon as it is late at all."""
    monkeypatch.setattr("bot.channels.telegram.presses.MOMENT_S", 0.5)


async def presses(mona: Person) -> Press:
    """Mona puts what she sees into her cart."""
    press = await mona.presses(word("product-add", "en"))
    assert press is not None
    return press


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("webhook", [False, True])
async def test_a_press_is_told_to_wait_and_done_when_the_database_is_back(
    api: FakeBotApi, outage: Outage, webhook: bool
) -> None:
    async with opened(api, outage.url, webhook=webhook):
        mona = api.person("Mona", language_code="en")
        await mona.starts("p_1")
        await mona.sees("Luqaimat")
        outage.go()
        press = await presses(mona)
        assert WORDS["en"] in await press.answered()
        outage.back()
        await mona.sees(word("added-to-cart", "en"))
        await api.quiet()
    assert len(api.calls_of("answerCallbackQuery")) == 1


@pytest.mark.usefixtures("soon")
async def test_it_is_said_in_the_language_that_was_chosen(api: FakeBotApi, outage: Outage) -> None:
    async with opened(api, outage.url):
        mona = api.person("Mona", language_code="en")
        await mona.sends("/language")
        await mona.presses(label("button-speak-ar"))
        await mona.sees("بازار إنتاج")
        await mona.starts("p_1")
        await mona.sees(word("product-add"))
        outage.go()
        press = await mona.presses(word("product-add"))
        assert press is not None
        assert WORDS["ar"] in await press.answered()
        outage.back()
        await api.quiet()


async def test_without_it_a_press_waits_as_long_as_the_database_is_away(
    api: FakeBotApi, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models.kernel.database, "BUSY_MS", 20)
    monkeypatch.setattr(Presses, "watch", lambda *_: None)
    async with opened_database(sqlite_url) as database, database.write() as session:
        await an_option(session, stock=10)
    async with of_file(sqlite_url) as outage, opened(api, sqlite_url):
        mona = api.person("Mona", language_code="en")
        await mona.starts("p_1")
        await mona.sees("Luqaimat")
        outage.go()
        with capture_logs() as logged:
            press = await presses(mona)

            async def tried_thrice() -> bool:
                return len([line for line in logged if line["event"] == "database-away"]) >= 3

            await until(tried_thrice)
        assert not press.is_answered
        outage.back()
        await mona.sees(word("added-to-cart", "en"))
