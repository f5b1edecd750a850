"""Each thing that Telegram refuses is refused here, and is told to whoever asserts."""

from __future__ import annotations

import pytest

from .asking import Parameters, bare, button, here, inline, on, press, text, under
from .cases_changing import ABOUT, EDITS, FILES
from .cases_sending import KEYBOARDS, SHAPES, TEXTS
from .stage import Stage


@pytest.mark.parametrize(
    ("method", "parameters", "code", "why"),
    [*SHAPES, *TEXTS, *KEYBOARDS, *EDITS, *FILES, *ABOUT],
)
async def test_is_refused_and_recorded(
    stage: Stage, method: str, parameters: Parameters, code: int, why: str
) -> None:
    before = [str(message) for message in stage.mona.screen]

    answer = await stage.call(method, **parameters(stage))

    assert answer["ok"] is False
    assert answer["error_code"] == code
    assert why in answer["description"]
    assert [refusal.description for refusal in stage.api.refusals] == [answer["description"]]
    assert [str(message) for message in stage.mona.screen] == before


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("sendMessage", text(text="س" * 4096)),
        ("sendMessage", text(text="<b>" + "😀" * 4096 + "</b>", parse_mode="HTML")),
        ("sendMessage", text(text="&lt;" * 4096, parse_mode="html")),
        ("sendMessage", under([press(data="س" * 32)] * 8)),
        ("sendMessage", under(*[[press()] * 8] * 12, [press()] * 4)),
        ("sendMessage", button(url="https://t.me/entaj_bazaar_bot?start=p_1-2")),
        ("sendMessage", button(url="tg://user?id=5")),
        ("sendMessage", button(copy_text={"text": "س" * 256})),
        ("sendMessage", text(reply_markup={"keyboard": [["أ", {"text": "ب"}]]})),
        ("sendMessage", text(reply_markup={"remove_keyboard": True, "selective": False})),
        ("sendMessage", text(reply_markup={"inline_keyboard": []})),
        ("editMessageCaption", on("photo", caption="س" * 1024)),
        ("editMessageReplyMarkup", on("photo", reply_markup=inline([press()]))),
        ("deleteMessages", here(message_ids=[1, 9999])),
        ("sendChatAction", here(action="typing")),
        ("setMyName", bare(name="س" * 64)),
        ("setMyCommands", bare(commands=[{"command": "a" * 32, "description": "س" * 256}])),
        ("getUpdates", bare(limit=100, timeout=0)),
    ],
)
async def test_the_last_that_is_allowed_is_taken(
    stage: Stage, method: str, parameters: Parameters
) -> None:
    answer = await stage.call(method, **parameters(stage))

    assert answer["ok"] is True, answer
    assert stage.api.refusals == []
