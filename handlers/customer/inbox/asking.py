"""Writing to the centre: about an order, about a product, more of a question, or anything else."""

from __future__ import annotations

from typing import Any

from handlers.customer.checkout.state import CheckoutState
from handlers.customer.inbox.handing_over import handed_card
from handlers.customer.inbox.offering import caption_of
from handlers.dialog.about_order import full_name
from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.customer import AskTeam, StartCheckout
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Unclear
from handlers.dialog.forms import HOME_ROW, Flow
from handlers.dialog.layout import short
from handlers.dialog.parsing import read_words
from handlers.dialog.questions import kept_photo, question
from handlers.dialog.router import step
from handlers.dialog.speech import (
    Ask,
    Card,
    Choice,
    Phrase,
    Reply,
    Row,
    Said,
    SentPhoto,
    SentVoice,
    What,
    reply,
    say,
)
from handlers.dialog.states import CODEC, StateBase
from handlers.dialog.turn import Turn
from handlers.ui.order_names import goods_of
from handlers.ui.question_words import about_words
from models.inbox.queries import question_view
from models.inbox.threads import MOST_TEXT, Subject, Words, ask
from models.inbox.voices import voice_length
from models.kernel.refusals import NotFound
from models.orders.queries import order_of
from models.products.product_pages import product_card

NAME = 60


class AskingTeam(StateBase, frozen=True, kw_only=True, tag="asking-team.1"):
    """What is written to the team, and what about: an order's number, or a product's names.

    `named_by` are the goods of that order, or what the question is about that more is said of.

    `kept` are the answers of a checkout that was left for it, as they are stored: they are given
    back afterwards.
    """

    about: Subject = Subject()
    number: str = ""
    name_ar: str = ""
    name_en: str = ""
    named_by: Phrase | None = None
    sent: Words | None = None
    kept: str = ""


def ask_words(state: Any) -> Phrase:
    """The question for what is to be handed over."""
    if state.about.question_id is not None:
        about = state.named_by
        return say("inbox-ask-more-about", about=about) if about else say("inbox-ask-more")
    if state.number:
        return say("inbox-ask-order", number=full_name(state.number, state.named_by))
    if state.name_ar or state.name_en:
        return say("inbox-ask-product", name=short(state.name_ar, state.name_en, NAME))
    return say("inbox-ask")


async def read_sent(turn: Turn, _state: Any, said: What | Pick) -> Words:
    """A text, a photo or a voice note; raises Unclear for anything else, and for too long a one."""
    match said:
        case Said(text=typed):
            words = read_words(typed, lines=True)
            if len(words) > MOST_TEXT:
                raise Unclear(say("question-too-long", most=MOST_TEXT))
            if words:
                return Words(text=words)
        case SentPhoto():
            return Words(text=caption_of(said), photo=await kept_photo(turn, said))
        case SentVoice():
            if await voice_length(turn.session, said.hash) is None:
                raise Unclear(say("trouble-voice-unreachable"))
            return Words(text=caption_of(said), voice=said.hash)
    raise Unclear(say("inbox-ask-again"))


async def hand_it_over(turn: Turn, state: AskingTeam) -> Reply:
    """Hand it to the team. Refuses TooManyQuestions, TooManyMessages, NotFound."""
    words = require_answer(state.sent)
    question_id = await ask(turn.acting, words, state.about, turn.terms)
    rows = give_back(turn, state)
    return reply(await handed_card(turn, question_id, *rows))


async def leave_asking(turn: Turn, state: AskingTeam) -> Reply:
    """Nothing is handed over, and what was filled in before is there again."""
    rows = give_back(turn, state)
    return reply(Card(text=say("form-left"), choices=(*rows, *HOME_ROW)))


def give_back(turn: Turn, state: AskingTeam) -> tuple[Row, ...]:
    """Keep the answers of the checkout that was left for this form; the way back to it, if any."""
    before = CODEC.decode(state.kept) if state.kept else None
    if before is None:
        turn.leave()
        return ()
    turn.park(before)
    return ((Choice(say("cart-checkout"), StartCheckout()),),)


ASKING = Flow(
    AskingTeam,
    (question("sent", ask_words, read_sent, prompt=Ask.message),),
    hand_it_over,
    left=leave_asking,
)


@step(AskTeam)
async def ask_team(turn: Turn, asked: AskTeam) -> Reply:
    """Ask for what is to be handed over. Refuses NotFound."""
    state = await asking_about(turn, asked)
    return await ASKING.start(turn, AskingTeam(**state, kept=answers_to_keep(turn)))


def answers_to_keep(turn: Turn) -> str:
    """The answers of a checkout that was begun, as they are stored; empty where there are none."""
    match turn.state or turn.parked:
        case AskingTeam(kept=kept):
            return kept
        case CheckoutState() as begun:
            return CODEC.encode(begun)
        case _:
            return ""


async def asking_about(turn: Turn, asked: AskTeam) -> dict[str, Any]:
    """What the question is about, for the form. Refuses NotFound."""
    if asked.question_id:
        found = await question_view(turn.session, asked.question_id)
        if found.person_id != turn.person_id:
            raise NotFound("question")
        return {"about": Subject(question_id=found.id), "named_by": about_words(found)}
    if asked.order_id:
        order = await order_of(turn.session, turn.person_id, asked.order_id)
        about = Subject(order_id=order.id)
        return {"about": about, "number": order.number, "named_by": goods_of(order.lines)}
    if asked.product_id:
        product = await product_card(turn.session, asked.product_id)
        if product is None:
            raise NotFound("product")
        about = Subject(product_id=product.id)
        return {"about": about, "name_ar": product.name_ar, "name_en": product.name_en}
    return {"about": Subject()}
