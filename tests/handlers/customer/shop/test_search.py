"""Searching by text anywhere: results, paging, nearest words, and nothing at all."""

import pytest

from handlers.dialog.actions.customer import SearchFor, ShowProduct
from handlers.dialog.pictures import ProductShelf
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.orders.fulfilment import advance
from models.people.access import Role
from models.people.people import Language
from tests.handlers.counting import steps_taken
from tests.handlers.customer.buying import buy, with_cart
from tests.handlers.people import customer, staff
from tests.handlers.shelf import add_product, hide, only_option
from tests.support.acting import acting
from tests.support.orders import TO_THE_DOOR
from tests.support.words import label, word


@pytest.mark.parametrize("typed", ["دخون", "دُخُون", "الدخون", "Dukhoon", "DUKHOON عود"])
async def test_text_anywhere_is_a_search(turns: Turns, typed: str) -> None:
    await add_product(turns, "دخون عود", "Oud dukhoon", price=120)
    talk = await customer(turns)
    await talk.says(typed)
    assert talk.text == f"نتائج البحث عن «{typed}»:\nالمنتج 1 من 1"
    picture = talk.cards[0].picture
    assert isinstance(picture, ProductShelf)
    assert [(art.name, art.price) for art in picture.items] == [("دخون عود", "120 د.إ")]
    await talk.presses("1 · دخون عود")
    assert talk.text.startswith("دخون عود")


async def test_options_of_several_prices_say_from(turns: Turns) -> None:
    await add_product(turns, "عطر", "Perfume", options=[("أ", "a", 90, 1), ("ب", "b", 120, 1)])
    talk = await customer(turns, language="en")
    await talk.says("/search perfume")
    picture = talk.cards[0].picture
    assert isinstance(picture, ProductShelf)
    assert [art.price for art in picture.items] == ["from AED 90"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", "لم نجد «دخزن»، وهذه نتائج البحث عن «دخون»:"),
        ("en", "Nothing for “دخزن”. Showing results for “دخون”:"),
    ],
)
async def test_the_nearest_words_are_shown_and_named(
    turns: Turns, language: Language, said: str
) -> None:
    await add_product(turns, "دخون", "dukhoon")
    talk = await customer(turns, language=language)
    await talk.says("دخزن")
    assert talk.text.startswith(said)
    assert len(talk.labels) == 4


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("طائرة", "لم نجد شيئاً باسم «طائرة»."),
        ("😍😍😍", "لم نجد في الرسالة كلمة نبحث عنها."),
        ("؟!…", "لم نجد في الرسالة كلمة نبحث عنها."),
    ],
)
async def test_nothing_found_offers_the_packages(turns: Turns, typed: str, said: str) -> None:
    await add_product(turns, "شيلة", package="anaqa")
    talk = await customer(turns)
    await talk.says(typed)
    assert talk.text.startswith(said)
    assert talk.labels[:5] == [
        word("package-atayeb"),
        word("package-teeb"),
        word("package-anaqa"),
        word("package-mahra"),
        word("package-ebdaa"),
    ]
    assert word("button-help") in talk.labels
    await talk.presses(word("package-anaqa"))
    assert "1 · شيلة" in talk.labels


async def test_many_results_are_paged_both_ways(turns: Turns) -> None:
    for number in range(20):
        await add_product(turns, f"دخون رقم {number}", "dukhoon")
    talk = await customer(turns)
    await talk.says("دخون")
    pages = []
    for _ in range(4):
        pages.append([label for label in talk.labels if "دخون" in label])
        if any("التالي" in label for label in talk.labels):
            await talk.presses(label("button-next"))
    assert [len(page) for page in pages] == [6, 6, 6, 2]
    assert len({label.rpartition(" ")[2] for page in pages for label in page}) == 20
    assert talk.text.endswith("المنتجات 19 إلى 20 من 20")
    await talk.presses(label("button-previous"))
    assert [label for label in talk.labels if "دخون" in label] == pages[2]


@pytest.mark.parametrize("page", [7, -3, 10**11])
async def test_a_page_that_is_not_there_is_the_first(turns: Turns, page: int) -> None:
    await add_product(turns, "دخون", "dukhoon")
    talk = await customer(turns)
    await talk.presses_old(SearchFor("دخون", page))
    assert "1 · دخون" in talk.labels


async def test_hidden_and_sold_out_products_are_not_found(turns: Turns) -> None:
    await hide(turns, await add_product(turns, "دخون مخفي", "dukhoon"))
    await add_product(turns, "دخون نافد", "dukhoon", on_hand=0)
    await add_product(turns, "دخون حاضر", "dukhoon")
    talk = await customer(turns)
    await talk.says("دخون")
    assert [label for label in talk.labels if "دخون" in label] == ["1 · دخون حاضر"]


@pytest.mark.parametrize(
    "typed",
    [
        "م" * 10_000,
        "x" * 10_000,
        "دخون " * 2_000,
        "<b>&</b>",
        "\"'\\;%_*()-- OR 1=1",
        "\u202e\u2066\x00\x01",
        "سطر\nسطر",
        "👩\u200d👩\u200d👧" * 500,
    ],
)
@pytest.mark.parametrize("language", ["ar", "en"])
async def test_odd_text_is_answered_with_a_way_on(
    turns: Turns, typed: str, language: Language
) -> None:
    for number in range(10):
        await add_product(turns, f"دخون {number}", "xxxx سطر")
    talk = await customer(turns, language=language)
    await talk.says(typed)
    assert talk.labels
    assert "000" not in talk.text


