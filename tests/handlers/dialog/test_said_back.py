"""An answer in doubt is said back, and counts when the person says yes."""

from __future__ import annotations

import pytest

from handlers.dialog import questions
from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_cards import NO, YES
from handlers.dialog.forms import Flow
from handlers.dialog.speech import Amount, Ask, Card, Pressed, Reply, Said, What, say
from handlers.dialog.states import CODEC, StateBase
from handlers.dialog.turn import Turn
from handlers.dialog.typed_choices import as_press
from models.kernel.money import Money
from tests.handlers.dialog.test_questions import ASKS, turn_of
from tests.support.words import label


class Priced(StateBase, frozen=True, tag="probe-priced.1"):
    """A form that asks for a name and a price."""

    name: str | None = None
    price: Money | None = None


async def done(turn: Turn, state: Priced) -> Reply:
    turn.leave()
    return Reply(cards=(Card(text=say("amount", amount=Amount(state.price or Money(0)))),))


FORM = Flow(Priced, [questions.text("name", ASKS), questions.price("price", ASKS)], done)


async def answered(turn: Turn, said: What | Pick) -> Reply:
    """The reply to an answer of the form; what is typed may be a button's label."""
    assert isinstance(turn.state, Priced)
    heard = await as_press(turn, said) if isinstance(said, Said) else said
    answer = heard.action if isinstance(heard, Pressed) else heard
    assert isinstance(answer, Said | Pick)
    return await FORM.answer(turn, turn.state, answer)


@pytest.fixture
async def turn() -> Turn:
    """A turn in which 25,50 was answered to the question for the price."""
    turn = turn_of()
    await FORM.start(turn, Priced(name="منى"))
    reply = await answered(turn, Said("٢٥،٥٠"))
    assert reply.cards[0].text == say("question-meant", that=say("amount", amount=Amount(DOUBT)))
    return turn


DOUBT = Money(2550)


async def test_nothing_is_stored_before_the_yes(turn: Turn) -> None:
    assert isinstance(turn.state, Priced)
    assert turn.state.price is None
    assert CODEC.decode(CODEC.encode(turn.state)) == turn.state


@pytest.mark.parametrize("pressed", [True, False])
async def test_a_yes_takes_the_amount(turn: Turn, pressed: bool) -> None:
    reply = await answered(turn, Pick(turn.version, YES) if pressed else Said(label("button-yes")))
    assert turn.state is None
    assert reply.cards[-1].text == say("amount", amount=Amount(DOUBT))


@pytest.mark.parametrize("pressed", [True, False])
async def test_a_no_asks_again(turn: Turn, pressed: bool) -> None:
    reply = await answered(turn, Pick(turn.version, NO) if pressed else Said(label("button-no")))
    assert reply.cards[0].text == ASKS
    assert reply.cards[0].ask is Ask.text
    assert isinstance(turn.state, Priced)
    assert (turn.state.price, turn.state.said_back) == (None, None)


async def test_another_amount_is_the_answer_instead(turn: Turn) -> None:
    reply = await answered(turn, Said("30"))
    assert reply.cards[-1].text == say("amount", amount=Amount(Money.dirhams(30)))


async def test_another_amount_in_doubt_is_said_back_in_its_turn(turn: Turn) -> None:
    reply = await answered(turn, Said("30,5"))
    that = say("amount", amount=Amount(Money(3050)))
    assert reply.cards[0].text == say("question-meant", that=that)


async def test_what_is_no_amount_is_said_so_at_the_question_itself(turn: Turn) -> None:
    reply = await answered(turn, Said("كثير"))
    assert reply.cards[0].text == say("two-paragraphs", first=say("question-price"), second=ASKS)
    assert isinstance(turn.state, Priced)
    assert turn.state.said_back is None


async def test_back_is_the_way_to_the_question(turn: Turn) -> None:
    assert isinstance(turn.state, Priced)
    reply = await FORM.back(turn, turn.state)
    assert reply.cards[0].text == ASKS


async def test_a_yes_to_an_earlier_doubt_is_none(turn: Turn) -> None:
    old = Pick(turn.version, YES)
    await answered(turn, Pick(turn.version, NO))
    assert turn.version > old.version


async def test_an_amount_out_of_bounds_is_not_said_back() -> None:
    turn = turn_of()
    await FORM.start(turn, Priced(name="منى"))
    reply = await answered(turn, Said("900000,50"))
    assert reply.cards[0].text.args["first"] == say(
        "question-price-range",
        least=Amount(questions.LEAST_PRICE),
        most=Amount(questions.MOST_PRICE),
    )
