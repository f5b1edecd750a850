"""A label runs in its language's direction although its figures and names are isolated."""

from datetime import UTC, date, datetime

import pytest

from handlers.dialog.rendering import FSI, LRM, PDI, RLM, label_words, plain
from handlers.dialog.speech import Arg, Day, Exact, Name, Phrase, TimeOfDay, say
from locales.languages import LANGUAGES
from models.people.people import Language
from tests.handlers.fitness import check_direction
from tests.support.words import messages, needs

AT = datetime(2026, 12, 1, 12, tzinfo=UTC)
WINDOW = say("window-choice", day=Day(date(2026, 12, 1)), starts=TimeOfDay(AT), ends=TimeOfDay(AT))


def with_arguments(phrase_id: str, given: Arg, lang: Language) -> Phrase:
    """The message with that put in for each of its variables, and 3 for each of its counts."""
    variables, counts = needs(phrase_id, lang)
    return Phrase(phrase_id, {name: 3 if name in counts else given for name in variables})


@pytest.mark.parametrize("given", [Exact("16:00"), Name("كيكة", "Cake"), "250 غرام", "250 g"])
def test_every_message_makes_a_label_of_its_languages_direction(given: Arg) -> None:
    for lang in LANGUAGES:
        for phrase_id in messages(lang):
            check_direction(with_arguments(phrase_id, given, lang))


def test_a_window_is_led_in_both_languages() -> None:
    assert label_words(WINDOW, "ar") == RLM + plain(WINDOW, "ar")
    assert label_words(WINDOW, "en") == LRM + plain(WINDOW, "en")


def test_a_label_with_letters_of_its_own_is_left_as_it_is() -> None:
    for phrase in (say("button-cart-count", count=2), say("product-less"), say("button-back")):
        for lang in LANGUAGES:
            shown = label_words(phrase, lang)
            assert shown.lstrip(RLM + LRM) == plain(phrase, lang)
    assert label_words(say("button-back"), "ar") == "رجوع"


def test_the_dots_of_an_orders_way_stand_in_the_lines_direction() -> None:
    # One isolate of dots alone would run from left to right in an Arabic line too.
    phrase = say("order-progress", state=say("state-packed"), done="●●", left="○○")
    for lang in LANGUAGES:
        assert plain(phrase, lang).endswith(f"{FSI}●●{PDI}{FSI}○○{PDI}")
