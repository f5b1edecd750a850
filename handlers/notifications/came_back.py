"""What a family hears of her things that come back: what becomes of each, and what she gets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.family import ShowFamilyHome
from handlers.dialog.speech import Amount, Choice, Exact, Name, Phrase, say
from handlers.notifications.notices import Event, Notice, message, to_family
from handlers.ui.fates import UNMADE, fate_of
from handlers.ui.order_lines import line_words, order_line, stack
from handlers.ui.pick_up import for_order
from handlers.ui.room import as_many_as_fit
from models.accounting.ledger import due_to_all
from models.kernel.facts import GoodsReturned, OrderCancelled, ReturnInspected
from models.kernel.money import NOTHING, Money, total
from models.orders.inspecting import came_of
from models.orders.queries import OrderLineView, OrderView
from models.orders.returns import Disposition, ReturnedPieces, came_back
from models.orders.states import UNPACKED
from models.people.access import members_by_family


class Part(msgspec.Struct, frozen=True):
    """Pieces of a line, what became of them (a fate, or empty) and what of it the centre bears."""

    line: OrderLineView
    fate: str
    borne: Money = NOTHING


async def called_off(session: AsyncSession, event: Event, fact: OrderCancelled) -> list[Notice]:
    """A notice for each family with something in an order that was cancelled."""
    lines = event.order.live_lines
    rows = {row.line_id: row for row in await came_back(session, event.order.id, lines)}
    untouched = fact.was in UNPACKED
    parts = [
        part_of(line, rows[line.id]) if line.id in rows else Part(line, left_alone(line, untouched))
        for line in lines
    ]
    return await notices(session, event.order, parts, "income-cancelled", cancelled_sum)


async def looked_at(session: AsyncSession, event: Event, fact: ReturnInspected) -> list[Notice]:
    """The notice for the family whose pieces were looked at: what came of it."""
    lines = {line.id: line for line in event.order.lines}
    rows = await came_of(session, fact)
    parts = [part_of(lines[row.line_id], row) for row in rows]
    return await notices(session, event.order, parts, "income-inspected", inspected_sum)


async def brought_back(session: AsyncSession, event: Event, fact: GoodsReturned) -> list[Notice]:
    """A notice for each family whose things were returned after the delivery."""
    lines = {line.id: line for line in event.order.lines}
    rows = await came_back(session, event.order.id, event.order.lines)
    parts = [part_of(lines[row.line_id], row) for row in rows if row.id in fact.returned_ids]
    return await notices(session, event.order, parts, "income-returned", returned_sum)


def returned_sum(parts: Sequence[Part], due: Money) -> Phrase:
    """What is taken off what is due to her, and what the centre bears of it."""
    taken = say("income-sum-taken", amount=Amount(amount_of(parts)))
    borne = total(part.borne for part in parts)
    lines = [taken]
    if borne != NOTHING:
        lines.append(say("income-sum-given", borne=Amount(borne)))
    lines.append(say("income-due", due=Amount(due)))
    if due < NOTHING:
        lines.append(say("due-below-nothing"))
    return stack(*lines)


def inspected_sum(parts: Sequence[Part], due: Money) -> Phrase:
    """What she gets of what was found; no more than that it is on sale, where nothing is lost."""
    borne = total(part.borne for part in parts)
    if borne != NOTHING:
        return say("income-sum-lost", borne=Amount(borne), due=Amount(due))
    lost = any(part.fate != Disposition.shelf for part in parts)
    return say("income-sum-unpaid" if lost else "income-sum-on-sale")


def left_alone(line: OrderLineView, untouched: bool) -> str:
    """What is said of a line that never left its place: not to make it, if it is made to order."""
    return UNMADE if untouched and line.making_day is not None else ""


def part_of(line: OrderLineView, row: ReturnedPieces) -> Part:
    """The pieces of the line that the row is about."""
    pieces = msgspec.structs.replace(line, quantity=row.quantity, returned=False, struck=False)
    return Part(pieces, fate_of(line, row.disposition), row.borne)


def cancelled_sum(parts: Sequence[Part], due: Money) -> Phrase:
    """What she gets for things that were not sold after all."""
    amount, borne = amount_of(parts), total(part.borne for part in parts)
    if borne == NOTHING:
        return say("income-sum-none", amount=Amount(amount))
    if borne == amount:
        return say("income-sum-borne", borne=Amount(borne), due=Amount(due))
    rest = Amount(amount - borne)
    return say("income-sum-part", borne=Amount(borne), rest=rest, due=Amount(due))


def amount_of(parts: Iterable[Part]) -> Money:
    """What the parts come to."""
    return total(part.line.amount for part in parts)


async def notices(
    session: AsyncSession,
    order: OrderView,
    parts: Iterable[Part],
    phrase: str,
    sum_words: Callable[[Sequence[Part], Money], Phrase],
) -> list[Notice]:
    """One notice for each family of the parts, of her own things alone."""
    hers: dict[int, list[Part]] = {}
    for part in sorted(parts, key=lambda part: part.line.family_id):
        hers.setdefault(part.line.family_id, []).append(part)
    due = await due_to_all(session, hers)
    members = await members_by_family(session, hers)
    return [
        her_notice(order, own, members.get(family_id, ()), phrase, sum_words(own, due[family_id]))
        for family_id, own in hers.items()
    ]


def her_notice(
    order: OrderView, parts: Sequence[Part], members: Sequence[int], phrase: str, sums: Phrase
) -> Notice:
    """The news for everyone who answers for the family of these parts; nothing of the customer."""
    first = parts[0].line
    brand = Name(first.brand_ar, first.brand_en)
    number, lines = Exact(order.number), part_lines(parts)
    text = for_order(order, say(phrase, brand=brand, number=number, lines=lines, sum=sums))
    way_on = Choice(say("income-see-sales"), ShowFamilyHome(first.family_id, order_id=order.id))
    return to_family(first.family_id, members, message(text, way_on))


def part_lines(parts: Sequence[Part]) -> Phrase:
    """The parts, each with what becomes of it; beyond the first ones only how many more."""
    return stack(*as_many_as_fit([part_words(part) for part in parts]))


def part_words(part: Part) -> Phrase:
    """A part, and beneath it what becomes of it, where that is said."""
    words = line_words(order_line(part.line))
    return stack(words, say(f"fate-{part.fate}")) if part.fate else words
