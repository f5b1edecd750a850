"""Each thing that Telegram refuses is refused here, and is told to whoever asserts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from .stage import Stage

Parameters = Callable[[Stage], dict[str, Any]]
Case = tuple[str, Parameters, int, str]


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def press(label: str = "زر", data: str = "x") -> dict[str, Any]:
    return {"text": label, "callback_data": data}


def text(**more: Any) -> Parameters:
    return lambda stage: {"chat_id": stage.mona.id, "text": "نص", **more}


def under(*rows: list[dict[str, Any]]) -> Parameters:
    return text(reply_markup=inline(*rows))


def button(**fields: Any) -> Parameters:
    return under([{"text": "زر", **fields}])


def in_group(markup: dict[str, Any]) -> Parameters:
    def build(stage: Stage) -> dict[str, Any]:
        assert stage.group is not None
        return {"chat_id": stage.group.id, "text": "نص", "reply_markup": markup}

    return build


def on(key: str, **more: Any) -> Parameters:
    return lambda stage: {"chat_id": stage.mona.id, "message_id": stage.ids[key], **more}


def here(**more: Any) -> Parameters:
    return lambda stage: {"chat_id": stage.mona.id, **more}


def bare(**more: Any) -> Parameters:
    return lambda _: dict(more)


def album(*kinds: str) -> Parameters:
    def build(stage: Stage) -> dict[str, Any]:
        ids = {"photo": stage.photo_id, "document": stage.document_id}
        media = [{"type": kind, "media": ids[kind]} for kind in kinds]
        return {"chat_id": stage.mona.id, "media": media}

    return build


SHAPES: list[Case] = [
    ("sendMassage", bare(), 404, "Not Found: method not found"),
    ("sendMessage", text(surprise=1), 400, "unknown parameter surprise"),
    ("sendMessage", text(timeout=5), 400, "unknown parameter timeout"),
    ("sendMessage", here(), 400, "message text is empty"),
    ("sendMessage", bare(text="نص"), 400, "chat_id is empty"),
    ("sendMessage", bare(chat_id=404, text="نص"), 400, "chat not found"),
    ("sendMessage", bare(chat_id="@nobody_here", text="نص"), 400, "chat not found"),
    ("sendMessage", text(disable_notification="maybe"), 400, "parameter disable_notification"),
    ("sendMessage", text(reply_markup="{"), 400, "expected valid JSON"),
    ("sendMessage", text(reply_markup={"inline": []}), 400, "can't parse parameter reply_markup"),
    ("sendMessage", under([{"text": 5, "url": "t.me"}]), 400, "inline_keyboard.0.0.text"),
    ("sendMessage", under([{**press(), "colour": "red"}]), 400, "inline_keyboard.0.0.colour"),
    ("sendMessage", text(text=5), 400, "parameter text: expected a string"),
    ("sendMessage", text(parse_mode=None), 400, "parse_mode of sendMessage is null"),
    ("sendMessage", text(entities=[{"type": "bold", "offset": 0}]), 400, "entities.0.length"),
    ("sendLocation", here(latitude="north", longitude=1), 400, "latitude: expected a number"),
    ("setMyCommands", bare(commands={"start": "x"}), 400, "commands: expected an array"),
    (
        "setMyCommands",
        bare(commands=[], scope={"type": "everybody"}),
        400,
        "scope.type",
    ),
]

TEXTS: list[Case] = [
    ("sendMessage", text(text=""), 400, "message text is empty"),
    ("sendMessage", text(text=" \n\t "), 400, "text must be non-empty"),
    ("sendMessage", text(text="<b> </b>", parse_mode="HTML"), 400, "text must be non-empty"),
    ("sendMessage", text(text="س" * 4097), 400, "message is too long"),
    (
        "sendMessage",
        text(text="<b>" + "😀" * 4097 + "</b>", parse_mode="HTML"),
        400,
        "message is too long",
    ),
    ("sendMessage", text(parse_mode="BBCode"), 400, "unsupported parse_mode"),
    (
        "sendMessage",
        text(entities=[{"type": "loud", "offset": 0, "length": 1}]),
        400,
        "Unsupported",
    ),
    ("sendMessage", text(entities=[{"type": "bold", "offset": 0, "length": 9}]), 400, "beyond"),
    (
        "sendPhoto",
        lambda stage: {
            "chat_id": stage.mona.id,
            "photo": stage.photo_id,
            "caption": "س" * 1025,
        },
        400,
        "message caption is too long",
    ),
    (
        "sendMessage",
        text(reply_parameters={"message_id": 9999}),
        400,
        "message to be replied not found",
    ),
    ("sendChatAction", here(action="dance"), 400, "wrong parameter action in request"),
    ("sendLocation", here(latitude=91, longitude=0), 400, "wrong location specified"),
    ("sendLocation", here(longitude=0), 400, "latitude is empty"),
    ("sendLocation", here(latitude=1, longitude=1, live_period=30), 400, "live location period"),
    ("sendLocation", here(latitude=1, longitude=1, heading=361), 400, "heading"),
    (
        "sendVenue",
        here(latitude=25.3, longitude=55.4, title=" ", address="x"),
        400,
        "venue title must be non-empty",
    ),
]

KEYBOARDS: list[Case] = [
    ("sendMessage", under([press()] * 9), 400, "reply markup is too long"),
    ("sendMessage", under(*[[press()] * 8] * 13), 400, "reply markup is too long"),
    ("sendMessage", under([press(data="")]), 400, "BUTTON_DATA_INVALID"),
    ("sendMessage", under([press(data="س" * 33)]), 400, "BUTTON_DATA_INVALID"),
    ("sendMessage", under([press(label="")]), 400, "non-empty"),
    ("sendMessage", button(), 400, "Text buttons are unallowed in the inline keyboard"),
    ("sendMessage", button(callback_data="x", url="https://t.me"), 400, "exactly one action"),
    ("sendMessage", button(url="http://localhost/x"), 400, "Wrong HTTP URL"),
    ("sendMessage", button(url="https://entaj"), 400, "Wrong HTTP URL"),
    ("sendMessage", button(url="https://t.me/\u2068x\u2069"), 400, "Wrong HTTP URL"),
    ("sendMessage", button(url="ftp://t.me/x"), 400, "Unsupported URL protocol"),
    ("sendMessage", button(web_app={"url": "http://entaj.ae"}), 400, "Only HTTPS links"),
    ("sendMessage", button(copy_text={"text": "س" * 257}), 400, "BUTTON_COPY_TEXT_INVALID"),
    ("sendMessage", button(pay=True), 400, "BUTTON_TYPE_INVALID"),
    ("sendMessage", button(callback_data="x", style="pink"), 400, "invalid button style"),
    (
        "sendMessage",
        in_group(inline([{"text": "زر", "web_app": {"url": "https://entaj.ae"}}])),
        400,
        "BUTTON_TYPE_INVALID",
    ),
    (
        "sendMessage",
        in_group({"keyboard": [[{"text": "هاتفي", "request_contact": True}]]}),
        400,
        "Phone number can be requested in private chats only",
    ),
    (
        "sendMessage",
        in_group({"keyboard": [[{"text": "موقعي", "request_location": True}]]}),
        400,
        "Location can be requested in private chats only",
    ),
    ("sendMessage", text(reply_markup={"keyboard": [[""]]}), 400, "text must be non-empty"),
    ("sendMessage", text(reply_markup={"keyboard": []}), 400, "at least one button"),
    (
        "sendMessage",
        text(reply_markup={"keyboard": [[{"text": "x", "callback_data": "y"}]]}),
        400,
        "callback_data",
    ),
    (
        "sendMessage",
        text(reply_markup={"force_reply": True, "input_field_placeholder": "س" * 65}),
        400,
        "placeholder",
    ),
    ("sendMessage", text(reply_markup={"force_reply": False}), 400, "reply_markup"),
]

EDITS: list[Case] = [
    ("editMessageText", on("text", text="نص"), 400, "message is not modified: specified new"),
    ("editMessageText", on("gone", text="جديد"), 400, "message to edit not found"),
    ("editMessageText", on("hers", text="جديد"), 400, "message can't be edited"),
    ("editMessageText", on("keyed", text="جديد"), 400, "message can't be edited"),
    ("editMessageText", on("photo", text="جديد"), 400, "there is no text in the message to edit"),
    ("editMessageText", here(text="جديد"), 400, "message identifier is not specified"),
    ("editMessageText", on("text", text=""), 400, "message text is empty"),
    (
        "editMessageText",
        on("text", text="جديد", reply_markup={"keyboard": [["x"]]}),
        400,
        "inline keyboard expected",
    ),
    (
        "editMessageText",
        on("text", text="جديد", reply_markup={"remove_keyboard": True}),
        400,
        "inline keyboard expected",
    ),
    (
        "editMessageCaption",
        on("text", caption="جديد"),
        400,
        "there is no caption in the message to edit",
    ),
    ("editMessageCaption", on("photo", caption="س" * 1025), 400, "caption is too long"),
    ("editMessageCaption", on("photo"), 400, "message is not modified"),
    ("editMessageReplyMarkup", on("text"), 400, "message is not modified"),
    (
        "editMessageReplyMarkup",
        on("text", reply_markup=inline([press(data="س" * 33)])),
        400,
        "BUTTON_DATA_INVALID",
    ),
    (
        "editMessageMedia",
        on("photo", media={"type": "photo", "media": "nothing"}),
        400,
        "wrong file identifier/HTTP URL specified",
    ),
    (
        "editMessageMedia",
        on("photo", media={"type": "photo", "media": "attach://missing"}),
        400,
        "the attached file is missing",
    ),
    (
        "editMessageMedia",
        on("photo", media={"type": "photo", "media": "x", "filename": "y"}),
        400,
        "media.filename",
    ),
    (
        "editMessageMedia",
        lambda stage: {
            "chat_id": stage.mona.id,
            "message_id": stage.ids["place"],
            "media": {"type": "photo", "media": stage.photo_id},
        },
        400,
        "there is no media in the message to edit",
    ),
    (
        "editMessageMedia",
        lambda stage: {
            "chat_id": stage.mona.id,
            "message_id": stage.ids["photo"],
            "media": {"type": "photo", "media": stage.photo_id},
        },
        400,
        "message is not modified",
    ),
    ("deleteMessage", on("gone"), 400, "message to delete not found"),
    ("deleteMessage", on("old"), 400, "message can't be deleted for everyone"),
    ("deleteMessages", here(message_ids=[]), 400, "identifiers are not specified"),
    ("deleteMessages", here(message_ids=list(range(101))), 400, "too many message identifiers"),
]

FILES: list[Case] = [
    ("sendPhoto", here(), 400, "photo is empty"),
    ("sendPhoto", here(photo="nothing"), 400, "wrong file identifier/HTTP URL specified"),
    ("sendPhoto", here(photo="https://t.me/x.png"), 400, "failed to get HTTP URL content"),
    (
        "sendPhoto",
        lambda stage: {"chat_id": stage.mona.id, "photo": stage.document_id},
        400,
        "can't use file of type Document as Photo",
    ),
    (
        "sendDocument",
        lambda stage: {"chat_id": stage.mona.id, "document": stage.photo_id},
        400,
        "can't use file of type Photo as Document",
    ),
    ("getFile", bare(file_id="nothing"), 400, "invalid file_id"),
    ("sendMediaGroup", album("photo"), 400, "an album has 2-10 items"),
    ("sendMediaGroup", album(*["photo"] * 11), 400, "too many messages to send as an album"),
    (
        "sendMediaGroup",
        album("photo", "document"),
        400,
        "Document can't be mixed with other media types",
    ),
]

ABOUT: list[Case] = [
    ("answerCallbackQuery", bare(callback_query_id="1"), 400, "query is too old"),
    (
        "setMyCommands",
        bare(commands=[{"command": "Start", "description": "x"}]),
        400,
        "BOT_COMMAND_INVALID",
    ),
    (
        "setMyCommands",
        bare(commands=[{"command": "a" * 33, "description": "x"}]),
        400,
        "BOT_COMMAND_INVALID",
    ),
    (
        "setMyCommands",
        bare(commands=[{"command": "a", "description": "س" * 257}]),
        400,
        "command description length must not exceed 256",
    ),
    (
        "setMyCommands",
        bare(commands=[{"command": "a", "description": " "}]),
        400,
        "description must be non-empty",
    ),
    (
        "setMyCommands",
        bare(commands=[{"command": "a", "description": "x"}] * 101),
        400,
        "BOT_COMMANDS_TOO_MUCH",
    ),
    (
        "setMyCommands",
        bare(commands=[], language_code="arabic"),
        400,
        "invalid language code",
    ),
    (
        "setMyCommands",
        bare(commands=[], scope={"type": "chat", "chat_id": 404}),
        400,
        "chat not found",
    ),
    ("setMyName", bare(name="س" * 65), 400, "bot name is too long"),
    ("setMyDescription", bare(description="س" * 513), 400, "description is too long"),
    ("setMyShortDescription", bare(short_description="س" * 121), 400, "description is too long"),
    ("setWebhook", bare(url="http://entaj.ae/hook"), 400, "An HTTPS URL must be provided"),
    ("setWebhook", bare(url="https://entaj.ae:9000/hook"), 400, "only on ports"),
    (
        "setWebhook",
        bare(url="http://127.0.0.1/x", secret_token="سر"),
        400,
        "unallowed characters",
    ),
    ("setWebhook", bare(url="http://127.0.0.1/x", secret_token="a" * 257), 400, "too long"),
    ("setWebhook", bare(url="http://127.0.0.1/x", max_connections=101), 400, "max_connections"),
    ("getUpdates", bare(limit=101), 400, "limit must be 1-100"),
    ("getUpdates", bare(timeout=51), 400, "timeout must be 0-50"),
    ("getUpdates", bare(allowed_updates=["messages"]), 400, "unknown ['messages']"),
    ("getChat", bare(chat_id=404), 400, "chat not found"),
]


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
