"""What one act goes through stays readable in one sitting."""

from __future__ import annotations

import pytest

from tests.benchmarks.journey_files import Way, paths

MOST = {
    "a view": 42,
    "a search": 44,
    "adding to the cart": 48,
    "a checkout step": 59,
    "placing an order": 65,
}


@pytest.mark.slow
async def test_an_act_goes_through_few_files() -> None:
    found: dict[str, Way] = await paths()
    files = {name: len(way.files) for name, way in found.items()}
    assert {name: most for name, most in MOST.items() if files[name] > most} == {}, files
    # Each was seen to be answered: by its function, and on the screen.
    for way in found.values():
        assert way.before
        assert way.files["bot/channels/telegram/showing.py"]
