"""The question for a day or for days from one to another, which no other span may meet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question, SayBack, Unclear
from handlers.dialog.meanings import Meaning
from handlers.dialog.parsing_spans import span_meant
from handlers.dialog.questions import AnswerOption, question, said_text
from handlers.dialog.speech import Day, Phrase, What, say
from handlers.dialog.turn import Turn
from handlers.staff.delivery.week import SEASON
from handlers.ui.closed_days import span_words
from models.kernel.calendar import dubai_day
from models.orders.delivery_plan import DeliveryPlan
from models.orders.plan_changes import Span

D = TypeVar("D", bound=Span)
LONGEST, FURTHEST = timedelta(days=92), timedelta(days=730)
NEXT_DAYS = 4


def days_question(
    ask: Phrase,
    spans: Callable[[DeliveryPlan], Sequence[D]],
    over: Callable[[D], Phrase],
    *,
    single: bool = False,
) -> Question[Any]:
    """Which days; it stores both ends (ISO) in `days`, with a space between.

    `over` says which of the plan's own spans they would meet. With `single` the next days are
    offered by button.
    """

    async def read(turn: Turn, _state: Any, said: What | Pick) -> str:
        meant = span_of(said, dubai_day(turn.now))
        first, last = meant.value
        for span in spans(await turn.delivery_plan()):
            if first <= span.last and span.first <= last:
                raise Unclear(over(span))
        if not meant.sure:
            raise SayBack(f"{first.isoformat()} - {last.isoformat()}", span_words(first, last))
        return f"{first.isoformat()} {last.isoformat()}"

    async def options(turn: Turn, _state: Any) -> Sequence[AnswerOption]:
        today = dubai_day(turn.now)
        days = [today + timedelta(days=more) for more in range(1, NEXT_DAYS + 1)]
        return [(say("day", day=Day(day)), day.isoformat()) for day in days if single]

    return question("days", ask, read, options=options)


def span_of(said: What | Pick, today: date) -> Meaning[tuple[date, date]]:
    """The days that were typed or pressed; raises Unclear for what cannot be."""
    span = span_meant(said.value if isinstance(said, Pick) else said_text(said), today)
    if span is None:
        raise Unclear(say("delivery-what-days"))
    first, last = span.value
    if first < today or last > today + FURTHEST:
        raise Unclear(say("delivery-days-past" if first < today else "delivery-days-far"))
    if last - first > LONGEST:
        raise Unclear(say("delivery-days-long", days=span_words(first, last)))
    return span


def day_key(day: date) -> str:
    """A day for button data."""
    return day.strftime(SEASON)
