"""What one act goes through stays readable in one sitting."""

from __future__ import annotations

import pytest

from tests.benchmarks.journey_files import Way, paths

MOST = {
    "a view": 38,
    "a search": 47,
    "adding to the cart": 47,
    "a checkout step": 57,
    "placing an order": 67,
}
MOST_BEFORE = {
    "a view": 19,
    "a search": 23,
    "adding to the cart": 21,
    "a checkout step": 20,
    "placing an order": 22,
}
"""Of these, so many stand before the function that answers."""


@pytest.mark.slow
async def test_an_act_goes_through_few_files() -> None:
    found: dict[str, Way] = await paths()
    files = {name: len(way.files) for name, way in found.items()}
    assert {name: most for name, most in MOST.items() if files[name] > most} == {}, files
    before = {name: len(way.before) for name, way in found.items()}
    assert {name: most for name, most in MOST_BEFORE.items() if before[name] > most} == {}, before
    # Each was seen to be answered: by its function, and on the screen.
    for way in found.values():
        assert way.before
        assert way.files["bot/channels/telegram/showing.py"]
