"""The cart: its lines and sums, what has changed, paging, and emptying it."""

import pytest

from handlers.dialog.actions.customer import (
    EmptyCart,
    SetQuantity,
    ShowCart,
    ShowProduct,
    StartCheckout,
)
from handlers.dialog.speech import Choice
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.people.people import Language
from tests.handlers.counting import statements, steps_taken
from tests.handlers.people import customer
from tests.handlers.shelf import (
    add_product,
    count_stock,
    hide,
    only_option,
    option_ids,
    set_price,
)
from tests.handlers.talk import Talk
from tests.support.words import label as the_label
from tests.support.words import word


async def put(talk: Talk, product_id: int, quantity: int = 1) -> int:
    """Put so many of a product's first option into the cart; out comes the option."""
    option_id = (await option_ids(talk.turns, product_id))[0]
    await talk.presses_old(SetQuantity(option_id, quantity, on_card=True))
    return option_id


def can_check_out(talk: Talk) -> bool:
    """Whether the way to the order is offered."""
    return any(isinstance(c, Choice) and c.action == StartCheckout() for c in talk.choices)


@pytest.mark.parametrize(
    ("language", "said", "package"),
    [("ar", word("refused-cart-empty"), "أطايب"), ("en", "Your cart is empty.", "Atayeb")],
)
async def test_an_empty_cart_has_a_way_on(
    turns: Turns, language: Language, said: str, package: str
) -> None:
    talk = await customer(turns, language=language)
    await talk.says("/cart")
    assert said in talk.text
    assert package in talk.labels
    assert not can_check_out(talk)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "ar",
            [
                "1. دخون",
                "2 × 35.00 د.إ = 70.00 د.إ",
                "2. جلابية (كبير)",
                "1 × 220.00 د.إ = 220.00 د.إ",
                "",
                "قيمة المنتجات: 290.00 د.إ",
                word("cart-fee-later"),
            ],
        ),
        (
            "en",
            [
                "1. Dukhoon",
                "2 × AED 35.00 = AED 70.00",
                "2. Jalabiya (Large)",
                "1 × AED 220.00 = AED 220.00",
                "",
                "Products: AED 290.00",
                "The delivery fee depends on your emirate and is added at checkout.",
            ],
        ),
    ],
)
async def test_the_cart_says_what_is_in_it_and_what_it_comes_to(
    turns: Turns, language: Language, lines: list[str]
) -> None:
    talk = await customer(turns, language=language)
    await put(talk, await add_product(turns, "دخون", "Dukhoon", price=35), 2)
    sizes = [("كبير", "Large", 220, 3), ("صغير", "Small", 200, 3)]
    await put(talk, await add_product(turns, "جلابية", "Jalabiya", options=sizes))
    await talk.says("/cart")
    assert talk.text.replace(".00", "").split("\n") == [line.replace(".00", "") for line in lines]
    assert can_check_out(talk)


async def test_checkout_comes_first_and_each_line_has_its_number(turns: Turns) -> None:
    talk = await customer(turns)
    product_id = await add_product(
        turns, "لقيمات", options=[("علبة صغيرة (20 حبة)", "", 25, 9), ("علبة كبيرة", "", 45, 9)]
    )
    for option_id in await option_ids(turns, product_id):
        await talk.presses_old(SetQuantity(option_id, 1))
    await talk.says("/cart")
    (first,) = talk.cards[0].choices[0]
    assert talk.reads(first.label) == word("cart-checkout")
    assert [label for label in talk.labels if "لقيمات" in label] == [
        "1. لقيمات × 1",
        "2. لقيمات × 1",
    ]
    assert "1. لقيمات (علبة صغيرة (20 حبة))" in talk.text


async def test_quantities_change_line_by_line_in_place(turns: Turns) -> None:
    talk = await customer(turns)
    await put(talk, await add_product(turns, "دخون", price=35, on_hand=3), 2)
    await put(talk, await add_product(turns, "بخور", price=10))
    await talk.says("/cart")
    assert "1. دخون × 2" in talk.labels
    shown = len(talk.screen)
    await talk.presses(word("product-more"))
    assert "1. دخون × 3" in talk.labels
    assert talk.notice == "في السلة الآن: 3"
    assert "قيمة المنتجات: 115 د.إ" in talk.text
    assert talk.labels.count(word("product-more")) == 1, "no more than there are"
    await talk.presses(word("product-less"))
    await talk.presses(the_label("product-remove"))
    assert "دخون" not in talk.text
    assert talk.notice == word("taken-from-cart")
    assert len(talk.screen) == shown
    await talk.presses("بخور × 1")
    assert talk.text.startswith("بخور")


