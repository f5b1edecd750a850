"""What is refused of edits, files and settings."""

from __future__ import annotations

from .asking import Case, album, bare, here, inline, on, press

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
