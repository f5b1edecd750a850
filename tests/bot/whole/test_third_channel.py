"""A channel that the house has never heard of is given to it beside the others, and served."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import partial

from bot.app.assembly import Storefront
from bot.app.channels import channels_of
from bot.ground.settings import Settings
from handlers.dialog.actions.customer import AcceptInvitation, ShowProduct
from models.people.access import Role, invite
from tests.bot.conftest import at_the_menu
from tests.bot.opened import opened
from tests.bot.paper import Paper, Writer
from tests.fake_botapi import FakeBotApi
from tests.support.acting import acting
from tests.support.waiting import until
from tests.support.words import label, word

ENGLISH = partial(label, lang="en")


async def orders(mona: Writer, link: str) -> str:
    """Order the linked product by slips alone; the order's number."""
    await mona.writes(link.removeprefix("paper:"))
    await mona.ticks(ENGLISH("product-add"))
    await mona.writes("/cart")
    await mona.ticks(ENGLISH("cart-checkout"))
    for answer in ("Mona", "0501234567"):
        await mona.writes(answer)
    await mona.ticks(ENGLISH("emirate-sharjah"))
    for answer in ("Al Rahmaniya", "Street 12, house 7"):
        await mona.writes(answer)
    await mona.ticks(ENGLISH("button-skip"))
    await mona.ticks(ENGLISH("checkout-place-order"))
    (receipt,) = [slip.text for slip in mona.slips if word("receipt-code", "en") in slip.text]
    found = re.search("[0-9]{6}", receipt)
    assert found is not None
    return found[0]


async def serves_on_paper(shop: Storefront, paper: Paper) -> None:
    """A customer orders, and whoever keeps the orders hears of it, both on paper."""
    mona, desk = (Writer(paper, name, shop.port) for name in ("mona", "desk"))
    async with shop.database.write() as session:
        code = await invite(acting(session, now=datetime.now(UTC)), role=Role.orders)
    await desk.writes((await paper.link_to(AcceptInvitation(code))).removeprefix("paper:"))
    assert await desk.is_told(word("role-orders", "en"))
    number = await orders(mona, await paper.link_to(ShowProduct(1)))
    await until(lambda: desk.is_told(f"New order {number}"))


async def test_beside_telegram_a_third_channel_is_served(api: FakeBotApi, stocked_url: str) -> None:
    paper = Paper()
    async with opened(api, stocked_url, beside=[paper]) as shop:
        await serves_on_paper(shop, paper)
        await at_the_menu(api)
    assert not paper.is_open


async def test_beside_the_page_a_third_channel_is_served(stocked_url: str) -> None:
    paper = Paper()
    settings = Settings(database_url=stocked_url, web="tryout", web_port=0)
    async with Storefront(settings, [*channels_of(settings), paper]) as shop:
        await serves_on_paper(shop, paper)
    assert not paper.is_open
