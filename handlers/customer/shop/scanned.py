"""A label or a receipt was scanned: who sells goes on selling, a customer reads it."""

from __future__ import annotations

import msgspec

from handlers.dialog.actions.customer import ShowProduct
from handlers.dialog.actions.selling import OpenReceipt, ReturnGoods, Sell, SellOption
from handlers.dialog.layout import HOME
from handlers.dialog.router import ROUTES, step
from handlers.dialog.speech import Amount, Card, Exact, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.hall_receipts import receipt_card
from models.hall.receipts import receipt_by_claim, take_receipt
from models.hall.till_tables import TillState
from models.hall.tills import till_of
from models.kernel.refusals import NotFound
from models.people.access import Permission
from models.products.product_pages import product_of


async def sells_now(turn: Turn) -> bool:
    """Whether the person may sell, and has an open till."""
    if Permission.sell not in turn.standing.permissions:
        return False
    mine = await till_of(turn.session, turn.person_id)
    return mine is not None and mine.state == TillState.open.value


@step(SellOption)
async def scan_label(turn: Turn, asked: SellOption) -> Reply:
    """The thing in the basket of who sells; the product's card for anybody else.

    Refuses: NotFound; who sells is refused what `Sell` refuses.
    """
    if await sells_now(turn):
        return await ROUTES[Sell].answer(turn, Sell(asked.option_id))
    product_id = await product_of(turn.session, asked.option_id)
    if product_id is None:
        raise NotFound("option")
    shown = ShowProduct(product_id, asked.option_id)
    return await ROUTES[ShowProduct].answer(turn, shown)


@step(OpenReceipt)
async def scan_receipt(turn: Turn, asked: OpenReceipt) -> Reply:
    """The receipt, which is the customer's from then on; who sells takes goods of it back.

    Refuses: NotFound. One that is in another chat already is said to be there, and not shown.
    """
    sale = await receipt_by_claim(turn.session, asked.claim)
    if Permission.sell in turn.standing.permissions:
        return await ROUTES[ReturnGoods].answer(turn, ReturnGoods(sale.id))
    if not await take_receipt(turn.session, sale.id, turn.person_id):
        taken = say("receipt-hall-taken", number=Exact(sale.code))
        return reply(Card(text=taken, choices=((HOME,),)))
    card = receipt_card(turn, sale, (HOME,))
    thanks = say("receipt-hall-thanks", number=Exact(sale.code), total=Amount(sale.total))
    return reply(msgspec.structs.replace(card, text=thanks))
