"""Invitations to a role: making one for a colleague, and taking one back that nobody has used."""

from __future__ import annotations

from typing import Any

from handlers.dialog.actions.staff import InviteStaff, ListInvitations, ShowTeam, WithdrawInvitation
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.questions import text
from handlers.dialog.router import step, view
from handlers.dialog.speech import Choice, Phrase, Reply, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.desk.invitation_screens import (
    MOST_NAME,
    invitations_reply,
    open_no_more,
    share_choice,
    still_open,
    take_back_or_ask,
)
from handlers.staff.team.holders import TO_TEAM
from handlers.staff.team.team import team_card
from handlers.ui.board import board
from models.kernel.refusals import NotFound
from models.people.access import INVITATION_LASTS, Permission, Role, invite


class InvitingStaff(StateBase, frozen=True, kw_only=True, tag="invite-staff.1"):
    """Somebody who is invited to a role."""

    role: str
    name: str | None = None


async def make_staff_invitation(turn: Turn, state: InvitingStaff) -> Reply:
    """Make the invitation; the card with its link is a message of its own."""
    role, name = Role(state.role), require_answer(state.name)
    code = await invite(turn.acting, role=role, name=name)
    turn.leave()
    named = say(f"role-{role}")
    words = say("team-invitation", role=named, name=name, days=INVITATION_LASTS.days)
    share = share_choice(code, say("team-invites-you", role=named))
    way_back = Choice(say("button-team"), ShowTeam(anew=True))
    return reply(board(turn, "people", say("team-title"), words, (share,), (way_back,)))


async def back_to_team(turn: Turn, _state: Any) -> Reply:
    """Nobody was invited: the team's page, as it was."""
    return reply(await team_card(turn, say("form-left")))


def ask_colleague(state: Any) -> Phrase:
    """For whom an invitation to a role is."""
    return say("team-ask-name", role=say(f"role-{state.role}"))


INVITING = Flow(
    InvitingStaff,
    (text("name", ask_colleague, most=MOST_NAME),),
    make_staff_invitation,
    allow=Permission.team,
    left=back_to_team,
)


@step(InviteStaff, allow=Permission.team)
async def invite_staff(turn: Turn, asked: InviteStaff) -> Reply:
    """Ask for whom an invitation to that role is. Refuses: NotFound for a role that is none."""
    if asked.role not in Role.__members__:
        raise NotFound("role")
    return await INVITING.start(turn, InvitingStaff(role=asked.role))


@view(ListInvitations, allow=Permission.team)
async def list_invitations(turn: Turn, asked: ListInvitations) -> Reply:
    """The open invitations to any role, a button each."""
    return await invitations_reply(
        turn, None, asked.page, ListInvitations, WithdrawInvitation, say("team-title"), TO_TEAM
    )


@step(WithdrawInvitation, allow=Permission.team)
async def withdraw_invitation(turn: Turn, asked: WithdrawInvitation) -> Reply:
    """Take one to a role back; asked for once more unless `sure`."""
    found = await still_open(turn, asked.invitation_id)
    if found is None or found.role is None:
        return open_no_more(turn, say("team-title"), TO_TEAM)
    sure = WithdrawInvitation(found.id, sure=True)
    back = Choice(say("button-back"), ListInvitations())
    title = say("team-title")
    return await take_back_or_ask(
        turn, found, sure if not asked.sure else None, title, back, TO_TEAM
    )
