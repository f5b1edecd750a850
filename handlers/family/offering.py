"""«I can bring more»: of which of her things, and how many; staff take them in or decline."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.family import ShowFamilyProducts
from handlers.dialog.actions.goods import StartOffer
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import Flow, pick
from handlers.dialog.layout import in_rows
from handlers.dialog.questions import AnswerOption, choice, count
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Choice, Phrase, Reply, Row, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.family.brand import way_home
from handlers.ui.goods_notes import option_words, pieces_words
from models.hall.offers import offer_supply
from models.hall.stocked_things import StockedThing, stocked_things
from models.kernel.refusals import NotFound
from models.people.access import Permission

MOST_PIECES = 10_000
MOST_SHOWN = 60
TAPPED = (5, 10, 15, 20, 30, 50)


class Offering(StateBase, frozen=True, kw_only=True, tag="offering.1"):
    """What a family can bring, as far as it is said."""

    family_id: int
    option: str | None = None
    pieces: int | None = None


async def things(turn: Turn, family_id: int) -> list[StockedThing]:
    """Her things on sale that have stock."""
    found = await stocked_things(turn.session, family_id=family_id)
    return [thing for thing in found if not thing.withdrawn]


def words_of_thing(thing: StockedThing) -> Phrase:
    """What it is called."""
    return option_words((thing.name_ar, thing.name_en), (thing.label_ar, thing.label_en), 40)


async def options(turn: Turn, state: Offering) -> list[AnswerOption]:
    """Her things, to choose from."""
    found = (await things(turn, state.family_id))[:MOST_SHOWN]
    return [(words_of_thing(thing), str(thing.option_id)) for thing in found]


def pieces_question() -> Question[Any]:
    """How many; the usual numbers are buttons."""
    asked = count("pieces", say("offering-ask-pieces"), least=1, most=MOST_PIECES)

    async def ask(turn: Turn, state: Offering) -> Card:
        card = await asked.ask(turn, state)
        tapped = [pick(turn, say("answer", answer=str(n)), str(n)) for n in TAPPED]
        return msgspec.structs.replace(card, choices=in_rows(tapped, 3))

    async def take(turn: Turn, state: Offering, said: What | Pick) -> Any:
        if isinstance(said, Pick) and said.value in map(str, TAPPED):
            return msgspec.structs.replace(state, pieces=int(said.value))
        return await asked.take(turn, state, said)

    return replace(asked, ask=ask, take=take)


async def offer(turn: Turn, state: Offering) -> Reply:
    """Put the offer down; staff hear it. Refuses: NotFound, NotAllowed, TooManyOffers."""
    turn.standing.require_family(state.family_id)
    option_id = int(require_answer(state.option))
    pieces = require_answer(state.pieces)
    await offer_supply(turn.acting, state.family_id, option_id, pieces)
    turn.leave()
    own = Choice(say("last-piece-see-products"), ShowFamilyProducts(state.family_id))
    rows: tuple[Row, ...] = ((own,), way_home(turn, state.family_id))
    return reply(Card(text=say("offering-done", pieces=pieces_words(pieces)), choices=rows))


async def back_to_products(turn: Turn, state: Offering) -> Reply:
    """Nothing is offered."""
    return reply(Card(text=say("form-left"), choices=(way_home(turn, state.family_id),)))


OFFERING = Flow(
    Offering,
    (choice("option", say("offering-ask-thing"), options, per_row=1), pieces_question()),
    offer,
    allow=Permission.family,
    left=back_to_products,
)


@step(StartOffer, allow=Permission.family)
async def start_offering(turn: Turn, asked: StartOffer) -> Reply:
    """Ask what she can bring. Refuses: NotAllowed, NotFound where nothing of hers has stock."""
    turn.standing.require_family(asked.family_id)
    found = {thing.option_id for thing in await things(turn, asked.family_id)}
    if not found or (asked.option_id and asked.option_id not in found):
        raise NotFound("option")
    option = str(asked.option_id) if asked.option_id else None
    return await OFFERING.start(turn, Offering(family_id=asked.family_id, option=option))
