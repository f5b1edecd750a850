"""What families offer to bring: taken in with one tap when the goods are there, or declined."""

from __future__ import annotations

from handlers.dialog.actions.goods import (
    DeclineOffer,
    ListOffers,
    ShowOffer,
    TakeOffer,
    TakeOtherCount,
)
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.layout import short
from handlers.dialog.questions import count
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Choice, Phrase, Reply, Row, When, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK, back_to_desk
from handlers.staff.goods.notes import note_reply
from handlers.staff.goods.overview import TITLE, TO_STOCK
from handlers.ui.board import board, leafing_rows
from handlers.ui.goods_notes import option_words, pieces_words
from models.hall.offers import Offer, decline_offer, offer, take_offer, waiting_offers
from models.hall.refusals import OfferAnswered
from models.people.access import Permission

PER_PAGE = 8
MOST_PIECES = 10_000


@view(ListOffers, allow=Permission.catalogue)
async def list_offers(turn: Turn, asked: ListOffers) -> Reply:
    """The offers that wait, the oldest first."""
    page = await waiting_offers(turn.session, max(asked.page, 0), PER_PAGE)
    rows: list[Row] = [(Choice(offer_label(each), ShowOffer(each.id)),) for each in page.items]
    words = say("offers" if rows else "offers-none")
    ways = leafing_rows(page, ListOffers)
    return reply(
        board(turn, "catalogue", TITLE, words, *rows, *ways, (TO_STOCK, TO_DESK)), in_place=True
    )


def thing_of(found: Offer) -> Phrase:
    """What can be brought."""
    return option_words((found.name_ar, found.name_en), (found.label_ar, found.label_en), 40)


def offer_label(found: Offer) -> Phrase:
    """An offer's button: the brand, how many, and of what."""
    brand = short(found.brand_ar, found.brand_en, 20)
    return say("offer-row", brand=brand, thing=thing_of(found), pieces=str(found.quantity))


@view(ShowOffer, allow=Permission.catalogue)
async def show_offer(turn: Turn, asked: ShowOffer) -> Reply:
    """One offer, and what can be done with it. Refuses: NotFound, OfferAnswered."""
    found = await offer(turn.session, asked.offer_id)
    if not found.waits:
        raise OfferAnswered
    text = say(
        "offer",
        brand=short(found.brand_ar, found.brand_en),
        thing=thing_of(found),
        pieces=pieces_words(found.quantity),
        at=When(found.at),
    )
    came = Choice(say("button-offer-came", count=str(found.quantity)), TakeOffer(found.id))
    rows: tuple[Row, ...] = (
        (came,),
        (Choice(say("button-offer-other"), TakeOtherCount(found.id)),),
        (Choice(say("button-offer-decline"), DeclineOffer(found.id)),),
        (Choice(say("button-all-offers"), ListOffers()), TO_STOCK),
    )
    return reply(Card(text=text, choices=rows))


@step(TakeOffer, allow=Permission.catalogue)
async def take_all(turn: Turn, asked: TakeOffer) -> Reply:
    """Take in as many as were offered. Refuses: NotFound, OfferAnswered."""
    found = await offer(turn.session, asked.offer_id)
    return await note_of_offer(turn, found.id, found.quantity)


async def note_of_offer(turn: Turn, offer_id: int, quantity: int) -> Reply:
    """The note by which the goods were taken in."""
    note_id = await take_offer(turn.acting, offer_id, quantity, turn.terms)
    return await note_reply(turn, note_id, say("noting-booked"))


class TakingOffer(StateBase, frozen=True, kw_only=True, tag="taking-offer.1"):
    """How many came of what was offered."""

    offer_id: int
    offered: int
    pieces: int | None = None


def ask_pieces(state: TakingOffer) -> Phrase:
    """How many came."""
    return say("offer-ask-pieces", offered=pieces_words(state.offered))


async def take_counted(turn: Turn, state: TakingOffer) -> Reply:
    """Take in as many as came. Refuses: NotFound, OfferAnswered."""
    turn.leave()
    return await note_of_offer(turn, state.offer_id, require_answer(state.pieces))


TAKING = Flow(
    TakingOffer,
    (count("pieces", ask_pieces, least=1, most=MOST_PIECES),),
    take_counted,
    allow=Permission.catalogue,
    left=back_to_desk,
)


@step(TakeOtherCount, allow=Permission.catalogue)
async def start_taking(turn: Turn, asked: TakeOtherCount) -> Reply:
    """Ask how many came. Refuses: NotFound, OfferAnswered."""
    found = await offer(turn.session, asked.offer_id)
    if not found.waits:
        raise OfferAnswered
    return await TAKING.start(turn, TakingOffer(offer_id=found.id, offered=found.quantity))


@step(DeclineOffer, allow=Permission.catalogue)
async def decline(turn: Turn, asked: DeclineOffer) -> Reply:
    """Say no; the family hears. Refuses: NotFound, OfferAnswered."""
    await decline_offer(turn.acting, asked.offer_id)
    row: Row = (Choice(say("button-all-offers"), ListOffers()), TO_STOCK)
    return reply(Card(text=say("offer-declined"), choices=(row,)), in_place=True)
