"""Selling in the hall, as a seller taps and types it, in Arabic."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from handlers.dialog.actions.selling import (
    CompleteSale,
    OpenReceipt,
    PrintSaleReceipt,
    SellOption,
)
from handlers.dialog.links import encode_link
from handlers.dialog.pictures import HallReceipt
from handlers.dialog.speech import RasterFile
from handlers.dialog.turns import Turns
from handlers.staff.hall.basket import MOST_LINES
from models.accounting.ledger import due_to
from models.hall.receipts import Receipt, receipt_by_code
from models.hall.short_codes import code_of
from models.kernel.money import NOTHING, Money
from models.people.access import Role
from models.products.tables import Option
from tests.handlers import shelf
from tests.handlers.customer.buying import orders
from tests.handlers.halls import in_till, seller
from tests.handlers.people import customer, staff
from tests.handlers.staff.orders.test_on_behalf import AR, NAME, placed, to_summary
from tests.handlers.talk import Talk
from tests.support.halls import Seller
from tests.support.words import word

PRICE = Money.dirhams(35)
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


async def thing(turns: Turns, name: str = "سدو", price: int = 35, on_hand: int = 10) -> int:
    """A product of one option."""
    made = await shelf.add_product(turns, name, price=price, on_hand=on_hand)
    return await shelf.only_option(turns, made)


async def scans(talk: Talk, option_id: int) -> None:
    """Open the bot by a label's code."""
    await talk.says(f"/start {encode_link(SellOption(option_id))}")


async def sale_of(turns: Turns, till: Seller, number: int = 1) -> Receipt:
    """The sale of that number of the till."""
    async with turns.database.read() as session:
        return await receipt_by_code(session, till.till_id, number)


async def on_hand(turns: Turns, option_id: int) -> int:
    """What lies on the shelf of it."""
    async with turns.database.read() as session:
        return (await session.get_one(Option, option_id)).on_hand


async def presses_each(talk: Talk, *labels: str) -> int:
    """Press one after another; how many taps that took."""
    for label in labels:
        await talk.presses(label)
    return len(labels)


async def test_a_scanned_thing_is_sold_for_cash_within_four_taps(turns: Turns) -> None:
    option_id = await thing(turns)
    noura, till = await seller(turns)
    await scans(noura, option_id)
    taps = 1 + await presses_each(noura, "نقداً", "إتمام البيع")
    assert taps <= 4
    assert f"الإيصال رقم {till.till_id}-1" in noura.text
    assert await on_hand(turns, option_id) == 9
    assert await in_till(turns, till) == PRICE
    assert (await sale_of(turns, till)).seller_id == till.person_id


async def test_several_things_by_code_and_by_words_and_the_change_in_big_letters(
    turns: Turns,
) -> None:
    sadu, oud = await thing(turns, "سدو"), await thing(turns, "دخون العود", price=20)
    noura, till = await seller(turns)
    await noura.says("/sell")
    await noura.presses(word("button-sell-here"))
    await noura.says(code_of(sadu).translate(ARABIC_DIGITS))
    await noura.says("العود")
    await noura.presses("زيادة دخون العود")
    assert "المجموع: 75" in noura.text
    await presses_each(noura, "نقداً", "100")
    assert "الباقي للعميل: 25" in noura.text
    (card,) = noura.cards
    assert card.picture is not None
    assert "25" in getattr(card.picture, "title", ""), "the change is read from afar"
    await noura.says("٨٠")
    await noura.presses("إتمام البيع")
    assert "الباقي 5" in noura.text
    sale = await sale_of(turns, till)
    assert (sale.given, sale.change) == (Money.dirhams(80), Money.dirhams(5))
    assert [line.quantity for line in sale.lines] == [1, 2]
    assert (await on_hand(turns, sadu), await on_hand(turns, oud)) == (9, 8)


async def test_what_was_sold_last_and_what_was_found_are_one_tap_away(turns: Turns) -> None:
    await thing(turns, "سدو أحمر")
    await thing(turns, "سدو أزرق")
    noura, till = await seller(turns)
    await noura.says("/sell")
    await noura.presses(word("button-sell-here"))
    await noura.says("سدو")
    assert word("selling-choose") in noura.text
    await presses_each(noura, "سدو أزرق", "نقداً", "إتمام البيع", "بيع جديد")
    await presses_each(noura, "سدو أزرق", "نقداً", "إتمام البيع")
    assert (await sale_of(turns, till, 2)).lines[0].name_ar == "سدو أزرق"


