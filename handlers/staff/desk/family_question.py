"""Whose a product is: one of the first brands by a button, or any by a part of its name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import FLOWS
from handlers.dialog.layout import short
from handlers.dialog.parsing import has_letters
from handlers.dialog.questions import AnswerOption, Asked, choose_value, fold_label, question
from handlers.dialog.speech import Reply, Said, What, say
from handlers.dialog.turn import Turn
from models.products.brands import MOST_BRANDS, families

MOST_SHOWN = 60
MOST_SOUGHT = 80


async def brands(turn: Turn, sought: str = "", but: int = 0) -> list[AnswerOption]:
    """The brands, or those whose name in either language holds what is sought; never `but`."""
    wanted = fold_label(sought)
    page = await families(turn.session, 0, MOST_BRANDS)
    return [
        (say("families-row", brand=short(f.brand_ar, f.brand_en)), str(f.id))
        for f in page.items
        if f.id != but and (wanted in fold_label(f.brand_ar) or wanted in fold_label(f.brand_en))
    ]


def family_question(ask: Asked) -> Question[Any]:
    """The question whose it is; it stores the family's id as text in `family`.

    Where several brands hold the part that was typed, it is asked which of them (`sought`). The
    one of the state's `was_id`, where it has one, is not among them.
    """

    def but(state: Any) -> int:
        return getattr(state, "was_id", 0)

    async def first(turn: Turn, state: Any) -> list[AnswerOption]:
        return (await brands(turn, state.sought, but(state)))[:MOST_SHOWN]

    async def read(turn: Turn, state: Any, said: What | Pick) -> str:
        return choose_value(turn, said, await brands(turn, but=but(state)))

    asked = question("family", ask, read, prompt=None, options=first)

    async def take(turn: Turn, state: Any, said: What | Pick) -> Any:
        try:
            return await asked.take(turn, msgspec.structs.replace(state, sought=""), said)
        except Unclear:
            sought = said.text if isinstance(said, Said) and has_letters(said.text) else ""
            if not sought or not await brands(turn, sought, but(state)):
                raise
        narrowed = msgspec.structs.replace(state, sought=sought[:MOST_SOUGHT])
        turn.enter(narrowed)
        answer: Reply = await FLOWS[type(state)].repeat(turn, narrowed)
        return answer

    return replace(asked, take=take)
