"""Kinds of questions: what each takes, what each refuses, and the way through a form."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog import questions
from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import KEEP, Flow
from handlers.dialog.questions import SKIP, Pin
from handlers.dialog.rendering import bare
from handlers.dialog.speech import (
    Ask,
    Card,
    Phrase,
    Reply,
    Said,
    SentPhoto,
    SharedPhone,
    SharedPlace,
    What,
    say,
)
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from models.kernel.money import Money
from models.kernel.shop_terms import DEFAULT_TERMS
from models.people.access import Standing
from tests.support.words import label

ASKS = say("button-help")
EMIRATES = ((say("button-cart"), "cart"), (say("button-orders"), "orders"))


class Probe(StateBase, frozen=True, tag="probe.1"):
    """A form that is nobody's."""

    name: str | None = None
    note: str | None = None
    where: str | Pin | None = None
    kind: str | None = None
    how_many: int | None = None
    price: Money | None = None
    phone: str | None = None
    photo: str | None = None


def turn_of(state: StateBase | None = None) -> Turn:
    """A turn whose session is never used."""
    return Turn(
        session=AsyncSession(),
        now=datetime(2026, 1, 5, 8, tzinfo=UTC),
        terms=DEFAULT_TERMS,
        account_id=1,
        person_id=1,
        language="ar",
        standing=Standing(),
        state=state,
        version=3,
    )


async def taken(question: Question[Any], said: What | Pick) -> Any:
    """The state after that answer."""
    return await question.take(turn_of(), Probe(at=question.at), said)


async def refused(question: Question[Any], said: What | Pick) -> str:
    """The id of the sentence with which the answer is turned down."""
    with pytest.raises(Unclear) as unclear:
        await taken(question, said)
    assert bare(unclear.value.phrase, "ar")
    assert bare(unclear.value.phrase, "en")
    return unclear.value.phrase.id


async def test_a_text_is_cleaned_and_bounded() -> None:
    name = questions.text("name", ASKS, most=20)
    assert (await taken(name, Said("  منى \u202e  بنت\nسالم\x00 "))).name == "منى بنت سالم"
    assert await refused(name, Said("م" * 10_000)) == "question-too-long"
    assert await refused(name, Said("🌹🌹")) == "question-needs-words"
    assert await refused(name, Said("\ud83d")) == "question-needs-words"
    assert await refused(name, SharedPlace(25.3, 55.4)) == "question-needs-text"
    assert await refused(name, SentPhoto("ab")) == "question-needs-text"
    assert await refused(name, Pick(3, SKIP)) == "question-needs-text"


async def test_a_text_of_several_lines_keeps_them() -> None:
    note = questions.text("note", ASKS, lines=True)
    assert (await taken(note, Said("سطر  أول\n\n\n\nسطر ثانٍ"))).note == "سطر أول\n\nسطر ثانٍ"


async def test_an_optional_text_can_be_skipped() -> None:
    note = questions.text("note", ASKS, optional=True)
    card = await note.ask(turn_of(), Probe(at="note"))
    assert [choice.label.id for row in card.choices for choice in row] == ["button-skip"]
    assert (await taken(note, Pick(3, SKIP))).note == ""
    answered = await note.ask(turn_of(), Probe(at="note", note="x"))
    assert [choice.label.id for row in answered.choices for choice in row] == ["button-no-answer"]
    skipped = await note.ask(turn_of(), Probe(at="note", note=""))
    assert skipped.choices == ()


async def test_a_choice_takes_a_press_and_a_typed_label() -> None:
    kind = questions.choice("kind", ASKS, EMIRATES)
    assert (await taken(kind, Pick(3, "cart"))).kind == "cart"
    assert (await taken(kind, Said("طلبا"))).kind == "orders"
    assert (await taken(kind, Said("my ORDERS"))).kind == "orders"
    assert await refused(kind, Pick(3, "forged")) == "question-choose"
    assert await refused(kind, Said("غير ذلك")) == "question-choose"
    assert await refused(kind, Said("🌹")) == "question-choose"


async def test_a_whole_label_goes_before_one_that_it_is_a_part_of() -> None:
    names = {"short": "دار الورد", "long": "دار الورد الجوري"}
    brands = [(say("families-row", brand=name), key) for key, name in names.items()]
    brand = questions.choice("kind", ASKS, brands)
    assert (await taken(brand, Said("دارُ الورد"))).kind == "short"
    assert await refused(brand, Said("دار")) == "question-choose"


async def test_a_count_is_read_in_any_digits_within_its_bounds() -> None:
    count = questions.count("how_many", ASKS, least=1, most=50)
    assert (await taken(count, Said(" ١٢ "))).how_many == 12
    assert (await taken(count, Said("درزن"))).how_many == 12
    for typed in ("0", "51", "5 دراهم", "-1", "1.5", "²", "1_0", "كم", ""):
        assert await refused(count, Said(typed)) == "question-count"


async def test_a_price_is_read_or_asked_again() -> None:
    price = questions.price("price", ASKS)
    assert (await taken(price, Said("٢٥٫٥٠ درهماً"))).price == Money(2550)
    for typed in ("25 50", "1e3", "²", "كثير"):
        assert await refused(price, Said(typed)) == "question-price"
    for typed in ("0", "100001"):
        assert await refused(price, Said(typed)) == "question-price-range"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Said("+96650123"), "wrong-abroad"),
        (SharedPhone("96650123"), "wrong-abroad"),
        (Said("966501234567"), "not-a-number"),
        (Said("800 4444"), "not-reachable"),
        (Said("12"), "not-a-number"),
        (Said("0" * 10_000), "not-a-number"),
        (Said("☎️"), "not-a-number"),
        (Said("0501234567 أو 0551234567"), "several"),
        (Said("0501234567 / 0551234567"), "several"),
        (Said("رقمي 12"), "not-a-number"),
        (Said("ا" * 200 + " 0501234567"), "not-a-number"),
    ],
)
async def test_a_phone_that_the_courier_cannot_call(said: What, reason: str) -> None:
    assert await refused(questions.phone("phone", ASKS), said) == f"question-phone-{reason}"


