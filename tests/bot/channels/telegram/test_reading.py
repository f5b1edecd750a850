"""Updates as Telegram sends them, read into what was heard."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.parsing import Arrival, BlockChange, InGroup, LostPress, read
from bot.channels.telegram.updates import UPDATE, Update
from bot.channels.web.acts import Press, pressed_on
from handlers.dialog.actions import button_data, encode_action
from handlers.dialog.actions.customer import ShowHome, ShowProduct
from handlers.dialog.speech import (
    Command,
    Pressed,
    Said,
    SentOther,
    SharedPhone,
    SharedPlace,
    Trouble,
    What,
)

BOT = "entaj_bazaar_bot"
MONA = {"id": 7, "is_bot": False, "first_name": "منى", "language_code": "ar"}
PRIVATE = {"id": 7, "type": "private", "first_name": "منى"}
PIN = {"latitude": 25.3, "longitude": 55.4}
GROUP = {"id": -100, "type": "supergroup", "title": "البازار"}


def update(**parts: Any) -> Update:
    """An update of these parts, through JSON as it comes."""
    return UPDATE.decode(msgspec.json.encode({"update_id": 1, **parts}))


def message(**parts: Any) -> Update:
    """A private message of Mona's."""
    return update(message={"message_id": 5, "date": 0, "from": MONA, "chat": PRIVATE, **parts})


def command(text: str) -> dict[str, Any]:
    """A text that Telegram marked as a command."""
    length = len(text.split()[0])
    return {"text": text, "entities": [{"type": "bot_command", "offset": 0, "length": length}]}


def heard(found: object) -> What:
    """What an arrival says."""
    assert isinstance(found, Arrival)
    return found.heard.what


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"text": "لقيمات"}, Said("لقيمات", "5")),
        ({"text": "/not marked as a command"}, Said("/not marked as a command", "5")),
        (command("/Cart"), Command("cart")),
        (command("/confirm 482913 1234"), Command("confirm", "482913 1234")),
        (command(f"/help@{BOT}"), Command("help")),
        (command("/start"), Command("start")),
        (command("/start p_12"), Pressed(ShowProduct(12), from_link=True)),
        (command("/start nothing-of-ours"), Command("start")),
        (
            {"contact": {"phone_number": "971501234567", "user_id": 7}},
            SharedPhone("+971501234567", proven=True),
        ),
        (
            {"contact": {"phone_number": "+971501234567", "user_id": 7}},
            SharedPhone("+971501234567", proven=True),
        ),
        ({"contact": {"phone_number": "971501234567", "user_id": 8}}, Said("+971501234567")),
        ({"contact": {"phone_number": "0501234567"}}, Said("+971501234567")),
        ({"contact": {"phone_number": "(050) 123-4567"}}, Said("+971501234567")),
        ({"contact": {"phone_number": "501234567"}}, Said("+971501234567")),
        ({"contact": {"phone_number": "966501234567"}}, Said("+966501234567")),
        ({"contact": {"phone_number": "12"}}, Said("+12")),
        ({"location": {"latitude": 25.3, "longitude": 55.4}}, SharedPlace(25.3, 55.4)),
        (
            {
                "location": {"latitude": 25.3, "longitude": 55.4},
                "venue": {"location": {"latitude": 25.3, "longitude": 55.4}, "title": "x"},
            },
            SharedPlace(25.3, 55.4),
        ),
        ({"sticker": {"file_id": "x"}}, SentOther(Trouble.not_understood)),
        ({"voice": {"file_id": "x"}}, SentOther(Trouble.voice_unreachable)),
        ({"voice": {"file_id": "x", "duration": 301}}, SentOther(Trouble.voice_too_big)),
        ({"voice": {"file_id": "x", "file_size": 3_000_000}}, SentOther(Trouble.voice_too_big)),
        ({"poll": {"id": "x"}}, SentOther(Trouble.not_understood)),
        ({"giveaway": {"winner_count": 1}}, SentOther(Trouble.not_understood)),
        ({"giveaway_winners": {"winner_count": 1}}, SentOther(Trouble.not_understood)),
        ({"invoice": {"title": "x"}}, SentOther(Trouble.not_understood)),
        ({"rich_message": {"blocks": []}}, SentOther(Trouble.not_understood)),
        (
            {"document": {"file_id": "x", "mime_type": "application/pdf"}},
            SentOther(Trouble.not_understood),
        ),
        (
            {"document": {"file_id": "x", "mime_type": "image/heic"}},
            SentOther(Trouble.heic_file),
        ),
        (
            {"document": {"file_id": "x", "file_name": "IMG_1.HEIC"}},
            SentOther(Trouble.heic_file),
        ),
        (
            {"document": {"file_id": "x", "mime_type": "image/png", "file_size": 30_000_000}},
            SentOther(Trouble.photo_too_big),
        ),
    ],
)
def test_a_private_message(parts: dict[str, Any], what: What) -> None:
    assert heard(read(message(**parts), BOT)) == what


