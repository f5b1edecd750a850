"""What the fake noticed, for the assertions of tests."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CallRecord:
    """A call of the bot; ``at`` is the loop's time in seconds."""

    method: str
    parameters: Mapping[str, object]
    at: float


@dataclass(frozen=True, slots=True)
class Refusal:
    """A call that the bot got a 4xx for, other than 429, and not by trouble asked for."""

    method: str
    parameters: Mapping[str, object]
    code: int
    description: str

    def __str__(self) -> str:
        shown = {key: _short(value) for key, value in self.parameters.items()}
        return f"{self.method} was refused: {self.code} {self.description} {shown}"


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something that Telegram takes and no reader should see."""

    what: str
    where: str

    def __str__(self) -> str:
        return f"{self.what}: {self.where}"


def _short(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 300 else text[:297] + "..."


@dataclass(slots=True)
class Records:
    """Calls, refusals and oddities, in the order in which they happened."""

    calls: deque[CallRecord]
    counts: Counter[str] = field(default_factory=Counter)
    refusals: list[Refusal] = field(default_factory=list)
    not_taught: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)
    uploaded_twice: list[Oddity] = field(default_factory=list)
    last_call_at: float = 0.0

    def odd_text(self, text: str, where: str) -> None:
        """Looks for what should have been turned into formatting or words."""
        if _SUSPECT.search(text) is None:
            return
        self.oddities += [Oddity(what, f"{where}: {_short(text)!r}") for what in _oddities(text)]
        self._odd_payload(text, where)

    def odd_address(self, address: str, where: str) -> None:
        """Looks at a URL or a copied text: direction marks there travel into other systems."""
        if _ISOLATES.search(address):
            self.oddities.append(Oddity("isolates in an address", f"{where}: {address!r}"))
        self._odd_payload(address, where)

    def _odd_payload(self, text: str, where: str) -> None:
        for start in _START.finditer(text):
            if not _PAYLOAD.fullmatch(start.group(1)):
                self.oddities.append(Oddity("deep-link payload", f"{where}: {start.group()!r}"))


_SUSPECT = re.compile("[<{&\u2066-\u2069]|\\bNone\\b|object at 0x|me/\\w+\\?start")
_ISOLATES = re.compile("[\u2066-\u2069]")
_START = re.compile(r"(?:t\.me|telegram\.me)/\w+\?start(?:group)?=([^&#\s]*)")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_ODD = (
    ("raw markup", re.compile(r"</?[a-z][a-z-]*(?:\s[^<>]*)?>")),
    ("raw placeable", re.compile(r"\{\s*[$\"A-Za-z-][^{}]*\}")),
    ("escaped twice", re.compile(r"&(?:lt|gt|amp|quot|#\d+);")),
    ("a Python value", re.compile(r"(?<![\w])None(?![\w])|object at 0x|me/\\w+\\?start")),
    ("an empty isolate", re.compile("[\u2066-\u2068]\u2069")),
)


def _oddities(text: str) -> Iterable[str]:
    for what, pattern in _ODD:
        if pattern.search(text):
            yield what
    depth = 0
    for sign in _ISOLATES.findall(text):
        depth += -1 if sign == "\u2069" else 1
        if depth < 0:
            break
    if depth:
        yield "an isolate without its end"
