"""The least that a bot can do, on raw sockets: it shows how much the fake itself can take."""

from __future__ import annotations

import asyncio
import itertools
import re
from typing import cast
from urllib.parse import urlsplit

import msgspec

from tests.benchmarks.subjects.listening import CONNECTIONS, PATH, Place, place

LINES = 16
KEYS = {
    "inline_keyboard": [
        [{"text": "‹", "callback_data": "n-"}, {"text": "›", "callback_data": "n+"}]
    ]
}
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"


class Chat(msgspec.Struct):
    """A private chat."""

    id: int


class Message(msgspec.Struct):
    """A message."""

    message_id: int
    chat: Chat


class Press(msgspec.Struct):
    """A press."""

    id: str
    message: Message


class Update(msgspec.Struct):
    """An update."""

    update_id: int
    message: Message | None = None
    callback_query: Press | None = None


class Deaf(asyncio.Protocol):
    """A connection to the fake whose answers nobody reads."""

    transport: asyncio.WriteTransport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The connection stands."""
        self.transport = cast(asyncio.WriteTransport, transport)


class Caller:
    """Calls the fake, over a few connections in turn."""

    def __init__(self, where: Place, lines: list[Deaf]) -> None:
        self._head = f"POST /bot{where.token}/"
        self._host = urlsplit(where.base).netloc
        self._lines = itertools.cycle(lines)

    def call(self, **calls: dict[str, object]) -> None:
        """Sends these calls."""
        line = next(self._lines)
        for method, fields in calls.items():
            body = msgspec.json.encode(fields)
            head = (
                f"{self._head}{method} HTTP/1.1\r\nHost: {self._host}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            line.transport.write(head.encode() + body)


class Taker(asyncio.Protocol):
    """A connection on which updates come."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller
        self._heard = b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The connection stands."""
        self._transport = cast(asyncio.WriteTransport, transport)

    def data_received(self, data: bytes) -> None:
        """Answers each request as soon as it is whole."""
        self._heard += data
        head, end, rest = self._heard.partition(b"\r\n\r\n")
        length = int(found[1]) if (found := _LENGTH.search(head)) else 0
        if not end or len(rest) < length:
            return
        self._heard = rest[length:]
        assert self._transport is not None
        self._transport.write(_OK)
        if head.startswith(b"POST"):
            self._echo(msgspec.json.decode(rest[:length], type=Update))

    def _echo(self, update: Update) -> None:
        press = update.callback_query
        if press is None:
            assert update.message is not None
            fields = {"chat_id": update.message.chat.id, "text": "echo", "reply_markup": KEYS}
            self._caller.call(sendMessage=fields)
            return
        shown = press.message
        edit = {
            "chat_id": shown.chat.id,
            "message_id": shown.message_id,
            "text": f"echo {update.update_id}",
            "reply_markup": KEYS,
        }
        self._caller.call(answerCallbackQuery={"callback_query_id": press.id}, editMessageText=edit)


async def serve(where: Place) -> None:
    """Listens, and is healthy at once."""
    loop = asyncio.get_running_loop()
    address = urlsplit(where.base)
    lines = [
        (await loop.create_connection(Deaf, str(address.hostname), address.port or 80))[1]
        for _ in range(LINES)
    ]
    caller = Caller(where, lines)
    server = await loop.create_server(lambda: Taker(caller), "127.0.0.1", where.port)
    settings = {"url": f"http://127.0.0.1:{where.port}{PATH}", "max_connections": CONNECTIONS}
    caller.call(setWebhook=settings)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(place()))
