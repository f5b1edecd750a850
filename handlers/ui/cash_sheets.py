"""The closing of a till and the money of a day: pictures that carry their own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from handlers.dialog.layout import cut
from handlers.dialog.pictures import CashSheet, ReceiptExtra, SheetPart
from handlers.dialog.rendering import bare
from handlers.dialog.speech import Amount, Arg, Day, Exact, Name, Phrase, When, say
from handlers.ui.cash_words import name_words
from handlers.ui.reasons import reason_words
from locales.languages import LANGUAGES
from models.bazaars.bazaars import BazaarView
from models.kernel.money import NOTHING, Money, total
from models.people.people import Language
from models.reports.day_money import DayMoney, TillMoney
from models.reports.till_closing import Closing, Takings

MOST_REASON = 90
Row = tuple[Phrase, Phrase]
Part = tuple[str, list[Row]]
Words = Callable[[Phrase], str]


def closing_sheet(
    closing: Closing, edition: BazaarView, names: Mapping[int, str], language: Language
) -> CashSheet:
    """The till's closing in that language, with lines for two signatures."""
    head = list(closing_head(closing, edition, names))
    parts: list[Part] = [
        ("closing-part-takings", list(taking_rows(closing.takings))),
        ("closing-part-packages", package_rows(closing)),
        ("closing-part-cash", list(cash_rows(closing, names))),
        ("closing-part-pieces", piece_rows(closing)),
    ]
    signed = ("closing-sign-seller", "closing-sign-centre")
    return sheet_of("closing-title", head, parts, language, signed)


def sheet_of(
    title: str,
    head: list[Row],
    parts: list[Part],
    language: Language,
    signed: tuple[str, ...] = (),
) -> CashSheet:
    """The rows in the words of that language; a part without rows is left out."""

    def words(phrase: Phrase) -> str:
        return bare(phrase, language)

    def rows(of: list[Row]) -> tuple[ReceiptExtra, ...]:
        return tuple(ReceiptExtra(words(label), words(value)) for label, value in of)

    return CashSheet(
        title=words(say(title)),
        brand=words(say("shop-name")),
        head=rows(head),
        parts=tuple(SheetPart(words(say(part)), rows(of)) for part, of in parts if of),
        signatures=tuple(words(say(each)) for each in signed),
        rtl=LANGUAGES[language].rtl,
    )


def closing_head(closing: Closing, edition: BazaarView, names: Mapping[int, str]) -> Iterator[Row]:
    """Whose till, where, from when until when, and its receipts' numbers."""
    till = closing.till
    yield say("closing-till"), value(Exact(str(till.id)))
    yield say("closing-seller"), name_words(names.get(till.person_id, ""))
    yield say("closing-bazaar"), value(Name(edition.name_ar, edition.name_en))
    yield say("closing-opened"), value(When(till.opened_at, year=True))
    if till.closed_at is not None:
        yield say("closing-closed"), value(When(till.closed_at, year=True))
    first, last = Exact(f"{till.id}-1"), Exact(f"{till.id}-{till.receipts}")
    numbers = say("closing-range", first=first, last=last)
    yield say("closing-receipts"), numbers if till.receipts else say("closing-none")


def taking_rows(takings: Takings) -> Iterator[Row]:
    """What sales came to by kind of payment, and what went back."""
    sold = takings.cash + takings.card
    yield say("closing-count-sales", sales=takings.sales), money(sold)
    yield say("closing-cash"), money(takings.cash)
    yield say("closing-card"), money(takings.card)
    if takings.discount:
        yield say("closing-discount"), money(takings.discount)
    if takings.returns:
        back = takings.cash_back + takings.card_back
        yield say("closing-returns", count=str(takings.returns)), money(back)
        yield say("closing-cash-back"), money(takings.cash_back)
        yield say("closing-card-back"), money(takings.card_back)