async def test_a_card_with_its_reference_and_a_part_of_it_in_cash(turns: Turns) -> None:
    option_id = await thing(turns)
    noura, till = await seller(turns)
    await scans(noura, option_id)
    await noura.presses("بطاقة")
    await noura.says("A-٧٧٨")
    await noura.presses("إتمام البيع")
    paid = await sale_of(turns, till)
    assert (paid.card, paid.cash, paid.card_reference) == (PRICE, NOTHING, "A-778")
    await scans(noura, option_id)
    await noura.presses(word("button-mixed"))
    await noura.says("20")
    await noura.presses(word("button-skip"))
    assert "المطلوب نقداً: 15" in noura.text
    await presses_each(noura, "50", "إتمام البيع")
    both = await sale_of(turns, till, 2)
    assert (both.card, both.cash, both.change) == (
        Money.dirhams(20),
        Money.dirhams(15),
        PRICE,
    )
    assert await in_till(turns, till) == Money.dirhams(15)


async def test_pressed_twice_or_brought_twice_it_is_sold_once(turns: Turns) -> None:
    option_id = await thing(turns)
    noura, till = await seller(turns)
    await scans(noura, option_id)
    await noura.presses("نقداً")
    (complete,) = noura.offered(CompleteSale)
    await noura.presses("إتمام البيع")
    first = noura.reply
    assert (await noura.redelivered()).cards == first.cards
    await noura.presses_old(complete)
    assert noura.cards[0].text == first.cards[0].text
    assert await on_hand(turns, option_id) == 9
    assert (await sale_of(turns, till)).number == 1


async def test_the_last_piece_that_is_gone_meanwhile_is_said_not_to_be_sold(turns: Turns) -> None:
    option_id = await thing(turns, on_hand=1)
    noura, till = await seller(turns)
    hind, _ = await seller(turns, bazaar_id=till.bazaar_id, external_id="hind")
    for talk in (noura, hind):
        await scans(talk, option_id)
        await talk.presses("نقداً")
    await noura.presses("إتمام البيع")
    await hind.presses("إتمام البيع")
    assert "لم يتم البيع. لم يُسجَّل شيء" in hind.text
    assert hind.text.count("سدو: لم يبقَ على الرف شيء منه") == 1
    assert "المجموع" in hind.text, "the basket is there still"


async def test_another_price_than_was_shown_is_asked_for_anew(turns: Turns) -> None:
    option_id = await thing(turns)
    noura, till = await seller(turns)
    await scans(noura, option_id)
    await noura.presses("نقداً")
    await shelf.set_price(turns, option_id, 40)
    await noura.presses("إتمام البيع")
    assert "لم يتم البيع" in noura.text
    assert "المجموع الآن 40" in noura.text
    assert await on_hand(turns, option_id) == 10
    await presses_each(noura, "نقداً", "إتمام البيع")
    assert (await sale_of(turns, till)).total == Money.dirhams(40)


async def test_less_is_taken_only_with_the_permission_and_a_reason(turns: Turns) -> None:
    option_id = await thing(turns)
    noura, till = await seller(turns)
    await scans(noura, option_id)
    assert not [label for label in noura.labels if "خصم" in label]
    await noura.presses(word("button-cancel"))
    hind, hers = await seller(turns, Role.finance, bazaar_id=till.bazaar_id, external_id="hind")
    await scans(hind, option_id)
    await hind.presses("خصم")
    await hind.says("١٠٪")
    await hind.presses("عيب بسيط")
    assert "المجموع: 31.50" in hind.text
    await presses_each(hind, "نقداً", "إتمام البيع")
    sale = await sale_of(turns, hers)
    assert (sale.discount, sale.discount_reason) == (Money(350), "عيب بسيط")
    async with turns.database.read() as session:
        assert await due_to(session, sale.lines[0].family_id) == PRICE


async def test_cash_that_coins_cannot_pay_is_said_to_be_rounded(turns: Turns) -> None:
    hind, _ = await seller(turns, Role.finance)
    await scans(hind, await thing(turns))
    await hind.presses("خصم")
    await hind.says("١٢٪")
    await hind.presses("عيب بسيط")
    await presses_each(hind, "نقداً", "إتمام البيع")
    assert "المجموع: 30.80 د.إ" in hind.text
    assert "نقداً بعد التقريب: 30.75 د.إ" in hind.text
    await hind.presses(word("button-sale-receipt"))
    picture = hind.cards[0].picture
    assert isinstance(picture, HallReceipt)
    assert [row.label for row in picture.paid] == [word("receipt-hall-cash-rounded")]


