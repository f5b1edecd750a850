"""The web host: health, metrics, and whatever the channels serve beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.ground.metrics import Metrics
from bot.runtime.web_host.guards import through_proxy

LOOPBACK = ("127.0.0.1", "::1")
METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Health(NamedTuple):
    """Whether anybody is let in, and the names of the channels that are not open yet."""

    ready: bool
    waits_for: tuple[str, ...]


def web_app(health: Callable[[], Health], routes: Sequence[BaseRoute] = ()) -> Starlette:
    """The application: `GET /healthz` answers 200 when the shop is ready, and else 503.

    Of the routes, those that answer every path are asked last.
    """

    async def healthz(_request: Request) -> Response:
        now = health()
        return JSONResponse(now._asdict(), status_code=200 if now.ready else 503)

    ordered = sorted(routes, key=answers_every_path)
    return Starlette(routes=[Route("/healthz", healthz), *ordered])


def answers_every_path(route: BaseRoute) -> bool:
    """Whether nothing that comes after this route would ever be asked."""
    return isinstance(route, Mount) and route.path == ""


def at_once(endpoints: Mapping[str, ASGIApp], others: ASGIApp) -> ASGIApp:
    """What is asked for most, at its paths and before all layers that the others need."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        chosen = endpoints.get(scope["path"]) if scope["type"] == "http" else None
        await (chosen or others)(scope, receive, send)

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