@pytest.mark.parametrize(
    ("language", "said"), [("ar", "عمّ تبحثون؟"), ("en", "What are you looking for?")]
)
async def test_search_asks_how(turns: Turns, language: Language, said: str) -> None:
    talk = await customer(turns, language=language)
    await talk.says("/search")
    assert said in talk.text
    await talk.says("/shop")
    await talk.presses(label("button-search") if language == "ar" else "Search")
    assert said in talk.text


async def test_searching_writes_nothing(turns: Turns, sqlite_database: Database) -> None:
    """But for words of a customer that no button can hold: they may be meant for the team."""
    await add_product(turns, "دخون", "dukhoon")
    talk, courier = await customer(turns), await staff(turns, Role.courier)
    before = await steps_taken(sqlite_database)
    await talk.says("/search دخون")
    await talk.presses("دخون")
    await talk.presses(word("product-results"))
    await courier.says("دخون")
    await courier.says("دخزن")
    await talk.says("دخون")
    assert await steps_taken(sqlite_database) == before
    await talk.says("دخون العود الفاخر في علبة كبيرة للهدايا")
    assert await steps_taken(sqlite_database) == before + 1


async def test_from_a_product_a_row_leads_back_to_its_page_of_results(turns: Turns) -> None:
    for at in range(8):
        sizes = (("صغير", "Small", 50, 5), ("كبير", "Large", 90, 5))
        await add_product(turns, f"دخون عود {at}", options=sizes)
    await add_product(turns, "لقيمات", package="atayeb")
    talk = await customer(turns)
    await talk.says("دخون عود")
    await talk.presses(label("button-next"))
    send = label("button-send-to-team")
    assert len(talk.labels) == 6
    results = [each for each in talk.labels if send not in each]
    await talk.presses(results[0])
    for press in ("كبير", "أضف إلى السلة", "➕", "➖"):
        await talk.presses(press)
        assert word("product-results") in talk.labels, press
    await talk.presses(word("product-results"))
    assert talk.text == "نتائج البحث عن «دخون عود»:\nالمنتجات 7 إلى 8 من 8"
    assert talk.labels == results
    assert talk.reply.in_place


async def test_a_product_that_was_not_searched_for_has_no_way_to_results(turns: Turns) -> None:
    product = await add_product(turns, "دخون عود")
    talk = await customer(turns)
    await talk.presses_old(ShowProduct(product))
    assert word("product-add") in talk.labels
    assert word("product-results") not in talk.labels


async def test_a_product_that_went_off_sale_leads_back_too(turns: Turns) -> None:
    product = await add_product(turns, "دخون عود")
    talk = await customer(turns)
    await talk.says("دخون")
    await hide(turns, product)
    await talk.presses("دخون عود")
    await talk.presses(word("product-results"))
    assert "«دخون»" in talk.text


@pytest.mark.parametrize("digits", ["0123456789", "٠١٢٣٤٥٦٧٨٩"])
async def test_the_number_of_her_own_order_opens_it(turns: Turns, digits: str) -> None:
    product = await add_product(turns, "دخون عود")
    talk = await with_cart(turns, await only_option(turns, product))
    order = await buy(talk)
    number = order.number.translate(str.maketrans("0123456789", digits))
    await talk.says(number)
    assert f"طلب رقم {order.number}" in talk.text
    stranger = await customer(turns, "salma")
    await stranger.says(number)
    assert f"لم نجد شيئاً باسم «{number}»" in stranger.text, "as of one that is none"
    for other in (number[:5], f"{number}0"):
        await talk.says(other)
        assert "طلب رقم" not in talk.text
    await talk.says(f"وين طلبي رقم {number}؟")
    assert f"طلب رقم {order.number}" in talk.text


@pytest.mark.parametrize(
    ("role", "packed", "said"),
    [
        (Role.orders, False, "قبول الطلب"),
        (Role.manager, True, "خرج للتوصيل"),
        (Role.courier, True, "خرج للتوصيل"),
        (Role.courier, False, "غير متاحة لهذا الحساب"),
        (Role.catalogue, True, "لا توجد طلبات بعد"),
    ],
)
async def test_who_looks_orders_up_opens_any_by_its_number(
    turns: Turns, role: Role, packed: bool, said: str
) -> None:
    product = await add_product(turns, "دخون عود")
    order = await buy(await with_cart(turns, await only_option(turns, product)))
    async with turns.database.write() as session:
        for state in TO_THE_DOOR[:2] if packed else ():
            await advance(acting(session, now=turns.clock()), order.id, state)
    talk = await staff(turns, role)
    await talk.says(f"طلب {order.number}")
    assert said in talk.text + " ".join(talk.labels)
    own = await buy(await with_cart(turns, await only_option(turns, product), external_id=role))
    await talk.says(own.number)
    assert word("receipt-code") in talk.text, "her own is hers, with its code"
