"""What is refused of new messages, by method, parameters, code and words."""

from __future__ import annotations

from .asking import Case, bare, button, here, in_group, inline, press, text, under

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
