"""A storm: people who press so many times a second, whatever the bot has answered by then."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from .server import FakeBotApi

_STEP_S = 0.01


class Presses(msgspec.Struct, frozen=True, kw_only=True):
    """What a storm does: each of ``people`` presses ``rate`` times a second for ``seconds``.

    The data are those of ``data`` in turn, in which ``{any}`` is a random number from 1 to
    ``most``.
    """

    people: list[int]
    data: list[str]
    most: int = 1
    rate: float = 1.0
    seconds: float = 1.0


async def run_storm(api: FakeBotApi, presses: Presses) -> int:
    """Presses until the time is over; gives how often that was, all people together."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    made = 0
    while (passed := loop.time() - began) < presses.seconds:
        due = int(passed * presses.rate * len(presses.people))
        for at in range(made, due):
            number, turn = at % len(presses.people), at // len(presses.people)
            data = presses.data[turn % len(presses.data)]
            person = api.people[presses.people[number]]
            newest = next(iter(person.newest_first(1)))
            chosen = data.replace("{any}", str(random.randint(1, presses.most)))
            person.taps(newest.message_id, chosen)
        made = max(made, due)
        await asyncio.sleep(_STEP_S)
    return made
