"""Whose sale it is: who may see it, take it back within minutes, and have goods of it returned."""

from __future__ import annotations

from datetime import timedelta

from handlers.dialog.turn import Turn
from models.hall.receipts import Receipt, receipt
from models.hall.tills import till_of
from models.kernel.calendar import dubai_day
from models.kernel.refusals import NotAllowed
from models.people.access import Permission


def may_return(turn: Turn, sale: Receipt) -> bool:
    """Whether the person may take goods of it back: who sold it today, or who sees to the cash."""
    if Permission.finance in turn.standing.permissions:
        return True
    return sale.seller_id == turn.person_id and dubai_day(sale.at) == dubai_day(turn.now)


async def sale_in_reach(turn: Turn, sale_id: int) -> Receipt:
    """The sale, for its seller and for who sees to the cash. Refuses: NotFound, NotAllowed."""
    sale = await receipt(turn.session, sale_id)
    if sale.seller_id != turn.person_id and Permission.finance not in turn.standing.permissions:
        raise NotAllowed
    return sale


async def still_void(turn: Turn, sale: Receipt) -> bool:
    """Whether the person can take the sale back whole: as `void_sale` asks, of the same till."""
    until = sale.at + timedelta(minutes=turn.terms.hall_void_minutes)
    own, whole = sale.seller_id == turn.person_id, not any(line.back for line in sale.lines)
    if not own or turn.now > until or not whole:
        return False
    mine = await till_of(turn.session, turn.person_id)
    return mine is not None and mine.id == sale.till_id
