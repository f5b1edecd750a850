"""The shelf of a package: six at a time in one picture, in place, and narrowed to an audience."""

import pytest

from handlers.dialog.actions import Action, decode_action, encode_action
from handlers.dialog.actions.customer import (
    ChooseAudience,
    Neighbour,
    SetQuantity,
    ShowBrand,
    ShowPackage,
    ShowProduct,
)
from handlers.dialog.pictures import ProductShelf, ShelfArt, picture_key
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.people.people import Language
from tests.handlers.counting import statements, steps_taken
from tests.handlers.people import customer
from tests.handlers.shelf import add_photo, add_product, hide, only_option, set_price
from tests.handlers.talk import Talk
from tests.support.words import label as the_label
from tests.support.words import word


async def fill_shelf(turns: Turns, count: int = 9, audience: str = "woman") -> list[int]:
    """So many products of one package."""
    names = [(f"دخون {at}", f"Dukhoon {at}") for at in range(count)]
    return [await add_product(turns, *both, audience=audience) for both in names]


def picture_of(talk: Talk) -> ProductShelf:
    """The shelf that the last answer shows."""
    picture = talk.cards[0].picture
    assert isinstance(picture, ProductShelf)
    return picture


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("ar", "المنتجات 1 إلى 6 من 9", "المنتجات 7 إلى 9 من 9"),
        ("en", "1–6 of 9", "7–9 of 9"),
    ],
)
async def test_a_package_is_a_shelf_that_ends_where_it_ends(
    turns: Turns, language: Language, first: str, second: str
) -> None:
    await fill_shelf(turns)
    talk = await customer(turns, language=language)
    following, previous = (the_label(f"button-{way}", language) for way in ("next", "previous"))
    await talk.presses(word("package-teeb", language))
    assert talk.text.endswith(first)
    assert [art.number for art in picture_of(talk).items] == [1, 2, 3, 4, 5, 6]
    assert [len(row) for row in talk.cards[0].choices[:3]] == [2, 2, 2]
    assert previous not in talk.labels
    await talk.presses(following)
    assert talk.text.endswith(second)
    assert [art.number for art in picture_of(talk).items] == [1, 2, 3]
    assert following not in talk.labels
    await talk.presses(previous)
    assert talk.text.endswith(first)
    assert len(talk.screen) == 1


async def test_a_product_opens_and_leads_back_to_its_place(turns: Turns) -> None:
    await fill_shelf(turns)
    await fill_shelf(turns, 7, audience="child")
    talk = await customer(turns)
    await talk.presses(word("package-teeb"))
    await talk.presses(the_label("shelf-for-whom"))
    await talk.presses("للطفل (7)")
    await talk.presses(the_label("button-next"))
    there = talk.text
    await talk.presses("1 · دخون 6")
    assert talk.text.startswith("دخون 6")
    for press in (word("product-add"), "➕", the_label("product-remove")):
        if press in talk.labels:
            await talk.presses(press)
    await talk.presses("العودة إلى طِيب")
    assert talk.text == there
    assert len(talk.screen) == 1


async def test_what_stands_on_a_shelf_is_drawn_from_its_own_facts(turns: Turns) -> None:
    product_id = await add_product(turns, "دخون", "Dukhoon", price=120)
    photo = await add_photo(turns, product_id)
    sizes = [("أ", "a", 90, 0), ("ب", "b", 45, 0)]
    await add_product(turns, "كيكة", "Cake", options=sizes, made_to_order=True, lead_days=2)
    talk = await customer(turns)
    await talk.presses(word("package-teeb"))
    assert picture_of(talk) == ProductShelf(
        (
            ShelfArt(1, "دخون", "120 د.إ", "teeb", "دخون Dukhoon", photo),
            ShelfArt(2, "كيكة", "من 45 د.إ", "teeb", "كيكة Cake", "", "حسب الطلب"),
        )
    )


async def test_the_picture_changes_when_one_of_its_things_does_and_not_before(turns: Turns) -> None:
    product_id = (await fill_shelf(turns, 3))[1]
    talk = await customer(turns)
    keys = []
    for price in (None, None, 99):
        if price:
            await set_price(turns, await only_option(turns, product_id), price)
        await talk.presses_old(ShowPackage("teeb"))
        keys.append(picture_key(picture_of(talk)))
    assert keys[0] == keys[1] != keys[2]


async def test_a_package_is_narrowed_to_those_it_has_something_for(turns: Turns) -> None:
    await add_product(turns, "عباءة", package="anaqa", audience="woman")
    await add_product(turns, "كندورة", package="anaqa", audience="man")
    await add_product(turns, "شيلة", package="anaqa", audience="woman")
    talk = await customer(turns)
    await talk.presses(word("package-anaqa"))
    await talk.presses(the_label("shelf-for-whom"))
    assert talk.labels[:3] == ["✓ الكل (3)", "للمرأة (2)", "للرجل (1)"]
    assert not any(word("audience-child") in label for label in talk.labels)
    await talk.presses("للرجل")
    assert [art.name for art in picture_of(talk).items] == ["كندورة"]
    assert talk.text == "أناقة · للرجل\nالمنتج 1 من 1"
    await talk.presses("👥 للرجل")
    assert "✓ للرجل (1)" in talk.labels
    await talk.presses("العودة إلى أناقة")
    assert talk.text.startswith("أناقة · للرجل")
    await talk.presses("👥 للرجل")
    await talk.presses("الكل (3)")
    assert talk.text == "أناقة\nالمنتجات 1 إلى 3 من 3"


