"""Answers that can be taken and are likely a slip: they count when the person says yes to them.

Each doubt is a question of its own behind the one that it doubts. Its answer stands in the state's
field of its name; another answer to the doubted question asks it anew.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.catalogue import ManageProduct
from handlers.dialog.answers import and_then
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.layout import short
from handlers.dialog.questions import AnswerOption, Applies, Asked, choice
from handlers.dialog.speech import Amount, Card, Choice, Name, Phrase, Reply, Row, Said, What, say
from handlers.dialog.turn import Turn
from models.kernel.money import Money
from models.products.same_names import same_name

YES, AGAIN, NONE = "yes", "again", "none"
NOTHING_SAME = Name("", "")
Look = Callable[[Turn, Any], Awaitable[Any]]


def with_doubt(
    asked: Question[Any], ask: Asked, is_doubtful: Applies, *more: AnswerOption, yes: Phrase
) -> tuple[Question[Any], ...]:
    """The question with its doubt behind it, `<its name>_sure`; `more` are values to take instead.

    `yes` is the button that lets the answer stand; whatever else is typed is the answer instead.
    """
    sure = f"{asked.at}_sure"

    def begin_anew(_turn: Turn, state: Any) -> Any:
        return msgspec.structs.replace(state, **{sure: None})

    def decide(_turn: Turn, state: Any) -> Any:
        decided = getattr(state, sure)
        if decided == YES:
            return state
        instead = None if decided == AGAIN else ""
        return msgspec.structs.replace(state, **{asked.at: instead, sure: None})

    first = and_then(asked, begin_anew)
    options = ((yes, YES), (say("button-answer-anew"), AGAIN), *more)
    doubt = and_then(choice(sure, ask, options, per_row=1, applies=is_doubtful), decide)

    async def take(turn: Turn, state: Any, said: What | Pick) -> Any:
        try:
            return await doubt.take(turn, state, said)
        except Unclear:
            if not isinstance(said, Said):
                raise
            return await first.take(turn, state, said)

    return first, replace(doubt, take=take)


def english_doubted(
    asked: Question[Any], applies: Callable[[Any], bool]
) -> tuple[Question[Any], ...]:
    """An English text, and whether one in Arabic letters is meant; there may be none as well."""
    field = asked.at

    def is_doubtful(state: Any) -> bool:
        return applies(state) and is_arabic(getattr(state, field) or "")

    def ask(state: Any) -> Phrase:
        return say("doubt-english", words=getattr(state, field))

    none = (say("button-no-english"), NONE)
    return with_doubt(asked, ask, is_doubtful, none, yes=say("button-leave-so"))


def is_arabic(text: str) -> bool:
    """Whether the text's letters are Arabic ones alone."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and all("\u0600" <= letter <= "\u06ff" for letter in letters)


def is_far_from(was: Money, now: Money) -> bool:
    """Whether a price is less than half or more than double of what it was."""
    return now.fils * 2 < was.fils or now.fils > was.fils * 2


def price_doubted(
    asked: Question[Any], thing: Callable[[Any], Phrase]
) -> tuple[Question[Any], ...]:
    """A new price (`price`, `was_price`), and whether one far from the old one is meant."""

    def is_doubtful(state: Any) -> bool:
        both = state.price is not None and state.was_price is not None
        return both and is_far_from(state.was_price, state.price)

    def ask(state: Any) -> Phrase:
        much = "doubt-price-more" if state.price > state.was_price else "doubt-price-less"
        figures = {"was": Amount(state.was_price), "now": Amount(state.price)}
        return say("doubt-price", product=thing(state), far=say(much), **figures)

    return with_doubt(asked, ask, is_doubtful, yes=say("button-price-right"))


def with_look(asked: Question[Any], look: Look) -> Question[Any]:
    """The question; after its answer `look` makes the state of what there is already."""

    async def take(turn: Turn, state: Any, said: What | Pick) -> Any:
        taken = await asked.take(turn, state, said)
        return taken if isinstance(taken, Reply) else await look(turn, taken)

    return replace(asked, take=take)


async def look_for_same(turn: Turn, state: Any, names: Name, family_id: int, but: int = 0) -> Any:
    """The state with the other product of that brand that is called so already (`same_id`, `same`).

    A yes to it counts as long as it is the same one.
    """
    same = await same_name(turn.session, family_id, names.ar, names.en, but=but)
    if same is None:
        return msgspec.structs.replace(state, same_id=0, same=NOTHING_SAME, same_sure=None)
    if same.id == state.same_id:
        return state
    called = short(same.name_ar, same.name_en)
    return msgspec.structs.replace(state, same_id=same.id, same=called, same_sure=None)


def same_question(ar: str, en: str) -> Question[Any]:
    """Whether one more of that name is meant, with the way to that one; else it is named anew.

    `ar` and `en` are the fields of the names.
    """
    options = ((say("button-other-name"), AGAIN), (say("button-same-name"), YES))
    asked = choice(
        "same_sure",
        lambda state: say("doubt-same", product=state.same),
        options,
        per_row=1,
        applies=lambda state: bool(state.same_id),
    )

    async def ask(turn: Turn, state: Any) -> Card:
        card = await asked.ask(turn, state)
        see: Row = (Choice(say("button-see-that"), ManageProduct(state.same_id)),)
        return msgspec.structs.replace(card, choices=(see, *card.choices))

    def decide(_turn: Turn, state: Any) -> Any:
        if state.same_sure == YES:
            return state
        nameless = dict.fromkeys((ar, en, f"{en}_sure"))
        return msgspec.structs.replace(state, same_id=0, same_sure=None, **nameless)

    return and_then(replace(asked, ask=ask), decide)
