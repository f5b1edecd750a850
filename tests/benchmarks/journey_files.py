"""The files that one act goes through: ``python -m tests.benchmarks.journey_files``.

The real storefront answers by webhook; each function of it that is entered for an act is noted with
its file, in whatever task that is. What other loops do meanwhile (announcing, sending) is not.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from dis import get_instructions
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from rich.console import Console
from rich.table import Table

from bot.app.assembly import Storefront
from bot.channels.telegram.webhook import Webhook
from handlers.dialog.actions import encode_action
from handlers.dialog.actions.customer import SetQuantity, ShowPackage, ShowProduct, StartCheckout
from handlers.dialog.router import ROUTES
from tests.benchmarks.running import ROOT
from tests.benchmarks.stall import make_returning, stock_stall
from tests.bot.opened import opened
from tests.fake_botapi import FakeBotApi, Person

ROOMS = tuple(str(ROOT / room) for room in ("bot", "handlers", "models"))
ENTRANCE = Webhook.__call__.__code__
Act = Callable[[Person], Awaitable[Any]]
ACTS: dict[str, Act] = {
    "a view": lambda who: who.press(encode_action(ShowPackage("atayeb"))),
    "a search": lambda who: who.sends("لقيمات"),
    "adding to the cart": lambda who: who.press(encode_action(SetQuantity(1, 1, True))),
    "a checkout step": lambda who: who.press(encode_action(StartCheckout())),
    "placing an order": lambda who: who.presses("Place the order"),
}
SHOWN_BEFORE: dict[str, Act] = {
    "a view": lambda who: who.starts(),
    "adding to the cart": lambda who: who.press(encode_action(ShowProduct(1))),
    "a checkout step": lambda who: who.sends("/cart"),
}
"""What brings the button of an act: one that is not there does nothing."""


@dataclass
class Way:
    """The files of one act with how many of their functions were entered, in order of entrance.

    `before` are those that stand before the registered function that answers.
    """

    files: dict[str, int] = field(default_factory=dict)
    before: tuple[str, ...] = ()

    @property
    def calls(self) -> int:
        """How many functions were entered."""
        return sum(self.files.values())


class Watch:
    """Notes the functions that are entered for an act; for `sys.setprofile`."""

    def __init__(self) -> None:
        """Nothing was entered."""
        self.path = Way()
        self._of_act: ContextVar[bool] = ContextVar("of_act", default=False)
        self._answering = {route.answer.__code__ for route in ROUTES.values()}

    def __call__(self, frame: FrameType, event: str, _argument: object) -> None:
        """One event of the interpreter; coroutines that only go on are passed over."""
        code = frame.f_code
        if event != "call" or not code.co_filename.startswith(ROOMS):
            return
        if frame.f_lasti > beginning_of(code):
            return
        if code is ENTRANCE:
            self._of_act.set(True)
        if self._of_act.get() and not code.co_name.startswith("<"):
            self._note(code)

    def _note(self, code: CodeType) -> None:
        if code in self._answering and not self.path.before:
            self.path.before = tuple(self.path.files)
        name = str(Path(code.co_filename).relative_to(ROOT))
        self.path.files[name] = self.path.files.get(name, 0) + 1


@cache
def beginning_of(code: CodeType) -> int:
    """Where a function begins; a coroutine that goes on does so at a later place."""
    return next(each.offset for each in get_instructions(code) if each.opname == "RESUME")


@contextmanager
def watched() -> Iterator[Way]:
    """The path of the act within the block."""
    watch = Watch()
    sys.setprofile(watch)
    try:
        yield watch.path
    finally:
        sys.setprofile(None)


@asynccontextmanager
async def shop_and_people(folder: Path) -> AsyncIterator[tuple[Storefront, FakeBotApi, Person]]:
    """An open shop with some products, and a customer who has ordered before."""
    url = f"sqlite:///{folder / 'shop.db'}"
    await stock_stall(url, 10, 10)
    async with FakeBotApi(patience=30.0) as api, opened(api, url, webhook=True) as shop:
        mona = api.person("Mona", language_code="en")
        await mona.starts()
        await mona.sees("Atayeb")
        await make_returning(url, [mona.id])
        yield shop, api, mona


async def paths() -> dict[str, Way]:
    """The path of each act, after all of them were done once: pictures are uploaded by then."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        async with shop_and_people(Path(folder)) as (_shop, api, mona):
            for _ in range(2):
                for name, act in ACTS.items():
                    await api.quiet()
                    if name in SHOWN_BEFORE:
                        await SHOWN_BEFORE[name](mona)
                        await api.quiet()
                    with watched() as path:
                        await act(mona)
                        await api.quiet()
                    found[name] = path
    return found


def main() -> None:
    """Prints the counts of each act, and the files that stand before the handler."""
    console = Console()
    table = Table(title="product files that an act goes through", title_justify="left")
    table.add_column("act")
    for heading in ("files", "functions entered", "files before the handler"):
        table.add_column(heading, justify="right")
    found = asyncio.run(paths())
    for name, path in found.items():
        table.add_row(name, str(len(path.files)), str(path.calls), str(len(path.before)))
    console.print(table)
    for name, path in found.items():
        files = [f"{file} {count}" for file, count in path.files.items()]
        files.insert(len(path.before), "| the handler:")
        console.print(f"[b]{name}[/b]: " + ", ".join(files), highlight=False)


if __name__ == "__main__":
    main()
