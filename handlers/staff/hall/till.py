"""A seller's own till: what is sold from it, what should be in it, and how it is closed."""

from __future__ import annotations

from handlers.dialog.actions.hall import ShowTill, StartTill
from handlers.dialog.actions.selling import ReturnGoods, Sell
from handlers.dialog.layout import short
from handlers.dialog.router import command, view
from handlers.dialog.speech import Amount, Card, Choice, Exact, Reply, Row, Weight, When, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.ui.board import board
from models.bazaars.bazaars import bazaar
from models.hall.editions import editions_selling
from models.hall.till_tables import TillState
from models.hall.tills import TillView, cash_in, till_of
from models.people.access import Permission

TITLE = say("till-title")
TO_TILL = Choice(say("button-till"), ShowTill())
SELLING: Row = (Choice(say("button-sell-here"), Sell(), Weight.heavy),)
RETURNING: Row = (Choice(say("button-hall-return"), ReturnGoods()),)
OPENING = Choice(say("button-open-till"), StartTill())
NAME = 40

command("sell", lambda _rest: ShowTill())


@view(ShowTill, allow=Permission.sell)
async def show_till(turn: Turn, _asked: ShowTill) -> Reply:
    """The person's till as it stands; without one, the way to open it."""
    return reply(await own_till_card(turn), in_place=True)


async def own_till_card(turn: Turn) -> Card:
    """The card of the person's till; without one, the way to open it at an edition of today."""
    mine = await till_of(turn.session, turn.person_id)
    if mine is not None:
        return await till_card(turn, mine)
    if await editions_selling(turn.session, turn.now):
        return board(turn, "bazaar", TITLE, say("till-none"), (OPENING,), (TO_DESK,))
    return board(turn, "bazaar", TITLE, say("till-no-bazaar"), (TO_DESK,))


async def till_card(turn: Turn, mine: TillView) -> Card:
    """The till with what should be in it, and what can be done at it."""
    edition = await bazaar(turn.session, mine.bazaar_id)
    text = say(
        f"till-{mine.state}",
        number=Exact(str(mine.id)),
        bazaar=short(edition.name_ar, edition.name_en, NAME),
        at=When(mine.opened_at),
        receipts=mine.receipts,
        cash=Amount(await cash_in(turn.session, mine.id)),
    )
    return board(turn, "bazaar", TITLE, text, *till_rows(mine), (TO_DESK,))


def till_rows(mine: TillView) -> tuple[Row, ...]:
    """What can be done at the till."""
    if mine.state != TillState.open.value:
        return ()
    return (SELLING, RETURNING)
