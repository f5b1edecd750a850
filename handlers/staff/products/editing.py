"""Changing one part of a product: each a question that shows what it was."""

from __future__ import annotations

from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.catalogue import ChangeProduct
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import KEEP, Flow, pick
from handlers.dialog.layout import short
from handlers.dialog.parsing import western
from handlers.dialog.parsing_counts import DAYS, read_quantity
from handlers.dialog.questions import AnswerOption, choice, count, photo, price, question, words_of
from handlers.dialog.router import step
from handlers.dialog.speech import Amount, Ask, Card, Exact, Name, Phrase, Reply, Said, What, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.products.adding import (
    AUDIENCES,
    MOST_DAILY,
    MOST_DESCRIPTION,
    MOST_LEAD,
    MOST_NAME,
    PACKAGES,
)
from handlers.staff.products.doubts import (
    NOTHING_SAME,
    english_doubted,
    look_for_same,
    price_doubted,
    same_question,
    with_look,
)
from handlers.staff.products.screen import back_to_product, find_product, product_or_gone
from handlers.ui.order_lines import stack
from models.hall.single_notes import note_counted, note_taken_in
from models.kernel.money import Money
from models.kernel.refusals import NotFound
from models.orders.stocktaking import set_aside
from models.people.access import Permission
from models.products.product_pages import OptionCard, ProductCard
from models.products.publishing import (
    rename,
    set_audience,
    set_making,
    set_package,
    set_photos,
    set_price,
    set_texts,
)
from models.products.tables import Audience, Package, Product

MOST_PIECES = 10_000
PARTS = ("price", "quantity", "name", "text", "audience", "package", "photo", "lead", "daily")


class Changing(StateBase, frozen=True, kw_only=True, tag="change-product.1"):
    """One part that is being changed, what it was, and the answer.

    `held` are the pieces of orders that are not packed yet; `option` is what the option is called,
    where there are several.
    """

    product_id: int
    option_id: int
    part: str
    product: Name
    was_ar: str = ""
    was_en: str = ""
    was_price: Money | None = None
    was_count: int = 0
    price: Money | None = None
    how: str | None = None
    pieces: int | None = None
    ar: str | None = None
    en: str | None = None
    audience: str | None = None
    package: str | None = None
    photo: str | None = None
    days: int | None = None
    daily: int | None = None
    held: int = 0
    option: Name = Name("", "")
    family_id: int = 0
    price_sure: str | None = None
    en_sure: str | None = None
    same_id: int = 0
    same: Name = NOTHING_SAME
    same_sure: str | None = None


def is_part(*parts: str) -> Any:
    """A test of the state: whether the part that is being changed is one of `parts`."""
    return lambda state: state.part in parts


def both_languages() -> tuple[Question[Any], ...]:
    """The name or the description, in Arabic and then in English; either may stay as it was."""
    ar, en = (wording_question(language) for language in ("ar", "en"))
    english = english_doubted(with_look(en, look), is_part("name"))
    return with_look(ar, look), *english, same_question("ar", "en")


async def look(turn: Turn, state: Changing) -> Changing:
    """The state, with the other product of the family that is called so already."""
    if state.part != "name" or state.ar is None or state.en is None:
        return state
    names, family_id = Name(state.ar, state.en), state.family_id
    looked: Changing = await look_for_same(turn, state, names, family_id, state.product_id)
    return looked


def wording_question(language: str) -> Question[Any]:
    """A name or a description in one language."""

    def was(state: Changing) -> str:
        return state.was_ar if language == "ar" else state.was_en

    def ask(state: Changing) -> Phrase:
        shown = was(state) or say("changing-nothing-yet")
        return say(f"changing-ask-{state.part}-{language}", was=shown)

    async def read(_turn: Turn, state: Changing, said: What | Pick) -> str:
        if isinstance(said, Pick) and said.value == KEEP:
            return was(state)
        if isinstance(said, Pick) and said.value == "none" and can_be_empty(state, language):
            return ""
        most = MOST_NAME if state.part == "name" else MOST_DESCRIPTION
        return words_of(said, most, lines=state.part == "text")

    async def options(_turn: Turn, state: Changing) -> list[AnswerOption]:
        # Once it is answered, the form itself offers to keep that answer.
        kept = [(say("button-keep"), KEEP)] if getattr(state, language) is None else []
        if not can_be_empty(state, language):
            return kept
        none = say("button-no-text" if state.part == "text" else "button-no-english")
        return [*kept, (none, "none")]

    return question(language, ask, read, options=options, applies=is_part("name", "text"))


