"""The menu: a warm welcome, the packages with their counts, and the right doors."""

import pytest

from handlers.dialog.actions.customer import SetLanguage, ShowPackage
from handlers.dialog.speech import Trouble
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.people.access import Role
from models.people.people import Language
from tests.handlers.counting import statements, steps_taken
from tests.handlers.people import customer, family_member, staff
from tests.handlers.shelf import add_family, add_product
from tests.handlers.talk import Talk
from tests.support.words import label, word
from tests.support.words import label as the_label


@pytest.mark.parametrize(
    ("language", "welcome", "later"),
    [("ar", "أهلاً وسهلاً", "يُرجى اختيار باقة"), ("en", "Welcome", "Choose a package")],
)
async def test_the_first_contact_is_a_welcome(
    turns: Turns, language: Language, welcome: str, later: str
) -> None:
    talk = Talk(turns, language=language)
    await talk.says("/start")
    assert welcome in talk.text
    await talk.says("/start")
    assert welcome not in talk.text
    assert later in talk.text


async def test_the_packages_stand_in_the_owners_order(turns: Turns) -> None:
    talk = await customer(turns)
    packages = [action.package for action in talk.offered(ShowPackage)]
    assert packages == ["atayeb", "teeb", "anaqa", "mahra", "ebdaa"]


async def test_each_package_says_how_many_products_it_offers_now(turns: Turns) -> None:
    await add_product(turns, "دخون", package="teeb", on_hand=3)
    await add_product(turns, "بخور", package="teeb", on_hand=1)
    await add_product(turns, "مخلل", package="atayeb", on_hand=0)
    talk = await customer(turns)
    assert talk.labels[:5] == [
        "🍯 أطايب: مأكولات وحلويات (0)",
        "🌸 طِيب: عطور وبخور (2)",
        "👗 أناقة: أزياء ومستلزمات البيت (0)",
        "🏺 مهرة: تراث وأكلات شعبية (0)",
        "🎨 إبداع: أعمال يدوية (0)",
    ]


@pytest.mark.parametrize("said", ["/shop", "/start", "/START", "/cancel", "/nothing", "/start ???"])
async def test_these_lead_to_the_menu(turns: Turns, said: str) -> None:
    talk = await customer(turns, language="en")
    await talk.says(said)
    assert "Choose a package" in talk.text
    assert word("button-cart", "en") in talk.labels


async def test_an_unknown_command_is_answered_with_the_menu(turns: Turns) -> None:
    talk = await customer(turns, language="en")
    await talk.says("/nothing")
    assert talk.text.startswith("We don't know that command")


async def test_staff_and_families_get_their_doors(turns: Turns) -> None:
    family_id = await add_family(turns)
    doors = {}
    for name, talk in {
        "customer": await customer(turns, language="en"),
        "courier": await staff(turns, Role.courier, language="en"),
        "family": await family_member(turns, family_id, language="en"),
    }.items():
        await talk.says("/start")
        first = talk.labels[0]
        doors[name] = [label for label in talk.labels if label in ("Desk", "🧺 My family's sales")]
        assert doors[name] in ([], [first])
    assert doors["customer"] == []
    assert len(doors["courier"]) == 1
    assert doors["family"] == ["🧺 My family's sales"]


async def test_the_other_language_is_one_press_away(turns: Turns) -> None:
    talk = await customer(turns, language="ar")
    await talk.presses("English")
    assert talk.language == "en"
    assert talk.notice == word("language-set", "en")
    assert word("button-cart", "en") in talk.labels
    await talk.presses(label("button-speak-ar"))
    assert talk.language == "ar"
    assert len(talk.screen) == 1


async def test_the_menu_is_a_view_of_two_look_ups(turns: Turns, sqlite_database: Database) -> None:
    talk = await customer(turns)
    before = await steps_taken(sqlite_database)
    with statements(sqlite_database) as seen:
        await talk.says("/start")
    assert len(seen) == 2
    assert await steps_taken(sqlite_database) == before


@pytest.mark.parametrize("trouble", list(Trouble))
async def test_what_cannot_be_taken_is_said_with_the_menu(turns: Turns, trouble: Trouble) -> None:
    talk = await customer(turns)
    await talk.sends_other(trouble)
    assert "يُرجى" in talk.text
    assert word("button-cart") in talk.labels


async def test_a_button_that_says_nothing_shows_the_menu(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.presses_old(None)
    assert talk.notice == word("button-is-old")
    assert word("button-cart") in talk.labels


@pytest.mark.parametrize("language", ["fr", "", "AR"])
async def test_a_language_that_is_not_spoken_changes_nothing(turns: Turns, language: str) -> None:
    talk = await customer(turns)
    await talk.presses_old(SetLanguage(language))
    assert talk.language == "ar"
    assert talk.notice


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("ar", the_label("button-cart"), word("refused-cart-empty")),
        ("ar", "طلباتى", "لا توجد طلبات بعد."),
        ("ar", word("button-orders"), "لا توجد طلبات بعد."),
        ("ar", "السله", word("refused-cart-empty")),
        ("ar", the_label("button-help"), word("help-subtitle")),
        ("ar", the_label("button-home"), "يُرجى اختيار باقة"),
        ("ar", word("button-back"), word("nothing-to-cancel")),
        ("en", "my orders", "There are no orders yet."),
        ("en", "Bazaar", "No bazaar is announced"),
        ("en", "Cancel", "There is nothing to cancel."),
    ],
)
async def test_a_way_of_the_menu_can_be_typed(
    turns: Turns, language: Language, typed: str, said: str
) -> None:
    talk = await customer(turns, language=language)
    await talk.says(typed)
    assert said in talk.text


async def test_after_search_the_name_of_a_way_is_searched_for(turns: Turns) -> None:
    await add_product(turns, "سلة خوص", package="mahra")
    talk = await customer(turns)
    await talk.says("/search السلة")
    assert "سلة خوص" in " ".join(talk.labels)
