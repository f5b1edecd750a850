"""The checks of the words find each kind of fault, and none in the project's own."""

from pathlib import Path

import pytest

from locales.check import faults_in, own_faults

SIX = "[zero] صفر\n [one] واحد\n [two] اثنان\n [few] قليل\n [many] كثير\n *[other] غير"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A folder with one good message in both languages, and code that says it."""
    write(tmp_path, "ar", "greeting = أهلاً يا { $name }")
    write(tmp_path, "en", "greeting = Hello { $name }")
    (tmp_path / "code").mkdir()
    code(tmp_path, 'say("greeting", name="Mona")')
    return tmp_path


def write(folder: Path, language: str, text: str, file: str = "shop.ftl") -> None:
    (folder / language).mkdir(exist_ok=True)
    (folder / language / file).write_text(text + "\n", encoding="utf-8")


def code(folder: Path, text: str) -> None:
    (folder / "code" / "shop.py").write_text(text + "\n", encoding="utf-8")


def faults(folder: Path) -> list[str]:
    return faults_in(folder, [folder / "code"])


def test_good_words_have_no_fault(shop: Path) -> None:
    assert faults(shop) == []


def test_the_projects_own_words_have_no_fault() -> None:
    assert own_faults() == []


def test_a_syntax_error_that_fluent_would_skip_is_named(shop: Path) -> None:
    write(shop, "en", "greeting = Hello { $name }\nbroken { = what")
    assert faults(shop) == ["en/shop.ftl: not understood: broken { = what"]


def test_a_message_that_stands_twice_is_named(shop: Path) -> None:
    for language, text in (("ar", "greeting = { $name }"), ("en", "greeting = { $name }")):
        write(shop, language, text, "second.ftl")
    found = faults(shop)
    assert "ar/shop.ftl: greeting stands in ar/second.ftl already" in found
    assert "en/shop.ftl: greeting stands in en/second.ftl already" in found


def test_a_message_of_one_language_alone_is_named(shop: Path) -> None:
    write(shop, "ar", "greeting = أهلاً يا { $name }\nbye = وداعاً")
    code(shop, 'say("greeting", name="Mona"), say("bye")')
    assert faults(shop) == ["bye is missing in en"]


def test_other_variables_are_named(shop: Path) -> None:
    write(shop, "en", "greeting = Hello { $person }")
    assert faults(shop) == ["greeting: variables differ: name, person"]


def test_other_attributes_are_named(shop: Path) -> None:
    write(shop, "en", "greeting = Hello { $name }\n    .title = Hi")
    assert faults(shop) == ["greeting: attributes differ"]


def test_a_message_in_another_file_is_named(shop: Path) -> None:
    (shop / "en" / "shop.ftl").rename(shop / "en" / "other.ftl")
    assert faults(shop) == ["greeting stands in ar/shop.ftl and in en/other.ftl"]


def test_arabic_needs_all_six_plural_classes(shop: Path) -> None:
    write(shop, "ar", "greeting = { $name ->\n [one] واحد\n *[other] غير\n }")
    assert faults(shop) == ["ar/shop.ftl: greeting: plural classes few, many, two, zero"]


def test_six_arabic_and_two_english_classes_are_right(shop: Path) -> None:
    write(shop, "ar", f"greeting = {{ $name ->\n {SIX}\n }}")
    write(shop, "en", "greeting = { $name ->\n [0] none\n [one] one\n *[other] more\n }")
    assert faults(shop) == []


def test_an_english_selector_needs_one_and_other(shop: Path) -> None:
    write(shop, "en", "greeting = { $name ->\n *[other] more\n }")
    assert faults(shop) == ["en/shop.ftl: greeting: plural classes one"]


@pytest.mark.parametrize("text", ["<i>Hello</i>", "<b>Hello", "Hello</b>", "a < b", "a > b", "A&B"])
def test_markup_other_than_bold_is_named(shop: Path, text: str) -> None:
    write(shop, "en", f"greeting = {text} {{ $name }}")
    assert faults(shop) == ["en/shop.ftl: greeting: markup other than <b>…</b>"]


def test_bold_round_a_variable_is_right(shop: Path) -> None:
    write(shop, "en", "greeting = <b>Hello</b> and <b>{ $name }</b>")
    assert faults(shop) == []


def test_letters_of_pictures_are_named(shop: Path) -> None:
    write(shop, "ar", "greeting = \ufe8d { $name }")
    assert faults(shop) == ["ar/shop.ftl:1: presentation-form letters; logical text only"]


@pytest.mark.parametrize("text", ["\u202eHello", "\u2066Hello", "Hello\u2069"])
def test_an_open_direction_control_is_named(shop: Path, text: str) -> None:
    write(shop, "en", f"greeting = {text} {{ $name }}")
    (fault,) = faults(shop)
    assert fault.startswith("en/shop.ftl:1: an invisible direction control")


def test_closed_isolates_and_marks_are_right(shop: Path) -> None:
    write(shop, "ar", "greeting = \u200f5: \u2066050 123\u2069 { $name }")
    assert faults(shop) == []


def test_a_reference_to_nothing_is_named(shop: Path) -> None:
    for language in ("ar", "en"):
        write(shop, language, "greeting = { $name } { nothing }")
    assert faults(shop) == ["greeting refers to nothing, which is not there"]


def test_the_variables_of_what_is_referred_to_are_asked_for(shop: Path) -> None:
    for language in ("ar", "en"):
        write(shop, language, "greeting = { $name }\nlonger = { greeting } { $more }")
    code(shop, 'say("longer", name="Mona", more="")')
    assert faults(shop) == []


def test_a_message_that_is_said_and_not_there_is_named(shop: Path) -> None:
    code(shop, 'say("greeting", name="")\nsay("bye" if late else "greeting", name="")')
    assert faults(shop) == ["code/shop.py:2: no message bye"]


def test_arguments_that_a_message_does_not_take_are_named(shop: Path) -> None:
    code(shop, 'say("greeting", naem="Mona")')
    assert faults(shop) == ["code/shop.py:1: greeting: arguments differ: naem, name"]


def test_of_two_messages_each_gets_what_it_takes(shop: Path) -> None:
    for language in ("ar", "en"):
        write(shop, language, "greeting = { $name }\nbye = { $place } { $name }")
    code(shop, 'say("greeting" if early else "bye", name="", place="")')
    assert faults(shop) == []
    code(shop, 'say("greeting" if early else "bye", name="", city="")')
    assert faults(shop) == ["code/shop.py:1: bye: arguments differ: place"]


def test_an_id_that_is_put_together_is_matched_by_its_shape(shop: Path) -> None:
    for language in ("ar", "en"):
        write(shop, language, "day-one = 1\nday-two = 2\nnight = 3")
    code(shop, 'DAYS = ("one", "two")\nsay(f"day-{number}")\nsay(f"week-{number}")')
    assert faults(shop) == ["code/shop.py:3: no message week-…", "ar/shop.ftl: nobody says night"]


def test_a_member_of_a_family_that_nothing_can_name_is_said_by_nobody(shop: Path) -> None:
    for language in ("ar", "en"):
        write(shop, language, "state-packed = 1\nstate-on-hold = 2\nstate-lost = 3")
    code(shop, 'STATES = ("packed", "on_hold")\nsay(f"state-{state}")')
    assert faults(shop) == ["ar/shop.ftl: nobody says state-lost"]
    code(shop, 'STATES = ("packed", "on_hold", "lost")\nsay(f"state-{state}")')
    assert faults(shop) == []


def test_names_may_stand_in_folders_that_say_nothing(shop: Path) -> None:
    for language in ("ar", "en"):
        write(shop, language, "state-packed = 1")
    code(shop, 'say(f"state-{state}")')
    assert faults(shop) == ["ar/shop.ftl: nobody says state-packed"]
    (shop / "named").mkdir()
    (shop / "named" / "states.py").write_text('PACKED = "packed"\n', encoding="utf-8")
    assert faults_in(shop, [shop / "code"], [shop / "named"]) == []


def test_a_family_without_a_name_of_its_own_says_nothing(shop: Path) -> None:
    """Else every id that ends in ar or en would be said by it."""
    for language in ("ar", "en"):
        write(shop, language, "ask-name-ar = 1\nold-name-ar = 2")
    code(shop, 'say(f"{asks}-{language}")\nPARTS = ("name", "ask-name", "old-name", "ar")')
    assert faults(shop) == [
        "ar/shop.ftl: nobody says ask-name-ar",
        "ar/shop.ftl: nobody says old-name-ar",
    ]
    code(shop, 'say(f"ask-{part}-{language}")\nPARTS = ("name", "ar")')
    assert faults(shop) == ["ar/shop.ftl: nobody says old-name-ar"]


def test_a_message_whose_id_is_kept_in_a_table_is_said(shop: Path) -> None:
    code(shop, 'TABLE = {1: "greeting"}')
    assert faults(shop) == []


def test_what_stored_replies_hold_stays_although_nobody_says_it(shop: Path) -> None:
    write(shop, "ar", "greeting = { $name }\nsums = المجموع")
    write(shop, "en", "greeting = { $name }\nsums = Total")
    assert faults(shop) == ["ar/shop.ftl: nobody says sums"]
    assert faults_in(shop, [shop / "code"], stored=["sums"]) == []


def test_what_stored_replies_hold_is_named_when_it_is_gone_or_said_again(shop: Path) -> None:
    assert faults_in(shop, [shop / "code"], stored=["greeting", "sums"]) == [
        "ar/shop.ftl: greeting is said, not only stored",
        "no message sums, which stored replies hold",
    ]
