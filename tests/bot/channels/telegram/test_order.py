"""An order from the first tap to the notice, with Telegram's own keys for phone and place."""

from __future__ import annotations

import re

import pytest

from bot.app.assembly import Storefront
from models.kernel.database import Database
from models.people.access import Role
from tests.bot.conftest import invitation
from tests.bot.opened import opened
from tests.fake_botapi import FakeBotApi, Person
from tests.support.orders import stands_in
from tests.support.shelves import an_option
from tests.support.words import label, word


async def test_an_order_is_placed_and_everyone_is_told(api: FakeBotApi, shop: Storefront) -> None:
    chief, mona = api.person("Chief", language_code="en"), api.person("Mona", language_code="en")
    await chief.starts(await invitation(shop, Role.manager))
    await chief.sees(word("role-manager", "en"))
    await fill_in(mona)
    await mona.presses(label("checkout-place-order", "en"))
    receipt = await mona.sees("is placed")
    assert receipt.photo is not None
    code = re.search(r"Delivery code: \W*(\d{4})", receipt.caption)
    assert code is not None

    notice = await chief.sees("New order")
    assert not stands_in(notice.text, code[1])
    await chief.presses(word("staff-open-order", "en"), message=notice)
    await chief.sees(button=label("button-move-accepted", "en"))
    mona.looks_away()
    await chief.presses(label("button-move-accepted", "en"))
    await mona.sees(kind="text")
    await mona.presses(word("order-follow", "en"))
    await mona.sees(button=label("order-receipt", "en"))
    await api.quiet()
    await shop.outgoing["telegram"].sender.finish(30.0)
    kept = [each.words for each in mona.screen]
    assert [words for words in kept if "is placed" in words], "the receipt"
    assert [words for words in kept if "is accepted" in words], "the news"
    assert [each for each in chief.screen if "New order" in each.words]
    api.assert_clean()


async def test_the_keyboard_that_asks_goes_away(api: FakeBotApi, shop: Storefront) -> None:
    mona = api.person("Mona", language_code="en")
    await fill_in(mona, until="phone")
    assert mona.keyboard == [
        "Share my phone number",
        word("button-back", "en"),
        word("button-cancel", "en"),
    ]
    await mona.sends("Back")
    await mona.sees("Please write their name")
    assert mona.keyboard == []
    await mona.quiet()
    assert shop.health.ready
    api.assert_clean()


@pytest.mark.postgres
async def test_it_runs_on_postgresql_too(api: FakeBotApi, postgres_url: str) -> None:
    database = Database(postgres_url)
    async with database.write() as session:
        await an_option(session, stock=3)
    await database.close()
    mona = api.person("Mona", language_code="en")
    async with opened(api, postgres_url) as shop:
        await fill_in(mona)
        await mona.presses(label("checkout-place-order", "en"))
        await mona.sees("is placed")
        await api.quiet()
        await shop.background.finish(30.0)
    api.assert_clean()


async def fill_in(mona: Person, *, until: str = "") -> None:
    """From the menu to the summary of the order, or to the question with that word."""
    await mona.starts()
    await mona.presses(word("package-atayeb", "en"))
    await mona.presses("1 · ")
    await mona.presses(word("product-add", "en"))
    await mona.sees("In cart: 1")
    await mona.presses("Cart (1)")
    await mona.presses(label("cart-checkout", "en"))
    await mona.sees("Please write their name")
    await mona.sends("Mona A")
    await mona.sees("phone number")
    if until == "phone":
        return
    await mona.presses("Share my phone number")
    await mona.presses(word("emirate-sharjah", "en"))
    await mona.sees("Which area")
    await mona.sends("Al Rahmaniya")
    await mona.sees("What is the address")
    await mona.sends("Street 5")
    await mona.presses(word("button-skip", "en"))
    await mona.sees(button=label("checkout-place-order", "en"))
