"""Adding a product, question by question; it is shown as customers will see it, then published."""

from __future__ import annotations

import secrets
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.brands import AddFamily
from handlers.dialog.actions.catalogue import AddProduct
from handlers.dialog.answers import and_then, require_answer
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import Flow, both, pick
from handlers.dialog.layout import in_rows, short
from handlers.dialog.parsing import read_count
from handlers.dialog.parsing_counts import DAYS
from handlers.dialog.questions import (
    choice,
    count,
    price,
    text,
)
from handlers.dialog.router import command, step
from handlers.dialog.speech import (
    Card,
    Choice,
    Name,
    Phrase,
    Reply,
    Row,
    What,
    reply,
    say,
)
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK, back_to_desk
from handlers.staff.desk.family_question import family_question
from handlers.staff.desk.new_goods import NewGoods, back_to_note
from handlers.staff.products.doubts import (
    english_doubted,
    look_for_same,
    same_question,
    with_look,
)
from handlers.staff.products.draft import (
    MOST_OPTIONS,
    AddingProduct,
    new_product,
    preview,
)
from handlers.staff.products.option_questions import NOTHING, option_questions
from handlers.staff.products.option_questions import PARTS as OPTION_PARTS
from handlers.staff.products.photo_questions import photos_question
from handlers.staff.products.screen import find_product, staff_product
from handlers.staff.products.to_look_through import to_look_through
from handlers.ui.board import board
from handlers.ui.product_card import option_choice, product_picture, product_text
from models.hall.note_tables import NoteKind
from models.hall.notes import NewNote, book_note
from models.people.access import Permission
from models.products.brands import families, family
from models.products.publishing import add_product
from models.products.stock import Take
from models.products.tables import Audience, Package

MOST_NAME = 80
MOST_DESCRIPTION = 500
MOST_LEAD = 60
MOST_DAILY = 1000
PACKAGES = tuple((say(f"package-{key}"), key.value) for key in Package)
AUDIENCES = tuple((say(f"audience-{key}"), key.value) for key in Audience)
MAKING = ((say("adding-in-stock"), "stock"), (say("adding-made-to-order"), "order"))

command("addproduct", lambda _rest: AddProduct())


def is_made_to_order(state: AddingProduct) -> bool:
    """Whether the product has no stock, and is made when it is ordered."""
    return state.made_to_order


def has_one_price(state: AddingProduct) -> bool:
    """Whether the product comes in one way only."""
    return not state.several


def has_one_stock(state: AddingProduct) -> bool:
    """Whether the product comes in one way only, and has a stock."""
    return not state.several and not state.made_to_order


def ask_family(state: AddingProduct) -> Phrase:
    """The question whose it is, and among which brands."""
    if not state.sought:
        return say("adding-ask-family")
    return say("adding-ask-which-family", words=state.sought)


def fit_options(_turn: Turn, state: AddingProduct) -> AddingProduct:
    """Options that were made to order lack the quantities of a stock: they are asked for anew."""
    if state.made_to_order or all(way.quantity is not None for way in state.options):
        return state
    return msgspec.structs.replace(state, options=(), more=None, shown=0, **NOTHING)


def name_questions() -> tuple[Question[Any], ...]:
    """What it is called, and whose it is; and whether the family has one that is called so."""
    english = text("name_en", say("adding-ask-name-en"), most=MOST_NAME, optional=True)
    return (
        with_look(text("name_ar", say("adding-ask-name-ar"), most=MOST_NAME), look),
        *english_doubted(with_look(english, look), lambda _state: True),
        with_look(family_question(ask_family), look),
        same_question("name_ar", "name_en"),
    )


async def look(turn: Turn, state: AddingProduct) -> AddingProduct:
    """The state, with the product of that name that the family has already."""
    if not (state.family and state.name_ar):
        return state
    names = Name(state.name_ar, state.name_en or "")
    looked: AddingProduct = await look_for_same(turn, state, names, int(state.family))
    return looked


QUESTIONS: tuple[Question[Any], ...] = (
    choice("package", say("adding-ask-package"), PACKAGES),
    *name_questions(),
    and_then(choice("making", say("adding-ask-making"), MAKING, per_row=1), fit_options),
    count(
        "lead_days",
        say("adding-ask-lead"),
        least=1,
        most=MOST_LEAD,
        of=DAYS,
        applies=is_made_to_order,
    ),
    count("daily_most", say("adding-ask-daily"), most=MOST_DAILY, applies=is_made_to_order),
    *option_questions(),
    price("price", say("adding-ask-price"), applies=has_one_price),
    count("quantity", say("adding-ask-quantity"), applies=has_one_stock),
    choice("audience", say("adding-ask-audience"), AUDIENCES),
    *(
        text(
            f"description_{language}",
            say(f"adding-ask-description-{language}"),
            most=MOST_DESCRIPTION,
            lines=True,
            optional=True,
        )
        for language in ("ar", "en")
    ),
    photos_question(),
)
DOUBTS = ("name_en_sure", "same_sure")
PARTS = tuple(asked for asked in QUESTIONS if asked.at not in (*OPTION_PARTS, *DOUBTS))


def parts_of(state: AddingProduct) -> list[str]:
    """The questions that can be asked again; an option's own are asked by way of the options."""
    return [asked.at for asked in PARTS if asked.applies(state)]


