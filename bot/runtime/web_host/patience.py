"""Connections that are waited for, and only so long: who sends a request slowly is cut off.

uvicorn ends a connection that is idle after an answer, and waits without end for the first
request, for the rest of its headers and for its body. Thousands of such connections (Slowloris)
would leave no room for Telegram's.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import msgspec
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol


class Patience(msgspec.Struct, frozen=True):
    """How long a request may take to come, in seconds, and how many connections may be idle.

    `head_s` is until its headers are there, `body_s` from then on until its body is. Beyond `idle`
    connections without a request the one that has waited longest is closed.
    """

    head_s: float = 10.0
    body_s: float = 30.0
    idle: int = 256


Idle = dict["PatientProtocol", None]
"""The connections without a request, the one that has waited longest first."""


class PatientProtocol(HttpToolsProtocol):
    """A connection that is closed when its request takes too long to come."""

    def __init__(self, patience: Patience, idle: Idle, **given: Any) -> None:
        """`idle` is shared by all connections of a server; `given` is what uvicorn gives."""
        super().__init__(**given)
        self._patience = patience
        self._idle = idle
        self._deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody is there, and has not asked for anything yet."""
        super().connection_made(transport)
        self._is_idle()
        self._wait(self._patience.head_s)

    def data_received(self, data: bytes) -> None:
        """A piece of a request; a connection without one never stays without a limit."""
        super().data_received(data)
        waited_for = self._deadline is not None or self.timeout_keep_alive_task is not None
        if self in self._idle and not waited_for:
            self._wait(self._patience.head_s)

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._wait(self._patience.head_s)

    def on_headers_complete(self) -> None:
        """The headers are there."""
        self._idle.pop(self, None)
        self._wait(self._patience.body_s)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The request is there."""
        self._wait(None)
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """A request is answered; from now on the connection is idle."""
        super().on_response_complete()
        self._is_idle()

    def handle_websocket_upgrade(self) -> None:
        """The connection is a page's from now on."""
        self._forget()
        super().handle_websocket_upgrade()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody is there any more."""
        self._forget()
        super().connection_lost(exc)

    def _forget(self) -> None:
        self._idle.pop(self, None)
        self._wait(None)

    def _wait(self, seconds: float | None) -> None:
        """From now on wait so long, or without end."""
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = None if seconds is None else self.loop.call_later(seconds, self._cut_off)

    def _cut_off(self) -> None:
        self._deadline = None
        self.transport.abort()

    def _is_idle(self) -> None:
        if self.transport.is_closing():
            return
        self._idle.pop(self, None)
        self._idle[self] = None
        if len(self._idle) > self._patience.idle:
            longest = next(iter(self._idle))
            self._idle.pop(longest)
            longest.transport.abort()


def patient(patience: Patience) -> Callable[..., PatientProtocol]:
    """What makes the connections of one server, as uvicorn calls it."""
    idle: Idle = {}

    def make_protocol(**given: Any) -> PatientProtocol:
        return PatientProtocol(patience, idle, **given)

    return make_protocol
