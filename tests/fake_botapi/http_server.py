"""The HTTP side: ``/bot<token>/<method>``, ``/file/bot<token>/<path>``, and trouble on the way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from urllib.parse import unquote

from aiohttp import web

from .calls import Calls
from .control import Control
from .platform import Platform
from .records import Refusal
from .refused import Refused, bad_request, too_many_requests
from .trouble import Trouble
from .wire import Fields, Uploads, answer, answer_refusal, read_body

Watch = Callable[[str, Fields, int], None]

_LARGEST_BODY = 52_500_000
_JSON = {"Content-Type": "application/json"}
LOOKUP_FAILED = "Temporary failure in name resolution"


class HttpServer:
    """Listens on 127.0.0.1 and hands calls over."""

    def __init__(self, platform: Platform, calls: Calls, token: str) -> None:
        self._platform = platform
        self._calls = calls
        self._method_prefix = f"/bot{token}/"
        self._file_prefix = f"/file/bot{token}/"
        self._runner: web.ServerRunner | None = None
        self.control: Control | None = None
        self.watches: list[Watch] = []
        self.latency = 0.0
        self.in_flight = 0

    async def start(self, port: int) -> int:
        """Begins to listen; gives the port."""
        server = web.Server(self._handle, access_log=None)
        self._runner = web.ServerRunner(server, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port, backlog=1024)
        await site.start()
        bound: int = self._runner.addresses[0][1]
        return bound

    async def close(self) -> None:
        """Stops listening."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path, _, query = request.raw_path.partition("?")
        if "%" in path:
            path = unquote(path)
        if path.startswith(self._method_prefix):
            return await self._call(request, path.removeprefix(self._method_prefix), query)
        if path.startswith(self._file_prefix):
            return self._download(path.removeprefix(self._file_prefix))
        if self.control is not None and path.startswith("/control/"):
            return await self.control.handle(path.removeprefix("/control/"), request)
        if path.startswith(("/bot", "/file/bot")):
            refused = Refused(401, "Unauthorized: invalid token specified")
            self._platform.records.refusals.append(
                Refusal(path, {}, refused.code, refused.description)
            )
            return _refusal(refused)
        return _refusal(Refused(404, "Not Found"))

    def _download(self, path: str) -> web.Response:
        stored = self._platform.files.by_path.get(path)
        if stored is None:
            return _refusal(Refused(404, "Not Found"))
        return web.Response(body=stored.content, content_type="application/octet-stream")

    async def _call(self, request: web.BaseRequest, name: str, query: str) -> web.StreamResponse:
        counted = name.lower() != "getupdates"
        self.in_flight += counted
        try:
            return await self._with_trouble(request, name, query)
        finally:
            self.in_flight -= counted
            if counted:
                self._platform.changed.ring()

    async def _with_trouble(
        self, request: web.BaseRequest, name: str, query: str
    ) -> web.StreamResponse:
        body = await request.content.read() if request.body_exists else b""
        if len(body) > _LARGEST_BODY:
            return _refusal(Refused(413, "Request Entity Too Large"))
        try:
            fields, uploads = read_body(request.headers.get("Content-Type", ""), query, body)
        except Refused as refused:
            return _refusal(refused)
        trouble = self._trouble(name, fields)
        if trouble is not None:
            early = await _before(trouble, request)
            if early is not None:
                return early
        played = await self._played(name, fields, uploads, request)
        if self.latency and name != "getUpdates":
            await asyncio.sleep(self.latency)
        if trouble is not None:
            await _after(trouble, request)
        for watch in tuple(self.watches):
            watch(name, fields, played.status)
        return played

    def _trouble(self, name: str, fields: Fields) -> Trouble | None:
        troubles = self._platform.troubles
        if not troubles.listed:
            return None
        chat = fields.get("chat_id")
        if isinstance(chat, str) and chat.lstrip("-").isdigit():
            chat = int(chat)
        return troubles.for_call(name, chat)

    async def _played(
        self, name: str, fields: Fields, uploads: Uploads, request: web.BaseRequest
    ) -> web.Response:
        def gone() -> bool:
            return request.transport is None or request.transport.is_closing()

        try:
            result = await self._calls.play(name, fields, uploads, gone)
        except Refused as refused:
            return _refusal(refused)
        # A fault of the fake itself must fail the test and not pass for an answer of Telegram.
        except Exception as fault:
            self._platform.records.failures.append(f"{name}: {fault!r}")
            return _refusal(Refused(500, f"Internal Server Error: {fault!r}"))
        return web.Response(body=answer(result), headers=_JSON)


def _refusal(refused: Refused) -> web.Response:
    headers = dict(_JSON)
    if refused.retry_after is not None:
        headers["Retry-After"] = str(refused.retry_after)
    return web.Response(status=refused.code, body=answer_refusal(refused), headers=headers)


async def _before(trouble: Trouble, request: web.BaseRequest) -> web.Response | None:
    """Trouble that keeps a call from being applied."""
    if trouble.kind == "too_many_requests":
        return _refusal(too_many_requests(trouble.retry_after))
    if trouble.kind == "server_error":
        what = "Bad Gateway" if trouble.code == 502 else "Internal Server Error"
        return _refusal(Refused(trouble.code, what))
    if trouble.kind == "unresolved":
        return _refusal(bad_request("bad webhook: Failed to resolve host: " + LOOKUP_FAILED))
    if trouble.kind == "reset":
        _break(request)
        return web.Response()
    return None


async def _after(trouble: Trouble, request: web.BaseRequest) -> None:
    """Trouble of a call that was applied."""
    if trouble.kind == "late":
        await trouble.lasts()
    elif trouble.kind == "drop":
        _break(request)


def _break(request: web.BaseRequest) -> None:
    if request.transport is not None:
        request.transport.abort()