def test_a_photo_is_fetched_in_its_largest_size() -> None:
    sizes = [{"file_id": name, "file_unique_id": name} for name in ("small", "large")]
    found = read(message(photo=sizes, caption="x"), BOT)
    assert isinstance(found, Arrival)
    assert found.file_id == "large"


@pytest.mark.parametrize(
    "parts",
    [
        {"message": {"message_id": 5, "chat": PRIVATE, "from": MONA, "pinned_message": {}}},
        {"message": {"message_id": 5, "chat": GROUP, "from": MONA, "text": "صباح الخير"}},
        {"message": {"message_id": 5, "chat": PRIVATE, "from": {**MONA, "is_bot": True}}},
        {"edited_message": {"message_id": 5, "chat": GROUP, "from": MONA, "text": "x"}},
        {
            "edited_message": {
                "message_id": 5,
                "chat": PRIVATE,
                "from": MONA,
                "location": {"latitude": 25.3, "longitude": 55.4},
            }
        },
        {"channel_post": {"message_id": 5, "chat": {"id": -5, "type": "channel"}}},
        {"a_kind_of_tomorrow": {"x": 1}},
    ],
)
def test_what_needs_no_answer(parts: dict[str, Any]) -> None:
    assert read(update(**parts), BOT) is None


def test_a_reply_carries_what_the_answered_message_was_about() -> None:
    keyboard = {"inline_keyboard": [[{"text": "x", "callback_data": encode_action(ShowHome())}]]}
    shown = {"message_id": 4, "chat": PRIVATE, "reply_markup": keyboard}
    ours = {**shown, "from": {"id": 1, "is_bot": True}}
    said = heard(read(message(text="x", reply_to_message=ours), BOT))
    assert said == Said("x", "5", replies_to=(ShowHome(),))
    hers = {**shown, "from": MONA}
    assert heard(read(message(text="x", reply_to_message=hers), BOT)) == Said("x", "5")


def test_an_edited_text_names_the_message_that_it_was() -> None:
    edited = {"message_id": 5, "chat": PRIVATE, "from": MONA, "text": "x"}
    assert heard(read(update(edited_message=edited), BOT)) == Said("x", "5", is_edit=True)


@pytest.mark.parametrize("part", [{"voice": {"file_id": "x"}}, {"caption": "x"}])
def test_an_edited_file_is_said_to_stand_as_it_was(part: dict[str, Any]) -> None:
    edited = {"message_id": 5, "chat": PRIVATE, "from": MONA, **part}
    assert heard(read(update(edited_message=edited), BOT)) == SentOther(Trouble.edited)


def test_a_press_names_the_message_that_it_replaces() -> None:
    data = encode_action(ShowHome())
    shown = {
        "message_id": 9,
        "date": 1,
        "chat": PRIVATE,
        "photo": [{"file_id": "f", "file_unique_id": "u"}],
        "reply_markup": {"inline_keyboard": [[{"text": "Menu", "callback_data": data}]]},
    }
    query = {"id": "q", "from": MONA, "message": shown, "data": encode_action(ShowHome())}
    found = read(update(callback_query=query), BOT)
    assert isinstance(found, Arrival)
    assert found.heard.what == Pressed(ShowHome())
    assert found.spot is not None
    assert (found.spot.message_id, found.spot.photo_ids) == (9, ("u",))
    assert found.heard.on is not None
    assert (found.heard.on.message, found.heard.on.is_gone) == ("9", False)


