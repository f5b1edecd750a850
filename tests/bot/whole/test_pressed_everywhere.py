"""Two buttons of one message pressed at once, on every screen that a busy day has."""

from __future__ import annotations

import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.dialog import turns as turns_module
from handlers.dialog.dispatch import surely_does
from handlers.dialog.late_presses import is_act
from handlers.dialog.router import COMMANDS
from handlers.dialog.speech import Choice, Pressed
from handlers.dialog.turns import Turns
from models.people.access import Role
from tests.bot.whole.busy_day import (
    a_day_is_closed,
    a_favourite_is_sold_out,
    busy_day,
    founder_hands_over,
    her_own_orders,
    her_run,
    one_message_fails,
)
from tests.bot.whole.crawler import sorry
from tests.bot.whole.walker import Screen, Shop, Walker, facts_of, sort_of
from tests.handlers.people import customer, let_in
from tests.handlers.talk import pressable
from tests.support.clock import HandClock
from tests.support.opened import opened
from tests.support.orders import WIDE

KEPT_ANYWAY = {"heard_updates", "conversations"}
"""What every step writes, also one that does nothing."""


@dataclass(frozen=True)
class Known:
    """Somebody whom the shop knows by this id."""

    id: int


async def everybody(turns: Turns) -> list[str]:
    """A customer, a family of two brands, and one person of each role, in a busy shop."""
    await busy_day(turns.database)
    buyer = Known(1)
    await customer(turns, "1")
    await her_own_orders(turns.database, buyer)
    await a_day_is_closed(turns.database, buyer)
    await a_favourite_is_sold_out(turns.database, buyer)
    before = await customer(turns, "99")
    for role in Role:
        await let_in(before, role=role)
    family = await customer(turns, "2")
    for family_id in (1, 2):
        await let_in(family, family_id=family_id)
    ids = {}
    for at, role in enumerate(Role, 3):
        ids[role] = str(at)
        await let_in(await customer(turns, str(at)), role=role)
    await founder_hands_over(turns.database, Known(int(ids[Role.manager])))
    await her_run(turns.database, Known(int(ids[Role.courier])))
    await one_message_fails(turns.database, buyer)
    return ["1", "2", *ids.values()]


@dataclass
class Pairs:
    """The pairs of sorts of buttons that were pressed together, and what was wrong."""

    walker: Walker
    tried: set[object] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    async def press_all(self, person: str) -> None:
        """Press each pair of buttons of each screen that the person finds, unless it was."""
        async for screen in self.walker.screens(person):
            for first in screen.choices:
                for second in screen.choices:
                    pair = (sort_of(first.action), sort_of(second.action))
                    if pair not in self.tried:
                        self.tried.add(pair)
                        self.complaints += await amiss(self.walker, screen, first, second)


@asynccontextmanager
async def busy_shop(path: Path) -> AsyncIterator[tuple[Shop, list[str]]]:
    """A busy shop in the database at that path, and its people."""
    clock = HandClock(datetime.now(UTC))
    async with opened(f"sqlite:///{path}") as database:
        people = await everybody(Turns(database, WIDE, clock))
        shop = Shop(path, database, clock)
        yield shop, people
        shop.close()


@pytest.mark.slow
async def test_on_every_screen_a_late_press_leaves_what_is_shown(
    sqlite_template: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(sqlite_template, tmp_path / "shop.db"))
    async with busy_shop(path) as (shop, people):
        everywhere = [*(f"/{name}" for name in sorted(COMMANDS)), "قهوة", "متى يصل طلبي؟"]
        pairs = Pairs(Walker(shop, everywhere))
        for person in people:
            await pairs.press_all(person)
    sys.stdout.write(f"{len(pairs.walker.seen)} screens, {len(pairs.tried)} pairs\n")
    assert pairs.complaints == []


@pytest.mark.slow
async def test_without_the_guard_it_would_be_overwritten_or_done(
    sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object) -> None:
        return None

    monkeypatch.setattr(turns_module, "late_press", never)
    path = Path(shutil.copy(sqlite_template, tmp_path / "shop.db"))
    async with busy_shop(path) as (shop, (buyer, *_)):
        pairs = Pairs(Walker(shop, ["/cart"], most=8))
        await pairs.press_all(buyer)
    assert any("overwritten" in each for each in pairs.complaints)
    assert any("it was done" in each for each in pairs.complaints)


async def amiss(walker: Walker, screen: Screen, first: Choice, second: Choice) -> list[str]:
    """What is wrong when both were pressed as the message was, and the second came late."""
    talk = walker.talk_on(screen)
    named = f"{screen.person} {screen.asks}: {first.action}, then {second.action}"
    await talk.presses_on(screen.at, first, screen.card)
    is_silent = not talk.cards and not talk.notice
    replaced = bool(talk.reply.in_place and talk.cards)
    now, before = talk.screen[screen.at], await facts_of(talk)
    walker.shop.written.clear()
    walker.shop.clock.advance(seconds=1)
    await talk.presses_on(screen.at, second, screen.card)
    wrong = []
    if is_silent or (not talk.cards and not talk.notice):
        wrong.append("silence")
    if sorry(talk.language) in talk.text:
        wrong.append("an apology")
    if replaced and second.action not in [each.action for each in pressable(now)]:
        if surely_does(Pressed(first.action)) and talk.screen[screen.at] != now:
            wrong.append("what was done is overwritten")
        if await facts_of(talk) != before:
            wrong.append("something happened")
        did = walker.shop.written - KEPT_ANYWAY
        if is_act(second.action) and second.action != first.action and did:
            wrong.append(f"it was done: {did}")
    return [f"{each} ({named})" for each in wrong]
