"""What families hear of the hall: what of theirs was sold there, and what came back.

It is said as of an order, but that the money is due to her at once. Never who bought it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.family import ShowFamilyHome
from handlers.dialog.speech import Amount, Choice, Exact, Phrase, say
from handlers.notifications.not_joined import Unheard, brand_of, tell_inviters
from handlers.notifications.notices import Event, Notice, message, to_family
from handlers.ui.hall_lines import receipt_line
from handlers.ui.order_lines import line_words, stack
from handlers.ui.room import as_many_as_fit
from models.accounting.ledger import due_to_all
from models.hall.receipts import (
    BackLine,
    Receipt,
    ReceiptLine,
    back_of,
    had_sold_that_day,
    receipt,
)
from models.kernel.facts import HallReturned, HallSold
from models.kernel.money import NOTHING, Money, total
from models.people.access import members_by_family

Members: TypeAlias = Mapping[int, Sequence[int]]


class HerPart(msgspec.Struct, frozen=True):
    """Pieces of a line of hers, and what came back of it where it did."""

    line: ReceiptLine
    back: BackLine | None = None


async def tell_families_of_hall(session: AsyncSession, event: Event) -> list[Notice]:
    """Each family whose goods were sold in the hall, or came back there.

    Of a sale of a family that nobody has joined for, whoever can invite her.
    """
    match event.fact:
        case HallSold(sale_id=sale_id):
            sale = await receipt(session, sale_id)
            members = await members_of(session, sale)
            parts = [HerPart(line) for line in sale.lines]
            told = await each_family(session, sale, parts, members, event)
            return [*told, *await tell_in_their_place(session, sale, members)]
        case HallReturned(sale_id=sale_id, return_id=return_id):
            sale = await receipt(session, sale_id)
            lines = {line.id: line for line in sale.lines}
            back = await back_of(session, return_id)
            parts = [HerPart(pieces_of(lines[part.line_id], part), part) for part in back]
            return await each_family(session, sale, parts, await members_of(session, sale), event)
        case _:
            return []


async def members_of(session: AsyncSession, sale: Receipt) -> Members:
    """Who answers for each family of the sale; one without anybody is left out."""
    return await members_by_family(session, {line.family_id for line in sale.lines})


async def tell_in_their_place(
    session: AsyncSession, sale: Receipt, members: Members
) -> list[Notice]:
    """Whoever can invite families, of those that no notice reaches: once a day for each of them."""
    sold: dict[int, list[ReceiptLine]] = {}
    for line in sale.lines:
        if line.family_id not in members:
            sold.setdefault(line.family_id, []).append(line)
    unheard = [
        Unheard(one, brand_of(hers[0]), [line_words(receipt_line(line)) for line in hers])
        for one, hers in sorted(sold.items())
        if not await had_sold_that_day(session, sale, one)
    ]
    return await tell_inviters(session, "manager-not-joined-hall", sale.code, unheard)


def pieces_of(line: ReceiptLine, back: BackLine) -> ReceiptLine:
    """As much of the line as came back."""
    return msgspec.structs.replace(line, quantity=back.quantity)


async def each_family(
    session: AsyncSession,
    sale: Receipt,
    parts: Sequence[HerPart],
    members: Members,
    event: Event,
) -> list[Notice]:
    """One notice for each family of the parts, of her own alone."""
    hers: dict[int, list[HerPart]] = {}
    for part in sorted(parts, key=lambda part: part.line.family_id):
        hers.setdefault(part.line.family_id, []).append(part)
    due = await due_to_all(session, hers)
    return [
        notice(sale, own, due.get(family_id, NOTHING), members.get(family_id, ()), event)
        for family_id, own in hers.items()
    ]


def notice(
    sale: Receipt, parts: Sequence[HerPart], due: Money, members: Sequence[int], event: Event
) -> Notice:
    """The news of these parts for everyone who answers for their family."""
    first = parts[0].line
    words = say(
        phrase_of(event),
        brand=brand_of(first),
        number=Exact(sale.code),
        lines=stack(*as_many_as_fit([part_words(part) for part in parts])),
        sum=stack(*sum_lines(parts, due)),
    )
    way_on = Choice(say("income-see-sales"), ShowFamilyHome(first.family_id))
    return to_family(first.family_id, members, message(words, way_on))


def phrase_of(event: Event) -> str:
    """Which news it is."""
    if isinstance(event.fact, HallReturned):
        return "income-hall-void" if event.fact.void else "income-hall-returned"
    return "income-hall-sold"


def sum_lines(parts: Sequence[HerPart], due: Money) -> Iterator[Phrase]:
    """What it earns her or takes from her, what the centre bears of it, and what is due now."""
    amount = Amount(total(part.line.amount for part in parts))
    back = [part.back for part in parts if part.back is not None]
    yield say("income-sum-taken" if back else "income-sum-added", amount=amount)
    if borne := total(part.borne for part in back):
        yield say("income-sum-given", borne=Amount(borne))
    yield say("income-due", due=Amount(due))
    if due < NOTHING:
        yield say("due-below-nothing")


def part_words(part: HerPart) -> Phrase:
    """What was sold; beneath what came back, what becomes of it."""
    words = line_words(receipt_line(part.line))
    if part.back is None:
        return words
    return stack(words, say("fate-shelf" if part.back.to_shelf else "fate-unsellable"))
