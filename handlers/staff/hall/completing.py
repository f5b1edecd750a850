"""The sale itself: made once for its token, said plainly where it was not made, and shown after."""

from __future__ import annotations

from functools import partial

import msgspec

from handlers.dialog.actions.selling import (
    CompleteSale,
    PrintSaleReceipt,
    ReturnGoods,
    Sell,
    ShowSale,
    ShowSaleReceipt,
    VoidSale,
)
from handlers.dialog.forms import FLOWS, both
from handlers.dialog.plans import current_screen
from handlers.dialog.refusals import phrase_of
from handlers.dialog.router import step, view
from handlers.dialog.speech import Amount, Card, Choice, Exact, Phrase, Reply, Row, When, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.hall.basket import UNPAID, Selling, lines_of
from handlers.staff.hall.paying import payment_of
from handlers.staff.hall.showing import BASKET
from handlers.staff.hall.till import TO_TILL
from handlers.staff.hall.whose_sale import may_return, sale_in_reach, still_void
from handlers.ui.board import board
from handlers.ui.hall_lines import receipt_lines
from handlers.ui.hall_receipts import raster_file, receipt_card
from handlers.ui.order_lines import paragraphs, stack
from models.hall.receipts import Receipt, receipt, sale_by_token
from models.hall.sales import Item, NewSale, sell
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import OutOfStock, Refusal
from models.people.access import Permission

NEW_SALE = Choice(say("button-new-sale"), Sell())


@step(CompleteSale, allow=Permission.sell)
async def complete(turn: Turn, asked: CompleteSale) -> Reply:
    """Sell what lies in the basket for the total that was shown; pressed again, show the sale.

    Refuses what `sell` refuses; then the basket is shown as it is now, and that nothing was sold.
    """
    state = turn.state
    if not isinstance(state, Selling) or state.token != asked.token:
        return await sold_before(turn, asked.token)
    if any(item.let_off for item in state.items):
        turn.standing.require(Permission.let_off)
    turn.otherwise = partial(not_sold, turn, state)
    total = Money(asked.total)
    new = NewSale(
        state.token, await items_to_sell(turn, state), total, payment_of(state, total), state.reason
    )
    sale_id = await sell(turn.acting, new, turn.terms)
    turn.leave()
    return reply(await sale_card(turn, await receipt(turn.session, sale_id)), in_place=True)


async def sold_before(turn: Turn, token: str) -> Reply:
    """The sale that was made of a basket which is left; of any other, the screen as it is now."""
    made = await sale_by_token(turn.session, token, turn.person_id)
    if made is not None:
        return reply(await sale_card(turn, await receipt(turn.session, made)), in_place=True)
    shown = await current_screen(turn)
    return msgspec.structs.replace(shown, notice=say("button-is-old"))


async def items_to_sell(turn: Turn, state: Selling) -> tuple[Item, ...]:
    """The basket's items, with no more let off than they come to now. Refuses: NotFound."""
    if not any(item.let_off for item in state.items):
        return state.items
    lines = await lines_of(turn.session, state.items)
    return tuple(msgspec.structs.replace(line.item, let_off=line.let_off) for line in lines)


async def not_sold(turn: Turn, state: Selling, refusal: Refusal) -> Reply:
    """That nothing was sold, and why; and the basket as it stands now."""
    again = msgspec.structs.replace(state, at=BASKET, path=(), **UNPAID)
    turn.enter(again)
    card = await FLOWS[Selling].card(turn, again)
    words = both(say("selling-not-sold", why=why_not(refusal)), card.text)
    return reply(msgspec.structs.replace(card, text=words), in_place=True)


def why_not(refusal: Refusal) -> Phrase:
    """Why nothing was sold; what is gone from the shelf is named in the basket beneath."""
    return say("selling-gone") if isinstance(refusal, OutOfStock) else phrase_of(refusal)


@view(ShowSale, allow=Permission.sell)
async def show_sale(turn: Turn, asked: ShowSale) -> Reply:
    """A sale as it was made. Refuses: NotFound, NotAllowed."""
    sale = await sale_in_reach(turn, asked.sale_id)
    return reply(await sale_card(turn, sale), in_place=True)


