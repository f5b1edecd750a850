"""HTML of ``parse_mode``, read and refused as tdlib does (``MessageEntity.cpp``, parse_html).

Offsets in refusals are of bytes in UTF-8, offsets of entities are in UTF-16 units: tdlib's way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .refused import Refused, bad_request

Entity = dict[str, object]

_KINDS = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "span": "spoiler",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
_NAMED = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"'}
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot);|&#(?:x[0-9a-fA-F]{1,6}|[0-9]{1,7});")
_SPECIAL = re.compile(r"[<&]")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_SPACES = " \t\r\n\0\x0b"


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    began: int


def utf16_length(text: str) -> int:
    """The length in the units in which the Bot API counts entities."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The plain text and its entities; refuses what the real server refuses, in its words."""
    if not _SPECIAL.search(source):
        return source, []
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.parts: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def run(self) -> tuple[str, list[Entity]]:
        while (special := _SPECIAL.search(self.source, self.at)) is not None:
            self._take(self.source[self.at : special.start()])
            self.at = special.start()
            if special.group() == "&":
                self._take(self._character())
            elif self.source.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        self._take(self.source[self.at :])
        if self.open:
            tag = self.open[-1].tag
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{tag}"')
        self.entities.sort(key=_by_place)
        return "".join(self.parts), self.entities

    def _take(self, text: str) -> None:
        self.parts.append(text)
        self.length += utf16_length(text)

    def _character(self) -> str:
        """The character of an HTML entity here, or the bare ampersand."""
        found = _ENTITY.match(self.source, self.at)
        if found is None:
            self.at += 1
            return "&"
        self.at = found.end()
        return _decoded(found.group())

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _peek(self) -> str:
        return self.source[self.at : self.at + 1]

    def _run_to(self, stops: str) -> str:
        began = self.at
        while self.at < len(self.source) and self.source[self.at] not in stops:
            self.at += 1
        return self.source[began : self.at]

    def _skip_spaces(self) -> None:
        while self._peek() and self._peek() in _SPACES:
            self.at += 1

    def _start_tag(self) -> None:
        began = self.at
        self.at += 1
        tag = self._run_to(_SPACES + ">").lower()
        if not self._peek():
            raise _cannot(f"Unclosed start tag at byte offset {self._byte(began)}")
        if tag not in _KINDS:
            raise _cannot(f'Unsupported start tag "{tag}" at byte offset {self._byte(began)}')
        argument = ""
        while True:
            self._skip_spaces()
            if self._peek() == ">":
                break
            if not self._peek():
                raise _cannot(f"Unclosed start tag at byte offset {self._byte(began)}")
            argument = self._attribute(tag, began) or argument
        if tag == "span" and argument != "spoiler":
            where = self._byte(began)
            raise _cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        self.at += 1
        self.open.append(_Open(tag, argument, self.length, len(self.parts)))

    def _attribute(self, tag: str, began: int) -> str:
        """Reads one attribute and gives what it means for the tag, or nothing."""
        where = self._byte(began)
        name = self._run_to(_SPACES + "=>" if tag == "blockquote" else _SPACES + "=")
        if not name:
            raise _cannot(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
        self._skip_spaces()
        if self._peek() != "=":
            if tag == "blockquote" and name == "expandable":
                return "expandable"
            raise _cannot(
                "Expected equal sign in declaration of an attribute of the tag "
                f'"{tag}" at byte offset {where}'
            )
        self.at += 1
        self._skip_spaces()
        value = self._attribute_value()
        if not self._peek():
            raise _cannot(f"Unclosed start tag at byte offset {where}")
        return _meaning(tag, name, value)

    def _attribute_value(self) -> str:
        quote = self._peek()
        if quote not in ("'", '"') or not quote:
            began = self.at
            token = _NAME_TOKEN.match(self.source, self.at)
            self.at = token.end() if token else self.at
            if self._peek() and self._peek() not in _SPACES + ">":
                raise _cannot(f"Unexpected end of name token at byte offset {self._byte(began)}")
            return self.source[began : self.at].lower()
        self.at += 1
        value = _ENTITY.sub(lambda found: _decoded(found.group()), self._run_to(quote))
        self.at += 1
        return value

    def _end_tag(self) -> None:
        began = self.at
        if not self.open:
            raise _cannot(f"Unexpected end tag at byte offset {self._byte(began)}")
        self.at += 2
        found = self._run_to(_SPACES + ">")
        self._skip_spaces()
        if self._peek() != ">":
            raise _cannot(f"Unclosed end tag at byte offset {self._byte(began)}")
        self.at += 1
        opened = self.open.pop()
        if found and found.lower() != opened.tag:
            raise _cannot(
                f"Unmatched end tag at byte offset {self._byte(began)}, "
                f'expected "</{opened.tag}>", found "</{found}>"'
            )
        if self.length > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity: Entity = {
            "type": _KINDS[opened.tag],
            "offset": opened.offset,
            "length": self.length - opened.offset,
        }
        if opened.tag == "a":
            url = opened.argument or "".join(self.parts[opened.began :])
            if not url.startswith(("http://", "https://", "tg://", "ton://", "mailto:", "tel:")):
                return
            entity["url"] = url
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.argument
        elif opened.tag == "code" and opened.argument:
            entity["language"] = opened.argument
        elif opened.argument == "expandable":
            entity["type"] = "expandable_blockquote"
        self.entities.append(entity)


def _meaning(tag: str, name: str, value: str) -> str:
    if (tag, name) in (("a", "href"), ("tg-emoji", "emoji-id")):
        return value
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value.removeprefix("tg-")
    return "expandable" if (tag, name) == ("blockquote", "expandable") else ""


def _decoded(entity: str) -> str:
    if entity in _NAMED:
        return _NAMED[entity]
    digits = entity[2:-1]
    code = int(digits[1:], 16) if digits[0] == "x" else int(digits)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else entity


def _by_place(entity: Entity) -> tuple[int, int]:
    offset, length = entity["offset"], entity["length"]
    assert isinstance(offset, int)
    assert isinstance(length, int)
    return offset, -length


def _cannot(why: str) -> Refused:
    return bad_request(f"can't parse entities: {why}")
