"""Asking for a wish for the maker of a thing in the cart: skipped with one tap, changed later."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from handlers.customer.shop.wish_screen import kept_card, left_card, wish_question
from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.customer import AskWish, DropWish, WishAnother
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Unclear
from handlers.dialog.forms import Flow, begin_interlude, end_interlude
from handlers.dialog.parsing import has_contact
from handlers.dialog.questions import question, words_of
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Choice, Name, Reply, What, reply, say
from handlers.dialog.states import InterludeBase
from handlers.dialog.turn import Turn
from models.orders.wishes import WishLine, add_line, set_wish, wish_line


class Wishing(InterludeBase, frozen=True, kw_only=True, tag="wish.1"):
    """The line whose wish is asked for, what of it is said in the question, and the wish."""

    option_id: int
    line: int
    name: Name
    label: Name
    example: Name
    most: int
    was: str = ""
    wish: str | None = None


async def read_wish(_turn: Turn, state: Wishing, said: What | Pick) -> str:
    """The wish; raises Unclear for one that names a phone or an address of the web."""
    wish = words_of(said, state.most, figures=True)
    if has_contact(wish):
        raise Unclear(say("wish-no-contact"))
    return wish


async def keep_wish(turn: Turn, state: Wishing) -> Reply:
    """Keep the wish with its line. Refuses: NotFound, WishNotTaken."""
    wish = require_answer(state.wish)
    await set_wish(turn.shopping, state.option_id, state.line, wish)
    end_interlude(turn)
    return reply(kept_card(wish))


async def leave_wish(_turn: Turn, state: Wishing) -> Reply:
    """The wish was left as it was."""
    return reply(left_card(state.was))


ASKED = question("wish", wish_question, read_wish)


async def ask_for_wish(turn: Turn, state: Wishing) -> Card:
    """The question's card; a wish that there is can be taken away."""
    card = await ASKED.ask(turn, state)
    if not state.was:
        return card
    drop = Choice(say("wish-drop"), DropWish(state.option_id, state.line))
    return msgspec.structs.replace(card, choices=(*card.choices, (drop,)))


WISHING: Flow[Wishing] = Flow(
    Wishing,
    (replace(ASKED, ask=ask_for_wish, quiet=True, listens=True),),
    keep_wish,
    left=leave_wish,
    leave=say("button-skip"),
)


def as_asked(turn: Turn, option_id: int, line: int, found: WishLine) -> Wishing:
    """The question's state, with what it says of the line."""
    return Wishing(
        option_id=option_id,
        line=line,
        name=Name(found.name_ar, found.name_en),
        label=Name(found.label_ar, found.label_en),
        example=Name(found.example_ar, found.example_en),
        most=found.most,
        was=found.wish,
        before=begin_interlude(turn),
        buyer_id=turn.caller_id,
    )


async def wish_of(turn: Turn, option_id: int, line: int) -> Reply:
    """The question for the line's wish. Refuses: NotFound, WishNotTaken."""
    found = await wish_line(turn.session, turn.shopper_id, option_id, line)
    return await WISHING.start(turn, as_asked(turn, option_id, line, found))


@step(AskWish)
async def ask_wish(turn: Turn, asked: AskWish) -> Reply:
    """Ask for the wish of a line of the cart. Refuses: NotFound, WishNotTaken."""
    return await wish_of(turn, asked.option_id, asked.line)


@step(WishAnother)
async def wish_another(turn: Turn, asked: WishAnother) -> Reply:
    """One more of the option in a line of its own, and its wish.

    Refuses: OutOfStock, TooMany, MoreThanADay, NotOnSale, NotFound, WishNotTaken.
    """
    line = await add_line(turn.shopping, asked.option_id, turn.terms)
    return await wish_of(turn, asked.option_id, line)


def may_ask(turn: Turn) -> bool:
    """Whether a wish may be asked for unbidden: nobody is in the midst of other answers."""
    return turn.state is None and turn.parked is None


def with_wish(shown: Reply, asked: Reply) -> Reply:
    """The screen that a press changed, and beneath it the question."""
    return reply(*shown.cards, *asked.cards, in_place=shown.in_place, notice=shown.notice)
