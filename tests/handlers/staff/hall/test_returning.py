"""A sale is taken back within minutes, and goods of it later: by its number, or by its code."""

from __future__ import annotations

from typing import cast

from handlers.dialog.actions.selling import OpenReceipt, ReturnGoods, ShowSale, VoidSale
from handlers.dialog.links import encode_link
from handlers.dialog.turns import Turns
from models.accounting.ledger import due_to
from models.hall.receipts import Receipt, receipt_by_code
from models.hall.sales import Item, NewSale, Payment
from models.hall.tills import move_cash
from models.kernel.money import NOTHING, Money
from models.people.access import Role
from models.products.tables import Option
from tests.fake_botapi.people import as_read
from tests.handlers import shelf
from tests.handlers.halls import in_till, seller, sold_by
from tests.handlers.people import staff
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.halls import EXACTLY, Seller, a_token
from tests.support.words import word

PRICE = Money.dirhams(35)


async def sold(
    turns: Turns, till: Seller, pieces: int = 2, payment: Payment = EXACTLY
) -> tuple[int, Receipt]:
    """An option of which so many pieces were sold, and the sale."""
    option_id = await shelf.only_option(turns, await shelf.add_product(turns, "سدو"))
    new = NewSale(a_token(), (Item(option_id, pieces),), PRICE * pieces, payment)
    await sold_by(turns, till, new)
    return option_id, await the_sale(turns, till)


async def the_sale(turns: Turns, till: Seller) -> Receipt:
    """The till's first sale as it stands."""
    async with turns.database.read() as session:
        return await receipt_by_code(session, till.till_id, 1)


async def due(turns: Turns, sale: Receipt) -> Money:
    """What is due to the family of its first line."""
    async with turns.database.read() as session:
        return await due_to(session, sale.lines[0].family_id)


async def opens(talk: Talk, sale: Receipt) -> None:
    """Open the sale's card."""
    await talk.presses_old(ShowSale(sale.id))


def in_big_letters(talk: Talk) -> str:
    """What the picture says, to be read from afar."""
    return as_read(getattr(talk.cards[0].picture, "title", ""))


async def test_a_seller_takes_her_sale_back_with_a_reason_and_once(turns: Turns) -> None:
    noura, till = await seller(turns)
    _, sale = await sold(turns, till)
    await opens(noura, sale)
    await noura.presses("إلغاء البيع")
    await noura.presses(word("void-wrong"))
    assert "أُلغي هذا البيع" in noura.text
    assert in_big_letters(noura) == "أُلغي البيع"
    assert (await the_sale(turns, till)).void
    assert (await in_till(turns, till), await due(turns, sale)) == (NOTHING, NOTHING)
    await noura.presses_old(VoidSale(sale.id))
    assert "أُلغي هذا البيع" in noura.text
    assert not noura.offered(VoidSale)
    assert not noura.offered(ReturnGoods)


async def test_what_the_till_cannot_hand_back_is_said_above_the_sale(turns: Turns) -> None:
    noura, till = await seller(turns)
    _, sale = await sold(turns, till)
    async with turns.database.write() as session:
        act = acting(session, till.person_id, turns.clock())
        await move_cash(act, -Money.dirhams(250), "to-safe")
    await opens(noura, sale)
    await noura.presses("إلغاء البيع")
    await noura.presses(word("void-wrong"))
    assert "في الصندوق 20 د.إ فقط" in noura.text
    assert "تم البيع" in noura.text
    assert noura.offered(VoidSale), "it can be tried again, and nothing is asked any more"
    assert not (await the_sale(turns, till)).void