@view(ShowSaleReceipt, allow=Permission.sell)
async def show_receipt(turn: Turn, asked: ShowSaleReceipt) -> Reply:
    """The receipt as a picture, with the link for the customer. Refuses: NotFound, NotAllowed."""
    sale = await sale_in_reach(turn, asked.sale_id)
    back = Choice(say("button-back"), ShowSale(sale.id))
    printed = Choice(say("button-print-receipt"), PrintSaleReceipt(sale.id))
    rows: tuple[Row, ...] = ((printed,), (back, NEW_SALE))
    return reply(receipt_card(turn, sale, *rows, linked=True), in_place=True)


@view(PrintSaleReceipt, allow=Permission.sell)
async def print_receipt(turn: Turn, asked: PrintSaleReceipt) -> Reply:
    """The receipt as a file, a dot a pixel of the printer. Refuses: NotFound, NotAllowed."""
    sale = await sale_in_reach(turn, asked.sale_id)
    file = raster_file(sale, turn.language, turn.terms.printer_dots)
    text = say("receipt-hall-raster", number=Exact(sale.code), dots=str(file.dots))
    back = Choice(say("button-sale-receipt"), ShowSaleReceipt(sale.id))
    return reply(Card(text=text, file=file, choices=((back, NEW_SALE),), stays=True))


async def sale_card(turn: Turn, sale: Receipt, back: Money = NOTHING) -> Card:
    """The sale with its number, what was sold, how it was paid, and what can be done with it.

    Above it what was handed back just now, where that is so.
    """
    head = say("selling-void" if sale.void else "selling-sold", number=Exact(sale.code))
    text = paragraphs(
        head, receipt_lines(sale), stack(*sums(sale)), say("selling-at", at=When(sale.at))
    )
    if back:
        text = both(say("return-booked", amount=Amount(back)), text)
    return board(turn, "cart", title_of(sale, back), text, *(await sale_rows(turn, sale)))


def title_of(sale: Receipt, back: Money) -> Phrase:
    """What is read from afar: the money that goes to the customer now, or how the sale stands."""
    if back:
        return say("return-booked-title", amount=Amount(back))
    if sale.void:
        return say("selling-void-title")
    if sale.change:
        return say("selling-change-title", change=Amount(sale.change))
    return say("selling-sold-title")


def sums(sale: Receipt) -> list[Phrase]:
    """What was let off, what it came to, how it was paid, what went back."""
    lines = []
    if sale.discount:
        off, reason = Amount(sale.discount), sale.discount_reason
        lines.append(say("selling-let-off", off=off, reason=reason))
    lines.append(say("selling-total", total=Amount(sale.total)))
    if sale.card:
        lines.append(say("selling-paid-card", amount=Amount(sale.card)))
    if sale.card_reference:
        lines.append(say("selling-reference", reference=Exact(sale.card_reference)))
    if sale.cash:
        cash = "selling-paid-cash-rounded" if sale.rounded else "selling-paid-cash"
        lines.append(say(cash, amount=Amount(sale.cash)))
    if sale.change:
        given, change = Amount(sale.given), Amount(sale.change)
        lines.append(say("selling-given", given=given, change=change))
    if sale.refunded != NOTHING:
        lines.append(say("selling-handed-back", amount=Amount(sale.refunded)))
    return lines


async def sale_rows(turn: Turn, sale: Receipt) -> list[Row]:
    """A new sale, the receipt, taking it back while that can be done, or a return."""
    rows: list[Row] = [
        (NEW_SALE,),
        (Choice(say("button-sale-receipt"), ShowSaleReceipt(sale.id)),),
    ]
    beside: list[Choice] = []
    if await still_void(turn, sale):
        beside.append(Choice(say("button-void"), VoidSale(sale.id)))
    if may_return(turn, sale) and any(line.left for line in sale.lines):
        beside.append(Choice(say("button-hall-return"), ReturnGoods(sale.id)))
    return [*rows, tuple(beside), (TO_TILL,)]
