"""A page without a browser: it speaks with the open storefront over a real websocket."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import aiohttp

from bot.app.assembly import Storefront
from tests.support.waiting import PATIENCE

ACTS = count(1)
MARKS = re.compile("<[^>]*>|[\u200b-\u200f\u061c\u2066-\u2069\ufe0f]")
Json = dict[str, Any]


class Page:
    """One pane's connection, with everything that came over it."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.screen: Json = {}
        self.news: list[Json] = []
        self.messages: dict[int, Json] = {}
        self.done: dict[str, str] = {}
        self.undone: list[tuple[str, bool]] = []

    # ------------------------------------------------------------ what it sends

    async def sends(self, message: Json) -> None:
        """Send anything."""
        await self.socket.send_str(json.dumps(message))

    async def begins(self, **act: Any) -> str:
        """Send an act; out comes its id."""
        act.setdefault("act", f"act-{next(ACTS)}")
        await self.sends(act)
        return str(act["act"])

    async def does(self, **act: Any) -> str:
        """Send an act and wait until it is acknowledged; out comes its notice."""
        sent = await self.begins(**act)
        await self.until(lambda: sent in self.done)
        return self.done[sent]

    async def says(self, text: str) -> str:
        """Write a text."""
        return await self.does(type="say", text=text)

    async def presses(self, label: str) -> str:
        """Press a button by a part of its label, the newest message first."""
        message, button = self.button(label)
        on = {"message": message["id"], "change": message["change"]}
        return await self.does(type="press", data=button["data"], **on)

    # ------------------------------------------------------------ what it shows

    @property
    def thread(self) -> list[Json]:
        """The messages in their order."""
        return [self.messages[number] for number in sorted(self.messages)]

    @property
    def texts(self) -> list[str]:
        """The words of the messages in their order."""
        return [plain(message["html"]) for message in self.thread]

    def button(self, label: str) -> tuple[Json, Json]:
        """The newest message that has such a button, and the button."""
        for message in reversed(self.thread):
            for row in message.get("buttons", ()):
                for button in row:
                    if label in plain(button["label"]):
                        return message, button
        raise AssertionError(f"no button {label!r} in {self.texts}")

    async def sees(self, words: str) -> Json:
        """Wait for a message with these words."""
        await self.until(lambda: any(words in text for text in self.texts))
        return next(m for m in reversed(self.thread) if words in plain(m["html"]))

    async def until(self, holds: Callable[[], object]) -> None:
        """Take what comes until that holds."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not holds():
                    self._take(await self.socket.receive_json())
        except TimeoutError:
            raise AssertionError(f"waited in vain; the page shows {self.texts}") from None

    async def closed(self) -> int | None:
        """Wait until the server lets go; out comes its code."""
        async with asyncio.timeout(PATIENCE):
            while not self.socket.closed:
                await self.socket.receive()
        return self.socket.close_code

    def _take(self, message: Json) -> None:
        match message["type"]:
            case "screen":
                self.screen = message
            case "news":
                self.news.append(message)
                self.messages |= {each["id"]: each for each in message["messages"]}
            case "done":
                self.done[message["act"]] = message.get("notice", "")
            case "undone":
                self.undone.append((message["act"], message["again"]))


def plain(html: str) -> str:
    """The words as they read: without markup and invisible controls, with plain spaces."""
    return MARKS.sub("", html).replace("\u00a0", " ")


def address(shop: Storefront, path: str = "/", scheme: str = "http") -> str:
    """The address of something on the page's host."""
    return f"{scheme}://127.0.0.1:{shop.port}{path}"


@asynccontextmanager
async def connected(shop: Storefront, **headers: str) -> AsyncIterator[Page]:
    """A page that has said nothing yet."""
    async with (
        aiohttp.ClientSession() as client,
        client.ws_connect(address(shop, "/chat", "ws"), headers=headers) as socket,
    ):
        yield Page(socket)


@asynccontextmanager
async def opened(
    shop: Storefront, pane: str = "customer", *, book: str = "", after: int = 0
) -> AsyncIterator[Page]:
    """A page of that pane that has its screen and, unless it came back, its first messages."""
    async with connected(shop) as page:
        await page.sends({"type": "hello", "pane": pane, "book": book, "after": after})
        await page.until(lambda: page.screen and (after or page.messages))
        yield page
