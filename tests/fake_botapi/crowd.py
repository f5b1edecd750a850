"""A crowd: many people who tap in closed loops, inside the fake's own process.

Each person follows a journey, act after act, and acts again as soon as the bot has answered: so
the load is what the bot can take, and no control traffic is part of what is measured. A press is
done when its answer and a message (sent or edited) are both out; a text when a message is.
"""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from .keyboards import inline_buttons
from .wire import Fields

if TYPE_CHECKING:
    from .person import Person
    from .server import FakeBotApi

_SHOWS = ("send", "editMessage")


class Act(msgspec.Struct, frozen=True):
    """One act of a journey: exactly one of ``says``, ``press`` and ``data``.

    ``press`` is a pattern that the data of a button of the newest message matches; of several
    the person takes the one of her own number, or ``nth``. ``data`` is data of her own making. In
    this and in what she ``says`` ``{any}`` is a random number from 1 to ``most``, or of these every
    ``each``-th one.
    """

    says: str = ""
    press: str = ""
    nth: int | None = None
    data: str = ""
    most: int = 1
    each: int = 1


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """What a crowd does: the ``journey`` over and over, counted for ``seconds`` after ``warm``.

    An act that is not answered within ``patience`` seconds has failed; the journey begins anew.
    Before each act the person looks at the screen for ``pause`` seconds. With ``once`` each follows
    it once, all begin together, and all of it is counted.
    """

    people: list[int]
    journey: list[Act]
    seconds: float = 1.0
    warm: float = 0.0
    patience: float = 10.0
    pause: float = 0.0
    once: bool = False


@dataclass(slots=True)
class _Tapper:
    """A person of the crowd, and how far the bot has come with her last act."""

    person: Person
    number: int
    since: float = 0.0
    answered: bool = True
    shown: bool = False
    waiting: asyncio.Future[bool] | None = None


@dataclass(slots=True)
class _Tally:
    """What was counted; times in seconds."""

    acts: list[float] = field(default_factory=list)
    journeys: list[float] = field(default_factory=list)
    done: int = 0
    failed: int = 0


class Crowd:
    """Runs one load to its end."""

    def __init__(self, api: FakeBotApi, load: Load) -> None:
        self._api = api
        self._load = load
        self._loop = asyncio.get_running_loop()
        self._patterns = [re.compile(act.press) for act in load.journey]
        self._tally = _Tally()
        people = [api.people[number] for number in load.people]
        self._tappers = {each.id: _Tapper(each, at) for at, each in enumerate(people)}
        self._counts_from = self._loop.time() + load.warm
        self._counts_until = self._counts_from + load.seconds

    async def run(self) -> dict[str, object]:
        """What came of it: acts and journeys that count, their p50 and p99 in seconds (of acts
        p95 too); and, with those before and after, how many acts were done and how many failed."""
        watch = asyncio.create_task(self._watch())
        try:
            with self._api.watch_calls(self._called):
                await asyncio.gather(*(self._taps(tapper) for tapper in self._tappers.values()))
        finally:
            watch.cancel()
        tally = self._tally
        return {
            "seconds": self._load.seconds,
            "acts": len(tally.acts),
            "act_p50": _share(tally.acts, 0.50),
            "act_p95": _share(tally.acts, 0.95),
            "act_p99": _share(tally.acts, 0.99),
            "journeys": len(tally.journeys),
            "journey_p50": _share(tally.journeys, 0.50),
            "journey_p99": _share(tally.journeys, 0.99),
            "done": tally.done,
            "failed": tally.failed,
        }

    async def _taps(self, tapper: _Tapper) -> None:
        """Journey after journey, one at least; what is under way at the end is finished, uncounted.

        People begin one after another while it is warmed up, so that they do not tap in step.
        """
        await asyncio.sleep(self._load.warm * tapper.number / len(self._tappers))
        while True:
            began = self._loop.time()
            if await self._journey(tapper):
                self._count(self._tally.journeys, began)
            else:
                self._tally.failed += 1
            if self._load.once or self._loop.time() >= self._counts_until:
                return

    async def _journey(self, tapper: _Tapper) -> bool:
        for act, pattern in zip(self._load.journey, self._patterns, strict=True):
            if self._load.pause:
                await asyncio.sleep(self._load.pause)
            began = tapper.since = self._loop.time()
            if not await self._acts(tapper, act, pattern):
                return False
            while not (tapper.answered and tapper.shown):
                if not await self._next_call(tapper):
                    return False
            self._tally.done += 1
            self._count(self._tally.acts, began)
        return True

    async def _acts(self, tapper: _Tapper, act: Act, pattern: re.Pattern[str]) -> bool:
        person = tapper.person
        if act.says:
            tapper.answered, tapper.shown = True, False
            await person.sends(_filled(act.says, act))
            return True
        chosen = self._made_up(tapper, act) if act.data else self._button(tapper, act, pattern)
        while chosen is None:
            if not await self._next_call(tapper):
                return False
            chosen = self._button(tapper, act, pattern)
        tapper.answered, tapper.shown = False, False
        person.taps(*chosen)
        return True

    def _made_up(self, tapper: _Tapper, act: Act) -> tuple[int, str]:
        newest = next(iter(tapper.person.newest_first(1)))
        return newest.message_id, _filled(act.data, act)

    def _button(
        self, tapper: _Tapper, act: Act, pattern: re.Pattern[str]
    ) -> tuple[int, str] | None:
        """Message and data of the button to press, in the newest message that has one."""
        for message in tapper.person.newest_first():
            found = [
                button["callback_data"]
                for button in inline_buttons(message.content.inline)
                if pattern.search(button.get("callback_data", ""))
            ]
            if found:
                at = tapper.number if act.nth is None else act.nth
                return message.message_id, found[at % len(found)]
        return None

    async def _next_call(self, tapper: _Tapper) -> bool:
        """Waits for the next call that concerns her; False when patience ended."""
        tapper.waiting = self._loop.create_future()
        return await tapper.waiting

    def _called(self, method: str, fields: Fields, status: int) -> None:
        """A call of the bot is answered now. A refused edit counts: most changed nothing."""
        if status != 200 and not (status == 400 and method.startswith("editMessage")):
            return
        if method == "answerCallbackQuery":
            press = self._api.platform.presses.get(str(fields.get("callback_query_id")))
            tapper = self._tappers.get(press.person.id) if press is not None else None
            if tapper is not None:
                tapper.answered = True
        elif method.startswith(_SHOWS):
            tapper = self._tappers.get(int(str(fields.get("chat_id", 0))))
            if tapper is not None:
                tapper.shown = True
        else:
            return
        if tapper is not None:
            _wake(tapper, True)

    async def _watch(self) -> None:
        """Ends the waiting of those whose patience has ended."""
        while True:
            await asyncio.sleep(0.25)
            for tapper in self._tappers.values():
                if self._loop.time() - tapper.since > self._load.patience:
                    _wake(tapper, False)

    def _count(self, times: list[float], began: float) -> None:
        now = self._loop.time()
        if self._load.once or self._counts_from <= now <= self._counts_until:
            times.append(now - began)


def _filled(text: str, act: Act) -> str:
    return text.replace("{any}", str(random.randrange(1, act.most + 1, act.each)))


def _wake(tapper: _Tapper, came: bool) -> None:
    waiting = tapper.waiting
    if waiting is not None and not waiting.done():
        waiting.set_result(came)


def _share(times: Sequence[float], share: float) -> float:
    """The time that this share of all stayed under; 0 where there are none."""
    ordered = sorted(times)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else 0.0
