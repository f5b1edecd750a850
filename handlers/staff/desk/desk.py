"""The desk: what there is to do, for the roles that a member of staff holds."""

from __future__ import annotations

from handlers.dialog.actions import Action
from handlers.dialog.actions.audit import ShowAudit, ShowDayBook, ShowMisses
from handlers.dialog.actions.bazaars import ListBazaars
from handlers.dialog.actions.brands import ListFamilies
from handlers.dialog.actions.cash import ListPurses, ShowMyDay
from handlers.dialog.actions.catalogue import AddProduct, ListCatalogue, ListLacking
from handlers.dialog.actions.deliveries import ListDeliveries, StartOnBehalf
from handlers.dialog.actions.delivery_plan import ListClosedOrders, ShowDeliveryPlan
from handlers.dialog.actions.drafts import ListDrafts
from handlers.dialog.actions.goods import ShowStock
from handlers.dialog.actions.hall import ShowTill
from handlers.dialog.actions.inbox import ListQuestions
from handlers.dialog.actions.labels import ShowLabels
from handlers.dialog.actions.returns import ListToInspect
from handlers.dialog.actions.runs import ListRuns, ShowMyRun
from handlers.dialog.actions.staff import ShowDesk, ShowTeam, ShowUnsent
from handlers.dialog.drafts import kind_of
from handlers.dialog.forms import FLOWS
from handlers.dialog.layout import HOME, in_rows
from handlers.dialog.router import command, view
from handlers.dialog.speech import Card, Choice, Lines, Phrase, Reply, Row, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.desk.cash_board import cash_board, cash_tasks, cash_ways
from handlers.staff.desk.goods_board import (
    goods_board,
    goods_tasks,
    goods_ways,
    unconfirmed_row,
    unconfirmed_words,
)
from handlers.staff.desk.reach import courier_alone, state_listed, states_in_reach
from handlers.ui.board import board
from models.inbox.queries import Shelf, count_on
from models.messaging.form_drafts import count_drafts
from models.messaging.undelivered import count_unsent
from models.orders.closed_windows import count_in_closed
from models.orders.inspecting import count_to_inspect
from models.orders.queries import count_by_state
from models.orders.run_queries import not_with_another
from models.people.access import Permission
from models.products.missing import LackingCount, count_lacking

TO_DESK = Choice(say("button-desk"), ShowDesk())
WAYS: tuple[tuple[tuple[Permission, str, Action], ...], ...] = (
    (
        (Permission.deliver, "button-deliveries", ListDeliveries()),
        (Permission.deliver, "button-my-day", ShowMyDay()),
    ),
    (
        (Permission.deliver, "button-my-run", ShowMyRun()),
        (Permission.orders, "button-runs", ListRuns()),
    ),
    (
        (Permission.orders, "button-on-behalf", StartOnBehalf()),
        (Permission.orders, "button-purses", ListPurses()),
    ),
    ((Permission.sell, "button-hall", ShowTill()),),
    ((Permission.inbox, "button-inbox", ListQuestions()),),
    (
        (Permission.catalogue, "button-catalogue", ListCatalogue()),
        (Permission.catalogue, "button-add-product", AddProduct()),
    ),
    (
        (Permission.catalogue, "button-stock", ShowStock()),
        (Permission.catalogue, "button-labels", ShowLabels()),
    ),
    (
        (Permission.families, "button-families", ListFamilies()),
        (Permission.bazaars, "button-bazaars", ListBazaars()),
    ),
    ((Permission.delivery, "button-delivery-plan", ShowDeliveryPlan()),),
    (
        (Permission.team, "button-team", ShowTeam()),
        (Permission.audit, "button-audit", ShowAudit()),
        (Permission.audit, "button-day-book", ShowDayBook()),
        (Permission.audit, "button-misses", ShowMisses()),
    ),
)

command("desk", lambda _rest: ShowDesk())


@view(ShowDesk, allow=Permission.desk)
async def show_desk(turn: Turn, _asked: ShowDesk) -> Reply:
    """What waits, and the ways to everything that the person may do."""
    allowed = turn.standing.permissions
    waiting = await orders_waiting(turn)
    unsent = await count_unsent(turn.session) if Permission.team in allowed else 0
    returned = await count_to_inspect(turn.session) if Permission.orders in allowed else 0
    closed = await orders_in_closed_windows(turn)
    cash = await cash_board(turn)
    waits = tasks(waiting, unsent, returned, closed)
    goods = await goods_board(turn)
    waits += [*cash_tasks(cash), *goods_tasks(goods), *await questions_waiting(turn)]
    lacks = await lacking_products(turn)
    put_aside = await count_drafts(turn.session, draft_kinds(turn))
    drafts = [say("desk-drafts", count=put_aside)] if put_aside else []
    missing = (*drafts, *unconfirmed_words(goods), *lacking_words(lacks), *contact_missing(turn))
    lines = (*(waits or [say("desk-nothing-waits")]), *missing)
    text = say("desk", roles=roles_of(turn), tasks=Lines(lines))
    first = (
        *rows_of_states(turn, waiting),
        inspect_row(returned),
        closed_row(closed),
        *cash_ways(cash),
        *goods_ways(goods),
    )
    later = (drafts_row(put_aside), unconfirmed_row(goods))
    seldom = (*later, lacking_row(lacks), unsent_row(unsent))
    rows = (*first, *ways(allowed), *seldom, (HOME,))
    return reply(board(turn, "desk", say("desk-title"), text, *rows), in_place=True)


