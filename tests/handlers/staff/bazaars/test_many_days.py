"""A bazaar of as many days as it may have: its card holds them, and says what is left."""

from __future__ import annotations

from handlers.dialog.actions.bazaars import AddBazaarDay, ManageBazaar
from handlers.dialog.turns import Turns
from models.people.access import Role
from tests.handlers.people import staff
from tests.support.clock import HandClock
from tests.support.words import word


async def test_a_bazaar_of_many_days_fits_its_card(turns: Turns, clock: HandClock) -> None:
    manager = await staff(turns, Role.manager, language="en")
    await manager.says("/bazaars")
    await manager.presses(word("button-add-bazaar", "en"))
    for _ in range(4):
        await manager.says("W" * 80)
    await manager.presses(word("button-skip", "en"))
    await manager.says("4/3", "10:00-22:00")
    for _ in range(13):
        await manager.presses(word("button-another-day", "en"))
        await manager.says(manager.labels[0])
        await manager.presses("10:00")
    assert not any("another" in label for label in manager.labels)
    await manager.presses(word("button-bazaar-done", "en"))
    assert "Tuesday 17 March" in manager.text
    assert "Add a day" not in manager.labels
    await manager.presses_old(AddBazaarDay(1))
    assert "14 days to come and holds no more" in manager.notice
    clock.advance(days=4)
    await manager.presses_old(ManageBazaar(1))
    await manager.presses(word("button-add-day", "en"))
    await manager.says("18/3")
    await manager.presses("10:00")
    assert "Wednesday 18 March" in manager.text, "what was added is on the card"
    assert "Remove Wednesday 18 March" in manager.labels
    assert "Wednesday 4 March" not in manager.text
    clock.advance(days=40)
    await manager.presses_old(ManageBazaar(1))
    assert "Wednesday 18 March" in manager.text, "what is over is not said to have no days"
