"""What is told of cash: that it differs, was corrected or settled, and is handed over."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.cash import (
    AnswerHandover,
    ConfirmHandover,
    ListDifferences,
    ShowDifference,
    ShowPurse,
)
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.layout import cut
from handlers.dialog.speech import Amount, Choice, Exact, Phrase, Reply, say
from handlers.notifications.notices import Event, Notice, message
from handlers.ui.cash_words import missing_words
from handlers.ui.order_lines import paragraphs
from handlers.ui.pick_up import for_order
from handlers.ui.reasons import reason_words
from models.accounting.cash_handovers import HandoverState, handover
from models.accounting.differences import How
from models.accounting.purses import purse_of
from models.kernel.facts import (
    CashCorrected,
    CashDifferenceSettled,
    CashHandedOver,
    CashHandoverProposed,
    ChargeLessened,
    GoodsReturned,
    MoneyHandedBack,
    OrderDelivered,
    StaffLeft,
)
from models.kernel.money import Money
from models.orders.carriers import carrier
from models.orders.cash import last_out
from models.people.access import Permission, people_allowed
from models.people.cash_desk import desk_for
from models.people.team import name_of

MOST_NAME, MOST_REASON = 40, 200


async def tell_of_cash(session: AsyncSession, event: Event) -> list[Notice]:
    """The notices for who carries the cash, for the desk and for the finance."""
    match event.fact:
        case OrderDelivered() as fact:
            return [*await short_cash(session, event, fact), *await at_the_door(session, event)]
        case CashCorrected() as fact:
            return await news_of_correction(session, event, fact)
        case GoodsReturned() as fact:
            return news_of_refund(event, fact)
        case MoneyHandedBack() as fact:
            return news_of_refund(event, fact)
        case ChargeLessened() as fact:
            return [news_of_charge(event, fact)]
        case CashDifferenceSettled() as fact:
            return await news_of_settling(session, event, fact)
        case CashHandoverProposed() as fact:
            return await question_of_handover(session, event, fact)
        case CashHandedOver() as fact:
            return await handed_over(session, event, fact)
        case StaffLeft(person_id=person_id):
            return await left_with_cash(session, event, person_id)
        case _:
            return []


def to_people(event: Event, audience: str, people: Iterable[int | None], heard: Reply) -> Notice:
    """The notice for these people, but for the one who did it."""
    others = {one for one in people if one is not None and one != event.actor_id}
    return Notice(audience, tuple(sorted(others)), heard)


async def finance(session: AsyncSession, event: Event, heard: Reply) -> Notice:
    """The notice for everybody who settles cash."""
    return to_people(event, "finance", await people_allowed(session, Permission.finance), heard)


async def holder_words(session: AsyncSession, person_id: int | None) -> Phrase:
    """What the person is called; the till where it is nobody's purse."""
    if person_id is None:
        return say("cash-till")
    name = cut(await name_of(session, person_id), MOST_NAME)
    return say("people-name", name=name) if name else say("people-nameless")


def differs(expected: Money, taken: Money, reason: str) -> Phrase:
    """What was there instead of what should have been, and why."""
    why = reason_words(cut(reason, MOST_REASON))
    return say("cash-differs", expected=Amount(expected), taken=Amount(taken), reason=why)


def way_to(order_id: int) -> Choice:
    """The way to the order."""
    return Choice(say("staff-open-order"), ManageOrder(order_id))


LIST = Choice(say("button-differences-list"), ListDifferences())
PURSE = Choice(say("button-purse"), ShowPurse())


async def short_cash(session: AsyncSession, event: Event, fact: OrderDelivered) -> list[Notice]:
    """The finance hears at once of cash that differs from what was due."""
    if fact.due is None:
        return []
    text = say(
        "finance-cash-differs",
        number=Exact(event.order.number),
        name=await holder_words(session, fact.holder_id or event.actor_id),
        differs=differs(fact.due, fact.taken, fact.reason),
    )
    return [await finance(session, event, message(text, way_to(fact.order_id), LIST))]


async def at_the_door(session: AsyncSession, event: Event) -> list[Notice]:
    """Whoever has the order out, or is said to have its cash, hears that a manager closed it."""
    fact = event.fact
    if not isinstance(fact, OrderDelivered) or not fact.without_code:
        return []
    out = await last_out(session, fact.order_id, event.fact_id)
    at_door = None if out is None else await carrier(session, out)
    holder = fact.holder_id or event.actor_id
    text = say(
        "courier-closed-without-code",
        number=Exact(event.order.number),
        taken=Amount(fact.taken),
        name=await holder_words(session, holder),
    )
    heard = message(for_order(event.order, text), way_to(fact.order_id), PURSE)
    return [to_people(event, "door", (at_door, holder), heard)]


