"""Cuts a text of HTML, of which only <b> is used, into pages of limited length."""

from __future__ import annotations

import html
import re

_TOKENS = re.compile(r"</?b>|&(?:#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z]+);|.", re.DOTALL)
_MARKUP = re.compile(r"</?b>")
OPEN, CLOSE = "<b>", "</b>"


def shown_length(text: str) -> int:
    """How many characters a reader sees: without markup, an escaped character as one."""
    return len(html.unescape(_MARKUP.sub("", text)))


def cut_pages(text: str, first: int, rest: int) -> tuple[str, ...]:
    """The text in pages: the first of at most `first` shown characters, the others of `rest`.

    It is cut between paragraphs, else lines, else words, else anywhere; only white space is lost,
    and what is bold stays bold on the next page.
    """
    if len(text) <= first:
        return (text,)
    tokens = _TOKENS.findall(text)
    pages: list[str] = []
    bold = False
    while tokens:
        page, tokens, bold = take_page(tokens, first if not pages else rest, bold=bold)
        if shown_length(page):
            pages.append(page)
    return tuple(pages) or (text,)


def take_page(tokens: list[str], most: int, *, bold: bool) -> tuple[str, list[str], bool]:
    """The next page, the tokens after it, and whether those begin bold."""
    end = cut_at(tokens, most)
    taken, left = tokens[:end], tokens[end:]
    start = OPEN if bold else ""
    for token in taken:
        bold = token == OPEN or (bold and token != CLOSE)
    page = start + "".join(taken).strip() + (CLOSE if bold else "")
    while left and left[0].isspace():
        left = left[1:]
    return page, left, bold


def cut_at(tokens: list[str], most: int) -> int:
    """Where to cut so that at most `most` characters show before: the best place, or the last."""
    room = most
    end = 0
    for end, token in enumerate(tokens):  # noqa: B007
        if token in (OPEN, CLOSE):
            continue
        if room == 0:
            break
        room -= 1
    else:
        return len(tokens)
    return best_break(tokens, end)


def best_break(tokens: list[str], end: int) -> int:
    """The last end of a paragraph, line or word in the second half before `end`, else `end`."""
    middle = end // 2
    newlines = [at for at in range(middle, end) if tokens[at] == "\n"]
    paragraphs = [at for at in newlines if at and tokens[at - 1] == "\n"]
    spaces = [at for at in range(middle, end + 1) if tokens[at].isspace()]
    for places in (paragraphs, newlines, spaces):
        if places and places[-1] > 0:
            return places[-1]
    return end
