"""Staff who move orders on while the shop dies and comes back."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.fake_botapi import FakeBotApi, Person
from tests.fake_botapi.people import as_read
from tests.kills.shoppers import sees_one_of
from tests.support.words import word

ORDER = re.compile(r"\d{6}")
LOOKS_AGAIN_S = 0.15


@dataclass
class Worker:
    """Someone who moves orders from one state to the next, each by the label of its button."""

    api: FakeBotApi
    person: Person
    moves: Mapping[str, str]
    gone: set[str] = field(default_factory=set)

    async def comes(self, payload: str) -> None:
        """Join the team."""
        await self.person.starts(payload)
        await self.person.sees(button=word("button-desk"))

    async def works(self, closed: asyncio.Event) -> None:
        """Move orders on until the shop is closed and nothing is left to do."""
        while True:
            was_closed = closed.is_set()
            found = [await self.move_one(state, label) for state, label in self.moves.items()]
            if was_closed and not any(found):
                return
            await asyncio.sleep(LOOKS_AGAIN_S)

    async def move_one(self, state: str, label: str) -> str | None:
        """Move the first order of a state on; its number, or None when there is none."""
        person = self.person
        await person.sends("/deliveries")
        overview = await person.sees(word("deliveries-title"), button=f"{state} (")
        await person.presses(f"{state} (", message=overview)
        listed = await person.sees(f"الطلبات · {state}")
        waiting = [each for each in listed.buttons if ORDER.match(as_read(each))]
        if not waiting:
            return None
        number = as_read(waiting[0])[:6]
        await person.presses(waiting[0], message=listed)
        card = await person.sees(f"طلب {number} –")
        if card.button(label) is not None:
            press = await person.presses(label, message=card)
            assert press is not None
            await press.answered()
            self.gone.add(number)
        return number


@dataclass
class Courier:
    """Someone who hands out what has left, and confirms it in one line with the buyer's code."""

    api: FakeBotApi
    worker: Worker
    codes: list[dict[str, str]]
    done: set[str] = field(default_factory=set)

    async def works(self, closed: asyncio.Event) -> None:
        """Take orders out and hand them over until the shop is closed and all is done."""
        while True:
            was_closed = closed.is_set()
            moved = [await self.worker.move_one(*move) for move in self.worker.moves.items()]
            handed_over = await self.hand_over()
            if was_closed and not any(moved) and not handed_over:
                return
            await asyncio.sleep(LOOKS_AGAIN_S)

    async def hand_over(self) -> bool:
        """Confirm one order that is out and whose buyer knows the code; False for none."""
        known = {number: code for codes in self.codes for number, code in codes.items()}
        waiting = sorted(self.worker.gone & known.keys() - self.done)
        if not waiting:
            return False
        number = waiting[0]
        await self.worker.person.sends(f"/confirm {number} {known[number]}")
        person = self.worker.person
        await sees_one_of(self.api, person, f"تم تسليم الطلب {number}", "حالة الطلب الآن")
        self.done.add(number)
        return True
