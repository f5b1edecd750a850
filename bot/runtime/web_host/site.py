"""The web host: health, metrics, Telegram's webhook, and whatever routes are mounted beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.ground.metrics import Metrics
from bot.runtime.web_host.guards import through_proxy

LOOPBACK = ("127.0.0.1", "::1")
METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"


def web_app(is_ready: Callable[[], bool], routes: Sequence[BaseRoute] = ()) -> Starlette:
    """The application: `GET /healthz` answers 200 when the bot is ready and 503 before."""

    async def healthz(_request: Request) -> Response:
        ready = is_ready()
        return JSONResponse({"ready": ready}, status_code=200 if ready else 503)

    return Starlette(routes=[Route("/healthz", healthz), *routes])


def at_once(path: str, endpoint: ASGIApp, others: ASGIApp) -> ASGIApp:
    """What is asked for most, at its path and before all layers that the others need."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        chosen = endpoint if scope["type"] == "http" and scope["path"] == path else others
        await chosen(scope, receive, send)

    return serve


def metrics_route(metrics: Metrics) -> Route:
    """`GET /metrics`, for this machine alone: a proxy would open it to the world."""

    async def serve(request: Request) -> Response:
        if not is_from_here(request):
            return Response(status_code=404)
        return Response(metrics.text(), media_type=METRICS_TYPE)

    return Route("/metrics", serve)


def is_from_here(request: Request) -> bool:
    """Whether a request comes from this machine and through no proxy."""
    client = request.client
    return client is not None and client.host in LOOPBACK and not through_proxy(request.headers)