async def test_the_last_line_removed_leaves_an_empty_cart(turns: Turns) -> None:
    talk = await customer(turns)
    await put(talk, await add_product(turns, "دخون"))
    await talk.says("/cart")
    await talk.presses(the_label("product-remove"))
    assert word("refused-cart-empty") in talk.text


async def test_a_changed_price_is_said_once(turns: Turns) -> None:
    talk = await customer(turns)
    option_id = await put(talk, await add_product(turns, "دخون", price=35))
    await set_price(turns, option_id, 40)
    await talk.says("/cart")
    assert "تغيّر السعر، وكان 35 د.إ." in talk.text
    assert "قيمة المنتجات: 40 د.إ" in talk.text
    await talk.presses(word("product-more"))
    assert "تغيّر السعر" in talk.text
    await talk.presses(word("product-more"))
    assert "تغيّر السعر" not in talk.text


async def test_a_price_that_changed_on_another_page_is_said_when_that_page_is_seen(
    turns: Turns,
) -> None:
    talk = await customer(turns)
    for number in range(8):
        last = await put(talk, await add_product(turns, f"منتج {number}", price=35))
    await set_price(turns, last, 40)
    await talk.says("/cart")
    await talk.presses(word("product-more"))
    assert "تغيّر السعر" not in talk.text
    await talk.presses(the_label("button-next"))
    assert "تغيّر السعر، وكان 35 د.إ." in talk.text
    await talk.presses(word("product-more"), nth=1)
    await talk.presses(word("product-more"), nth=1)
    assert "تغيّر السعر" not in talk.text


async def test_what_sold_out_is_said_and_left_out_of_the_sum(turns: Turns) -> None:
    talk = await customer(turns)
    gone = await put(talk, await add_product(turns, "دخون", price=35))
    await put(talk, await add_product(turns, "بخور", price=10))
    await count_stock(turns, gone, 0)
    await talk.says("/cart")
    assert the_label("cart-sold-out") in talk.text
    assert "قيمة المنتجات: 10 د.إ" in talk.text
    assert word("cart-without-gone") in talk.text
    assert can_check_out(talk)
    await talk.presses(the_label("product-remove"))
    assert "نفدت" not in talk.text


async def test_fewer_left_is_said_and_one_press_takes_what_there_is(turns: Turns) -> None:
    talk = await customer(turns)
    option_id = await put(talk, await add_product(turns, "دخون", on_hand=5), 5)
    await count_stock(turns, option_id, 2)
    await talk.says("/cart")
    assert "لم يبقَ سوى قطعتين." in talk.text
    await talk.presses(word("product-less"))
    assert "1. دخون × 2" in talk.labels
    assert "لم تبقَ" not in talk.text


async def test_fewer_at_another_price_says_both(turns: Turns) -> None:
    talk = await customer(turns)
    option_id = await put(talk, await add_product(turns, "دخون", price=35, on_hand=5), 5)
    await count_stock(turns, option_id, 2)
    await set_price(turns, option_id, 40)
    await talk.says("/cart")
    assert "تغيّر السعر، وكان 35 د.إ.\n⚠️ لم يبقَ سوى قطعتين." in talk.text
    assert "قيمة المنتجات: 80 د.إ" in talk.text, "what is not there is not in the order"


async def test_a_hidden_product_is_said_and_cannot_be_ordered(turns: Turns) -> None:
    talk = await customer(turns)
    product_id = await add_product(turns, "دخون")
    await put(talk, product_id)
    await hide(turns, product_id)
    await talk.says("/cart")
    assert the_label("cart-gone") in talk.text
    assert not can_check_out(talk)
    assert word("product-more") not in talk.labels


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "يحتاج الطلب إلى يوم واحد للتجهيز."),
        (2, "يحتاج الطلب إلى يومين للتجهيز."),
        (5, "يحتاج الطلب إلى 5 أيام للتجهيز."),
    ],
)
async def test_the_slowest_product_says_how_long_the_order_takes(
    turns: Turns, days: int, said: str
) -> None:
    talk = await customer(turns)
    await put(talk, await add_product(turns, "كيكة", made_to_order=True, lead_days=days))
    await put(talk, await add_product(turns, "دخون"))
    await talk.says("/cart")
    assert said in talk.text