async def test_what_is_for_one_audience_alone_is_not_narrowed(turns: Turns) -> None:
    await fill_shelf(turns, 3)
    talk = await customer(turns)
    await talk.presses(word("package-teeb"))
    assert the_label("shelf-for-whom") not in talk.labels


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_an_empty_package_says_so_with_ways_on(turns: Turns, language: Language) -> None:
    await add_product(turns, "تلي", "talli", package="ebdaa", audience="woman")
    talk = await customer(turns, language=language)
    await talk.presses(word("package-mahra", language))
    assert word("package-mahra", language) in talk.text
    assert word("package-atayeb", language) in talk.labels
    await talk.presses_old(ShowPackage("ebdaa", "child"))
    assert word("audience-child", language) in talk.text
    await talk.presses(word("package-ebdaa", language))
    assert len(picture_of(talk).items) == 1


async def test_a_familys_shelf_is_reached_from_its_product_and_back(turns: Turns) -> None:
    await fill_shelf(turns, 7)
    await add_product(turns, "مخلل", package="atayeb")
    await add_product(turns, "تلي", package="ebdaa", brand=("خيوط", "Threads"))
    talk = await customer(turns)
    await talk.presses(word("package-atayeb"))
    await talk.presses("1 · مخلل")
    await talk.presses("المزيد من دار الورد")
    assert talk.text == "دار الورد\nالمنتجات 1 إلى 6 من 8"
    await talk.presses(the_label("button-next"))
    await talk.presses("2 · مخلل")
    assert not any("المزيد من" in label for label in talk.labels)
    await talk.presses("العودة إلى دار الورد")
    assert talk.text == "دار الورد\nالمنتجات 7 إلى 8 من 8"
    with pytest.raises(AssertionError):
        await talk.presses("تلي")


async def test_a_family_that_offers_nothing_now_has_ways_on(turns: Turns) -> None:
    await hide(turns, await add_product(turns, "دخون"))
    talk = await customer(turns)
    await talk.presses_old(ShowBrand(1))
    assert "دار الورد" in talk.text
    assert word("package-atayeb") in talk.labels
    await talk.presses_old(ShowBrand(77))
    assert talk.labels


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_a_long_name_is_cut_between_words_on_its_button(
    turns: Turns, language: Language
) -> None:
    await add_product(turns, "دخون العود الملكي المعتق بالزعفران", "Royal oud dukhoon with saffron")
    talk = await customer(turns, language=language)
    await talk.presses(word("package-teeb", language))
    cut = {"ar": "1 · دخون العود الملكي…", "en": "1 · Royal oud dukhoon with…"}[language]
    assert talk.labels[0] == cut


@pytest.mark.parametrize(
    "forged",
    [
        ShowProduct(1, 0, "woman", "كلمات كثيرة لا", 0),
        ShowProduct(1, 1, "x" * 44),
        ShowProduct(1, 1, "woman", "دخون", 10**11),
        SetQuantity(1, 1, True, "", "y" * 40),
    ],
)
async def test_a_forged_way_to_a_product_leaves_its_buttons_short_enough(
    turns: Turns, forged: ShowProduct | SetQuantity
) -> None:
    assert decode_action(encode_action(forged)) == forged
    await add_product(turns, "دخون")
    talk = await customer(turns)
    await talk.presses_old(forged)
    assert "من دار الورد" in talk.text


@pytest.mark.parametrize(
    "forged", [ShowPackage("gold"), ShowPackage(""), Neighbour(1, 1), ChooseAudience("' OR 1=1")]
)
async def test_a_package_that_there_is_not_leads_to_the_menu(turns: Turns, forged: Action) -> None:
    talk = await customer(turns, language="en")
    await talk.presses_old(forged)
    assert talk.notice
    assert "Choose a package" in talk.text


@pytest.mark.parametrize(
    "old",
    [
        ShowPackage("teeb", "aliens", -1),
        ShowPackage("teeb", "", 10**11),
        Neighbour(1, 1, "teeb"),
    ],
)
async def test_what_is_asked_for_wrongly_or_by_an_old_card_is_the_first_page(
    turns: Turns, old: Action
) -> None:
    await fill_shelf(turns, 3)
    talk = await customer(turns)
    await talk.presses_old(old)
    assert talk.text == "طِيب\nالمنتجات 1 إلى 3 من 3"


async def test_a_shelf_is_a_view_of_two_look_ups(turns: Turns, sqlite_database: Database) -> None:
    """Who speaks, and everything on the shelf."""
    await fill_shelf(turns)
    talk = await customer(turns)
    before = await steps_taken(sqlite_database)
    for press in (word("package-teeb"), the_label("button-next")):
        with statements(sqlite_database) as seen:
            await talk.presses(press)
        assert len(seen) == 2
    assert await steps_taken(sqlite_database) == before
