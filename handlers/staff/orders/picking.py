"""What is to be fetched and packed for a window, family by family: read while walking."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

from handlers.dialog.actions.deliveries import ShowPicking
from handlers.dialog.layout import cut, short
from handlers.dialog.rendering import letters
from handlers.dialog.router import view
from handlers.dialog.speech import Card, Choice, Exact, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.orders.screen import TO_DELIVERIES
from handlers.ui.board import board, leafing_rows
from handlers.ui.bring_in import bring_words
from handlers.ui.order_lines import MOST_WISH, paragraphs, stack, window_label, window_words
from handlers.ui.room import MESSAGE
from models.kernel.calendar import DUBAI
from models.kernel.paging import Page, page_or_first
from models.kernel.refusals import NotFound
from models.people.access import Permission
from models.reports.picking import Pick, picking_list, windows_to_pick

PER_PAGE = 12
NAME, OPTION, BRAND = 60, 24, 60
MOST_NUMBERS = 5
DAY = "%y%m%d"


@view(ShowPicking, allow=Permission.orders)
async def show_picking(turn: Turn, asked: ShowPicking) -> Reply:
    """The picking list of a window, or the choice of one. Refuses: NotFound for no day."""
    page = max(asked.page, 0)
    if not asked.day:
        return reply(await window_choice(turn, page), in_place=True)
    day = read_day(asked.day)
    picks = await picking_list(turn.session, day, asked.starts)
    if not picks:
        return reply(await window_choice(turn, 0), in_place=True, notice=say("picking-none"))
    return reply(list_card(turn, asked, picks, page))


def read_day(written: str) -> date:
    """The day of a button. Refuses: NotFound."""
    try:
        return datetime.strptime(written, DAY).replace(tzinfo=DUBAI).date()
    except ValueError:
        raise NotFound("day") from None


async def window_choice(turn: Turn, page: int) -> Card:
    """The windows with orders that have not gone out, each with their number.

    A page beyond the last is the first.
    """
    found = await page_or_first(lambda at: windows_to_pick(turn.session, at), page)
    rows: list[Row] = [
        (
            Choice(
                say(
                    "picking-window",
                    window=window_label(one.day, one.window),
                    count=str(one.orders),
                ),
                ShowPicking(f"{one.day:{DAY}}", one.window),
            ),
        )
        for one in found.items
    ]
    rows += leafing_rows(found, lambda at: ShowPicking(page=at))
    words = say("picking-ask" if found.items else "picking-none")
    ways = (TO_DELIVERIES, TO_DESK)
    return board(turn, "deliveries", say("deliveries-title"), words, *rows, ways)


def list_card(turn: Turn, asked: ShowPicking, picks: list[Pick], page: int) -> Card:
    """A page of the list as a text of its own; a page beyond the last shows the first."""
    pages = pages_of(turn, picks)
    at = page if page < len(pages) else 0
    first = picks[0].line
    families = [family_words(turn, hers) for hers in by_family(pages[at])]
    head = say("picking-list", window=window_words(first.day, first.window))
    leaf = Page(tuple(pages[at]), at, at + 1 < len(pages))
    rows = leafing_rows(leaf, lambda to: ShowPicking(asked.day, asked.starts, to))
    back = Choice(say("picking-windows"), ShowPicking())
    return Card(
        text=paragraphs(head, *families), choices=(*rows, (back,), (TO_DELIVERIES, TO_DESK))
    )


def pages_of(turn: Turn, picks: Sequence[Pick]) -> list[list[Pick]]:
    """The picks in pages of not too many, each of which a message holds."""
    pages: list[list[Pick]] = [[]]
    room, last = MESSAGE, (0, "")
    for pick in picks:
        takes = letters(pick_words(pick)) + 1
        kind = (pick.line.family_id, pick.line.ready)
        if kind != last:
            takes += letters(heading(turn, [pick])) + 2
        if pages[-1] and (takes > room or len(pages[-1]) == PER_PAGE):
            pages.append([])
            room = MESSAGE - letters(heading(turn, [pick]))
        room, last = room - takes, kind
        pages[-1].append(pick)
    return pages


def by_family(picks: Sequence[Pick]) -> list[list[Pick]]:
    """The picks of each family, which follow each other."""
    return [list(hers) for _, hers in groupby(picks, key=lambda pick: pick.line.family_id)]


def family_words(turn: Turn, picks: Sequence[Pick]) -> Phrase:
    """What is hers; and until when she brings what she makes."""
    return stack(heading(turn, picks), *map(pick_words, picks))


def heading(turn: Turn, picks: Sequence[Pick]) -> Phrase:
    """Whose these are; and until when she brings what she makes of them."""
    line = picks[0].line
    brand = say("picking-family", brand=short(line.brand_ar, line.brand_en, BRAND))
    if all(pick.line.ready != "made" for pick in picks):
        return brand
    return stack(brand, bring_words(turn.terms, line.day, line.window, turn.now))


def pick_words(pick: Pick) -> Phrase:
    """So many of a thing: packed, to be made, or on the shelf; its wish, and whose orders."""
    line = pick.line
    thing = say("thing", name=short(line.name_ar, line.name_en, NAME))
    if line.label_ar or line.label_en:
        option = short(line.label_ar, line.label_en, OPTION)
        thing = say("thing-option", name=short(line.name_ar, line.name_en, NAME), option=option)
    numbers = " · ".join(pick.numbers[:MOST_NUMBERS])
    if len(pick.numbers) > MOST_NUMBERS:
        numbers += " …"
    words = say(
        f"picking-{line.ready}", thing=thing, count=str(pick.pieces), numbers=Exact(numbers)
    )
    return say("line-wish", line=words, wish=cut(line.wish, MOST_WISH)) if line.wish else words
