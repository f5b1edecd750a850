"""A short name is taken out of a message; what is written so and is no name stays."""

from __future__ import annotations

import pytest

from bot.channels.web.bodies import CardBody, OwnBody, decode_body, encode_body
from handlers.dialog.actions.customer import ShowCart
from handlers.dialog.pictures import StoredPhoto
from handlers.dialog.speech import (
    Card,
    Choice,
    Exact,
    Lines,
    decode_reply,
    encode_reply,
    reply,
    say,
)
from models.privacy.short_names import NOBODY, without_names


def history(name: str) -> Lines:
    """Lines that name somebody, one of them within another phrase."""
    deep = say("cut", words=say("account", name=name), number=Exact("482913"))
    return Lines((say("account", name=name), deep))


def card(name: str) -> Card:
    """A card with a picture and a button that names somebody in all its words."""
    return Card(
        text=say("misses", list=history(name)),
        picture=StoredPhoto("00"),
        choices=((Choice(say("account", name=name), ShowCart()),),),
    )


@pytest.mark.parametrize("name", ["منى", 'م"نى', "photo", "phrase", "account", "name", "ar", "00"])
def test_every_argument_that_is_the_name_goes(name: str) -> None:
    stored = without_names(encode_reply(reply(card(name))), {name})
    assert stored is not None
    assert decode_reply(stored) == reply(card(NOBODY))
    shown = without_names(encode_body(CardBody(card(name), "ar")), {name})
    assert shown is not None
    assert decode_body(shown) == CardBody(card(NOBODY), "ar")


def test_what_a_colleague_wrote_is_taken_out_where_it_is_the_name_alone() -> None:
    own = [encode_body(OwnBody(language="ar", text=text)) for text in ("منى", "منى هنا")]
    taken = without_names(own[0], {"منى"})
    assert taken is not None
    assert decode_body(taken) == OwnBody(language="ar", text=NOBODY)
    assert without_names(own[1], {"منى"}) is None


def test_a_message_without_the_name_is_left_as_it_is() -> None:
    stored = encode_reply(reply(card("منيرة")))
    assert without_names(stored, {"منى", "منير"}) is None
    assert without_names(stored, set()) is None
