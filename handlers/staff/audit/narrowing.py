"""The choice of the person, the day or the topic that the audit is narrowed to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from handlers.dialog.actions.audit import NarrowAudit, ShowAudit
from handlers.dialog.layout import in_rows
from handlers.dialog.router import view
from handlers.dialog.speech import Choice, Day, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.audit.asked import ask_for, filter_of
from handlers.staff.audit.audit import narrow
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.desk.name_words import person_words
from handlers.ui.board import board, leafing_rows
from models.kernel.calendar import dubai_day
from models.kernel.paging import page_of
from models.kernel.refusals import NotFound
from models.people.access import Permission
from models.reports.audit import Filter, Topic, who_acts
from models.reports.history_names import known_people, names_in

PER_PAGE, DAYS = 8, 10


@view(NarrowAudit, allow=Permission.audit)
async def offer_choices(turn: Turn, asked: NarrowAudit) -> Reply:
    """What the audit can be narrowed to, a button each. Refuses: NotFound for any other way."""
    by = filter_of(ShowAudit(asked.person_id, asked.day, asked.topic))
    if asked.what == "who":
        rows = await people_rows(turn, by, max(asked.page, 0))
    elif asked.what == "day":
        rows = day_rows(turn, by)
    elif asked.what == "topic":
        rows = topic_rows(by)
    else:
        raise NotFound("way")
    words = say(f"audit-choose-{asked.what}")
    back = Choice(say("button-back"), ask_for(by))
    card = board(turn, "desk", say("audit-title"), words, *rows, (back, TO_DESK))
    return reply(card, in_place=True)


async def people_rows(turn: Turn, by: Filter, page: int) -> Sequence[Row]:
    """Everyone who works here or did, those with a name in its order."""
    ids = await who_acts(turn.session)
    known = await known_people(turn.session, ids)
    ids.sort(key=lambda id_: (not (id_ in known and known[id_].name), known.get(id_, ("",))[0]))
    some = page_of(ids[page * PER_PAGE : (page + 1) * PER_PAGE + 1], int, page, PER_PAGE)
    names = await names_in(turn.session, (), some.items)
    chosen = [
        (Choice(person_words(id_, names), ask_for(replace(by, person_id=id_))),)
        for id_ in some.items
    ]
    anybody = Choice(say("audit-anybody"), ask_for(replace(by, person_id=0)))
    return (*chosen, *leafing_rows(some, lambda to: narrow("who", by, to)), (anybody,))


def day_rows(turn: Turn, by: Filter) -> Sequence[Row]:
    """The last days; any other one is found from the day book."""
    today = dubai_day(turn.now)
    days = [today - timedelta(days=back) for back in range(DAYS)]
    near: dict[int, Phrase] = {0: say("day-today"), 1: say("day-yesterday")}
    chosen = [
        Choice(near.get(at, say("day", day=Day(day))), ask_for(replace(by, day=day)))
        for at, day in enumerate(days)
    ]
    anytime = Choice(say("audit-any-day"), ask_for(replace(by, day=None)))
    return (*in_rows(chosen, 2), (anytime,))


def topic_rows(by: Filter) -> Sequence[Row]:
    """The topics."""
    chosen = [Choice(say(f"topic-{topic}"), ask_for(replace(by, topic=topic))) for topic in Topic]
    anything = Choice(say("audit-anything"), ask_for(replace(by, topic=None)))
    return (*in_rows(chosen, 2), (anything,))
