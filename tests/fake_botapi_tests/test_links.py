"""What the fake says is something to press is what Telegram's own library finds."""

import pytest

from tests.fake_botapi.links import pressable


@pytest.mark.parametrize(
    "text",
    [
        "see http://evil.example now",
        "t.me/someone",
        "مثال.امارات",
        "a@evil.example",
        "(@someone)",
        "قل /confirm_1",
        "/confirm@entaj_bot",
        "#tag",
        "#وسم",
        "$USD",
        "tg://resolve?domain=x",
        "http://10.0.0.1/x",
    ],
)
def test_something_to_press_is_found(text: str) -> None:
    assert len(pressable(text)) >= 1


@pytest.mark.parametrize(
    "text",
    ["", "12.50", "5/12", "#5", "شارع 5. فيلا 12", "a @ b", "and/or", "$5", "end...", "...x"],
)
def test_plain_words_hold_nothing_to_press(text: str) -> None:
    assert pressable(text) == []
