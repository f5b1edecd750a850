"""A pane's connection: acts come in one after another, messages go out as they are stored."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import assert_never

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.channels.web import WebChannel, rings
from bot.web.acts import FROM_PAGE, Act, Hello, Press, SeenAll, heard_in, own_body
from bot.web.bodies import shown
from bot.web.wire import Done, News, Screen, ToPage, encode_to_page
from handlers.menus import menu_for
from handlers.speech import Heard, Sender
from handlers.turns import Answer
from handlers.wording import plain
from models.access import Standing, standing_of
from models.messaging.accounts import Account
from models.messaging.pages import lines_after, mark_shown, was_done
from models.people import Language, Person

Handle = Callable[[Heard, Callable[[Answer], Awaitable[None]]], Awaitable[None]]


class Pane:
    """One open pane of one account."""

    def __init__(
        self, socket: WebSocket, channel: WebChannel, handle: Handle, account: Account
    ) -> None:
        """`handle` answers what is heard, one at a time for each person."""
        self.socket = socket
        self.channel = channel
        self.handle = handle
        self.account_id = account.id
        self.sender = Sender(account.channel, account.external_id)
        self.seen = 0
        self.screen = Screen("ar", [])

    async def run(self, hello: Hello) -> None:
        """Serve the pane until it goes away."""
        self.seen = hello.after
        telling = asyncio.create_task(self._tell())
        try:
            while True:
                await self._take(await self.socket.receive_text())
        except WebSocketDisconnect:
            return
        finally:
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)

    async def _take(self, text: str) -> None:
        """One message of the page; what cannot be read is no message of ours and is dropped."""
        try:
            sent = FROM_PAGE.decode(text)
        except msgspec.DecodeError:
            return
        match sent:
            case SeenAll(messages=messages):
                async with self.channel.database.write() as session:
                    await mark_shown(session, self.account_id, messages, self.channel.clock())
            case Hello():
                return
            case _:
                await self._act(sent)

    async def _act(self, act: Act) -> None:
        """Answer an act once; a resent one whose answer is stored is only acknowledged."""
        async with self.channel.database.read() as session:
            done = await was_done(session, self.account_id, act.act)
        notice = "" if done else await self._answer(act)
        await self._send(Done(act.act, notice))

    async def _answer(self, act: Act) -> str:
        notices: list[str] = []
        own = own_body(act, self.screen.language)
        pressed = act.message if isinstance(act, Press) else None

        async def show(answer: Answer) -> None:
            await self.channel.show(answer, act.act, own, pressed)
            if answer.reply.notice is not None:
                notices.append(plain(answer.reply.notice, answer.language))

        await self.handle(Heard(self.sender, heard_in(act), f"web:{act.act}"), show)
        return " ".join(notices)

    async def _tell(self) -> None:
        with self.channel.doorbell.open(self.account_id) as rung:
            async for _ in rings(rung):
                await self._tell_news()

    async def _tell_news(self) -> None:
        async with self.channel.database.read() as session:
            lines = await lines_after(session, self.account_id, self.seen)
            screen = await screen_of(session, self.account_id)
        if screen != self.screen:
            self.screen = screen
            await self._send(screen)
        if lines:
            self.seen = lines[-1].change
            await self._send(News([message for line in lines if (message := shown(line))]))

    async def _send(self, message: ToPage) -> None:
        match message:
            case Screen() | News() | Done():
                await self.socket.send_text(encode_to_page(message))
            case _:
                assert_never(message)


async def screen_of(session: AsyncSession, account_id: int) -> Screen:
    """The language of an account's person, and the commands of their menu."""
    found = await session.execute(
        select(Person.id, Person.language)
        .join(Account, Account.person_id == Person.id)
        .where(Account.id == account_id)
    )
    person_id, stored = found.one()
    language: Language = "en" if stored == "en" else "ar"
    return Screen(language, menu_words(await standing_of(session, person_id), language))


def menu_words(standing: Standing, language: Language) -> list[tuple[str, str]]:
    """The commands of a person's menu, with what they do."""
    return [(entry[0], entry[1]) for entry in menu_for(standing, language)]
