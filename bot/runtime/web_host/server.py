"""The web server, inside the bot's own process and event loop."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Generator
from contextlib import contextmanager
from typing import cast

import uvicorn
from starlette.types import ASGIApp

from bot.ground.timeouts import FINISH_S
from bot.runtime.web_host.patience import Patience, patient

BACKLOG = 1024


class PortTaken(Exception):
    """Nothing can listen on an address; the text says why."""


class OwnSignals(uvicorn.Server):
    """A server that leaves signals to the program that it is part of."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Nothing is captured."""
        yield


class WebServer:
    """Serves one application on one address."""

    def __init__(self, host: str, port: int, patience: Patience | None = None) -> None:
        """Port 0 takes any free one; raises PortTaken."""
        self._patience = patience or Patience()
        self._socket = listening_socket(host, port)
        self.port: int = self._socket.getsockname()[1]
        self._server: OwnSignals | None = None
        self._task: asyncio.Task[None] | None = None

    async def start(self, app: ASGIApp) -> None:
        """Begin to serve; returns when connections are taken."""
        self._server = OwnSignals(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                lifespan="off",
                # It only ever calls it.
                http=cast("type[asyncio.Protocol]", patient(self._patience)),
                ws="websockets-sansio",
                server_header=False,
                timeout_graceful_shutdown=int(FINISH_S),
            )
        )
        self._task = asyncio.create_task(self._server.serve([self._socket]))
        while not self._server.started:
            if self._task.done():
                await self._task
            await asyncio.sleep(0.005)

    async def stop(self) -> None:
        """Take no more connections, and let the requests under way end.

        What takes too long is cancelled, and its end is waited for all the same: left alone it
        would be cancelled a second time with the event loop, while it still closes its connection
        to SQLite: the driver never comes back from that, and the program neither.
        """
        if self._server is not None and self._task is not None:
            self._server.should_exit = True
            await self._task
            await asyncio.gather(*self._server.server_state.tasks, return_exceptions=True)
        self._socket.close()


def listening_socket(host: str, port: int) -> socket.socket:
    """A socket that listens there; raises PortTaken when it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
        listener.setblocking(False)
    except OSError as error:
        listener.close()
        raise PortTaken(error.strerror or str(error)) from None
    return listener
