"""What is asked when a till is counted: its notes and coins, whether it is so, and why it differs.

What should be in it is said after the count alone: who knows it before counts towards it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import pick
from handlers.dialog.layout import in_rows
from handlers.dialog.parsing_counts import read_quantity
from handlers.dialog.questions import AnswerOption, choice, question, said_text, words_of
from handlers.dialog.speech import Amount, Ask, Card, Exact, Lines, Phrase, What, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.hall.typed_count import MOST_PIECES, read_pieces
from handlers.ui.cash_words import missing_words, name_words
from handlers.ui.order_lines import paragraphs
from handlers.ui.reasons import reason_words
from models.hall.tills import NOTES_AND_COINS, counted_sum, tills_not_closed
from models.kernel.money import Money
from models.orders.reasons import HANDED
from models.people.access import Permission, people_allowed
from models.people.team import names_of

EACH, REST, CLOSE = "each", "rest", "close"
QUICK = 10
"""So many counts have a button of their own, from none on."""
MOST_REASON = 200


class CountingTill(StateBase, frozen=True, kw_only=True, tag="count-till.1"):
    """A till that is being counted; `expected` is what should be in it.

    `pieces` are how many there are of each note and coin, by its fils. With `hands` another seller
    takes its cash over (`to`, her id); `answers` is the count that is answered with this one.
    """

    till_id: int
    expected: Money
    hands: bool = False
    to: str | None = None
    answers: int = 0
    each: bool = False
    pieces: dict[str, int] | None = None
    sure: str | None = None
    reason: str | None = None


def pieces_of(state: CountingTill) -> dict[Money, int]:
    """How many there are of each note and coin."""
    return {Money(int(fils)): many for fils, many in (state.pieces or {}).items()}


def counted_of(state: CountingTill) -> Money:
    """What was counted so far."""
    return counted_sum(pieces_of(state))


def with_pieces(state: CountingTill, pieces: dict[str, int], *, each: bool) -> CountingTill:
    """The state with that count: what was said of an earlier one is asked anew."""
    return msgspec.structs.replace(state, pieces=pieces, each=each, sure=None, reason=None)


def questions() -> tuple[Question[Any], ...]:
    """All that is asked, in order."""
    one_by_one = [piece_question(piece) for piece in NOTES_AND_COINS]
    return (seller_question(), pieces_question(), *one_by_one, sure_question(), why_question())


async def sellers_free(turn: Turn) -> list[int]:
    """Who could take a till over: the other sellers without one of their own."""
    busy = {each.person_id for each in await tills_not_closed(turn.session)}
    sellers = await people_allowed(turn.session, Permission.sell)
    return [one for one in sellers if one not in busy and one != turn.person_id]


def seller_question() -> Question[Any]:
    """Who takes the till over; it stores the person's id."""

    async def options(turn: Turn, _state: Any) -> Sequence[AnswerOption]:
        free = await sellers_free(turn)
        names = await names_of(turn.session, free)
        return [(name_words(names[one]), str(one)) for one in free]

    def applies(state: Any) -> bool:
        return bool(state.hands)

    return choice("to", say("till-ask-seller"), options, per_row=1, applies=applies)


def pieces_question() -> Question[Any]:
    """The whole count in one message, or that it is asked for piece by piece."""

    async def show(turn: Turn, _state: Any) -> Card:
        row = (pick(turn, say("button-count-each"), EACH),)
        return Card(text=say("till-ask-count"), choices=(row,), ask=Ask.text)

    async def take(_turn: Turn, state: Any, said: What | Pick) -> Any:
        if isinstance(said, Pick) and said.value == EACH:
            return with_pieces(state, {}, each=True)
        read = read_pieces(said_text(said))
        if read is None:
            raise Unclear(say("till-count-unclear"))
        return with_pieces(
            state, {str(piece.fils): many for piece, many in read.items()}, each=False
        )

    def is_open(state: Any) -> bool:
        return state.pieces is None

    return Question("pieces", show, take, is_open, prompt=Ask.text)


def piece_question(piece: Money) -> Question[Any]:
    """How many there are of one note or coin; the smaller ones can be passed over at once."""
    key = str(piece.fils)
    quick = [(say("answer", answer=str(many)), str(many)) for many in range(QUICK)]
    smaller = [str(each.fils) for each in NOTES_AND_COINS if each <= piece]

    async def show(turn: Turn, state: Any) -> Card:
        rows = in_rows([pick(turn, label, value) for label, value in quick], QUICK // 2)
        rest = (pick(turn, say("button-count-rest"), REST),)
        text = say("till-ask-piece", piece=Amount(piece), counted=Amount(counted_of(state)))
        return Card(text=text, choices=(*rows, rest), ask=Ask.text)

    async def take(_turn: Turn, state: Any, said: What | Pick) -> Any:
        if isinstance(said, Pick) and said.value == REST:
            return with_pieces(state, {**dict.fromkeys(smaller, 0), **state.pieces}, each=True)
        typed = said.value if isinstance(said, Pick) else said_text(said)
        many = read_quantity(typed, MOST_PIECES)
        if many is None:
            raise Unclear(say("question-count", least="0", most=str(MOST_PIECES)))
        return with_pieces(state, {**state.pieces, key: many}, each=True)

    def is_open(state: Any) -> bool:
        return key not in (state.pieces or {})

    def applies(state: Any) -> bool:
        return bool(state.each)

    return Question(f"piece-{key}", show, take, is_open, applies, Ask.text)


def sure_question() -> Question[Any]:
    """Where the count is what it should be: whether the till is closed, or handed over, so."""

    async def options(_turn: Turn, state: Any) -> Sequence[AnswerOption]:
        return [(say("button-hand-it" if state.hands else "button-close-till"), CLOSE)]

    def ask(state: Any) -> Phrase:
        return paragraphs(*count_words(state), say("till-count-right"))

    def applies(state: Any) -> bool:
        return state.pieces is not None and counted_of(state) == state.expected

    return choice("sure", ask, options, per_row=1, applies=applies)


def why_question() -> Question[Any]:
    """Why the count is not what it should be; a key, or own words."""
    options = [(reason_words(key), key) for key in HANDED]

    async def read(_turn: Turn, _state: Any, said: What | Pick) -> str:
        if isinstance(said, Pick) and said.value in HANDED:
            return said.value
        return words_of(said, MOST_REASON)

    def ask(state: Any) -> Phrase:
        missing = missing_words(state.expected - counted_of(state))
        return paragraphs(*count_words(state), say("till-ask-why", missing=missing))

    def applies(state: Any) -> bool:
        return state.pieces is not None and counted_of(state) != state.expected

    return question("reason", ask, read, options=options, per_row=1, applies=applies)


def count_words(state: CountingTill) -> list[Phrase]:
    """The count said back, line by line, with its sum beside what should be in the till."""
    lines = [
        say(
            "till-count-line",
            pieces=Exact(f"{many} × {piece}"),
            amount=Amount(piece * many),
        )
        for piece, many in sorted(pieces_of(state).items(), reverse=True)
        if many
    ]
    expected, counted = Amount(state.expected), Amount(counted_of(state))
    said_back = say("till-count-sum", counted=counted, expected=expected)
    return [say("till-count-lines", lines=Lines(tuple(lines))), said_back] if lines else [said_back]
