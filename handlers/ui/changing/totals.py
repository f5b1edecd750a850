"""What an order would cost after a change, and the button that agrees to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import pick
from handlers.dialog.questions import Applies, always
from handlers.dialog.refusals import phrase_of
from handlers.dialog.speech import Amount, Card, Phrase, Reply, What, say
from handlers.dialog.turn import Turn
from handlers.ui.changing.sides import Side
from handlers.ui.order_lines import paragraphs, stack
from handlers.ui.pick_up import for_order
from models.kernel.refusals import Refusal
from models.orders.change_kinds import Change
from models.orders.change_preview import Preview, preview
from models.orders.queries import OrderView

SURE = "sure"

ChangeOf = Callable[[Any, OrderView], Change]
Words = Callable[[Any, Preview], Phrase]


async def preview_of(turn: Turn, side: Side, state: Any, change_of: ChangeOf) -> Preview:
    """What the order would be. Refuses: NotFound, LastLine."""
    order = await side.read(turn, state.order_id)
    plan = await turn.delivery_plan()
    return await preview(turn.session, order, change_of(state, order), plan)


def sure_question(
    side: Side, change_of: ChangeOf, words: Words, *, applies: Applies = always
) -> Question[Any]:
    """What would be, what it costs then, and one button for it; it stores SURE in `sure`.

    What was shown is kept in `agreed`.
    """

    async def with_agreed(turn: Turn, state: Any) -> Any:
        shown = await preview_of(turn, side, state, change_of)
        return msgspec.structs.replace(state, agreed=shown.agreed, sure=None)

    async def ask(turn: Turn, state: Any) -> Card:
        try:
            shown = await preview_of(turn, side, state, change_of)
        except Refusal as refusal:  # everything else was taken out of the order meanwhile
            return Card(text=phrase_of(refusal))
        yes = pick(turn, say("change-sure", total=Amount(shown.amounts.total)), SURE)
        return Card(text=paragraphs(words(state, shown), total_words(shown)), choices=((yes,),))

    async def take(turn: Turn, state: Any, said: What | Pick) -> Any | Reply:
        if said != Pick(turn.version, SURE):
            raise Unclear(say("question-choose"))
        return msgspec.structs.replace(state, sure=SURE)

    return Question("sure", ask, take, is_open, applies, asked=with_agreed)


def is_open(state: Any) -> bool:
    """Whether nobody has agreed yet."""
    return state.sure is None


def total_words(shown: Preview) -> Phrase:
    """What is to be paid, and what it was before; the fee, where the change moves it."""
    was, now = shown.order.amounts, shown.amounts
    if was.total == now.total:
        return say("change-total-same", total=Amount(now.total))
    total = say("change-total", was=Amount(was.total), now=Amount(now.total))
    words = [for_order(shown.order, total)]
    if was.fee != now.fee:
        words.insert(0, say("change-fee", was=Amount(was.fee), now=Amount(now.fee)))
    return stack(*words)
