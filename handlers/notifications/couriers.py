"""What couriers hear of their runs: made, changed by the desk, and passed on."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.runs import ShowMyRun
from handlers.dialog.layout import cut
from handlers.dialog.speech import Choice, Exact, Phrase, say
from handlers.notifications.notices import Event, Notice, message
from handlers.ui.days import window_ahead
from models.kernel.facts import RunChanged, RunPassed, RunPlanned
from models.orders.run_queries import RunBrief, RunView, run_of
from models.people.team import name_of

MOST_NAME = 40


async def tell_couriers(session: AsyncSession, event: Event) -> list[Notice]:
    """The notices for whose run it is, and for whose it was; none to who did it."""
    match event.fact:
        case RunPlanned(run_id=run_id, orders=count):
            run = await run_of(session, run_id)
            words = say("courier-run-planned", count=count, window=when(run, event))
            return to_courier(event, run.person_id, words, run_id)
        case RunChanged(run_id=run_id, added=added):
            run = await run_of(session, run_id)
            said = "courier-run-added" if added else "courier-run-without"
            words = say(said, number=Exact(event.order.number), window=when(run, event))
            return to_courier(event, run.person_id, words, run_id)
        case RunPassed(run_id=run_id, was=was, now=now):
            return await passed_on(session, event, run_id, was, now)
        case _:
            return []


def when(run: RunView | RunBrief, event: Event) -> Phrase:
    """The run's window; once it has passed, that it is due."""
    return window_ahead(run.day, run.window, event.now)


def to_courier(
    event: Event, person_id: int, words: Phrase, run_id: int, audience: str = "courier"
) -> list[Notice]:
    """The notice to the courier with the way to the run, unless it was their own doing."""
    people = () if person_id == event.actor_id else (person_id,)
    way = Choice(say("button-my-run"), ShowMyRun(run_id))
    return [Notice(audience, people, message(words, way))]


async def passed_on(
    session: AsyncSession, event: Event, run_id: int, was: int, now: int
) -> list[Notice]:
    """Who has the run now hears so, and who had it hears whose it is."""
    run = await run_of(session, run_id)
    hers = say("courier-run-yours", count=len(run.stops), window=when(run, event))
    name = cut(await name_of(session, now), MOST_NAME) or say("people-nameless")
    others = say("courier-run-passed", courier=name, window=when(run, event))
    return [
        *to_courier(event, now, hers, run_id),
        *to_courier(event, was, others, 0, "courier-before"),
    ]
