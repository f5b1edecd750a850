"""The tills for who settles cash: the newest first, and what lies in those that are not closed."""

from __future__ import annotations

from handlers.dialog.actions.hall import ListTills, ManageTill, ShowDayMoney
from handlers.dialog.router import view
from handlers.dialog.speech import Amount, Choice, Exact, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.ui.board import board, leafing_rows
from handlers.ui.cash_words import name_words
from models.hall.tills import cash_in_open, newest_tills
from models.people.access import Permission
from models.people.team import names_of

PER_PAGE = 8


@view(ListTills, allow=Permission.finance)
async def list_tills(turn: Turn, asked: ListTills) -> Reply:
    """The tills, each with whose it is and how it stands."""
    page = await newest_tills(turn.session, max(asked.page, 0), PER_PAGE)
    names = await names_of(turn.session, [each.person_id for each in page.items])
    rows: list[Row] = []
    for each in page.items:
        name = name_words(names[each.person_id])
        label = say(f"tills-row-{each.state}", number=Exact(str(each.id)), name=name)
        rows.append((Choice(label, ManageTill(each.id)),))
    there_are = await cash_in_open(turn.session)
    words = say("tills", count=there_are.count, cash=Amount(there_are.cash))
    rows += leafing_rows(page, ListTills)
    rows.append((Choice(say("button-day-money"), ShowDayMoney()),))
    card = board(turn, "bazaar", say("tills-title"), words, *rows, (TO_DESK,))
    return reply(card, in_place=True)
