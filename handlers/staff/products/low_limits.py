"""From how many pieces down a family is asked for more of an option; and back to what is usual."""

from __future__ import annotations

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.catalogue import ChangeLowLimit, ManageProduct
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Unclear
from handlers.dialog.forms import Flow
from handlers.dialog.layout import in_rows, short
from handlers.dialog.parsing_counts import read_quantity
from handlers.dialog.questions import AnswerOption, question, said_text
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Choice, Name, Phrase, Reply, Row, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.products.screen import (
    OPTION,
    back_to_product,
    find_product,
    staff_product,
    unless_gone,
)
from handlers.ui.board import board
from handlers.ui.goods_notes import option_words, pieces_words
from models.kernel.refusals import NotFound
from models.people.access import Permission
from models.products.low_stock import set_low_limit
from models.products.product_pages import OptionCard, ProductCard
from models.products.tables import Option

MOST_LIMIT = 1000
USUAL, NEVER = "usual", "0"
AS_USUAL = -1


class LimitingLow(StateBase, frozen=True, kw_only=True, tag="low-limit.1"):
    """The option with its limit now, and the new one; `AS_USUAL` for the shop's."""

    product_id: int
    option_id: int
    product: Name
    option: Name
    usual: int
    was: int = AS_USUAL
    limit: int | None = None


def limit_words(limit: int) -> Phrase:
    """From how many pieces down more is asked for."""
    return say("low-never") if limit == 0 else pieces_words(limit)


def ask_limit(state: LimitingLow) -> Phrase:
    """The question from how many pieces down more is asked for, with what is so now."""
    name, option = state.product, state.option
    now = limit_words(state.was)
    if state.was == AS_USUAL:
        now = say("low-as-usual", limit=limit_words(state.usual))
    return say("low-ask", thing=option_words((name.ar, name.en), (option.ar, option.en)), now=now)


async def limits(_turn: Turn, state: LimitingLow) -> list[AnswerOption]:
    """Back to what is usual, where it is otherwise now; and never."""
    usual = say("low-back-to-usual", limit=limit_words(state.usual))
    back = [] if state.was == AS_USUAL else [(usual, USUAL)]
    return [*back, *([] if state.was == 0 else [(say("low-never"), NEVER)])]


async def read_limit(_turn: Turn, _state: LimitingLow, said: What | Pick) -> int:
    """The limit, pressed or typed; raises Unclear for anything else."""
    if isinstance(said, Pick) and said.value == USUAL:
        return AS_USUAL
    limit = read_quantity(said.value if isinstance(said, Pick) else said_text(said), MOST_LIMIT)
    if limit is None:
        raise Unclear(say("question-count", least="0", most=str(MOST_LIMIT)))
    return limit


async def keep_limit(turn: Turn, state: LimitingLow) -> Reply:
    """Keep it, and show the product's card. Refuses: NotFound."""
    limit = require_answer(state.limit)
    kept = None if limit == AS_USUAL else limit
    await set_low_limit(turn.acting, state.option_id, kept, turn.terms.low_stock)
    turn.leave()
    return reply(await staff_product(turn, state.product_id, say("changing-done")))


LIMITING = Flow(
    LimitingLow,
    (question("limit", ask_limit, read_limit, options=limits, per_row=1),),
    unless_gone(keep_limit),
    allow=Permission.catalogue,
    left=back_to_product,
)


@step(ChangeLowLimit, allow=Permission.catalogue)
async def start_limiting(turn: Turn, asked: ChangeLowLimit) -> Reply:
    """Ask of which option, where there are several; then for its limit.

    Refuses: NotFound, also for what is made to order and has no stock.
    """
    product = await find_product(turn, asked.product_id)
    if product.made_to_order:
        raise NotFound("option")
    if not asked.option_id and len(product.options) > 1:
        return reply(choice_of_options(turn, product), in_place=True)
    chosen = product.chosen_option(asked.option_id)
    if chosen is None or asked.option_id not in (0, chosen.id):
        raise NotFound("option")
    limit = (await turn.session.get_one(Option, chosen.id)).low_limit
    state = LimitingLow(
        product_id=product.id,
        option_id=chosen.id,
        product=short(product.name_ar, product.name_en),
        option=short(chosen.label_ar, chosen.label_en),
        usual=turn.terms.low_stock,
        was=AS_USUAL if limit is None else limit,
    )
    return await LIMITING.start(turn, state)


def choice_of_options(turn: Turn, product: ProductCard) -> Card:
    """The card that asks of which option."""

    def way(option: OptionCard) -> Choice:
        label = say("catalogue-option-name", option=short(option.label_ar, option.label_en, OPTION))
        return Choice(label, ChangeLowLimit(product.id, option.id))

    rows = in_rows([way(option) for option in product.options], 2)
    back: Row = (Choice(say("button-back"), ManageProduct(product.id)),)
    words = say("low-which-option", product=short(product.name_ar, product.name_en))
    return board(turn, "catalogue", say("catalogue-title"), words, *rows, back)
