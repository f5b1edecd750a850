"""The team: who works here, and one-time invitations to a role."""

from __future__ import annotations

from handlers.actions import AcceptInvitation, InviteStaff, ShowTeam
from handlers.router import command, step, view
from handlers.screens.board import board
from handlers.screens.ways import cut
from handlers.speech import Choice, Lines, Phrase, Reply, ShareChoice, reply, say
from handlers.staff.desk import TO_DESK
from handlers.turn import Turn
from models.access import INVITATION_LASTS, Permission, Role, invite
from models.errors import NotFound
from models.team import Post, posts

MOST_NAMES = 120

command("team", lambda _rest: ShowTeam())


@view(ShowTeam, allow=Permission.team)
async def show_team(turn: Turn, _asked: ShowTeam) -> Reply:
    """Who holds which role, with an invitation to each."""
    held = Lines(tuple(post_line(turn, post) for post in await posts(turn.session)))
    invitations = [
        Choice(say("team-invite", role=say(f"role-{role}")), InviteStaff(role)) for role in Role
    ]
    rows = (tuple(invitations[:2]), tuple(invitations[2:]), (TO_DESK,))
    return reply(
        board(turn, "people", say("team-title"), say("team", posts=held), *rows), in_place=True
    )


def post_line(turn: Turn, post: Post) -> Phrase:
    """A role, how many hold it, and those names that are known."""
    role = say(f"role-{post.role}")
    if not post.names:
        return say("team-post", role=role, count=post.people)
    names = ("، " if turn.language == "ar" else ", ").join(post.names)
    return say("team-post-named", role=role, count=post.people, names=cut(names, MOST_NAMES))


@step(InviteStaff, allow=Permission.team)
async def invite_staff(turn: Turn, asked: InviteStaff) -> Reply:
    """Make a one-time invitation to a role; it is a message of its own, to be passed on."""
    if asked.role not in Role.__members__:
        raise NotFound("role")
    role = Role(asked.role)
    code = await invite(turn.session, turn.now, role=role, made_by=turn.person_id)
    named = say(f"role-{role}")
    text = say("team-invitation", role=named, days=INVITATION_LASTS.days)
    share = ShareChoice(
        say("button-send-invitation"), AcceptInvitation(code), say("team-invites-you", role=named)
    )
    way_back = Choice(say("button-team"), ShowTeam())
    return reply(board(turn, "people", say("team-title"), text, (share,), (way_back, TO_DESK)))
