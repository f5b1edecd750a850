"""Files that the platform holds: by content, with file ids that are for one bot and one kind."""

from __future__ import annotations

import hashlib
import io
import secrets
import warnings
from dataclasses import dataclass, field
from typing import Literal

from PIL import Image, UnidentifiedImageError
from telegram.constants import FileSizeLimit

from .refused import Refused, bad_request
from .wire import Upload

FileKind = Literal["photo", "document", "sticker", "voice"]

_PHOTO_SIDES = 10_000
_PHOTO_RATIO = 20
_THUMBNAIL = 90
_SHOWN = {"photo": "Photo", "document": "Document", "sticker": "Sticker", "voice": "Voice"}


@dataclass(slots=True)
class StoredFile:
    """One content as one kind; a photo also has a thumbnail with an id of its own."""

    kind: FileKind
    content: bytes
    digest: str
    name: str
    mime: str
    file_id: str
    unique_id: str
    width: int = 0
    height: int = 0
    seconds: int = 0
    thumbnail: StoredFile | None = None

    @property
    def path(self) -> str:
        """The path at which it is downloaded."""
        suffix = "jpg" if self.kind == "photo" else (self.name.rpartition(".")[2] or "bin")
        return f"{self.kind}s/file_{self.unique_id}.{suffix}"

    def payload(self) -> dict[str, object]:
        """The fields that every kind of file has."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }


@dataclass(slots=True)
class FileStore:
    """Everything uploaded to the platform, by the bot or by people."""

    by_id: dict[str, StoredFile] = field(default_factory=dict)
    by_path: dict[str, StoredFile] = field(default_factory=dict)
    by_content: dict[tuple[FileKind, str], StoredFile] = field(default_factory=dict)
    sides: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, kind: FileKind, upload: Upload) -> StoredFile:
        """Stores an upload; the same bytes of the same kind keep the id that they have."""
        content = upload.content
        digest = hashlib.sha256(content).hexdigest()
        known = self.by_content.get((kind, digest))
        if known is not None:
            return known
        _check_size(kind, len(content))
        if kind == "voice":
            check_voice(content)
        stored = self._keep(kind, content, digest, upload)
        if kind == "photo":
            stored.width, stored.height = self._sides_of(content, digest)
            stored.thumbnail = self._thumbnail(stored)
        self.by_content[kind, digest] = stored
        return stored

    def reused(self, kind: FileKind, file_id: str) -> StoredFile:
        """The file behind an id that the bot sends again."""
        found = self.by_id.get(file_id)
        if found is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if found.kind != kind:
            shown = _SHOWN
            raise bad_request(f"can't use file of type {shown[found.kind]} as {shown[kind]}")
        return found

    def _keep(self, kind: FileKind, content: bytes, digest: str, upload: Upload) -> StoredFile:
        stored = StoredFile(
            kind=kind,
            content=content,
            digest=digest,
            name=upload.name,
            mime=upload.mime,
            file_id=f"{kind[:2].upper()}AC{secrets.token_urlsafe(36)}",
            unique_id=f"AQAD{secrets.token_urlsafe(9)}",
        )
        self.by_id[stored.file_id] = stored
        self.by_path[stored.path] = stored
        return stored

    def _sides_of(self, content: bytes, digest: str) -> tuple[int, int]:
        sides = self.sides.get(digest)
        if sides is None:
            sides = self.sides[digest] = photo_sides(content)
        return sides

    def _thumbnail(self, photo: StoredFile) -> StoredFile:
        with Image.open(io.BytesIO(photo.content)) as picture:
            # While it is not loaded yet, only an eighth of its pixels is decoded for that.
            picture.thumbnail((_THUMBNAIL, _THUMBNAIL))
            small = picture.convert("RGB")
        drawn = io.BytesIO()
        small.save(drawn, "JPEG")
        content = drawn.getvalue()
        digest = hashlib.sha256(content).hexdigest()
        kept = self._keep("photo", content, digest, Upload("thumb.jpg", content, "image/jpeg"))
        kept.width, kept.height = small.size
        return kept


def _check_size(kind: FileKind, size: int) -> None:
    if size == 0:
        raise bad_request("file must be non-empty")
    if size > FileSizeLimit.FILESIZE_UPLOAD:
        raise Refused(413, "Request Entity Too Large")
    if kind == "photo" and size > FileSizeLimit.PHOTOSIZE_UPLOAD:
        raise bad_request(f"too big file for a photo: {size} bytes")


def photo_sides(content: bytes) -> tuple[int, int]:
    """Width and height in pixels of a picture that Telegram would take as a photo."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as picture:
                width, height = picture.size
                if width + height > _PHOTO_SIDES or max(width, height) > _PHOTO_RATIO * min(
                    width, height
                ):
                    raise bad_request("PHOTO_INVALID_DIMENSIONS")
                # All of the data is read all the same: what is broken or cut off is found.
                picture.draft("RGB", (_THUMBNAIL, _THUMBNAIL))
                picture.load()
    except Image.DecompressionBombError:
        raise bad_request("PHOTO_INVALID_DIMENSIONS") from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Warning):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    return width, height


def photo_payload(photo: StoredFile) -> dict[str, object]:
    """The sizes of a photo, smallest first, as in ``Message.photo``."""
    sizes = [size for size in (photo.thumbnail, photo) if size is not None]
    return {
        "photo": [{**size.payload(), "width": size.width, "height": size.height} for size in sizes]
    }


def document_payload(document: StoredFile) -> dict[str, object]:
    """A document as in ``Message.document``."""
    said = {**document.payload(), "file_name": document.name, "mime_type": document.mime}
    return {"document": said}


def check_voice(content: bytes) -> None:
    """Refuses what no app plays as a voice message.

    Telegram asks for OGG with Opus ("other formats may be sent as Audio or Document", Bot API,
    sendVoice) and would send anything else as a file, in silence: stricter on purpose.
    """
    if not content.startswith(b"OggS") or b"OpusHead" not in content[:64]:
        raise bad_request("the voice message is no OGG with Opus")


def voice_payload(voice: StoredFile) -> dict[str, object]:
    """A voice message as in ``Message.voice``."""
    said = {**voice.payload(), "duration": voice.seconds, "mime_type": "audio/ogg"}
    return {"voice": said}
