"""The team: who works here, and one-time invitations to a role."""

from __future__ import annotations

from handlers.dialog.actions.staff import (
    InviteStaff,
    ListHolders,
    ListInvitations,
    PassFounding,
    ShowTeam,
    TakeOnFounding,
)
from handlers.dialog.forms import both
from handlers.dialog.layout import cut, in_rows
from handlers.dialog.router import command, view
from handlers.dialog.speech import Card, Choice, Lines, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.desk.people_screen import open_row
from handlers.ui.board import board
from locales.languages import LANGUAGES
from models.people.access import Permission, Role
from models.people.founder import Founding, founding
from models.people.open_invitations import count_open
from models.people.team import Post, posts

MOST_NAMES = 120

command("team", lambda _rest: ShowTeam())


@view(ShowTeam, allow=Permission.team)
async def show_team(turn: Turn, asked: ShowTeam) -> Reply:
    """Who holds which role, with an invitation to each."""
    return reply(await team_card(turn), in_place=not asked.anew)


async def team_card(turn: Turn, first: Phrase | None = None) -> Card:
    """The team's page, with a word before it."""
    found = await posts(turn.session)
    held = Lines(tuple(post_line(turn, post) for post in found))
    waiting = await count_open(turn.session, None, turn.now)
    invitations = [
        Choice(say("team-invite", role=say(f"role-{role}")), InviteStaff(role)) for role in Role
    ]
    who = await founding(turn.session)
    rows = (
        *founding_rows(turn.person_id, who, managers=found[0].people),
        *in_rows([people_choice(post) for post in found if post.people], 2),
        open_row(waiting, ListInvitations()),
        *in_rows(invitations, 2),
        (TO_DESK,),
    )
    words = say("team", posts=held)
    shown = words if first is None else both(first, words)
    return board(turn, "people", say("team-title"), shown, *rows)


def founding_rows(person_id: int, who: Founding, *, managers: int) -> tuple[Row, ...]:
    """What the founder can pass on, and the one to whom she has offered it can take on."""
    if person_id == who.founder_id and managers > 1:
        return ((Choice(say("button-pass-founding"), PassFounding()),),)
    if person_id == who.offered_to:
        return ((Choice(say("button-take-on-founding"), TakeOnFounding()),),)
    return ()


def post_line(turn: Turn, post: Post) -> Phrase:
    """A role, how many hold it, and those names that are known."""
    role = say(f"role-{post.role}")
    if not post.names:
        return say("team-post", role=role, count=post.people)
    names = LANGUAGES[turn.language].comma.join(post.names)
    return say("team-post-named", role=role, count=post.people, names=cut(names, MOST_NAMES))


def people_choice(post: Post) -> Choice:
    """The way to those who hold a role."""
    label = say("team-people", role=say(f"role-{post.role}"), count=post.people)
    return Choice(label, ListHolders(post.role))
