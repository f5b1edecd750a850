"""What customers searched and did not find, so that the centre knows what is asked for."""

from __future__ import annotations

from handlers.dialog.actions.audit import ShowMisses
from handlers.dialog.layout import cut
from handlers.dialog.router import command, view
from handlers.dialog.speech import Phrase, Reply, When, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.ui.board import ListWords, list_board
from models.kernel.paging import page_or_first
from models.people.access import Permission
from models.products.search.misses import Missed, missed_words

PER_PAGE = 12
WORDS = 40


@view(ShowMisses, allow=Permission.audit)
async def show_misses(turn: Turn, asked: ShowMisses) -> Reply:
    """The words, the most often searched first: how often, and when last.

    A page beyond the last is the first.
    """
    page = await page_or_first(lambda at: missed_words(turn.session, at, PER_PAGE), asked.page)
    card = list_board(turn, "search", MISSES, page, ShowMisses, (TO_DESK,))
    return reply(card, in_place=True)


def missed_line(item: Missed) -> Phrase:
    """The words, how often they were searched, and when last."""
    words, when = cut(item.words, WORDS), When(item.last_at)
    return say("misses-line", words=words, times=item.times, when=when)


MISSES = ListWords(say("misses-title"), "misses", say("misses-none"), missed_line)
command("misses", lambda _rest: ShowMisses())
