"""A shopper's morning in English over the Bot API: other ways than those of the Arabic one.

She looks along a family's shelf, chooses among sizes, orders what is made for her, fetches it
herself, passes a friend's message on, replies to the receipt, and goes on in Arabic. It is a Monday
at noon.
"""

from __future__ import annotations

from tests.bot.opened import opened
from tests.bot.whole.talk import presses, says
from tests.fake_botapi import FakeBotApi, Person, ScreenMessage
from tests.fake_botapi.people import as_read
from tests.support.clock import MORNING, HandClock
from tests.support.opened import opened as database_at
from tests.support.pick_ups import PLACE, offer
from tests.support.sample import open_sample
from tests.support.words import label, word

ADD = word("product-add", "en")


async def test_a_morning_in_english(api: FakeBotApi, sqlite_url: str) -> None:
    async with database_at(sqlite_url) as database:
        await open_sample(database, MORNING)
        async with database.write() as session:
            await offer(session)
    async with opened(api, sqlite_url, clock=HandClock()):
        mona = api.person("Mona", language_code="en")
        await mona.starts()
        await mona.sees("Welcome to Entaj Bazaar!")
        await she_asks(mona)
        await she_is_understood(mona)
        await she_looks_along_a_familys_shelf(mona)
        await she_chooses_among_sizes(mona)
        receipt = await she_orders_for_pick_up(mona)
        await she_replies_to_the_receipt(mona, receipt)
        await she_goes_on_in_arabic(mona)
        await api.quiet()
    # A press of `Add` before an option is chosen leaves the card as it is.
    api.assert_clean(allow=["message is not modified"])


async def she_asks(mona: Person) -> None:
    """A greeting, the delivery to a town, and the bazaar."""
    menu = await says(mona, "good morning", word("talk-morning", "en"))
    assert menu.button(word("package-mahra", "en"))
    fees = await says(
        mona, "do you deliver to Khorfakkan?", "Yes, we deliver to Khorfakkan (Sharjah)"
    )
    assert fees.contains("Sharjah: AED 15")
    assert fees.contains("You can also fetch your order without a fee from " + PLACE[1])
    bazaar = await says(mona, "when and where is the bazaar", "The eighth Entaj Bazaar")
    assert bazaar.contains("The doors open on Wednesday 4 March")


async def she_is_understood(mona: Person) -> None:
    """A word misspelt, one that she corrects, a friend's message, and a name of a package."""
    cakes = await says(mona, "honny cake", "Showing results for “honey cake”")
    assert cakes.button("1 · Honey cake")
    typed = await mona.sends("balalet for breakfast")
    await mona.sees("balalet for breakfast")
    await mona.edits(typed, "balaleet")
    await mona.sees("Results for “balaleet”")
    await mona.forwards("kids kandura", by="Sara")
    await mona.sees("1 · Child's kandura")
    await says(mona, "mahra", "1–6 of 8")
    await presses(mona, label("button-next", "en"), "7–8 of 8")


async def she_looks_along_a_familys_shelf(mona: Person) -> None:
    """What is made for her says until when; from it to all of its family, and back to that."""
    await presses(mona, "Arseeya", "Made to order, ready by Tuesday 3 March.")
    shelf = await presses(mona, "More by The Welcome Pot", "1–3 of 3")
    assert shelf.button("Harees")
    await presses(mona, "Harees", "serves five")
    await presses(mona, ADD, word("product-in-cart", "en", count=1))
    await says(mona, "two", word("product-in-cart", "en", count=2))
    await presses(mona, "Back to The Welcome Pot", "1–3 of 3")


async def she_chooses_among_sizes(mona: Person) -> None:
    """Every size has its price on its button, and none is taken silently."""
    await says(mona, "calligraphy", "1 · Calligraphy panel")
    card = await presses(mona, "Calligraphy panel", "ready by Friday 6 March")
    assert ["cm · AED" in as_read(shown) for shown in card.rows[0]] == [True, True]
    asked = await mona.presses(ADD)
    assert asked is not None
    assert await asked.answered() == word("product-choose-first", "en")
    await presses(mona, "50 × 70", "Option: 50 × 70 cm")
    await presses(mona, ADD, word("product-in-cart", "en", count=1))
    await presses(mona, label("button-cart", "en"), "This order takes 4 days to make.")


async def she_orders_for_pick_up(mona: Person) -> ScreenMessage:
    """She chooses the hall by its words, a later day by its name, and places it by a yes."""
    await presses(mona, label("cart-checkout", "en"), "Who will receive the order?")
    await says(mona, "Mona Ali", "What is their phone number?")
    await says(mona, "055 123 4567", "Pick up at the hall")
    await says(mona, "pick up", "Anything the team should know?")
    summary = await says(mona, "no", "Pick-up: Friday 6 March, 4:00 pm to 8:00 pm")
    assert summary.contains("Total: AED 480")
    assert not summary.contains("Delivery")
    await presses(mona, label("checkout-change-time", "en"), "6 March")
    await says(mona, "Saturday", "Pick-up: Saturday 7 March")
    receipt = await says(mona, "yes please", "is placed")
    assert receipt.photo is not None
    assert receipt.contains("Pick-up code")
    assert receipt.contains("To pay at pick-up: AED 480 in cash")
    return receipt


async def she_replies_to_the_receipt(mona: Person, receipt: ScreenMessage) -> None:
    """A reply to it is about the order, and goes to the team by one press."""
    await mona.sends("can you gift wrap it?", reply_to=receipt)
    card = await mona.sees("is waiting for the centre's team")
    await presses(mona, "Send to the team", "The team has the message", on=card)
    order = await says(mona, "where is my order?", "is waiting for the centre's team")
    assert order.contains("Pick-up: Saturday 7 March")


async def she_goes_on_in_arabic(mona: Person) -> None:
    """One press changes the language, of what she sees and of what comes."""
    await says(mona, "/shop", "Choose a package")
    await presses(mona, "العربية", word("package-anaqa"))
    order = await says(mona, "وين طلبي", "ينتظر الطلب مراجعة فريق المركز")
    assert order.contains("السبت 7 مارس")
    assert order.button("إلغاء الطلب")
