"""A press that was on its way when its message was replaced, over the Bot API."""

from __future__ import annotations

import pytest

from bot.app.assembly import Storefront
from handlers.dialog import turns as turns_module
from tests.bot.channels.telegram.test_order import fill_in
from tests.fake_botapi import FakeBotApi, Person
from tests.support.words import label, word

PLACE = label("checkout-place-order", "en")


async def pressed_together(api: FakeBotApi, mona: Person, *labels: str) -> list[str]:
    """What she sees at last of the summary and beneath it, when she pressed these at once."""
    await fill_in(mona)
    summary = await mona.sees(button=PLACE)
    for each in (PLACE, *labels):
        await mona.presses(each, message=summary)
    await api.quiet()
    return [each.words for each in mona.screen if each.id >= summary.id]


async def test_a_late_cancel_leaves_the_receipt_and_is_about_the_order(
    api: FakeBotApi, shop: Storefront
) -> None:
    mona = api.person("Mona", language_code="en")
    shown = await pressed_together(api, mona, "Cancel", "Cart", PLACE)
    assert shop.health.ready
    assert "is placed" in shown[0]
    assert "Delivery code" in shown[0]
    assert any("Cancel order" in words for words in shown[1:])
    assert not any(word("nothing-to-cancel", "en") in words for words in shown)
    api.assert_clean(allow=["message is not modified"])


CHANGED = word("button-was-replaced", "en")


async def placed_after_a_look(api: FakeBotApi, mona: Person) -> tuple[str, str]:
    """What the summary's message shows, and what the press was told, when she looked first."""
    await fill_in(mona)
    summary = await mona.sees(button=PLACE)
    await mona.presses("Cart", message=summary)
    late = await mona.presses(PLACE, message=summary)
    assert late is not None
    told = await late.answered()
    await api.quiet()
    (shown,) = [each.words for each in mona.screen if each.id == summary.id]
    return shown, told


async def test_an_order_is_not_placed_over_what_she_looks_at(
    api: FakeBotApi, shop: Storefront
) -> None:
    mona = api.person("Mona", language_code="en")
    shown, told = await placed_after_a_look(api, mona)
    assert shop.health.ready
    assert "is placed" not in shown
    assert told == CHANGED
    api.assert_clean()


async def test_without_the_guard_the_receipt_is_lost(
    api: FakeBotApi, shop: Storefront, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object) -> None:
        return None

    monkeypatch.setattr(turns_module, "late_press", never)
    shown = await pressed_together(api, api.person("Mona", language_code="en"), "Cart")
    assert shop.health.ready
    assert not any("Delivery code" in words for words in shown)


async def test_without_the_guard_the_order_would_be_placed(
    api: FakeBotApi, shop: Storefront, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object) -> None:
        return None

    monkeypatch.setattr(turns_module, "late_press", never)
    shown, _ = await placed_after_a_look(api, api.person("Mona", language_code="en"))
    assert shop.health.ready
    assert "is placed" in shown
