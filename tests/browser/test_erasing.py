"""A customer reads what is kept, takes it with her, and erases it on the page."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.async_api import expect

from tests.browser.chat import Panes, opened_panes
from tests.support.words import label, word

NAME, PHONE = "منى", "0501234567"
ASKED = f"سؤال من {NAME}، رقمي {PHONE}"


def in_file(path: Path) -> dict[str, list[dict[str, str]]]:
    """What is in the file that was taken."""
    kept: dict[str, list[dict[str, str]]] = json.loads(path.read_text())
    return kept


async def test_what_is_kept_is_shown_taken_and_erased(panes: Panes, address: str) -> None:
    customer = panes.customer
    await customer.says(ASKED)
    await customer.presses(label("button-send-to-team"))
    await customer.sees("وصلت الرسالة إلى الفريق")
    others = [await pane.texts() for pane in (panes.family, panes.staff)]
    await customer.says("/privacy")
    await customer.presses(label("button-kept"))
    await customer.sees(word("kept-messages", count=1))
    await customer.presses(label("button-export-kept"))
    link = customer.messages.locator("a[download]").last
    async with customer.page.expect_download() as downloading:
        await link.click()
    kept = in_file(await (await downloading.value).path())
    assert [each["text"] for each in kept["messages"]] == [ASKED]
    await customer.presses(word("button-back"))
    await customer.presses(label("button-erase-me"))
    await customer.presses(label("button-erase-yes-1"))
    await customer.presses(label("button-erase-yes-2"))
    await customer.sees("مُحيت كل البيانات")
    again = await opened_panes(customer.page, address)
    await again.customer.sees("مُحيت كل البيانات")
    await expect(again.customer.messages.filter(has_text=PHONE)).to_have_count(0)
    for pane, before in zip((again.family, again.staff), others, strict=True):
        assert (await pane.texts())[: len(before)] == before
    await again.customer.says("/privacy")
    await again.customer.presses(label("button-kept"))
    await again.customer.sees(word("kept-chats", count=1))
    assert word("kept-messages", count=1) not in (await again.customer.texts())[-1]
