"""Presses that wait too long are told so, but not each one of somebody who presses without end."""

from __future__ import annotations

import asyncio
from functools import partial

import pytest

import bot.channels.telegram.presses
from bot.channels.telegram.presses import TOLD, Presses
from bot.runtime.background import Background
from bot.runtime.rate_limit import RateLimits

NOISY = [f"noisy {number}" for number in range(20)]


async def told_of(presses: Presses) -> list[str]:
    """Which presses are told to wait: many of one person, and then one of another."""
    told: list[str] = []
    last = asyncio.Event()

    async def tell(query_id: str) -> None:
        told.append(query_id)
        if query_id == "calm":
            last.set()

    for query_id in NOISY:
        presses.watch(query_id, "1", partial(tell, query_id))
    presses.watch("calm", "2", partial(tell, "calm"))
    await last.wait()
    return told


@pytest.mark.parametrize("acts", [TOLD.acts, 1000])
async def test_of_one_persons_presses_a_few_are_told(
    monkeypatch: pytest.MonkeyPatch, acts: int
) -> None:
    monkeypatch.setattr(bot.channels.telegram.presses, "MOMENT_S", 0.0)
    monkeypatch.setattr(bot.channels.telegram.presses, "TOLD", RateLimits(acts=acts, window=1000.0))
    presses = Presses(Background())
    told = await told_of(presses)
    assert told == [*NOISY[:acts], "calm"]
    left = [query_id for query_id in NOISY if presses.take(query_id)]
    assert left == NOISY[acts:], "their turns answer the others"
