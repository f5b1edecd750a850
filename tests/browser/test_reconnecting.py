"""The connection is cut, the shop is killed and comes back: nothing is lost, nothing is doubled."""

from __future__ import annotations

import json

from playwright.async_api import Page, WebSocketRoute, expect

from models.kernel.database import Database
from tests.browser.books import orders, outcomes
from tests.browser.chat import (
    Panes,
    fill_cart,
    go_to_summary,
    number_and_code,
    opened_panes,
    place_order,
)
from tests.browser.process import TryoutProcess
from tests.support.waiting import until
from tests.support.words import label, word

SHOWN = '"type":"shown"'


class Wire:
    """The connections between page and shop; while it is mute, no answer comes through.

    A frame of the page with `is_deaf_to` in it does not reach the shop.
    """

    def __init__(self) -> None:
        self.is_mute = False
        self.is_deaf_to = "nothing"
        self.sent: list[str] = []
        self.open: list[WebSocketRoute] = []

    async def stand_between(self, page: Page) -> None:
        """Take every connection of the page from now on."""
        await page.route_web_socket("**/chat", self._connect)

    def _connect(self, inner: WebSocketRoute) -> None:
        outer = inner.connect_to_server()
        self.open.append(inner)

        def up(message: str | bytes) -> None:
            self.sent.append(str(message))
            if self.is_deaf_to not in str(message):
                outer.send(message)

        def down(message: str | bytes) -> None:
            if not self.is_mute:
                inner.send(message)

        inner.on_message(up)
        outer.on_message(down)

    def times_sent(self, part: str) -> int:
        """How often a frame with that in it went to the shop."""
        return sum(part in frame for frame in self.sent)

    def told(self) -> list[int]:
        """Of how many messages each frame said that they were shown."""
        return [len(json.loads(frame)["messages"]) for frame in self.sent if SHOWN in frame]

    async def cut(self) -> None:
        """Cut every connection."""
        for inner in self.open:
            await inner.close()
        self.open.clear()


async def opened_over_a_wire(address: str, page: Page) -> tuple[Wire, Panes]:
    """The open page, and what stands between it and the shop."""
    wire = Wire()
    await wire.stand_between(page)
    return wire, await opened_panes(page, address)


async def test_an_order_is_placed_once_though_the_shop_dies_before_its_answer_arrives(
    process: TryoutProcess, page: Page, database: Database
) -> None:
    wire, panes = await opened_over_a_wire(process.address, page)
    await fill_cart(panes.customer)
    await go_to_summary(panes.customer)
    before = await panes.customer.messages.count()
    wire.is_mute = True
    await panes.customer.button(label("checkout-place-order")).click()
    await until(lambda: is_placed(database))
    await process.kill()
    wire.sent.clear()
    await expect(panes.customer.box.locator(".line")).to_have_text(word("web-reconnecting"))
    wire.is_mute = False
    await process.start()
    number, _ = await number_and_code(panes.customer)
    await panes.customer.is_answered()
    assert wire.times_sent('"type":"press"') == 1
    assert await orders(database) == [(number, "placed")]
    await panes.family.sees(number)
    told = [text for text in await panes.family.texts() if number in text]
    assert len(told) == 1
    assert await panes.customer.messages.count() <= before + 1
    await expect(panes.customer.box.locator(".line")).to_be_empty()


async def is_placed(database: Database) -> bool:
    """Whether there is an order."""
    return bool(await orders(database))


async def test_what_is_written_while_the_shop_is_away_arrives_when_it_is_back(
    process: TryoutProcess, page: Page
) -> None:
    customer = (await opened_panes(page, process.address)).customer
    await process.kill()
    await expect(customer.box.locator(".line")).to_have_text(word("web-reconnecting"))
    for words in ("دخون", "مخلل"):
        await customer.input.fill(words)
        await customer.input.press("Enter")
    await expect(customer.log.locator(".waiting")).to_have_count(2)
    await process.start()
    await customer.is_answered()
    own = await customer.log.locator(".mine .text").all_inner_texts()
    assert own == ["دخون", "مخلل"]


