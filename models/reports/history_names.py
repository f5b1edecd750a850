"""The names of what facts are about, and of who did it: facts keep ids alone.

So a name has one home. Of a colleague who has left it is the one on the invitation that was
accepted; where that was erased, nobody is named any more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.bazaars.bazaars import Bazaar
from models.families.families import Family
from models.hall.receipts import receipt_codes
from models.inbox.tables import Question
from models.kernel.facts import AccountLimited, Fact, OrderPassed, ReturnInspected, RunPassed
from models.orders.returns import ReturnedPieces
from models.orders.run_tables import Run
from models.orders.tables import Order, OrderLine
from models.people.access import FamilyMember, Invitation, RoleRow
from models.people.people import SavedAddress
from models.products.tables import Option, Product


class Standing(StrEnum):
    """What a person is to the shop now."""

    staff = "staff"
    left = "left"
    family = "family"


class Known(NamedTuple):
    """A person by the name that the inviter gave (empty where none is known)."""

    name: str
    standing: Standing


class Both(NamedTuple):
    """A name in Arabic and English."""

    ar: str
    en: str


class NamedOrder(NamedTuple):
    """An order's number, whose it is, and where it goes to."""

    number: str
    person_id: int
    emirate: str


class NamedLine(NamedTuple):
    """A line of an order: what it holds, which option, how many pieces."""

    name: Both
    label: Both
    quantity: int


class NamedReturn(NamedTuple):
    """Pieces of a line that came back, and what became of them (a `Disposition`).

    `inspected_id` are the pieces that these were, as they waited to be looked at.
    """

    inspected_id: int | None
    line_id: int
    quantity: int
    disposition: str


class NamedRun(NamedTuple):
    """Whose run it is now, and when it goes out."""

    person_id: int
    day: date
    window: str


class NamedQuestion(NamedTuple):
    """What a question is about, if anything; its words are nowhere but in the inbox."""

    order_id: int | None
    product_id: int | None


class Invited(NamedTuple):
    """Whom an invitation was for, and to which role; None where it was to a family."""

    name: str
    role: str | None


class Names(msgspec.Struct, frozen=True):
    """What is known of everything that some facts name, by ids."""

    people: dict[int, Known] = {}
    orders: dict[int, NamedOrder] = {}
    products: dict[int, Both] = {}
    options: dict[int, Both] = {}
    lines: dict[int, NamedLine] = {}
    families: dict[int, Both] = {}
    bazaars: dict[int, Both] = {}
    invitations: dict[int, Invited] = {}
    customers: dict[int, str] = {}
    returned: dict[int, NamedReturn] = {}
    runs: dict[int, NamedRun] = {}
    questions: dict[int, NamedQuestion] = {}
    receipts: dict[int, str] = {}


async def names_in(session: AsyncSession, facts: Iterable[Fact], actors: Iterable[int]) -> Names:
    """The names of everything that the facts are about, and of these people."""
    told = list(facts)
    way = await names_on_the_way(session, told)
    people = people_in(told) | {run.person_id for run in way.runs.values()} | set(actors)
    asked = way.questions.values()
    products = ids_of(told, "product_id") | {each.product_id for each in asked if each.product_id}
    orders = ids_of(told, "order_id", "order_ids")
    orders |= {each.order_id for each in asked if each.order_id}
    named = await rows_of(session, ORDERS, Order.id, orders)
    invited = await rows_of(session, INVITED, Invitation.id, ids_of(told, "invitation_id"))
    return msgspec.structs.replace(
        way,
        people=await known_people(session, people),
        orders={row[0]: NamedOrder(*row[1:]) for row in named},
        invitations={row[0]: Invited(*row[1:]) for row in invited},
        products=await both_of(session, PRODUCTS, Product.id, products),
        options=await both_of(session, OPTIONS, Option.id, ids_of(told, "option_id")),
        families=await both_of(session, FAMILIES, Family.id, ids_of(told, "family_id", "was_id")),
        bazaars=await both_of(session, BAZAARS, Bazaar.id, ids_of(told, "bazaar_id")),
        receipts=await receipt_codes(session, ids_of(told, "sale_id")),
    )


async def names_on_the_way(session: AsyncSession, told: Sequence[Fact]) -> Names:
    """What names others by its ids in turn, lines with it; and customers that were decided of."""
    returned = await returned_pieces(session, told)
    lines = ids_of(told, "line_id", "line_ids", "added_ids")
    lines |= {part.line_id for part in returned.values()}
    found = await rows_of(session, LINES, OrderLine.id, lines)
    runs = await rows_of(session, RUNS, Run.id, ids_of(told, "run_id"))
    asked = await rows_of(session, QUESTIONS, Question.id, ids_of(told, "question_id"))
    limited = ids_of((fact for fact in told if isinstance(fact, AccountLimited)), "person_id")
    ordered = await rows_of(session, CUSTOMERS, SavedAddress.person_id, limited)
    return Names(
        lines={row[0]: NamedLine(Both(*row[1:3]), Both(*row[3:5]), row[5]) for row in found},
        customers={row[0]: row[1] for row in ordered},
        returned=returned,
        runs={row[0]: NamedRun(*row[1:]) for row in runs},
        questions={row[0]: NamedQuestion(*row[1:]) for row in asked},
    )