async def back_to_desk(_turn: Turn, _state: StateBase) -> Reply:
    """A form was left: the way on is the desk."""
    return reply(Card(text=say("form-left"), choices=((TO_DESK, HOME),)))


async def orders_waiting(turn: Turn) -> dict[str, int]:
    """How many orders there are in each open state that the person works on; none left out."""
    states = states_in_reach(turn.standing)
    courier = courier_alone(turn)
    only = (not_with_another(courier),) if courier else ()
    counted = await count_by_state(turn.session, states, *only) if states else {}
    return {state.value: counted.get(state.value, 0) for state in states}


def roles_of(turn: Turn) -> Phrase:
    """The roles that the person holds, in a line."""
    roles = sorted(turn.standing.roles)
    first, *rest = (say(f"role-{role}") for role in roles)
    for role in rest:
        first = say("desk-and", first=first, second=role)
    return first


async def orders_in_closed_windows(turn: Turn) -> int:
    """How many open orders need another window, for whoever handles orders."""
    if Permission.orders not in turn.standing.permissions:
        return 0
    return await count_in_closed(turn.session, await turn.delivery_plan(), turn.now)


async def questions_waiting(turn: Turn) -> tuple[Phrase, ...]:
    """The words for how many questions wait for an answer, for those who give one."""
    if Permission.inbox not in turn.standing.permissions:
        return ()
    count = await count_on(turn.session, Shelf.open)
    return (say("desk-inbox", count=count),) if count else ()


def draft_kinds(turn: Turn) -> list[str]:
    """The forms that can be put aside, and that the person may fill in."""
    allowed = turn.standing.permissions
    return [
        kind_of(state)
        for state, flow in FLOWS.items()
        if flow.keep is not None and flow.allow in allowed
    ]


def drafts_row(put_aside: int) -> Row:
    """The way to the half-filled forms, while there are any."""
    return (Choice(say("button-drafts"), ListDrafts()),) if put_aside else ()


async def lacking_products(turn: Turn) -> LackingCount:
    """How many products lack a photo or English words, for whoever works on them."""
    if Permission.catalogue not in turn.standing.permissions:
        return LackingCount()
    return await count_lacking(turn.session)


def lacking_words(lacks: LackingCount) -> list[Phrase]:
    """The words for how many products lack what."""
    counted = (("desk-no-photo", lacks.photo), ("desk-no-english", lacks.english))
    return [say(words, count=count) for words, count in counted if count]


def lacking_row(lacks: LackingCount) -> Row:
    """The way to the products that lack something, while there are any."""
    there_are = lacks.photo or lacks.english
    return (Choice(say("button-lacking"), ListLacking()),) if there_are else ()


def contact_missing(turn: Turn) -> tuple[Phrase, ...]:
    """The words for managers that the settings name no way to reach the centre."""
    is_manager = Permission.team in turn.standing.permissions
    return (say("desk-no-contact"),) if is_manager and not turn.terms.has_contact else ()


def tasks(waiting: dict[str, int], unsent: int, returned: int, closed: int) -> list[Phrase]:
    """The words for what there is to do, a line each."""
    lines = [say(f"desk-{state}", count=count) for state, count in waiting.items() if count]
    if returned:
        lines.append(say("desk-inspect", count=returned))
    if closed:
        lines.append(say("delivery-closed-orders", count=closed))
    if unsent:
        lines.append(say("desk-unsent", count=unsent))
    return lines


def rows_of_states(turn: Turn, waiting: dict[str, int]) -> tuple[Row, ...]:
    """A button for each state in which orders wait, two in a row."""
    choices = [
        Choice(
            say("state-with-count", state=state_listed(turn, state), count=count),
            list_action(state),
        )
        for state, count in waiting.items()
        if count
    ]
    return in_rows(choices, 2)


def inspect_row(returned: int) -> Row:
    """The way to what is to be looked at, while there is any."""
    return (Choice(say("button-inspect", count=returned), ListToInspect()),) if returned else ()


def closed_row(closed: int) -> Row:
    """The way to the orders that need another window, while there are any."""
    label = say("button-closed-orders", count=closed)
    return (Choice(label, ListClosedOrders()),) if closed else ()


def unsent_row(unsent: int) -> Row:
    """The way to the messages that could not be sent, while there are any."""
    return (Choice(say("button-unsent"), ShowUnsent()),) if unsent else ()


def list_action(state: str) -> ListDeliveries:
    """The list of the orders in that state."""
    return ListDeliveries(state)


def ways(allowed: frozenset[Permission]) -> tuple[Row, ...]:
    """The ways to what the person may do."""
    return tuple(
        tuple(Choice(say(label), action) for needed, label, action in row if needed in allowed)
        for row in WAYS
    )
