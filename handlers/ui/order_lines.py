"""An order in words: its lines, what it costs beside them, when and where it goes to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from functools import reduce

import msgspec

from handlers.dialog.forms import both
from handlers.dialog.layout import cut, short
from handlers.dialog.speech import Amount, Day, Exact, Lines, Name, Phrase, TimeOfDay, say
from handlers.ui.phones import country_of
from models.kernel.calendar import DUBAI
from models.kernel.money import Money
from models.kernel.shop_terms import HALL
from models.orders.door import REFUSED_PART
from models.orders.pricing import Amounts, Part
from models.orders.queries import OrderLineView

NAME, OPTION = 48, 24
MOST_WISH = 100
HERE = "+971"
LEAST_LINES = 1


class Line(msgspec.Struct, frozen=True):
    """A line of an order or a cart: so many of a thing, and what they come to.

    `struck` ones were taken off the order, and `refused` ones of them at the door; `returned` ones
    came back after the delivery.

    With `brand` the line says whose it is; `wish` is what the customer asks of its maker.
    """

    name_ar: str
    name_en: str
    label_ar: str
    label_en: str
    quantity: int
    amount: Money
    struck: bool = False
    brand: Name | None = None
    refused: bool = False
    wish: str = ""
    returned: bool = False


def order_line(line: OrderLineView) -> Line:
    """A line of an order for its words."""
    return Line(
        line.name_ar,
        line.name_en,
        line.label_ar,
        line.label_en,
        line.quantity,
        line.amount,
        line.struck,
        refused=is_refused(line),
        wish=line.wish,
        returned=line.returned,
    )


def is_refused(line: OrderLineView) -> bool:
    """Whether the line was struck since it was refused at the door."""
    return line.struck and line.struck_reason == REFUSED_PART


def order_lines(lines: Sequence[OrderLineView], most: int, letters: int = MOST_WISH) -> Phrase:
    """The lines of an order in words; beyond `most` only how many more there are.

    Of a wish so many letters are shown. Where there are any, fewer lines fit.
    """
    words = [order_line(line) for line in lines]
    cut_short = [msgspec.structs.replace(line, wish=cut(line.wish, letters)) for line in words]
    return lines_words(cut_short, most)


def lines_words(lines: Sequence[Line], most: int) -> Phrase:
    """The lines one under the other; beyond `most` only how many more there are.

    Where wishes stand beneath them, fewer lines fit.
    """
    most = most_shown(lines, most)
    phrases = [line_words(line) for line in lines[:most]]
    if len(lines) > most:
        phrases.append(say("lines-more", count=len(lines) - most))
    return stack(*phrases)


def most_shown(lines: Sequence[Line | OrderLineView], most: int) -> int:
    """How many lines are shown at most: fewer where wishes stand beneath them."""
    return max(LEAST_LINES, most * 3 // 5) if any(line.wish for line in lines) else most


def line_words(line: Line) -> Phrase:
    """One line: what, how many, for how much; and whose it is."""
    thing, count = thing_words(line), str(line.quantity)
    if line.struck:
        words = say("line-refused" if line.refused else "line-struck", thing=thing, count=count)
    elif line.returned:
        words = say("line-returned", thing=thing, count=count, amount=Amount(line.amount))
    else:
        words = say("line", thing=thing, count=count, amount=Amount(line.amount))
    if line.brand is not None:
        words = say("line-of", line=words, brand=line.brand)
    return say("line-wish", line=words, wish=line.wish) if line.wish else words


def extra_lines(amounts: Amounts) -> list[Phrase]:
    """What an order costs beside items and fee: a line for each surcharge, and for a discount."""
    return [
        say("line-extra", extra=extra_label(part), amount=Amount(part.amount))
        for part in amounts.extras
    ]


def extra_label(part: Part) -> Phrase:
    """What a surcharge is for; or that something was let off."""
    return say(f"extra-{part.kind}")


def thing_words(line: Line) -> Phrase:
    """The name of what was ordered, with the option where there are several."""
    name = short(line.name_ar, line.name_en, NAME)
    if not (line.label_ar or line.label_en):
        return say("thing", name=name)
    return say("thing-option", name=name, option=short(line.label_ar, line.label_en, OPTION))


def place_words(emirate: str, area: str, address: str, *, pinned: bool) -> Phrase:
    """The words for where an order goes to, or is fetched, on one line."""
    if emirate == HALL:
        named = Name(area, address)
        return say("place-hall", place=named) if area or address else say("emirate-hall")
    parts: list[Phrase] = [say(f"emirate-{emirate}")] if emirate else []
    parts += [say("place-part", part=part) for part in (area, address) if part]
    if pinned:
        parts.append(say("place-pin"))
    return reduce(lambda before, part: say("place-parts", before=before, part=part), parts)


def phone_words(phone: str) -> Phrase:
    """The number (E.164), with the name of its country where that is not the Emirates."""
    country = None if phone.startswith(HERE) else country_of(phone)
    if country is None:
        return say("phone", phone=Exact(phone))
    return say("phone-abroad", phone=Exact(phone), country=country)


def window_words(day: date, window: str) -> Phrase:
    """The window `16:00-20:00` of that day as a part of a sentence."""
    starts, _, ends = window.partition("-")
    return say("window", day=Day(day), starts=time_at(day, starts), ends=time_at(day, ends))


def window_label(day: date, window: str) -> Phrase:
    """The window `16:00-20:00` of that day, short enough for a button."""
    starts, _, ends = window.partition("-")
    return say("window-choice", day=Day(day), starts=time_at(day, starts), ends=time_at(day, ends))


def time_at(day: date, hour: str) -> TimeOfDay:
    """The moment of that day at so many hours and minutes (16:00) in Dubai."""
    return TimeOfDay(datetime.combine(day, time.fromisoformat(hour), DUBAI))


def stack(*phrases: Phrase) -> Phrase:
    """Phrases one under the other, as one."""
    return say("paragraph", text=Lines(phrases))


def paragraphs(*phrases: Phrase) -> Phrase:
    """Phrases with an empty line between."""
    return reduce(both, phrases)
