"""Customers who order again and again while the shop dies and comes back."""

from __future__ import annotations

import asyncio
import random
import re
from dataclasses import dataclass, field

from handlers.dialog.actions import decode_action
from handlers.dialog.actions.customer import PlaceOrder
from tests.fake_botapi import FakeBotApi, Person, ScreenMessage
from tests.fake_botapi.people import as_read
from tests.support.words import label, word

PLACED = re.compile(r"سُجّل طلبكم رقم (\d{6})")
CODE = re.compile(r"رمز التسليم: (\d{4})")
WINDOW_FULL = "لم يعد هذا الموعد متاحاً"
TOO_LATE = ("لم يعد إلغاؤه ممكناً", "لم يعد ذلك ممكناً")
THINKS_S = 1.2


@dataclass
class Shopper:
    """One customer: what she may buy, what she pressed, and what she was told.

    She orders `least` times at least, so that there is something to look at in the evening.
    `tokens` are the checkouts that she confirmed, `codes` the delivery codes by order number.
    """

    api: FakeBotApi
    person: Person
    products: list[int]
    dice: random.Random
    least: int
    cancels: bool = False
    tokens: set[str] = field(default_factory=set)
    codes: dict[str, str] = field(default_factory=dict)

    async def comes(self) -> None:
        """Start, and ask to be reminded of the bazaar."""
        await self.person.starts()
        await self.person.sees(word("package-atayeb"))
        await self.person.sends("/bazaar")
        await self.person.sees(button=label("bazaar-start-reminders"))
        await self.person.presses(label("bazaar-start-reminders"))
        await self.person.sees(button=label("bazaar-stop-reminders"))

    async def shops(self, closing: asyncio.Event) -> None:
        """Order until the shop closes for the day, and so often at least."""
        while not closing.is_set() or len(self.codes) < self.least:
            number = await self.orders()
            if self.cancels and len(self.codes) % 2:
                await self.changes_her_mind(number)
            await asyncio.sleep(self.dice.uniform(0.5, 1.5) * THINKS_S)

    async def orders(self) -> str:
        """From a product's link to the order's number."""
        person = self.person
        await person.starts(f"p_{self.dice.choice(self.products)}")
        # Notices, and a bazaar's card that comes again after a kill, share its other buttons.
        card = await sees_one_of(self.api, person, word("product-add"), "في السلة: ")
        if card.button(word("product-add")):
            await person.presses(word("product-add"), message=card)
            await person.sees("في السلة: 1")
        await person.sends("/cart")
        cart = await person.sees(button=label("cart-checkout"))
        await person.presses(label("cart-checkout"), message=cart)
        if not self.codes:
            await self.introduces_herself()
        return await self.confirms(await person.sees(button=label("checkout-place-order")))

    async def introduces_herself(self) -> None:
        """Answer what is asked at the first order."""
        person = self.person
        await person.sees("اسم مستلم الطلب")
        await person.sends("أم خليفة بنت سعيد")
        await person.sees("رقم هاتف المستلم")
        await person.shares_contact()
        await person.sees(word("checkout-ask-emirate"))
        await person.presses(word("emirate-sharjah"))
        await person.sees("المنطقة أو الضاحية")
        await person.shares_place(25.3463, 55.4209)
        await person.sees(word("checkout-ask-note"))
        await person.presses(word("button-skip"))

    async def confirms(self, summary: ScreenMessage) -> str:
        """Place the order, sometimes with two taps; the number that she reads."""
        button = summary.button(label("checkout-place-order"))
        assert button is not None
        action = decode_action(button.data or "")
        assert isinstance(action, PlaceOrder)
        self.tokens.add(action.token)
        for _ in range(self.dice.choice((1, 1, 2))):
            await self.person.presses(label("checkout-place-order"), message=summary)
        words = as_read((await self.answer()).words)
        number, code = PLACED.search(words), CODE.search(words)
        assert number is not None
        assert code is not None
        self.codes[number[1]] = code[1]
        return number[1]

    async def answer(self) -> ScreenMessage:
        """What she reads of her order in the end: others may take her window's last place."""
        while True:
            shown = await sees_one_of(self.api, self.person, "سُجّل طلبكم رقم", WINDOW_FULL)
            if shown.contains("سُجّل طلبكم رقم"):
                return shown
            await self.person.presses(label("checkout-place-order"), message=shown)

    async def changes_her_mind(self, number: str) -> None:
        """Cancel the order, if it is not too late for that."""
        person = self.person
        await person.sends("/orders")
        await person.sees(button=number)
        await person.presses(number)
        shown = await person.sees(f"طلب رقم {number}")
        if shown.button(word("order-cancel")) is None:
            return
        await person.presses(word("order-cancel"), message=shown)
        asked = await sees_one_of(self.api, person, word("order-cancel-sure"), *TOO_LATE)
        if asked.button(word("order-cancel-sure")) is not None:
            await person.presses(word("order-cancel-sure"), message=asked)
            await sees_one_of(self.api, person, "ملغى", *TOO_LATE)


async def sees_one_of(api: FakeBotApi, person: Person, *wanted: str) -> ScreenMessage:
    """Wait for a new message that holds one of these words."""
    began = api.platform.loop_time
    while True:
        for message in reversed(person.fresh):
            if any(message.contains(words) for words in wanted):
                return message
        left = api.patience_left(began)
        assert left > 0, person.disappointment(f"see one of {wanted}")
        await api.platform.changed.wait(left)
