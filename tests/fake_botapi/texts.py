"""Texts and captions: entities first, then trimming, then lengths in code points, as tdlib does."""

from __future__ import annotations

import re
from collections.abc import Mapping

from telegram.constants import MessageEntityType, MessageLimit, ParseMode

from .html_entities import Entity, parse_html, utf16_length
from .refused import NotTaught, bad_request

_BLANK = " \t\r\n\x0b\x0c\u00a0\u200b\u200c\u200d\u2060\ufeff\u2063\u2064"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f]")
_COMMAND = re.compile(r"(?<![\w/@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")


def text_of(values: Mapping[str, object]) -> tuple[str, list[Entity]]:
    """The text of a call: 1-4096 code points after entities."""
    given = str(values["text"])
    if not given:
        raise bad_request("message text is empty")
    text, entities = formatted(given, values.get("parse_mode"), values.get("entities"))
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > MessageLimit.MAX_TEXT_LENGTH:
        raise bad_request("message is too long")
    return text, entities


def caption_of(values: Mapping[str, object]) -> tuple[str, list[Entity]]:
    """The caption of a call or of one medium: at most 1024 code points after entities."""
    given = values.get("caption")
    if not given:
        return "", []
    text, entities = formatted(str(given), values.get("parse_mode"), values.get("caption_entities"))
    if len(text) > MessageLimit.CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    return text, entities


def formatted(source: str, parse_mode: object, given: object) -> tuple[str, list[Entity]]:
    """The plain text as a person sees it, and its entities."""
    mode = str(parse_mode or "")
    if mode.lower() == ParseMode.HTML.lower():
        text, entities = parse_html(source)
    elif mode.lower() in (ParseMode.MARKDOWN.lower(), ParseMode.MARKDOWN_V2.lower()):
        raise NotTaught(f"parse_mode {mode}")
    elif mode:
        raise bad_request("unsupported parse_mode")
    else:
        text, entities = source, _checked(given, utf16_length(source))
    return _trimmed(text, entities)


def _checked(given: object, length: int) -> list[Entity]:
    kinds = {str(kind.value) for kind in MessageEntityType}
    entities: list[Entity] = given if isinstance(given, list) else []
    for entity in entities:
        offset, size = entity["offset"], entity["length"]
        if str(entity["type"]) not in kinds:
            raise bad_request("can't parse MessageEntity: Unsupported type specified")
        if not isinstance(offset, int) or not isinstance(size, int) or offset < 0 or size < 0:
            raise bad_request("entity has negative offset or length")
        if offset + size > length:
            raise bad_request("entity beyond the end of the text")
    return entities


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    clean = _CONTROLS.sub(" ", text).rstrip(_BLANK)
    if not clean.strip(_BLANK):
        return "", []
    cut = utf16_length(clean) - utf16_length(clean.lstrip(" \t\r\n"))
    clean = clean.lstrip(" \t\r\n")
    return clean, _moved(entities, cut, utf16_length(clean)) if entities else []


def _moved(entities: list[Entity], cut: int, length: int) -> list[Entity]:
    kept = []
    for entity in entities:
        offset, size = entity["offset"], entity["length"]
        assert isinstance(offset, int)
        assert isinstance(size, int)
        start, end = max(offset - cut, 0), min(offset - cut + size, length)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return kept


def commands_in(text: str) -> list[Entity]:
    """The ``bot_command`` entities that Telegram finds in what a person types."""
    if "/" not in text:
        return []
    return [
        {
            "type": "bot_command",
            "offset": utf16_length(text[: found.start()]),
            "length": len(found.group()),
        }
        for found in _COMMAND.finditer(text)
    ]
