"""The cash of an order, in Arabic: closed with 0, listed, corrected, handed over with 5 missing."""

from __future__ import annotations

from pathlib import Path

from bot.app.assembly import Storefront
from models.kernel.money import Money
from models.people.access import Role
from models.reports.consistency import discrepancies
from tests.bot.conftest import invitation
from tests.bot.opened import opened
from tests.bot.whole.talk import presses, says
from tests.bot.whole.test_from_nothing import moved_on_by_the_desk, placed
from tests.fake_botapi import FakeBotApi, Person
from tests.support.shelves import an_option
from tests.support.words import label, word


async def test_cash_is_heard_of_corrected_and_handed_over(api: FakeBotApi, tmp_path: Path) -> None:
    async with opened(api, f"sqlite:///{tmp_path}/shop.db") as shop:
        async with shop.database.write() as session:
            await an_option(session, stock=5, price=Money.dirhams(360))
        chief = await joins(api, shop, Role.manager, "مديرة المركز")
        desk = await joins(api, shop, Role.orders, "موظفة الطلبات")
        courier = await joins(api, shop, Role.courier, "المندوب")
        customer = api.person("أم خليفة")
        number, code = await orders(customer)
        await moved_on_by_the_desk(desk, customer, number)
        await closes_with_nothing(courier, number, code)
        await customer.sees("ولم يُسجَّل دفع أي مبلغ من أصل 375 د.إ")
        await the_chief_corrects_it(chief, number)
        await courier.sees(f"صُحّح نقد الطلب رقم {number}")
        told = await customer.sees(f"صُحّح المبلغ المدفوع لطلبكم رقم {number} (")
        assert told.contains("375 د.إ بدلاً من 0 د.إ")
        await hands_over_five_too_little(courier, desk)
        await the_chief_settles_it(chief)
        await api.quiet(settle=0.2)
        async with shop.database.read() as session:
            assert await discrepancies(session) == []
    api.assert_clean()


async def joins(api: FakeBotApi, shop: Storefront, role: Role, name: str) -> Person:
    """A colleague who opens the link to that role."""
    colleague = api.person(name)
    await colleague.starts(await invitation(shop, role))
    await colleague.sees("أهلاً وسهلاً بكم في فريق بازار إنتاج")
    return colleague


async def orders(customer: Person) -> tuple[str, str]:
    """Number and code of an order of 375 dirhams."""
    await customer.starts("p_1")
    await presses(customer, word("product-add"), "في السلة: 1")
    await says(customer, "/cart", label("cart-checkout"))
    await presses(customer, label("cart-checkout"), "اسم مستلم الطلب")
    await says(customer, "أم خليفة", "رقم هاتف المستلم")
    await customer.shares_contact()
    await customer.sees("إلى أي إمارة")
    await presses(customer, word("emirate-sharjah"), "المنطقة أو الضاحية")
    await customer.shares_place(25.3463, 55.4209)
    await customer.sees("ملاحظة للمندوب")
    await says(customer, "الباب الخلفي", "الإجمالي: 375 د.إ")
    return await placed(customer)


async def closes_with_nothing(courier: Person, number: str, code: str) -> None:
    """At the door 0 is asked about once more, and taken for a ready reason."""
    await says(courier, "/deliveries", word("deliveries-title"))
    await presses(courier, "خرج للتوصيل (1)", "الطلبات · خرج للتوصيل")
    await presses(courier, f"{number} ·", f"طلب {number} – خرج للتوصيل")
    await presses(courier, label("button-delivered"), "ما رمز التسليم")
    await says(courier, code, "المبلغ المطلوب 375 د.إ")
    await says(courier, "0", "المبلغ بعيد عن المطلوب")
    await presses(courier, "نعم، 0 د.إ فعلاً", "ما السبب؟")
    await presses(courier, word("reason-short"), f"تم تسليم الطلب {number}")


async def the_chief_corrects_it(chief: Person, number: str) -> None:
    """She hears at once, finds it on her desk and in the list, and books the true amount."""
    told = await chief.sees(f"فرق في نقد الطلب رقم {number}")
    assert told.contains("0 د.إ بدلاً من 375 د.إ")
    await says(chief, "/desk", "فرق نقد واحد لم يُسوَّ. الناقص: 375 د.إ")
    await presses(chief, "فروق النقد (1)", "فرق واحد ينتظر التسوية")
    await presses(chief, f"طلب {number}", word("difference-ask"))
    await presses(chief, word("button-correct-cash"), "المبلغ المطلوب 375 د.إ")
    await presses(chief, "المبلغ كاملاً: 375 د.إ", "ما سبب التصحيح؟")
    await says(chief, "كُتب 0 سهواً", "صُحّح المبلغ: 375 د.إ بدلاً من 0 د.إ")
    await says(chief, "/desk", "نقد في عهدة شخص واحد: 375 د.إ")


async def hands_over_five_too_little(courier: Person, desk: Person) -> None:
    """She names 370; nothing moves before the desk agrees."""
    await says(courier, "/desk", "النقد في عهدتكم: 375 د.إ")
    await presses(courier, word("button-my-day"), "سُلّم اليوم: طلب واحد")
    await presses(courier, label("button-hand-cash"), "المبلغ المتوقع: 375 د.إ")
    await says(courier, "370", "المعدود 370 د.إ والمتوقع 375 د.إ")
    await presses(courier, word("reason-lost"), word("handover-waits-for-desk"))
    asked = await desk.sees("مبلغ 370 د.إ")
    assert asked.contains("370 د.إ بدلاً من 375 د.إ. السبب: مبلغ مفقود")
    await presses(desk, "تأكيد: 370 د.إ", "سُلّم النقد: 370 د.إ", on=asked)
    await courier.sees("سُلّم النقد من عهدة")


async def the_chief_settles_it(chief: Person) -> None:
    """The 5 that are missing count for the courier."""
    await says(chief, "/desk", "فرق نقد واحد لم يُسوَّ. الناقص: 5 د.إ")
    await presses(chief, "فروق النقد (1)", "فرق واحد ينتظر التسوية. الناقص: 5 د.إ")
    await presses(chief, word("cash-of-handover"), word("difference-ask"))
    await presses(chief, word("button-settle-charged"), "هل يُحسب هذا الفرق")
    await presses(chief, word("button-settle-sure"), "حُسب على العهدة")
    await says(chief, "/desk", "نقد في عهدة شخص واحد: 5 د.إ")