def can_be_empty(state: Changing, language: str) -> bool:
    """Whether there need be no such text: what has no English one is shown in Arabic."""
    return state.part == "text" or language == "en"


def thing(state: Changing) -> Phrase:
    """The product, and which of its options where there are several."""
    if not (state.option.ar or state.option.en):
        return say("thing", name=state.product)
    return say("thing-option", name=state.product, option=state.option)


HOW = {"+": "in", "=": "counted"}


async def ask_how(turn: Turn, state: Changing) -> Card:
    """The question whether goods came in or were counted."""
    came, counted = (pick(turn, say(f"changing-{how}"), how) for how in HOW.values())
    figures = {"was": str(state.was_count), "held": str(state.held)}
    words = say("changing-ask-quantity", product=thing(state), **figures)
    return Card(text=words, choices=((came,), (counted,)), ask=Ask.text)


async def take_how(_turn: Turn, state: Changing, said: What | Pick) -> Changing:
    """Goods that came in are added, a count is the number itself; +5 and =12 say both at once."""
    change = msgspec.structs.replace
    if isinstance(said, Pick) and said.value in HOW.values():
        return change(state, how=said.value, pieces=None)
    typed = western(said.text) if isinstance(said, Said) else ""
    how, pieces = HOW.get(typed[:1]), read_quantity(typed[1:], MOST_PIECES)
    if how is None or pieces is None or (how == "in" and pieces == 0):
        raise Unclear(say("changing-how-unclear"))
    return change(state, how=how, pieces=pieces)


def counts(how: str) -> Any:
    """A test of the state: whether pieces are asked for in that way."""
    return lambda state: state.part == "quantity" and state.how == how


def ask_price(state: Changing) -> Phrase:
    """The question for the new price, with what it was."""
    return say(
        "changing-ask-price", product=thing(state), was=Amount(require_answer(state.was_price))
    )


def ask_days(state: Changing) -> Phrase:
    """The question for the days that it takes, with what they were."""
    return say("changing-ask-lead", product=state.product, was=str(state.was_count))


def ask_daily(state: Changing) -> Phrase:
    """The question for the pieces of a day, with what they were."""
    was = str(state.was_count) if state.was_count else say("changing-no-limit")
    return say("changing-ask-daily", product=state.product, was=was)


async def change(turn: Turn, state: Changing) -> Reply:
    """Make the change and show the product's card; of an option that is gone meanwhile, say so."""
    try:
        if state.part == "quantity":
            done = await note_pieces(turn, state)
        else:
            await make_change(turn, state)
            done = say("changing-done")
    except NotFound:
        done = say("changing-option-gone")
    turn.leave()
    return await product_or_gone(turn, state.product_id, done)


async def note_pieces(turn: Turn, state: Changing) -> Phrase:
    """Book the note of what came in or was counted; the words for it. Refuses: NotFound."""
    pieces = require_answer(state.pieces)
    booked = note_taken_in if state.how == "in" else note_counted
    note_id = await booked(turn.acting, state.option_id, pieces, turn.terms)
    noted = say("changing-noted", number=Exact(str(note_id)))
    return stack(await what_was_noted(turn, state, pieces), noted)


async def what_was_noted(turn: Turn, state: Changing, counted: int) -> Phrase:
    """The words that the change is made; of a count also what orders hold, and what is left."""
    if state.how != "counted":
        return say("changing-done")
    held = await set_aside(turn.session, state.option_id)
    figures = {"counted": str(counted), "held": str(held)}
    if counted < held:
        return say("changing-counted-short", **figures)
    return say("changing-counted-done", left=str(counted - held), **figures)


