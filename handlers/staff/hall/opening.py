"""Opening a till: at which edition, and with how much cash in it to begin with."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.hall import StartTill
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import Flow
from handlers.dialog.layout import short
from handlers.dialog.questions import AnswerOption, amount_of, choice, question
from handlers.dialog.router import step
from handlers.dialog.speech import Amount, Reply, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import back_to_desk
from handlers.staff.hall.till import NAME, own_till_card
from models.hall.editions import editions_selling
from models.hall.tills import open_till, till_of
from models.kernel.money import NOTHING, Money
from models.people.access import Permission

MOST_FLOAT = Money.dirhams(100_000)
USUAL_FLOATS = tuple(Money.dirhams(amount) for amount in (0, 100, 200, 300, 500, 1_000))


class OpeningTill(StateBase, frozen=True, kw_only=True, tag="open-till.1"):
    """A till that is being opened; `token` is of this opening, `bazaar` an edition's id."""

    token: str
    bazaar: str | None = None
    opening_float: Money | None = None


def bazaar_question() -> Question[Any]:
    """At which edition, where there are several now; it stores its id."""

    async def options(turn: Turn, _state: Any) -> Sequence[AnswerOption]:
        found = await editions_selling(turn.session, turn.now)
        return [
            (say("form-name", name=short(e.name_ar, e.name_en, NAME)), str(e.id)) for e in found
        ]

    return choice("bazaar", say("till-ask-bazaar"), options, per_row=1)


def float_question() -> Question[Any]:
    """With how much cash the till begins: a usual amount, or another one; it stores Money."""
    options = [(say("amount", amount=Amount(usual)), str(usual.fils)) for usual in USUAL_FLOATS]

    async def read(_turn: Turn, _state: Any, said: What | Pick) -> Money:
        usual = {value: Money(int(value)) for _, value in options}
        if isinstance(said, Pick) and said.value in usual:
            return usual[said.value]
        return amount_of(said, NOTHING, MOST_FLOAT)

    return question("opening_float", say("till-ask-float"), read, options=options, per_row=3)


async def open_it(turn: Turn, state: OpeningTill) -> Reply:
    """Open the till with that much in it. Refuses: TillIsOpen."""
    turn.leave()
    bazaar_id = int(require_answer(state.bazaar))
    await open_till(turn.acting, bazaar_id, require_answer(state.opening_float), state.token)
    return reply(await own_till_card(turn))


OPENING_TILL = Flow(
    OpeningTill,
    (bazaar_question(), float_question()),
    open_it,
    allow=Permission.sell,
    left=back_to_desk,
)


@step(StartTill, allow=Permission.sell)
async def start_opening(turn: Turn, _asked: StartTill) -> Reply:
    """Ask with how much the till begins; one that is there already is shown instead."""
    editions = await editions_selling(turn.session, turn.now)
    if not editions or await till_of(turn.session, turn.person_id) is not None:
        return reply(await own_till_card(turn), in_place=True)
    only = str(editions[0].id) if len(editions) == 1 else None
    return await OPENING_TILL.start(turn, OpeningTill(token=secrets.token_urlsafe(9), bazaar=only))
