"""Who answers for a brand, and letting a person do so no more after one question."""

from __future__ import annotations

from handlers.dialog.actions.brands import ListMembers, ManageFamily, RemoveMember
from handlers.dialog.actions.privacy import ErasePerson
from handlers.dialog.router import step, view
from handlers.dialog.speech import Arg, Choice, Name, Reply, reply, say
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
from models.people.access import Permission
from models.people.team import member, members, remove_member
from models.products.brands import family


def to_family(family_id: int) -> Choice:
    """Back to the brand's page."""
    return Choice(say("button-this-family"), ManageFamily(family_id))


@view(ListMembers, allow=Permission.families)
async def list_members(turn: Turn, asked: ListMembers) -> Reply:
    """Who answers for that brand, a button each. Refuses: NotFound."""
    found = await family(turn.session, asked.family_id)
    page = await members(turn.session, found.id, max(asked.page, 0), PER_PAGE)
    people = [
        (Choice(holder_words(person), RemoveMember(found.id, person.person_id)),)
        for person in page.items
    ]
    brand = Name(found.brand_ar, found.brand_en)
    words = say("families-members" if people else "families-no-members", brand=brand)
    leaves = leafing_rows(page, lambda at: ListMembers(found.id, at))
    rows = (*people, *leaves, (to_family(found.id), TO_DESK))
    return reply(board(turn, "people", say("families-title"), words, *rows), in_place=True)


@step(RemoveMember, allow=Permission.families)
async def remove(turn: Turn, asked: RemoveMember) -> Reply:
    """Let the person see that brand no more; asked once more unless `sure`. Refuses: NotFound."""
    found = await family(turn.session, asked.family_id)
    person = await member(turn.session, found.id, asked.person_id)
    about: dict[str, Arg] = {
        "brand": Name(found.brand_ar, found.brand_en),
        "name": name_words(person.name),
    }
    title = say("families-title")
    if not asked.sure:
        sure = RemoveMember(found.id, person.person_id, sure=True)
        yes = Choice(say("button-remove-member"), sure)
        no = Choice(say("button-back"), ListMembers(found.id))
        card = sure_card(turn, title, say("families-member-sure", **about), yes, no)
        return reply(card, in_place=True)
    await remove_member(turn.acting, found.id, person.person_id)
    words = say("families-member-removed", **about)
    ways = [to_family(found.id), TO_DESK]
    if Permission.team in turn.standing.permissions:
        ways.insert(0, Choice(say("button-erase-other"), ErasePerson(person.person_id)))
    return reply(taken_card(turn, title, words, *ways), in_place=True)