def test_a_message_that_stays_becomes_nothing_else() -> None:
    data = button_data(ShowHome(), stays=True)
    shown = {
        "message_id": 9,
        "date": 1,
        "chat": PRIVATE,
        "reply_markup": {"inline_keyboard": [[{"text": "Menu", "callback_data": data}]]},
    }
    found = read(
        update(callback_query={"id": "q", "from": MONA, "message": shown, "data": data}), BOT
    )
    assert isinstance(found, Arrival)
    assert found.heard.on is None
    assert pressed_on(Press("a", 9, data, 1)) is None


def test_a_message_that_is_there_no_more_is_not_replaced() -> None:
    shown = {"message_id": 9, "date": 0, "chat": PRIVATE}
    query = {"id": "q", "from": MONA, "message": shown, "data": encode_action(ShowHome())}
    found = read(update(callback_query=query), BOT)
    assert isinstance(found, Arrival)
    assert found.spot is not None
    assert (found.spot.message_id, found.heard.on) == (None, None)


def test_a_file_stays_in_the_chat() -> None:
    shown = {"message_id": 9, "date": 1, "chat": PRIVATE, "document": {"file_id": "f"}}
    query = {"id": "q", "from": MONA, "message": shown, "data": encode_action(ShowHome())}
    found = read(update(callback_query=query), BOT)
    assert isinstance(found, Arrival)
    assert found.spot is not None
    assert found.spot.message_id is None


def test_a_message_that_is_kept_stays_in_the_chat() -> None:
    data = button_data(ShowHome(), stays=True)
    shown = {"message_id": 9, "date": 1, "chat": PRIVATE}
    query = {"id": "q", "from": MONA, "message": shown, "data": data}
    found = read(update(callback_query=query), BOT)
    assert isinstance(found, Arrival)
    assert found.heard.what == Pressed(ShowHome())
    assert found.spot is not None
    assert found.spot.message_id is None


def test_a_press_outside_a_private_chat_only_stops_its_spinner() -> None:
    shown = {"message_id": 9, "chat": GROUP}
    query = {"id": "q", "from": MONA, "message": shown, "data": encode_action(ShowHome())}
    assert read(update(callback_query=query), BOT) == LostPress("q", "ar")


@given(st.text(max_size=80))
def test_any_button_data_is_read(data: str) -> None:
    query = {"id": "q", "from": MONA, "message": {"message_id": 9, "chat": PRIVATE}, "data": data}
    assert isinstance(heard(read(update(callback_query=query), BOT)), Pressed)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(heard(read(message(text=text), BOT)), Said)
    marked = {"text": text, "entities": [{"type": "bot_command", "offset": 0, "length": 1}]}
    assert isinstance(heard(read(message(**marked), BOT)), Said | Command | Pressed)


@pytest.mark.parametrize(("status", "blocked"), [("kicked", True), ("member", False)])
def test_blocking_is_noticed(status: str, blocked: bool) -> None:
    change = {"chat": PRIVATE, "new_chat_member": {"status": status}}
    assert read(update(my_chat_member=change), BOT) == BlockChange("7", blocked)


def test_every_update_of_a_person_counts_as_theirs() -> None:
    change = {"chat": PRIVATE, "new_chat_member": {"status": "kicked"}}
    press = {"id": "1", "from": MONA}
    for each in (message(text="a"), update(my_chat_member=change), update(callback_query=press)):
        assert each.person == 7
    assert update().person == 0


@pytest.mark.parametrize(
    ("text", "answered"), [("/shop", True), (f"/shop@{BOT}", True), ("/shop@other_bot", False)]
)
def test_a_command_in_a_group(text: str, answered: bool) -> None:
    parts = {"message_id": 5, "chat": GROUP, "from": MONA, **command(text)}
    found = read(update(message=parts), BOT)
    assert found == (InGroup(-100, 5, 7, "ar") if answered else None)


ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group"}


@pytest.mark.parametrize("writes_as", [None, GROUP])
def test_an_anonymous_admin_writes_as_the_group_and_is_no_bot(
    writes_as: dict[str, Any] | None,
) -> None:
    as_chat = {} if writes_as is None else {"sender_chat": writes_as}
    parts = {"message_id": 5, "chat": GROUP, "from": ANONYMOUS, **as_chat, **command("/shop")}
    found = read(update(message=parts), BOT)
    assert found == (None if writes_as is None else InGroup(-100, 5, -100))
