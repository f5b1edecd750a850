"""What takes something away looks so, and a row that counts pieces is one row everywhere."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from handlers.dialog.actions import Action
from handlers.dialog.actions.asked import Leave, Pick
from handlers.dialog.actions.bazaars import HideBazaar
from handlers.dialog.actions.catalogue import HideProduct
from handlers.dialog.actions.customer import SetLine, SetQuantity
from handlers.dialog.actions.taking import ALWAYS, takes_away
from handlers.dialog.actions.wanted import Favour
from handlers.dialog.speech import Choice, Weight, say
from models.people.people import Language
from tests.bot.whole.looks import stepper_faults, taking_faults
from tests.fake_botapi import ScreenButton
from tests.support.words import word

TAKING = re.compile("(Cancel|Drop|Remove|Withdraw|Erase|Empty|Forget|Hide|Strike|Delete)")
GIVES_BACK = re.compile("^Undo")


def test_every_action_that_is_named_for_taking_away_looks_so() -> None:
    named = {k for k in get_args(Action) if TAKING.search(k.__name__)}
    named = {kind for kind in named if not GIVES_BACK.search(kind.__name__)}
    assert named - ALWAYS == {HideBazaar, HideProduct}, "which show again what they hid"


@pytest.mark.parametrize(
    ("action", "look"),
    [
        (SetQuantity(1, 0), Weight.taking),
        (SetQuantity(1, 1), Weight.plain),
        (SetLine(1, 0, 0), Weight.taking),
        (HideProduct(1, True), Weight.taking),
        (HideProduct(1, False), Weight.plain),
        (Pick(3, "drop"), Weight.taking),
        (Favour(1, on=False), Weight.plain),
        (Leave(3), Weight.plain),
    ],
)
def test_a_button_looks_as_its_action_does(action: Action, look: Weight) -> None:
    assert takes_away(action) is (look is Weight.taking)
    assert Choice(say("button-back"), action).look is look


def buttons(language: Language, *names: str, style: str = "") -> tuple[ScreenButton, ...]:
    """A row of Telegram's, which begins at the left."""
    shown = [word(name, language) for name in names]
    row = shown[::-1] if language == "ar" else shown
    return tuple(ScreenButton(each, 0, style=style) for each in row)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_crawl_sees_what_takes_away_and_does_not_look_so(language: Language) -> None:
    names = ("order-cancel", "button-strike", "draft-drop", "button-withdraw", "cart-clear")
    assert len(taking_faults(buttons(language, *names), language)) == len(names)
    assert taking_faults(buttons(language, *names, style="danger"), language) == []
    assert taking_faults(buttons(language, "button-cancel", "button-back"), language) == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_crawl_sees_a_stepper_in_another_order(language: Language) -> None:
    right = ("product-less", "product-more", "product-remove")
    assert stepper_faults(buttons(language, *right), language) == []
    for wrong in (right[::-1], (*right[1:], right[0]), (right[1], right[2])):
        assert len(stepper_faults(buttons(language, *wrong), language)) == 1
