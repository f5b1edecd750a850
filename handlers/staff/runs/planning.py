"""The packed orders of a window are spread over the couriers: suggested, and made when asked."""

from __future__ import annotations

from collections import Counter
from datetime import date

import msgspec

from handlers.dialog.actions.runs import PlanRuns
from handlers.dialog.forms import Flow
from handlers.dialog.questions import choice
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Phrase, Reply, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import back_to_desk
from handlers.staff.runs.desk_runs import runs_card
from handlers.staff.runs.screens import courier_words
from handlers.ui.order_lines import paragraphs, stack, window_words
from models.kernel.refusals import NotFound
from models.orders.run_planning import Share, shares
from models.orders.run_queries import Loose, couriers, loose_orders, open_runs
from models.orders.runs import make_runs
from models.people.access import Permission, people_allowed
from models.people.team import name_of

SURE = "sure"
MOST_COURIERS = 12


class Part(msgspec.Struct, frozen=True):
    """What a courier would take: how many orders to each emirate."""

    share: Share
    courier: str
    emirates: dict[str, int]


class Planning(StateBase, frozen=True, kw_only=True, tag="plan-runs.1"):
    """A suggestion that is looked at: it is made as it was shown, or not at all."""

    day: date
    window: str
    parts: tuple[Part, ...]
    sure: str | None = None


def plan_words(state: Planning) -> Phrase:
    """The suggestion: each courier with the number of orders to each emirate."""
    count = sum(len(part.share.order_ids) for part in state.parts)
    heading = say("plan", count=count, window=window_words(state.day, state.window))
    return paragraphs(heading, *map(part_words, state.parts), say("plan-ask"))


def part_words(part: Part) -> Phrase:
    """What one courier would take."""
    courier = say(
        "plan-courier", courier=courier_words(part.courier), count=len(part.share.order_ids)
    )
    places = (
        say("plan-emirate", emirate=say(f"emirate-{key}"), count=count)
        for key, count in part.emirates.items()
    )
    return stack(courier, *places)


async def make(turn: Turn, state: Planning) -> Reply:
    """Make the runs of the orders that were shown; those that moved on meanwhile are counted."""
    turn.leave()
    plan = [part.share for part in state.parts]
    left = set(await make_runs(turn.acting, state.day, state.window, plan))
    whose = {share.person_id for share in plan if set(share.order_ids) - left}
    words = made_words(whose, turn.person_id)
    if left:
        words = stack(words, say("plan-left", left=len(left)))
    return reply(Card(text=words), await runs_card(turn))


def made_words(whose: set[int], planner: int) -> Phrase:
    """That runs were made of these people; whoever made one of their own is told by this alone."""
    if not whose:
        return say("plan-made-none")
    return say("plan-made-own" if whose == {planner} else "plan-made")


PLANNING = Flow(
    Planning,
    (choice("sure", plan_words, ((say("plan-sure"), SURE),)),),
    make,
    allow=Permission.orders,
    left=back_to_desk,
)


@step(PlanRuns, allow=Permission.orders)
async def plan_runs(turn: Turn, asked: PlanRuns) -> Reply:
    """Suggest the runs of a window. Refuses: NotFound for a day that is none."""
    try:
        day = date.fromisoformat(asked.day)
    except ValueError as no_day:
        raise NotFound("day") from no_day
    orders = await loose_orders(turn.session, day, asked.window)
    people = await who_delivers(turn)
    if not orders or not people:
        notice = say("plan-nothing" if not orders else "plan-nobody")
        return reply(await runs_card(turn), in_place=True, notice=notice)
    held = Counter[int]()
    for run in await open_runs(turn.session):
        if (run.day, run.window) == (day, asked.window):
            held[run.person_id] += run.left
    parts = [await part_of(turn, share, orders) for share in shares(orders, people, held)]
    state = Planning(day=day, window=asked.window, parts=tuple(parts))
    return await PLANNING.start(turn, state)


async def who_delivers(turn: Turn) -> list[int]:
    """The couriers; where nobody is one, whoever may deliver."""
    known = await couriers(turn.session)
    desk = set(await people_allowed(turn.session, Permission.orders))
    return ([person for person in known if person not in desk] or known)[:MOST_COURIERS]


async def part_of(turn: Turn, share: Share, orders: list[Loose]) -> Part:
    """The share with the courier's name, and how many orders go to each emirate."""
    emirates = {order.order_id: order.emirate for order in orders}
    counted = Counter(emirates[order_id] for order_id in share.order_ids)
    return Part(share, await name_of(turn.session, share.person_id), dict(counted))
