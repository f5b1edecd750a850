"""The team hears on the page what a customer said, and the customer reads the answer."""

from __future__ import annotations

import hashlib

from playwright.async_api import expect
from sqlalchemy import select

from bot.runtime.scheduler import utc_now
from models.inbox.tables import Question
from models.inbox.threads import Subject, Words, ask
from models.inbox.voices import keep_voice
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from tests.browser.chat import Panes
from tests.support.acting import acting
from tests.support.voices import voice_note
from tests.support.words import label, word

SECONDS = 3


async def add_voice(database: Database) -> None:
    """Add a voice note to the only question, as if it came from Telegram: the page records none."""
    note = voice_note(SECONDS)
    name, now = hashlib.sha256(note).hexdigest(), utc_now()
    async with database.write() as session:
        await keep_voice(session, name, note, SECONDS, now)
        asked = (await session.scalars(select(Question))).one()
        said = acting(session, asked.person_id, now)
        await ask(said, Words(voice=name), Subject(question_id=asked.id), DEFAULT_TERMS)


async def test_words_and_a_voice_note_reach_the_team(database: Database, panes: Panes) -> None:
    customer, staff = panes.customer, panes.staff
    await customer.says("هل التوصيل إلى كلباء يوم الجمعة؟")
    await customer.presses(label("button-send-to-team"))
    await customer.sees("وصلت الرسالة إلى الفريق")
    await add_voice(database)
    await staff.presses(word("inbox-open-question"))
    await staff.sees("هل التوصيل إلى كلباء يوم الجمعة؟")
    await staff.presses(word("inbox-voice", seconds=SECONDS))
    audio = staff.messages.locator("audio").last
    await expect(audio).to_be_visible()
    await expect(audio).to_have_js_property("readyState", 4)
    duration: float = await audio.evaluate("audio => audio.duration")
    assert round(duration) == SECONDS
    await staff.presses(word("button-this-question"))
    await staff.presses(word("button-answer"))
    await staff.says("نعم، صباحاً.")
    await customer.sees("نعم، صباحاً.")
