"""The screens of staff and families: a banner, words, choices; edited in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from handlers.dialog.actions import Action
from handlers.dialog.layout import banner, page_row, screen
from handlers.dialog.pictures import Icon
from handlers.dialog.speech import Card, Phrase, Row
from handlers.dialog.turn import Turn
from models.kernel.paging import Page


def board(turn: Turn, icon: Icon, title: Phrase, text: Phrase, *rows: Row) -> Card:
    """A screen with the banner of that title above the words; empty rows are left out."""
    picture = banner(turn.language, title, icon=icon)
    return screen(text, picture, (row for row in rows if row))


def leafing_rows(page: Page[Any], to: Callable[[int], Action]) -> tuple[Row, ...]:
    """The row that leads to the pages before and after; none where there are none."""
    at = page.page
    return page_row(at, more=page.more, before=to(at - 1), after=to(at + 1))
