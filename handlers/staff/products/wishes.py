"""Whether customers may write a wish for a product's maker, how long, and the example shown."""

from __future__ import annotations

from typing import Any

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.catalogue import ChangeWishes
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Unclear
from handlers.dialog.forms import Flow
from handlers.dialog.layout import short
from handlers.dialog.parsing import read_count
from handlers.dialog.questions import AnswerOption, question, said_text, text
from handlers.dialog.router import step
from handlers.dialog.speech import Name, Phrase, Reply, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.products.screen import back_to_product, find_product, staff_product, unless_gone
from handlers.ui.order_lines import MOST_WISH
from models.people.access import Permission
from models.products.publishing import set_wishes
from models.products.tables import Product

LENGTHS = (30, 60, MOST_WISH)
MOST_EXAMPLE = 60


class AllowingWishes(StateBase, frozen=True, kw_only=True, tag="allow-wishes.1"):
    """The product with what is so now, and the answers: the most letters (0 none), examples."""

    product_id: int
    product: Name
    was_most: int
    was_example: Name
    most: int | None = None
    example_ar: str | None = None
    example_en: str | None = None


def ask_most(state: AllowingWishes) -> Phrase:
    """The question how long a wish may be, with what is so now."""
    now = say("wishes-now-none")
    if state.was_most:
        shown = state.was_example
        example = say("wish-example", example=shown) if any((shown.ar, shown.en)) else None
        now = say("wishes-now", most=str(state.was_most), example=example or say("wish-no-example"))
    return say("wishes-ask-most", product=state.product, now=now)


async def lengths(_turn: Turn, _state: AllowingWishes) -> list[AnswerOption]:
    """The lengths to choose from, and none at all."""
    return [
        (say("wishes-none"), "0"),
        *((say("wishes-letters", most=str(n)), str(n)) for n in LENGTHS),
    ]


async def read_most(_turn: Turn, _state: AllowingWishes, said: What | Pick) -> int:
    """The most letters, pressed or typed; raises Unclear for anything else."""
    typed = said.value if isinstance(said, Pick) else said_text(said)
    most = read_count(typed, MOST_WISH)
    if most is None:
        raise Unclear(say("question-count", least="0", most=str(MOST_WISH)))
    return most


def takes_any(state: Any) -> bool:
    """Whether wishes are to be taken, so that an example is asked for."""
    return bool(state.most)


async def allow_wishes(turn: Turn, state: AllowingWishes) -> Reply:
    """Make the change and show the product's card. Refuses: NotFound."""
    examples = (state.example_ar or "", state.example_en or "")
    await set_wishes(turn.acting, state.product_id, require_answer(state.most), *examples)
    turn.leave()
    return reply(await staff_product(turn, state.product_id, say("changing-done")))


ALLOWING = Flow(
    AllowingWishes,
    (
        question("most", ask_most, read_most, options=lengths),
        *(
            text(
                f"example_{language}",
                say(f"wishes-ask-example-{language}"),
                most=MOST_EXAMPLE,
                optional=True,
                applies=takes_any,
            )
            for language in ("ar", "en")
        ),
    ),
    unless_gone(allow_wishes),
    allow=Permission.catalogue,
    left=back_to_product,
)


@step(ChangeWishes, allow=Permission.catalogue)
async def start_allowing(turn: Turn, asked: ChangeWishes) -> Reply:
    """Ask whether and how long. Refuses: NotFound."""
    found = await find_product(turn, asked.product_id)
    product = await turn.session.get_one(Product, found.id)
    state = AllowingWishes(
        product_id=found.id,
        product=short(found.name_ar, found.name_en),
        was_most=product.wish_most,
        was_example=Name(product.wish_example_ar, product.wish_example_en),
    )
    return await ALLOWING.start(turn, state)
