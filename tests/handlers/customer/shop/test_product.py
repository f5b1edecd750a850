"""A product's card: what it says, its options, and adding it to the cart."""

import pytest

from handlers.dialog.actions.customer import SetQuantity, ShowProduct
from handlers.dialog.links import encode_link
from handlers.dialog.pictures import ProductArt, StoredPhoto
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.people.people import Language
from tests.handlers.counting import statements, steps_taken
from tests.handlers.people import customer
from tests.handlers.shelf import add_photo, add_product, count_stock, hide, only_option, option_ids
from tests.handlers.talk import Talk
from tests.support.words import label as the_label
from tests.support.words import word

LONG = "دخون العود الملكي المعتق بالزعفران والمسك والعنبر من أجود الأنواع الفاخرة المختارة"


async def open_product(
    turns: Turns, product_id: int, language: Language = "ar", option_id: int = 0
) -> Talk:
    """A shopper who looks at the product."""
    talk = await customer(turns, language=language)
    await talk.presses_old(ShowProduct(product_id, option_id))
    return talk


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("ar", ["دخون", "من دار الورد", "السعر: 120 د.إ", "", "دخون فاخر"]),
        ("en", ["Dukhoon", "by Dar Al Ward", "Price: AED 120", "", "Fine dukhoon"]),
    ],
)
async def test_a_card_says_what_there_is_to_know(
    turns: Turns, language: Language, lines: list[str]
) -> None:
    product_id = await add_product(
        turns,
        "دخون",
        "Dukhoon",
        price=120,
        on_hand=50,
        audience="woman",
        description=("دخون فاخر", "Fine dukhoon"),
    )
    talk = await open_product(turns, product_id, language)
    assert talk.text.split("\n") == lines


async def test_without_a_photo_the_thing_is_drawn_without_words(
    turns: Turns,
) -> None:
    product_id = await add_product(turns, "دخون", "Dukhoon", price=120)
    talk = await open_product(turns, product_id)
    assert talk.cards[0].picture == ProductArt(
        name="دخون",
        brand="",
        price="",
        package="teeb",
        subject="دخون Dukhoon",
    )


async def test_the_first_photo_is_the_picture(turns: Turns) -> None:
    product_id = await add_product(turns, "دخون")
    photo = await add_photo(turns, product_id)
    talk = await open_product(turns, product_id)
    assert talk.cards[0].picture == StoredPhoto(photo)


@pytest.mark.parametrize(
    ("left", "said"),
    [(1, "بقيت قطعة واحدة فقط."), (5, "بقيت 5 قطع فقط."), (6, ""), (0, word("product-sold-out"))],
)
async def test_few_left_and_none_left_are_said(turns: Turns, left: int, said: str) -> None:
    product_id = await add_product(turns, "دخون", on_hand=left)
    talk = await open_product(turns, product_id)
    stock = [line for line in talk.text.split("\n") if "بقيت" in line or "نفدت" in line]
    assert stock == ([said] if said else [])


async def test_what_is_sold_out_cannot_be_added_and_has_a_way_on(turns: Turns) -> None:
    product_id = await add_product(turns, "دخون", on_hand=0)
    await add_product(turns, "بخور")
    talk = await open_product(turns, product_id)
    assert word("product-add") not in talk.labels
    await talk.presses(word("package-teeb"))
    assert "1 · بخور" in talk.labels


@pytest.mark.parametrize(
    ("days", "ar", "en"),
    [
        (0, "حسب الطلب.", "Made to order."),
        (1, "والتجهيز بحلول الثلاثاء 3 مارس", "ready by Tuesday 3 March"),
        (14, "والتجهيز بحلول الاثنين 16 مارس", "ready by Monday 16 March"),
    ],
)
async def test_made_to_order_says_until_when_it_is_made(
    turns: Turns, days: int, ar: str, en: str
) -> None:
    product_id = await add_product(turns, "كيكة", "Cake", made_to_order=True, lead_days=days)
    talk = await open_product(turns, product_id)
    assert ar in talk.text
    assert word("product-add") in talk.labels
    assert en in (await open_english(turns, product_id)).text


async def open_english(turns: Turns, product_id: int) -> Talk:
    """Another shopper, who reads English."""
    talk = await customer(turns, "john", "en")
    await talk.presses_old(ShowProduct(product_id))
    return talk


# ---------------------------------------------------------------- options


