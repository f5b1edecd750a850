"""Who may do what: roles, permissions and one-time invitations. The one place that decides."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec
from sqlalchemy import CheckConstraint, ForeignKey, bindparam, false, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.acting import Acting
from models.kernel.base import Base, Id
from models.kernel.facts import FamilyJoined, StaffInvited, StaffJoined, record
from models.kernel.prepared import prepared
from models.kernel.refusals import InvitationSpent, NotAllowed, OwnInvitation

INVITATION_LASTS = timedelta(days=14)


class Permission(StrEnum):
    """What a function may ask for."""

    desk = "desk"  # any staff at all
    catalogue = "catalogue"  # products, prices, photos, goods taken in
    orders = "orders"  # accept, pack, strike, cancel, reschedule
    on_behalf = "on-behalf"  # order for whoever telephones, or stands in the hall
    deliver = "deliver"  # out, delivered, not delivered
    override = "override"  # confirm without the code
    inbox = "inbox"  # answer what people write to the centre
    finance = "finance"  # settle cash that differs, correct what was taken, close tills
    sell = "sell"  # sell in the hall, from a till of one's own
    let_off = "let-off"  # sell in the hall below the price on the shelf, with a reason
    families = "families"
    bazaars = "bazaars"
    delivery = "delivery"  # the plan of deliveries: windows, closed days, fees
    team = "team"
    audit = "audit"  # what happened in the whole shop, and who did it
    family = "family"  # a member of a family, for her own brand


class Role(StrEnum):
    """What a member of staff is to the centre."""

    manager = "manager"
    catalogue = "catalogue"
    orders = "orders"
    courier = "courier"
    seller = "seller"
    finance = "finance"


GRANTS: dict[Role, frozenset[Permission]] = {
    Role.manager: frozenset(Permission) - {Permission.family},
    Role.catalogue: frozenset({Permission.desk, Permission.catalogue}),
    Role.orders: frozenset(
        {
            *(Permission.desk, Permission.orders, Permission.on_behalf),
            *(Permission.deliver, Permission.inbox),
        }
    ),
    Role.courier: frozenset({Permission.desk, Permission.deliver}),
    Role.seller: frozenset({Permission.desk, Permission.sell, Permission.on_behalf}),
    Role.finance: frozenset({Permission.desk, Permission.finance, Permission.let_off}),
}


class RoleRow(Base):
    """A role that a person holds; `name` is what the inviter called them, empty where unknown.

    `founder` marks the manager to whom it was handed over to be the founder; `offered_by` is the
    founder who has offered it and waits for an answer (`models.people.founder`).
    """

    __tablename__ = "roles"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]
    name: Mapped[str] = mapped_column(default="", server_default="")
    founder: Mapped[bool] = mapped_column(default=False, server_default=false())
    offered_by: Mapped[int | None] = mapped_column(Id)


class FamilyMember(Base):
    """A person who answers for a family's brand; `name` is what the inviter called them."""

    __tablename__ = "family_members"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("families.id"), primary_key=True, index=True)
    since: Mapped[datetime]
    name: Mapped[str] = mapped_column(default="", server_default="")


