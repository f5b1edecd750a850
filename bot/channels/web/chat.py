"""The chat page's routes: the page, its panes' connections, its pictures and files."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

import anyio.to_thread
import msgspec
from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket

from bot.channels.attachments import attachment_bytes, attachment_type
from bot.channels.calendars import NoCalendar
from bot.channels.web.acts import Hello, read_frame
from bot.channels.web.bodies import CardBody, decode_body
from bot.channels.web.channel import WebChannel
from bot.channels.web.drawings import Drawings
from bot.channels.web.ranges import part_of
from bot.channels.web.sockets import Handle, Pane, frames
from bot.channels.web.tryout import OPENINGS
from bot.channels.web.words import WEB_WORDS
from bot.images.photos import MAX_BYTES, HeicFile, NotAPhoto, PhotoTooLarge, accept_photo
from bot.images.render_pool import NotDrawn, drawn_type
from bot.runtime.web_host.headers import SafeHeaders
from handlers.dialog.actions import encode_action
from handlers.dialog.actions.customer import SetLanguage
from handlers.dialog.links import Address
from handlers.dialog.pictures import StoredPhoto, picture_key
from handlers.dialog.rendering import bare
from handlers.dialog.speech import Phrase, Trouble, say
from locales.languages import LANGUAGES, known_or_first
from models.inbox.voices import voice_bytes
from models.messaging.accounts import Account
from models.messaging.web_messages import body_of
from models.people.people import Language, language_of
from models.products.photos import keep_photo, photo_bytes

HERE = Path(__file__).parent
FONTS = HERE.parents[1] / "images" / "fonts"
FOREVER = {"Cache-Control": "private, max-age=31536000, immutable"}
DRAINED = 4 * MAX_BYTES
PHOTOS_AT_ONCE = 2
MOST_NUMBER = 2**53
templates = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape())


class Number(IntegerConvertor):
    """The number of a message in an address: of thousands of digits Python makes no number."""

    regex = "[0-9]{1,16}"


register_url_convertor("number", Number())


class ChatPage:
    """The page with the roles side by side, over one web channel."""

    def __init__(
        self,
        channel: WebChannel,
        handle: Handle,
        accounts: Mapping[str, Account],
        address: Address,
    ) -> None:
        """`accounts` holds the account that each pane speaks for; none while the shop opens.

        `address` makes of a payload a link into the page.
        """
        self.channel = channel
        self.handle = handle
        self.accounts = accounts
        self.address = address
        self.drawings = Drawings(channel.database, address)
        # A photo takes a hundred megabytes while it is unpacked, and twenty while it comes.
        self.photos = asyncio.Semaphore(PHOTOS_AT_ONCE)

    def routes(self) -> list[BaseRoute]:
        """Everything that the page fetches; it answers every path that is nobody else's."""
        routes = [
            Route("/", self.page),
            WebSocketRoute("/chat", self.chat),
            Route("/pictures/{message:number}/{key}", self.picture),
            Route("/photos", self.take_photo, methods=["POST"]),
            Route("/photos/{hash}", self.photo),
            Route("/files/{message:number}", self.file),
            Route("/voices/{hash}", self.voice),
            Mount("/static", StaticFiles(directory=HERE / "static")),
            Mount("/fonts", StaticFiles(directory=FONTS)),
        ]
        return [Mount("", routes=routes, middleware=[Middleware(SafeHeaders)])]

    async def page(self, request: Request) -> Response:
        """The page, in the language that is asked for, else that of its first pane's person."""
        if not self.accounts:
            return Response(status_code=503, headers={"Retry-After": "1"})
        asked = request.query_params.get("language", "")
        language = asked if asked in LANGUAGES else await self._remembered_language()
        words = {each: page_words(each) for each in LANGUAGES}
        speak = {each: encode_action(SetLanguage(each)) for each in LANGUAGES}
        html = templates.get_template("chat.html").render(
            language=language,
            languages=page_languages(),
            direction=LANGUAGES[language].direction,
            panes=tuple(self.accounts),
            words=words[language],
            given={"words": words, "speak": speak, "languages": page_languages()},
        )
        return HTMLResponse(html, headers={"Cache-Control": "no-store"})

    async def chat(self, socket: WebSocket) -> None:
        """The connection of a pane: it says hello first, or is let go."""
        await socket.accept()
        async for text in frames(socket):
            hello = read_frame(text)
            if not isinstance(hello, Hello) or hello.pane not in self.accounts:
                await socket.close(1008)
                return
            account, opening = self.accounts[hello.pane], OPENINGS.get(hello.pane, "start")
            pane = Pane(socket, self.channel, self.handle, self.drawings, account, opening)
            await pane.run(hello)
            return

    async def picture(self, request: Request) -> Response:
        """The picture of a message, while it shows that one."""
        body = await self._card(request)
        picture = body.card.picture if body else None
        if picture is None or picture_key(picture) != request.path_params["key"]:
            return Response(status_code=404)
        if isinstance(picture, StoredPhoto):
            return await self._photo_response(picture.hash)
        try:
            drawing = await self.drawings.file(picture)
        except NotDrawn:
            return Response(status_code=404)
        return Response(drawing, media_type=drawn_type(picture), headers=FOREVER)

    async def photo(self, request: Request) -> Response:
        """A photo that was sent."""
        return await self._photo_response(request.path_params["hash"])

    async def voice(self, request: Request) -> Response:
        """A voice note that was sent."""
        async with self.channel.database.read() as session:
            ogg = await voice_bytes(session, request.path_params["hash"])
        if ogg is None:
            return Response(status_code=404)
        return part_of(request, ogg, "audio/ogg", FOREVER)

    async def file(self, request: Request) -> Response:
        """The file of a message."""
        body = await self._card(request)
        file = body.card.file if body else None
        if file is None:
            return Response(status_code=404)
        headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
        try:
            content = await attachment_bytes(file, self.address)
        except (NoCalendar, NotDrawn):
            return Response(status_code=404)
        return Response(content, media_type=attachment_type(file), headers=headers)

    async def take_photo(self, request: Request) -> Response:
        """Verify, re-encode and keep a photo; the answer holds its hash, or what was wrong.

        A few photos are taken in at once: the others wait, unread.
        """
        async with self.photos:
            return await self._take_in(request)

    async def _take_in(self, request: Request) -> Response:
        try:
            data = await read_most(request, MAX_BYTES)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody hears it
        if data is None:
            return JSONResponse({"trouble": Trouble.photo_too_big})
        try:
            photo = await anyio.to_thread.run_sync(accept_photo, data)
        except PhotoTooLarge:
            return JSONResponse({"trouble": Trouble.photo_too_big})
        except HeicFile:
            return JSONResponse({"trouble": Trouble.heic_file})
        except NotAPhoto:
            return JSONResponse({"trouble": Trouble.not_a_photo})
        now = self.channel.clock()
        async with self.channel.database.write() as session:
            await keep_photo(session, photo.hash, photo.jpeg, photo.width, photo.height, now)
        return JSONResponse({"photo": photo.hash})

    async def _remembered_language(self) -> Language:
        first = next(iter(self.accounts.values()))
        async with self.channel.database.read() as session:
            return known_or_first(await language_of(session, first.person_id))

    async def _card(self, request: Request) -> CardBody | None:
        message_id: int = request.path_params["message"]
        if message_id > MOST_NUMBER:
            return None
        async with self.channel.database.read() as session:
            stored = await body_of(session, message_id)
        try:
            body = decode_body(stored) if stored else None
        except msgspec.DecodeError:
            return None
        return body if isinstance(body, CardBody) else None

    async def _photo_response(self, name: str) -> Response:
        async with self.channel.database.read() as session:
            jpeg = await photo_bytes(session, name)
        if jpeg is None:
            return Response(status_code=404)
        return Response(jpeg, media_type="image/jpeg", headers=FOREVER)


async def read_most(request: Request, most: int) -> bytes | None:
    """The body, or None when it is longer than `most` bytes.

    What is too long is read on for a while and thrown away: a browser hears no answer while it is
    still sending.
    """
    data, length = bytearray(), 0
    async for chunk in request.stream():
        length += len(chunk)
        if length <= most:
            data += chunk
        elif length > DRAINED:
            break
    return bytes(data) if length <= most else None


def page_languages() -> dict[str, dict[str, str]]:
    """What the page needs to know of each language: its own name, its direction and its tag."""
    return {
        code: {
            "name": bare(say(f"language-{code}"), code),
            "direction": rules.direction,
            "tag": rules.tag,
        }
        for code, rules in LANGUAGES.items()
    }


def page_words(language: Language) -> dict[str, str]:
    """The words of the page itself, in a language."""
    return {name: bare(Phrase(name), language) for name in WEB_WORDS}
