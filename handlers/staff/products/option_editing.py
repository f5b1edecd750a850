"""Another option for a product that is on sale, and one that is taken off."""

from __future__ import annotations

from typing import Any

import msgspec

from handlers.dialog.actions.catalogue import AddOption, ManageProduct, WithdrawOption
from handlers.dialog.answers import and_then, require_answer
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import Flow, both
from handlers.dialog.layout import short
from handlers.dialog.questions import Applies, Asked, always, count, price, text
from handlers.dialog.router import step
from handlers.dialog.speech import Choice, Name, Phrase, Reply, Row, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.products.option_questions import new_label
from handlers.staff.products.option_table import MOST_LABEL
from handlers.staff.products.screen import (
    OPTION,
    back_to_product,
    find_product,
    may_add_option,
    staff_product,
    unless_gone,
)
from handlers.ui.board import board
from models.hall.single_notes import note_taken_in
from models.kernel.money import Money
from models.kernel.refusals import AlreadyThere, LastOption, NotFound
from models.people.access import Permission
from models.products.options import add_option, withdraw_option
from models.products.product_pages import OptionCard, ProductCard
from models.products.publishing import NewOption

NAMING = ("first_ar", "label_ar")
"""The questions that name the product themselves."""


class AddingOption(StateBase, frozen=True, kw_only=True, tag="add-option.1"):
    """An option that is being added; `first` is what the only one so far is called.

    `others` are the labels of those that there are.
    """

    product_id: int
    product: Name
    made_to_order: bool
    unnamed: bool
    first_ar: str | None = None
    first_en: str | None = None
    label_ar: str | None = None
    label_en: str | None = None
    price: Money | None = None
    quantity: int | None = None
    others: tuple[Name, ...] = ()


def is_unnamed(state: Any) -> bool:
    """Whether the only option so far has no name yet."""
    return bool(state.unnamed)


def of_its_own(_turn: Turn, state: AddingOption) -> AddingOption:
    """The state, when the new option is called like none that there is; raises Unclear."""
    new_label(state.label_ar, [state.first_ar, *(other.ar for other in state.others)])
    new_label(state.label_en, [state.first_en, *(other.en for other in state.others)])
    return state


def label(
    at: str, ask: Asked, *, optional: bool = False, applies: Applies = always
) -> Question[Any]:
    """A name of the new option, or of the one that there was; a number will do."""
    asked = text(at, ask, most=MOST_LABEL, figures=True, optional=optional, applies=applies)
    return and_then(asked, of_its_own)


def has_stock(state: Any) -> bool:
    """Whether pieces of the product are counted."""
    return not state.made_to_order


async def add(turn: Turn, state: AddingOption) -> Reply:
    """Add the option, with a note of its pieces, and show the product's card. Refuses: NotFound.

    Where somebody has added one of that name meanwhile, another name is asked for.
    """
    first = (
        (require_answer(state.first_ar), require_answer(state.first_en)) if state.unnamed else None
    )
    new = NewOption(
        require_answer(state.price),
        0,
        require_answer(state.label_ar),
        require_answer(state.label_en),
    )
    try:
        option_id = await add_option(turn.acting, state.product_id, new, first)
    except AlreadyThere:
        return await ask_other_name(turn, state)
    if state.quantity:
        await note_taken_in(turn.acting, option_id, state.quantity, turn.terms)
    turn.leave()
    return reply(await staff_product(turn, state.product_id, say("changing-done")))


async def ask_other_name(turn: Turn, state: AddingOption) -> Reply:
    """The option's name once more, beside those that the product has by now."""
    product = await find_product(turn, state.product_id)
    unnamed_again = msgspec.structs.replace(as_it_is(state, product), label_ar=None, label_en=None)
    taken = Name(require_answer(state.label_ar), require_answer(state.label_en))
    (asked,) = (await ADDING.start(turn, unnamed_again)).cards
    words = both(say("adding-label-taken", option=taken), asked.text)
    return reply(msgspec.structs.replace(asked, text=words))


def as_it_is(state: AddingOption, product: ProductCard) -> AddingOption:
    """The state beside the options that the product has now."""
    return msgspec.structs.replace(
        state,
        unnamed=any(not (way.label_ar or way.label_en) for way in product.options),
        others=tuple(Name(way.label_ar, way.label_en) for way in product.options),
    )


ADDING = Flow(
    AddingOption,
    (
        label(
            "first_ar",
            lambda s: say("changing-ask-first-ar", product=s.product),
            applies=is_unnamed,
        ),
        label("first_en", say("adding-ask-label-en"), optional=True, applies=is_unnamed),
        label("label_ar", lambda s: say("changing-ask-option-ar", product=s.product)),
        label("label_en", say("adding-ask-label-en"), optional=True),
        price("price", say("adding-ask-price")),
        count("quantity", say("adding-ask-quantity"), applies=has_stock),
    ),
    unless_gone(add),
    allow=Permission.catalogue,
    left=back_to_product,
    about=lambda state: None if state.at in NAMING else state.product,
)


@step(AddOption, allow=Permission.catalogue)
async def start_adding(turn: Turn, asked: AddOption) -> Reply:
    """Ask for the new option. Refuses: NotFound, also where a product has as many as may be."""
    product = await find_product(turn, asked.product_id)
    if not may_add_option(product):
        raise NotFound("option")
    state = AddingOption(
        product_id=product.id,
        product=short(product.name_ar, product.name_en),
        made_to_order=product.made_to_order,
        unnamed=False,
    )
    return await ADDING.start(turn, as_it_is(state, product))


@step(WithdrawOption, allow=Permission.catalogue)
async def withdraw(turn: Turn, asked: WithdrawOption) -> Reply:
    """Ask which option is taken off sale, then whether it is; then it is. Refuses: NotFound."""
    product = await find_product(turn, asked.product_id)
    name = short(product.name_ar, product.name_en)
    back: Row = (Choice(say("button-back"), ManageProduct(product.id)),)
    title = say("catalogue-title")
    if len(product.options) < 2:
        raise LastOption
    if not asked.option_id:
        rows = [
            (Choice(label_of(way), WithdrawOption(product.id, way.id)),) for way in product.options
        ]
        words = say("changing-which-option", product=name)
        return reply(board(turn, "catalogue", title, words, *rows, back), in_place=True)
    chosen = [way for way in product.options if way.id == asked.option_id]
    if not chosen:
        raise NotFound("option")
    if not asked.sure:
        yes = Choice(say("button-withdraw-option"), WithdrawOption(product.id, chosen[0].id, True))
        words = say("changing-option-sure", product=name, option=label_of(chosen[0]))
        return reply(board(turn, "catalogue", title, words, (yes,), back), in_place=True)
    await withdraw_option(turn.acting, product.id, chosen[0].id)
    notice = say("changing-option-withdrawn")
    return reply(await staff_product(turn, product.id), in_place=True, notice=notice)


def label_of(way: OptionCard) -> Phrase:
    """An option's name as a phrase."""
    return say("catalogue-option-name", option=short(way.label_ar, way.label_en, OPTION))
