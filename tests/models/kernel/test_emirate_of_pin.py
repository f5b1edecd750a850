"""A pin that seems to lie in another emirate is asked about; one near a border is not."""

from __future__ import annotations

import pytest

from models.kernel.emirate_of_pin import TOWNS, seems_in
from models.kernel.emirates import in_emirates
from models.kernel.shop_terms import EMIRATES

PLACES = {
    "sharjah university": (25.286, 55.478, "sharjah"),
    "Burj Khalifa": (25.197, 55.274, "dubai"),
    "Sheikh Zayed mosque": (24.413, 54.475, "abu-dhabi"),
    "Al Ain oasis": (24.217, 55.767, "abu-dhabi"),
    "Ajman corniche": (25.411, 55.432, "ajman"),
    "Khor Fakkan beach": (25.356, 56.352, "sharjah"),
    "Fujairah fort": (25.137, 56.336, "fujairah"),
    "Jebel Jais road": (25.80, 55.98, "ras-al-khaimah"),
    "Umm Al Quwain fort": (25.587, 55.573, "umm-al-quwain"),
}


@pytest.mark.parametrize("name", PLACES)
def test_of_a_known_place_nobody_is_asked_who_chose_its_emirate(name: str) -> None:
    latitude, longitude, emirate = PLACES[name]
    assert seems_in(latitude, longitude, emirate) == ""


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("Burj Khalifa", "sharjah"),
        ("Sheikh Zayed mosque", "dubai"),
        ("Khor Fakkan beach", "dubai"),
        ("Fujairah fort", "ras-al-khaimah"),
        ("Ajman corniche", "umm-al-quwain"),
    ],
)
def test_of_a_pin_far_from_the_chosen_emirate_the_right_one_is_named(
    name: str, chosen: str
) -> None:
    latitude, longitude, emirate = PLACES[name]
    assert seems_in(latitude, longitude, chosen) == emirate


def test_in_the_empty_quarter_nothing_is_guessed() -> None:
    assert seems_in(22.9, 52.5, "dubai") == ""


def test_every_emirate_has_towns_and_each_lies_in_the_country() -> None:
    assert set(TOWNS) == set(EMIRATES)
    assert all(in_emirates(*town) for towns in TOWNS.values() for town in towns)
    for emirate, towns in TOWNS.items():
        assert all(seems_in(*town, emirate) == "" for town in towns)
