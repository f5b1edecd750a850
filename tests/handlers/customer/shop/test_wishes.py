"""A customer writes a wish for the maker, skips it, changes it; it reaches whom it concerns."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.customer import (
    AskWish,
    SetLine,
    SetQuantity,
    ShowOrder,
    ShowReceipt,
)
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.pictures import Receipt
from handlers.dialog.turns import Turns
from models.people.access import Role
from models.people.people import Language
from models.products.publishing import set_wishes
from tests.handlers import shelf
from tests.handlers.customer.buying import WORDS, buy, to_summary
from tests.handlers.people import customer, family_member, staff
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.words import label, word

WISH = "كتابة مريم عليها، من غير مكسرات"
FAMILY = ("دار الورد", "Dar Al Ward")


async def cake_with_wishes(turns: Turns, name: str = "كيكة", most: int = 60) -> int:
    """A cake that takes wishes; its option."""
    product = await shelf.add_product(turns, name, "Cake", price=90, brand=FAMILY)
    async with turns.database.write() as session:
        doing = acting(session, now=turns.clock())
        await set_wishes(doing, product, most, "كتابة اسم مريم عليها", "write Mariam on it")
    return await shelf.only_option(turns, product)


async def added(turns: Turns, language: Language = "ar") -> tuple[Talk, int]:
    """A customer who has just put the cake into the cart from its card, and is asked."""
    cake = await cake_with_wishes(turns)
    talk = await customer(turns, "mona", language)
    await talk.presses_old(SetQuantity(cake, 1, on_card=True))
    return talk, cake


@pytest.mark.parametrize(
    ("language", "asks", "warns", "example"),
    [
        ("ar", "هل من ملاحظة للأسرة", "عدم كتابة هاتف أو عنوان", "كتابة اسم مريم عليها"),
        ("en", "a note for the family", "write no phone number or address", "write Mariam on it"),
    ],
)
async def test_she_is_asked_when_she_adds_it(
    turns: Turns, language: Language, asks: str, warns: str, example: str
) -> None:
    talk, _ = await added(turns, language)
    for words in (asks, warns, example):
        assert words in talk.text
    await talk.says("Maryam" if language == "en" else "مريم")
    await talk.says("/cart")
    assert ("Maryam" if language == "en" else "مريم") in talk.text


async def test_it_is_skipped_with_one_tap(turns: Turns) -> None:
    talk, _ = await added(turns)
    await talk.presses(word("button-skip"))
    assert "بلا ملاحظة" in talk.text
    await talk.says("/cart")
    assert "1 ×" in talk.text
    assert word("wish-write") in talk.labels


async def test_who_goes_elsewhere_is_held_up_by_nothing(turns: Turns) -> None:
    """The question is asked once; a text after something else is words to search for."""
    talk, _ = await added(turns)
    await talk.says("/cart")
    await talk.says("لقيمات")
    assert "ملاحظة" not in talk.text
    await talk.says("/cart")
    assert "لقيمات" not in talk.text


@pytest.mark.parametrize(
    "wish",
    ["اتصلوا على ٠٥٠١٢٣٤٥٦٧", "call +44 20 7946 0958", "see www.example.com", "t.me/mona @mona"],
)
async def test_a_phone_or_a_link_is_not_taken(turns: Turns, wish: str) -> None:
    talk, _ = await added(turns)
    await talk.says(wish)
    assert "أرقام هواتف" in talk.text
    await talk.says(WISH)
    assert WISH in talk.text


@pytest.mark.parametrize("wish", ["12/12/2026", "عدد 3 شموع، عمره 7", "2 × صغير"])
async def test_other_figures_are_taken(turns: Turns, wish: str) -> None:
    talk, _ = await added(turns)
    await talk.says(wish)
    assert "✅" in talk.text


async def test_it_is_no_longer_than_staff_allow(turns: Turns) -> None:
    talk, _ = await added(turns)
    await talk.says("م" * 61)
    assert "60" in talk.text
    await talk.says("م" * 60)
    assert "✅" in talk.text


async def test_it_is_changed_and_taken_away_in_the_cart(turns: Turns) -> None:
    talk, _ = await added(turns)
    await talk.says(WISH)
    await talk.says("/cart")
    await talk.presses(label("wish-change"))
    assert WISH in talk.text
    await talk.says("خالد")
    await talk.says("/cart")
    assert "خالد" in talk.text
    assert WISH not in talk.text
    await talk.presses(label("wish-change"))
    await talk.presses(label("wish-drop"))
    assert "خالد" not in talk.text
    assert word("wish-write") in talk.labels


async def test_one_more_with_another_wish_is_another_line(turns: Turns) -> None:
    talk, _ = await added(turns)
    await talk.says("مريم")
    await talk.says("/cart")
    await talk.presses(label("wish-another"))
    await talk.says("خالد")
    await talk.says("/cart")
    for words in ("1. ", "2. ", "مريم", "خالد"):
        assert words in talk.text
    await talk.presses(word("product-more"), nth=1)
    assert "2 × " in talk.text
    await talk.presses(word("product-remove"), nth=0)
    assert "مريم" not in talk.text
    assert "خالد" in talk.text
    await talk.presses_old(SetLine(1, 0, 3))
    assert "خالد" not in talk.text


async def test_in_the_midst_of_a_checkout_the_answers_are_kept(turns: Turns) -> None:
    talk, cake = await added(turns)
    await talk.presses(word("button-skip"))
    await talk.says("/cart")
    await talk.presses(WORDS["ar"]["checkout"])
    await talk.says(WORDS["ar"]["name"])
    await talk.presses_old(AskWish(cake))
    await talk.says(WISH)
    await talk.presses(label("cart-checkout"))
    assert word("checkout-ask-name") not in talk.text
    await talk.presses_old(AskWish(cake))
    await talk.says("/cart")  # she goes elsewhere
    await talk.presses(WORDS["ar"]["checkout"])
    assert word("checkout-ask-name") not in talk.text
    await talk.shares_phone("971501234567")
    assert WORDS["ar"]["sharjah"] in " ".join(talk.labels)


async def test_it_is_on_every_card_of_the_order(turns: Turns) -> None:
    talk, _ = await added(turns)
    await talk.says(WISH)
    await family_member(turns, 1, external_id="rose-mother")
    desk = await staff(turns, Role.manager)
    await announced(turns)
    await talk.says("/cart")
    await to_summary(talk)
    assert f"✍️ {WISH}" in talk.text
    order = await buy(talk)
    told = await announced(turns)
    for name in ("rose-mother", "manager"):
        assert f"✍️ {WISH}" in text(told.to(name))
    await talk.presses_old(ShowOrder(order.id))
    assert WISH in talk.text
    await talk.presses_old(ShowReceipt(order.id))
    picture = talk.cards[-1].picture
    assert isinstance(picture, Receipt)
    assert WISH in picture.lines[0].wish
    await desk.presses_old(ManageOrder(order.id))
    assert WISH[:20] in desk.text


async def test_what_the_customer_wrote_is_all_that_names_her(turns: Turns) -> None:
    talk, _ = await added(turns)
    await talk.says("كتابة منى عليها")
    await family_member(turns, 1, external_id="rose-mother")
    await announced(turns)
    order = await buy(talk)
    told = text((await announced(turns)).to("rose-mother"))
    assert "كتابة منى عليها" in told
    for secret in (order.name, order.phone, order.area, order.address):
        assert secret not in told


async def test_long_wishes_fit_every_card(turns: Turns) -> None:
    """Each screen is checked by the talk itself: a caption holds 1,024 characters."""
    talk = await customer(turns, "mona")
    await family_member(turns, await first_family(turns), external_id="rose-mother")
    desk = await staff(turns, Role.manager)
    for at in range(8):
        cake = await cake_with_wishes(turns, f"{'اسم طويل ' * 8}{at}", most=100)
        await talk.presses_old(SetQuantity(cake, 1, on_card=True))
        await talk.says("و" * 100)
        await talk.says("/cart")
    await announced(turns)
    order = await buy(talk)
    await announced(turns)
    await talk.presses_old(ShowOrder(order.id))
    await desk.presses_old(ManageOrder(order.id))
    await desk.presses_old(ManageOrder(order.id, 1))
    assert "و" * 100 in desk.text
    await desk.presses_old(ManageOrder(order.id, 3))


async def first_family(turns: Turns) -> int:
    """A family, made with a first cake."""
    await cake_with_wishes(turns, "أولى")
    return 1
