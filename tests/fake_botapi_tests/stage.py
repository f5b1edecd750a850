"""A fake with one person in a talk, and a bare caller: no library between test and server."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from PIL import Image

from tests.fake_botapi import FakeBotApi, Group, Person


def picture(width: int = 30, height: int = 20, colour: str = "red", form: str = "PNG") -> bytes:
    """A drawn picture."""
    drawn = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(drawn, form)
    return drawn.getvalue()


def form(files: dict[str, tuple[str, bytes]], **fields: object) -> aiohttp.FormData:
    """A multipart body with files."""
    data = aiohttp.FormData()
    for key, value in fields.items():
        data.add_field(key, str(value))
    for key, (name, content) in files.items():
        data.add_field(key, io.BytesIO(content), filename=name)
    return data


@dataclass
class Stage:
    """The fake, Mona who has started the bot, and messages of each kind in her chat."""

    api: FakeBotApi
    session: aiohttp.ClientSession
    mona: Person
    ids: dict[str, int] = field(default_factory=dict)
    group: Group | None = None
    photo_id: str = ""
    document_id: str = ""

    def url(self, method: str) -> str:
        """The address of a method."""
        return f"{self.api.base_url}/bot{self.api.token}/{method}"

    async def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Calls a method with JSON; the whole answer, refused or not."""
        return await self.post(method, json=parameters)

    async def post(self, method: str, **body: Any) -> dict[str, Any]:
        """Calls a method with a body of any kind."""
        async with self.session.post(self.url(method), **body) as answer:
            said: dict[str, Any] = await answer.json()
            assert answer.status == 200 or said["ok"] is False
            return said

    async def done(self, method: str, **parameters: object) -> Any:
        """Calls a method that must succeed; its result."""
        answer = await self.call(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    async def fill(self) -> None:
        """Puts a message of each kind into Mona's chat, and a group beside it."""
        to = {"chat_id": self.mona.id}
        self.ids["hers"] = await self.mona.starts()
        for key, method, more in (
            ("text", "sendMessage", {"text": "نص"}),
            ("place", "sendLocation", {"latitude": 25.3, "longitude": 55.4}),
            (
                "keyed",
                "sendMessage",
                {"text": "هاتف؟", "reply_markup": {"keyboard": [["رجوع"]]}},
            ),
            ("gone", "sendMessage", {"text": "يُحذف"}),
            ("old", "sendMessage", {"text": "قديم"}),
        ):
            self.ids[key] = (await self.done(method, **to, **more))["message_id"]
        await self.done("deleteMessage", **to, message_id=self.ids["gone"])
        chat = self.api.platform.chats[self.mona.id]
        self.api.platform.age(chat.messages[self.ids["old"]], 49 * 3600)
        await self._files()
        self.group = self.api.group([self.mona])

    async def _files(self) -> None:
        photo = form({"photo": ("p.png", picture())}, chat_id=self.mona.id)
        sent = (await self.post("sendPhoto", data=photo))["result"]
        self.ids["photo"], self.photo_id = sent["message_id"], sent["photo"][-1]["file_id"]
        paper = form({"document": ("a.txt", b"price list")}, chat_id=self.mona.id)
        sent = (await self.post("sendDocument", data=paper))["result"]
        self.ids["document"], self.document_id = sent["message_id"], sent["document"]["file_id"]
