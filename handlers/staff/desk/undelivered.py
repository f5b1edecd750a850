"""The messages that could not be sent, so that somebody can call instead."""

from __future__ import annotations

from handlers.dialog.actions.staff import ShowUnsent
from handlers.dialog.layout import cut, short
from handlers.dialog.router import view
from handlers.dialog.speech import Exact, Phrase, Reply, When, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.ui.board import ListWords, list_board
from models.kernel.paging import page_or_first
from models.messaging.undelivered import Unsent, unsent_messages
from models.people.access import Permission

PER_PAGE = 6


@view(ShowUnsent, allow=Permission.team)
async def show_unsent(turn: Turn, asked: ShowUnsent) -> Reply:
    """To whom nothing could be sent, newest first: when, who, and why.

    A page beyond the last is the first.
    """
    page = await page_or_first(lambda at: unsent_messages(turn.session, at, PER_PAGE), asked.page)
    card = list_board(turn, "people", UNSENT, page, ShowUnsent, (TO_DESK,))
    return reply(card, in_place=True)


def unsent_line(item: Unsent) -> Phrase:
    """One message: to which family or person it was, when, and why it did not arrive."""
    name = short(*item.brand) if any(item.brand) else cut(item.name) or say("unsent-nobody")
    phone = Exact(item.phone) if item.phone else say("unsent-no-phone")
    why = say(f"unsent-{item.outcome}")
    return say("unsent-line", when=When(item.at), name=name, phone=phone, why=why)


UNSENT = ListWords(say("unsent-title"), "unsent", say("unsent-none"), unsent_line)
