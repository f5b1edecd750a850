"""The day book on the screen: one day in figures, and the days before and after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from handlers.dialog.actions.audit import ShowDayBook
from handlers.dialog.router import view
from handlers.dialog.speech import Amount, Choice, Day, Exact, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.audit.asked import ask_for, day_number, read_day
from handlers.staff.desk.desk import TO_DESK
from handlers.ui.board import board
from handlers.ui.order_lines import paragraphs, stack
from models.kernel.calendar import dubai_day
from models.people.access import Permission
from models.reports.audit import Filter
from models.reports.day_book import Cash, DayBook, Goods, Hall, day_book

STEPS = (
    *("order-placed", "order-accepted", "order-packed", "order-out", "order-delivered"),
    *("order-not-delivered", "order-cancelled", "line-struck", "order-lines-changed"),
    *("order-refused", "part-refused", "goods-returned"),
)
OTHERS = (
    *("product-published", "product-changed", "family-added", "family-joined", "family-left"),
    *("bazaar-added", "staff-joined", "staff-left", "till-opened", "till-closed"),
)
ONE_DAY = timedelta(days=1)


@view(ShowDayBook, allow=Permission.audit)
async def show_day_book(turn: Turn, asked: ShowDayBook) -> Reply:
    """What happened on that day, or yesterday; of days to come there is nothing to show."""
    today = dubai_day(turn.now)
    day = min(read_day(asked.day) or today - ONE_DAY, today)
    found = await day_book(turn.session, day)
    title = say("day-book", day=Day(day, year=True))
    parts = [stack(*lines) for lines in (book_orders(found), book_money(found)) if lines]
    parts += [stack(*lines) for lines in (book_others(found),) if lines]
    words = paragraphs(title, *(parts or [say("history-none")]))
    rows = (leafing_days(day, today), (of_day(day),), (TO_DESK,))
    return reply(board(turn, "desk", say("day-book-title"), words, *rows), in_place=True)


def book_orders(book: DayBook) -> list[Phrase]:
    """How many orders took each step, and what they come to."""
    return [
        say(
            "day-book-orders",
            what=say(f"day-book-{tag}"),
            count=str(book.step(tag).orders),
            total=Amount(book.step(tag).total),
        )
        for tag in STEPS
        if tag in book.steps
    ]


def book_money(book: DayBook) -> list[Phrase]:
    """The cash, what of it went back to customers and to the till, and the goods that came in."""
    back = say("day-book-handed-back", amount=Amount(book.handed_back))
    till = say("day-book-handed-over", amount=Amount(book.handed_over))
    hall = say("day-book-from-tills", amount=Amount(book.from_tills))
    return [
        *cash_lines(book.cash),
        *([back] if book.handed_back else []),
        *([till] if book.handed_over else []),
        *([hall] if book.from_tills else []),
        *hall_lines(book.hall),
        *goods_lines(book.goods),
    ]


def hall_lines(hall: Hall) -> Iterator[Phrase]:
    """What was sold in the hall, and what was handed back there."""
    if hall.sales:
        yield say("day-book-hall", count=str(hall.sales), total=Amount(hall.total))
    if hall.handed_back:
        yield say("day-book-hall-back", amount=Amount(hall.handed_back))


def cash_lines(cash: Cash) -> Iterator[Phrase]:
    """What was taken, and by how much it differed."""
    if cash.taken or cash.differing:
        yield say("day-book-cash", taken=Amount(cash.taken))
    if cash.short:
        yield say("day-book-short", amount=Amount(cash.short))
    if cash.over:
        yield say("day-book-over", amount=Amount(cash.over))


def goods_lines(goods: Goods) -> Iterator[Phrase]:
    """What was taken in and counted."""
    if goods.taken_in:
        yield say("day-book-taken-in", count=str(goods.taken_in))
    if goods.counts:
        changed = Exact(f"{goods.counted:+d}")
        yield say("day-book-counts", count=str(goods.counts), changed=changed)


def book_others(book: DayBook) -> list[Phrase]:
    """Products, brands, bazaars and the team."""
    return [
        say("day-book-row", what=say(f"day-book-{tag}"), count=str(book.others[tag]))
        for tag in OTHERS
        if tag in book.others
    ]


def leafing_days(day: date, today: date) -> Row:
    """The day before, the day after unless it is to come, and today."""
    before = Choice(say("button-day-before"), ShowDayBook(day_number(day - ONE_DAY)))
    after = Choice(say("button-day-after"), ShowDayBook(day_number(day + ONE_DAY)))
    return (before, after) if day < today else (before,)


def of_day(day: date) -> Choice:
    """The way to all that is counted, one by one."""
    return Choice(say("day-book-audit"), ask_for(Filter(day=day)))
