"""A customer changes an order: what is shown is what is done, and nothing is done unseen."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.changes import ChangeOwn
from handlers.dialog.actions.customer import ShowOrder
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.orders.fulfilment import advance
from models.orders.queries import OrderView, order_for_staff
from models.orders.states import OrderState
from models.reports.consistency import discrepancies
from tests.handlers import shelf
from tests.handlers.customer.buying import buy, on_hand, with_cart
from tests.handlers.people import customer
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.words import label, word

BURJ = (25.197, 55.274)


async def an_order(turns: Turns) -> tuple[Talk, OrderView]:
    """Two bottles at 140 to Sharjah; the order is on the screen."""
    water = await shelf.add_product(turns, "ماء ورد", "Rose water", price=140)
    mona = await with_cart(turns, await shelf.only_option(turns, water), 2)
    order = await buy(mona)
    await mona.presses_old(ShowOrder(order.id))
    return mona, await now(turns, order.id)


async def now(turns: Turns, order_id: int) -> OrderView:
    """The order as it stands; the books agree."""
    async with turns.database.read() as session:
        assert await discrepancies(session) == []
        return await order_for_staff(session, order_id)


async def to_part(mona: Talk, part: str) -> None:
    await mona.presses(label("button-change-order"))
    await mona.presses(label(f"change-part-{part}"))


async def test_another_number_takes_three_presses_and_no_agreement(turns: Turns) -> None:
    mona, order = await an_order(turns)
    await to_part(mona, "phone")
    await mona.shares_phone("971507654321")
    assert word("change-done") in mona.text
    assert (await now(turns, order.id)).phone == "+971507654321"


async def test_the_note_is_changed_and_taken_away(turns: Turns) -> None:
    mona, order = await an_order(turns)
    await to_part(mona, "note")
    await mona.says("الباب الخلفي")
    assert (await now(turns, order.id)).note == "الباب الخلفي"
    await to_part(mona, "note")
    await mona.presses(word("button-skip"))
    assert (await now(turns, order.id)).note == ""


async def test_in_another_emirate_the_new_fee_is_shown_and_agreed(turns: Turns) -> None:
    mona, order = await an_order(turns)
    await to_part(mona, "place")
    await mona.presses(word("emirate-dubai"))
    await mona.says("البرشاء", "برج 3")
    assert "رسوم التوصيل: 25 د.إ، وكانت 15 د.إ" in mona.text
    assert "الإجمالي: 305 د.إ، وكان 295 د.إ" in mona.text
    assert await now(turns, order.id) == order
    await mona.presses("305")
    moved = await now(turns, order.id)
    assert (moved.emirate, moved.area, moved.address) == ("dubai", "البرشاء", "برج 3")
    assert moved.total == Money.dirhams(305)


async def test_a_city_that_is_typed_is_its_emirate_and_the_area(turns: Turns) -> None:
    mona, order = await an_order(turns)
    await to_part(mona, "place")
    await mona.says("العين")
    assert word("checkout-ask-where") in mona.text
    await mona.says("شارع 7")
    await mona.presses("320")
    moved = await now(turns, order.id)
    assert (moved.emirate, moved.area, moved.address) == ("abu-dhabi", "العين", "شارع 7")


async def test_another_emirate_after_a_city_asks_for_its_area(turns: Turns) -> None:
    mona, order = await an_order(turns)
    await to_part(mona, "place")
    await mona.says("العين")
    await mona.presses(word("button-back"))
    await mona.presses(word("emirate-dubai"))
    await mona.says("البرشاء", "برج 3")
    await mona.presses("305")
    moved = await now(turns, order.id)
    assert (moved.emirate, moved.area) == ("dubai", "البرشاء")


@pytest.mark.parametrize(("emirate", "total"), [("dubai", 305), ("sharjah", 295)])
async def test_a_pin_in_another_emirate_asks_which_is_right(
    turns: Turns, emirate: str, total: int
) -> None:
    mona, order = await an_order(turns)
    await to_part(mona, "place")
    await mona.presses(word("emirate-sharjah"))
    await mona.shares_place(*BURJ)
    assert "يبدو أن الموقع على الخريطة في دبي، والإمارة المختارة الشارقة" in mona.text
    await mona.presses(word(f"emirate-{emirate}"))
    await mona.presses(str(total))
    moved = await now(turns, order.id)
    assert (moved.emirate, moved.latitude) == (emirate, BURJ[0])
    assert moved.total == Money.dirhams(total)


async def test_of_a_pin_where_it_was_chosen_nothing_is_asked(turns: Turns) -> None:
    mona, order = await an_order(turns)
    await to_part(mona, "place")
    await mona.presses(word("emirate-dubai"))
    await mona.shares_place(*BURJ)
    await mona.presses("305")
    assert (await now(turns, order.id)).emirate == "dubai"


async def test_pieces_are_chosen_and_agreed_to_at_once(turns: Turns) -> None:
    mona, order = await an_order(turns)
    option = order.lines[0].option_id
    left = await on_hand(turns, option)
    await to_part(mona, "things")
    await mona.presses("زيادة ماء ورد")
    await mona.presses("زيادة ماء ورد")
    assert "• ماء ورد × 4" in mona.text
    assert "الإجمالي: 575 د.إ، وكان 295 د.إ" in mona.text
    assert await now(turns, order.id) == order
    await mona.presses(label("change-done-choosing"))
    assert "➕ ماء ورد × 2" in mona.text
    await mona.presses(label("change-sure", total="575 د.إ"))
    assert (await now(turns, order.id)).pieces == 4
    assert await on_hand(turns, option) == left - 2


async def test_a_doubled_press_adds_one_piece(turns: Turns) -> None:
    mona, _ = await an_order(turns)
    await to_part(mona, "things")
    (action,) = [pick for pick in mona.offered(Pick) if pick.value == "0:3"]
    await mona.presses_old(action)
    assert "• ماء ورد × 3" in mona.text
    await mona.presses_old(action)
    assert "• ماء ورد × 4" not in mona.text


async def test_a_price_that_moved_is_shown_anew(turns: Turns) -> None:
    mona, order = await an_order(turns)
    await to_part(mona, "things")
    await mona.presses("زيادة ماء ورد")
    await mona.presses(label("change-done-choosing"))
    await shelf.set_price(turns, order.lines[0].option_id, 150)
    await mona.presses("435")
    assert word("change-moved") in mona.text
    assert await now(turns, order.id) == order
    await mona.presses("445")
    assert (await now(turns, order.id)).total == Money.dirhams(445)


async def test_another_option_is_one_change(turns: Turns) -> None:
    sizes = [("صغير", "Small", 40, 9), ("كبير", "Big", 90, 9)]
    oud = await shelf.add_product(turns, "دهن عود", "Oud oil", options=sizes)
    small, big = await shelf.option_ids(turns, oud)
    mona = await with_cart(turns, small, 2)
    order = await buy(mona)
    await mona.presses_old(ChangeOwn(order.id, "things"))
    await mona.presses("🔁 دهن عود")
    await mona.presses("كبير")
    assert "• دهن عود (صغير): خارج الطلب" in mona.text
    await mona.presses(label("change-done-choosing"))
    await mona.presses(label("change-sure", total="195 د.إ"))
    changed = await now(turns, order.id)
    assert [(line.option_id, line.quantity) for line in changed.live_lines] == [(big, 2)]
    assert await on_hand(turns, small) == 9


async def test_something_else_is_found_by_its_name(turns: Turns) -> None:
    mona, order = await an_order(turns)
    honey = await shelf.add_product(turns, "عسل سدر", "Sidr honey", price=60)
    await to_part(mona, "things")
    await mona.presses(label("change-add"))
    await mona.says("شوكولاتة")
    assert word("change-nothing-found") in mona.text
    await mona.says("عسل")
    await mona.presses("عسل سدر")
    assert "• عسل سدر × 1" in mona.text
    await mona.presses(label("change-done-choosing"))
    await mona.presses("355")
    option = await shelf.only_option(turns, honey)
    assert option in [line.option_id for line in (await now(turns, order.id)).lines]


async def test_the_last_piece_is_never_taken_out(turns: Turns) -> None:
    mona, order = await an_order(turns)
    await to_part(mona, "things")
    await mona.presses("إنقاص ماء ورد")
    offered = mona.offered(Pick)
    version = max(pick.version for pick in offered)
    here = [pick.value for pick in offered if pick.version == version]
    assert [value for value in here if value.startswith("0:")] == ["0:2"]
    await mona.presses_old(Pick(version, "0:0"))
    assert word("refused-last-line") in mona.text
    assert await now(turns, order.id) == order


async def test_more_than_there_is_is_said_at_once(turns: Turns) -> None:
    sizes = [("", "", 40, 3)]
    oud = await shelf.add_product(turns, "دهن عود", "Oud oil", options=sizes)
    mona = await with_cart(turns, await shelf.only_option(turns, oud), 3)
    order = await buy(mona)
    await mona.presses_old(ChangeOwn(order.id, "things"))
    await mona.presses("زيادة دهن عود")
    assert word("refused-sold-out") in mona.text
    assert "• دهن عود × 3" in mona.text


async def test_what_was_sold_out_since_it_was_shown_leads_back_to_the_rows(turns: Turns) -> None:
    mona, order = await an_order(turns)
    option = order.lines[0].option_id
    await to_part(mona, "things")
    await mona.presses("زيادة ماء ورد")
    await mona.presses(label("change-done-choosing"))
    other = await with_cart(turns, option, await on_hand(turns, option), external_id="rashid")
    await buy(other)
    await mona.presses("435")
    assert word("refused-sold-out") in mona.text
    assert "• ماء ورد × 3" in mona.text
    assert "done" not in {pick.value for pick in mona.offered(Pick)}
    for _ in range(2):
        await mona.presses(word("change-fewer", thing="ماء ورد"))
    await mona.presses(label("change-done-choosing"))
    await mona.presses("155")
    changed = await now(turns, order.id)
    assert changed.pieces == 1


async def test_when_two_things_were_sold_out_each_can_be_taken_out_again(turns: Turns) -> None:
    mona, order = await an_order(turns)
    dates = await shelf.add_product(turns, "تمر خلاص", "Khalas dates", price=30)
    await to_part(mona, "things")
    await mona.presses("زيادة ماء ورد")
    await mona.presses(label("change-add"))
    await mona.says("تمر")
    await mona.presses("تمر خلاص")
    for option in (order.lines[0].option_id, await shelf.only_option(turns, dates)):
        other = await with_cart(turns, option, await on_hand(turns, option), external_id="rashid")
        await buy(other)
    await mona.presses(word("change-fewer", thing="ماء ورد"))
    assert "• ماء ورد × 2" in mona.text
    assert word("refused-sold-out") in mona.text
    await mona.presses(word("change-take-out", thing="تمر خلاص"))
    assert word("refused-sold-out") not in mona.text


async def test_once_it_is_packed_it_is_shown_and_not_changed(turns: Turns) -> None:
    mona, order = await an_order(turns)
    await to_part(mona, "note")
    async with turns.database.write() as session:
        for state in (OrderState.accepted, OrderState.packed):
            await advance(acting(session, now=turns.clock()), order.id, state)
    await mona.says("الباب الخلفي")
    assert word("refused-too-late-to-change") in mona.text
    assert (await now(turns, order.id)).note == order.note
    assert label("button-change-order") not in " ".join(mona.labels)
    await mona.presses_old(ChangeOwn(order.id, "things"))
    assert "×" in mona.text
    assert mona.reply.notice is not None


async def test_nobody_changes_the_order_of_another(turns: Turns) -> None:
    _, order = await an_order(turns)
    other = await customer(turns, "other")
    await other.presses_old(ChangeOwn(order.id, "phone"))
    assert word("refused-not-found") in other.text


async def test_leaving_changes_nothing(turns: Turns) -> None:
    mona, order = await an_order(turns)
    await to_part(mona, "things")
    await mona.presses("زيادة ماء ورد")
    await mona.presses(label("button-cancel"))
    assert word("change-left") in mona.text
    assert await now(turns, order.id) == order


async def test_it_is_all_said_in_english_too(turns: Turns) -> None:
    water = await shelf.add_product(turns, "ماء ورد", "Rose water", price=140)
    option = await shelf.only_option(turns, water)
    mona = await with_cart(turns, option, 2, external_id="ann", language="en")
    order = await buy(mona)
    await mona.presses_old(ShowOrder(order.id))
    await mona.presses("Change the order")
    await mona.presses("Products and pieces")
    await mona.presses("Fewer: Rose water")
    await mona.presses("That is all")
    assert "Total: AED 155, before AED 295" in mona.text
    await mona.presses("Change it · AED 155")
    assert "The order is changed." in mona.text
    assert (await now(turns, order.id)).pieces == 1