async def ask_preview(turn: Turn, state: AddingProduct) -> Card:
    """The product as customers will see it; or what of it is to be changed."""
    return ask_part(turn, state) if state.choosing else await preview_card(turn, state)


async def preview_card(turn: Turn, state: AddingProduct) -> Card:
    """The product's card, with what can be done with it beneath."""
    leaf = preview(state, await family(turn.session, int(require_answer(state.family))))
    ways = leaf.product.options if state.several else ()
    seen = [pick(turn, option_choice(leaf, way).label, f"see:{way.id}") for way in ways]
    done = (
        (pick(turn, say("button-publish"), "publish"),),
        (pick(turn, say("button-change-answer"), "change"),),
    )
    return Card(
        text=both(say("adding-preview"), product_text(leaf, turn.terms)),
        picture=product_picture(leaf, turn.language),
        choices=(*in_rows(seen, 2), *done),
    )


def ask_part(turn: Turn, state: AddingProduct) -> Card:
    """The question which answer is to be changed."""
    parts = [pick(turn, say(f"adding-part-{at.replace('_', '-')}"), at) for at in parts_of(state)]
    back = pick(turn, say("button-to-preview"), "preview")
    return Card(text=say("adding-ask-part"), choices=(*in_rows(parts, 2), (back,)))


async def take_preview(
    turn: Turn, state: AddingProduct, said: What | Pick
) -> AddingProduct | Reply:
    """Published, an answer to be changed, or another option looked at."""
    change = msgspec.structs.replace
    value = said.value if isinstance(said, Pick) else ""
    if value == "publish":
        return change(state, verdict=value)
    if value in ("change", "preview"):
        return change(state, choosing=value == "change")
    if value in parts_of(state):
        return await ADDING.edit(turn, change(state, choosing=False), value)
    shown = read_count(value.removeprefix("see:"), MOST_OPTIONS)
    if shown is None:
        raise Unclear(say("question-choose"))
    return change(state, shown=shown)


async def publish(turn: Turn, state: AddingProduct) -> Reply:
    """Put the product on sale, and show its card for staff.

    Where somebody has added one of that name meanwhile, it is said before.
    """
    looked = await look(turn, state)
    if looked.same_id and not looked.same_sure:
        return await ADDING.edit(turn, msgspec.structs.replace(looked, verdict=None), "same_sure")
    product_id = await add_product(turn.acting, new_product(state))
    turn.leave()
    new = NewGoods(int(require_answer(state.family)), await goods_of(turn, state, product_id))
    if state.note_draft:
        asked = await back_to_note(turn, state.note_draft, new)
        if asked is not None:
            return asked
    if new.goods:
        note = NewNote(NoteKind.take_in, new.family_id, secrets.token_urlsafe(9), new.goods)
        await book_note(turn.acting, note, turn.terms)
    offered = (await find_product(turn, product_id)).offered
    done = say("adding-published" if offered else "adding-published-empty")
    return reply(await staff_product(turn, product_id, done))


async def goods_of(turn: Turn, state: AddingProduct, product_id: int) -> tuple[Take, ...]:
    """The pieces that came of each option of the new product."""
    options = (await find_product(turn, product_id)).options
    pieces = [state.pieces(way) for way in state.ways()]
    made = zip(options, pieces, strict=True)
    return tuple(Take(option.id, count) for option, count in made if count)


async def back(turn: Turn, state: AddingProduct) -> Reply:
    """The form was left: the way on is its note, or the desk."""
    asked = await back_to_note(turn, state.note_draft) if state.note_draft else None
    return await back_to_desk(turn, state) if asked is None else asked


def what_it_is_about(state: AddingProduct) -> Name | None:
    """The product that is being added, once it has a name; its preview says so itself."""
    if not state.name_ar or (state.at == "preview" and not state.choosing):
        return None
    return short(state.name_ar, state.name_en or "")


PREVIEW = Question(
    "preview",
    ask_preview,
    take_preview,
    lambda state: not state.verdict,
    before=to_look_through,
)
ADDING = Flow(
    AddingProduct,
    (*QUESTIONS, PREVIEW),
    publish,
    allow=Permission.catalogue,
    keep=say("draft-product"),
    about=what_it_is_about,
    left=back,
)


@step(AddProduct, allow=Permission.catalogue)
async def start_adding(turn: Turn, asked: AddProduct) -> Reply:
    """Ask for the new product, from its package on; a family must be there first.

    One of another family that is half filled is put aside as a draft. Refuses: NotFound for a
    family that is not there.
    """
    first = await families(turn.session, 0, 1)
    if not first.items:
        return reply(no_family_yet(turn))
    if not asked.family_id:
        return await ADDING.start(turn, AddingProduct())
    known = await family(turn.session, asked.family_id)
    new = AddingProduct(family=str(known.id), note_draft=asked.note_draft)
    if isinstance(turn.state, AddingProduct) and turn.state.family != new.family:
        return await ADDING.begin_beside(turn, turn.state, new)
    return await ADDING.start(turn, new)


def no_family_yet(turn: Turn) -> Card:
    """A product is a family's: the first family is added before the first product."""
    add = Choice(say("button-add-family"), AddFamily())
    allowed = Permission.families in turn.standing.permissions
    row: Row = (add, TO_DESK) if allowed else (TO_DESK,)
    return board(turn, "catalogue", say("catalogue-title"), say("adding-no-family"), row)
