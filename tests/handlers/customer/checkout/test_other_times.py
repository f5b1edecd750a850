"""Another time for the delivery: every window that has room, and none that has not."""

from __future__ import annotations

from datetime import timedelta

from handlers.dialog.turns import Turns
from models.products.production import Promise, promise_all
from tests.handlers import shelf
from tests.handlers.customer.buying import orders, to_summary, with_cart
from tests.handlers.talk import Talk
from tests.support.words import label, word
from tests.support.words import label as the_label

LATER, EARLIER = the_label("checkout-later-times"), the_label("checkout-earlier-times")


async def asked_when(turns: Turns, option: int, who: str = "mona", quantity: int = 2) -> Talk:
    """A shopper who is asked for another time."""
    talk = await with_cart(turns, option, quantity, external_id=who)
    await to_summary(talk)
    await talk.presses(the_label("checkout-change-time"))
    return talk


def times(talk: Talk) -> list[str]:
    """The windows that are shown."""
    return [label for label in talk.labels if "مارس" in label]


async def an_oud(turns: Turns) -> int:
    """The option of a product on the shelf."""
    return await shelf.only_option(turns, await shelf.add_product(turns, "دخون عود", price=120))


async def test_the_windows_of_two_weeks_can_be_paged_to(turns: Turns) -> None:
    talk = await asked_when(turns, await an_oud(turns))
    seen = times(talk)
    assert EARLIER not in " ".join(talk.labels)
    while LATER in " ".join(talk.labels):
        await talk.presses(LATER)
        seen += times(talk)
    assert len(seen) == len(set(seen)) == 28
    await talk.presses(EARLIER)
    assert times(talk) == seen[16:24]
    await talk.says("2")
    assert seen[17].split(" · ")[0] in talk.text
    await talk.presses(the_label("checkout-change-time"))
    assert times(talk) == seen[:8]
    await talk.presses(word("button-keep"))
    await talk.presses(the_label("checkout-place-order"))
    assert len(await orders(turns)) == 1


async def test_going_on_and_back_by_words(turns: Turns) -> None:
    talk = await asked_when(turns, await an_oud(turns))
    first = times(talk)
    await talk.says(label("checkout-later-times"))
    assert times(talk) != first
    await talk.says(word("button-back"))
    assert word("checkout-summary") in talk.text


async def test_a_day_whose_making_is_full_is_not_offered(turns: Turns) -> None:
    cake = await shelf.add_product(
        turns, "كيكة العسل", made_to_order=True, lead_days=3, daily_most=3, price=60
    )
    option = await shelf.only_option(turns, cake)
    first = await asked_when(turns, option, "first")
    day = times(first)[0]
    await first.presses(day)
    await first.presses(the_label("checkout-place-order"))
    second = await asked_when(turns, option, "second")
    assert day not in times(second)
    third = await asked_when(turns, option, "third", quantity=1)
    assert times(third)[0] == day, "one more can be made on that day"
    await second.presses(times(second)[0])
    await second.presses(the_label("checkout-place-order"))
    await third.presses(day)
    await third.presses(the_label("checkout-place-order"))
    assert len(await orders(turns)) == 3


async def test_where_every_days_making_is_full_a_smaller_quantity_is_offered(turns: Turns) -> None:
    cake = await shelf.add_product(turns, "كيكة العسل", made_to_order=True, daily_most=3, price=60)
    option = await shelf.only_option(turns, cake)
    async with turns.database.write() as session:
        for ahead in range(30):
            day = (turns.clock() + timedelta(days=ahead)).date()
            await promise_all(session, day, [Promise(cake, option, 2, 3)])
    talk = await with_cart(turns, option, 2)
    await to_summary(talk)
    assert word("checkout-no-making") in talk.text
    assert the_label("checkout-place-order") not in " ".join(talk.labels)
    await talk.presses(the_label("button-cart"))
    await talk.presses(word("product-less"))
    await talk.presses(the_label("cart-checkout"))
    await talk.presses(the_label("checkout-place-order"))
    assert len(await orders(turns)) == 1
