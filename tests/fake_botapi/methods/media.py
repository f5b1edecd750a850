"""Photos, documents and albums from the bot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from telegram.constants import MediaGroupLimit

from tests.fake_botapi.files import (
    FileKind,
    StoredFile,
    document_payload,
    photo_payload,
    voice_payload,
)
from tests.fake_botapi.message import Content
from tests.fake_botapi.platform import Platform
from tests.fake_botapi.records import Oddity
from tests.fake_botapi.refused import NotTaught, bad_request
from tests.fake_botapi.texts import caption_of
from tests.fake_botapi.wire import Upload

from .registry import Arguments, taught
from .sending import addressed, counted, delivered, replied_to

PAYLOADS = {"photo": photo_payload, "document": document_payload, "voice": voice_payload}


def file_of(platform: Platform, call: Arguments, kind: FileKind, source: str) -> StoredFile:
    """The file that a parameter names: an upload (``attach://name``), an id, or an address."""
    if source.startswith("attach://"):
        upload = call.uploads.get(source.removeprefix("attach://"))
        if upload is None:
            raise bad_request("there is no file to send: the attached file is missing")
        return _stored(platform, call, kind, upload)
    if source.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    return platform.files.reused(kind, source)


def _stored(platform: Platform, call: Arguments, kind: FileKind, upload: Upload) -> StoredFile:
    stored = platform.files.add(kind, upload)
    key = (kind, stored.digest)
    first = platform.uploads.get(key)
    where = f"{call.method} {upload.name} ({len(upload.content)} bytes)"
    if first is not None:
        what = f"uploaded again although its file_id is known since {first}"
        platform.records.uploaded_twice.append(Oddity(what, where))
    platform.uploads.setdefault(key, where)
    return stored


def content_of(kind: FileKind, stored: StoredFile, values: Mapping[str, Any]) -> Content:
    """What a photo, a document or a voice message shows."""
    text, entities = caption_of(values)
    body = PAYLOADS[kind](stored)
    extras: dict[str, object] = {}
    if kind == "photo":
        if values.get("has_spoiler"):
            extras["has_media_spoiler"] = True
        if values.get("show_caption_above_media") and text:
            extras["show_caption_above_media"] = True
    return Content(kind, text, entities, body, (stored.file_id,), extras=extras)


def _send(platform: Platform, call: Arguments, kind: FileKind) -> object:
    chat = addressed(platform, call)
    upload = call.uploads.get(kind)
    if upload is not None:
        stored = _stored(platform, call, kind, upload)
    elif call.text(kind):
        stored = file_of(platform, call, kind, call.text(kind))
    else:
        raise bad_request(f"there is no {kind} in the request")
    return delivered(platform, chat, call, content_of(kind, stored, call.values))


@taught("sendPhoto")
def send_photo(platform: Platform, call: Arguments) -> object:
    return _send(platform, call, "photo")


@taught("sendDocument")
def send_document(platform: Platform, call: Arguments) -> object:
    return _send(platform, call, "document")


@taught("sendVoice")
def send_voice(platform: Platform, call: Arguments) -> object:
    """Source of the refusal: tdlib's can_send_message_content, as authors of bots have met it."""
    chat = addressed(platform, call)
    if not chat.takes_voices:
        raise bad_request("user restricted receiving of voice note messages")
    return _send(platform, call, "voice")


def medium_content(platform: Platform, call: Arguments, medium: Mapping[str, Any]) -> Content:
    """The content of an InputMedia."""
    kind = medium["type"]
    if kind == "photo":
        return content_of("photo", file_of(platform, call, "photo", medium["media"]), medium)
    if kind == "document":
        return content_of("document", file_of(platform, call, "document", medium["media"]), medium)
    raise NotTaught(f"{call.method} with a medium of type {kind}")


@taught("sendMediaGroup")
def send_media_group(platform: Platform, call: Arguments) -> object:
    chat = addressed(platform, call)
    media = call.values["media"]
    assert isinstance(media, list)
    limit = MediaGroupLimit
    if len(media) > limit.MAX_MEDIA_LENGTH:
        raise bad_request("too many messages to send as an album")
    if len(media) < limit.MIN_MEDIA_LENGTH:
        raise bad_request("group send failed: an album has 2-10 items")
    kinds = {medium["type"] for medium in media}
    for alone in ("document", "audio"):
        if alone in kinds and len(kinds) > 1:
            raise bad_request(f"{alone.title()} can't be mixed with other media types")
    reply_to = replied_to(chat, call)
    contents = [medium_content(platform, call, medium) for medium in media]
    counted(platform, chat, len(contents))
    platform.last_album += 1
    album = str(platform.last_album)
    posted = [
        platform.post(chat, platform.bot, content, reply_to, album=album) for content in contents
    ]
    return [message.payload() for message in posted]
