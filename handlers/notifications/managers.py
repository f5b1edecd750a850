"""What managers hear: who has joined, and codes that were tried too often."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.brands import ManageFamily
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.actions.staff import ShowDesk, ShowTeam
from handlers.dialog.layout import cut
from handlers.dialog.speech import Choice, Exact, Name, Phrase, Reply, say
from handlers.notifications.notices import Event, Notice, message
from handlers.ui.order_lines import paragraphs
from handlers.ui.pick_up import for_order
from models.families.families import Family
from models.kernel.facts import FamilyJoined, StaffJoined, WrongCodeGiven, WrongCodesPiledUp
from models.orders.tables import CODE_TRIES, Order
from models.people.access import Permission, people_allowed
from models.people.team import name_of

MOST_NAME = 40


async def tell_managers(session: AsyncSession, event: Event) -> list[Notice]:
    """The notices for managers, but for the one who did it."""
    heard = await news(session, event)
    if heard is None:
        return []
    managers = await people_allowed(session, Permission.override)
    people = tuple(person for person in managers if person != event.actor_id)
    topic = "team" if isinstance(event.fact, FamilyJoined | StaffJoined) else ""
    return [Notice("managers", people, heard, topic=topic)]


async def untold_notice(session: AsyncSession, fact_id: int, order_id: int | None) -> Notice:
    """The notice to every manager that nobody could be told of a fact, by a defect of ours."""
    found = select(Order.number).where(Order.id == order_id)
    number = await session.scalar(found) if order_id is not None else None
    notice = Exact(str(fact_id))
    if number is None:
        heard = message(
            say("manager-untold", notice=notice), Choice(say("button-desk"), ShowDesk())
        )
    else:
        text = say("manager-untold-order", number=Exact(number), notice=notice)
        heard = message(text, Choice(say("staff-open-order"), ManageOrder(order_id or 0)))
    return Notice("untold", tuple(await people_allowed(session, Permission.override)), heard)


async def news(session: AsyncSession, event: Event) -> Reply | None:
    """The managers' news of what happened; None where it is not theirs to hear."""
    match event.fact:
        case FamilyJoined(family_id=family_id):
            family = await session.get_one(Family, family_id)
            text = say("manager-family-joined", brand=Name(family.brand_ar, family.brand_en))
            return message(text, Choice(say("manager-open-family"), ManageFamily(family_id)))
        case StaffJoined(role=role):
            text = say("manager-staff-joined", role=say(f"role-{role}"))
            return message(text, Choice(say("manager-open-team"), ShowTeam()))
        case WrongCodeGiven(order_id=order_id, tries=tries) if tries == CODE_TRIES:
            text = say("manager-wrong-codes", number=Exact(event.order.number), tries=tries)
            open_order = Choice(say("staff-open-order"), ManageOrder(order_id))
            return message(for_order(event.order, text), open_order)
        case WrongCodesPiledUp() as piled_up:
            return message(
                await wrong_tries(session, piled_up), Choice(say("manager-open-team"), ShowTeam())
            )
        case _:
            return None


async def wrong_tries(session: AsyncSession, fact: WrongCodesPiledUp) -> Phrase:
    """Who gave wrong codes, how many, and on which orders; and where it ends for the day."""
    numbers = select(Order.number).where(Order.id.in_(fact.order_ids)).order_by(Order.id)
    told = say(
        "manager-wrong-tries",
        name=cut(await name_of(session, fact.person_id), MOST_NAME) or say("people-nameless"),
        tries=fact.tries,
        orders=len(fact.order_ids),
        numbers=Exact(" · ".join(await session.scalars(numbers))),
    )
    return paragraphs(told, say("manager-wrong-tries-barred")) if fact.barred else told
