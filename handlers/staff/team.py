"""The team: who works here, and one-time invitations to a role."""

from __future__ import annotations

from handlers.actions import InviteStaff, ShowTeam
from handlers.router import command, view
from handlers.screens.board import board
from handlers.screens.ways import cut
from handlers.speech import Choice, Lines, Phrase, Reply, reply, say
from handlers.staff.desk import TO_DESK
from handlers.turn import Turn
from models.access import Permission, Role
from models.team import Post, posts

MOST_NAMES = 120

command("team", lambda _rest: ShowTeam())


@view(ShowTeam, allow=Permission.team)
async def show_team(turn: Turn, asked: ShowTeam) -> Reply:
    """Who holds which role, with an invitation to each."""
    held = Lines(tuple(post_line(turn, post) for post in await posts(turn.session)))
    invitations = [
        Choice(say("team-invite", role=say(f"role-{role}")), InviteStaff(role)) for role in Role
    ]
    rows = (tuple(invitations[:2]), tuple(invitations[2:]), (TO_DESK,))
    card = board(turn, "people", say("team-title"), say("team", posts=held), *rows)
    return reply(card, in_place=not asked.anew)


def post_line(turn: Turn, post: Post) -> Phrase:
    """A role, how many hold it, and those names that are known."""
    role = say(f"role-{post.role}")
    if not post.names:
        return say("team-post", role=role, count=post.people)
    names = ("، " if turn.language == "ar" else ", ").join(post.names)
    return say("team-post-named", role=role, count=post.people, names=cut(names, MOST_NAMES))
