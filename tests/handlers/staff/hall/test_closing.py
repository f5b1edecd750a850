"""The closing of a till and the money of a day, as pictures that carry their own words."""

from __future__ import annotations

from handlers.dialog.actions.hall import ListTills, ShowClosing, ShowDayMoney
from handlers.dialog.pictures import CashSheet
from handlers.dialog.turns import Turns
from models.accounting.cash_handovers import Amounts, confirm, propose
from models.accounting.ledger import CASH, book, purse_account
from models.hall.sales import Payment
from models.hall.tills import move_cash, till_of
from models.kernel.money import Money
from models.people.access import Role
from tests.handlers.people import staff
from tests.handlers.staff.hall.test_drawer import NOT_THEIRS, counted, opened
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.halls import Seller, a_bazaar, a_sale
from tests.support.shelves import a_person, an_option
from tests.support.words import label, word


async def a_day_at_the_till(turns: Turns) -> Talk:
    """A seller who sold by cash and card, took cash out, and counted 10 too few."""
    async with turns.database.write() as session:
        await a_bazaar(session)
    seller = await opened(turns)
    person_id = await seller.person_id()
    async with turns.database.write() as session:
        mine = await till_of(session, person_id)
        assert mine is not None
        her = Seller(person_id, mine.id, mine.bazaar_id)
        option = await an_option(session, stock=9)
        await a_sale(session, her, (option, 2))
        await a_sale(session, her, (option, 1), payment=Payment(Money.dirhams(35), "4711"))
        await move_cash(acting(session, person_id), Money.dirhams(-50), "to-safe")
    await counted(seller, "2x100 1x10", closes=False)
    await seller.presses(word("reason-lost"))
    return seller


def rows(sheet: object) -> dict[str, list[tuple[str, str]]]:
    """The rows of each part of the sheet, by its title."""
    assert isinstance(sheet, CashSheet)
    return {part.title: [(row.label, row.amount) for row in part.rows] for part in sheet.parts}


async def test_the_closing_holds_all_that_is_to_be_signed(turns: Turns) -> None:
    seller = await a_day_at_the_till(turns)
    await seller.presses_old(ShowClosing(1))
    sheet = seller.cards[0].picture
    assert isinstance(sheet, CashSheet)
    assert ("الإيصالات", "من 1-1 إلى 1-2") in [(row.label, row.amount) for row in sheet.head]
    found = rows(sheet)
    assert found["المبيعات"][:3] == [
        ("عمليتا بيع", "105 د.إ"),
        ("نقداً", "70 د.إ"),
        ("بطاقة", "35 د.إ"),
    ]
    assert [amount for _, amount in found["حسب الباقة، بعد المرتجعات"]] == ["105 د.إ"]
    assert found["نقد الصندوق"] == [
        ("نقد البداية", "200 د.إ"),
        ("نقداً", "70 د.إ"),
        ("سحب: إلى خزنة المركز", "50 د.إ"),
        ("المفترض وجوده", "220 د.إ"),
        ("المعدود", "210 د.إ"),
        ("الناقص", "10 د.إ"),
        ("السبب", "مبلغ مفقود"),
    ]
    assert found["المعدود حسب الفئة"] == [("2 × 100", "200 د.إ"), ("1 × 10", "10 د.إ")]
    assert sheet.signatures == ("توقيع البائع", "توقيع المستلم")


async def test_the_day_s_money_is_in_one_picture(turns: Turns) -> None:
    await a_day_at_the_till(turns)
    finance = await staff(turns, Role.finance)
    async with turns.database.write() as session:
        courier, desk = await a_person(session), await a_person(session)
        carried = {purse_account(courier): Money.dirhams(90), CASH: -Money.dirhams(90)}
        await book(acting(session), "test:purse", carried)
        waits = await propose(
            acting(session, courier), courier, Amounts(Money.dirhams(60), Money.dirhams(60))
        )
        await confirm(acting(session, desk), waits)
    await finance.presses_old(ListTills())
    await finance.presses(label("button-day-money"))
    found = rows(finance.cards[0].picture)
    assert [amount for _, amount in found["صناديق القاعة"]] == [
        *("70 د.إ", "220 د.إ", "70 د.إ", "35 د.إ"),
    ]
    assert [amount for _, amount in found["نقد المندوبين الذي سُلّم"]] == ["60 د.إ"]
    assert [amount for _, amount in found["نقد في العهدة الآن"]] == ["30 د.إ"]
    await finance.presses(label("button-day-before"))
    assert "صناديق القاعة" not in rows(finance.cards[0].picture)
    await finance.presses_old(ShowDayMoney("nonsense"))
    assert "صناديق القاعة" in rows(finance.cards[0].picture)


async def test_a_stranger_sees_no_closing(turns: Turns) -> None:
    await a_day_at_the_till(turns)
    stranger = await staff(turns, Role.seller, external_id="stranger")
    await stranger.presses_old(ShowClosing(1))
    assert NOT_THEIRS in stranger.text
