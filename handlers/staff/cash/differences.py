"""The cash that differs: a list that stands until somebody of the finance has settled each."""

from __future__ import annotations

from handlers.dialog.actions.cash import (
    CorrectCash,
    ListDifferences,
    SettleDifference,
    ShowDifference,
)
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.router import step, view
from handlers.dialog.speech import Amount, Card, Choice, Exact, Phrase, Reply, Row, When, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.cash.words import whose
from handlers.staff.desk.desk import TO_DESK
from handlers.ui.board import board, leafing_rows
from handlers.ui.cash_words import difference_words, missing_words, name_words
from handlers.ui.order_lines import paragraphs
from models.accounting.differences import (
    BY_HAND,
    Difference,
    How,
    difference,
    open_differences,
    open_sum,
    settle,
)
from models.kernel.money import NOTHING
from models.kernel.refusals import AlreadySettled, NotFound
from models.orders.cash import numbers_of
from models.orders.owed_back import owed_back
from models.people.access import Permission
from models.people.team import names_of

PER_PAGE = 8
TO_LIST = Choice(say("button-differences-list"), ListDifferences())


@view(ListDifferences, allow=Permission.finance)
async def list_differences(turn: Turn, asked: ListDifferences) -> Reply:
    """What is not settled yet, the oldest first, and what it comes to."""
    page = await open_differences(turn.session, max(asked.page, 0), PER_PAGE)
    numbers = await numbers_of(turn.session, [each.order_id or 0 for each in page.items])
    people = [each.person_id for each in page.items if each.person_id is not None]
    names = await names_of(turn.session, people)
    rows: list[Row] = []
    for each in page.items:
        name = names.get(each.person_id or 0, "")
        whom = say("cash-till") if each.person_id is None else name_words(name)
        label = say(
            "differences-row",
            about=about(each, numbers),
            name=whom,
            missing=missing_words(each.missing),
        )
        rows.append((Choice(label, ShowDifference(each.id)),))
    found = await open_sum(turn.session)
    words = say("differences", count=found.count, missing=missing_words(found.amount))
    words = words if found.count else say("differences-none")
    rows += leafing_rows(page, ListDifferences)
    card = board(turn, "desk", say("differences-title"), words, *rows, (TO_DESK,))
    return reply(card, in_place=True)


def about(found: Difference, numbers: dict[int, str]) -> Phrase:
    """What the difference is about: an order, or a handing over."""
    if found.order_id is None:
        return say("cash-of-handover")
    return say("cash-of-order", number=Exact(numbers[found.order_id]))


@view(ShowDifference, allow=Permission.finance)
async def show_difference(turn: Turn, asked: ShowDifference) -> Reply:
    """One difference with the ways to settle it. Refuses: NotFound."""
    return reply(await difference_card(turn, asked.difference_id), in_place=True)


async def difference_card(turn: Turn, difference_id: int) -> Card:
    """The difference as it stands. Refuses: NotFound."""
    found = await difference(turn.session, difference_id)
    numbers = await numbers_of(turn.session, [found.order_id or 0])
    head = say(
        "difference",
        about=about(found, numbers),
        name=await whose(turn, found.person_id),
        at=When(found.at),
    )
    words = [head, difference_words(found.expected, found.taken, found.reason)]
    words.append(say(f"difference-{found.how}") if found.how else say("difference-ask"))
    rows = () if found.how else ways_to_settle(found)
    owed = NOTHING if found.order_id is None else await owed_back(turn.session, found.order_id)
    if owed and not found.how:
        words.append(say("deliveries-owed-back", amount=Amount(owed)))
    order: Row = ()
    if found.order_id is not None:
        order = (Choice(say("staff-open-order"), ManageOrder(found.order_id)),)
    text = paragraphs(*words)
    return board(turn, "desk", say("differences-title"), text, *rows, order, (TO_LIST, TO_DESK))


def ways_to_settle(found: Difference) -> tuple[Row, ...]:
    """The centre's, the purse's, or a slip that is corrected."""
    ways = [how for how in BY_HAND if how is not How.charged or found.person_id is not None]
    rows: list[Row] = [
        (Choice(say(f"button-settle-{how}"), SettleDifference(found.id, how)),) for how in ways
    ]
    if found.order_id is not None:
        rows.append((Choice(say("button-correct-cash"), CorrectCash(found.order_id)),))
    return tuple(rows)


@step(SettleDifference, allow=Permission.finance)
async def settle_it(turn: Turn, asked: SettleDifference) -> Reply:
    """Settle it, asked for once more unless `sure`; what is settled already is shown as it is.

    Refuses: NotFound (also for a way that there is not).
    """
    how = next((how for how in BY_HAND if how == asked.how), None)
    if how is None:
        raise NotFound("way")
    found = await difference(turn.session, asked.difference_id)
    if not asked.sure and found.how is None:
        return reply(await sure_card(turn, found, how), in_place=True)
    try:
        await settle(turn.acting, found.id, how)
    except AlreadySettled:
        notice = say("refused-already-settled")
        return reply(await difference_card(turn, found.id), in_place=True, notice=notice)
    notice = say(f"difference-{how}")
    return reply(await difference_card(turn, found.id), in_place=True, notice=notice)


async def sure_card(turn: Turn, found: Difference, how: How) -> Card:
    """Asks once before it is settled: whose it is from then on."""
    name = await whose(turn, found.person_id)
    text = say(f"settle-sure-{how}", name=name, missing=missing_words(found.missing))
    yes = Choice(say("button-settle-sure"), SettleDifference(found.id, how, sure=True))
    back = Choice(say("button-back"), ShowDifference(found.id))
    return board(turn, "desk", say("differences-title"), text, (yes,), (back,))
