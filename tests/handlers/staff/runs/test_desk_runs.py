"""Runs as the desk makes, moves and passes them on."""

from __future__ import annotations

from datetime import timedelta

from handlers.dialog.actions.deliveries import ListDeliveries, ManageOrder
from handlers.dialog.actions.runs import (
    ListRuns,
    ManageRun,
    PassRun,
    SayComing,
    ShowMyRun,
    ShowStop,
)
from handlers.dialog.turns import Turns
from handlers.staff.runs.desk_runs import MOST_RUNS
from models.kernel.calendar import dubai_day
from models.orders.runs import new_run
from models.people.access import Role
from tests.handlers.people import staff
from tests.handlers.staff.ordering import order_named
from tests.handlers.staff.runs.rounds import (
    PLACES,
    a_courier,
    packed,
    planned,
    states,
)
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.words import label, word


async def test_the_desk_spreads_what_is_packed_with_three_presses(turns: Turns) -> None:
    await a_courier(turns, "سارة")
    await a_courier(turns, "هدى")
    await packed(turns, *PLACES)
    await announced(turns)
    desk = await staff(turns, Role.orders)
    await desk.says("/desk")
    await desk.presses(label("button-runs"))
    assert "3 طلبات جاهزة ليست في أي جولة." in desk.text
    await desk.presses("توزيع")
    assert "سارة (2)" in desk.text
    assert "الشارقة: 2" in desk.text
    assert "هدى (1)" in desk.text
    assert "عجمان: 1" in desk.text
    await desk.presses(label("plan-sure"))
    assert word("plan-made") in desk.text
    assert "كل الطلبات الجاهزة موزّعة على الجولات." in desk.text
    told = await announced(turns)
    assert "طلبان في جولتكم" in text(told.to("سارة"))
    assert "طلب واحد في جولتكم" in text(told.to("هدى"))
    assert told.people() == {"سارة", "هدى"}


async def test_who_plans_a_run_of_their_own_is_told_of_no_other_courier(turns: Turns) -> None:
    await packed(turns, *PLACES)
    await announced(turns)
    boss = await staff(turns, Role.manager)
    await boss.says("/desk")
    await boss.presses(label("button-runs"))
    await boss.presses("توزيع")
    await boss.presses(label("plan-sure"))
    assert word("plan-made-own") in boss.text
    assert word("plan-made") not in boss.text
    assert (await announced(turns)).people() == set()
    await boss.presses_old(ShowMyRun())
    assert len(boss.offered(ShowStop)) == len(PLACES)


async def test_the_desk_moves_an_order_from_run_to_run_and_out(turns: Turns) -> None:
    for name in ("سارة", "هدى"):
        await a_courier(turns, name)
    numbers = await packed(turns, *PLACES)
    desk = await planned(turns)
    await announced(turns)
    order_id = (await order_named(turns, numbers[0])).id
    await desk.presses_old(ManageOrder(order_id))
    await desk.presses(label("button-to-run"))
    assert "الطلب في جولة سارة." in desk.text
    await desk.presses("هدى")
    assert desk.notice == word("runs-moved")
    told = await announced(turns)
    assert f"الطلب رقم {numbers[0]} لم يعد في جولتكم." in text(told.to("سارة"))
    assert f"أُضيف الطلب رقم {numbers[0]} إلى جولتكم." in text(told.to("هدى"))
    await desk.presses_old(ManageOrder(order_id))
    await desk.presses(label("button-to-run"))
    await desk.presses(label("runs-out-of"))
    assert desk.notice == word("runs-moved-out")
    await desk.presses_old(ListRuns())
    assert "طلب جاهز واحد ليس في أي جولة." in desk.text


async def test_of_the_only_run_it_is_not_asked_which(turns: Turns) -> None:
    await a_courier(turns, "سارة")
    numbers = await packed(turns, *PLACES)
    desk = await planned(turns)
    await desk.presses_old(ManageOrder((await order_named(turns, numbers[0])).id))
    await desk.presses(label("button-to-run"))
    assert word("runs-no-other") in desk.text
    assert word("runs-move-to") not in desk.text
    assert word("runs-out-of") in desk.labels


