"""A day on which the shop is killed again and again, at moments that were thought of and at others.

People go on with what they do: they wait while it is dead, and see what it says when it is back.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from sqlalchemy import select

from models.messaging.outbox import OwedMessage
from tests.fake_botapi import Trouble
from tests.kills.shop_process import ShopProcess
from tests.kills.stage import Stage
from tests.support.waiting import until

STRIKES_WITHIN = 10.0
QUIET_WITHIN = 180.0
Moment = Callable[[Stage], Awaitable[None]]


async def any_moment(stage: Stage) -> None:
    """Whatever it is at."""
    await asyncio.sleep(stage.dice.uniform(0.0, 1.5))


async def before_its_reply(stage: Stage) -> None:
    """The turn is committed, and nothing of the reply has arrived."""
    shopper = stage.dice.choice(stage.shoppers)
    await struck(stage, Trouble("server_error", chat=shopper.person.id, times=3))


async def before_it_acknowledges(stage: Stage) -> None:
    """The reply is on the screen, and the shop waits to hear so: the update comes again."""
    actors = [shopper.person for shopper in stage.shoppers]
    actors += [stage.desk.person, stage.courier.worker.person]
    await struck(stage, Trouble("late", chat=stage.dice.choice(actors).id, delay=30.0))


async def before_it_marks(stage: Stage) -> None:
    """A family has its notice, and the shop waits to hear so: the notice comes twice."""
    member = stage.dice.choice(list(stage.families.values()))
    await struck(stage, Trouble("late", chat=member.id, delay=30.0))


async def just_acknowledged(stage: Stage) -> None:
    """It has taken an update for good a moment ago."""
    queue = stage.api.platform.updates
    last = queue.acknowledged[-1]
    until = stage.api.platform.loop_time + STRIKES_WITHIN
    while queue.acknowledged[-1] is last and stage.api.platform.loop_time < until:
        await stage.api.platform.changed.wait(0.1)


async def just_claimed(stage: Stage) -> None:
    """A customer's news has been marked as sent a moment ago, by a shop that marks before."""
    news = OwedMessage.key.like("fact:%:customer:%")
    marked = select(OwedMessage.id).where(news, OwedMessage.done_at >= datetime.now(UTC))

    async def is_marked() -> bool:
        async with stage.database.read() as session:
            return await session.scalar(marked.limit(1)) is not None

    await until(is_marked)


MOMENTS: tuple[Moment, ...] = (
    any_moment,
    before_its_reply,
    before_it_acknowledges,
    before_it_marks,
    just_acknowledged,
)


async def struck(stage: Stage, trouble: Trouble) -> None:
    """Ask for trouble, and wait until it has struck once; not for long, if nobody meets it."""
    meant = trouble.times
    platform = stage.api.platform
    platform.troubles.add(trouble)
    until = platform.loop_time + STRIKES_WITHIN
    while trouble.times == meant and platform.loop_time < until:
        await platform.changed.wait(0.02)


async def day_of_kills(
    stage: Stage, shop: ShopProcess, kills: int, moments: tuple[Moment, ...] = MOMENTS
) -> None:
    """From the opening to the evening: everybody works, and the shop is killed so many times."""
    await shop.begin(webhook=False)
    await shop.opened()
    await stage.everybody_comes()
    stage.api.patience = stage.patience_at_work
    await stage.announce_bazaars(count=8, apart=kills * 1.5 / 8)
    closing, closed = asyncio.Event(), asyncio.Event()
    shopping = [asyncio.create_task(shopper.shops(closing)) for shopper in stage.shoppers]
    working = [asyncio.create_task(each.works(closed)) for each in (stage.desk, stage.courier)]
    try:
        for at in range(kills):
            await one_kill(stage, shop, moments[at % len(moments)])
        stage.opened_last = datetime.now(UTC)
        closing.set()
        await over(stage, shopping)
        closed.set()
        await over(stage, working)
    finally:
        for task in (*shopping, *working):
            task.cancel()
        await asyncio.gather(*shopping, *working, return_exceptions=True)
    await stage.everyone_is_told(QUIET_WITHIN)
    await stage.api.quiet(settle=0.3, within=QUIET_WITHIN)
    await shop.closed()


async def one_kill(stage: Stage, shop: ShopProcess, moment: Moment) -> None:
    """Killed at that moment, and open again; sometimes killed while it opens, too."""
    await moment(stage)
    await shop.killed()
    stage.api.platform.troubles.listed.clear()
    await stage.count_held()
    webhook = stage.dice.random() < 0.5
    await shop.begin(webhook=webhook)
    if stage.dice.random() < 0.2:
        await asyncio.sleep(stage.dice.uniform(0.3, 1.5))
        await shop.killed()
        await stage.count_held()
        await shop.begin(webhook=webhook)
    await shop.opened()


async def over(stage: Stage, tasks: list[asyncio.Task[None]]) -> None:
    """Wait for these people; whoever waited in vain for the shop is noted."""
    for outcome in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(outcome, AssertionError):
            stage.waited_in_vain.append(str(outcome))
        elif outcome is not None:
            raise outcome
