"""A history on the screen: who did what, when and why, as many entries as one caption holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handlers.dialog.actions import Action
from handlers.dialog.pictures import Icon
from handlers.dialog.rendering import letters
from handlers.dialog.speech import AnyChoice, Choice, Phrase, Reply, Row, When, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.desk.fact_words import fact_words, subject_words
from handlers.staff.desk.name_words import person_words
from handlers.ui.board import board
from handlers.ui.order_lines import paragraphs
from models.kernel.facts import OrdersClaimed, PersonErased, QuestionAsked, QuestionsErased
from models.reports.history import Entry, Past, Subject, history_of
from models.reports.history_names import Names, Standing, names_in

MOST = 8
BY_CUSTOMERS = OrdersClaimed | QuestionAsked | QuestionsErased | PersonErased
"""What customers alone do, also where no order says who that is."""
ROOM = 960
"""Letters of a caption that words may take in either language, of the 1024 that it holds."""


async def history_reply(
    turn: Turn,
    about: Subject,
    subject_id: int,
    before: int,
    *,
    title: Phrase,
    icon: Icon,
    to: Callable[[int], Action],
    back: Choice,
) -> Reply:
    """The history of that thing before the fact of that id; `to` leads to older entries."""
    past = await history_of(turn.session, about, subject_id, max(before, 0), MOST)
    names = await names_of(turn, past)
    words, last, whole = fill(title, [entry_words(entry, names) for entry in past.entries])
    older = past.more or not whole
    next_before = past.entries[last - 1].id if last else 0
    rows = (leafing(before, next_before if older else 0, to), (back, TO_DESK))
    if not past.entries:
        words = paragraphs(title, say("history-none"))
    return reply(board(turn, icon, say("history-title"), words, *rows), in_place=True)


async def names_of(turn: Turn, past: Past) -> Names:
    """The names of all that the entries are about, and of who did it."""
    actors = [entry.actor_id for entry in past.entries if entry.actor_id is not None]
    return await names_in(turn.session, (entry.fact for entry in past.entries), actors)


def fill(title: Phrase, entries: Sequence[Phrase]) -> tuple[Phrase, int, bool]:
    """The entries that fit beneath the title, how many these are, and whether it is all of them.

    One always fits: its parts are cut where they are made.
    """
    room, shown = ROOM - letters(title), [title]
    for entry in entries:
        room -= letters(entry) + 2
        if room < 0 and len(shown) > 1:
            break
        shown.append(entry)
    return paragraphs(*shown), len(shown) - 1, len(shown) > len(entries)


def leafing(before: int, older: int, to: Callable[[int], Action]) -> Row:
    """The way to the newest entries, and to older ones where there are any."""
    row: list[AnyChoice] = []
    if before > 0:
        row.append(Choice(say("button-newest"), to(0)))
    if older > 0:
        row.append(Choice(say("button-older"), to(older)))
    return tuple(row)


def entry_words(entry: Entry, names: Names, *, among_others: bool = False) -> Phrase:
    """When and by whom, and beneath it what; `among_others` with what it is about."""
    what = fact_words(entry.fact, names)
    about = subject_words(entry.fact, names) if among_others else None
    if about is not None:
        what = say("history-about-what", about=about, what=what)
    return say(
        "history-entry",
        when=say("history-when", when=When(entry.at)),
        who=who_words(entry, names),
        what=what,
    )


def who_words(entry: Entry, names: Names) -> Phrase:
    """Who did it: staff by name, the order's customer as such, or the shop by itself."""
    if entry.actor_id is None:
        return say("history-house")
    if isinstance(entry.fact, BY_CUSTOMERS) and not of_team(entry.actor_id, names):
        return say("history-customer")
    order = names.orders.get(getattr(entry.fact, "order_id", 0))
    if order is None or order.person_id != entry.actor_id:
        return person_words(entry.actor_id, names)
    if entry.actor_id not in names.people:
        return say("history-customer")
    return say("history-own-order", person=person_words(entry.actor_id, names))


def of_team(person_id: int, names: Names) -> bool:
    """Whether the person works here, or did."""
    known = names.people.get(person_id)
    return known is not None and known.standing != Standing.family