async def has_in_run(talk: Talk, order_id: int) -> bool:
    """Whether the order is in that courier's own run."""
    await talk.presses_old(ShowMyRun())
    return order_id in [stop.order_id for stop in talk.offered(ShowStop)]


async def test_a_suggestion_counts_once_and_only_for_what_it_showed(turns: Turns) -> None:
    await a_courier(turns, "سارة")
    await packed(turns, *PLACES)
    first, second = await staff(turns, Role.orders), await a_courier(turns, "ليلى", Role.orders)
    for desk in (first, second):
        await desk.says("/desk")
        await desk.presses(label("button-runs"))
        await desk.presses("توزيع")
    late = await packed(turns, ("نورة", "dubai", "ديرة"))
    await first.presses(label("plan-sure"))
    await second.presses(label("plan-sure"))
    assert word("plan-made-none") in second.text
    assert word("plan-left", left=3) in second.text
    assert word("plan-made") not in second.text
    await first.presses_old(ListRuns())
    assert "طلب جاهز واحد ليس في أي جولة." in first.text
    assert (await states(turns))[late[0]] == "packed"


async def test_without_couriers_the_desk_is_told_so(turns: Turns) -> None:
    await packed(turns, PLACES[0])
    desk = await staff(turns, Role.orders)
    await desk.presses_old(ListRuns())
    await desk.presses("توزيع")
    # Who handles orders may deliver as well.
    assert "بلا اسم (1)" in desk.text


async def test_all_runs_can_be_leafed_through(turns: Turns) -> None:
    courier = await a_courier(turns, "سارة")
    today = dubai_day(turns.clock())
    async with turns.database.write() as session:
        for later in range(MOST_RUNS + 2):
            by = acting(session, now=turns.clock())
            day = today + timedelta(days=later)
            await new_run(by, await courier.person_id(), day, "10:00-13:00")
    desk = await staff(turns, Role.orders)
    await desk.presses_old(ListRuns())
    seen = [run.run_id for run in desk.offered(ManageRun)]
    await desk.presses(label("button-next"))
    seen += [run.run_id for run in desk.offered(ManageRun)]
    assert sorted(seen) == list(range(1, MOST_RUNS + 3))
    await desk.presses_old(ListRuns(page=99))
    assert len(desk.offered(ManageRun)) == MOST_RUNS


async def test_a_lost_phone_two_taps_pass_the_run_on(turns: Turns) -> None:
    lost, sara = await a_courier(turns, "هدى"), await a_courier(turns, "سارة")
    numbers = await packed(turns, PLACES[0])
    desk = await planned(turns)
    await announced(turns)
    order_id = (await order_named(turns, numbers[0])).id
    mine = await has_in_run(lost, order_id)
    owner, other = (lost, sara) if mine else (sara, lost)
    await owner.presses_old(ShowMyRun())
    await owner.presses("استلام الجولة")
    run_id = owner.offered(ShowStop)[0].run_id
    await announced(turns)
    await desk.presses_old(ManageRun(run_id))
    await desk.presses(label("button-pass-run"))
    passing = desk.offered(PassRun)[0]
    await desk.presses(other.external_id)
    assert desk.notice == word("runs-passed", courier=other.external_id)
    told = await announced(turns)
    assert "صارت هذه الجولة معكم" in text(told.to(other.external_id))
    assert f"سُلّمت جولتكم إلى {other.external_id}" in text(told.to(owner.external_id))
    await desk.presses_old(passing)
    assert desk.notice == word("runs-passed-before", courier=other.external_id)
    # Whoever found the phone sees nothing of it any more.
    await owner.presses_old(ManageOrder(order_id))
    assert word("refused-not-allowed") in owner.text
    await owner.presses_old(SayComing(run_id, order_id))
    assert word("refused-not-allowed") in owner.text
    await owner.presses_old(ListDeliveries("out"))
    assert numbers[0] not in owner.text + " ".join(owner.labels)
    await other.presses_old(ShowMyRun())
    assert "منى سالم" in other.text