@pytest.mark.parametrize(
    "said",
    [
        SharedPhone("971501234567"),
        SharedPhone("+971501234567"),
        Said("0501234567"),
        Said("٠٥٠ ١٢٣ ٤٥٦٧"),
        Said("501234567"),
        Said("0501234567 0501234567"),
        Said("0501234567، +971501234567"),
        SharedPhone("501234567"),
        Said("00971501234567"),
        Said("رقمي 0501234567"),
        Said("جوال ام راشد: ٠٥٠ ١٢٣ ٤٥٦٧ وشكراً"),
        Said("\u202a+971 50 123 4567\u202c"),
    ],
)
async def test_a_phone_in_every_usual_form(said: What) -> None:
    assert (await taken(questions.phone("phone", ASKS), said)).phone == "+971501234567"


async def test_a_place_is_a_pin_in_the_emirates_or_words() -> None:
    where = questions.place("where", ASKS)
    assert (await taken(where, SharedPlace(25.33, 55.6))).where == Pin(25.33, 55.6)
    assert (await taken(where, Said("خلف المسجد"))).where == "خلف المسجد"
    assert (await taken(where, Said("١٢/٧"))).where == "١٢/٧"
    assert await refused(where, Said("/-")) == "question-needs-words"
    assert await refused(where, SharedPlace(23.6, 58.4)) == "question-place-outside"
    assert (await where.ask(turn_of(), Probe(at="where"))).ask == Ask.place


async def test_a_photo_is_no_text() -> None:
    photo = questions.photo("photo", ASKS)
    assert await refused(photo, Said("صورة")) == "question-needs-photo"


# ---------------------------------------------------------------- the way through a form


async def finished(turn: Turn, _state: Probe) -> Reply:
    turn.leave()
    return Reply(cards=(Card(text=say("form-noted")),))


FORM = Flow(
    Probe,
    [
        questions.text("name", ASKS),
        questions.phone("phone", ASKS),
        questions.text("note", ASKS, optional=True),
        questions.choice("kind", ASKS, EMIRATES),
    ],
    finished,
)


def at(turn: Turn) -> Probe:
    """The state that the form is in."""
    assert isinstance(turn.state, Probe)
    return turn.state


async def say_all(turn: Turn, *answers: What | Pick) -> Reply:
    """Give the answers one after another; the last reply."""
    reply = Reply()
    for answer in answers:
        reply = await FORM.answer(turn, at(turn), answer)
    return reply


def labels(reply: Reply) -> list[Phrase]:
    """The labels of the last card."""
    return [choice.label for row in reply.cards[-1].choices for choice in row]


async def test_questions_are_asked_in_order_until_the_form_is_done() -> None:
    turn = turn_of()
    await FORM.start(turn, Probe())
    assert at(turn).at == "name"
    reply = await say_all(turn, Said("منى"))
    assert reply.cards[-1].ask == Ask.phone
    reply = await say_all(turn, Said("0501234567"))
    assert reply.cards[-1].ask == Ask.text
    await say_all(turn, Pick(turn.version, SKIP), Said(label("button-cart")))
    assert turn.state is None


async def test_back_goes_the_way_one_came_and_an_answer_can_be_kept() -> None:
    turn = turn_of()
    await FORM.start(turn, Probe())
    await say_all(turn, Said("منى"), Said("0501234567"))
    await FORM.back(turn, at(turn))
    reply = await FORM.back(turn, at(turn))
    assert at(turn).at == "name"
    assert say("button-keep-that", that=say("answer", answer="منى")) in labels(reply)
    await say_all(turn, Pick(turn.version, KEEP))
    assert (at(turn).at, at(turn).name, at(turn).path) == ("note", "منى", ("name",))


async def test_back_before_the_first_question_leaves_the_form() -> None:
    turn = turn_of()
    await FORM.start(turn, Probe())
    reply = await FORM.back(turn, at(turn))
    assert turn.state is None
    assert reply.cards[0].text == say("form-left")


async def test_edited_answers_are_asked_one_after_another_and_back_undoes_it() -> None:
    turn = turn_of()
    await FORM.start(turn, Probe(name="منى", phone="+971501234567", note=""))
    assert (at(turn).at, at(turn).path) == ("kind", ())
    await FORM.edit(turn, at(turn), "name", "phone")
    await FORM.back(turn, at(turn))
    assert at(turn).at == "kind"
    await FORM.edit(turn, at(turn), "name", "phone")
    await say_all(turn, Said("سالم"))
    assert (at(turn).at, at(turn).path) == ("phone", ("kind", "name"))
    await say_all(turn, Pick(turn.version, KEEP))
    assert (at(turn).at, at(turn).path, at(turn).again) == ("kind", (), ())
    assert (at(turn).name, at(turn).phone) == ("سالم", "+971501234567")


async def test_an_unclear_answer_is_said_and_asked_again() -> None:
    turn = turn_of()
    await FORM.start(turn, Probe())
    version = turn.version
    reply = await say_all(turn, Said("🌹"))
    assert reply.cards[0].text.id == "two-paragraphs"
    assert (at(turn).at, turn.version) == ("name", version)


async def test_an_open_question_has_nothing_to_keep() -> None:
    turn = turn_of()
    await FORM.start(turn, Probe())
    reply = await say_all(turn, Pick(turn.version, KEEP))
    assert at(turn).name is None
    assert reply.cards[0].text.id == "two-paragraphs"
