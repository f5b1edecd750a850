"""Puts phrases into words, at the very end, in the language of whoever reads them.

Texts are HTML of which only <b> is used, and that only in `locales/`; whatever people wrote is
escaped. `plain` is the same without markup, for buttons, notices and file names.

Whatever is put into a sentence is isolated, so that it cannot turn the words round it. Telegram and
browsers take a line's direction from its first strong letter and pass over what is isolated: in
Arabic each line that does not begin with an Arabic letter is led by a right-to-left mark.

Dates that are not of this year are said with their year: `with_years` goes through a finished reply
once. A day names its year by itself in what is stored and owed, so that it is said the same when it
is read again later, in whichever year that is.

What people wrote must not become something to press. Telegram makes links by itself of addresses,
bare domains, e-mails, @names, /commands, #tags and $tags in whatever a bot says (tdlib's
MessageEntity.cpp, match_urls and its neighbours), and some programs do the same on pages. A
customer's note would so put a link, or a command that confirms an order, under the thumb of staff.
A word joiner after the sign that begins it prevents that: it is in no address or name, takes no
room and breaks no line. Figures such as 12.50 and 5/12 hold none, and telephone numbers stay, so
what is copied from an address or a note is as it was typed.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from importlib import resources
from typing import Any, assert_never

from babel.dates import format_date, format_time
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from msgspec.structs import replace

from handlers.dialog.speech import (
    Amount,
    Arg,
    Card,
    Day,
    Exact,
    Lines,
    Name,
    Phrase,
    Reply,
    ShareChoice,
    TimeOfDay,
    When,
)
from locales.languages import LANGUAGES
from models.kernel.calendar import DUBAI
from models.kernel.money import Money
from models.people.people import Language

LRI, FSI, PDI, RLM, LRM = "\u2066", "\u2068", "\u2069", "\u200f", "\u200e"
NBSP = "\u00a0"
"""Between a figure and its unit, which are read together and so stand on one line."""
MOST_KEPT = 4096
"""Of what the same words make each time, so many are kept; they follow from what is given alone."""
MOST_LETTERS = 64
"""Longer texts are not kept: thousands of them would be megabytes."""
_UNLED = re.compile(r"^(?!\s*(?:<b>)?[\u200f\u0620-\u064a\u066e-\u06d3])(?=.*\S)", re.MULTILINE)
_MARK = re.compile("\ue000([0-9]+)\ue001")
_MARKUP = re.compile(r"</?b>")
_DIRECTIONS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_CONTROLS = re.compile("[\u200b-\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}
JOINER = "\u2060"
_FIGURE = r"(?<![^\s(])[0-9]+\.[0-9]+(?![^\s),])"
_FLAT = r"#[0-9]+(?![^\s),.])"
_BEGINS = (
    r"\.(?=[^\s.\u2060])",
    r":(?=//)",
    r"@(?=[A-Za-z0-9_])",
    r"(?<![\w/<>])/(?=[A-Za-z0-9_])",
    r"\#(?=[^\s\u2060])",
    r"\$(?=[1A-Z])",
)
_SIGNS = re.compile(f"{_FIGURE}|{_FLAT}|({'|'.join(_BEGINS)})")


@cache
def bundle(language: Language) -> FluentBundle:
    """Every message of a language; its files are read once."""
    made = FluentBundle([LANGUAGES[language].tag], use_isolating=False)
    # Where each piece stands in its file would be kept for ever, as much again as the words.
    parser = FluentParser(with_spans=False)
    folder = resources.files("locales") / language
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".ftl"):
            made.add_resource(parser.parse(file.read_text(encoding="utf-8")))
    return made


def words(phrase: Phrase, language: Language) -> str:
    """The phrase in words: HTML text of which only <b> is used."""
    text = format_phrase(phrase, language)
    return _UNLED.sub(RLM, text) if LANGUAGES[language].rtl else text


def format_phrase(phrase: Phrase, language: Language) -> str:
    """The message with its arguments put in, its lines not led yet."""
    return fill_message(phrase, language) if phrase.args else format_fixed(phrase.id, language)


@cache
def format_fixed(phrase_id: str, language: Language) -> str:
    """A message that needs no arguments; most labels are such, on every screen."""
    return fill_message(Phrase(phrase_id), language)


def fill_message(phrase: Phrase, language: Language) -> str:
    """The message as Fluent makes it; raises LookupError where it cannot."""
    said = {name: format_argument(value, language) for name, value in phrase.args.items()}
    parts = parts_of(phrase.id, language)
    if parts is None:
        return format_by_fluent(phrase.id, language, said)
    put = [said.get(part) if at % 2 else part for at, part in enumerate(parts)]
    try:
        return "".join(put)  # type: ignore[arg-type]  # what is no text is Fluent's to put
    except TypeError:
        return format_by_fluent(phrase.id, language, said)


@cache
def parts_of(phrase_id: str, language: Language) -> tuple[str, ...] | None:
    """A message without choices: texts and names of arguments by turns.

    None where Fluent has to choose or to put figures into words.
    """
    value = message_of(phrase_id, language)
    elements = value.elements if isinstance(value, ast.Pattern) else [value]
    parts = [""]
    for element in elements:
        match element:
            case ast.TextElement(value=words):
                parts[-1] += words
            case ast.Placeable(expression=ast.VariableReference(id=ast.Identifier(name=name))):
                parts += [name, ""]
            case _:
                return None
    return tuple(parts)


def message_of(phrase_id: str, language: Language) -> Any:
    """The message as Fluent read it; raises LookupError where there is none."""
    value = bundle(language).get_message(phrase_id).value
    if value is None:
        raise LookupError(f"the message {phrase_id} has no text")
    return value


def format_by_fluent(phrase_id: str, language: Language, said: Mapping[str, str | int]) -> str:
    """The message with its choices made by Fluent."""
    # Fluent refuses a text of more than 2,500 characters, so it sees only where each text goes.
    texts = [value for value in said.values() if isinstance(value, str)]
    marks = (f"\ue000{number}\ue001" for number in range(len(texts)))
    seen = ((name, next(marks) if isinstance(to, str) else to) for name, to in said.items())
    text = put_by_fluent(phrase_id, language, tuple(seen))
    return _MARK.sub(lambda mark: texts[int(mark[1])], text) if texts else text


@lru_cache(maxsize=MOST_KEPT)
def put_by_fluent(
    phrase_id: str, language: Language, seen: tuple[tuple[str, str | int], ...]
) -> str:
    """The message with these figures and marks in it; raises LookupError where that cannot be."""
    text, errors = bundle(language).format_pattern(message_of(phrase_id, language), dict(seen))
    if errors:
        raise LookupError(f"{phrase_id} in {language}: {errors}")
    return str(text)


def plain(phrase: Phrase, language: Language) -> str:
    """The phrase without markup, on one line's terms: for buttons, notices and names."""
    text = format_phrase(phrase, language)
    return html.unescape(_MARKUP.sub("", text)) if "<" in text or "&" in text else text


