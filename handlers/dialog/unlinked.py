"""Keeps what people wrote from becoming something to press.

Telegram makes links by itself of addresses, bare domains, e-mails, @names, /commands, #tags and
$tags in whatever a bot says (tdlib's MessageEntity.cpp, match_urls and its neighbours), and some
programs do the same on pages. A customer's note would so put a link, or a command that confirms an
order, under the thumb of staff. A word joiner after the sign that begins it prevents that: it is in
no address or name, takes no room and breaks no line. Figures such as 12.50 and 5/12 hold none, and
telephone numbers stay, so what is copied from an address or a note is as it was typed.
"""

from __future__ import annotations

import re

JOINER = "\u2060"
_FIGURE = r"(?<![^\s(])[0-9]+\.[0-9]+(?![^\s),])"
_FLAT = r"#[0-9]+(?![^\s),.])"
_BEGINS = (
    r"\.(?=[^\s.\u2060])",
    r":(?=//)",
    r"@(?=[A-Za-z0-9_])",
    r"(?<![\w/<>])/(?=[A-Za-z0-9_])",
    r"\#(?=[^\s\u2060])",
    r"\$(?=[1A-Z])",
)
_SIGNS = re.compile(f"{_FIGURE}|{_FLAT}|({'|'.join(_BEGINS)})")


def unlink(text: str) -> str:
    """The text, in which nothing becomes a link; it reads and looks the same."""
    return _SIGNS.sub(lambda found: found[0] + JOINER if found[1] else found[0], text)
