"""What a person does, and the update that the bot gets of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.voices import voice_note

from .files import FileKind, document_payload, photo_payload, voice_payload
from .message import Content, Message
from .people import Chat, User
from .platform import Platform
from .presses import PressRecord
from .texts import commands_in
from .wire import Upload

if TYPE_CHECKING:
    from .group import Group
    from .screen import ScreenMessage


class Acts:
    """The doing half of a person."""

    def __init__(self, platform: Platform, user: User) -> None:
        self._platform = platform
        self.user = user
        self._since = 0

    @property
    def id(self) -> int:
        """The user's id, which is the id of the private chat too."""
        return self.user.id

    def _chat(self, group: Group | None) -> Chat:
        return self._platform.chats[self.id] if group is None else group.chat

    async def starts(self, payload: str = "") -> int:
        """Opens the bot, perhaps by a deep link; the chat may be spoken in from now on."""
        return await self.sends(f"/start {payload}".strip())

    async def sends(
        self,
        text: str,
        *,
        chat: Group | None = None,
        reply_to: ScreenMessage | None = None,
    ) -> int:
        """Types a text, a command, or what a key of the reply keyboard says; gives its id."""
        content = Content("text", text, commands_in(text))
        return self._says(content, chat, reply_to)

    async def forwards(self, text: str, by: str) -> int:
        """Passes on what somebody who hides their account wrote elsewhere; gives its id."""
        origin = {"type": "hidden_user", "sender_user_name": by, "date": self._now}
        return self._says(Content("text", text, body={"forward_origin": origin}))

    async def edits(self, message_id: int, text: str, *, chat: Group | None = None) -> None:
        """Changes a text that she sent."""
        message = self._chat(chat).messages[message_id]
        message.becomes(Content("text", text, commands_in(text)), self._now, self._acts())
        self._hand_over("edited_message", message)

    async def shares_contact(self) -> int:
        """Shares her own number, as the key that asks for it does; without ``+``, as Telegram."""
        user = self.user
        contact = {"phone_number": user.phone, "first_name": user.first_name, "user_id": user.id}
        return self._says(Content("contact", body={"contact": contact}))

    async def shares_contact_of(self, phone: str, first_name: str = "سارة") -> int:
        """Shares somebody else's contact card."""
        contact = {"phone_number": phone, "first_name": first_name}
        return self._says(Content("contact", body={"contact": contact}))

    async def shares_place(self, latitude: float, longitude: float) -> int:
        """Shares a point on the map, in degrees."""
        place = {"latitude": latitude, "longitude": longitude}
        return self._says(Content("location", body={"location": place}))

    async def sends_photo(
        self, content: bytes, caption: str = "", *, chat: Group | None = None
    ) -> int:
        """Sends a picture; Telegram offers it in two sizes."""
        stored = self._platform.files.add("photo", Upload("photo.jpg", content, "image/jpeg"))
        return self._says(
            Content("photo", caption, [], photo_payload(stored), (stored.file_id,)), chat
        )

    async def sends_album(self, *contents: bytes) -> None:
        """Sends several pictures at once: to the bot each comes by itself, with the album's id."""
        self._platform.last_album += 1
        for content in contents:
            stored = self._platform.files.add("photo", Upload("photo.jpg", content, "image/jpeg"))
            self._says(
                Content("photo", "", [], photo_payload(stored), (stored.file_id,)),
                album=str(self._platform.last_album),
            )

    async def sends_document(
        self,
        content: bytes,
        name: str,
        caption: str = "",
        *,
        mime: str = "application/octet-stream",
    ) -> int:
        """Sends a file under a name."""
        stored = self._platform.files.add("document", Upload(name, content, mime))
        body = document_payload(stored)
        return self._says(Content("document", caption, [], body, (stored.file_id,)))

    async def sends_sticker(self) -> int:
        """Sends a sticker."""
        more = {
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "type": "regular",
        }
        return self._says(self._filed("sticker", "sticker.webp", "image/webp", more))

    async def sends_voice(
        self, seconds: int = 3, caption: str = "", *, content: bytes | None = None
    ) -> int:
        """Records and sends a voice message."""
        ogg = voice_note(min(seconds, 5)) if content is None else content
        stored = self._platform.files.add("voice", Upload("voice.ogg", ogg, "audio/ogg"))
        stored.seconds = seconds
        return self._says(
            Content("voice", caption, body=voice_payload(stored), file_ids=(stored.file_id,))
        )

    def takes_no_voices(self) -> None:
        """Turns voice messages off in her privacy settings: bots' are refused from now on."""
        self._platform.chats[self.id].takes_voices = False

    def _filed(self, kind: FileKind, name: str, mime: str, more: dict[str, object]) -> Content:
        stored = self._platform.files.add(kind, Upload(name, kind.encode(), mime))
        assert kind == "sticker"
        shown: dict[str, object] = {str(kind): {**stored.payload(), **more}}
        return Content(kind, body=shown, file_ids=(stored.file_id,))

    async def blocks_bot(self) -> None:
        """Blocks the bot: every call to her chat is refused with 403 from now on."""
        self._platform.chats[self.id].acquaintance = "blocked"
        self._membership("member", "kicked")

    async def unblocks_bot(self) -> None:
        """Allows the bot to write again."""
        self._platform.chats[self.id].acquaintance = "talking"
        self._membership("kicked", "member")

    def deactivates(self) -> None:
        """Deletes her account."""
        self._platform.chats[self.id].acquaintance = "deactivated"

    @property
    def _now(self) -> int:
        return self._platform.now

    def _acts(self) -> int:
        self._since = self._platform.tick()
        return self._since

    def _membership(self, old: str, new: str) -> None:
        self._acts()
        bot = self._platform.bot.payload()
        chat = self._platform.chats[self.id]
        body: dict[str, object] = {
            "chat": chat.payload(),
            "from": self.user.payload(),
            "date": self._now,
            "old_chat_member": _member(bot, old),
            "new_chat_member": _member(bot, new),
        }
        self._platform.update("my_chat_member", body, f"chat {chat.id}", self.id)

    def _says(
        self,
        content: Content,
        group: Group | None = None,
        reply_to: ScreenMessage | None = None,
        album: str | None = None,
    ) -> int:
        chat = self._chat(group)
        if chat.is_private and chat.acquaintance == "blocked":
            chat.acquaintance = "talking"
            self._membership("kicked", "member")
        elif chat.is_private:
            chat.acquaintance = "talking"
        self._acts()
        answered = chat.messages.get(reply_to.id) if reply_to is not None else None
        message = self._platform.post(chat, self.user, content, answered, album=album)
        self._since = message.stamp
        self._hand_over("message", message)
        return message.message_id

    def _hand_over(self, kind: str, message: Message) -> None:
        if message.chat.is_private or self._concerns_bot(message):
            queue = f"chat {message.chat.id}"
            self._platform.update(kind, message.payload(), queue, self.id)

    def _concerns_bot(self, message: Message) -> bool:
        """Privacy mode: in groups a bot gets commands, mentions and replies to itself."""
        name = f"@{self._platform.bot.username}"
        text = message.content.text
        command = text.partition(" ")[0]
        if command.startswith("/"):
            return "@" not in command or command.endswith(name)
        return name in text or (message.reply_to is not None and message.reply_to.from_bot)

    def _press(self, chat: Chat, message_id: int, data: str, label: str) -> PressRecord:
        self._acts()
        platform = self._platform
        platform.last_press += 1
        query_id = str(4_382_000_000_000_000_000 + platform.last_press)
        press = PressRecord(
            query_id, self.user, chat.id, message_id, data, label, platform.loop_time
        )
        platform.presses[query_id] = press
        message = chat.messages.get(message_id)
        gone: dict[str, object] = {"chat": chat.payload(), "message_id": message_id, "date": 0}
        body: dict[str, object] = {
            "id": query_id,
            "from": self.user.payload(),
            "message": gone if message is None else message.payload(),
            "chat_instance": str(-7_000_000_000_000_000_000 - chat.id),
            "data": data,
        }
        update = platform.update("callback_query", body, f"user {self.id}", self.id)
        press.delivered = update is not None
        press.update_id = update.id if update is not None else None
        return press


def _member(bot: dict[str, object], status: str) -> dict[str, object]:
    member: dict[str, object] = {"user": bot, "status": status}
    if status == "kicked":
        member["until_date"] = 0
    return member