async def test_after_some_minutes_it_is_no_more_taken_back_but_returned(turns: Turns) -> None:
    noura, till = await seller(turns)
    _, sale = await sold(turns, till, payment=Payment(given=PRICE * 4))
    cast(HandClock, turns.clock).advance(minutes=turns.terms.hall_void_minutes + 1)
    await opens(noura, sale)
    assert not noura.offered(VoidSale)
    await noura.presses_old(VoidSale(sale.id))
    assert word("refused-too-late-to-void") in noura.text
    await opens(noura, sale)
    await noura.presses("مرتجع")
    await noura.presses("زيادة سدو")
    await noura.presses(word("return-done-picking"))
    await noura.presses(word("return-damaged"))
    await noura.presses("نقداً من الصندوق: 35")
    assert "سُجّل المرتجع. يُعاد إلى العميل: 35 د.إ" in noura.text
    assert in_big_letters(noura) == "يُعاد 35 د.إ", "not the change that went back with the sale"
    assert (await the_sale(turns, till)).lines[0].left == 1
    assert (await in_till(turns, till), await due(turns, sale)) == (PRICE, PRICE)


async def test_by_its_number_all_comes_back_onto_the_card_and_some_is_written_off(
    turns: Turns,
) -> None:
    noura, till = await seller(turns)
    option_id, sale = await sold(turns, till, payment=Payment(card=PRICE * 2))
    await noura.says("/sell")
    await noura.presses(word("button-sell-here"))
    await noura.says(f"{till.till_id}-99")
    assert word("return-no-such-receipt") in noura.text
    await noura.says(f"{till.till_id}-1".translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")))
    await noura.presses(word("return-all"))
    assert not [label for label in noura.labels if "زيادة" in label], "all of it comes back"
    await noura.presses("لا يصلح للبيع: سدو")
    await noura.presses(word("return-done-picking"))
    await noura.says("الغلاف ممزق")
    await noura.presses("إلى البطاقة: 70")
    (line,) = (await the_sale(turns, till)).lines
    assert line.left == 0
    assert await due(turns, sale) == PRICE * 2, "the centre bears what it writes off"
    await noura.presses_old(ReturnGoods(sale.id))
    assert word("return-nothing-left") in noura.notice
    async with turns.database.read() as session:
        assert (await session.get_one(Option, option_id)).on_hand == 8


async def test_of_a_sale_by_card_and_in_cash_the_card_has_its_part_back(turns: Turns) -> None:
    noura, till = await seller(turns)
    _, sale = await sold(turns, till, payment=Payment(card=Money.dirhams(30)))
    await opens(noura, sale)
    await noura.presses("مرتجع")
    for label in (word("return-all"), word("return-done-picking"), word("return-mind")):
        await noura.presses(label)
    await noura.presses("إلى البطاقة: 30 د.إ، ونقداً: 40")
    assert await in_till(turns, till) == NOTHING
    assert (await the_sale(turns, till)).refunded == PRICE * 2


async def test_others_goods_are_returned_by_who_sees_to_the_cash_alone(turns: Turns) -> None:
    _, till = await seller(turns)
    _, sale = await sold(turns, till, pieces=1)
    hind, _ = await seller(turns, bazaar_id=till.bazaar_id, external_id="hind")
    link = f"/start {encode_link(OpenReceipt(sale.claim))}"
    await hind.says(link)
    assert word("refused-not-allowed") in hind.text
    await opens(hind, sale)
    assert word("refused-not-allowed") in hind.text
    reem, hers = await seller(turns, Role.finance, bazaar_id=till.bazaar_id, external_id="reem")
    cast(HandClock, turns.clock).advance(days=1)
    await reem.says(link)
    for label in (word("return-done-picking"), word("return-mind"), "نقداً من الصندوق"):
        await reem.presses(label)
    assert await in_till(turns, hers) == -PRICE
    assert await due(turns, sale) == NOTHING


async def test_without_an_open_till_nothing_is_handed_back(turns: Turns) -> None:
    _, till = await seller(turns)
    _, sale = await sold(turns, till, pieces=1)
    boss = await staff(turns, Role.manager)
    await boss.presses_old(ReturnGoods(sale.id))
    for label in (word("return-done-picking"), word("return-mind"), "نقداً من الصندوق"):
        await boss.presses(label)
    assert (await the_sale(turns, till)).lines[0].left == 1
    assert await due(turns, sale) == PRICE
