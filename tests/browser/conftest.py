"""One Chromium for the session, and for each test a shop and a page of its own."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from bot.app.assembly import Storefront
from bot.app.channels import channels_of
from bot.channels.web.tryout import open_tryout
from bot.ground.settings import Settings
from bot.runtime.scheduler import utc_now
from models.kernel.database import Database
from tests.browser.chat import Panes, opened_panes
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.process import TryoutProcess
from tests.support.compiled import share_compiled
from tests.support.opened import opened
from tests.support.threads import in_thread

WIDE: ViewportSize = {"width": 1500, "height": 950}
PATIENCE_MS = 60_000
REFUSED = re.compile(r"status of [45]\d\d")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """These tests share the session's browser: one event loop, one worker, one mark."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """A running Chromium; its tests are skipped when the machine has none."""
    path = find_chromium()
    if path is None:
        why = "there is no Chromium here: install one, or name it in ENTAJ_TEST_CHROMIUM"
        if "browser" in os.environ.get("ENTAJ_TEST_REQUIRE", ""):
            pytest.fail(why)
        pytest.skip(why)
    expect.set_options(timeout=PATIENCE_MS)
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield running
        await running.close()


@pytest.fixture(scope="session")
def filled_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the sample bazaar, which is open, to be copied."""
    path = tmp_path_factory.mktemp("filled") / "shop.db"
    shutil.copyfile(sqlite_template, path)
    in_thread(fill(path))
    return path


async def fill(path: Path) -> None:
    """Load the sample and the try-out's people."""
    database = Database(f"sqlite:///{path}")
    await open_tryout(database, utc_now())
    await database.close()


@pytest.fixture
def shop_url(filled_template: Path, tmp_path: Path) -> str:
    """The URL of a fresh try-out's database."""
    path = tmp_path / "shop.db"
    shutil.copyfile(filled_template, path)
    return f"sqlite:///{path}"


@pytest_asyncio.fixture(loop_scope="session")
async def database(shop_url: str) -> AsyncIterator[Database]:
    """The running shop's database, to look into."""
    async with opened(shop_url) as looking:
        yield looking


@pytest_asyncio.fixture(loop_scope="session")
async def address(shop_url: str) -> AsyncIterator[str]:
    """Where the page of the running try-out is; the shop is open in the tests' own process."""
    settings = Settings(database_url=shop_url, web="tryout", web_port=0)
    closed = Storefront(settings, channels_of(settings), utc_now)
    share_compiled(closed.database)
    async with closed as shop:
        yield f"http://127.0.0.1:{shop.port}/"


@pytest_asyncio.fixture(loop_scope="session")
async def process(shop_url: str, tmp_path: Path) -> AsyncIterator[TryoutProcess]:
    """The try-out as its owner runs it, for tests that kill it or look at the whole of it."""
    running = TryoutProcess(shop_url, tmp_path)
    await running.start()
    yield running
    await running.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A wide window; whatever goes wrong in it fails the test."""
    context = await browser.new_context(viewport=WIDE, locale="ar-AE")
    context.set_default_timeout(PATIENCE_MS)
    opened = await context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda line: wrong.append(line.text) if is_wrong(line.text) else None)
    yield opened
    await context.close()
    assert wrong == []


def is_wrong(line: str) -> bool:
    """What the console may not say; that the shop is away for a while it may."""
    return "Content Security Policy" in line or REFUSED.search(line) is not None


@pytest_asyncio.fixture(loop_scope="session")
async def panes(address: str, page: Page) -> Panes:
    """The open page with its panes."""
    return await opened_panes(page, address)
