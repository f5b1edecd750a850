"""Who sends a request slowly, or none at all, is cut off; the others are served meanwhile."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.runtime.web_host.patience import Patience
from bot.runtime.web_host.server import WebServer
from tests.support.waiting import PATIENCE

SHORT = Patience(head_s=0.05, body_s=0.05, idle=100)
ENDLESS = Patience(head_s=1000.0, body_s=1000.0, idle=1000)
ASKED = b"GET /quick HTTP/1.1\r\nHost: here\r\n\r\n"
POSTED = b"POST /reads HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\n"
REFUSED = b"POST /quick HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\n"
BEGUN = {
    "nothing": b"",
    "half a line": b"GET /qui",
    "half of the headers": b"GET /quick HTTP/1.1\r\nHost: here\r\nX-More: ",
    "no body": POSTED,
    "half a body": POSTED + b"12345",
}


class Caller:
    """A connection to the server."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    async def answer(self, asked: bytes = ASKED) -> bytes:
        """The status line of the answer to a request."""
        self.writer.write(asked)
        head = await self.reader.readuntil(b"\r\n\r\n")
        await self.reader.readexactly(4)
        return head.partition(b"\r\n")[0]

    async def is_cut_off(self) -> bool:
        """Wait until the server has closed the connection; False when it has answered instead."""
        try:
            async with asyncio.timeout(PATIENCE):
                return await self.reader.read() == b""
        except ConnectionError:
            return True


@asynccontextmanager
async def served(patience: Patience) -> AsyncIterator[tuple[WebServer, asyncio.Event]]:
    """A server with a quick answer, one that reads the body and one that waits for the event."""
    over = asyncio.Event()

    async def quick(_request: Request) -> Response:
        return PlainTextResponse("good")

    async def reads(request: Request) -> Response:
        await request.body()
        return PlainTextResponse("read")

    async def waits(_request: Request) -> Response:
        await over.wait()
        return PlainTextResponse("late")

    routes = [Route("/quick", quick), Route("/reads", reads, methods=["POST"])]
    server = WebServer("127.0.0.1", 0, patience)
    await server.start(Starlette(routes=[*routes, Route("/waits", waits)]))
    try:
        yield server, over
    finally:
        over.set()
        await server.stop()


@asynccontextmanager
async def calling(server: WebServer, begun: bytes = b"") -> AsyncIterator[Caller]:
    """A connection that has sent so much by the time the server sees it, however slow all is."""
    line = socket.create_connection(("127.0.0.1", server.port))
    line.sendall(begun)
    reader, writer = await asyncio.open_connection(sock=line)
    try:
        yield Caller(reader, writer)
    finally:
        writer.close()


@pytest.mark.parametrize("begun", BEGUN.values(), ids=BEGUN.keys())
async def test_what_does_not_come_to_an_end_is_cut_off(begun: bytes) -> None:
    async with (
        served(SHORT) as (server, _),
        calling(server, begun) as slow,
        calling(server, ASKED) as quick,
    ):
        assert await quick.answer(b"") == b"HTTP/1.1 200 OK"
        assert await slow.is_cut_off()


@pytest.mark.parametrize("begun", BEGUN.values(), ids=BEGUN.keys())
async def test_without_the_limit_it_stays_for_ever(begun: bytes) -> None:
    async with (
        served(ENDLESS) as (server, _),
        calling(server, begun) as slow,
        served(SHORT) as (other, _),
        calling(other, begun) as cut,
    ):
        assert await cut.is_cut_off()
        assert not slow.reader.at_eof()
        whole = {**dict.fromkeys(BEGUN, ASKED), "no body": POSTED + b"1234567890"}
        whole["half a body"] = whole["no body"]
        name = next(name for name, each in BEGUN.items() if each == begun)
        assert await slow.answer(whole[name].removeprefix(begun)) != b""


@pytest.mark.parametrize(
    ("begun", "piece"),
    [
        (b"GET /quick HTTP/1.1\r\n", b"X-More: 1\r\n"),
        (POSTED, b"1"),
        (b"", b"\r\n"),
        (ASKED, b"\r\n"),
        (REFUSED, b"1"),
    ],
)
async def test_a_piece_now_and_then_buys_no_time(begun: bytes, piece: bytes) -> None:
    async with served(SHORT) as (server, _), calling(server, begun) as slow:
        closed = asyncio.create_task(slow.reader.read())
        for _ in range(9):
            slow.writer.write(piece)
            await asyncio.sleep(0.001)
        async with asyncio.timeout(PATIENCE):
            while not closed.done() and not slow.writer.is_closing():
                slow.writer.write(b"" if piece == b"1" else piece)
                await asyncio.sleep(0.001)
        await asyncio.gather(closed, return_exceptions=True)
        assert slow.reader.at_eof() or slow.reader.exception() is not None


async def test_who_is_slow_to_be_answered_is_not_cut_off() -> None:
    asked = ASKED.replace(b"quick", b"waits")
    async with served(SHORT) as (server, over), calling(server, asked) as patient:
        async with calling(server) as idle:
            assert await idle.is_cut_off()
        over.set()
        assert await patient.answer(b"") == b"HTTP/1.1 200 OK"
        assert await patient.answer() == b"HTTP/1.1 200 OK"


@pytest.mark.parametrize("idle", [3, 1000])
async def test_of_too_many_idle_ones_the_longest_goes(idle: int) -> None:
    patience = Patience(head_s=1000.0, body_s=1000.0, idle=idle)
    waiting = ASKED.replace(b"quick", b"waits")
    async with (
        served(patience) as (server, over),
        calling(server) as first,
        calling(server, waiting) as busy,  # one that is being answered is not idle
    ):
        for _ in range(3):
            async with calling(server) as other:
                assert await other.answer() == b"HTTP/1.1 200 OK"
        assert not first.reader.at_eof()
        async with calling(server), calling(server), calling(server) as newest:
            assert await newest.answer() == b"HTTP/1.1 200 OK"
            if idle == 3:
                assert await first.is_cut_off()
            else:
                assert not first.reader.at_eof()
        over.set()
        assert await busy.answer(b"") == b"HTTP/1.1 200 OK"