async def news_of_correction(
    session: AsyncSession, event: Event, fact: CashCorrected
) -> list[Notice]:
    """Whose purse it is, and the finance."""
    text = say(
        "cash-was-corrected",
        number=Exact(event.order.number),
        name=await holder_words(session, fact.holder_id),
        was=Amount(fact.was),
        taken=Amount(fact.taken),
        reason=cut(fact.reason, MOST_REASON),
    )
    own = message(text, way_to(fact.order_id), PURSE)
    managers = set(await people_allowed(session, Permission.finance)) - {fact.holder_id}
    news = message(text, way_to(fact.order_id), LIST)
    return [
        to_people(event, "purse", (fact.holder_id,), own),
        to_people(event, "finance", managers, news),
    ]


def news_of_refund(event: Event, fact: GoodsReturned | MoneyHandedBack) -> list[Notice]:
    """Whose purse the money came out of that was handed back; nobody where it was the till."""
    if fact.paid_by is None:
        return []
    text = say(
        "cash-was-handed-back", number=Exact(event.order.number), amount=Amount(fact.refunded)
    )
    return [to_people(event, "purse", (fact.paid_by,), message(text, way_to(fact.order_id), PURSE))]


def news_of_charge(event: Event, fact: ChargeLessened) -> Notice:
    """Whose purse it is: less is charged to it."""
    number, was, left = Exact(event.order.number), Amount(fact.was), Amount(fact.left)
    text = say("cash-charge-lessened", number=number, was=was, left=left)
    heard = message(text, way_to(fact.order_id), PURSE)
    return to_people(event, "purse", (fact.person_id,), heard)


async def news_of_settling(
    session: AsyncSession, event: Event, fact: CashDifferenceSettled
) -> list[Notice]:
    """The finance; and whose purse it counts for."""
    text = say(
        f"cash-settled-{fact.how}",
        name=await holder_words(session, fact.person_id),
        missing=missing_words(fact.missing),
    )
    shown = Choice(say("button-differences-list"), ShowDifference(fact.difference_id))
    managers = set(await people_allowed(session, Permission.finance)) - {fact.person_id}
    told = [to_people(event, "finance", managers, message(text, shown))]
    if fact.how == How.charged:
        told.append(to_people(event, "purse", (fact.person_id,), message(text, PURSE)))
    return told


async def question_of_handover(
    session: AsyncSession, event: Event, fact: CashHandoverProposed
) -> list[Notice]:
    """The other side: the desk, or whose purse it is; the amount is agreed to by a button.

    Nobody is asked for what waits no more by the time that it is told.
    """
    if (await handover(session, fact.handover_id)).state != HandoverState.open:
        return []
    by_courier = event.actor_id == fact.person_id
    name = await holder_words(session, fact.person_id)
    text = say(
        "handover-named-by-courier" if by_courier else "handover-named-by-desk",
        name=name,
        amount=Amount(fact.counted),
    )
    text = with_difference(text, fact)
    label = say("button-confirm-handover", amount=Amount(fact.counted))
    heard = message(
        text,
        Choice(label, ConfirmHandover(fact.handover_id)),
        Choice(say("button-other-amount"), AnswerHandover(fact.handover_id)),
    )
    side = await desk_for(session, fact.person_id) if by_courier else (fact.person_id,)
    return [to_people(event, "handover", side, heard)]


def with_difference(text: Phrase, fact: CashHandoverProposed | CashHandedOver) -> Phrase:
    """The text; beneath it what is not as it was expected, where that is so."""
    if fact.expected == fact.counted:
        return text
    differing = differs(fact.expected, fact.counted, fact.reason)
    return paragraphs(text, say("cash-difference-line", differs=differing))


async def handed_over(session: AsyncSession, event: Event, fact: CashHandedOver) -> list[Notice]:
    """The side that named the amount; and the finance where it is not what was expected."""
    text = say(
        "cash-was-handed-over",
        name=await holder_words(session, fact.person_id),
        amount=Amount(fact.counted),
    )
    text = with_difference(text, fact)
    sides = {fact.person_id, fact.proposed_by}
    told = [to_people(event, "handover", sides, message(text, PURSE))]
    if fact.expected != fact.counted:
        managers = set(await people_allowed(session, Permission.finance)) - sides
        told.append(to_people(event, "finance", managers, message(text, LIST)))
    return told


async def left_with_cash(session: AsyncSession, event: Event, person_id: int) -> list[Notice]:
    """The finance hears of who has left and carries cash still."""
    carried = await purse_of(session, person_id)
    if not carried or person_id in await people_allowed(session, Permission.deliver):
        return []
    text = say(
        "finance-left-with-cash",
        name=await holder_words(session, person_id),
        amount=Amount(carried),
    )
    shown = Choice(say("button-purse"), ShowPurse(person_id))
    return [await finance(session, event, message(text, shown))]
