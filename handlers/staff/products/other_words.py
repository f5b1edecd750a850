"""What else customers call a product: words that it is found by, and that nobody is shown."""

from __future__ import annotations

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.catalogue import ChangeOtherWords
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Unclear
from handlers.dialog.forms import Flow
from handlers.dialog.layout import cut, short
from handlers.dialog.questions import AnswerOption, question, words_of
from handlers.dialog.router import step
from handlers.dialog.speech import Name, Phrase, Reply, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.products.screen import back_to_product, find_product, staff_product, unless_gone
from models.people.access import Permission
from models.products.publishing import set_other_words
from models.products.search.other_words import MOST_LETTERS, MOST_WORDS, join_words, split_words
from models.products.tables import Product

MOST_TYPED = 1000
SHOWN = 600


class NamingOtherwise(StateBase, frozen=True, kw_only=True, tag="other-words.1"):
    """The product, the words that it has, and those that are typed."""

    product_id: int
    product: Name
    was: str
    words: str | None = None


def ask_words(state: NamingOtherwise) -> Phrase:
    """The question for all the words, with those that there are."""
    now = cut(state.was, SHOWN) or say("changing-nothing-yet")
    return say("other-words-ask", product=state.product, now=now, most=str(MOST_WORDS))


async def ways(_turn: Turn, state: NamingOtherwise) -> list[AnswerOption]:
    """To have none, where there are some."""
    return [(say("button-no-other-words"), "none")] if state.was else []


async def read_other_words(_turn: Turn, _state: NamingOtherwise, said: What | Pick) -> str:
    """The words, joined; raises Unclear for too many of them and for a long one."""
    if isinstance(said, Pick) and said.value == "none":
        return ""
    words = split_words(words_of(said, MOST_TYPED, lines=True))
    if len(words) > MOST_WORDS:
        raise Unclear(say("other-words-too-many", most=str(MOST_WORDS), count=str(len(words))))
    for word in words:
        if len(word) > MOST_LETTERS:
            raise Unclear(say("other-words-long", word=cut(word, 24), most=str(MOST_LETTERS)))
    return join_words(words)


async def name_otherwise(turn: Turn, state: NamingOtherwise) -> Reply:
    """Make the change and show the product's card. Refuses: NotFound."""
    words = split_words(require_answer(state.words))
    await set_other_words(turn.acting, state.product_id, words)
    turn.leave()
    return reply(await staff_product(turn, state.product_id, say("changing-done")))


NAMING = Flow(
    NamingOtherwise,
    (question("words", ask_words, read_other_words, options=ways),),
    unless_gone(name_otherwise),
    allow=Permission.catalogue,
    left=back_to_product,
)


@step(ChangeOtherWords, allow=Permission.catalogue)
async def start_naming(turn: Turn, asked: ChangeOtherWords) -> Reply:
    """Ask for the words. Refuses: NotFound."""
    found = await find_product(turn, asked.product_id)
    product = await turn.session.get_one(Product, found.id)
    state = NamingOtherwise(
        product_id=found.id,
        product=short(found.name_ar, found.name_en),
        was=product.other_words,
    )
    return await NAMING.start(turn, state)
