"""/privacy names all that is kept of a person: a new table fails until its words are there."""

from __future__ import annotations

import pytest

from handlers.dialog.turns import Turns
from models.messaging.processed_updates import KEPT
from models.migrations.tables import METADATA
from tests.handlers.people import customer

# Each table that holds something of a person, and the words that name it.
NAMED = {
    "accounts": ("الرقم التعريفي", "account's id"),
    "people": ("ولغتكم", "language"),
    "orders": ("وأسماء المستلمين وهواتفهم", "recipients' names"),
    "saved_addresses": ("مستلم آخر طلب", "address of your last order"),
    "carts": ("السلة", "Your cart"),
    "cart_lines": ("السلة", "Your cart"),
    "favourites": ("والمفضلة", "favourites"),
    "stock_alerts": ("والتوفر", "alerts"),
    "option_alerts": ("والتوفر", "alerts"),
    "conversations": ("من إجابات قبل تأكيد الطلب", "answers given before an order was placed"),
    "account_limits": ("الطلبات وحدودها", "their limits"),
    "subscriptions": ("التذكير بالبازار", "bazaar reminders"),
    "owed_messages": ("ورسائلنا", "ours: until they reach you"),
    "account_queues": ("ورسائلنا", "ours: until they reach you"),
    "broadcasts": ("ورسائلنا", "ours: until they reach you"),
    "heard_updates": ("ورسائلنا", "ours: until they reach you"),
    "updates_aside": ("رسائلكم: إلى حين الرد", "Your messages: until they are answered"),
    "page_counts": ("صفحة الويب", "The web page"),
    "page_messages": ("صفحة الويب", "The web page"),
    "page_acts": ("صفحة الويب", "The web page"),
    "questions": ("الرسائل إلى الفريق", "Messages to the team"),
    "question_drafts": ("الرسائل إلى الفريق", "Messages to the team"),
    "question_messages": ("الرسائل إلى الفريق", "Messages to the team"),
    "voices": ("وتسجيلاتها", "recordings"),
    "notice_habits": ("كيف تصل الإشعارات", "how notices come"),
    "held_notices": ("ورسائلنا", "ours: until they reach you"),
    "roles": ("والصلاحية", "the role"),
    "family_members": ("للفريق والأسر", "Staff and families"),
    "invitations": ("الاسم المكتوب في الدعوة", "the name in the invitation"),
    "code_tries": ("سجل الأعمال", "what was done"),
    "facts": ("سجل الأعمال", "what was done"),
    "stock_movements": ("سجل الأعمال", "what was done"),
    "ledger_entries": ("سجل الأعمال", "what was done"),
    "callers": ("واسم من يطلب بالهاتف ورقمه", "callers' names and numbers"),
    "order_returns": ("وما عاد منها", "what came back"),
    "returned_pieces": ("وما عاد منها", "what came back"),
    "hall_sales": ("وإيصالات القاعة", "hall receipts"),
    "hall_returns": ("سجل الأعمال", "what was done"),
    "goods_notes": ("سجل الأعمال", "what was done"),
    "supply_offers": ("سجل الأعمال", "what was done"),
    "printed_labels": ("سجل الأعمال", "what was done"),
    "runs": ("والجولات", "runs"),
    "tills": ("والنقد وتسليمه", "cash handed over"),
    "till_movements": ("والنقد وتسليمه", "cash handed over"),
    "cash_handovers": ("والنقد وتسليمه", "cash handed over"),
    "erasures": ("رقم بلا اسم", "a number without a name"),
    "cash_differences": ("والنقد وتسليمه", "cash handed over"),
}
OWNERS = ("person_id", "account_id", "actor_id", "made_by", "used_by")


def test_every_table_that_holds_something_of_a_person_is_thought_of() -> None:
    held = {
        table.name
        for table in METADATA.tables.values()
        if table.name in ("people", "facts", "updates_aside", "question_messages", "voices")
        or any(owner in table.c for owner in OWNERS)
    }
    assert held == set(NAMED)


@pytest.mark.parametrize("table", NAMED)
async def test_it_is_named_in_both_languages(turns: Turns, table: str) -> None:
    for language, words in zip(("ar", "en"), NAMED[table], strict=True):
        talk = await customer(turns, external_id=language, language=language)
        await talk.says("/privacy")
        assert words in talk.text


async def test_it_says_how_long_a_message_is_kept(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.says("/privacy")
    assert f"ثم {KEPT.days} أيام" in talk.text
