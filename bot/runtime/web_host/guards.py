"""The try-out is for this machine alone: who comes from elsewhere is refused."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
PROXIES = ("forwarded", "via", "x-real-ip")


class OwnMachineOnly:
    """Refuses a foreign Host or Origin and whatever came through a proxy.

    A page of another site could else press the try-out's buttons (DNS rebinding, cross-site
    requests), and a proxy would open it to the world.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        """`port` is the one that the page is served on."""
        self.app = app
        self.hosts = {f"{name}:{port}" for name in LOOPBACK} | set(LOOPBACK if port == 80 else ())
        self.origins = {f"http://{host}" for host in self.hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what comes from this machine."""
        if scope["type"] == "lifespan" or self.is_own(HTTPConnection(scope)):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocketClose(code=1008)(scope, receive, send)
        else:
            text = "This is a try-out for this machine alone."
            await PlainTextResponse(text, status_code=403)(scope, receive, send)

    def is_own(self, connection: HTTPConnection) -> bool:
        """Whether a request comes from this machine's own browser."""
        headers = connection.headers
        origin = headers.get("origin")
        own_origin = origin is None or origin in self.origins
        return headers.get("host", "") in self.hosts and own_origin and not through_proxy(headers)


def through_proxy(headers: Headers) -> bool:
    """Whether a request came through a proxy, by the headers that proxies add."""
    return any(name.startswith("x-forwarded") or name in PROXIES for name in headers)
