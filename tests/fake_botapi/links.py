"""What Telegram makes something to press of in a text that has no markup there.

After the expressions in td/telegram/MessageEntity.cpp. Of addresses more is found than tdlib takes,
which knows the ends of all domains; telephone and card numbers are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_LETTER = r"\d_\u200c\u00b7\u0d80-\u0dff"
_EXPRESSIONS = (
    r"(?<![\w])@[a-zA-Z0-9_]{2,32}(?!\w)",
    r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>])",
    rf"(?<![\w{_LETTER}])#[\w{_LETTER}]*[^\W\d_][\w{_LETTER}]*(?!#)",
    rf"(?<![$\w{_LETTER}])\$(?:1INCH|[A-Z]{{1,8}})(?![$\w{_LETTER}])",
    r"(?i:tg|ton|tonsite)://[a-zA-Z0-9_-]",
)
_PRESSABLE = re.compile("|".join(_EXPRESSIONS))
_ASCII = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-~")


def pressable(text: str) -> list[str]:
    """Everything in the text that becomes a link, a command or a tag."""
    return [found.group() for found in _PRESSABLE.finditer(text)] + list(_addresses(text))


def _addresses(text: str) -> Iterator[str]:
    start = 0
    for at, letter in enumerate(f"{text} "):
        if letter == "." or _is_of_domain(letter):
            continue
        domain = text[start:at].strip(".")
        end = domain.rpartition(".")[2]  # of which none has a single letter: د.إ is a currency
        named = not end.isdigit() and len(end) > 1
        if "." in domain and (named or text[:start].endswith("://")):
            yield domain
        start = at + 1


def _is_of_domain(letter: str) -> bool:
    if ord(letter) < 0xC0:
        return letter in _ASCII
    if "\u2000" <= letter <= "\u206f":
        return letter in "\u200c\u200d" or "\u2010" <= letter <= "\u2015"
    return unicodedata.category(letter)[0] != "Z"
