"""Leafing through a package, edited in place, and narrowed to an audience."""

import pytest

from handlers.dialog.actions import decode_action, encode_action
from handlers.dialog.actions.customer import Neighbour, SetQuantity, ShowPackage, ShowProduct
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.people.people import Language
from tests.handlers.counting import statements, steps_taken
from tests.handlers.people import customer
from tests.handlers.shelf import add_product
from tests.support.words import label as the_label
from tests.support.words import word

THREE = ("دخون", "بخور", "مخمرية")


@pytest.fixture
async def three(turns: Turns) -> list[int]:
    """Three products of one package."""
    return [await add_product(turns, name, package="teeb") for name in THREE]


@pytest.mark.usefixtures("three")
async def test_a_package_opens_at_its_first_product_in_place(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.presses(word("package-teeb"))
    assert talk.text.startswith("دخون")
    assert len(talk.screen) == 1


@pytest.mark.usefixtures("three")
async def test_next_and_previous_go_round(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.presses(word("package-teeb"))
    seen = []
    for label in (
        the_label("button-next"),
        the_label("button-next"),
        the_label("button-next"),
        the_label("button-previous"),
    ):
        await talk.presses(label)
        seen.append(talk.text.split("\n")[0])
    assert seen == ["بخور", "مخمرية", "دخون", "مخمرية"]
    assert len(talk.screen) == 1


async def test_a_product_that_stands_alone_has_no_neighbours(turns: Turns) -> None:
    product_id = await add_product(turns, "دخون", package="teeb")
    talk = await customer(turns)
    await talk.presses(word("package-teeb"))
    assert not any(the_label("button-next") in label for label in talk.labels)
    await talk.presses_old(Neighbour(product_id, 1, "teeb"))
    assert talk.text.startswith("دخون")


async def test_a_neighbour_of_one_that_sold_out_is_still_found(turns: Turns) -> None:
    gone = await add_product(turns, "دخون", package="teeb", on_hand=0)
    await add_product(turns, "بخور", package="teeb")
    talk = await customer(turns)
    await talk.presses_old(Neighbour(gone, 1, "teeb"))
    assert talk.text.startswith("بخور")


async def test_a_package_is_narrowed_to_an_audience_and_stays_so(turns: Turns) -> None:
    await add_product(turns, "عباءة", package="anaqa", audience="woman")
    await add_product(turns, "كندورة", package="anaqa", audience="child")
    await add_product(turns, "شيلة", package="anaqa", audience="woman")
    talk = await customer(turns)
    await talk.presses(word("package-anaqa"))
    assert "✓ الكل" in talk.labels
    await talk.presses(word("audience-woman"))
    assert "✓ للمرأة" in talk.labels
    assert talk.text.startswith("عباءة")
    await talk.presses(the_label("button-next"))
    assert talk.text.startswith("شيلة")
    await talk.presses(word("product-add"))
    await talk.presses(the_label("button-next"))
    assert talk.text.startswith("عباءة")
    await talk.presses(word("package-all"))
    await talk.presses(the_label("button-next"))
    assert talk.text.startswith("كندورة")


@pytest.mark.parametrize(
    ("language", "package", "audience", "empty", "narrowed"),
    [
        ("ar", "مهرة", "للطفل", "لا توجد منتجات معروضة في باقة مهرة", "منتجات للطفل"),
        ("en", "Mahra", "For children", "There is nothing in Mahra right now.", "For children"),
    ],
)
async def test_an_empty_package_says_so_with_ways_on(
    turns: Turns, language: Language, package: str, audience: str, empty: str, narrowed: str
) -> None:
    await add_product(turns, "تلي", "talli", package="ebdaa", audience="woman")
    talk = await customer(turns, language=language)
    await talk.presses(package)
    assert empty in talk.text
    assert {word("package-atayeb"), "Atayeb"} & set(talk.labels)
    await talk.says("/shop")
    await talk.presses(word("package-ebdaa") if language == "ar" else word("package-ebdaa", "en"))
    await talk.presses(audience)
    assert narrowed in talk.text
    await talk.presses(word("package-all") if language == "ar" else word("package-all", "en"))
    assert talk.text.startswith("تلي" if language == "ar" else "talli")


@pytest.mark.parametrize(
    "forged",
    [
        ShowProduct(1, 0, "woman", "كلمات كثيرة لا تسعها", 0),
        ShowProduct(1, 1, "x" * 44),
        ShowProduct(1, 1, "woman", "دخون", 10**11),
        Neighbour(1, 1, "teeb", "x" * 20, "y" * 20),
        SetQuantity(1, 1, True, "", "y" * 40),
    ],
)
async def test_a_forged_way_to_a_product_leaves_its_buttons_short_enough(
    turns: Turns, forged: ShowProduct | Neighbour | SetQuantity
) -> None:
    assert decode_action(encode_action(forged)) == forged
    await add_product(turns, "دخون")
    await add_product(turns, "بخور")
    talk = await customer(turns)
    await talk.presses_old(forged)
    assert "من دار الورد" in talk.text
    await talk.presses(the_label("button-next"))
    assert "من دار الورد" in talk.text


@pytest.mark.parametrize(
    "forged",
    [ShowPackage("gold"), ShowPackage(""), Neighbour(1, 1), Neighbour(1, 1, "' OR 1=1")],
)
async def test_a_package_that_there_is_not_leads_to_the_menu(
    turns: Turns, forged: ShowPackage | Neighbour
) -> None:
    talk = await customer(turns, language="en")
    await talk.presses_old(forged)
    assert talk.notice
    assert "Choose a package" in talk.text


@pytest.mark.usefixtures("three")
async def test_an_audience_that_there_is_not_is_left_out(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.presses_old(ShowPackage("teeb", "aliens"))
    assert "✓ الكل" in talk.labels


@pytest.mark.usefixtures("three")
async def test_leafing_is_a_view_of_few_look_ups(turns: Turns, sqlite_database: Database) -> None:
    talk = await customer(turns)
    before = await steps_taken(sqlite_database)
    await talk.presses(word("package-teeb"))
    with statements(sqlite_database) as seen:
        await talk.presses(the_label("button-next"))
    assert len(seen) == 4
    assert await steps_taken(sqlite_database) == before
