"""What people do becomes the right updates, and what they see is what the bot made."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from .stage import Stage, picture


async def last(stage: Stage) -> dict[str, Any]:
    updates: list[dict[str, Any]] = await stage.done("getUpdates")
    return updates[-1]


async def say(stage: Stage, text: str, **more: object) -> int:
    sent = await stage.done("sendMessage", chat_id=stage.mona.id, text=text, **more)
    return int(sent["message_id"])


def buttons(**data_of: str) -> dict[str, Any]:
    row = [{"text": label, "callback_data": data} for label, data in data_of.items()]
    return {"inline_keyboard": [row]}


async def test_commands_carry_their_entity(stage: Stage) -> None:
    await stage.mona.sends("/start p_5")

    message = (await last(stage))["message"]
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"] == {
        "id": stage.mona.id,
        "is_bot": False,
        "first_name": "منى",
        "language_code": "ar",
    }
    assert message["chat"] == {"id": stage.mona.id, "type": "private", "first_name": "منى"}


async def test_she_shares_and_sends(stage: Stage) -> None:
    mona = stage.mona
    await mona.shares_contact()
    own = (await last(stage))["message"]["contact"]
    assert own["user_id"] == mona.id
    assert own["phone_number"].startswith("9715")
    await mona.shares_contact_of("+971501234567")
    assert "user_id" not in (await last(stage))["message"]["contact"]
    await mona.shares_place(25.34, 55.42)
    assert (await last(stage))["message"]["location"] == {"latitude": 25.34, "longitude": 55.42}
    await mona.sends_photo(picture(50, 40), "قطعة")
    photo = (await last(stage))["message"]
    assert (photo["caption"], photo["photo"][-1]["width"]) == ("قطعة", 50)
    await mona.sends_document(b"x", "list.csv")
    assert (await last(stage))["message"]["document"]["file_name"] == "list.csv"
    await mona.sends_sticker()
    assert (await last(stage))["message"]["sticker"]["type"] == "regular"
    await mona.sends_voice()
    assert (await last(stage))["message"]["voice"]["duration"] == 3


async def test_sees_waits_for_what_is_new(stage: Stage) -> None:
    await say(stage, "قديم جداً")
    await stage.mona.sends("سؤال")
    with pytest.raises(AssertionError, match="did not see 'قديم جداً'"):
        await stage.mona.sees("قديم جداً", within=0.02)
    await say(stage, "جواب \u2068أول\u2069")

    card = await stage.mona.sees("جواب أول")

    assert stage.mona.fresh == [card]
    with pytest.raises(AssertionError, match="did not see anything"):
        await stage.mona.sees(after=card, within=0.02)


async def test_a_press_finds_the_newest_button(stage: Stage) -> None:
    await say(stage, "قائمة", reply_markup=buttons(السلة="old"))
    newest = await say(stage, "قائمة", reply_markup=buttons(**{"السلة (٢)": "new"}))

    press = await stage.mona.presses("السلة")

    assert press is not None
    query = (await last(stage))["callback_query"]
    assert (query["data"], query["message"]["message_id"]) == ("new", newest)
    assert [str(each) for each in stage.api.unanswered_presses()] == [
        f"press of 'السلة (٢)' by منى (message {newest})"
    ]
    await stage.done("answerCallbackQuery", callback_query_id=query["id"], text="حسناً")
    assert await press.answered() == "حسناً"
    again = await stage.call("answerCallbackQuery", callback_query_id=query["id"])
    assert "query is too old" in again["description"]


async def test_stale_and_forged_buttons_can_be_pressed(stage: Stage) -> None:
    sent = await say(stage, "سعر ١٠", reply_markup=buttons(تأكيد="v1"))
    before = stage.mona.screen[-1]
    await stage.done(
        "editMessageText",
        chat_id=stage.mona.id,
        message_id=sent,
        text="سعر ١٢",
        reply_markup=buttons(تأكيد="v2"),
    )

    await stage.mona.presses("تأكيد", message=before)
    assert (await last(stage))["callback_query"]["data"] == "v1"
    await stage.mona.press("forged:1")
    assert (await last(stage))["callback_query"]["data"] == "forged:1"


async def test_a_late_answer_is_refused(stage: Stage) -> None:
    await say(stage, "قائمة", reply_markup=buttons(السلة="cart"))
    late = await stage.mona.presses("السلة")
    assert late is not None
    late.expires()
    query = (await last(stage))["callback_query"]["id"]
    assert (
        "too old"
        in (await stage.call("answerCallbackQuery", callback_query_id=query))["description"]
    )

    stage.api.platform.press_lifetime = -1.0
    await stage.mona.presses("السلة")
    query = (await last(stage))["callback_query"]["id"]
    refused = await stage.call("answerCallbackQuery", callback_query_id=query)

    assert "query is too old" in refused["description"]


async def test_long_notices_are_refused(stage: Stage) -> None:
    await say(stage, "قائمة", reply_markup=buttons(السلة="cart"))
    await stage.mona.presses("السلة")
    query = (await last(stage))["callback_query"]["id"]

    refused = await stage.call("answerCallbackQuery", callback_query_id=query, text="س" * 201)

    assert refused["description"] == "Bad Request: MESSAGE_TOO_LONG"
    await stage.done("answerCallbackQuery", callback_query_id=query, text="س" * 200)


async def test_keys_of_the_reply_keyboard_are_typed(stage: Stage) -> None:
    keyboard = {"keyboard": [[{"text": "هاتفي", "request_contact": True}], ["رجوع"]]}
    await say(stage, "هاتف؟", reply_markup=keyboard)
    assert stage.mona.keyboard == ["هاتفي", "رجوع"]

    await stage.mona.presses("هاتفي")
    assert (await last(stage))["message"]["contact"]["user_id"] == stage.mona.id
    await stage.mona.presses("رجوع")
    assert (await last(stage))["message"]["text"] == "رجوع"
    await say(stage, "شكراً", reply_markup={"remove_keyboard": True})
    assert stage.mona.keyboard == []


async def test_links_to_the_bot_start_it(stage: Stage) -> None:
    url = "https://t.me/entaj_bazaar_bot?start=order_1"
    rows = [[{"text": "افتح", "url": url}, {"text": "انستغرام", "url": "https://instagram.com"}]]
    await say(stage, "طلب", reply_markup={"inline_keyboard": rows})
    card = stage.mona.screen[-1]

    assert card.url_of("افتح") == url
    await stage.mona.presses("افتح")
    assert (await last(stage))["message"]["text"] == "/start order_1"
    with pytest.raises(AssertionError, match="leads outside"):
        await stage.mona.presses("انستغرام")


async def test_the_screen_shows_edits_and_deletions(stage: Stage) -> None:
    sent = await say(stage, "نص أول")
    shown = await stage.mona.sees("نص أول")
    await stage.done("editMessageText", chat_id=stage.mona.id, message_id=sent, text="نص ثان")
    assert (await stage.mona.sees("نص ثان")).id == shown.id
    await stage.done("deleteMessage", chat_id=stage.mona.id, message_id=sent)

    await stage.mona.loses(shown)
    assert sent not in [message.id for message in stage.mona.screen]


async def test_blocking_is_told_to_the_bot(stage: Stage) -> None:
    await stage.mona.blocks_bot()
    told = (await last(stage))["my_chat_member"]
    assert told["new_chat_member"]["status"] == "kicked"
    refused = await stage.call("sendMessage", chat_id=stage.mona.id, text="عودي")
    assert refused["description"] == "Forbidden: bot was blocked by the user"

    await stage.mona.starts()
    assert "message" in await last(stage)
    assert (await say(stage, "أهلاً")) > 0


async def test_groups_hear_commands_only(stage: Stage) -> None:
    group = stage.group
    assert group is not None
    sara = stage.api.person("سارة")
    group.chat.members[sara.id] = sara.user
    before = len(await stage.done("getUpdates"))
    await stage.mona.sends("صباح الخير", chat=group)
    await stage.mona.sends("/start@other_bot", chat=group)
    assert len(await stage.done("getUpdates")) == before

    await sara.sends("/start@entaj_bazaar_bot", chat=group)
    heard = (await last(stage))["message"]
    assert (heard["chat"]["type"], heard["from"]["id"]) == ("supergroup", sara.id)
    await stage.done("sendMessage", chat_id=group.id, text="تفضلي إلى الخاص")
    assert (await sara.sees("الخاص", chat=group)).sender == "Entaj Bazaar"
    group.throws_out_bot(stage.mona)
    refused = await stage.call("sendMessage", chat_id=group.id, text="؟")
    assert refused["error_code"] == 403


async def test_quiet_waits_for_the_acknowledgement(stage: Stage) -> None:
    await stage.mona.sends("سؤال")
    with pytest.raises(AssertionError, match="updates wait"):
        await stage.mona.quiet(within=0.05)

    offset = (await last(stage))["update_id"] + 1
    await stage.done("getUpdates", offset=offset)

    await stage.mona.quiet()
    await stage.api.quiet()
    assert stage.api.platform.updates.pending == {}


async def test_nobody_loses_patience_with_a_bot_that_is_away(stage: Stage) -> None:
    stage.api.patience = 0.0
    stage.api.bot_is(there=False)
    waiting = asyncio.create_task(stage.mona.sees("never said"))
    for _ in range(100):
        await asyncio.sleep(0)
    assert not waiting.done()
    stage.api.bot_is(there=True)
    with pytest.raises(AssertionError, match="did not see 'never said'"):
        await waiting
