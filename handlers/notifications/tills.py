"""What is told of tills: that one was counted, closed, taken over, or left open."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.hall import (
    AnswerTill,
    ConfirmTill,
    ManageTill,
    ShowClosing,
    TakeTill,
    WithdrawTill,
)
from handlers.dialog.speech import Amount, Choice, Exact, Phrase, Reply, say
from handlers.notifications.cash import LIST, holder_words, to_people
from handlers.notifications.notices import Event, Notice, message
from handlers.ui.cash_words import difference_words
from handlers.ui.order_lines import paragraphs
from models.accounting.cash_handovers import HandoverState, handover
from models.hall.till_tables import TillState
from models.hall.tills import till
from models.kernel.facts import TillClosed, TillCounted, TillCountWithdrawn, TillLeftOpen
from models.kernel.money import Money
from models.people.access import Permission, people_allowed
from models.people.cash_desk import desk_for


async def tell_of_tills(session: AsyncSession, event: Event) -> list[Notice]:
    """The notices for sellers, for who settles cash, and for managers."""
    match event.fact:
        case TillCounted() as fact:
            return await question_of_count(session, event, fact)
        case TillCountWithdrawn() as fact:
            return await news_of_withdrawing(session, event, fact)
        case TillClosed() as fact:
            return await news_of_closing(session, event, fact)
        case TillLeftOpen() as fact:
            return await left_open(session, event, fact)
        case _:
            return []


async def about(
    session: AsyncSession, phrase: str, till_id: int, person_id: int, amount: Money
) -> Phrase:
    """What happened to the till, whose it is, and how much was counted."""
    name = await holder_words(session, person_id)
    return say(phrase, number=Exact(str(till_id)), name=name, amount=Amount(amount))


def with_difference(text: Phrase, fact: TillCounted | TillClosed) -> Phrase:
    """The text; beneath it what is not as it should be, where that is so."""
    if fact.expected == fact.counted:
        return text
    differs = difference_words(fact.expected, fact.counted, fact.reason)
    return paragraphs(text, say("cash-difference-line", differs=differs))


async def question_of_count(session: AsyncSession, event: Event, fact: TillCounted) -> list[Notice]:
    """The other side: who takes it over, who settles cash, or whose till it is.

    Nobody is asked for what waits no more by the time that it is told.
    """
    if (await handover(session, fact.handover_id)).state != HandoverState.open:
        return []
    phrase = "told-till-counted" if fact.to_id is None else "told-till-for-you"
    text = await about(session, phrase, fact.till_id, fact.person_id, fact.counted)
    heard = question(with_difference(text, fact), fact)
    if fact.to_id is not None:
        return [to_people(event, "till", (fact.to_id,), heard)]
    side = [fact.person_id]
    if event.actor_id == fact.person_id:
        side = await desk_for(session, fact.person_id, Permission.finance)
    return [to_people(event, "till", side, heard)]


def question(text: Phrase, fact: TillCounted) -> Reply:
    """What asks to agree to exactly that count, or not to."""
    amount = Amount(fact.counted)
    if fact.to_id is not None:
        yes = Choice(say("button-take-till", amount=amount), TakeTill(fact.handover_id))
        no = Choice(say("button-wrong-count"), WithdrawTill(fact.handover_id))
    else:
        yes = Choice(say("button-confirm-till", amount=amount), ConfirmTill(fact.handover_id))
        no = Choice(say("button-count-anew"), AnswerTill(fact.handover_id))
    return message(text, yes, no)


async def news_of_withdrawing(
    session: AsyncSession, event: Event, fact: TillCountWithdrawn
) -> list[Notice]:
    """Whose till it is, and who was to take it over."""
    phrase = "told-till-count-withdrawn"
    text = await about(session, phrase, fact.till_id, fact.person_id, fact.counted)
    own = message(text, Choice(say("button-till"), ManageTill(fact.till_id)))
    told = [to_people(event, "till", (fact.person_id,), own)]
    if fact.to_id is not None:
        told.append(to_people(event, "till-taken", (fact.to_id,), message(text)))
    return told


async def news_of_closing(session: AsyncSession, event: Event, fact: TillClosed) -> list[Notice]:
    """Whose till it was; and the finance where it is not what it should be."""
    phrase = "told-till-closed" if fact.to_id is None else "told-till-taken"
    text = await about(session, phrase, fact.till_id, fact.person_id, fact.counted)
    text = with_difference(text, fact)
    closing = Choice(say("button-closing"), ShowClosing(fact.till_id))
    told = [to_people(event, "till", (fact.person_id,), message(text, closing))]
    if fact.expected != fact.counted:
        settling = set(await people_allowed(session, Permission.finance)) - {fact.person_id}
        told.append(to_people(event, "finance", settling, message(text, LIST)))
    return told


async def left_open(session: AsyncSession, event: Event, fact: TillLeftOpen) -> list[Notice]:
    """The managers, and whose till it is; nobody where it was counted by then."""
    if (await till(session, fact.till_id)).state != TillState.open:
        return []
    name = await holder_words(session, fact.person_id)
    text = say("told-till-left-open", number=Exact(str(fact.till_id)), name=name)
    heard = message(text, Choice(say("button-till"), ManageTill(fact.till_id)))
    managers = await people_allowed(session, Permission.override)
    return [to_people(event, "till", {*managers, fact.person_id}, heard)]