def label_words(phrase: Phrase, language: Language) -> str:
    """The plain words of a button or a notice, which run in the language's direction.

    A label of figures, hours and names has no strong letter of its own: it would take the
    direction of the program, and a window's end would stand where its beginning belongs.
    """
    text = plain(phrase, language)
    rules = LANGUAGES[language]
    if first_direction(text) == rules.direction:
        return text
    return (RLM if rules.rtl else LRM) + text


@lru_cache(maxsize=MOST_KEPT)
def first_direction(text: str) -> str:
    """`rtl` or `ltr` by the first strong letter outside isolates, "" where there is none."""
    depth = 0
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in _STRONG:
            return _STRONG[kind]
    return ""


def letters(phrase: Phrase) -> int:
    """How long the plain words are at most: in the language that takes more, days with years."""
    longest = phrase_of(phrase, None)
    return max(len(plain(longest, language)) for language in LANGUAGES)


def bare(phrase: Phrase, language: Language) -> str:
    """The plain phrase without invisible controls and with plain spaces alone.

    It is for pictures, files and what people copy.
    """
    return _CONTROLS.sub("", plain(phrase, language)).replace(NBSP, " ")


def format_argument(value: Arg, language: Language) -> str | int:
    """An argument as Fluent takes it: an int for plurals, else text, escaped and isolated.

    Phrases are not isolated: they are of the same language, and may take several lines. A plain
    text is what anybody wrote, and becomes no link; a Name is the shop's own, and may hold one.
    """
    match value:
        case int():
            return value
        case str():
            return isolate(unlink(value))
        case Name():
            return isolate(name_in(value, language))
        case Amount(money=money):
            return f"{FSI}{money_words(money, language)}{PDI}"
        case Day(day=day, year=year):
            return f"{FSI}{day_words(day, language, year=year)}{PDI}"
        case When(at=at, year=year):
            return f"{FSI}{moment_words(at, language, year=year)}{PDI}"
        case TimeOfDay(at=at):
            return f"{FSI}{clock_words(at, language)}{PDI}"
        case Exact(text=text):
            return f"{LRI}{html.escape(_DIRECTIONS.sub('', text), quote=False)}{PDI}"
        case Phrase():
            return format_phrase(value, language)
        case Lines(phrases=phrases):
            return "\n".join(format_phrase(phrase, language) for phrase in phrases)
        case _:
            assert_never(value)


def unlink(text: str) -> str:
    """The text, in which nothing becomes a link; it reads and looks the same."""
    return _SIGNS.sub(lambda found: found[0] + JOINER if found[1] else found[0], text)


def isolate(text: str) -> str:
    """What a person wrote, escaped and kept from turning the words round it, line by line."""
    return isolate_short(text) if len(text) <= MOST_LETTERS else isolate_any(text)


