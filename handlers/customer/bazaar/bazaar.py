"""The bazaar: what, when and where; the map, the calendar, and the reminders."""

from __future__ import annotations

from handlers.customer.bazaar.screens import (
    Seen,
    bazaar_screen,
    calendar_card,
    coming_days,
    map_card,
    no_bazaar_screen,
)
from handlers.dialog.actions.customer import BazaarCalendar, BazaarMap, Remind, ShowBazaar
from handlers.dialog.router import command, step, view
from handlers.dialog.speech import Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from models.bazaars.bazaars import BazaarView, bazaar, current_bazaar, running_and_coming
from models.bazaars.reminders import remind, wants_reminders
from models.kernel.refusals import NotFound


@view(ShowBazaar)
async def show_bazaar(turn: Turn, asked: ShowBazaar) -> Reply:
    """The bazaar that was asked for, else the one that is open, comes next, or was last."""
    return await bazaar_reply(turn, asked.bazaar_id)


async def bazaar_reply(turn: Turn, bazaar_id: int, notice: Phrase | None = None) -> Reply:
    """The bazaar's screen, or that nothing is planned."""
    reminded = await wants_reminders(turn.session, turn.person_id)
    found = await bazaar_for(turn, bazaar_id)
    if found is None:
        card = no_bazaar_screen(turn.language, reminded=reminded)
    else:
        before, after = await beside(turn, found.id)
        seen = Seen(found, turn.now, reminded, before, after)
        card = bazaar_screen(seen, turn.language)
    return reply(card, in_place=True, notice=notice)


async def beside(turn: Turn, bazaar_id: int) -> tuple[int, int]:
    """The bazaars before and after it of those that run or come, 0 for none.

    After one that is over comes the first of them.
    """
    ahead = await running_and_coming(turn.session, turn.now)
    if bazaar_id not in ahead:
        return 0, ahead[0] if ahead else 0
    at = ahead.index(bazaar_id)
    return ahead[at - 1] if at else 0, ahead[at + 1] if at + 1 < len(ahead) else 0


async def bazaar_for(turn: Turn, bazaar_id: int) -> BazaarView | None:
    """The bazaar of that id where people may see it, else the current one, if there is any."""
    if bazaar_id:
        try:
            found = await bazaar(turn.session, bazaar_id)
        except NotFound:
            found = None
        if found is not None and found.days and not found.hidden:
            return found
    return await current_bazaar(turn.session, turn.now)


@view(BazaarMap)
async def show_map(turn: Turn, asked: BazaarMap) -> Reply:
    """Where it is, as a pin; its screen again where the place on the map is not known."""
    found = await bazaar_for(turn, asked.bazaar_id)
    if found is None or found.latitude is None or found.longitude is None:
        return await bazaar_reply(turn, asked.bazaar_id)
    return reply(map_card(found, found.latitude, found.longitude))


@view(BazaarCalendar)
async def send_calendar(turn: Turn, asked: BazaarCalendar) -> Reply:
    """The days to come as a calendar file; its screen again when it is over."""
    found = await bazaar_for(turn, asked.bazaar_id)
    if found is None:
        return await bazaar_reply(turn, 0)
    seen = Seen(found, turn.now, reminded=False)
    if not coming_days(seen):
        return await bazaar_reply(turn, found.id)
    return reply(calendar_card(seen, turn.language))


@step(Remind)
async def set_reminders(turn: Turn, asked: Remind) -> Reply:
    """Reminders of every opening, on or off."""
    await remind(turn.acting, asked.on)
    notice = say("bazaar-reminders-set" if asked.on else "bazaar-reminders-unset")
    return await bazaar_reply(turn, asked.bazaar_id, notice)


command("bazaar", lambda _rest: ShowBazaar())
