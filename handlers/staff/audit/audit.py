"""The audit: who did what in the whole shop, the newest first, narrowed with a tap or two."""

from __future__ import annotations

from handlers.dialog.actions.audit import NarrowAudit, ShowAudit, ShowDayBook
from handlers.dialog.router import command, view
from handlers.dialog.speech import Choice, Day, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.audit.asked import ask_for, day_number, filter_of
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.desk.history_screen import MOST, entry_words, fill, leafing
from handlers.staff.desk.name_words import person_words
from handlers.ui.board import board
from handlers.ui.order_lines import paragraphs, stack
from models.people.access import Permission
from models.reports.audit import Filter, audit
from models.reports.history_names import Names, names_in

command("audit", lambda _rest: ShowAudit())


@view(ShowAudit, allow=Permission.audit)
async def show_audit(turn: Turn, asked: ShowAudit) -> Reply:
    """What happened before the fact of that id, by the person, day and topic that are asked for."""
    by = filter_of(asked)
    before = max(asked.before, 0)
    past = await audit(turn.session, by, before, MOST)
    actors = {entry.actor_id for entry in past.entries if entry.actor_id is not None}
    facts = [entry.fact for entry in past.entries]
    names = await names_in(turn.session, facts, {*actors, by.person_id} - {0})
    title = title_words(by, names)
    entries = [entry_words(entry, names, among_others=True) for entry in past.entries]
    words, last, whole = fill(title, entries)
    if not entries:
        words = paragraphs(title, say("history-none"))
    older = past.entries[last - 1].id if last and (past.more or not whole) else 0
    ways = leafing(before, older, lambda to: ask_for(by, to))
    rows = (ways, *narrowing_rows(by, names), (TO_DESK,))
    return reply(board(turn, "desk", say("audit-title"), words, *rows), in_place=True)


def title_words(by: Filter, names: Names) -> Phrase:
    """The title, with what the audit is narrowed to."""
    lines = [say("audit")]
    if by.person_id:
        lines.append(say("audit-by", person=person_words(by.person_id, names)))
    if by.day is not None:
        lines.append(say("audit-on", day=Day(by.day, year=True)))
    if by.topic is not None:
        lines.append(say("audit-about", topic=say(f"topic-{by.topic}")))
    return stack(*lines)


def narrowing_rows(by: Filter, names: Names) -> tuple[Row, ...]:
    """A button for each way to narrow the audit, with what is chosen, and the day book."""
    person = person_words(by.person_id, names) if by.person_id else say("audit-anybody")
    day = say("day", day=Day(by.day)) if by.day is not None else say("audit-any-day")
    topic = say(f"topic-{by.topic}") if by.topic is not None else say("audit-anything")
    return (
        (
            Choice(say("audit-who", chosen=person), narrow("who", by)),
            Choice(say("audit-topic", chosen=topic), narrow("topic", by)),
        ),
        (
            Choice(say("audit-day", chosen=day), narrow("day", by)),
            Choice(say("button-day-book"), ShowDayBook(day_number(by.day))),
        ),
    )


def narrow(what: str, by: Filter, page: int = 0) -> NarrowAudit:
    """The action that offers the choices of one of the ways to narrow the audit."""
    asked = ask_for(by)
    return NarrowAudit(what, asked.person_id, asked.day, asked.topic, page)
