"""The try-out's people: a customer, a family, a manager and a seller, each in a pane of its own.

The family pane answers for every brand of the sample, so that whatever is ordered rings there. The
seller takes goods in as well, and finds the bazaar open whenever the try-out is.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.web.channel import CHANNEL
from handlers.dialog.speaker import welcome_speaker
from handlers.dialog.speech import ChannelUser
from models.bazaars.bazaars import current_bazaar
from models.bazaars.editing import add_day
from models.families.families import Family
from models.hall.editions import editions_selling
from models.kernel.acting import Acting
from models.kernel.database import Database
from models.messaging.accounts import Account
from models.messaging.web_messages import open_page
from models.people.access import FamilyMember, Role, RoleRow
from models.products.tables import Product
from models.sample.loading import load_sample

OPENINGS = {"customer": "start", "family": "family", "staff": "desk", "seller": "sell"}
"""The panes, and the command that each begins with."""
ROLES = {"staff": (Role.manager,), "seller": (Role.seller, Role.catalogue)}
"""What the panes of the centre may do."""
NAMES = {"staff": "نورة", "seller": "مريم"}
"""What their people are called."""
OPENS_IN = timedelta(days=3)
TODAY_LASTS = timedelta(hours=12)


async def open_tryout(database: Database, now: datetime) -> dict[str, Account]:
    """The account of each pane; loads the sample bazaar when there is no data yet."""
    async with database.write() as session:
        is_new = await session.scalar(select(func.count()).select_from(Family)) == 0
        if is_new and not await session.scalar(select(func.count()).select_from(Product)):
            await load_sample(session, opening(now), now)
        accounts = {pane: await pane_account(session, pane, now) for pane in OPENINGS}
        await give_roles(session, accounts, now)
        await open_the_doors(Acting(session, None, now))
    return accounts


def opening(now: datetime) -> datetime:
    """When the sample bazaar opens: three days ahead at 16:00 in Dubai, which is 12:00 UTC."""
    return (now + OPENS_IN).replace(hour=12, minute=0, second=0, microsecond=0)


async def pane_account(session: AsyncSession, pane: str, now: datetime) -> Account:
    """The account of a pane, made the first time."""
    external_id = f"tryout-{pane}"
    found = select(Account).where(Account.channel == CHANNEL, Account.external_id == external_id)
    account = await session.scalar(found)
    if account is None:
        await welcome_speaker(session, ChannelUser(CHANNEL, external_id), now)
        account = (await session.scalars(found)).one()
    await open_page(session, account.id)
    return account


async def give_roles(session: AsyncSession, accounts: dict[str, Account], now: datetime) -> None:
    """Each pane of the centre has its roles; the family pane answers for every family there is."""
    for pane, roles in ROLES.items():
        person_id = accounts[pane].person_id
        for role in roles:
            if await session.get(RoleRow, (person_id, role)) is None:
                name = NAMES[pane]
                session.add(RoleRow(person_id=person_id, role=role, since=now, name=name))
    member = accounts["family"].person_id
    hers = set(
        await session.scalars(
            select(FamilyMember.family_id).where(FamilyMember.person_id == member)
        )
    )
    for family_id in await session.scalars(select(Family.id).order_by(Family.id)):
        if family_id not in hers:
            session.add(FamilyMember(person_id=member, family_id=family_id, since=now))


async def open_the_doors(acting: Acting) -> None:
    """The bazaar is open today as well where nothing else is, so that a till can be opened.

    The opening begins with this hour and lasts for twelve, or until the bazaar's next one.
    """
    session, now = acting.session, acting.now
    shown = await current_bazaar(session, now)
    if shown is None or await editions_selling(session, now):
        return
    opens = now.replace(minute=0, second=0, microsecond=0)
    coming = shown.next_day(now)
    closes = opens + TODAY_LASTS
    await add_day(acting, shown.id, opens, min(closes, coming.opens_at) if coming else closes)
