"""A run that is passed on while its courier is in the midst of a question about a stop."""

from __future__ import annotations

import pytest

from handlers.dialog.actions import Action
from handlers.dialog.actions.deliveries import StartConfirm, StartNotDelivered, StartPartRefused
from handlers.dialog.actions.runs import ShowMyRun
from handlers.dialog.turns import Turns
from models.orders.runs import pass_run
from tests.handlers.staff.ordering import an_order, order_named
from tests.handlers.staff.runs.rounds import a_courier, planned, states
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.words import label, word

NOBODY_THERE = (word("reason-nobody"),)
ASKED_FOR_LATER = (word("reason-later"), "الثلاثاء 3 مارس")
ALL_REFUSED = (word("reason-refused"), word("refusing-order-sure"))
PART_REFUSED = ("بخور 1 × 2", "1", word("refusing-sound"), "تأكيد، والمبلغ 165 د.إ")
FORMS: tuple[tuple[type[Action], tuple[str, ...]], ...] = (
    (StartNotDelivered, NOBODY_THERE),
    (StartNotDelivered, ASKED_FOR_LATER),
    (StartNotDelivered, ALL_REFUSED),
    (StartPartRefused, PART_REFUSED),
)


async def asked(turns: Turns, form: type[Action], answers: tuple[str, ...]) -> Talk:
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


@pytest.mark.parametrize(("form", "answers"), [*FORMS, (StartConfirm, ())])
async def test_a_question_about_what_was_passed_on_can_be_left(
    turns: Turns, form: type[Action], answers: tuple[str, ...]
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
    turns: Turns, form: type[Action], answers: tuple[str, ...]
) -> None:
    courier = await asked(turns, form, answers[:-1])
    await pass_it_on(turns, courier)
    await courier.presses(answers[-1])
    assert word("refused-not-allowed") in courier.text
    assert set((await states(turns)).values()) == {"out"}


@pytest.mark.parametrize(("form", "answers"), FORMS)
async def test_it_is_done_as_long_as_the_run_is_hers(
    turns: Turns, form: type[Action], answers: tuple[str, ...]
) -> None:
    courier = await asked(turns, form, answers)
    assert word("refused-not-allowed") not in courier.text
    part_only = form is StartPartRefused
    assert ("out" in (await states(turns)).values()) == part_only
