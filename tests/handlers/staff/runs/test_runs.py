"""Runs from the desk to the doors: spread, taken with one tap, told stop by stop, passed on."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import unquote_plus

import pytest
from sqlalchemy import select

from handlers.dialog.actions.cash import HandCash
from handlers.dialog.actions.customer import ShowOrder
from handlers.dialog.actions.deliveries import MoveOrder
from handlers.dialog.actions.runs import (
    ListMyRuns,
    ShowMyRun,
    TakeRun,
)
from handlers.dialog.speech import Amount, LinkChoice
from handlers.dialog.turns import Turns
from models.kernel.money import NOTHING, Money
from models.orders.run_tables import Run
from models.orders.tables import Order
from models.people.access import Role
from models.people.callers import CallerView, caller_of
from models.products.publishing import set_price
from tests.handlers import shelf
from tests.handlers.people import customer, staff
from tests.handlers.staff.ordering import code_of, order_named
from tests.handlers.staff.runs.rounds import (
    LONG,
    PLACES,
    a_courier,
    order_to,
    packed,
    planned,
    states,
)
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.clock import MORNING, HandClock
from tests.support.words import label, word


def links(talk: Talk) -> list[str]:
    """The addresses outside that the last answer leads to."""
    return [choice.url for choice in talk.choices if isinstance(choice, LinkChoice)]


async def test_a_courier_takes_her_run_in_two_taps_and_goes_from_stop_to_stop(
    turns: Turns, clock: HandClock
) -> None:
    courier = await a_courier(turns, "سارة")
    numbers = await packed(turns, *PLACES)
    await planned(turns)
    clock.advance(days=1)
    await announced(turns)
    await courier.says("/desk")
    await courier.presses(label("button-my-run"))
    assert "بقيت 3 محطات." in courier.text
    first, second = courier.text.index("منى سالم"), courier.text.index("خولة محمد")
    assert courier.text.index("الشارقة") < first < second < courier.text.index("عجمان")
    await courier.presses("استلام الجولة")
    assert courier.notice == "خرجت 3 طلبات للتوصيل."
    assert set((await states(turns)).values()) == {"out"}
    assert "المحطة 1 من 3" in courier.text
    told = await announced(turns)
    assert told.people() == {"منى سالم"}
    assert "المندوب في الطريق" in text(told.to("منى سالم"))
    assert await code_of(turns, numbers[0]) in text(told.to("منى سالم"))
    await courier.presses(label("button-delivered"))
    await courier.says(await code_of(turns, numbers[0]))
    await courier.presses("المبلغ كاملاً")
    assert f"تم تسليم الطلب {numbers[0]}." in courier.text
    assert "المحطة 1 من 2" in courier.text
    assert "خولة محمد" in courier.text
    told = await announced(turns)
    assert "المندوب في الطريق" in text(told.to("خولة محمد"))
    assert "عائشة" not in told.people()
    await courier.presses(label("button-not-delivered"))
    await courier.presses(word("reason-nobody"))
    assert "المحطة 1 من 1" in courier.text
    assert "عائشة" in courier.text
    assert "المندوب في الطريق" in text((await announced(turns)).to("عائشة"))


async def with_runs(turns: Turns, count: int) -> tuple[Talk, list[int]]:
    """A courier with so many runs, a day after the other; their ids."""
    courier = await a_courier(turns, "سارة")
    person, first = await courier.person_id(), MORNING.date()
    async with turns.database.write() as session:
        runs = [
            Run(
                person_id=person,
                day=first + timedelta(days=at),
                window="16:00-20:00",
                state="planned",
                made_at=MORNING,
            )
            for at in range(count)
        ]
        session.add_all(runs)
        await session.flush()
        return courier, [run.id for run in runs]


async def test_each_of_many_runs_is_reached(turns: Turns) -> None:
    courier, ids = await with_runs(turns, 11)
    await courier.presses_old(ShowMyRun())
    await courier.presses(label("button-my-runs", count=11))
    reached = [asked.run_id for asked in courier.offered(ShowMyRun)]
    await courier.presses(label("button-next"))
    reached += [asked.run_id for asked in courier.offered(ShowMyRun)]
    assert reached == ids
    assert label("button-next") not in courier.labels
    await courier.presses_old(ListMyRuns(7))
    assert [asked.run_id for asked in courier.offered(ShowMyRun)] == ids[:8]


async def test_five_runs_stand_on_one_screen(turns: Turns) -> None:
    courier, ids = await with_runs(turns, 5)
    await courier.presses_old(ShowMyRun())
    assert [asked.run_id for asked in courier.offered(ShowMyRun)] == ids[1:]
    assert courier.offered(ListMyRuns) == []


def stop_after(talk: Talk) -> str:
    """What comes after the end of a stop: the last card of the answer."""
    return talk.reads(talk.cards[-1].text)


@pytest.mark.parametrize(
    "ended",
    [
        ("reason-nobody",),
        ("reason-address",),
        ("reason-refused", "refusing-order-sure"),
    ],
)
async def test_a_stop_without_a_delivery_leads_to_the_next_and_to_the_end(
    turns: Turns, ended: tuple[str, ...]
) -> None:
    courier = await a_courier(turns, "سارة")
    await packed(turns, *PLACES[:2])
    await planned(turns)
    await courier.presses_old(ShowMyRun())
    await courier.presses("استلام الجولة")
    assert "المحطة 1 من 2" in stop_after(courier)
    for after in ("المحطة 1 من 1", word("run-done", carried=Amount(NOTHING))):
        await courier.presses(label("button-not-delivered"))
        for press in ended:
            await courier.presses(word(press))
        assert after in stop_after(courier)
    assert courier.offered(HandCash) == []
    assert word("run-none").splitlines()[-1] in await my_run(courier)


async def my_run(courier: Talk) -> str:
    """What she reads of her run."""
    await courier.presses_old(ShowMyRun())
    return courier.text


@pytest.mark.parametrize("by_command", [True, False])
async def test_after_the_last_delivery_she_reads_what_she_carries(
    turns: Turns, by_command: bool
) -> None:
    courier = await a_courier(turns, "سارة")
    numbers = await packed(turns, *PLACES[:2])
    await planned(turns)
    await courier.presses_old(ShowMyRun())
    await courier.presses("استلام الجولة")
    for number, done in zip(numbers, (False, True), strict=True):
        code = await code_of(turns, number)
        if by_command:
            await courier.says(f"/confirm {number} {code}")
        else:
            await courier.presses(label("button-delivered"))
            await courier.says(code)
            await courier.presses("المبلغ كاملاً")
        assert ("انتهت الجولة" in courier.text) == done
    assert stop_after(courier) == word("run-done", carried=Amount(Money.dirhams(235)))
    await courier.presses(label("button-hand-cash"))
    assert "235 د.إ" in courier.text


async def test_the_end_of_anothers_run_is_told_to_its_courier_alone(turns: Turns) -> None:
    courier, desk = await a_courier(turns, "سارة"), await staff(turns, Role.orders)
    (number,) = await packed(turns, PLACES[0])
    await planned(turns)
    await courier.presses_old(ShowMyRun())
    await courier.presses("استلام الجولة")
    await desk.says(f"/confirm {number} {await code_of(turns, number)}")
    assert f"تم تسليم الطلب {number}." in desk.text
    assert "انتهت الجولة" not in desk.text


async def test_a_delivery_by_the_command_leads_to_the_next_stop_too(turns: Turns) -> None:
    courier = await a_courier(turns, "سارة")
    numbers = await packed(turns, *PLACES)
    await planned(turns)
    await courier.presses_old(ShowMyRun())
    await courier.presses("استلام الجولة")
    await courier.says(f"/confirm {numbers[0]} {await code_of(turns, numbers[0])}")
    assert "المحطة 1 من 2" in courier.text


async def test_who_waits_for_her_turn_reads_so_on_her_order(turns: Turns, clock: HandClock) -> None:
    courier = await a_courier(turns, "سارة")
    numbers = await packed(turns, *PLACES)
    await planned(turns)
    clock.advance(days=1)
    await courier.presses_old(ShowMyRun())
    await courier.presses("استلام الجولة")
    for number, (name, *_), words in zip(
        numbers,
        PLACES,
        ("order-now-out", "order-waits-its-turn", "order-waits-its-turn"),
        strict=True,
    ):
        talk = await customer(turns, name)
        await talk.presses_old(ShowOrder((await order_named(turns, number)).id))
        assert word(words) in talk.text


async def test_an_order_that_goes_out_alone_is_told_as_ever(turns: Turns) -> None:
    courier = await a_courier(turns, "سارة")
    (number,) = await packed(turns, PLACES[0])
    await announced(turns)
    await courier.presses_old(MoveOrder((await order_named(turns, number)).id, "out"))
    assert f"خرج طلبكم رقم {number} (بخور) للتوصيل." in text(
        (await announced(turns)).to("منى سالم")
    )


async def test_a_stop_leads_to_the_map_and_to_whatsapp(turns: Turns) -> None:
    courier = await a_courier(turns, "سارة")
    numbers = await packed(turns, PLACES[0])
    await planned(turns)
    await courier.presses_old(ShowMyRun())
    await courier.presses("منى سالم")
    searched, chat = links(courier)
    assert unquote_plus(searched).endswith("query=خلف المسجد، فيلا 12, الرحمانية, Sharjah, UAE")
    assert chat == "https://wa.me/971501234567"
    assert "+971501234567" in courier.text
    assert "يُرجى الاتصال قبل الوصول" in courier.text
    assert numbers[0] in courier.text


async def test_a_pin_is_opened_on_the_map(turns: Turns) -> None:
    courier = await a_courier(turns, "سارة")
    await packed(turns, PLACES[0], pinned=True)
    await planned(turns)
    await courier.presses_old(ShowMyRun())
    await courier.presses("منى سالم")
    assert links(courier)[0].endswith("query=25.346300,55.420900")


async def test_who_has_no_chat_is_to_be_called(turns: Turns) -> None:
    courier = await a_courier(turns, "سارة")
    await packed(turns, PLACES[0])
    async with turns.database.write() as session:
        caller = CallerView("+971507654321", PLACES[0][0])
        known_by_number = await caller_of(acting(session, now=turns.clock()), caller, "ar")
        (await session.scalars(select(Order))).one().person_id = known_by_number
    await planned(turns)
    await courier.presses_old(ShowMyRun())
    await courier.presses("استلام الجولة")
    assert "المحطة 1 من 1" in courier.text
    assert word("run-stop-no-chat") in courier.text
    assert word("run-stop-knows") not in courier.text
    assert label("button-coming") not in " ".join(courier.labels)
    await courier.presses_old(ShowMyRun())
    assert "🔔" not in courier.text


async def test_a_run_names_what_coins_can_pay(turns: Turns) -> None:
    courier = await a_courier(turns, "سارة")
    option = await shelf.only_option(turns, await shelf.add_product(turns, "بخور"))
    async with turns.database.write() as session:
        await set_price(acting(session, now=turns.clock()), option, Money(4737))
    for place in PLACES[:2]:
        await order_to(turns, option, place, "packed", pinned=False)
    desk = await planned(turns)
    await courier.presses_old(ShowMyRun())
    assert "المطلوب تحصيله: 129.50 د.إ" in courier.text
    assert "الرحمانية: بخور – 62.25 د.إ" in courier.text
    await courier.presses("منى سالم")
    assert "(بخور) – جاهز" in courier.text
    assert "المبلغ عند الاستلام: 62.25 د.إ" in courier.text
    await desk.presses("سارة")
    assert "المطلوب تحصيله: 129.50 د.إ" in desk.text


async def test_a_stop_that_is_put_off_tells_nobody_that_the_courier_comes(
    turns: Turns, clock: HandClock
) -> None:
    courier = await a_courier(turns, "سارة")
    await packed(turns, *PLACES)
    await planned(turns)
    await announced(turns)
    clock.advance(days=1)
    await courier.presses_old(ShowMyRun())
    await courier.presses("استلام الجولة")
    assert "منى سالم" in courier.text
    assert (await announced(turns)).people() == {"منى سالم"}
    await courier.presses(label("button-stop-later"))
    assert "المحطة 2 من 3" in courier.text
    assert (await announced(turns)).people() == set()


async def test_a_run_that_is_taken_on_the_eve_leaves_the_word_to_its_courier(turns: Turns) -> None:
    courier = await a_courier(turns, "سارة")
    await packed(turns, *PLACES)
    await planned(turns)
    await announced(turns)
    await courier.presses_old(ShowMyRun())
    await courier.presses("استلام الجولة")
    assert "المحطة 1 من 3" in courier.text
    assert (await announced(turns)).people() == set()
    await courier.presses(label("button-coming"))
    told = await announced(turns)
    assert told.people() == {"منى سالم"}
    assert "المندوب في الطريق" in text(told.to("منى سالم"))


async def test_the_courier_puts_a_stop_first_and_says_that_she_comes(
    turns: Turns, clock: HandClock
) -> None:
    courier = await a_courier(turns, "سارة")
    await packed(turns, *PLACES)
    await planned(turns)
    clock.advance(days=1)
    await courier.presses_old(ShowMyRun())
    await courier.presses("عائشة")
    await courier.presses(label("button-stop-next"))
    assert "المحطة 1 من 3" in courier.text
    await courier.presses(label("button-stop-later"))
    assert "المحطة 2 من 3" in courier.text
    await courier.presses(label("button-my-run"))
    await courier.presses("استلام الجولة")
    await announced(turns)
    await courier.presses("عائشة")
    await courier.presses(label("button-coming"))
    assert courier.notice == word("run-told")
    told = await announced(turns)
    assert told.people() == {"عائشة"}
    assert label("button-coming") not in " ".join(courier.labels)


async def test_a_doubled_tap_takes_a_run_once(turns: Turns) -> None:
    courier = await a_courier(turns, "سارة")
    await packed(turns, *PLACES)
    await planned(turns)
    await courier.presses_old(ShowMyRun())
    take = courier.offered(TakeRun)[0]
    await courier.presses_old(take)
    await courier.presses_old(take)
    assert courier.notice == word("run-taken-before")
    assert courier.offered(TakeRun) == []


async def test_another_couriers_run_is_not_hers(turns: Turns) -> None:
    courier, other = await a_courier(turns, "سارة"), await a_courier(turns, "هدى", Role.orders)
    numbers = await packed(turns, PLACES[0])
    await planned(turns)
    await courier.presses_old(ShowMyRun())
    (take,) = courier.offered(TakeRun)
    await other.presses_old(take)
    assert word("refused-not-allowed") in other.text
    assert await states(turns) == {numbers[0]: "packed"}
    await other.presses_old(ShowMyRun(take.run_id))
    assert "لا جولة لكم الآن." in other.text


async def test_long_names_fit_on_every_screen(turns: Turns) -> None:
    courier = await a_courier(turns, "ق" * 60)
    await packed(turns, *[LONG] * 10)
    desk = await planned(turns)
    await desk.presses("ق")
    await desk.presses(label("button-next"))
    await desk.presses(label("button-pass-run"))
    await courier.presses_old(ShowMyRun())
    await courier.presses("10 طلبات")
    await courier.presses_old(ShowMyRun(page=1))
    assert label("button-previous") in " ".join(courier.labels)
    await courier.says("/language")