async def returned_pieces(session: AsyncSession, told: Iterable[Fact]) -> dict[int, NamedReturn]:
    """The pieces that the facts name, and what came of those that were looked at."""
    inspected = [fact for fact in told if isinstance(fact, ReturnInspected)]
    looked_at = ids_of(inspected, "returned_id")
    ids = ids_of(told, "returned_ids") | looked_at
    rows = await rows_of(session, RETURNED, ReturnedPieces.id, ids)
    came_of = RETURNED.where(ReturnedPieces.inspected_id.in_(sorted(looked_at)))
    orders = ids_of(inspected, "order_id")
    rows += await rows_of(session, came_of, ReturnedPieces.order_id, orders)
    return {row[0]: NamedReturn(*row[1:]) for row in rows}


def people_in(told: Iterable[Fact]) -> set[int]:
    """The ids of the people that the facts name."""
    people = ids_of(told, "person_id", "holder_id", "proposed_by", "paid_by", "to_id")
    passed = [fact for fact in told if isinstance(fact, RunPassed | OrderPassed)]
    return people | ids_of(passed, "was", "now")


ORDERS = select(Order.id, Order.number, Order.person_id, Order.emirate)
LINES = select(
    *(OrderLine.id, OrderLine.name_ar, OrderLine.name_en),
    *(OrderLine.label_ar, OrderLine.label_en, OrderLine.quantity),
)
RETURNED = select(
    *(ReturnedPieces.id, ReturnedPieces.inspected_id, ReturnedPieces.line_id),
    *(ReturnedPieces.quantity, ReturnedPieces.disposition),
).order_by(ReturnedPieces.id)
CUSTOMERS = select(SavedAddress.person_id, SavedAddress.name)
RUNS = select(Run.id, Run.person_id, Run.day, Run.window)
QUESTIONS = select(Question.id, Question.order_id, Question.product_id)
INVITED = select(Invitation.id, Invitation.name, Invitation.role)
PRODUCTS = select(Product.id, Product.name_ar, Product.name_en)
OPTIONS = select(Option.id, Option.label_ar, Option.label_en)
FAMILIES = select(Family.id, Family.brand_ar, Family.brand_en)
BAZAARS = select(Bazaar.id, Bazaar.name_ar, Bazaar.name_en)


def ids_of(facts: Iterable[Fact], *fields: str) -> set[int]:
    """The ids that the facts hold in those fields, alone or several."""
    held = (getattr(fact, field, None) or () for fact in facts for field in fields)
    return {id_ for ids in held for id_ in (ids if isinstance(ids, tuple) else (ids,))}


async def rows_of(
    session: AsyncSession, chosen: Select[*tuple[Any, ...]], column: Any, ids: Collection[int]
) -> list[Any]:
    """The rows of these ids; nothing is asked where there are none."""
    if not ids:
        return []
    return list((await session.execute(chosen.where(column.in_(sorted(ids))))).all())


async def both_of(
    session: AsyncSession, chosen: Select[*tuple[Any, ...]], column: Any, ids: Collection[int]
) -> dict[int, Both]:
    """The names in both languages of the rows of these ids."""
    return {row[0]: Both(*row[1:]) for row in await rows_of(session, chosen, column, ids)}


async def known_people(session: AsyncSession, ids: Collection[int]) -> dict[int, Known]:
    """What is known of these people; those who were never staff nor of a family are left out."""
    found: dict[int, Known] = {}
    # The later ones go before: who works here is named as such, whatever else she was.
    for row in await rows_of(session, ACCEPTED, Invitation.used_by, ids):
        earlier = found.get(row.used_by)
        if row.role is not None:
            found[row.used_by] = Known(row.name, Standing.left)
        elif earlier is None or earlier.standing == Standing.family:
            found[row.used_by] = Known(row.name, Standing.family)
    for row in await rows_of(session, MEMBERS, FamilyMember.person_id, ids):
        found[row.person_id] = Known(row.name, Standing.family)
    for row in await rows_of(session, HOLDERS, RoleRow.person_id, ids):
        earlier = found.get(row.person_id)
        kept = earlier.name if earlier is not None and earlier.standing == Standing.staff else ""
        name = row.name or kept or row.ordered_as or ""
        found[row.person_id] = Known(name, Standing.staff)
    return found


ACCEPTED = select(Invitation.used_by, Invitation.name, Invitation.role).order_by(Invitation.id)
MEMBERS = select(FamilyMember.person_id, FamilyMember.name)
HOLDERS = (
    select(RoleRow.person_id, RoleRow.name, SavedAddress.name.label("ordered_as"))
    .outerjoin(SavedAddress, SavedAddress.person_id == RoleRow.person_id)
    .order_by(RoleRow.since.desc())
)