SIZES = [("صغير", "Small", 30, 0), ("وسط", "Medium", 45, 4), ("كبير", "Large", 60, 20)]


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_of_several_options_none_is_taken_silently(turns: Turns, language: Language) -> None:
    product_id = await add_product(turns, "جلابية", "Jalabiya", options=SIZES)
    talk = await open_product(turns, product_id, language)
    add = word("product-add", language)
    assert word("product-price-from", language, price="").strip()[:5] in talk.text
    assert not any("✓" in label for label in talk.labels)
    assert talk.labels[3] == add
    await talk.presses(add)
    assert talk.notice == word("product-choose-first", language)
    assert not any("✓" in label for label in talk.labels)
    await talk.presses({"ar": "وسط", "en": "Medium"}[language])
    await talk.presses(add)
    assert talk.notice == word("added-to-cart", language)
    assert [each.quantity for each in talk.offered(SetQuantity)] == [0, 2, 0]


async def test_options_of_one_price_need_none_on_their_buttons(turns: Turns) -> None:
    sizes = [(f"مقاس {at}", f"Size {at}", 90, 3) for at in "123"]
    talk = await open_product(turns, await add_product(turns, "جلابية", options=sizes))
    assert "السعر: 90 د.إ" in talk.text
    assert talk.labels[:3] == ["مقاس 1", "مقاس 2", "مقاس 3"]
    assert [len(row) for row in talk.cards[0].choices[:2]] == [3, 1]


async def test_the_chosen_option_is_marked(turns: Turns) -> None:
    product_id = await add_product(turns, "جلابية", options=SIZES)
    talk = await open_product(turns, product_id)
    await talk.presses("وسط")
    assert "السعر: 45 د.إ" in talk.text
    assert "الخيار: وسط" in talk.text
    assert talk.labels[:3] == ["صغير (نفدت الكمية)", "✓ وسط · 45 د.إ", "كبير · 60 د.إ"]


async def test_another_option_is_chosen_by_a_press(turns: Turns) -> None:
    product_id = await add_product(turns, "جلابية", options=SIZES)
    talk = await open_product(turns, product_id)
    await talk.presses("كبير")
    assert "السعر: 60 د.إ" in talk.text
    await talk.presses(word("product-add"))
    await talk.presses("وسط")
    assert word("product-add") in talk.labels
    await talk.presses("كبير")
    assert "في السلة: 1" in talk.labels


async def test_a_sold_out_option_says_that_others_can_be_had(turns: Turns) -> None:
    product_id = await add_product(turns, "جلابية", options=SIZES)
    talk = await open_product(turns, product_id)
    await talk.presses("صغير")
    assert word("product-option-sold-out") in talk.text
    assert word("product-add") not in talk.labels


@pytest.mark.parametrize(("label", "a_row"), [("صغير", 2), ("علبة صغيرة (20 حبة)", 1)])
async def test_a_long_option_has_a_row_of_its_own(turns: Turns, label: str, a_row: int) -> None:
    sizes = [(label, "Small", 25, 5), ("كبير", "Large", 45, 5)]
    talk = await open_product(turns, await add_product(turns, "لقيمات", options=sizes))
    assert len(talk.cards[0].choices[0]) == a_row


async def test_an_option_of_another_product_chooses_none(turns: Turns) -> None:
    product_id = await add_product(turns, "جلابية", options=SIZES)
    other = await only_option(turns, await add_product(turns, "شيلة"))
    talk = await open_product(turns, product_id, option_id=other)
    assert "وسط · 45 د.إ" in talk.labels


# ---------------------------------------------------------------- into the cart


async def test_adding_sets_one_and_the_stepper_goes_up_and_down(turns: Turns) -> None:
    product_id = await add_product(turns, "دخون", on_hand=3)
    talk = await open_product(turns, product_id)
    shown = len(talk.screen)
    await talk.presses(word("product-add"))
    assert talk.notice == word("added-to-cart")
    assert "في السلة: 1" in talk.labels
    assert "🛒 السلة (1)" in talk.labels
    await talk.presses(word("product-more"))
    assert talk.notice == "في السلة الآن: 2"
    await talk.presses(word("product-more"))
    assert "في السلة: 3" in talk.labels
    assert word("product-more") not in talk.labels
    await talk.presses(word("product-less"))
    await talk.presses(word("product-less"))
    await talk.presses(the_label("product-remove"))
    assert talk.notice == word("taken-from-cart")
    assert word("product-add") in talk.labels
    assert word("button-cart") in talk.labels
    assert len(talk.screen) == shown


async def test_a_double_press_adds_one(turns: Turns) -> None:
    product_id = await add_product(turns, "دخون", on_hand=3)
    talk = await open_product(turns, product_id)
    add = SetQuantity(await only_option(turns, product_id), 1, on_card=True)
    await talk.presses_old(add)
    await talk.presses_old(add)
    assert "في السلة: 1" in talk.labels