def package_rows(closing: Closing) -> list[Row]:
    """What was sold of each package, less what came back."""
    return [
        (
            say("closing-package", package=say(f"package-{one.package}"), pieces=str(one.pieces)),
            money(one.amount),
        )
        for one in closing.packages
    ]


def cash_rows(closing: Closing, names: Mapping[int, str]) -> Iterator[Row]:
    """From the cash to begin with to what was counted, and why that differs."""
    takings, counted = closing.takings, closing.counted
    yield say("closing-float"), money(closing.till.opening_float)
    yield say("closing-cash"), money(takings.cash - takings.cash_back)
    for moved in closing.moved:
        moving = "closing-moved-in" if moved.amount > NOTHING else "closing-moved-out"
        reason = reason_words(cut(moved.reason, MOST_REASON))
        yield say(moving, reason=reason), money(max(moved.amount, -moved.amount))
    yield say("closing-expected"), money(closing.expected)
    if counted is None:
        return
    yield say("closing-counted"), money(counted.counted)
    missing = counted.expected - counted.counted
    if missing:
        label = "closing-missing" if missing > NOTHING else "closing-over"
        yield say(label), money(max(missing, -missing))
        yield say("closing-reason"), reason_words(counted.reason)
    if counted.to_id is not None:
        yield say("closing-to"), name_words(names.get(counted.to_id, ""))


def piece_rows(closing: Closing) -> list[Row]:
    """How many of each note and coin, and what they come to."""
    return [
        (value(Exact(f"{many} × {piece}")), money(piece * many)) for piece, many in closing.pieces
    ]


def day_sheet(found: DayMoney, names: Mapping[int, str], language: Language) -> CashSheet:
    """The money of a day in that language."""
    handed = [(name_words(names.get(one.person_id, "")), one.amount) for one in found.handed_over]
    carried = [(name_words(names.get(one.person_id, "")), one.amount) for one in found.carried]
    parts: list[Part] = [
        ("day-money-part-hall", list(hall_rows(found, names))),
        ("day-money-part-handed", rows_with_sum(handed)),
        ("day-money-part-carried", rows_with_sum(carried)),
    ]
    head = [(say("day-money-day"), value(Day(found.day, year=True)))]
    return sheet_of("day-money-title", head, parts, language)


def hall_rows(found: DayMoney, names: Mapping[int, str]) -> Iterator[Row]:
    """The tills one by one, and what they took together."""
    for each in found.tills:
        yield from till_rows(each, names)
    if found.tills:
        took = [each.takings for each in found.tills]
        yield say("day-money-cash"), money(total(one.cash - one.cash_back for one in took))
        yield say("day-money-card"), money(total(one.card - one.card_back for one in took))


def till_rows(each: TillMoney, names: Mapping[int, str]) -> Iterator[Row]:
    """What a till took in cash that day, and what lies in it or was counted."""
    number = Exact(str(each.till.id))
    name = name_words(names.get(each.till.person_id, ""))
    took = each.takings.cash - each.takings.cash_back
    yield say("day-money-till", number=number, name=name), money(took)
    lies = "now" if each.till.closed_at is None else "counted"
    yield say(f"day-money-till-{lies}", number=number), money(each.lies_there)
    if each.missing:
        label = "closing-missing" if each.missing > NOTHING else "closing-over"
        yield say(label), money(max(each.missing, -each.missing))


def rows_with_sum(rows: list[tuple[Phrase, Money]]) -> list[Row]:
    """The rows, with their sum beneath them where there are several."""
    shown = [(label, money(amount)) for label, amount in rows]
    if len(rows) > 1:
        shown.append((say("day-money-all"), money(total(amount for _, amount in rows))))
    return shown


def money(amount: Money) -> Phrase:
    """An amount as a row shows it."""
    return say("amount", amount=Amount(amount))


def value(of: Arg) -> Phrase:
    """Anything else as a row shows it."""
    return say("paragraph", text=of)
