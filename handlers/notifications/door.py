"""What is told of goods that were refused at the door: to the customer, her families, the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.customer import OrderAgain, ShowOrder
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.actions.family import ShowFamilyHome
from handlers.dialog.layout import HOME
from handlers.dialog.speech import Amount, Choice, Exact, Name, Phrase, Reply, say
from handlers.notifications.notices import Event, Notice, message, to_family
from handlers.ui.came_back import came_back_words
from handlers.ui.order_lines import order_line, paragraphs, stack, thing_words
from handlers.ui.order_names import order_name
from handlers.ui.pick_up import for_order
from models.accounting.ledger import due_to_all
from models.kernel.facts import OrderRefused, PartRefused
from models.kernel.money import NOTHING, Money, total
from models.orders.door import CameBack, came_back_of
from models.orders.queries import OrderLineView, OrderView
from models.orders.returns import Disposition
from models.people.access import Permission, members_by_family, people_allowed

LINES = 20


def refused_lines(event: Event) -> list[OrderLineView]:
    """The lines of which the fact tells that they were refused; none for another fact."""
    match event.fact:
        case PartRefused(line_ids=line_ids):
            return [line for line in event.order.lines if line.id in line_ids]
        case OrderRefused():
            return list(event.order.live_lines)
        case _:
            return []


async def tell_customer_of_refusal(_session: AsyncSession, event: Event) -> list[Notice]:
    """The customer: what is to be paid now, or that nothing is."""
    order = event.order
    if order.person_id == event.actor_id:
        return []
    whole = isinstance(event.fact, OrderRefused)
    heard = returned_news(order) if whole else part_news(event)
    return [Notice("customer", (order.person_id,), heard)]


def part_news(event: Event) -> Reply:
    """News of what was not taken: less is to be paid now."""
    order, lines = event.order, refused_lines(event)
    text = say(
        "customer-part-refused",
        number=order_name(order),
        things=stack(*(counted_thing(line) for line in lines[:LINES])),
        total=Amount(event.due),
    )
    text = for_order(order, text)
    return message(text, Choice(say("order-follow"), ShowOrder(order.id)))


def returned_news(order: OrderView) -> Reply:
    """News that the order went back, and costs nothing."""
    text = for_order(order, say("customer-returned", number=order_name(order)))
    return message(text, Choice(say("order-again"), OrderAgain(order.id)), HOME)


def counted_thing(line: OrderLineView) -> Phrase:
    """A thing and how many of it."""
    return say("refused-thing", thing=thing_words(order_line(line)), count=str(line.quantity))


async def tell_desk_of_refusal(session: AsyncSession, event: Event) -> list[Notice]:
    """The desk: what comes back, and what is to be looked at."""
    order, lines = event.order, refused_lines(event)
    desk = await people_allowed(session, Permission.orders)
    people = tuple(person for person in desk if person != event.actor_id)
    back = came_back_words(lines, await came_back_of(session, order.id, lines), LINES)
    phrase = "staff-order-refused" if isinstance(event.fact, OrderRefused) else "staff-part-refused"
    text = say(phrase, number=Exact(order.number), lines=back, total=Amount(order.total))
    text = for_order(order, text)
    return [Notice("staff", people, message(text, open_order(order.id)), topic="orders")]


def open_order(order_id: int) -> Choice:
    """The way to the order."""
    return Choice(say("staff-open-order"), ManageOrder(order_id))


async def tell_families_of_refusal(session: AsyncSession, event: Event) -> list[Notice]:
    """Each family, of her own things alone: what came back, and what she is paid all the same."""
    hers: dict[int, list[OrderLineView]] = {}
    for line in sorted(refused_lines(event), key=lambda line: line.family_id):
        hers.setdefault(line.family_id, []).append(line)
    back = await came_back_of(session, event.order.id, refused_lines(event))
    due = await due_to_all(session, hers)
    members = await members_by_family(session, hers)
    return [
        to_family(
            family_id,
            members.get(family_id, ()),
            message(
                family_words(event.order.number, lines, parts_of(back, lines), due[family_id]),
                Choice(say("income-see-sales"), ShowFamilyHome(family_id, order_id=event.order.id)),
            ),
        )
        for family_id, lines in hers.items()
    ]


def parts_of(back: Iterable[CameBack], lines: Sequence[OrderLineView]) -> list[CameBack]:
    """What came back of these lines."""
    ids = {line.id for line in lines}
    return [part for part in back if part.line_id in ids]


def family_words(
    number: str, lines: Sequence[OrderLineView], back: Sequence[CameBack], due: Money
) -> Phrase:
    """What of hers came back, and what it means for her income: in the words that are true."""
    told = say(
        "income-refused",
        brand=Name(lines[0].brand_ar, lines[0].brand_en),
        number=Exact(number),
        lines=came_back_words(lines, back, LINES),
    )
    price = {line.id: line.price for line in lines}
    borne = total(part.borne for part in back)
    unpaid = {
        kind: total(price[part.line_id] * part.quantity for part in back if is_unpaid(part, kind))
        for kind in (Disposition.inspect, Disposition.unsellable)
    }
    outcomes = [
        say(f"income-refused-{kind}", amount=Amount(amount))
        for kind, amount in unpaid.items()
        if amount
    ]
    if borne:
        outcomes.append(say("income-refused-borne", amount=Amount(borne), due=Amount(due)))
    return paragraphs(told, *outcomes)


def is_unpaid(part: CameBack, kind: Disposition) -> bool:
    """Whether the pieces came back in that way, and nobody pays for them."""
    return part.disposition == kind and part.borne == NOTHING
