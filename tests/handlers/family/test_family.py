"""What a family learns of her sales, and that nobody else does."""

from __future__ import annotations

from handlers.dialog.actions.family import ShowFamilyHome, ShowFamilyProducts, ShowFamilySales
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.orders.handover import confirm_delivery
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.people import customer, family_member, let_in, staff
from tests.handlers.staff.ordering import an_order, code_of, order_named
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.words import label, word
from tests.support.words import label as the_label


async def test_sales_and_what_is_due(turns: Turns, clock: HandClock) -> None:
    family_id = await shelf.add_family(turns)
    mother = await family_member(turns, family_id)
    await mother.says("/family")
    assert "المبيعات اليوم: لا شيء بعد" in mother.text
    number = await an_order(turns, state="out")
    await mother.says("/family")
    assert "المبيعات اليوم: 4 قطع، 200 د.إ" in mother.text
    assert "المستحق الآن: 0 د.إ" in mother.text
    assert "طلبات لم تُسلَّم بعد: 200 د.إ" in mother.text
    assert mother.text.index("المستحق الآن") < mother.text.index("المبيعات اليوم")
    order = await order_named(turns, number)
    async with turns.database.write() as session:
        wrong = await confirm_delivery(
            acting(session, now=clock()),
            order.id,
            await code_of(turns, number),
            Money.dirhams(215),
            "",
        )
    assert wrong is None
    clock.advance(days=1)
    await mother.says("/family")
    assert "المبيعات اليوم: لا شيء بعد" in mother.text
    assert "منذ البداية: 4 قطع، 200 د.إ" in mother.text
    assert "المستحق الآن: 200 د.إ" in mother.text
    assert "طلبات لم تُسلَّم بعد: 0 د.إ" in mother.text


async def test_sales_name_the_order_and_never_the_customer(turns: Turns) -> None:
    mother = await family_member(turns, await shelf.add_family(turns))
    await mother.says("/sales")
    assert word("family-no-sales") in mother.text
    number = await an_order(turns, lines=7)
    await mother.says("/sales")
    assert "بخور 6 × 2: 100 د.إ" in mother.text
    assert f"طلب {number}، جديد" in mother.text
    shown = mother.text
    await mother.presses(the_label("button-next"))
    shown += mother.text
    assert "بخور 0 × 2" in mother.text
    for secret in ("منى", "+9715", "الرحمانية", "فيلا", "الوصول"):
        assert secret not in shown
    await mother.presses(label("button-family"))
    assert "المستحق الآن" in mother.text


async def test_products_with_what_is_left(turns: Turns) -> None:
    mother = await family_member(turns, await shelf.add_family(turns))
    await mother.says("/products")
    assert "لا منتجات بعد" in mother.text
    await shelf.add_product(turns, "عطر", price=80, on_hand=2)
    await shelf.add_product(turns, "بخور", on_hand=0)
    await shelf.add_product(turns, "كيك", made_to_order=True, lead_days=2)
    await shelf.hide(turns, await shelf.add_product(turns, "شمعة"))
    await shelf.add_product(
        turns, "دهن", options=[("صغير", "Small", 20, 5), ("كبير", "Large", 40, 2)]
    )
    await shelf.add_product(turns, "سوار", brand=("دار أخرى", "Another"))
    await mother.says("/products")
    assert "عطر: 80 د.إ، بقيت قطعتان" in mother.text
    assert "بخور: 35 د.إ، نفدت الكمية" in mother.text
    assert "كيك: 35 د.إ، حسب الطلب" in mother.text
    assert "شمعة: 35 د.إ، البيع متوقف" in mother.text
    assert "دهن – صغير: 20 د.إ، بقيت 5 قطع" in mother.text
    assert "دهن – كبير: 40 د.إ، بقيت قطعتان" in mother.text
    assert "سوار" not in mother.text


async def test_whoever_answers_for_several_brands_chooses(turns: Turns) -> None:
    first = await shelf.add_family(turns)
    second = await shelf.add_family(turns, ("دار المسك", "Dar Al Misk"))
    mother = await family_member(turns, first)
    await let_in(mother, family_id=second)
    for command, shown in (
        ("/family", "المستحق الآن"),
        ("/sales", "مبيعات دار المسك"),
        ("/products", "منتجات دار المسك"),
    ):
        await mother.says(command)
        assert word("family-which") in mother.text
        await mother.presses("دار المسك")
        assert shown in mother.text
        assert "دار المسك" in mother.text
        assert word("button-other-brand") in mother.labels


async def test_many_brands_are_leafed_through(turns: Turns) -> None:
    mother = await customer(turns, "mother")
    for at in range(41):
        family_id = await shelf.add_family(turns, (f"دار {at:02d}", f"House {at:02d}"))
        await let_in(mother, family_id=family_id)
    for command, shown in (
        ("/family", "المستحق الآن"),
        ("/sales", "مبيعات دار 40"),
        ("/products", "منتجات دار 40"),
    ):
        await mother.says(command)
        assert sum("دار" in label for label in mother.labels) == 20
        await mother.presses(the_label("button-next"))
        await mother.presses(the_label("button-next"))
        assert not any(the_label("button-next") in label for label in mother.labels)
        await mother.presses("دار 40")
        assert shown in mother.text


async def test_a_brand_of_others_is_refused(turns: Turns) -> None:
    own = await shelf.add_family(turns)
    other = await shelf.add_family(turns, ("دار المسك", "Dar Al Misk"))
    mother = await family_member(turns, own)
    manager = await staff(turns, Role.manager)
    mona = await customer(turns)
    for talk in (mother, manager, mona):
        for action in (ShowFamilyHome(other), ShowFamilyProducts(other), ShowFamilySales(other)):
            await talk.presses_old(action)
            assert word("refused-not-allowed") in talk.text
            assert "المسك" not in talk.text


async def test_the_longest_sales_fit(turns: Turns) -> None:
    mother = await family_member(turns, await shelf.add_family(turns))
    await an_order(turns, lines=9, long=True)
    for command in ("/sales", "/products", "/family"):
        await mother.says(command)
        assert mother.labels


async def test_in_english(turns: Turns) -> None:
    family_id = await shelf.add_family(turns)
    await an_order(turns)
    mother = await family_member(turns, family_id, language="en")
    await mother.says("/family")
    assert "Sold today: 4 pieces, AED 200" in mother.text
    await mother.presses("Products (2)")
    assert "Bakhoor 0: AED 50, 7 left" in mother.text
