"""Who holds a role, and taking it away after one question."""

from __future__ import annotations

from handlers.dialog.actions.privacy import ErasePerson
from handlers.dialog.actions.staff import ListHolders, ShowTeam, TakeRole
from handlers.dialog.forms import both
from handlers.dialog.layout import HOME
from handlers.dialog.router import step, view
from handlers.dialog.speech import Amount, Arg, Choice, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.desk.people_screen import (
    PER_PAGE,
    holder_words,
    name_words,
    sure_card,
    taken_card,
)
from handlers.ui.board import board, leafing_rows
from models.accounting.purses import purse_of
from models.kernel.refusals import NotFound
from models.people.access import Permission, Role
from models.people.team import holder, holders, take_role

TO_TEAM = Choice(say("button-team"), ShowTeam())


def role_named(name: str) -> Role:
    """The role of that name. Refuses: NotFound."""
    if name not in Role.__members__:
        raise NotFound("role")
    return Role(name)


@view(ListHolders, allow=Permission.team)
async def list_holders(turn: Turn, asked: ListHolders) -> Reply:
    """Who holds that role, a button each. Refuses: NotFound for a role that is none."""
    role = role_named(asked.role)
    page = await holders(turn.session, role, max(asked.page, 0), PER_PAGE)
    people = [
        (Choice(holder_words(found), TakeRole(role, found.person_id)),) for found in page.items
    ]
    words = say("team-holders" if people else "team-no-holders", role=say(f"role-{role}"))
    rows = (*people, *leafing_rows(page, lambda at: ListHolders(role, at)), (TO_TEAM, TO_DESK))
    return reply(board(turn, "people", say("team-title"), words, *rows), in_place=True)


@step(TakeRole, allow=Permission.team)
async def take_away(turn: Turn, asked: TakeRole) -> Reply:
    """Take the role away; asked for once more unless `sure`. Refuses: NotFound, LastManager."""
    role = role_named(asked.role)
    found = await holder(turn.session, role, asked.person_id)
    about: dict[str, Arg] = {"role": say(f"role-{role}"), "name": name_words(found.name)}
    title = say("team-title")
    if not asked.sure:
        yes = Choice(say("button-take-role"), TakeRole(role, found.person_id, sure=True))
        no = Choice(say("button-back"), ListHolders(role))
        words = say("team-sure", **about)
        if carried := await purse_of(turn.session, found.person_id):
            words = both(words, say("team-carries", amount=Amount(carried)))
        card = sure_card(turn, title, words, yes, no)
        return reply(card, in_place=True)
    await take_role(turn.acting, role, found.person_id)
    erase = Choice(say("button-erase-other"), ErasePerson(found.person_id))
    ways = (HOME,) if found.person_id == turn.person_id else (erase, TO_TEAM, TO_DESK)
    return reply(taken_card(turn, title, say("team-role-taken", **about), *ways), in_place=True)
