"""What every echo needs: its arguments, and a port on which the fake posts updates."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from aiohttp import web

PATH = "/telegram"
CONNECTIONS = 100


class Place(NamedTuple):
    """Where the Bot API is, who the bot is there, and the port to listen on."""

    base: str
    token: str
    port: int
    concurrent: int

    @property
    def webhook(self) -> str:
        """Where updates are to be posted."""
        return f"http://127.0.0.1:{self.port}{PATH}"


def place() -> Place:
    """The arguments of the program."""
    parser = argparse.ArgumentParser()
    parser.add_argument("base")
    parser.add_argument("token")
    parser.add_argument("port", type=int)
    parser.add_argument("--concurrent", type=int, default=1)
    return Place(**vars(parser.parse_args()))


async def listen(port: int, take: Callable[[web.Request], Awaitable[web.Response]]) -> None:
    """Serves updates, and /healthz, until the process is ended."""

    async def healthy(_request: web.Request) -> web.Response:
        return web.Response(text="ok")

    app = web.Application()
    app.router.add_post(PATH, take)
    app.router.add_get("/healthz", healthy)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port, backlog=1024).start()
    await asyncio.Event().wait()
