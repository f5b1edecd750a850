"""What a person sees: a message as it stands on her screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .files import FileStore
from .html_entities import Entity
from .keyboards import inline_buttons, labels_of
from .message import Content, Message
from .people import as_read


@dataclass(frozen=True, slots=True)
class ScreenButton:
    """An inline button."""

    label: str
    row: int
    data: str | None = None
    url: str | None = None
    copies: str | None = None
    style: str = ""


@dataclass(frozen=True, slots=True)
class ScreenMessage:
    """A message at the moment of looking; texts are plain, after entities.

    ``place`` is latitude and longitude in degrees, ``document`` the bytes and the name.
    """

    id: int
    chat_id: int
    mine: bool
    from_bot: bool
    sender: str
    kind: str
    words: str
    entities: tuple[Entity, ...]
    inline: tuple[ScreenButton, ...]
    keyboard: tuple[str, ...]
    photo: bytes | None
    document: tuple[bytes, str] | None
    voice: bytes | None
    place: tuple[float, float] | None
    venue: str | None
    reply_to: int | None
    edited: bool
    album: str | None
    stamp: int

    @property
    def text(self) -> str:
        """The text of a text message, else empty."""
        return self.words if self.kind == "text" else ""

    @property
    def caption(self) -> str:
        """The caption of a picture or a file, else empty."""
        return self.words if self.kind != "text" else ""

    @property
    def buttons(self) -> list[str]:
        """The labels of the inline buttons, flat."""
        return [button.label for button in self.inline]

    @property
    def rows(self) -> list[list[str]]:
        """The labels of the inline buttons, in their rows."""
        count = max((button.row for button in self.inline), default=-1) + 1
        return [[each.label for each in self.inline if each.row == row] for row in range(count)]

    def button(self, label: str) -> ScreenButton | None:
        """The button with this label, or the first that contains it."""
        wanted = as_read(label)
        holding = [each for each in self.inline if wanted in as_read(each.label)]
        exact = [each for each in holding if as_read(each.label) == wanted]
        return next(iter(exact or holding), None)

    def url_of(self, label: str) -> str:
        """The address behind a button."""
        found = self.button(label)
        assert found is not None, f"no button {label!r} in {self}"
        assert found.url is not None, f"the button {label!r} is no link"
        return found.url

    def contains(self, wanted: str) -> bool:
        """Whether text or buttons hold these words, direction marks aside."""
        return as_read(wanted) in as_read("\n".join((self.words, *self.buttons, self.venue or "")))

    def __str__(self) -> str:
        who = "me" if self.mine else self.sender
        shown = [f"#{self.id} {who} [{self.kind}{' edited' if self.edited else ''}] {self.words}"]
        shown += ["    " + " ".join(f"[{label}]" for label in row) for row in self.rows]
        if self.keyboard:
            shown.append("    keyboard: " + " ".join(f"<{label}>" for label in self.keyboard))
        return "\n".join(shown)


def seen(message: Message, viewer: int, files: FileStore) -> ScreenMessage:
    """The message as the viewer sees it now; made once for as long as it is not edited."""
    known: ScreenMessage | None = message.seen_by.get(viewer)
    if known is None:
        known = message.seen_by[viewer] = look_at(message, viewer, files)
    return known


def look_at(message: Message, viewer: int, files: FileStore) -> ScreenMessage:
    """What there is to see of it."""
    content = message.content
    body: Mapping[str, Any] = content.body
    location = body.get("location")
    return ScreenMessage(
        id=message.message_id,
        chat_id=message.chat.id,
        mine=message.sender.id == viewer,
        from_bot=message.from_bot,
        sender=message.sender.first_name,
        kind=content.kind,
        words=content.text,
        entities=tuple(content.entities),
        inline=buttons_of(content.inline),
        keyboard=tuple(labels_of(message.steered_keyboard)),
        photo=_bytes(content, files) if content.kind == "photo" else None,
        document=_document(content, files),
        voice=_bytes(content, files) if content.kind == "voice" else None,
        place=(location["latitude"], location["longitude"]) if location else None,
        venue=f"{body['venue']['title']}\n{body['venue']['address']}" if "venue" in body else None,
        reply_to=message.reply_to.message_id if message.reply_to else None,
        edited=message.edit_date is not None,
        album=message.media_group_id,
        stamp=message.stamp,
    )


def buttons_of(markup: Mapping[str, Any] | None) -> tuple[ScreenButton, ...]:
    """The buttons of an inline keyboard."""
    rows = (markup or {}).get("inline_keyboard", ())
    row_of = [number for number, row in enumerate(rows) for _ in row]
    return tuple(
        ScreenButton(
            label=button["text"],
            row=row,
            data=button.get("callback_data"),
            url=button.get("url"),
            copies=button.get("copy_text", {}).get("text"),
            style=button.get("style", ""),
        )
        for row, button in zip(row_of, inline_buttons(markup), strict=True)
    )


def _bytes(content: Content, files: FileStore) -> bytes:
    return files.by_id[content.file_ids[0]].content


def _document(content: Content, files: FileStore) -> tuple[bytes, str] | None:
    if content.kind != "document":
        return None
    stored = files.by_id[content.file_ids[0]]
    return stored.content, stored.name
