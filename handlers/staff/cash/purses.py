"""The purses: who carries how much cash of the centre, entry by entry."""

from __future__ import annotations

from handlers.dialog.actions.cash import HandCash, ListPurses, ShowHandover, ShowMyDay, ShowPurse
from handlers.dialog.router import view
from handlers.dialog.speech import (
    Amount,
    Choice,
    Exact,
    Lines,
    Phrase,
    Reply,
    Row,
    When,
    reply,
    say,
)
from handlers.dialog.turn import Turn
from handlers.staff.cash.words import is_at_desk, whose
from handlers.staff.desk.desk import TO_DESK
from handlers.ui.board import board, leafing_rows
from handlers.ui.cash_words import name_words
from handlers.ui.order_lines import paragraphs
from models.accounting.cash_handovers import waiting_handovers
from models.accounting.purses import PurseEntry, open_purses, purse_entries, purse_of
from models.kernel.money import NOTHING, total
from models.kernel.refusals import NotAllowed
from models.orders.cash import numbers_of
from models.people.access import Permission
from models.people.team import names_of

PER_PAGE = 8
MOST_PURSES = 30
PURSE_KINDS = ("delivered", "corrected", "returned", "handover", "charged", "undone", "other")
"""What moves a purse, as the names of events say it."""
TO_PURSES = Choice(say("button-purses"), ListPurses())


@view(ListPurses, allow=Permission.orders)
async def list_purses(turn: Turn, _asked: ListPurses) -> Reply:
    """Who carries how much, and what of it waits to be confirmed."""
    purses = await open_purses(turn.session)
    names = await names_of(turn.session, [purse.person_id for purse in purses])
    waiting = {each.person_id for each in await waiting_handovers(turn.session)}
    rows: list[Row] = []
    for purse in purses[:MOST_PURSES]:
        name = name_words(names[purse.person_id])
        row = "purses-row-waits" if purse.person_id in waiting else "purses-row"
        label = say(row, name=name, amount=Amount(purse.amount))
        rows.append((Choice(label, ShowPurse(purse.person_id)),))
    carried = total(purse.amount for purse in purses)
    words = say("purses", amount=Amount(carried)) if purses else say("purses-none")
    card = board(turn, "people", say("purses-title"), words, *rows, (TO_DESK,))
    return reply(card, in_place=True)


@view(ShowPurse, allow=Permission.deliver)
async def show_purse(turn: Turn, asked: ShowPurse) -> Reply:
    """One purse, newest entries first. Refuses: NotAllowed for another's, but to the desk."""
    person_id = asked.person_id or turn.person_id
    if person_id != turn.person_id and not is_at_desk(turn):
        raise NotAllowed
    page = await purse_entries(turn.session, person_id, max(asked.page, 0), PER_PAGE)
    carried = await purse_of(turn.session, person_id)
    numbers = await numbers_of(turn.session, [each.order_id or 0 for each in page.items])
    name = await whose(turn, person_id)
    head = say("purse", name=name, amount=Amount(carried))
    listed = Lines(tuple(entry_words(each, numbers) for each in page.items))
    words = paragraphs(head, say("purse-entries", entries=listed)) if page.items else head
    rows = (
        *leafing_rows(page, lambda at: ShowPurse(asked.person_id, at)),
        await hand_row(turn, person_id, any_left=carried > NOTHING),
        (TO_PURSES if is_at_desk(turn) else TO_MY_DAY, TO_DESK),
    )
    return reply(board(turn, "people", say("purses-title"), words, *rows), in_place=True)


TO_MY_DAY = Choice(say("button-my-day"), ShowMyDay())


async def hand_row(turn: Turn, person_id: int, *, any_left: bool) -> Row:
    """The way to what waits to be confirmed, or to handing over."""
    for waiting in await waiting_handovers(turn.session, person_id):
        label = say("button-handover", amount=Amount(waiting.counted))
        return (Choice(label, ShowHandover(waiting.id)),)
    return (Choice(say("button-hand-cash"), HandCash(person_id)),) if any_left else ()


def entry_words(entry: PurseEntry, numbers: dict[int, str]) -> Phrase:
    """What came in, or went out, and why."""
    what, _, *rest = entry.event.split(":")
    kind = rest[0] if rest else what
    known = kind if kind in PURSE_KINDS else "other"
    about = say(f"purse-by-{known}", number=Exact(numbers.get(entry.order_id or 0, "")))
    return say("purse-entry", what=about, amount=Amount(entry.amount), at=When(entry.at))