@pytest.mark.parametrize("quantity", [51, 1000, 10**11])
async def test_more_than_one_order_may_hold_is_refused(turns: Turns, quantity: int) -> None:
    product_id = await add_product(turns, "كيكة", made_to_order=True, lead_days=2)
    option_id = await only_option(turns, product_id)
    talk = await open_product(turns, product_id)
    await talk.presses_old(SetQuantity(option_id, quantity, on_card=True))
    assert "أقصى كمية من المنتج الواحد في الطلب: 50." in talk.text
    await talk.presses_old(ShowProduct(product_id))
    assert word("product-add") in talk.labels


async def test_more_than_there_are_is_refused_with_what_is_left(turns: Turns) -> None:
    product_id = await add_product(turns, "دخون", on_hand=2)
    talk = await open_product(turns, product_id)
    await talk.presses_old(SetQuantity(await only_option(turns, product_id), 3, on_card=True))
    assert talk.text == "عذراً، بقيت قطعتان فقط."
    assert word("button-cart") in talk.labels


async def test_a_negative_quantity_takes_it_out(turns: Turns) -> None:
    product_id = await add_product(turns, "دخون")
    talk = await open_product(turns, product_id)
    await talk.presses(word("product-add"))
    await talk.presses_old(SetQuantity(await only_option(turns, product_id), -7, on_card=True))
    assert word("product-add") in talk.labels


async def test_what_sold_out_meanwhile_can_only_be_taken_out(turns: Turns) -> None:
    product_id = await add_product(turns, "دخون", on_hand=3)
    talk = await open_product(turns, product_id)
    await talk.presses(word("product-add"))
    await count_stock(turns, await only_option(turns, product_id), 0)
    await talk.presses_old(ShowProduct(product_id))
    assert word("product-more") not in talk.labels
    await talk.presses(the_label("product-remove"))
    assert word("product-sold-out") in talk.text


# ---------------------------------------------------------------- off sale, links, odd data


@pytest.mark.parametrize(
    ("language", "said", "way"),
    [
        ("ar", "هذا المنتج غير معروض للبيع حالياً.", "العودة إلى طِيب"),
        ("en", "This product is not on sale right now.", "Back to Teeb"),
    ],
)
async def test_a_hidden_product_says_so_with_a_way_on(
    turns: Turns, language: Language, said: str, way: str
) -> None:
    product_id = await add_product(turns, "دخون", price=120)
    await hide(turns, product_id)
    talk = await open_product(turns, product_id, language)
    assert said in talk.text
    assert "120" not in talk.text
    await talk.presses(way)
    assert talk.labels


async def test_a_hidden_product_cannot_be_added(turns: Turns) -> None:
    product_id = await add_product(turns, "دخون")
    option_id = await only_option(turns, product_id)
    await hide(turns, product_id)
    talk = await customer(turns)
    await talk.presses_old(SetQuantity(option_id, 1, on_card=True))
    assert talk.text == word("refused-not-on-sale")


@pytest.mark.parametrize(
    "action", [ShowProduct(999), SetQuantity(999, 1), SetQuantity(999, 1, on_card=True)]
)
async def test_a_product_that_never_was_is_not_found(
    turns: Turns, action: ShowProduct | SetQuantity
) -> None:
    talk = await customer(turns)
    await talk.presses_old(action)
    assert talk.text == word("refused-not-found")
    await talk.presses(the_label("button-home"))


async def test_a_shared_product_opens_by_its_link(turns: Turns) -> None:
    product_id = await add_product(turns, "دخون", "Dukhoon")
    talk = await open_product(turns, product_id)
    share = talk.shared()
    assert talk.reads(share.text) == "دخون من دار الورد في بازار إنتاج"
    friend = Talk(turns, external_id="friend", language="en")
    await friend.says(f"/start {encode_link(share.action)}")
    assert friend.text.startswith("Dukhoon")


@pytest.mark.parametrize("name", [LONG, "م" * 80, "🧕" * 80, "<b>&amp;</b>", "W" * 400])
@pytest.mark.parametrize("language", ["ar", "en"])
async def test_odd_and_long_names_fit(turns: Turns, name: str, language: Language) -> None:
    product_id = await add_product(
        turns,
        name,
        options=[(name, name, 30, 3), (name, name, 40, 2)],
        description=("وصف " * 1000, "x" * 4000),
        brand=(name, name),
    )
    talk = await open_product(turns, product_id, language)
    await talk.presses_old(SetQuantity((await option_ids(turns, product_id))[0], 2, on_card=True))
    await talk.presses_old(ShowProduct(product_id))
    assert talk.text.startswith(name[:60])


async def test_a_card_is_a_view_of_few_look_ups(turns: Turns, sqlite_database: Database) -> None:
    product_id = await add_product(turns, "دخون")
    talk = await customer(turns)
    before = await steps_taken(sqlite_database)
    with statements(sqlite_database) as seen:
        await talk.presses_old(ShowProduct(product_id))
    assert len(seen) == 3
    assert await steps_taken(sqlite_database) == before
