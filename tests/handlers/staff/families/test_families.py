"""Families as staff see them: added, listed, invited."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.brands import InviteFamily, ListFamilies, ManageFamily
from handlers.dialog.links import encode_link
from handlers.dialog.turns import Turns
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.people import staff
from tests.handlers.talk import Talk
from tests.support.words import label, word
from tests.support.words import label as the_label


async def test_a_family_is_added_and_invited(turns: Turns) -> None:
    manager = await staff(turns, Role.manager)
    await manager.says("/families")
    assert "لم تُضَف أي أسرة بعد" in manager.text
    await manager.presses(word("button-add-family"))
    await manager.says("دار اللقيمات")
    await manager.presses(word("button-back"))
    assert "بالعربية" in manager.text
    await manager.says("بيت اللقيمات")
    await manager.says("Luqaimat House")
    assert the_label("families-added") in manager.text
    assert "بيت اللقيمات\nLuqaimat House" in manager.text
    await manager.presses(word("button-invite-family"))
    assert "لمن هذه الدعوة من أسرة بيت اللقيمات" in manager.text
    await manager.says("أم سالم")
    assert "أم سالم" in manager.text
    link = f"/start {encode_link(manager.shared().action)}"

    mother = Talk(turns, external_id="mother")
    await mother.says(link)
    assert "بعلامة بيت اللقيمات" in mother.text
    await mother.presses(label("button-family"))
    assert "المبيعات اليوم: لا شيء بعد" in mother.text
    await manager.presses(word("button-this-family"))
    assert "حسابات مرتبطة بهذه العلامة: 1" in manager.text
    await manager.presses(word("button-families"))
    assert word("families-how") in manager.text
    await manager.says("لقيمات")
    assert "حسابات مرتبطة بهذه العلامة: 1" in manager.text
    await manager.says("/addproduct")
    await manager.says("/families")
    assert "كتابة جزء منه" not in manager.text, "what is typed answers the question"


@pytest.mark.parametrize("typed", ["😀😀", "25,50", "", "ب" * 10_000, "12345"])
async def test_a_brand_needs_words(turns: Turns, typed: str) -> None:
    manager = await staff(turns, Role.manager)
    await manager.says("/families")
    await manager.presses(word("button-add-family"))
    await manager.says(typed)
    assert word("families-ask-ar") in manager.text
    await manager.says("/families")
    assert "لم تُضَف أي أسرة بعد" in manager.text


async def test_a_brand_that_is_there_is_refused_at_its_question(turns: Turns) -> None:
    await shelf.add_family(turns, ("دار الورد", "Dar Al Ward"))
    manager = await staff(turns, Role.manager)
    await manager.says("/families")
    await manager.presses(word("button-add-family"))
    await manager.says("دارُ الورد")
    assert "سبق تسجيل هذا الاسم لعلامة أخرى: دارُ الورد" in manager.text
    await manager.says("دار الياسمين")
    await manager.says("DAR AL WARD")
    assert "سبق تسجيل هذا الاسم لعلامة أخرى: DAR AL WARD" in manager.text
    await manager.says("Dar Al Yasmeen")
    assert "دار الياسمين" in manager.text


async def test_a_part_of_a_brands_name_finds_it(turns: Turns) -> None:
    await shelf.add_family(turns, ("دار الورد", "Dar Al Ward"))
    await shelf.add_family(turns, ("دار المسك", "Dar Al Misk"))
    manager = await staff(turns, Role.manager)
    await manager.says("/families")
    await manager.says("مسك")
    assert "دار المسك\nDar Al Misk" in manager.text
    await manager.says("ward")
    assert "دار الورد\nDar Al Ward" in manager.text
    await manager.says("دار")
    assert "نتائج البحث عن «دار»" in manager.text
    assert {"دار الورد", "دار المسك"} <= set(manager.labels)
    await manager.says("مطعم")
    assert "لا علامة بهذا الاسم: «مطعم»" in manager.text
    await manager.presses(word("button-families"))
    await manager.presses("دار المسك")
    assert "المنتجات: 0" in manager.text


async def test_many_families_are_leafed_through(turns: Turns) -> None:
    for at in range(20):
        await shelf.add_family(turns, (f"دار {at:02d} " + "ط" * 50, f"House {at:02d} " + "t" * 50))
    manager = await staff(turns, Role.manager, language="en")
    await manager.says("/families")
    assert "20 families." in manager.text
    await manager.presses(the_label("button-next", "en"))
    await manager.presses(the_label("button-next", "en"))
    assert manager.labels[0].startswith("House 16")
    assert not any(the_label("button-next", "en") in label for label in manager.labels)
    await manager.presses_old(ListFamilies(-5))
    assert manager.labels[0].startswith("House 00")


async def test_a_family_that_is_none(turns: Turns) -> None:
    manager = await staff(turns, Role.manager)
    for action in (ManageFamily(99), InviteFamily(99)):
        await manager.presses_old(action)
        assert word("refused-not-found") in manager.text
