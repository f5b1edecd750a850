"""The chat page's routes: the page, its panes' connections, its pictures and files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import anyio.to_thread
from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket

from bot.channels.calendars import calendar_bytes
from bot.channels.web import WebChannel
from bot.images.draw import draw
from bot.images.photos import NotAPhoto, PhotoTooLarge, accept_photo
from bot.web.acts import FROM_PAGE, Hello
from bot.web.bodies import CardBody, decode_body
from bot.web.sockets import Handle, Pane
from bot.web.tryout import PANES
from bot.web.words import WEB_WORDS
from handlers.pictures import Drawn, StoredPhoto
from handlers.speech import Phrase, Trouble
from handlers.wording import bare
from models.messaging.accounts import Account
from models.messaging.pages import body_of
from models.people import Language
from models.photos import keep_photo, photo_bytes

HERE = Path(__file__).parent
FONTS = HERE.parent / "images" / "fonts"
MOST_BYTES = 20 * 1024 * 1024
KEPT = {"Cache-Control": "private, max-age=86400"}
templates = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape())


class ChatPage:
    """The page with the roles side by side, over one web channel."""

    def __init__(
        self, channel: WebChannel, handle: Handle, accounts: Mapping[str, Account]
    ) -> None:
        """`accounts` holds the account that each pane speaks for."""
        self.channel = channel
        self.handle = handle
        self.accounts = accounts

    def routes(self) -> list[BaseRoute]:
        """Everything that the page fetches."""
        return [
            Route("/", self.page),
            WebSocketRoute("/chat", self.chat),
            Route("/pictures/{message:int}-{change:int}", self.picture),
            Route("/photos", self.take_photo, methods=["POST"]),
            Route("/photos/{hash}", self.photo),
            Route("/files/{message:int}", self.file),
            Mount("/static", StaticFiles(directory=HERE / "static")),
            Mount("/fonts", StaticFiles(directory=FONTS)),
        ]

    async def page(self, request: Request) -> Response:
        """The page, in Arabic unless English is asked for."""
        language: Language = "en" if request.query_params.get("language") == "en" else "ar"
        both = {"ar": page_words("ar"), "en": page_words("en")}
        html = templates.get_template("chat.html").render(
            language=language,
            other="ar" if language == "en" else "en",
            direction="rtl" if language == "ar" else "ltr",
            panes=PANES,
            words=both[language],
            all_words=both,
        )
        return HTMLResponse(html, headers={"Cache-Control": "no-store"})

    async def chat(self, socket: WebSocket) -> None:
        """The connection of a pane: it says hello first."""
        await socket.accept()
        hello = FROM_PAGE.decode(await socket.receive_text())
        account = self.accounts.get(hello.pane) if isinstance(hello, Hello) else None
        if not isinstance(hello, Hello) or account is None:
            await socket.close(1008)
            return
        await Pane(socket, self.channel, self.handle, account).run(hello)

    async def picture(self, request: Request) -> Response:
        """The picture of a message."""
        body = await self._card(request)
        match body.card.picture if body else None:
            case StoredPhoto(hash=name):
                return await self._stored(name)
            case None:
                return Response(status_code=404)
            case drawn:
                return await drawn_response(drawn)

    async def photo(self, request: Request) -> Response:
        """A photo that was sent."""
        return await self._stored(request.path_params["hash"])

    async def file(self, request: Request) -> Response:
        """The file of a message."""
        body = await self._card(request)
        file = body.card.file if body else None
        if file is None:
            return Response(status_code=404)
        headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
        return Response(calendar_bytes(file), media_type="text/calendar", headers=headers)

    async def take_photo(self, request: Request) -> Response:
        """Verify, re-encode and keep a photo; the answer holds its hash, or what was wrong."""
        data = await read_most(request, MOST_BYTES)
        if data is None:
            return JSONResponse({"trouble": Trouble.photo_too_big})
        try:
            photo = await anyio.to_thread.run_sync(accept_photo, data)
        except PhotoTooLarge:
            return JSONResponse({"trouble": Trouble.photo_too_big})
        except NotAPhoto:
            return JSONResponse({"trouble": Trouble.not_a_photo})
        now: Callable[[], datetime] = self.channel.clock
        async with self.channel.database.write() as session:
            await keep_photo(session, photo.hash, photo.jpeg, photo.width, photo.height, now())
        return JSONResponse({"photo": photo.hash})

    async def _card(self, request: Request) -> CardBody | None:
        async with self.channel.database.read() as session:
            stored = await body_of(session, request.path_params["message"])
        body = decode_body(stored) if stored else None
        return body if isinstance(body, CardBody) else None

    async def _stored(self, name: str) -> Response:
        async with self.channel.database.read() as session:
            jpeg = await photo_bytes(session, name)
        if jpeg is None:
            return Response(status_code=404)
        return Response(jpeg, media_type="image/jpeg", headers=KEPT)


async def drawn_response(drawn: Drawn) -> Response:
    """The picture, drawn beside the event loop."""
    pixels = await anyio.to_thread.run_sync(draw, drawn)
    kind = "image/png" if pixels.startswith(b"\x89PNG") else "image/jpeg"
    return Response(pixels, media_type=kind, headers=KEPT)


async def read_most(request: Request, most: int) -> bytes | None:
    """The body, or None when it is longer than `most` bytes."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > most:
            return None
    return bytes(data)


def page_words(language: Language) -> dict[str, str]:
    """The words of the page itself, in a language."""
    return {name: bare(Phrase(name), language) for name in WEB_WORDS}
