"""A courier's own day: what is done, what is still to do, and the cash that they carry."""

from __future__ import annotations

from handlers.dialog.actions.cash import HandCash, ShowMyDay, ShowPurse
from handlers.dialog.actions.deliveries import ListDeliveries
from handlers.dialog.router import view
from handlers.dialog.speech import Amount, Choice, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.ui.board import board
from models.accounting.purses import purse_of
from models.kernel.money import NOTHING
from models.orders.cash import count_out_with, day_of
from models.orders.queries import count_by_state
from models.orders.run_queries import not_with_another
from models.orders.states import OrderState
from models.people.access import Permission


@view(ShowMyDay, allow=Permission.deliver)
async def show_my_day(turn: Turn, _asked: ShowMyDay) -> Reply:
    """What the person has delivered today, what waits to be, and the cash to hand over."""
    done = await day_of(turn.session, turn.person_id, turn.now)
    mine = not_with_another(turn.person_id)
    waiting = await count_by_state(turn.session, (OrderState.packed,), mine)
    carried = await purse_of(turn.session, turn.person_id)
    words = say(
        "my-day",
        delivered=done.delivered,
        taken=Amount(done.taken),
        out=await count_out_with(turn.session, turn.person_id),
        packed=waiting.get(OrderState.packed, 0),
        carried=Amount(carried),
    )
    out = Choice(say("deliveries-list", state=say("state-out")), ListDeliveries(OrderState.out))
    hand: Row = (Choice(say("button-hand-cash"), HandCash()),) if carried > NOTHING else ()
    entries = Choice(say("button-purse"), ShowPurse())
    rows = (hand, (out, entries), (TO_DESK,))
    return reply(board(turn, "deliveries", say("my-day-title"), words, *rows), in_place=True)
