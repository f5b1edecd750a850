"""What a reader should not see is noticed."""

from __future__ import annotations

import pytest

from .stage import Stage


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<b>سلة</b>", "raw markup"),
        ("سلة</b>", "raw markup"),
        ('<a href="x">سلة</a>', "raw markup"),
        ("مرحباً { $name }", "raw placeable"),
        ("مرحباً {$name}", "raw placeable"),
        ("أطايب &amp; طيب", "escaped twice"),
        ("السعر None د.إ", "a Python value"),
        ("Card object at 0x7f", "a Python value"),
        ("مرحباً \u2068\u2069", "an empty isolate"),
        ("مرحباً \u2068منى", "an isolate without its end"),
        ("مرحباً منى\u2069", "an isolate without its end"),
    ],
)
async def test_raw_text_on_screen(stage: Stage, text: str, what: str) -> None:
    await stage.done("sendMessage", chat_id=stage.mona.id, text=text)

    assert [oddity.what for oddity in stage.api.oddities] == [what]
    with pytest.raises(AssertionError, match=f"on screen: {what}"):
        stage.api.assert_clean()
    stage.api.assert_clean(allow=[what])


@pytest.mark.parametrize(
    "text",
    [
        "٣ < ٥ و ٧ > ٢",
        "لقيمات \u2068٢٥ د.إ\u2069 {قديم}",
        "A & B",
        "\u2066+971 50 123 4567\u2069",
        "Nonesuch",
    ],
)
async def test_ordinary_text_is_no_oddity(stage: Stage, text: str) -> None:
    await stage.done("sendMessage", chat_id=stage.mona.id, text=text)

    stage.api.assert_clean()


@pytest.mark.parametrize(
    ("button", "what"),
    [
        ({"text": "<i>زر</i>", "callback_data": "x"}, "raw markup"),
        ({"text": "زر", "callback_data": "x:\u2068ب\u2069"}, "isolates in an address"),
        ({"text": "زر", "copy_text": {"text": "\u2066OK\u2069"}}, "isolates in an address"),
        ({"text": "زر", "url": "https://t.me/a_bot?start=a.b"}, "deep-link payload"),
        ({"text": "زر", "url": f"https://t.me/a_bot?start={'a' * 65}"}, "deep-link payload"),
    ],
)
async def test_raw_buttons_on_screen(stage: Stage, button: dict[str, object], what: str) -> None:
    markup = {"inline_keyboard": [[button]]}
    await stage.done("sendMessage", chat_id=stage.mona.id, text="نص", reply_markup=markup)

    assert [oddity.what for oddity in stage.api.oddities] == [what]


async def test_edits_captions_and_notices_are_looked_at(stage: Stage) -> None:
    mona = stage.mona.id
    await stage.done(
        "editMessageCaption", chat_id=mona, message_id=stage.ids["photo"], caption="<b>س</b>"
    )
    await stage.mona.press("x", message=stage.mona.screen[-1])
    query = stage.api.unanswered_presses()[0].query_id
    await stage.done("answerCallbackQuery", callback_query_id=query, text="{ $count }")

    assert [oddity.what for oddity in stage.api.oddities] == ["raw markup", "raw placeable"]


async def test_deep_links_in_texts_are_looked_at(stage: Stage) -> None:
    text = "افتح https://t.me/a_bot?start=ok_1 أو https://t.me/a_bot?start=not.ok"
    await stage.done("sendMessage", chat_id=stage.mona.id, text=text)

    assert [oddity.what for oddity in stage.api.oddities] == ["deep-link payload"]
    assert "not.ok" in stage.api.oddities[0].where


async def test_more_entities_than_telegram_keeps(stage: Stage) -> None:
    text = "<b>س</b> " * 101
    await stage.done("sendMessage", chat_id=stage.mona.id, text=text, parse_mode="HTML")

    assert [oddity.what for oddity in stage.api.oddities] == [
        "101 entities, of which Telegram keeps 100"
    ]


async def test_parameters_that_nothing_plays_are_not_taught(stage: Stage) -> None:
    answer = await stage.call("sendMessage", chat_id=stage.mona.id, text="نص", message_thread_id=5)

    assert answer["error_code"] == 501
    assert "not taught message_thread_id of sendMessage" in stage.api.complaints()[0]


async def test_complaints_name_everything(stage: Stage) -> None:
    await stage.call("sendMessage", chat_id=stage.mona.id, text="")
    await stage.call("sendDice", chat_id=stage.mona.id)
    await stage.mona.press("x", message=stage.mona.screen[-1])

    told = "\n".join(stage.api.complaints())

    assert "refused: sendMessage was refused: 400 Bad Request: message text is empty" in told
    assert "not taught: Not Implemented: the fake Bot API was not taught sendDice" in told
    assert "unanswered press of 'x' by منى" in told
    assert stage.api.counts["sendDice"] == 1
    assert stage.api.calls[-1].method == "sendDice"
