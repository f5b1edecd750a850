"""Whose turn comes next: who has had much waits behind who has had little."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Hashable

import pytest

from bot.runtime.fair_queue import FairQueue, leave_place, person_here

NOISY = [f"noisy {number}" for number in range(8)]


class Shift:
    """Work in a queue with one place, on a clock that only the work moves."""

    def __init__(self, key: Callable[[str], Hashable] = str) -> None:
        """`key` is how the queue knows a person."""
        self.key = key
        self.seconds = 0.0
        self.done: list[str] = []
        self.queue = FairQueue(1, 100, now=lambda: self.seconds, lent_after=1000.0)

    async def work(self, person: str, seconds: float = 1.0) -> None:
        """One act of a person."""
        async with self.queue.place(self.key(person)):
            self.seconds += seconds
            self.done.append(person)

    async def act_on(self, person: str, seconds: float, acts: int) -> None:
        """Act after act."""
        for _ in range(acts):
            await self.work(person, seconds)


async def calm_among_the_noisy(shift: Shift) -> int:
    """How many go before somebody who comes after eight who come without end."""
    for _ in range(3):
        await asyncio.gather(*(shift.work(person) for person in NOISY))
    shift.done.clear()
    async with shift.queue.place("busy"):
        waiting = [asyncio.create_task(shift.work(person)) for person in (*NOISY, "calm")]
        await asyncio.sleep(0)
    await asyncio.gather(*waiting)
    return shift.done.index("calm")


async def test_who_comes_seldom_goes_before_who_comes_without_end() -> None:
    assert await calm_among_the_noisy(Shift()) == 0


async def test_without_knowing_who_it_is_the_calm_one_waits_behind_all() -> None:
    assert await calm_among_the_noisy(Shift(key=lambda _person: object())) == len(NOISY)


async def test_who_takes_long_has_the_same_time_and_fewer_turns() -> None:
    shift = Shift()
    async with shift.queue.place("busy"):
        slow = [asyncio.create_task(shift.act_on(f"slow {at}", 3.0, 40)) for at in range(4)]
        quick = [asyncio.create_task(shift.act_on(f"quick {at}", 1.0, 120)) for at in range(4)]
        await asyncio.sleep(0)
    await asyncio.gather(*slow, *quick)
    first = Counter(name.split()[0] for name in shift.done[:160])
    assert first["quick"] == pytest.approx(3 * first["slow"], abs=8)


async def test_who_waits_for_the_network_leaves_the_place_and_is_not_charged() -> None:
    shift = Shift()
    inside, over = asyncio.Event(), asyncio.Event()

    async def call() -> None:
        async with shift.queue.place("far"):
            assert person_here() == "far"
            shift.seconds += 1
            leave_place()
            inside.set()
            await over.wait()
            shift.seconds += 50

    calling = asyncio.create_task(call())
    await inside.wait()
    assert person_here() is None
    await shift.work("near", 2.0)
    over.set()
    await calling
    async with shift.queue.place("busy"):
        waiting = [asyncio.create_task(shift.work(person)) for person in ("near", "far")]
        await asyncio.sleep(0)
    await asyncio.gather(*waiting)
    assert shift.done == ["near", "far", "near"], "one second against two"


async def test_only_so_many_are_inside() -> None:
    queue = FairQueue(1, 2)
    entered: list[int] = []
    over = asyncio.Event()

    async def call(number: int) -> None:
        async with queue.place(number):
            entered.append(number)
            leave_place()
            await over.wait()

    calls = [asyncio.create_task(call(number)) for number in range(3)]
    for _ in range(10):
        await asyncio.sleep(0)
    assert entered == [0, 1]
    over.set()
    await asyncio.gather(*calls)
    assert entered == [0, 1, 2]


@pytest.mark.parametrize("lent_after", [0.01, 1000.0])
async def test_the_place_of_who_takes_long_is_lent(lent_after: float) -> None:
    queue = FairQueue(1, 10, lent_after=lent_after)
    stuck, entered = asyncio.Event(), asyncio.Event()

    async def wait_for_the_database() -> None:
        async with queue.place("stuck"):
            await stuck.wait()

    async def look() -> None:
        async with queue.place("quick"):
            entered.set()

    waiting = asyncio.create_task(wait_for_the_database())
    await asyncio.sleep(0)
    looking = asyncio.create_task(look())
    if lent_after > 1:
        for _ in range(10):
            await asyncio.sleep(0)
        assert not entered.is_set(), "without lending one who is stuck would hold up everybody"
        stuck.set()
    await looking
    assert entered.is_set()
    stuck.set()
    await waiting


@pytest.mark.parametrize("let_in", [False, True])
async def test_who_gives_up_waiting_keeps_no_place(let_in: bool) -> None:
    shift = Shift()
    async with shift.queue.place("busy") as place:
        waiting = asyncio.create_task(shift.work("gone"))
        await asyncio.sleep(0)
        if let_in:
            place.leave()
        waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    await shift.work("next")
    assert shift.done == ["next"]


async def test_work_goes_on_after_an_error() -> None:
    shift = Shift()

    async def fail() -> None:
        async with shift.queue.place("one"):
            raise ValueError("a defect")

    with pytest.raises(ValueError, match="a defect"):
        await fail()
    await shift.work("one")
    assert shift.done == ["one"]


async def acts_in_a_lane(queue: FairQueue, lane: Callable[[], Hashable]) -> list[str]:
    """The order in which one person's acts begin and end; the second is given up meanwhile."""
    done: list[str] = []
    going = [asyncio.Event() for _ in range(3)]

    async def act(number: int) -> None:
        async with queue.lane(lane()):
            done.append(f"{number} begins")
            await going[number].wait()
            done.append(f"{number} ends")

    acts = [asyncio.create_task(act(number)) for number in range(3)]
    await asyncio.sleep(0)
    acts[1].cancel()
    for _ in range(5):
        await asyncio.sleep(0)
    for each in going:
        each.set()
    await asyncio.gather(*acts, return_exceptions=True)
    return done


async def test_one_persons_acts_come_one_after_another_also_when_one_is_given_up() -> None:
    queue = FairQueue(2, 10)
    assert await acts_in_a_lane(queue, lambda: "mona") == [
        "0 begins",
        "0 ends",
        "2 begins",
        "2 ends",
    ]
    assert not queue._lanes, "nothing is kept of who does nothing"


async def test_acts_in_lanes_of_their_own_do_not_wait_for_each_other() -> None:
    """The twin: nobody knows that it is one person."""
    done = await acts_in_a_lane(FairQueue(2, 10), object)
    assert done[:3] == ["0 begins", "1 begins", "2 begins"]
