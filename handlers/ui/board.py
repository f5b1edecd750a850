"""The screens of staff and families: a banner, words, choices; edited in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from handlers.dialog.actions import Action
from handlers.dialog.layout import banner, page_row, screen
from handlers.dialog.pictures import Icon
from handlers.dialog.speech import Card, Lines, Phrase, Row, say
from handlers.dialog.turn import Turn
from models.kernel.paging import Page


class ListWords(NamedTuple):
    """What a list says: its title, the phrase that takes the `list`, that it is empty, an item."""

    title: Phrase
    listed: str
    none: Phrase
    line: Callable[[Any], Phrase]


def board(turn: Turn, icon: Icon, title: Phrase, text: Phrase, *rows: Row) -> Card:
    """A screen with the banner of that title above the words; empty rows are left out."""
    picture = banner(turn.language, title, icon=icon)
    return screen(text, picture, (row for row in rows if row))


def list_board(
    turn: Turn,
    icon: Icon,
    words: ListWords,
    page: Page[Any],
    to: Callable[[int], Action],
    *rows: Row,
) -> Card:
    """A page of a list in lines, with the ways to those before and after, and the rows beneath."""
    listed = Lines(tuple(map(words.line, page.items)))
    text = say(words.listed, list=listed) if page.items else words.none
    return board(turn, icon, words.title, text, *leafing_rows(page, to), *rows)


def leafing_rows(page: Page[Any], to: Callable[[int], Action]) -> tuple[Row, ...]:
    """The row that leads to the pages before and after; none where there are none."""
    at = page.page
    return page_row(at, more=page.more, before=to(at - 1), after=to(at + 1))
