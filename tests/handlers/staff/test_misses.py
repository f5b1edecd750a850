"""What customers find nothing for is counted, and managers read it."""

from __future__ import annotations

from handlers.dialog.actions.audit import ShowMisses
from handlers.dialog.turns import Turns
from models.people.access import Role
from models.products.search.misses import missed_words
from tests.handlers.people import customer, staff
from tests.handlers.staff.ordering import HOME, an_order
from tests.handlers.told import announced
from tests.support.words import word


async def test_managers_read_what_was_searched_and_not_found(turns: Turns) -> None:
    manager = await staff(turns, Role.manager, language="ar")
    await manager.says("/desk")
    await manager.presses(word("button-misses"))
    assert "لا شيء حتى الآن" in manager.text
    buyer = await customer(turns, language="ar")
    for words in ("طائرة ورقية", "الطائرة الورقية", "kayak", "0501234567", "mona@example.com"):
        await buyer.says(words)
    await manager.says("غواصة")  # staff look for other things
    await turns.count_unfound()
    await manager.says("/misses")
    assert "طايره ورقيه: مرتان" in manager.text
    assert "kayak: مرة واحدة" in manager.text
    shown = manager.text
    await manager.says("misses")  # the command's name by itself
    assert manager.text == shown
    for unkept in ("050", "mona", "غواصه"):
        assert unkept not in manager.text


async def test_customers_do_not_read_it(turns: Turns) -> None:
    buyer = await customer(turns, language="ar")
    await buyer.presses_old(ShowMisses())
    assert word("misses-title") not in buyer.text
    assert "لا شيء حتى الآن" not in buyer.text


async def test_the_name_of_who_has_ordered_is_not_counted(turns: Turns) -> None:
    await an_order(turns)
    await announced(turns)
    buyer = await customer(turns, language="ar")
    await buyer.says(HOME.name, "kayak", f"{HOME.name} kayak")
    await turns.count_unfound()
    async with turns.database.read() as session:
        counted = await missed_words(session, 0, 9)
    assert {each.words for each in counted.items} == {"kayak"}
