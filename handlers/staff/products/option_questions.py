"""The questions about a product's options: names, prices and quantities, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.answers import and_then
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import both
from handlers.dialog.questions import AnswerOption, choice, count, price, question, text, words_of
from handlers.dialog.speech import Amount, Lines, Name, Phrase, Reply, Said, What, say
from handlers.dialog.turn import Turn
from handlers.staff.products.draft import MOST_OPTIONS, AddingProduct, DraftOption
from handlers.staff.products.option_table import MOST_LABEL, is_table, read_table
from models.kernel.folding import normalise

ENOUGH = "-"
PARTS = ("label_ar", "label_en", "option_price", "option_quantity")
NOTHING: dict[str, Any] = dict.fromkeys(PARTS)
KINDS = ((say("adding-kind-one"), "one"), (say("adding-kind-several"), "several"))


def option_questions() -> tuple[Question[Any], ...]:
    """One option or several; of several each one's name, price and quantity, and whether more."""
    return (
        choice("kind", say("adding-ask-kind"), KINDS, per_row=1),
        label_question(),
        and_then(
            text(
                "label_en",
                say("adding-ask-label-en"),
                most=MOST_LABEL,
                figures=True,
                optional=True,
                applies=has_several,
            ),
            of_its_own,
        ),
        price("option_price", say("adding-ask-price"), applies=has_several),
        count("option_quantity", say("adding-ask-quantity"), applies=has_several_stocks),
        more_question(),
    )


def has_several(state: AddingProduct) -> bool:
    """Whether the product comes in several options."""
    return state.several


def has_several_stocks(state: AddingProduct) -> bool:
    """Whether the product comes in several options, each with a stock."""
    return state.several and not state.made_to_order


def label_question() -> Question[Any]:
    """An option's name in Arabic; or, after the first, that there is no other one."""

    async def read(turn: Turn, state: AddingProduct, said: What | Pick) -> str:
        enough = bool(state.options) and said == Pick(turn.version, ENOUGH)
        return ENOUGH if enough else words_of(said, MOST_LABEL, figures=True)

    async def options(_turn: Turn, state: AddingProduct) -> list[AnswerOption]:
        return [(say("button-no-other-option"), ENOUGH)] if state.options else []

    asked = question("label_ar", ask_label, read, options=options, applies=has_several)
    one = and_then(asked, or_enough)

    async def take(turn: Turn, state: AddingProduct, said: What | Pick) -> AddingProduct | Reply:
        made = state.made_to_order
        if isinstance(said, Said) and is_table(said.text, made_to_order=made):
            return with_options(state, read_table(said.text, state.options, made_to_order=made))
        return await one.take(turn, state, said)

    return replace(one, take=take)


def with_options(state: AddingProduct, options: Sequence[DraftOption]) -> AddingProduct:
    """The state with these options instead of its own; the last of them is the last."""
    *earlier, last = options
    parts = dict(zip(PARTS, msgspec.structs.astuple(last), strict=True))
    change = msgspec.structs.replace
    return change(state, options=tuple(earlier), more=None, shown=0, **parts)


def ask_label(state: AddingProduct) -> Phrase:
    """The question for an option's name; it says which option it is."""
    one = say("adding-ask-label-ar", number=len(state.options) + 1)
    return both(one, say("table-hint-made" if state.made_to_order else "table-hint"))


def or_enough(turn: Turn, state: AddingProduct) -> AddingProduct:
    """The state, with the options before where there is no other one."""
    return without_last(state) if state.label_ar == ENOUGH else of_its_own(turn, state)


def of_its_own(_turn: Turn, state: AddingProduct) -> AddingProduct:
    """The state, when the last option is called like none before; raises Unclear."""
    new_label(state.label_ar, [option.label_ar for option in state.options])
    new_label(state.label_en, [option.label_en for option in state.options])
    return state


def new_label(label: str | None, others: Iterable[str | None]) -> None:
    """Raises Unclear where another option of the product is called so, however it is spelled."""
    if label and normalise(label) in {normalise(other) for other in others if other}:
        raise Unclear(say("adding-label-taken", option=label))


def more_question() -> Question[Any]:
    """The question what comes next: another option, the last one taken back, or done."""
    asked = choice(
        "more",
        lambda state: say("adding-ask-more", options=options_so_far(state)),
        what_next,
        per_row=1,
        applies=has_several,
    )
    return and_then(asked, go_on_with)


async def what_next(_turn: Turn, state: AddingProduct) -> list[AnswerOption]:
    """The choices: done, another option while there is room, the last one taken back."""
    room = len(state.ways()) < MOST_OPTIONS
    another = [(say("button-another-option"), "add")] if room else []
    drop = (say("button-drop-last-option"), "drop")
    anew = [(say("button-options-anew"), "anew")] if state.options else []
    return [(say("button-options-done"), "done"), *another, drop, *anew]


def go_on_with(_turn: Turn, state: AddingProduct) -> AddingProduct:
    """The state after the choice of what comes next."""
    if state.more == "add":
        return msgspec.structs.replace(state, options=state.ways(), more=None, **NOTHING)
    if state.more == "anew":
        return msgspec.structs.replace(state, options=(), more=None, shown=0, **NOTHING)
    return without_last(state) if state.more == "drop" else state


def without_last(state: AddingProduct) -> AddingProduct:
    """The state without its last option: the one before is the last, or the first is asked for."""
    if not state.options:
        return msgspec.structs.replace(state, more=None, **NOTHING)
    return with_options(state, state.options)


def options_so_far(state: AddingProduct) -> Lines:
    """The options that were given, a line each."""
    return Lines(tuple(option_line(option, state.made_to_order) for option in state.ways()))


def option_line(option: DraftOption, made_to_order: bool) -> Phrase:
    """An option with its price, and its quantity where it has one."""
    name, cost = Name(option.label_ar, option.label_en), Amount(option.price)
    if made_to_order:
        return say("adding-option-made", option=name, price=cost)
    return say("adding-option", option=name, price=cost, quantity=option.quantity or 0)
