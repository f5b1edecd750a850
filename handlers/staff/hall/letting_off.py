"""Something is let off the basket or one of its lines, with a reason; the centre bears it."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import pick
from handlers.dialog.layout import in_rows
from handlers.dialog.parsing import western
from handlers.dialog.questions import amount_of, said_text, words_of
from handlers.dialog.rendering import bare
from handlers.dialog.speech import Amount, Ask, Card, Reply, Said, What, say
from handlers.dialog.turn import Turn
from handlers.staff.hall.basket import WHOLE, Line, Selling, let_off, lines_of
from handlers.staff.hall.basket_card import LABEL, NAME, OFF
from handlers.staff.hall.showing import show_card
from handlers.ui.changing.rows_card import item_words
from models.kernel.money import NOTHING, Money, total

PERCENT = re.compile(r"([0-9]{1,3}) ?[%٪]|[%٪] ?([0-9]{1,3})")
USUAL = (5, 10, 20)
REASONS = tuple(say(f"let-off-{key}") for key in ("scratch", "last", "several"))
MOST_REASON = 100


def line_question() -> Question[Any]:
    """Off the whole basket, or off which line."""

    async def ask(turn: Turn, state: Selling) -> Card:
        whole = pick(turn, say("let-off-whole"), str(WHOLE))
        picks = [
            pick(turn, item_words(line.thing, NAME * 2, LABEL), str(at))
            for at, line in enumerate(await lines_of(turn.session, state.items))
        ]
        return Card(text=say("let-off-ask-line"), choices=in_rows([whole, *picks], 1))

    async def take(turn: Turn, state: Selling, said: What | Pick) -> Reply:
        places = {str(at): at for at in range(WHOLE, len(state.items))}
        if not isinstance(said, Pick) or said.value not in places:
            raise Unclear(say("question-choose"))
        return await show_card(turn, state, "off-amount", let_off_of=places[said.value])

    return Question(OFF, ask, take, lambda _state: True)


def amount_question() -> Question[Any]:
    """How much: a percentage or an amount; nothing takes back what was let off."""

    async def ask(turn: Turn, state: Selling) -> Card:
        shares = [pick(turn, say("percent", number=str(n)), f"{n}%") for n in USUAL]
        rows = in_rows(shares, 3)
        if any(item.let_off for item in state.items):
            rows = (*rows, (pick(turn, say("let-off-nothing"), "0%"),))
        whole = await amount_at(turn, state)
        return Card(text=say("let-off-ask-amount", total=Amount(whole)), choices=rows, ask=Ask.text)

    async def take(turn: Turn, state: Selling, said: What | Pick) -> Reply:
        off = off_of(said, await amount_at(turn, state))
        changed = msgspec.structs.replace(state, off=off)
        if not off:
            lines = await lines_of(turn.session, state.items)
            return await show_card(turn, let_off(changed, lines, state.reason), "basket")
        return await show_card(turn, changed, "off-reason")

    return Question("off-amount", ask, take, lambda _state: True, prompt=Ask.text)


async def amount_at(turn: Turn, state: Selling) -> Money:
    """What it is let off of, by the prices on the shelf."""
    lines = await lines_of(turn.session, state.items)
    chosen: list[Line] = lines if state.let_off_of == WHOLE else [lines[state.let_off_of]]
    return total(line.amount for line in chosen)


def off_of(said: What | Pick, whole: Money) -> Money:
    """How much is let off: a share of the whole in percent, or an amount; never more than it."""
    typed = said.value if isinstance(said, Pick) else western(said_text(said))
    if share := PERCENT.fullmatch(typed):
        percent = int(share[1] or share[2])
        if percent > 100:
            raise Unclear(say("let-off-too-much"))
        return Money(whole.fils * percent // 100)
    return amount_of(said, NOTHING, whole)


def reason_question() -> Question[Any]:
    """Why: one of the usual reasons, or another in words."""

    async def ask(turn: Turn, _state: Selling) -> Card:
        usual = [pick(turn, reason, str(at)) for at, reason in enumerate(REASONS)]
        return Card(text=say("let-off-ask-reason"), choices=in_rows(usual, 1), ask=Ask.text)

    async def take(turn: Turn, state: Selling, said: What | Pick) -> Reply:
        reason = reason_of(turn, said, REASONS)
        lines = await lines_of(turn.session, state.items)
        return await show_card(turn, let_off(state, lines, reason), "basket")

    return Question("off-reason", ask, take, lambda _state: True, prompt=Ask.text)


def reason_of(turn: Turn, said: What | Pick, usual: tuple[Any, ...]) -> str:
    """The reason that was chosen or typed, as it is kept: in the words of who gave it."""
    if isinstance(said, Said):
        return words_of(said, MOST_REASON)
    if isinstance(said, Pick) and said.value.isdecimal() and int(said.value) < len(usual):
        return bare(usual[int(said.value)], turn.language)
    raise Unclear(say("question-choose"))
