"""An order whose code was tried too often: only a manager goes on, and finds the way at once."""

from __future__ import annotations

import msgspec
import pytest

from handlers.dialog.actions.deliveries import StartConfirm
from handlers.dialog.pictures import Banner, StoredPhoto
from handlers.dialog.speech import Choice
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.people import staff
from tests.handlers.staff.at_the_door import asked_for_code, opened
from tests.handlers.staff.ordering import an_order, code_of, order_named, wrong_code
from tests.support.words import label as the_label
from tests.support.words import word


async def test_wrong_codes_are_counted_and_lock_the_order(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    wrong = await wrong_code(turns, number)
    for left in ("4 محاولات", "3 محاولات", "محاولتان", "محاولة واحدة"):
        await courier.says(wrong)
        assert left in courier.text
        assert (await order_named(turns, number)).state == "out"
    await courier.says(wrong)
    assert word("refused-code-locked") in courier.text
    assert word("button-next-delivery") not in courier.labels
    assert not any("من دون رمز" in label for label in courier.labels)
    assert (await order_named(turns, number)).wrong_codes == 5
    await courier.says(await code_of(turns, number))
    order_id = await opened(turns, courier, number)
    await courier.presses_old(StartConfirm(order_id))
    assert word("refused-code-locked") in courier.text
    assert (await order_named(turns, number)).state == "out"


@pytest.fixture
def wary(turns: Turns) -> Turns:
    """Turns of a shop where two wrong codes a day are a person's last."""
    turns.terms = msgspec.structs.replace(turns.terms, wrong_codes_told=1, wrong_codes_barred=2)
    return turns


async def test_a_courier_with_too_many_wrong_codes_confirms_no_more_that_day(wary: Turns) -> None:
    courier, number = await asked_for_code(wary)
    wrong = await wrong_code(wary, number)
    await courier.says(wrong)
    assert "4 محاولات" in courier.text
    await courier.says(wrong)
    assert "حتى الغد" in courier.text
    assert not any("من دون رمز" in label for label in courier.labels)
    other = await an_order(wary, state="out")
    await opened(wary, courier, other)
    await courier.presses(the_label("button-delivered"))
    assert "حتى الغد" in courier.text
    await courier.says(f"/confirm {other} {await code_of(wary, other)}")
    assert "حتى الغد" in courier.text
    assert (await order_named(wary, other)).state == "out"
    colleague = await staff(wary, Role.courier, external_id="colleague")
    await colleague.says(f"/confirm {other} {await code_of(wary, other)}")
    assert (await order_named(wary, other)).state == "delivered"


async def test_a_manager_with_too_many_wrong_codes_confirms_by_a_photo(wary: Turns) -> None:
    manager, number = await asked_for_code(wary, Role.manager)
    for _ in range(2):
        await manager.says(await wrong_code(wary, number))
    assert "حتى الغد" in manager.text
    photo = await shelf.add_photo(wary, await shelf.add_product(wary, "باب"))
    await manager.presses(the_label("button-override"))
    await manager.sends_photo(photo)
    await manager.presses("المبلغ كاملاً")
    await manager.says("نسيت العميلة الرمز")
    assert (await order_named(wary, number)).state == "delivered"


async def test_only_a_manager_confirms_a_locked_order(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    for _ in range(5):
        await courier.says(await wrong_code(turns, number))
    manager = await staff(turns, Role.manager)
    photo = await shelf.add_photo(turns, await shelf.add_product(turns, "باب"))
    await opened(turns, manager, number)
    assert word("button-delivered") not in manager.labels
    await manager.presses(the_label("button-override"))
    assert "يُرجى إرسال صورة" in manager.text
    await manager.says("هذه صورة")
    assert word("question-needs-photo") in manager.text
    await manager.sends_photo(photo)
    await manager.presses("المبلغ كاملاً")
    await manager.says("😀")
    assert "كلمات" in manager.text
    await manager.says("نسيت العميلة الرمز")
    assert word("overriding-done") in manager.text
    order = await order_named(turns, number)
    assert (order.state, order.taken) == ("delivered", Money.dirhams(215))
    assert word("deliveries-proven") in manager.text
    assert manager.cards[-1].picture == StoredPhoto(photo)
    for other in (courier, await staff(turns, Role.orders)):
        await opened(turns, other, number)
        assert "من دون رمز" not in other.text
        assert isinstance(other.cards[-1].picture, Banner)


@pytest.mark.parametrize("by", ["form", "command"])
async def test_a_manager_goes_on_right_after_her_own_fifth_wrong_code(
    turns: Turns, by: str
) -> None:
    number = await an_order(turns, state="out")
    manager = await staff(turns, Role.manager)
    wrong = await wrong_code(turns, number)
    order_id = await opened(turns, manager, number)
    await manager.presses(the_label("button-delivered"))
    for _ in range(4):
        await manager.says(wrong)
    if by == "command":
        await manager.says("/cancel")
        assert word("button-delivered") in manager.labels
    await manager.says(wrong if by == "form" else f"/confirm {number} {wrong}")
    assert word("refused-code-locked") in manager.text
    assert StartConfirm(order_id) in [
        choice.action for choice in manager.choices if isinstance(choice, Choice)
    ]
    await manager.presses(the_label("button-override"))
    assert "يُرجى إرسال صورة" in manager.text


async def test_cash_that_differs_is_explained_without_a_code_too(turns: Turns) -> None:
    courier, number = await asked_for_code(turns)
    for _ in range(5):
        await courier.says(await wrong_code(turns, number))
    manager = await staff(turns, Role.manager)
    photo = await shelf.add_photo(turns, await shelf.add_product(turns, "باب"))
    await opened(turns, manager, number)
    await manager.presses(the_label("button-override"))
    await manager.sends_photo(photo)
    await manager.says("150")
    assert "ولماذا استُلم 150 د.إ بدلاً من 215 د.إ؟" in manager.text
    await manager.says("ضاع الرمز، ولم يكن معها غيرها")
    order = await order_named(turns, number)
    assert (order.state, order.taken) == ("delivered", Money.dirhams(150))


async def test_the_right_code_of_a_locked_order_shows_the_order_and_a_managers_way(
    turns: Turns,
) -> None:
    courier, number = await asked_for_code(turns)
    for _ in range(5):
        await courier.says(await wrong_code(turns, number))
    right = f"/confirm {number} {await code_of(turns, number)}"
    manager = await staff(turns, Role.manager)
    for talk in (courier, manager):
        await talk.says(right)
        assert word("refused-code-locked") in talk.text
        assert f"طلب {number} – خرج للتوصيل" in talk.text
    assert (await order_named(turns, number)).state == "out"
    assert not any("من دون رمز" in label for label in courier.labels)
    await manager.presses(the_label("button-override"))
    assert "يُرجى إرسال صورة" in manager.text
