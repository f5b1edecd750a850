"""How the choices of a card stand in Telegram's keyboards."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.fitting import fit
from bot.channels.telegram.keyboards import markup_of
from bot.channels.telegram.showing import LIMITS
from handlers.dialog.actions.customer import ShowCart, ShowHome
from handlers.dialog.speech import Ask, Card, Choice, say
from models.people.people import Language
from tests.support.words import word

WAYS = (
    (Choice(say("button-previous"), ShowCart()), Choice(say("button-next"), ShowCart(1))),
    (Choice(say("button-home"), ShowHome()),),
)


def rows_of(ask: Ask | None, language: Language) -> list[list[str]]:
    """The labels of the keyboard beneath a card, as they stand from left to right."""
    (page,) = fit(Card(text=say("cart-title"), choices=WAYS, ask=ask), language, LIMITS)
    markup: dict[str, Any] = markup_of(page, language, "bot") or {}
    rows = markup.get("inline_keyboard") or markup["keyboard"][1:]
    return [[button["text"] for button in row] for row in rows]


@pytest.mark.parametrize("ask", [None, Ask.phone])
def test_a_row_begins_where_its_language_does(ask: Ask | None) -> None:
    # Telegram lays a row out from the left, whatever its language.
    names = ["button-previous", "button-next"]
    assert rows_of(ask, "en")[0] == [word(name, "en") for name in names]
    assert rows_of(ask, "ar")[0] == [word(name, "ar") for name in reversed(names)]