# ---------------------------------------------------------------- many lines


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_many_long_lines_are_paged_and_fit(turns: Turns, language: Language) -> None:
    talk = await customer(turns, language=language)
    for number in range(14):
        label = f"{number} " + "مقاس كبير جداً " * 5
        options = [(label, label, 99_999, 99), (label, label, 99_998, 99)]
        name = f"{number} " + "جلابية مطرزة بخيوط ذهبية " * 4
        option_id = await put(talk, await add_product(turns, name, name, options=options), 50)
        await set_price(turns, option_id, 88_888)
    await talk.says("/cart")
    pages = [talk.text]
    for _ in range(2):
        await talk.presses(
            the_label("button-next") if language == "ar" else the_label("button-next", "en")
        )
        pages.append(talk.text)
    assert [page.count("×") for page in pages] == [6, 6, 2]
    assert "14." in pages[2]
    await talk.presses(
        the_label("button-previous") if language == "ar" else the_label("button-previous", "en")
    )
    assert talk.text == pages[1]


async def test_a_change_on_the_second_page_stays_there(turns: Turns) -> None:
    talk = await customer(turns)
    for number in range(8):
        await put(talk, await add_product(turns, f"منتج {number}"))
    await talk.says("/cart")
    await talk.presses(the_label("button-next"))
    await talk.presses(word("product-more"))
    assert talk.text.startswith("7. منتج 6\n2 ×")
    await talk.presses(the_label("product-remove"))
    await talk.presses(the_label("product-remove"))
    assert talk.text.startswith("1. "), "the page before, when the last one is gone"


@pytest.mark.parametrize("page", [-1, 1, 10**11])
async def test_a_page_that_is_not_there_is_the_nearest(turns: Turns, page: int) -> None:
    talk = await customer(turns)
    await put(talk, await add_product(turns, "دخون"))
    await talk.presses_old(ShowCart(page))
    assert talk.text.startswith("1. دخون")


# ---------------------------------------------------------------- emptying


@pytest.mark.parametrize(
    ("language", "label", "question", "sure", "empty"),
    [
        (
            "ar",
            the_label("cart-clear"),
            "3 قطع",
            word("cart-clear-sure"),
            word("refused-cart-empty"),
        ),
        ("en", "Empty the cart", "3 pieces", "Yes, empty the cart", "Your cart is empty."),
    ],
)
async def test_the_cart_is_emptied_after_one_question(
    turns: Turns, language: Language, label: str, question: str, sure: str, empty: str
) -> None:
    talk = await customer(turns, language=language)
    await put(talk, await add_product(turns, "دخون"), 3)
    await talk.says("/cart")
    await talk.presses(label)
    assert question in talk.text
    await talk.presses(word("button-back") if language == "ar" else word("button-back", "en"))
    assert can_check_out(talk)
    await talk.presses(label)
    await talk.presses(sure)
    assert empty in talk.text
    assert talk.notice


async def test_emptying_an_empty_cart_shows_it_empty(turns: Turns) -> None:
    talk = await customer(turns)
    for sure in (False, True):
        await talk.presses_old(EmptyCart(sure))
        assert word("refused-cart-empty") in talk.text


# ---------------------------------------------------------------- whose cart, and at what cost


async def test_a_cart_is_its_persons_own(turns: Turns) -> None:
    mona, noura = await customer(turns, "mona"), await customer(turns, "noura")
    await put(mona, await add_product(turns, "دخون"))
    await noura.says("/cart")
    assert word("refused-cart-empty") in noura.text


async def test_the_same_update_twice_changes_the_cart_once(turns: Turns) -> None:
    talk = await customer(turns)
    option_id = await only_option(turns, await add_product(turns, "دخون"))
    await talk.presses_old(SetQuantity(option_id, 2))
    first = talk.reply
    await talk.presses_old(SetQuantity(option_id, 0))
    await talk.presses_old(SetQuantity(option_id, 2))
    assert await talk.redelivered() == talk.reply
    assert "1. دخون × 2" in [talk.reads(c.label) for row in first.cards[0].choices for c in row]
    await talk.says("/cart")
    assert "1. دخون × 2" in talk.labels


async def test_the_cart_is_a_view_of_three_look_ups(
    turns: Turns, sqlite_database: Database
) -> None:
    """Who speaks, the cart, and the plan of deliveries: it says from when on delivery is free."""
    talk = await customer(turns)
    product_id = await add_product(turns, "دخون")
    await put(talk, product_id)
    before = await steps_taken(sqlite_database)
    with statements(sqlite_database) as seen:
        await talk.says("/cart")
    assert len(seen) == 3
    await talk.presses_old(ShowProduct(product_id))
    assert await steps_taken(sqlite_database) == before
