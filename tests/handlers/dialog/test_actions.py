"""Button data: it survives the way there and back, and what is forged is never an error."""

import json
import re
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog.actions import (
    MOST_BYTES,
    MOST_NUMBER,
    Action,
    cut_words,
    decode_action,
    encode_action,
)
from handlers.dialog.actions.asked import Leave
from handlers.dialog.actions.customer import (
    ChooseAudience,
    Neighbour,
    SearchFor,
    SendWords,
    SetQuantity,
    ShowBrand,
    ShowPackage,
    ShowProduct,
)
from handlers.dialog.links import decode_link
from handlers.dialog.parsing import as_typed
from handlers.ui.shelf import ShelfPlace, place_in_search

KINDS = get_args(Action)


def test_every_action_has_a_tag_of_its_own() -> None:
    tags = [kind.__struct_config__.tag for kind in KINDS]
    assert len(set(tags)) == len(tags)
    assert all(re.fullmatch(r"\S{1,2}", tag) for tag in tags)


@pytest.mark.parametrize(
    "action",
    [
        ShowPackage("atayeb", "everyone", 999),
        ChooseAudience("atayeb", "everyone", 999),
        ShowBrand(MOST_NUMBER - 1, 999),
        SetQuantity(MOST_NUMBER - 1, MOST_NUMBER - 1, True, "everyone", "", 999, 3),
        ShowProduct(MOST_NUMBER - 1, MOST_NUMBER - 1, "everyone", "", 999, 3),
        SetQuantity(MOST_NUMBER - 1, 50, True, *place_in_search("مدخن فخار و" * 9, 99), 3),
        ShowProduct(MOST_NUMBER - 1, MOST_NUMBER - 1, *place_in_search("م" * 11, 99), 3),
        SearchFor(cut_words("م" * 200), 10**6),
        SendWords("م" * 23, 10**8 - 1),
    ],
)
def test_the_longest_actions_fit(action: Action) -> None:
    data = encode_action(action)
    assert len(data.encode()) <= MOST_BYTES
    assert decode_action(data) == action


@given(st.text(max_size=300), st.integers(0, 10**6))
def test_any_words_that_were_typed_can_be_paged(words: str, page: int) -> None:
    action = SearchFor(cut_words(as_typed(words)), page)
    assert decode_action(encode_action(action)) == action


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("دخون عود", ShelfPlace("", "دخون عود", 3)),
        ("قهوة عربية بالهيل", ShelfPlace("", "قهوة عربية")),
        ("قهوة عربيات بالهيل", ShelfPlace("", "قهوة عربيات")),
        ("بالزعفرانوالهيلوالسكر", ShelfPlace("", "بالزعفرانوا")),
        ("", ShelfPlace("", "", 3)),
    ],
)
def test_the_way_back_to_results_loses_whole_words_alone(words: str, place: ShelfPlace) -> None:
    assert place_in_search(words, 3) == place


@given(st.text(max_size=80))
def test_any_text_decodes_to_an_action_or_nothing(data: str) -> None:
    assert decode_action(data) is None or data.lstrip().startswith("[")


@given(st.sampled_from(KINDS), st.lists(st.integers() | st.text(max_size=9) | st.booleans()))
def test_forged_fields_decode_to_an_action_that_fits_or_nothing(
    kind: type[Action], fields: list[int | str | bool]
) -> None:
    action = decode_action(json.dumps([kind.__struct_config__.tag, *fields], ensure_ascii=False))
    if action is not None:
        numbers = [v for v in msgspec.structs.astuple(action) if isinstance(v, int)]
        assert all(abs(number) < MOST_NUMBER for number in numbers)


@pytest.mark.parametrize("number", [MOST_NUMBER, -MOST_NUMBER, 10**30])
def test_a_number_that_no_column_holds_says_nothing(number: int) -> None:
    assert decode_action(f'["p",{number}]') is None


@pytest.mark.parametrize("data", ['["w",1,{}]', '["w-",1,{}]', '["sl",1,{},2]'])
def test_a_line_that_no_cart_holds_says_nothing(data: str) -> None:
    assert decode_action(data.format(2**31 - 1)) is not None
    assert decode_action(data.format(2**31)) is None
    assert decode_action(data.format(-1)) is None


@pytest.mark.parametrize("payload", ["p_1" + "0" * 15, "b_1" + "0" * 15, "p_" + "9" * 60])
def test_a_link_with_a_number_that_no_column_holds_leads_nowhere(payload: str) -> None:
    assert decode_link(payload) is None
    assert decode_link(payload[:6]) is not None


@pytest.mark.parametrize("data", ['["po","\\u0000","x"]', '["sf","\\ud800"]', '["i","a\\u0000"]'])
def test_a_text_that_no_database_takes_says_nothing(data: str) -> None:
    assert decode_action(data) is None


def test_old_buttons_stay_alive() -> None:
    assert decode_action('["p",7]') == ShowProduct(7)
    assert decode_action('["q",7,2]') == SetQuantity(7, 2)
    assert decode_action('["n",7,-1]') == Neighbour(7, -1)
    assert decode_action('["x"]') == Leave()