async def make_change(turn: Turn, state: Changing) -> None:
    """Call the shop's operation for that part."""
    acting, product_id = turn.acting, state.product_id
    match state.part:
        case "price":
            await set_price(acting, state.option_id, require_answer(state.price))
        case "name":
            await rename(acting, product_id, require_answer(state.ar), require_answer(state.en))
        case "text":
            await set_texts(acting, product_id, require_answer(state.ar), require_answer(state.en))
        case "audience":
            audience = Audience(require_answer(state.audience))
            await set_audience(acting, product_id, audience)
        case "package":
            await set_package(acting, product_id, Package(require_answer(state.package)))
        case "lead":
            await set_making(acting, product_id, lead_days=require_answer(state.days))
        case "daily":
            await set_making(acting, product_id, daily_most=require_answer(state.daily))
        case _:
            await set_photos(acting, product_id, (require_answer(state.photo),))


CHANGING = Flow(
    Changing,
    (
        *price_doubted(price("price", ask_price, applies=is_part("price")), thing),
        Question("how", ask_how, take_how, lambda s: s.how is None, is_part("quantity")),
        count(
            "taken_in",
            say("changing-ask-in"),
            least=1,
            most=MOST_PIECES,
            field="pieces",
            applies=counts("in"),
        ),
        count(
            "counted",
            say("changing-ask-counted"),
            most=MOST_PIECES,
            field="pieces",
            applies=counts("counted"),
        ),
        *both_languages(),
        choice(
            "audience",
            lambda s: say(
                "changing-ask-audience", product=s.product, was=say(f"audience-{s.was_ar}")
            ),
            AUDIENCES,
            applies=is_part("audience"),
        ),
        choice(
            "package",
            lambda s: say(
                "changing-ask-package", product=s.product, was=say(f"package-{s.was_ar}")
            ),
            PACKAGES,
            applies=is_part("package"),
        ),
        count("days", ask_days, least=1, most=MOST_LEAD, of=DAYS, applies=is_part("lead")),
        count("daily", ask_daily, most=MOST_DAILY, applies=is_part("daily")),
        photo(
            "photo",
            lambda s: say("changing-ask-photo", product=s.product),
            applies=is_part("photo"),
        ),
    ),
    change,
    allow=Permission.catalogue,
    left=back_to_product,
)


@step(ChangeProduct, allow=Permission.catalogue)
async def start_changing(turn: Turn, asked: ChangeProduct) -> Reply:
    """Ask for the new value of that part. Refuses: NotFound."""
    product = await find_product(turn, asked.product_id)
    if asked.part not in PARTS:
        raise NotFound("part")
    state = Changing(
        product_id=product.id,
        option_id=asked.option_id,
        part=asked.part,
        product=short(product.name_ar, product.name_en),
        family_id=product.family_id,
    )
    daily_most = (await turn.session.get_one(Product, product.id)).daily_most
    held = await set_aside(turn.session, asked.option_id) if asked.part == "quantity" else 0
    was = as_it_was(state, product, daily_most)
    return await CHANGING.start(turn, msgspec.structs.replace(was, held=held))


def as_it_was(state: Changing, product: ProductCard, daily_most: int) -> Changing:
    """The state with what the part was.

    Refuses: NotFound for an option that is gone, and for what the product does not have.
    """
    change = msgspec.structs.replace
    match state.part:
        case "name":
            return change(state, was_ar=product.name_ar, was_en=product.name_en)
        case "text":
            return change(state, was_ar=product.description_ar, was_en=product.description_en)
        case "audience":
            return change(state, was_ar=product.audience)
        case "package":
            return change(state, was_ar=product.package)
        case "lead" | "daily" if not product.made_to_order:
            raise NotFound("part")
        case "quantity" if product.made_to_order:
            raise NotFound("part")
        case "lead":
            return change(state, was_count=product.lead_days)
        case "daily":
            return change(state, was_count=daily_most)
        case "photo":
            return state
        case _:
            option = option_of(product, state.option_id)
            called = short(option.label_ar, option.label_en)
            return change(state, was_price=option.price, was_count=option.on_hand, option=called)


def option_of(product: ProductCard, option_id: int) -> OptionCard:
    """The product's option of that id. Refuses: NotFound."""
    for option in product.options:
        if option.id == option_id:
            return option
    raise NotFound("option")
