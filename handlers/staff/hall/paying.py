"""How the basket is paid: cash with what was given and the change, card, or both."""

from __future__ import annotations

from typing import Any

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.selling import CompleteSale
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import both, pick
from handlers.dialog.layout import in_rows
from handlers.dialog.no_answer import says_nothing
from handlers.dialog.parsing import western
from handlers.dialog.questions import SKIP, amount_of, said_text, words_of
from handlers.dialog.speech import (
    Amount,
    Ask,
    Card,
    Choice,
    Exact,
    Phrase,
    Reply,
    Row,
    Said,
    Weight,
    What,
    say,
)
from handlers.dialog.turn import Turn
from handlers.staff.hall.basket import CARD, CASH, Selling, lines_of, total_of
from handlers.staff.hall.basket_card import MIXED
from handlers.staff.hall.showing import show_card
from handlers.ui.board import board
from models.hall.sales import Payment
from models.kernel.money import Money

NOTES = tuple(Money.dirhams(note) for note in (20, 50, 100, 200, 500))
MOST_GIVEN = Money.dirhams(100_000)
MOST_REFERENCE = 40
EXACT = "exact"


async def basket_total(turn: Turn, state: Selling) -> Money:
    """What the basket comes to now."""
    return total_of(await lines_of(turn.session, state.items))


def payment_of(state: Selling, total: Money) -> Payment:
    """How a basket of that total is paid."""
    by_card = total if state.way == CARD else state.by_card
    return Payment(by_card, state.reference if by_card else "", state.given)


def complete_choice(state: Selling, total: Money) -> Choice:
    """The button that sells, for the total that is shown."""
    return Choice(say("button-complete"), CompleteSale(state.token, total.fils), Weight.heavy)


def pay_question() -> Question[Any]:
    """What is to be paid, what was given, what goes back; and the button that sells."""

    async def ask(turn: Turn, state: Selling) -> Card:
        total = await basket_total(turn, state)
        if state.way == CARD:
            return pay_card(turn, state, total, say("selling-by-card", total=Amount(total)), ())
        due = turn.terms.in_cash(total - state.by_card)
        return pay_card(turn, state, total, cash_words(state, due), notes_rows(turn, due))

    async def take(turn: Turn, state: Selling, said: What | Pick) -> Reply:
        if state.way == CARD:
            return await show_card(turn, state, "pay", reference=reference_of(said))
        due = turn.terms.in_cash(await basket_total(turn, state) - state.by_card)
        return await show_card(turn, state, "pay", given=given_of(said, due))

    return Question("pay", ask, take, lambda _state: True, prompt=Ask.text)


def pay_card(
    turn: Turn, state: Selling, total: Money, words: Phrase, rows: tuple[Row, ...]
) -> Card:
    """The card with what is to be paid, or what goes back, in big letters above it."""
    if state.reference:
        words = both(words, say("selling-reference", reference=Exact(state.reference)))
    title = say("amount", amount=Amount(total))
    if state.way == CASH:
        due = turn.terms.in_cash(total - state.by_card)
        title = say("selling-due-title", due=Amount(due))
        if state.given is not None:
            title = say("selling-change-title", change=Amount(state.given - due))
    sells = (complete_choice(state, total),)
    card = board(turn, "cart", title, words, sells, *rows)
    return Card(text=card.text, picture=card.picture, choices=card.choices, ask=Ask.text)


def cash_words(state: Selling, due: Money) -> Phrase:
    """What is due in cash; what was given, and what goes back of it."""
    if state.given is None:
        return say("selling-in-cash", due=Amount(due))
    given, change = Amount(state.given), Amount(state.given - due)
    return say("selling-change", due=Amount(due), given=given, change=change)


def notes_rows(turn: Turn, due: Money) -> tuple[Row, ...]:
    """The usual notes that are enough, and the exact amount."""
    notes = [pick(turn, say("amount", amount=Amount(n)), str(n.fils)) for n in NOTES if n > due]
    return in_rows([pick(turn, say("selling-exact"), EXACT), *notes], 3)


def given_of(said: What | Pick, due: Money) -> Money | None:
    """What was handed over: a note, an amount that was typed, or exactly what is due (None)."""
    if not isinstance(said, Pick):
        return amount_of(said, due, MOST_GIVEN)
    if said.value == EXACT:
        return None
    if said.value not in {str(note.fils) for note in NOTES if note > due}:
        raise Unclear(say("question-choose"))
    return Money(int(said.value))


def reference_of(said: What | Pick) -> str:
    """The terminal's reference as its slip has it: in Western digits, whatever was typed."""
    return western(words_of(said, MOST_REFERENCE, figures=True))


def by_card_question() -> Question[Any]:
    """How much of it goes by card, where the rest is paid in cash."""

    async def ask(turn: Turn, state: Selling) -> Card:
        total = Amount(await basket_total(turn, state))
        return Card(text=say("selling-ask-by-card", total=total), ask=Ask.text)

    async def take(turn: Turn, state: Selling, said: What | Pick) -> Reply:
        total = await basket_total(turn, state)
        if total <= Money(1):
            raise Unclear(say("question-price"))
        by_card = amount_of(said, Money(1), total - Money(1))
        return await show_card(turn, state, "reference", way=CASH, by_card=by_card, given=None)

    return Question(MIXED, ask, take, lambda _state: True, prompt=Ask.text)


def reference_question() -> Question[Any]:
    """The terminal's reference of what went by card; it can be left out."""

    async def ask(turn: Turn, state: Selling) -> Card:
        text = say("selling-ask-reference", amount=Amount(state.by_card))
        return Card(text=text, choices=((pick(turn, say("button-skip"), SKIP),),), ask=Ask.text)

    async def take(turn: Turn, state: Selling, said: What | Pick) -> Reply:
        skips = isinstance(said, Said) and says_nothing(said_text(said))
        if isinstance(said, Pick) or skips:
            return await show_card(turn, state, "pay", reference="")
        return await show_card(turn, state, "pay", reference=reference_of(said))

    return Question("reference", ask, take, lambda _state: True, prompt=Ask.text)
