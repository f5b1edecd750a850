"""A pane's connection: acts come in one after another, messages go out as they are stored."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketDisconnected

from bot.channels.web.acts import (
    Act,
    Hello,
    SeenAll,
    Unread,
    heard_in,
    own_body,
    pressed_on,
    read_frame,
    replaceable,
)
from bot.channels.web.channel import WebChannel, rings
from bot.channels.web.drawings import Drawings
from bot.channels.web.showing import ready, sizes_of_photos, with_sizes
from bot.channels.web.wire import Done, News, Screen, ToPage, Undone, encode_to_page
from bot.runtime.intake import Show
from bot.runtime.retry import log_trouble
from handlers.dialog.command_menus import menu_for
from handlers.dialog.speech import ChannelUser, Command, Heard
from locales.languages import FIRST, LANGUAGES, known_or_first
from models.messaging.accounts import Account
from models.messaging.web_messages import (
    AT_ONCE,
    any_unshown,
    is_page_empty,
    lines_after,
    mark_shown,
    notice_of,
)
from models.people.access import standing_of
from models.people.people import Person, set_language

log = structlog.get_logger(__name__)
Handle = Callable[[Heard, Show], Awaitable[None]]
MOST_FRAME = 256 * 1024
WELCOME = "welcome"


class Gone(Exception):
    """The page has closed the connection."""


class Pane:
    """One open pane of one account."""

    def __init__(
        self,
        socket: WebSocket,
        channel: WebChannel,
        handle: Handle,
        drawings: Drawings,
        account: Account,
        opening: str,
    ) -> None:
        """`handle` answers what is heard, one at a time for each person.

        `opening` is the command that an empty page begins with.
        """
        self.socket = socket
        self.channel = channel
        self.handle = handle
        self.drawings = drawings
        self.account_id = account.id
        self.person_id = account.person_id
        self.sender = ChannelUser(account.channel, account.external_id)
        self.book = f"{account.id}-{account.added_at:%Y%m%d%H%M%S%f}"
        self.opening = opening
        self.seen = 0
        self.screen: Screen | None = None
        self.telling = asyncio.Lock()

    async def run(self, hello: Hello) -> None:
        """Serve the pane until it goes away."""
        self.seen = hello.after if hello.book == self.book else 0
        is_new = await self._begins(hello.language)
        with self.channel.doorbell.open(self.account_id) as rung:
            telling = asyncio.create_task(self._tell(rung))
            try:
                if is_new:
                    await self._welcome()
                async for text in frames(self.socket):
                    await self._take(text)
            except Gone:
                return
            finally:
                telling.cancel()
                await asyncio.gather(telling, return_exceptions=True)

    # ------------------------------------------------------------ what comes in

    async def _take(self, text: str) -> None:
        """One message of the page; what cannot be read is no message of ours and is dropped."""
        match read_frame(text):
            case SeenAll(messages=messages):
                await self._mark_shown(messages)
            case Hello() | None:
                return
            case Unread(act=act):
                await self._send(Undone(act, again=False))
            case act:
                await self._act(act)

    async def _act(self, act: Act) -> None:
        """Answer an act, and acknowledge it when its answer is stored.

        An error leaves it open: the page brings it again, and what was done already has no second
        effect.
        """
        try:
            notice = await self._answer_act(act)
            await self._tell_news()
        except Gone:
            raise
        except Exception as error:
            log_trouble("act-failed", error, account=self.account_id, act=act.act)
            await self._send(Undone(act.act, again=True))
        else:
            await self._send(Done(act.act, notice))

    async def _answer_act(self, act: Act) -> str:
        """The notice of the act's answer; a resent one whose answer is stored is not done again."""
        notice = await self._notice(act.act)
        if notice is None:
            own = own_body(act, self.screen.language if self.screen else FIRST)
            pressed = replaceable(act)
            heard = Heard(self.sender, heard_in(act), f"web:{act.act}", on=pressed_on(act))
            await self.handle(
                heard, lambda answer: self.channel.show(answer, act.act, own, pressed)
            )
            notice = await self._notice(act.act)
        return notice or ""

    async def _notice(self, act: str) -> str | None:
        async with self.channel.database.read() as session:
            return await notice_of(session, self.account_id, act)

    async def _begins(self, language: str) -> bool:
        """Whether the page is empty; then it speaks that language, if it is one, from now on."""
        database = self.channel.database
        async with database.read() as session:
            if not await is_page_empty(session, self.account_id):
                return False
        if language in LANGUAGES:
            async with database.write() as session:
                await set_language(session, self.person_id, language)
        return True

    async def _welcome(self) -> None:
        """An empty page begins with its opening screen; two pages at once, with one of them."""
        heard = Heard(self.sender, Command(self.opening), f"web:{WELCOME}", is_first=True)
        try:
            await self.handle(heard, lambda answer: self.channel.show(answer, WELCOME))
        except Exception:
            log.exception("welcome-failed", account=self.account_id)

    async def _mark_shown(self, messages: Sequence[int]) -> None:
        """Mark messages as on the screen; after an error, which is logged, the page tells again."""
        database = self.channel.database
        try:
            async with database.read() as session:
                if not await any_unshown(session, self.account_id, messages):
                    return
            async with database.write() as session:
                await mark_shown(session, self.account_id, messages, self.channel.clock())
        except Exception:
            log.exception("shown-not-marked", account=self.account_id)

    # ------------------------------------------------------------ what goes out

    async def _tell(self, rung: asyncio.Event) -> None:
        """Tell the page what is new until it goes away; after an error, again a little later."""
        async for _ in rings(rung):
            try:
                await self._tell_news()
            except Gone:
                return
            except Exception as error:
                log_trouble("page-not-told", error, account=self.account_id)

    async def _tell_news(self) -> None:
        """Everything that the page does not have yet, in the order in which it changed."""
        async with self.telling:
            fetched = AT_ONCE
            while fetched == AT_ONCE:
                async with self.channel.database.read() as session:
                    lines = await lines_after(session, self.account_id, self.seen)
                    screen = await screen_of(session, self.account_id, self.book)
                    messages = ready(lines)
                    photos = await sizes_of_photos(session, messages)
                fetched = len(lines)
                await self._tell_screen(screen)
                if lines:
                    await self._send(News(await with_sizes(messages, photos, self.drawings)))
                    self.seen = lines[-1].change

    async def _tell_screen(self, screen: Screen) -> None:
        if screen != self.screen:
            await self._send(screen)
            self.screen = screen

    async def _send(self, message: ToPage) -> None:
        try:
            await self.socket.send_text(encode_to_page(message))
        except (WebSocketDisconnect, WebSocketDisconnected) as error:
            raise Gone from error


async def frames(socket: WebSocket) -> AsyncIterator[str]:
    """What the page sends, until it goes away; bytes and what is far too long end it."""
    while True:
        message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            return
        text = message.get("text")
        if text is None or len(text) > MOST_FRAME:
            await socket.close(1003 if text is None else 1009)
            return
        yield text


async def screen_of(session: AsyncSession, account_id: int, book: str) -> Screen:
    """The language of an account's person, and the commands of their menu."""
    found = await session.execute(
        select(Person.id, Person.language)
        .join(Account, Account.person_id == Person.id)
        .where(Account.id == account_id)
    )
    person_id, stored = found.one()
    language = known_or_first(stored)
    return Screen(book, language, menu_for(await standing_of(session, person_id), language))
