"""The picking list: by family for a window, what is ready, wishes; in pages, as plain text."""

from __future__ import annotations

import re
from datetime import date

import pytest

from handlers.dialog.actions.customer import SetQuantity
from handlers.dialog.actions.deliveries import ListDeliveries, ShowPicking
from handlers.dialog.actions.family import ShowFamilyMaking
from handlers.dialog.turns import Turns
from models.orders.fulfilment import advance
from models.orders.states import OrderState
from models.orders.tables import Order
from models.orders.wishes import set_wish
from models.people.access import Role
from models.products.publishing import set_wishes
from tests.handlers import shelf
from tests.handlers.customer.buying import buy, with_cart
from tests.handlers.people import customer, family_member, staff
from tests.handlers.staff.ordering import a_long_order
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.orders import WIDE
from tests.support.words import word

CAKES = ("بيت الكيك", "Cake House")
SYRUPS = ("بيت التمر", "Bayt Al Tamr")
WISH = "كتابة مريم عليها"


async def order_cake(turns: Turns, who: str, cake: int, syrup: int) -> Order:
    """Two cakes with a wish and a syrup, ordered."""
    mona = await with_cart(turns, cake, 2, external_id=who)
    async with turns.database.write() as session:
        await set_wish(acting(session, await mona.person_id()), cake, 0, WISH)
    await mona.presses_old(SetQuantity(syrup, 1))
    return await buy(mona)


@pytest.fixture
async def desk(turns: Turns) -> tuple[Talk, Order]:
    """Somebody of the desk; two orders of one window, the second of which is given."""
    cake = await shelf.add_product(
        turns, "كيك", "Cake", made_to_order=True, lead_days=3, brand=CAKES
    )
    syrup = await shelf.only_option(turns, await shelf.add_product(turns, "دبس", brand=SYRUPS))
    async with turns.database.write() as session:
        await set_wishes(acting(session, now=turns.clock()), cake, 60)
    option = await shelf.only_option(turns, cake)
    await order_cake(turns, "mona", option, syrup)
    order = await order_cake(turns, "sara", option, syrup)
    return await staff(turns, Role.orders), order


async def test_it_lists_a_window_by_family(desk: tuple[Talk, Order]) -> None:
    talk, order = desk
    await talk.presses_old(ListDeliveries())
    await talk.presses(word("button-picking"))
    assert "(2)" in talk.labels[0]
    await talk.presses(talk.labels[0])
    assert talk.cards[0].picture is None
    for words in (
        "الخميس 5 مارس",
        "بيت الكيك",
        "🗓 التسليم إلى مركز إنتاج قبل الأربعاء 4 مارس، 6:00 مساءً",
        "⏳ كيك × 4 – من صنع الأسرة",
        f"✍️ {WISH}",
        "⚪ دبس × 2 – من المخزون",
        order.number,
    ):
        assert words in talk.text
    assert order.name not in talk.text


async def test_what_is_packed_is_told_apart(desk: tuple[Talk, Order]) -> None:
    talk, order = desk
    async with talk.turns.database.write() as session:
        for state in (OrderState.accepted, OrderState.packed):
            await advance(acting(session, now=talk.turns.clock()), order.id, state)
    await talk.presses_old(ShowPicking("260305", "10:00"))
    assert "⏳ كيك × 2" in talk.text
    assert "✅ كيك × 2" in talk.text
    assert talk.text.index("⏳ كيك") < talk.text.index("✅ كيك")


async def test_a_long_list_is_paged(turns: Turns) -> None:
    turns.terms = WIDE
    mona = await customer(turns, "mona")
    for at in range(14):
        name = f"{'اسم طويل جداً ' * 5}{at}"
        product = await shelf.add_product(turns, name, brand=(f"أسرة {at:02}", f"Family {at}"))
        await mona.presses_old(SetQuantity(await shelf.only_option(turns, product), 1))
    await mona.says("/cart")
    await buy(mona)
    talk = await staff(turns, Role.manager)
    await talk.presses_old(ShowPicking("260303", "10:00"))
    assert "أسرة 00" in talk.text
    assert "أسرة 13" not in talk.text
    await talk.presses(word("button-next"))
    assert "أسرة 13" in talk.text


@pytest.mark.parametrize("asked", [ShowPicking("990101", "10:00"), ShowPicking()])
async def test_where_nothing_waits_it_says_so(turns: Turns, asked: ShowPicking) -> None:
    talk = await staff(turns, Role.manager)
    await talk.presses_old(asked)
    assert word("picking-none") in talk.text


async def test_a_forged_day_and_others_find_nothing(turns: Turns) -> None:
    talk = await staff(turns, Role.manager)
    await talk.presses_old(ShowPicking("once", "10:00"))
    assert word("refused-not-found") in talk.text
    courier = await staff(turns, Role.courier)
    await courier.presses_old(ShowPicking())
    assert word("refused-not-allowed") in courier.text


async def test_a_family_sees_what_she_is_to_make(desk: tuple[Talk, Order]) -> None:
    talk, order = desk
    mother = await family_member(talk.turns, 1, external_id="mother", language="en")
    await mother.says("/family")
    await mother.presses("⏳ To be made")
    assert mother.text.count(WISH) == 2
    assert mother.text.count("to the Entaj centre before Wednesday 4 March, 6:00 pm") == 1
    assert order.number in mother.text
    assert order.name not in mother.text
    assert order.day == date(2026, 3, 5)
    async with talk.turns.database.write() as session:
        for state in (OrderState.accepted, OrderState.packed):
            await advance(acting(session, now=talk.turns.clock()), order.id, state)
    await mother.presses_old(ShowFamilyMaking())
    assert mother.text.count(WISH) == 1


async def test_long_words_of_many_families_go_on_the_next_page(turns: Turns) -> None:
    await a_long_order(turns, 12, 12)
    talk = await staff(turns, Role.orders)
    await talk.presses_old(ShowPicking(page=1))  # emptied meanwhile: it is the first
    assert word("picking-none") not in talk.text
    await talk.presses_old(talk.offered(ShowPicking)[0])
    seen = re.findall(r"(\d+) و{10}", talk.text)
    while word("button-next") in " ".join(talk.labels):
        await talk.presses(word("button-next"))
        seen += re.findall(r"(\d+) و{10}", talk.text)
    assert sorted(map(int, seen)) == list(range(12))
