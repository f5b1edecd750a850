"""Kinds of questions, ready to be put into a form: text, choice, phone, place, count, price, photo.

Each kind stores its answer in one field of the form's state, None until it is answered; `field`
is the question's own name unless it says otherwise. A question that can be skipped stores the
empty value of its kind. `ask` is the phrase that asks, or makes it from the state.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question, SayBack, Unclear
from handlers.dialog.forms import pick
from handlers.dialog.layout import cut, in_rows
from handlers.dialog.no_answer import says_nothing
from handlers.dialog.parsing import (
    NoPhone,
    has_figures,
    has_letters,
    read_card_phone,
    read_phone,
    read_words,
)
from handlers.dialog.parsing_amounts import price_meant
from handlers.dialog.parsing_counts import PIECES, Nouns, read_quantity
from handlers.dialog.rendering import phrase_of, plain
from handlers.dialog.speech import (
    Amount,
    Ask,
    Card,
    Exact,
    Phrase,
    Said,
    SentPhoto,
    SharedPhone,
    SharedPlace,
    Weight,
    What,
    say,
)
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from locales.languages import others
from models.kernel.calendar import dubai_day
from models.kernel.emirates import in_emirates
from models.kernel.folding import normalise
from models.kernel.money import Money
from models.people.people import Language
from models.products.photos import photo_sizes

SKIP = "-"
LEAST_PRICE, MOST_PRICE = Money(1), Money.dirhams(100_000)
MOST_ADDRESS = 200
MOST_KEPT = 24

Asked = Phrase | Callable[[Any], Phrase]
AnswerOption = tuple[Phrase, str]
Options = Sequence[AnswerOption] | Callable[[Turn, Any], Awaitable[Sequence[AnswerOption]]]
Reader = Callable[[Turn, Any, What | Pick], Awaitable[Any]]
Applies = Callable[[Any], bool]


class Pin(msgspec.Struct, frozen=True):
    """A pin in the Emirates, WGS 84 degrees."""

    latitude: float
    longitude: float


def always(_state: StateBase) -> bool:
    """A question that is asked in every case."""
    return True


def question(
    at: str,
    ask: Asked,
    read: Reader,
    *,
    prompt: Ask | None = Ask.text,
    options: Options = (),
    per_row: int = 2,
    skipped: Any = None,
    field: str = "",
    applies: Applies = always,
) -> Question[Any]:
    """A question of any kind: `read` gives the value that was heard, or raises Unclear.

    Where `skipped` is not None the question can be skipped, or its answer be taken back: that
    stores `skipped`.
    """
    stored = field or at

    async def show(turn: Turn, state: Any) -> Card:
        shown = await options_of(options, turn, state)
        rows = in_rows([pick(turn, label, value) for label, value in shown], per_row)
        if skipped is not None and getattr(state, stored) != skipped:
            skip = pick(turn, say("button-skip"), SKIP)
            if getattr(state, stored) is not None:
                skip = pick(turn, say("button-no-answer"), SKIP, Weight.taking)
            rows = (*rows, (skip,))
        text = ask if isinstance(ask, Phrase) else ask(state)
        return Card(text=text, choices=rows, ask=prompt)

    async def take(turn: Turn, state: Any, said: What | Pick) -> Any:
        skips = skipped is not None and is_skip(turn, said)
        value = skipped if skips else await read(turn, state, said)
        return msgspec.structs.replace(state, **{stored: value})

    def is_open(state: Any) -> bool:
        return getattr(state, stored) is None

    async def kept_answer(turn: Turn, state: Any) -> Phrase | None:
        value = getattr(state, stored)
        for label, chosen_value in await options_of(options, turn, state):
            if chosen_value == value:
                return label
        written = prompt not in (None, Ask.photo)  # else it is a key, which says nothing
        return answer_words(value) if written else None

    return Question(at, show, take, is_open, applies, prompt, kept=kept_answer)


def is_skip(turn: Turn, said: What | Pick) -> bool:
    """Whether a question that can be skipped is: by its button, or in words such as لا, بدون."""
    if isinstance(said, Said):
        return says_nothing(said.text)
    return said == Pick(turn.version, SKIP)


def answer_words(value: Any) -> Phrase | None:
    """An earlier answer in a few words; None for an empty one."""
    match value:
        case Pin():
            return say("place-pin")
        case Money():
            return say("amount", amount=Amount(value))
        case int():
            return say("answer", answer=str(value))
        case str() if value.startswith("+") and value[1:].isdecimal():
            return say("answer", answer=Exact(value))
        case str() if value:
            return say("answer", answer=cut(value, MOST_KEPT))
        case _:
            return None


async def options_of(options: Options, turn: Turn, state: Any) -> Sequence[AnswerOption]:
    """The options of a choice, as they are now."""
    return await options(turn, state) if callable(options) else options


def text(
    at: str,
    ask: Asked,
    *,
    most: int = 100,
    lines: bool = False,
    optional: bool = False,
    figures: bool = False,
    applies: Applies = always,
) -> Question[Any]:
    """A text with letters in it, at most so many characters; it stores a str.

    With `figures` a number alone will do.
    """

    async def read(_turn: Turn, _state: Any, said: What | Pick) -> str:
        return words_of(said, most, lines=lines, figures=figures)

    skipped = "" if optional else None
    return question(at, ask, read, skipped=skipped, applies=applies)


def words_of(said: What | Pick, most: int, *, lines: bool = False, figures: bool = False) -> str:
    """The typed words; raises Unclear for anything else, for signs alone and for too many.

    With `figures` a number such as 12/7 will do.
    """
    typed = read_words(said_text(said), lines=lines)
    if len(typed) > most:
        raise Unclear(say("question-too-long", most=most))
    if not (has_letters(typed) or (figures and has_figures(typed))):
        raise Unclear(say("question-needs-words"))
    return typed


def said_text(said: What | Pick) -> str:
    """The typed text; raises Unclear for anything that is none."""
    if not isinstance(said, Said):
        raise Unclear(say("question-needs-text"))
    return said.text


def choice(
    at: str,
    ask: Asked,
    options: Options,
    *,
    per_row: int = 2,
    applies: Applies = always,
) -> Question[Any]:
    """One of the options (label, value); it stores the value, a str.

    A label can be pressed or typed in either language, or its number in the list; of a long list a
    part of the label that only one option has will do. All options are on one card: 80 at most.
    """

    async def read(turn: Turn, state: Any, said: What | Pick) -> str:
        return choose_value(turn, said, await options_of(options, turn, state))

    return question(at, ask, read, prompt=None, options=options, per_row=per_row, applies=applies)


def choose_value(turn: Turn, said: What | Pick, options: Sequence[AnswerOption]) -> str:
    """The value that was pressed, or whose label was typed; raises Unclear for anything else."""
    if isinstance(said, Pick):
        found = [value for _, value in options if value == said.value]
    else:
        typed = fold_label(said.text) if isinstance(said, Said) and has_letters(said.text) else ""
        year = dubai_day(turn.now).year
        options = [(phrase_of(label, year), value) for label, value in options]
        found = matching_values(typed, options, turn.language) if typed else []
        for other in others(turn.language) if typed else ():
            found = found or matching_values(typed, options, other)
    if len(found) != 1:
        raise Unclear(say("question-choose"))
    return found[0]


def matching_values(typed: str, options: Sequence[AnswerOption], language: Language) -> list[str]:
    """The values of the options whose label in that language is what was typed, or holds it."""
    labels = [(fold_label(plain(label, language)), value) for label, value in options]
    whole = [value for label, value in labels if typed == label]
    return whole or [value for label, value in labels if typed in label]


def fold_label(text: str) -> str:
    """A label in the one spelling of its letters, without spaces: أبو ظبي as أبوظبي."""
    return normalise(text).replace(" ", "")


def count(
    at: str,
    ask: Asked,
    *,
    least: int = 0,
    most: int = 10_000,
    of: Nouns = PIECES,
    field: str = "",
    applies: Applies = always,
) -> Question[Any]:
    """A whole number, in any digits or in words, perhaps with what is counted; it stores an int."""

    async def read(_turn: Turn, _state: Any, said: What | Pick) -> int:
        number = read_quantity(said_text(said), most, of)
        if number is None or number < least:
            raise Unclear(say("question-count", least=str(least), most=str(most)))
        return number

    return question(at, ask, read, field=field, applies=applies)


def price(at: str, ask: Asked, *, applies: Applies = always) -> Question[Any]:
    """An amount in dirhams, more than nothing; it stores Money."""

    async def read(_turn: Turn, _state: Any, said: What | Pick) -> Money:
        return amount_of(said, LEAST_PRICE, MOST_PRICE)

    return question(at, ask, read, applies=applies)


def amount_of(said: What | Pick, least: Money, most: Money) -> Money:
    """The typed amount; raises Unclear for anything else, and for one that is out of bounds.

    One that is in doubt, such as 25,50, is said back (SayBack).
    """
    meant = price_meant(said_text(said))
    if meant is None:
        raise Unclear(say("question-price"))
    if not least <= meant.value <= most:
        raise Unclear(say("question-price-range", least=Amount(least), most=Amount(most)))
    if not meant.sure:
        raise SayBack(str(meant.value), say("amount", amount=Amount(meant.value)))
    return meant.value


def phone(at: str, ask: Asked, *, prompt: Ask = Ask.phone) -> Question[Any]:
    """A number that a courier can call; it stores E.164.

    It is shared with one tap or typed; with the prompt for text it is somebody else's, and typed.
    """

    async def read(_turn: Turn, _state: Any, said: What | Pick) -> str:
        if isinstance(said, SharedPhone):
            number = read_card_phone(said.number)
        else:
            number = read_phone(said_text(said))
        if isinstance(number, NoPhone):
            raise Unclear(say(f"question-phone-{number.value}"))
        return number

    return question(at, ask, read, prompt=prompt)


def place(at: str, ask: Asked, *, applies: Applies = always) -> Question[Any]:
    """A pin in the Emirates or an address in words; it stores a Pin or a str."""

    async def read(_turn: Turn, _state: Any, said: What | Pick) -> Pin | str:
        if isinstance(said, SharedPlace):
            return pin_of(said)
        return words_of(said, MOST_ADDRESS, figures=True)

    return question(at, ask, read, prompt=Ask.place, applies=applies)


def pin_of(shared: SharedPlace) -> Pin:
    """The pin; raises Unclear outside the Emirates."""
    if not in_emirates(shared.latitude, shared.longitude):
        raise Unclear(say("question-place-outside"))
    return Pin(shared.latitude, shared.longitude)


def photo(at: str, ask: Asked, *, applies: Applies = always) -> Question[Any]:
    """A picture; it stores the hash under which it was kept."""

    async def read(turn: Turn, _state: Any, said: What | Pick) -> str:
        if not isinstance(said, SentPhoto):
            raise Unclear(say("question-needs-photo"))
        return await kept_photo(turn, said)

    return question(at, ask, read, prompt=Ask.photo, applies=applies)


async def kept_photo(turn: Turn, sent: SentPhoto) -> str:
    """The hash of a photo that is kept; raises Unclear for a forged one."""
    if not await photo_sizes(turn.session, [sent.hash]):
        raise Unclear(say("trouble-photo-unreachable"))
    return sent.hash