def isolate_any(text: str) -> str:
    """The text isolated, however long it is."""
    kept = html.escape(_DIRECTIONS.sub("", text), quote=False)
    return "\n".join(f"{FSI}{line}{PDI}" if line else "" for line in kept.splitlines())


isolate_short = lru_cache(maxsize=MOST_KEPT)(isolate_any)
"""Names and the like, which are said again and again."""


def name_in(name: Name, language: Language) -> str:
    """The name in that language, or in the other where it has none."""
    kept = {"ar": name.ar, "en": name.en}
    return next((kept[code] for code in LANGUAGES[language].names if kept[code]), "")


@lru_cache(maxsize=MOST_KEPT)
def money_words(money: Money, language: Language) -> str:
    """The amount with its currency: ⁦35.50⁩ د.إ or AED 35.50. Whole dirhams show no fils."""
    rules = LANGUAGES[language]
    figure = f"{LRI}{money}{PDI}" if rules.rtl else str(money)
    return rules.amount.replace(" ", NBSP).format(figure=figure)


def day_words(day: date, language: Language, *, year: bool = False) -> str:
    """A weekday and a long date, perhaps with its year: الأحد 23 نوفمبر, Sunday 23 November."""
    long = "EEEE d MMMM y" if year else "EEEE d MMMM"
    return format_date(day, long, locale=LANGUAGES[language].locale)


def clock_words(at: datetime, language: Language) -> str:
    """The time of day in Dubai: 4:30 عصراً, 4:30 pm."""
    here = at.astimezone(DUBAI)
    rules = LANGUAGES[language]
    time = format_time(here, rules.time, locale=rules.locale)
    parts = [name for starts, name in rules.day_parts if starts <= here.hour]
    return " ".join((time, *parts[-1:])).replace(" ", NBSP)


def moment_words(at: datetime, language: Language, *, year: bool = False) -> str:
    """A day and a time of day in Dubai."""
    day = day_words(at.astimezone(DUBAI).date(), language, year=year)
    return f"{day}{LANGUAGES[language].comma}{clock_words(at, language)}"


def with_years(answered: Reply, now: datetime) -> Reply:
    """The reply as it is said at `now` (UTC): each day of another year in Dubai has its year."""
    year = now.astimezone(DUBAI).year
    if not any(lacks_year(phrase, year) for phrase in phrases_of(answered)):
        return answered
    cards = tuple(card_of(card, year) for card in answered.cards)
    notice = None if answered.notice is None else phrase_of(answered.notice, year)
    return replace(answered, cards=cards, notice=notice)


def phrases_of(answered: Reply) -> list[Phrase]:
    """The phrases of the reply that have something to say."""
    found = [] if answered.notice is None else [answered.notice]
    for card in answered.cards:
        found.append(card.text)
        for row in card.choices:
            found += [choice.label for choice in row if choice.label.args]
            found += [choice.text for choice in row if isinstance(choice, ShareChoice)]
    return found


def lacks_year(phrase: Phrase, year: int | None) -> bool:
    """Whether the phrase says a day of another year without its year."""
    for value in phrase.args.values():
        if isinstance(value, (Day, When)):
            if with_year(value, year) is not value:
                return True
        elif isinstance(value, Phrase):
            if lacks_year(value, year):
                return True
        elif isinstance(value, Lines) and any(lacks_year(line, year) for line in value.phrases):
            return True
    return False


def card_of(card: Card, year: int) -> Card:
    """The card as it is said in that year."""
    rows = tuple(tuple(choice_of(choice, year) for choice in row) for row in card.choices)
    return replace(card, text=phrase_of(card.text, year), choices=rows)


def choice_of(choice: Any, year: int) -> Any:
    """The button as it is said in that year; what is shared has its own text."""
    label = phrase_of(choice.label, year)
    if isinstance(choice, ShareChoice):
        return replace(choice, label=label, text=phrase_of(choice.text, year))
    return replace(choice, label=label)


def phrase_of(phrase: Phrase, year: int | None) -> Phrase:
    """The phrase as it is said in that year; with None as if each day were of another one."""
    if not lacks_year(phrase, year):
        return phrase
    return Phrase(phrase.id, {name: arg_of(value, year) for name, value in phrase.args.items()})


def arg_of(value: Arg, year: int | None) -> Arg:
    """The argument as it is said in that year."""
    match value:
        case Day() | When():
            return with_year(value, year)
        case Phrase():
            return phrase_of(value, year)
        case Lines(phrases=phrases):
            return Lines(tuple(phrase_of(phrase, year) for phrase in phrases))
        case _:
            return value


def with_year(value: Day | When, year: int | None) -> Day | When:
    """The date, with its year where that is another one."""
    day = value.day if isinstance(value, Day) else value.at.astimezone(DUBAI)
    return value if value.year or day.year == year else replace(value, year=True)