class Invitation(Base):
    """A one-time invitation to a role or a family; only the code's hash is kept.

    `name` says for whom it is, for those who invite; it is empty where nobody said.
    """

    __tablename__ = "invitations"
    __table_args__ = (CheckConstraint("(role IS NULL) <> (family_id IS NULL)", name="one_aim"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code_hash: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str | None]
    family_id: Mapped[int | None] = mapped_column(ForeignKey("families.id"))
    made_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    made_at: Mapped[datetime]
    runs_out_at: Mapped[datetime]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    used_at: Mapped[datetime | None]
    name: Mapped[str] = mapped_column(default="", server_default="")


class Standing(msgspec.Struct, frozen=True):
    """What a person is: the roles held, and the families answered for."""

    roles: frozenset[Role] = frozenset()
    family_ids: tuple[int, ...] = ()

    @property
    def permissions(self) -> frozenset[Permission]:
        """Everything that this standing allows."""
        own = {Permission.family} if self.family_ids else set()
        return frozenset(own).union(*(GRANTS[role] for role in self.roles))

    def require(self, permission: Permission) -> None:
        """Refuse (NotAllowed) unless the permission is held."""
        if permission not in self.permissions:
            raise NotAllowed

    def require_family(self, family_id: int) -> None:
        """Refuse (NotAllowed) unless the person answers for that family."""
        if family_id not in self.family_ids:
            raise NotAllowed


def known_roles(names: Collection[str]) -> frozenset[Role]:
    """The roles among the stored names; a name of a role that is no more grants nothing."""
    return frozenset(Role(name) for name in names if name in Role.__members__)


async def standing_of(session: AsyncSession, person_id: int) -> Standing:
    """The person's standing as it is now."""
    roles = await session.scalars(select(RoleRow.role).where(RoleRow.person_id == person_id))
    families = await session.scalars(
        select(FamilyMember.family_id)
        .where(FamilyMember.person_id == person_id)
        .order_by(FamilyMember.family_id)
    )
    return Standing(known_roles(roles.all()), tuple(families))


WITH_ROLES = prepared(
    select(RoleRow.person_id).where(RoleRow.role.in_(bindparam("roles", expanding=True))).distinct()
)
MEMBERS = prepared(
    select(FamilyMember.family_id, FamilyMember.person_id)
    .where(FamilyMember.family_id.in_(bindparam("families", expanding=True)))
    .order_by(FamilyMember.person_id)
)


async def people_allowed(session: AsyncSession, permission: Permission) -> list[int]:
    """The ids of the staff who hold the permission, in order."""
    roles = [role.value for role, granted in GRANTS.items() if permission in granted]
    return sorted((await session.execute(WITH_ROLES, {"roles": roles})).scalars())


async def members_by_family(
    session: AsyncSession, family_ids: Collection[int]
) -> dict[int, list[int]]:
    """The ids of the people who answer for each family; one without any is left out."""
    members: dict[int, list[int]] = {}
    asked = {"families": list(family_ids)}
    for family_id, person_id in await session.execute(MEMBERS, asked):
        members.setdefault(family_id, []).append(person_id)
    return members


def hash_code(code: str) -> str:
    """What is kept of an invitation's code."""
    return hashlib.sha256(code.encode()).hexdigest()


async def invite(
    acting: Acting, *, role: Role | None = None, family_id: int | None = None, name: str = ""
) -> str:
    """Make a one-time invitation to a role or to a family; out comes its code (A-Za-z0-9_-).

    `name` says for whom it is. It lasts 14 days. The code is shown once and only its hash is kept.
    """
    if (role is None) == (family_id is None):
        raise ValueError("an invitation is to a role or to a family")
    code = secrets.token_urlsafe(18)
    made = Invitation(
        code_hash=hash_code(code),
        role=role,
        family_id=family_id,
        made_by=acting.actor_id,
        made_at=acting.now,
        runs_out_at=acting.now + INVITATION_LASTS,
        name=name,
    )
    acting.session.add(made)
    await acting.session.flush()
    if role is not None:
        record(acting, StaffInvited(role, made.id))
        await acting.session.flush()
    return code


async def accept_invitation(acting: Acting, code: str) -> Invitation:
    """Use up the invitation and give the person what it promises.

    The person who used it already gets the same answer again, while they hold what it gave.
    Refuses: InvitationSpent, and OwnInvitation to whoever made it and only looks where it leads.
    """
    session, person_id = acting.session, acting.person_id
    found = await session.scalar(
        select(Invitation).where(Invitation.code_hash == hash_code(code)).with_for_update()
    )
    if found is None or (found.used_by is None and found.runs_out_at <= acting.now):
        raise InvitationSpent
    if found.used_by == person_id:
        return await still_held(session, found, person_id)
    if found.used_by is None and found.made_by == person_id:
        raise OwnInvitation
    taken = await session.execute(
        update(Invitation)
        .where(Invitation.id == found.id, Invitation.used_by.is_(None))
        .values(used_by=person_id, used_at=acting.now)
        .returning(Invitation.id)
    )
    if taken.first() is None:
        raise InvitationSpent
    await grant(acting, found)
    return found


async def still_held(session: AsyncSession, invitation: Invitation, person_id: int) -> Invitation:
    """The invitation, unless what it gave was taken away again. Refuses: InvitationSpent."""
    held: RoleRow | FamilyMember | None
    if invitation.role:
        held = await session.get(RoleRow, (person_id, invitation.role))
    else:
        held = await session.get(FamilyMember, (person_id, invitation.family_id))
    if held is None:
        raise InvitationSpent
    return invitation


async def grant(acting: Acting, invitation: Invitation) -> None:
    """Give the person what the invitation promises, once, under the name that it holds."""
    session, person_id = acting.session, acting.person_id
    role, family_id, name = invitation.role, invitation.family_id, invitation.name
    if role and await session.get(RoleRow, (person_id, role)) is None:
        session.add(RoleRow(person_id=person_id, role=role, since=acting.now, name=name))
        record(acting, StaffJoined(person_id, role))
    if family_id and await session.get(FamilyMember, (person_id, family_id)) is None:
        session.add(
            FamilyMember(person_id=person_id, family_id=family_id, since=acting.now, name=name)
        )
        record(acting, FamilyJoined(family_id, person_id))
    await session.flush()
