"""The measure that every answer in the tests is held against fails where it should."""

from typing import Any

import pytest

from handlers.dialog.actions.customer import SearchFor, ShowHome, ShowOrder, ShowProduct
from handlers.dialog.pictures import Banner, Receipt, ReceiptLine
from handlers.dialog.speech import (
    Card,
    Choice,
    LinkChoice,
    Phrase,
    Place,
    Reply,
    ShareChoice,
    reply,
    say,
)
from tests.handlers.fitness import check_markup, check_reply

HOME = Choice(say("button-home"), ShowHome())
BANNER = Banner(title="بازار")
TURNED = (ReceiptLine("\u2066x\u2069", "1", "9"),)


def said(text: str | Phrase, **parts: Any) -> Reply:
    """One card that says a text, with a way on."""
    phrase = say("paragraph", text=text) if isinstance(text, str) else text
    return reply(Card(text=phrase, **({"choices": ((HOME,),)} | parts)))


def test_a_fit_reply_passes() -> None:
    check_reply(said("hello", picture=BANNER))
    check_reply(Reply(notice=say("language-set")))


@pytest.mark.parametrize(
    "unfit",
    [
        said("x" * 4095),
        said("x" * 1023, picture=BANNER),
        said(""),
        said("hello", choices=()),
        said("hello", choices=((),)),
        said("hello", choices=((HOME,) * 9,)),
        said("hello", choices=((HOME,),) * 101),
        said("hello", choices=((Choice(say("paragraph", text="x" * 63), ShowHome()),),)),
        said("hello", choices=((Choice(say("paragraph", text="x\ny"), ShowHome()),),)),
        said("hello", choices=((LinkChoice(say("button-home"), "no address"),),)),
        said("hello", picture=Banner(title="\u2066x\u2069")),
        said("hello", picture=Receipt("a", "b", "c", "1", "d", TURNED, "e", "9")),
        said("hello", picture=BANNER, place=Place(25.0, 55.0, say("amount"), say("amount"))),
        reply(said("hello").cards[0], in_place=True),
        Reply(notice=say("paragraph", text="x" * 199)),
    ],
)
def test_an_unfit_reply_fails(unfit: Reply) -> None:
    with pytest.raises(AssertionError):
        check_reply(unfit)


@pytest.mark.parametrize("missing", [say("no-such-message"), say("product-name")])
def test_missing_words_fail(missing: Phrase) -> None:
    with pytest.raises(LookupError):
        check_reply(said(missing))


def test_button_data_that_is_too_long_fails() -> None:
    with pytest.raises(ValueError, match="bytes"):
        check_reply(said("hello", choices=((Choice(say("button-home"), SearchFor("م" * 40)),),)))


def test_only_what_is_linked_to_can_be_shared() -> None:
    text = say("button-home")
    check_reply(said("hello", choices=((ShareChoice(text, ShowProduct(7), text),),)))
    with pytest.raises(ValueError, match="not linked"):
        check_reply(said("hello", choices=((ShareChoice(text, ShowOrder(7), text),),)))


@pytest.mark.parametrize("text", ["<i>x</i>", "<b>x", "<b><b>x</b></b>", "x & y", "1 < 2"])
def test_other_markup_fails(text: str) -> None:
    with pytest.raises(AssertionError):
        check_markup(text)