async def test_the_customer_takes_the_receipt_into_her_chat_and_nobody_after_her(
    turns: Turns,
) -> None:
    option_id = await thing(turns)
    noura, till = await seller(turns)
    await scans(noura, option_id)
    await presses_each(noura, "نقداً", "إتمام البيع", word("button-sale-receipt"))
    shared = noura.shared().action
    assert isinstance(shared, OpenReceipt)
    (card,) = noura.cards
    assert isinstance(card.picture, HallReceipt)
    assert card.picture.payload == encode_link(shared)
    mona, other = await customer(turns), await customer(turns, "other")
    for _ in range(2):
        await mona.says(f"/start {encode_link(shared)}")
        picture = mona.cards[0].picture
        assert isinstance(picture, HallReceipt)
        assert (picture.number, picture.payload) == (f"{till.till_id}-1", "")
    await other.says(f"/start {encode_link(shared)}")
    assert f"الإيصال {till.till_id}-1 محفوظ في محادثة أخرى" in other.text
    assert other.cards[0].picture is None
    await other.says(f"/start {encode_link(OpenReceipt('nothing'))}")
    assert word("refused-not-found") in other.text
    assert (await sale_of(turns, till)).person_id == await mona.person_id()


async def test_the_receipt_for_the_thermal_printer_is_as_wide_as_its_head(turns: Turns) -> None:
    turns.terms = replace(turns.terms, printer_dots=384)
    option_id = await thing(turns)
    noura, till = await seller(turns)
    await scans(noura, option_id)
    await presses_each(noura, "نقداً", "إتمام البيع", word("button-sale-receipt"))
    link = encode_link(noura.shared().action)
    await noura.presses(word("button-print-receipt"))
    (card,) = noura.cards
    file = card.file
    assert isinstance(file, RasterFile)
    assert (file.name, file.dots) == (f"receipt-{till.till_id}-1.png", 384)
    assert (file.receipt.number, file.receipt.payload) == (f"{till.till_id}-1", link)
    hind, _ = await seller(turns, bazaar_id=till.bazaar_id, external_id="hind")
    await hind.presses_old(PrintSaleReceipt((await sale_of(turns, till)).id))
    assert word("refused-not-allowed") in hind.text


async def test_a_customer_who_scans_a_label_sees_the_product(turns: Turns) -> None:
    option_id = await thing(turns)
    mona = await customer(turns)
    await scans(mona, option_id)
    assert "سدو" in mona.text
    clerk = await staff(turns, Role.seller)
    await scans(clerk, option_id)
    assert word("selling-find") not in clerk.text, "who has no open till sells nothing"


async def test_of_a_basket_an_order_for_delivery_begins(turns: Turns) -> None:
    option_id = await thing(turns)
    desk, _ = await seller(turns, Role.orders)
    await scans(desk, option_id)
    await desk.presses(word("button-deliver-basket"))
    await desk.says("0501234567", "موزة")
    await desk.presses(word("button-cart"))
    assert "سدو" in desk.text
    assert await on_hand(turns, option_id) == 10


@pytest.mark.parametrize("roles", [(), (Role.orders,)])
async def test_a_seller_orders_for_a_customer_and_reads_nothing_of_hers(
    turns: Turns, roles: tuple[Role, ...]
) -> None:
    """What is known of a number is for those who handle orders: they see it, she does not."""
    option_id = await thing(turns)
    known = await placed(turns, option_id, await staff(turns, Role.orders, external_id="desk"))
    noura, _ = await seller(turns, *roles)
    await scans(noura, option_id)
    await noura.presses(word("button-deliver-basket"))
    await noura.says("0507654321")
    assert (NAME in " ".join(noura.labels)) == bool(roles)
    await noura.says("موزة")
    await noura.presses(word("button-cart"))
    await noura.presses(AR["checkout"])
    if roles:
        await noura.presses(AR["skip"])
        assert known.area in noura.text
    else:
        assert AR["sharjah"] in " ".join(noura.labels), "where to is asked from its beginning"
        await noura.says("/cart")
        await to_summary(noura)
        await noura.presses(AR["place"])
        order = (await orders(turns))[-1]
        assert (order.name, order.placed_by) == ("موزة", await noura.person_id())
        assert word("button-till") in noura.labels
        await noura.presses(word("button-till"))
        await scans(noura, option_id)
        assert word("selling-find") in noura.text, "she sells on"


async def test_a_full_basket_of_long_names_can_be_shown_and_sold(turns: Turns) -> None:
    long = "لقيمات بالزعفران من بيت أم سعيد بنت خليفة بن محمد آل علي"
    noura, till = await seller(turns)
    option_ids = [await thing(turns, f"{long} {at}") for at in range(MOST_LINES + 1)]
    for option_id in option_ids[:-1]:
        await scans(noura, option_id)
    await noura.says(code_of(option_ids[-1]))
    assert word("selling-full", most=MOST_LINES) in noura.text
    await presses_each(noura, "بطاقة", "إتمام البيع")
    assert len((await sale_of(turns, till)).lines) == MOST_LINES
    await presses_each(noura, "مرتجع", word("return-all"))
