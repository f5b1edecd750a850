"""One-time invitations to a role or to a brand: for whom they are, and the link to pass on."""

from __future__ import annotations

from typing import Any

from handlers.actions import AcceptInvitation, InviteFamily, InviteStaff, ManageFamily, ShowTeam
from handlers.asking import answered
from handlers.forms import Flow
from handlers.questions import text
from handlers.router import step
from handlers.screens.board import board
from handlers.speech import Choice, Name, Phrase, Reply, ShareChoice, reply, say
from handlers.staff.families import back_to_family
from handlers.staff.team import team_card
from handlers.states import StateBase
from handlers.turn import Turn
from models.access import INVITATION_LASTS, Permission, Role, invite
from models.errors import NotFound
from models.families import family

MOST_NAME = 40


class InvitingStaff(StateBase, frozen=True, kw_only=True, tag="invite-staff.1"):
    """Somebody who is invited to a role."""

    role: str
    name: str | None = None


class InvitingFamily(StateBase, frozen=True, kw_only=True, tag="invite-family.1"):
    """Somebody who is invited to a brand."""

    family_id: int
    brand: Name
    name: str | None = None


async def make_staff_invitation(turn: Turn, state: InvitingStaff) -> Reply:
    """Make it; the card with its link is a message of its own."""
    role, name = Role(state.role), answered(state.name)
    code = await invite(turn.session, turn.now, role=role, made_by=turn.person_id, name=name)
    turn.leave()
    named = say(f"role-{role}")
    words = say("team-invitation", role=named, name=name, days=INVITATION_LASTS.days)
    share = share_choice(code, say("team-invites-you", role=named))
    way_back = Choice(say("button-team"), ShowTeam(anew=True))
    return reply(board(turn, "people", say("team-title"), words, (share,), (way_back,)))


async def make_family_invitation(turn: Turn, state: InvitingFamily) -> Reply:
    """Make it; the card with its link is a message of its own."""
    name, family_id = answered(state.name), state.family_id
    code = await invite(
        turn.session, turn.now, family_id=family_id, made_by=turn.person_id, name=name
    )
    turn.leave()
    words = say("families-invitation", brand=state.brand, name=name, days=INVITATION_LASTS.days)
    share = share_choice(code, say("families-invites-you", brand=state.brand))
    way_back = Choice(say("button-this-family"), ManageFamily(family_id, anew=True))
    return reply(board(turn, "people", say("families-title"), words, (share,), (way_back,)))


async def back_to_team(turn: Turn, _state: Any) -> Reply:
    """Nobody was invited: the team's page, as it was."""
    return reply(await team_card(turn, say("form-left")))


def share_choice(code: str, words: Phrase) -> ShareChoice:
    """The link to pass on: it is shown once, so no other button may replace its card."""
    label = say("button-send-invitation")
    return ShareChoice(label, AcceptInvitation(code), words, copied=True)


def ask_colleague(state: Any) -> Phrase:
    """For whom an invitation to a role is."""
    return say("team-ask-name", role=say(f"role-{state.role}"))


def ask_member(state: Any) -> Phrase:
    """For whom an invitation to a brand is."""
    return say("families-ask-name", brand=state.brand)


STAFF = Flow(
    InvitingStaff,
    (text("name", ask_colleague, most=MOST_NAME),),
    make_staff_invitation,
    allow=Permission.team,
    left=back_to_team,
)
FAMILY = Flow(
    InvitingFamily,
    (text("name", ask_member, most=MOST_NAME),),
    make_family_invitation,
    allow=Permission.families,
    left=back_to_family,
)


@step(InviteStaff, allow=Permission.team)
async def invite_staff(turn: Turn, asked: InviteStaff) -> Reply:
    """Ask for whom an invitation to that role is. Refuses: NotFound for a role that is none."""
    if asked.role not in Role.__members__:
        raise NotFound("role")
    return await STAFF.start(turn, InvitingStaff(role=asked.role))


@step(InviteFamily, allow=Permission.families)
async def invite_family(turn: Turn, asked: InviteFamily) -> Reply:
    """Ask for whom an invitation to that brand is. Refuses: NotFound."""
    found = await family(turn.session, asked.family_id)
    brand = Name(found.brand_ar, found.brand_en)
    return await FAMILY.start(turn, InvitingFamily(family_id=found.id, brand=brand))