async def test_what_is_written_before_a_reload_arrives_after_it(address: str, page: Page) -> None:
    wire, panes = await opened_over_a_wire(address, page)
    wire.is_mute = True
    await panes.customer.input.fill("دخون")
    await panes.customer.input.press("Enter")
    await expect(panes.customer.log.locator(".waiting")).to_have_count(1)
    wire.is_mute = False
    await page.reload()
    await panes.customer.is_answered()
    assert await panes.customer.log.locator(".mine .text").all_inner_texts() == ["دخون"]


async def test_what_could_not_be_sent_stands_in_the_text_field_again(
    address: str, page: Page
) -> None:
    def connect(inner: WebSocketRoute) -> None:
        outer = inner.connect_to_server()

        def up(message: str | bytes) -> None:
            frame = json.loads(message)
            if frame["type"] == "say":
                inner.send(json.dumps({"type": "undone", "act": frame["act"], "again": True}))
            else:
                outer.send(message)

        inner.on_message(up)
        outer.on_message(inner.send)

    await page.clock.install()
    await page.route_web_socket("**/chat", connect)
    customer = (await opened_panes(page, address)).customer
    await customer.input.fill("دخون")
    await customer.input.press("Enter")
    await expect(customer.input).to_have_value("")
    for _ in range(8):
        await page.clock.run_for(4000)
        await expect(customer.log.locator(".message").last).to_be_visible()
    await expect(customer.input).to_have_value("دخون")
    await expect(customer.log.locator(".waiting")).to_have_count(0)
    await expect(customer.notice).to_have_text(word("web-act-failed"))


async def test_a_cut_connection_fetches_what_came_meanwhile(address: str, page: Page) -> None:
    wire, panes = await opened_over_a_wire(address, page)
    wire.is_mute = True
    other = await opened_panes(await page.context.new_page(), address)
    await other.customer.says("دخون")
    await wire.cut()
    wire.is_mute = False
    await expect(panes.customer.messages).to_have_count(await other.customer.messages.count())
    assert await panes.customer.texts() == await other.customer.texts()


async def test_what_was_shown_on_a_line_that_was_cut_is_told_again(
    address: str, page: Page, database: Database
) -> None:
    wire, panes = await opened_over_a_wire(address, page)
    wire.is_deaf_to = SHOWN
    number, _ = await place_order(panes.customer)
    await panes.family.sees(number)
    await until(lambda: is_said(wire))
    wire.is_deaf_to = "nothing"
    await wire.cut()
    await until(lambda: is_delivered(database))


async def are_told(wire: Wire, count: int) -> bool:
    """Whether the page has said of so many messages that they were shown."""
    return sum(wire.told()) >= count


async def is_said(wire: Wire) -> bool:
    """Whether the page has said that something was shown."""
    return wire.times_sent(SHOWN) > 0


async def is_delivered(database: Database) -> bool:
    """Whether everything that was owed was on a screen."""
    return set(await outcomes(database)) == {"sent"}


async def test_more_than_the_shop_takes_at_once_is_told_in_parts(address: str, page: Page) -> None:
    wire, _ = await opened_over_a_wire(address, page)
    base = {"at": "2025-11-26T12:00:00+00:00", "direction": "ltr", "language": "en", "owed": True}
    many = [{**base, "id": 10_000 + n, "change": 10_000 + n, "html": "x"} for n in range(1001)]
    for line in wire.open:
        line.send(json.dumps({"type": "news", "messages": many}))
    await until(lambda: are_told(wire, len(many)))
    assert wire.told() == [1000, 1]


async def test_another_database_empties_the_page(
    process: TryoutProcess, page: Page, shop_url: str
) -> None:
    panes = await opened_panes(page, process.address)
    await panes.customer.says("دخون")
    await process.stop()
    process.environment["ENTAJ_DATABASE_URL"] = shop_url.replace("shop.db", "other.db")
    await process.start()
    await expect(panes.customer.log.locator(".mine")).to_have_count(0)
    await panes.customer.sees("يُرجى اختيار باقة")
