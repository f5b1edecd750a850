"""Settings, help and privacy, in both languages, with and without the centre's contact."""

import msgspec
import pytest

from bot.ground.settings import MOST_CONTACT
from handlers.dialog.actions.customer import SetLanguage
from handlers.dialog.speech import LinkChoice
from handlers.dialog.turns import Turns
from models.people.access import Role
from models.people.people import Language
from tests.handlers.people import customer, family_member, let_in, staff
from tests.handlers.shelf import add_family, add_product
from tests.support.words import label, word


@pytest.mark.parametrize(
    ("said", "ar", "en"),
    [
        ("/help", word("help-subtitle"), "How to order"),
        ("/privacy", word("privacy-subtitle"), "What we keep, and why"),
        ("/settings", word("settings-reminders-off"), "Bazaar reminders: off"),
        ("/language", word("languages-text"), "Which language shall we speak?"),
    ],
)
async def test_each_says_its_own_in_both_languages(
    turns: Turns, said: str, ar: str, en: str
) -> None:
    mona, john = await customer(turns, "mona", "ar"), await customer(turns, "john", "en")
    await mona.says(said)
    await john.says(said)
    assert ar in mona.text
    assert en in john.text
    assert word("button-home") in mona.labels


@pytest.mark.parametrize("said", ["/help", "/privacy"])
async def test_the_centres_contact_shows_where_the_settings_name_it(
    turns: Turns, said: str
) -> None:
    talk = await customer(turns, language="en")
    await talk.says(said)
    assert "phone:" not in talk.text
    assert not any(isinstance(choice, LinkChoice) for choice in talk.choices)
    turns.terms = msgspec.structs.replace(
        turns.terms,
        contact_phone="+971 6 500 0000",
        contact_email="shop@example.ae",
        instagram_url="https://instagram.com/example",
    )
    await talk.says(said)
    assert "The centre's phone: +971 6 500 0000" in talk.text
    assert "E-mail: shop@example.ae" in talk.text
    assert [c.url for c in talk.choices if isinstance(c, LinkChoice)] == [
        "https://instagram.com/example"
    ]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("email", ["info@entaj-bazaar.sharjah.ae", "e" * MOST_CONTACT])
async def test_the_longest_contact_fits_and_help_names_all_of_it(
    turns: Turns, language: Language, email: str
) -> None:
    phone = "+971 6 512 3456" if len(email) < MOST_CONTACT else "7" * MOST_CONTACT
    turns.terms = msgspec.structs.replace(turns.terms, contact_phone=phone, contact_email=email)
    family = await add_family(turns)
    talk = await staff(turns, *Role, external_id="all", language=language)
    await let_in(talk, family_id=family)
    await talk.says("/help")
    assert phone in talk.text
    assert email in talk.text
    # What it looks like on the screen is held against the platform's limits with every answer.
    await talk.says("/privacy")
    assert label("button-help", language) in " ".join(talk.labels)


async def test_privacy_names_the_law_and_the_way_to_erasure(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.says("/privacy")
    assert "رقم 45 لسنة 2021" in talk.text
    assert "ومحوها" in talk.text


@pytest.mark.parametrize(
    ("first", "press", "then", "marked"),
    [("ar", "English", "en", "✓ العربية"), ("en", label("button-speak-ar"), "ar", "✓ English")],
)
async def test_the_language_is_changed_in_place(
    turns: Turns, first: Language, press: str, then: Language, marked: str
) -> None:
    talk = await customer(turns, language=first)
    await talk.says("/language")
    assert marked in talk.labels
    shown = len(talk.screen)
    await talk.presses(press)
    assert talk.language == then
    assert len(talk.screen) == shown
    await talk.says("/start")
    assert talk.language == then, "it is remembered"


async def test_the_same_language_again_changes_nothing(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.presses_old(SetLanguage("ar"))
    assert talk.language == "ar"
    assert talk.notice == word("language-set")


async def test_a_question_that_waits_is_asked_again_in_the_new_language(turns: Turns) -> None:
    await add_product(turns, "دخون")
    talk = await customer(turns)
    await talk.presses(word("package-teeb"))
    await talk.presses("1 · ")
    await talk.presses(word("product-add"))
    await talk.presses("السلة (1)")
    await talk.presses(label("cart-checkout"))
    question = talk.cards[-1].text
    await talk.says("/language")
    assert len(talk.cards) == 2
    assert talk.cards[-1].text == question
    await talk.presses("English")
    assert talk.cards[-1].text == question
    assert word("button-cancel", "en") in talk.labels
    await talk.says("/cancel")
    assert word("button-home", "en") in talk.labels


async def test_help_begins_with_what_staff_and_families_do(turns: Turns) -> None:
    mona = await customer(turns)
    mother = await family_member(turns, await add_family(turns))
    boss = await staff(turns, Role.manager)
    for talk in (mona, mother, boss):
        await talk.says("/help")
        assert word("help-subtitle") in talk.text
        assert ("/family" in talk.text) == (talk is mother)
        assert ("/desk" in talk.text) == (talk is boss)
