"""Whatever a page sends is read or refused, and never breaks the reading."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.web.acts import (
    FROM_PAGE,
    UNREAD,
    Act,
    Follow,
    GivePhone,
    GivePhoto,
    GivePlace,
    Press,
    Say,
    Unread,
    heard_in,
    own_body,
    read_frame,
)
from bot.channels.web.bodies import decode_body, encode_body
from handlers.dialog.speech import Command, Pressed, Said, SentOther, Trouble

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
WITH_ID = st.just("a-1")
ACTS = st.one_of(
    st.builds(Say, act=WITH_ID, text=st.text()),
    st.builds(Press, act=WITH_ID, message=st.integers(0, 2**53 - 1), data=st.text()),
    st.builds(Follow, act=WITH_ID, payload=st.text()),
    st.builds(GivePhone, act=WITH_ID, number=st.text()),
    st.builds(GivePlace, act=WITH_ID, latitude=st.floats(-90, 90), longitude=st.floats(-180, 180)),
    st.builds(GivePhoto, act=WITH_ID, photo=st.sampled_from(["", "0a" * 32]), trouble=st.text()),
)
KINDS = st.sampled_from(["say", "press", "follow", "phone", "place", "photo", "hello", "shown"])
LIKELY = st.fixed_dictionaries(
    {"type": KINDS},
    optional={
        "act": JSON | st.just("a-1"),
        "text": JSON | st.text(),
        "message": JSON | st.integers(),
        "data": JSON | st.text(),
        "payload": JSON | st.text(),
        "number": JSON | st.text(),
        "latitude": st.floats(),
        "longitude": st.floats(),
        "photo": JSON | st.text(),
        "trouble": JSON | st.text(),
        "messages": JSON | st.lists(st.integers()),
    },
)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    assert read_frame(text) is None or text.lstrip().startswith("{")


@given(LIKELY)
def test_what_is_likely_to_be_an_act_is_read_or_refused(message: object) -> None:
    read = read_frame(msgspec.json.encode(message).decode())
    assert read is None or read_frame(msgspec.json.encode(read).decode()) == read


@given(ACTS)
def test_any_act_can_be_read_heard_and_shown(act: Act) -> None:
    assert read_frame(msgspec.json.encode(act).decode()) == act
    heard_in(act)
    own = own_body(act, "ar")
    if isinstance(act, Say | GivePhone | GivePlace):
        assert own is not None
    if own is not None:
        assert decode_body(encode_body(own)) == own


@given(st.text())
def test_what_a_person_wrote_is_told_from_a_command(text: str) -> None:
    heard = heard_in(Say(act="a", text=text))
    if isinstance(heard, Said):
        assert heard.text == text.replace("\0", "")
    else:
        assert text.replace("\0", "").strip().startswith("/")


def test_a_start_with_a_payload_is_a_link() -> None:
    assert heard_in(Say(act="a", text="/start p_7")) == heard_in(Follow(act="b", payload="p_7"))
    assert isinstance(heard_in(Follow(act="b", payload="p_7")), Pressed)
    assert heard_in(Follow(act="b", payload="<>")) == Command("start")
    assert heard_in(Say(act="a", text="/CART ")) == Command("cart")


def test_a_trouble_of_nobodys_is_no_photo() -> None:
    assert heard_in(GivePhoto(act="a", trouble="photo-too-big")) == SentOther(Trouble.photo_too_big)
    assert heard_in(GivePhoto(act="a", trouble="?")) == SentOther(Trouble.not_a_photo)


def test_of_half_a_letter_the_rest_is_read() -> None:
    assert read_frame('{"type":"say","act":"a","text":"\\ud800 rest"}') == Say("a", " rest")
    assert read_frame('{"type":"say","act":"a","text":"\\ud83c\\udf6f"}') == Say("a", "\U0001f36f")


def test_without_that_the_page_would_bring_it_again_for_ever() -> None:
    """Nothing of it can be read, not even which act is to be answered."""
    for whole in (FROM_PAGE, UNREAD):
        with pytest.raises(msgspec.DecodeError):
            whole.decode('{"type":"say","act":"a","text":"\\ud800 rest"}')


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[" * 100_000, None),
        ('{"type":"say","act":"a","text":%s}' % ("[" * 50_000 + "]" * 50_000), None),
        (
            '{"type":"say","act":"a","nobody reads":%s}' % ('{"a":' * 40_000 + "1" + "}" * 40_000),
            None,
        ),
        ('{"type":"press","act":"a","data":"","message":%s}' % ("9" * 5_000), Unread("a")),
        ('{"type":"shown","messages":[%s]}' % ("9" * 30), None),
        ('{"type":"hello","pane":"customer","after":1e400}', None),
    ],
    ids=lambda each: str(each)[:40],
)
def test_what_no_page_sends_is_refused(text: str, found: Unread | None) -> None:
    assert read_frame(text) == found


def test_a_press_and_a_link_show_nothing_of_their_own() -> None:
    assert own_body(Press(act="a", message=1, data=""), "ar") is None
    assert own_body(Follow(act="a", payload=""), "ar") is None
