"""New messages from the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from telegram.constants import LocationLimit

from tests.fake_botapi.keyboards import check_markup
from tests.fake_botapi.message import Content, Message
from tests.fake_botapi.people import Chat
from tests.fake_botapi.platform import Platform
from tests.fake_botapi.refused import bad_request
from tests.fake_botapi.texts import text_of

from .registry import Arguments, taught


def addressed(platform: Platform, call: Arguments) -> Chat:
    """The chat of a call, if the bot may write there and its reply markup is in order."""
    chat = platform.writable(call.values["chat_id"])
    # Bot API 10.3, sendMessage: "required if the message is sent to a direct messages chat".
    if call.values.get("direct_messages_topic_id") != chat.direct_topic:
        raise bad_request("wrong direct messages topic specified")
    markup = call.values.get("reply_markup")
    if isinstance(markup, dict):
        check_markup(markup, chat)
    return chat


def counted(platform: Platform, chat: Chat, messages: int = 1) -> None:
    """Counts a send against the flood limits, when they are on."""
    if platform.flood is not None:
        platform.flood.count(chat, asyncio.get_running_loop().time(), messages)


def replied_to(chat: Chat, call: Arguments) -> Message | None:
    """The message that a call replies to."""
    wanted = call.values.get("reply_parameters")
    if not isinstance(wanted, dict):
        return None
    found = chat.messages.get(wanted["message_id"])
    if found is None and not wanted.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return found


def delivered(
    platform: Platform, chat: Chat, call: Arguments, content: Content
) -> dict[str, object]:
    """Posts a content with the keyboard of the call, and gives the message."""
    reply_to = replied_to(chat, call)
    counted(platform, chat)
    steered: Mapping[str, Any] | None = None
    markup = call.values.get("reply_markup")
    if isinstance(markup, dict):
        if "inline_keyboard" in markup:
            content.inline = inline_or_none(markup)
        else:
            steered = markup
    return platform.post(chat, platform.bot, content, reply_to, steered).payload()


def inline_or_none(markup: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """An inline keyboard, or None where it holds no button."""
    rows = [row for row in (markup or {}).get("inline_keyboard", ()) if row]
    return {"inline_keyboard": rows} if rows else None


@taught("sendMessage")
def send_message(platform: Platform, call: Arguments) -> object:
    chat = addressed(platform, call)
    text, entities = text_of(call.values)
    return delivered(platform, chat, call, Content("text", text, entities))


def place_of(call: Arguments) -> dict[str, object]:
    """The point of a location or a venue, in range."""
    latitude, longitude = call.values.get("latitude"), call.values.get("longitude")
    if not isinstance(latitude, int | float):
        raise bad_request("latitude is empty")
    if not isinstance(longitude, int | float):
        raise bad_request("longitude is empty")
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise bad_request("wrong location specified")
    return {"latitude": float(latitude), "longitude": float(longitude)}


def _check_live(call: Arguments) -> None:
    limit = LocationLimit
    live = call.values.get("live_period")
    if isinstance(live, int | float) and not (
        live in (0, int(limit.LIVE_PERIOD_FOREVER))
        or limit.MIN_LIVE_PERIOD <= live <= limit.MAX_LIVE_PERIOD
    ):
        raise bad_request("wrong live location period specified")
    heading = call.values.get("heading")
    if isinstance(heading, int) and not 1 <= heading <= limit.MAX_HEADING:
        raise bad_request("wrong live location heading specified")
    accuracy = call.values.get("horizontal_accuracy")
    if isinstance(accuracy, int | float) and not 0 <= accuracy <= limit.HORIZONTAL_ACCURACY:
        raise bad_request("wrong location accuracy specified")
    radius = call.values.get("proximity_alert_radius")
    if isinstance(radius, int) and not 0 <= radius <= limit.MAX_PROXIMITY_ALERT_RADIUS:
        raise bad_request("wrong live location proximity alert radius specified")


@taught("sendLocation")
def send_location(platform: Platform, call: Arguments) -> object:
    chat = addressed(platform, call)
    _check_live(call)
    location = place_of(call)
    for key in ("live_period", "heading", "horizontal_accuracy", "proximity_alert_radius"):
        if call.values.get(key):
            location[key] = call.values[key]
    return delivered(platform, chat, call, Content("location", body={"location": location}))


@taught("sendVenue")
def send_venue(platform: Platform, call: Arguments) -> object:
    chat = addressed(platform, call)
    location = place_of(call)
    for key in ("title", "address"):
        if not call.text(key).strip():
            raise bad_request(f"venue {key} must be non-empty")
    venue = {"location": location, "title": call.text("title"), "address": call.text("address")}
    content = Content("venue", body={"location": location, "venue": venue})
    return delivered(platform, chat, call, content)
