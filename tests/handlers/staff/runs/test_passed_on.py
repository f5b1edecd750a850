"""A run that is passed on while its courier is in the midst of a question about a stop."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.audit import OrderHistory
from handlers.dialog.actions.cash import ShowMyDay, StartOverride
from handlers.dialog.actions.deliveries import StartConfirm, StartNotDelivered, StartPartRefused
from handlers.dialog.actions.runs import ShowMyRun
from handlers.dialog.speech import Amount
from handlers.dialog.turns import Turns
from models.kernel.money import NOTHING
from models.orders.runs import pass_run
from models.people.access import Role
from tests.handlers.inboxes import a_photo
from tests.handlers.people import staff
from tests.handlers.staff.ordering import an_order, order_named
from tests.handlers.staff.runs.rounds import a_courier, planned, states
from tests.handlers.talk import Talk
from tests.handlers.told import announced
from tests.support.acting import acting
from tests.support.words import label, word

NOBODY_THERE = (word("reason-nobody"),)
ASKED_FOR_LATER = (word("reason-later"), "الثلاثاء 3 مارس")
ALL_REFUSED = (word("reason-refused"), word("refusing-order-sure"))
PART_REFUSED = ("بخور 1 × 2", "1", word("refusing-sound"), "تأكيد، والمبلغ 165 د.إ")
Form = type[StartConfirm | StartNotDelivered | StartPartRefused]
FORMS: tuple[tuple[Form, tuple[str, ...]], ...] = (
    (StartNotDelivered, NOBODY_THERE),
    (StartNotDelivered, ASKED_FOR_LATER),
    (StartNotDelivered, ALL_REFUSED),
    (StartPartRefused, PART_REFUSED),
)


async def asked(turns: Turns, form: Form, answers: tuple[str, ...]) -> Talk:
    """A courier on her run of one order, who has given these answers about it."""
    courier = await a_courier(turns, "سارة")
    number = await an_order(turns, state="packed")
    await planned(turns)
    await courier.presses_old(ShowMyRun())
    await courier.presses("استلام الجولة")
    await courier.presses_old(form((await order_named(turns, number)).id))
    for answer in answers:
        await courier.presses(answer)
    return courier


async def pass_it_on(turns: Turns, courier: Talk) -> None:
    """Her one run is another courier's now."""
    other = await a_courier(turns, "هدى")
    was, now = await courier.person_id(), await other.person_id()
    async with turns.database.write() as session:
        assert await pass_run(acting(session, None, turns.clock()), 1, was, now)


async def test_what_was_passed_on_is_out_with_whom_has_the_run_now(turns: Turns) -> None:
    courier = await asked(turns, StartConfirm, ())
    await courier.presses(label("button-cancel"))
    await pass_it_on(turns, courier)
    other = Talk(turns, external_id="هدى")
    for talk, out in ((courier, 0), (other, 1)):
        await talk.presses_old(ShowMyDay())
        zero = Amount(NOTHING)
        day = word("my-day", delivered=0, taken=zero, out=out, packed=0, carried=zero)
        assert day in talk.text


async def test_a_day_counts_what_is_packed_and_with_nobody_else(turns: Turns) -> None:
    talks = await a_courier(turns, "سارة"), await a_courier(turns, "هدى")
    await an_order(turns, state="packed")
    await planned(turns)
    counted = set()
    for talk in talks:
        await talk.presses_old(ShowMyRun())
        has_it = talk.cards[0].text.id != "run-none"
        await talk.presses_old(ShowMyDay())
        counted.add((has_it, talk.cards[0].text.args["packed"]))
    assert counted == {(True, 1), (False, 0)}


async def test_the_cash_without_a_code_is_with_whom_has_the_run_now(turns: Turns) -> None:
    courier = await asked(turns, StartConfirm, ())
    await courier.presses(label("button-cancel"))
    await pass_it_on(turns, courier)
    await announced(turns)
    manager = await staff(turns, Role.manager)
    number = next(iter(await states(turns)))
    await manager.presses_old(StartOverride((await order_named(turns, number)).id))
    await manager.sends_photo(await a_photo(turns))
    await manager.presses("المبلغ كاملاً")
    assert "هدى" in " ".join(manager.labels)
    assert "سارة" not in " ".join(manager.labels)
    await manager.presses("هدى")
    await manager.says("نسي العميل الرمز")
    told = await announced(turns)
    assert "courier-closed-without-code" in [reply.cards[0].text.id for reply in told.to("هدى")]
    assert told.to("سارة") == []


async def test_the_history_of_an_order_tells_that_it_went_on_to_another(turns: Turns) -> None:
    courier = await asked(turns, StartConfirm, ())
    await pass_it_on(turns, courier)
    (number,) = await states(turns)
    desk = await staff(turns, Role.orders)
    await desk.presses_old(OrderHistory((await order_named(turns, number)).id))
    assert word("history-order-passed", was="سارة", now="هدى") in desk.text


@pytest.mark.parametrize(("form", "answers"), [*FORMS, (StartConfirm, ())])
async def test_a_question_about_what_was_passed_on_can_be_left(
    turns: Turns, form: Form, answers: tuple[str, ...]
) -> None:
    courier = await asked(turns, form, answers[:-1])
    await pass_it_on(turns, courier)
    await courier.presses(label("button-cancel"))
    assert word("deliveries-left") in courier.text
    assert word("refused-not-allowed") not in courier.text
    await courier.presses(label("button-desk"))
    await courier.says("/cancel")
    assert word("nothing-to-cancel") in courier.text


@pytest.mark.parametrize(("form", "answers"), FORMS)
async def test_nothing_is_done_about_an_order_of_anothers_run(
    turns: Turns, form: Form, answers: tuple[str, ...]
) -> None:
    courier = await asked(turns, form, answers[:-1])
    await pass_it_on(turns, courier)
    await courier.presses(answers[-1])
    assert word("refused-not-allowed") in courier.text
    assert set((await states(turns)).values()) == {"out"}


@pytest.mark.parametrize(("form", "answers"), FORMS)
async def test_it_is_done_as_long_as_the_run_is_hers(
    turns: Turns, form: Form, answers: tuple[str, ...]
) -> None:
    courier = await asked(turns, form, answers)
    assert word("refused-not-allowed") not in courier.text
    part_only = form is StartPartRefused
    assert ("out" in (await states(turns)).values()) == part_only
