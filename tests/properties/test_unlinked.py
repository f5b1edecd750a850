"""Nothing that a customer writes can be pressed by who reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog import rendering
from handlers.dialog.parsing import as_typed
from handlers.dialog.rendering import JOINER, bare, unlink, words
from handlers.dialog.speech import Exact, Name, say
from tests.fake_botapi.html_entities import parse_html
from tests.fake_botapi.links import pressable

PIECES = st.sampled_from(
    ["http", "https", "://", "evil", "example", "com", "t.me", ".", "..", "@", "/", "#", "$", ":",
     "confirm_1", "someone", "USD", "1INCH", "tg", "ton", "وسم", "امارات", " ", "\n", "_", "-", "<",
     ">", "&", "5", "12", ",", "(", ")", "😀", "é", "e\u0301", "\u200c", "\u200d", "·", "\u0d85",
     "user:pw", "?start=x", "10.0.0.1", "(12.50)", "٥", "½", "。"]
)  # fmt: skip
WRITTEN = st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=40))


def shown(text: str) -> str:
    """A text as it stands on the screen, without its markup."""
    return parse_html(words(say("paragraph", text=text), "en"))[0]


@given(WRITTEN)
def test_nothing_in_what_was_written_is_pressable(text: str) -> None:
    assert pressable(shown(text)) == []


@given(WRITTEN)
def test_it_reads_the_same_and_once_is_enough(text: str) -> None:
    kept = unlink(text)
    assert kept.replace(JOINER, "") == text.replace(JOINER, "")
    assert bare(say("paragraph", text=kept), "en") == bare(say("paragraph", text=text), "en")
    assert as_typed(kept) == as_typed(text)
    assert unlink(kept) == kept


@pytest.mark.parametrize(
    "text",
    ["فيلا 12، شارع 5/7. خلف المسجد", "Villa 12, Street 5/12, Flat #3",
     "12.50", "(9.5)", "+971501234567",
     "اتصل على 050 123 4567. شكراً"],
)  # fmt: skip
def test_an_address_and_a_telephone_are_copied_as_they_were_typed(text: str) -> None:
    assert unlink(text) == text


def test_what_the_shop_itself_wrote_may_be_pressed() -> None:
    name = words(say("paragraph", text=Name("حسابنا @entaj", "Find us @entaj")), "en")
    assert pressable(name) == ["@entaj"]
    how = words(say("paragraph", text=Exact("/confirm 123456 7890")), "en")
    assert pressable(how) == ["/confirm"]


@pytest.mark.parametrize("text", ["http://evil.example", "@someone", "/confirm_1"])
def test_unguarded_it_would_be_pressable(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(rendering, "unlink", str)
    assert pressable(shown(text))
