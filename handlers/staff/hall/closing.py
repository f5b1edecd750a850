"""The closing of a till, and the money of a day, as pictures."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from handlers.dialog.actions.hall import ManageTill, ShowClosing, ShowDayMoney
from handlers.dialog.router import view
from handlers.dialog.speech import Card, Choice, Day, Exact, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.hall.till import TO_TILLS, is_in_sight
from handlers.ui.cash_sheets import closing_sheet, day_sheet
from models.accounting.cash_handovers import waiting_tills
from models.bazaars.bazaars import bazaar
from models.hall.tills import till
from models.kernel.calendar import dubai_day
from models.kernel.refusals import NotAllowed
from models.people.access import Permission
from models.people.team import names_of
from models.reports.day_money import day_money
from models.reports.till_closing import closing_of

ONE_DAY = timedelta(days=1)


@view(ShowClosing, allow=Permission.desk)
async def show_closing(turn: Turn, asked: ShowClosing) -> Reply:
    """The till's closing, so far as it is. Refuses: NotFound, NotAllowed as the till itself."""
    found = await till(turn.session, asked.till_id)
    waits = await waiting_tills(turn.session, found.id)
    if not is_in_sight(turn, found, waits[0] if waits else None):
        raise NotAllowed
    closing = await closing_of(turn.session, found.id)
    taker = None if closing.counted is None else closing.counted.to_id
    people = [one for one in (found.person_id, taker) if one is not None]
    names = await names_of(turn.session, people)
    edition = await bazaar(turn.session, found.bazaar_id)
    picture = closing_sheet(closing, edition, names, turn.language)
    text = say("closing-text", number=Exact(str(found.id)))
    back = Choice(say("button-till"), ManageTill(found.id))
    return reply(Card(text=text, picture=picture, choices=((back, TO_DESK),), stays=True))


@view(ShowDayMoney, allow=Permission.finance)
async def show_day_money(turn: Turn, asked: ShowDayMoney) -> Reply:
    """The money of that day, or of today; of days to come there is nothing to show."""
    today = dubai_day(turn.now)
    day = min(read_day(asked.day) or today, today)
    found = await day_money(turn.session, day)
    people = [
        *(each.till.person_id for each in found.tills),
        *(each.person_id for each in found.handed_over),
        *(each.person_id for each in found.carried),
    ]
    names = await names_of(turn.session, people)
    picture = day_sheet(found, names, turn.language)
    text = say("day-money-text", day=Day(day, year=True))
    rows: tuple[Row, ...] = (leafing_days(day, today), (TO_TILLS, TO_DESK))
    return reply(Card(text=text, picture=picture, choices=rows), in_place=True)


def read_day(figures: str) -> date | None:
    """The day of an action (20260302); None for anything else."""
    try:
        return datetime.strptime(figures, "%Y%m%d").date()  # noqa: DTZ007  a day has no zone
    except ValueError:
        return None


def leafing_days(day: date, today: date) -> Row:
    """The day before, and the day after unless it is to come."""
    before = Choice(say("button-day-before"), ShowDayMoney(f"{day - ONE_DAY:%Y%m%d}"))
    after = Choice(say("button-day-after"), ShowDayMoney(f"{day + ONE_DAY:%Y%m%d}"))
    return (before, after) if day < today else (before,)
