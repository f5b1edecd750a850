"""Invitations: whoever opens the link of one joins the team, or answers for a family's brand."""

from __future__ import annotations

from handlers.dialog.actions.customer import AcceptInvitation
from handlers.dialog.actions.family import ShowFamilyHome
from handlers.dialog.actions.staff import ShowDesk
from handlers.dialog.layout import HOME
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Choice, Name, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.board import board
from models.families.families import Family
from models.people.access import accept_invitation


@step(AcceptInvitation)
async def accept(turn: Turn, asked: AcceptInvitation) -> Reply:
    """Use the invitation up and welcome the person. Refuses InvitationSpent, OwnInvitation."""
    found = await accept_invitation(turn.acting, asked.code)
    if found.role:
        return reply(welcome_to_team(turn, found.role))
    family = await turn.session.get_one(Family, found.family_id)
    return reply(welcome_to_brand(turn, family.id, Name(family.brand_ar, family.brand_en)))


def welcome_to_team(turn: Turn, role: str) -> Card:
    """What the new colleague can do from now on, with the way to the desk."""
    text = say("team-welcome", role=say(f"role-{role}"), can=say(f"role-can-{role}"))
    way_on = Choice(say("button-desk"), ShowDesk())
    return board(turn, "desk", say("desk-title"), text, (way_on,), (HOME,))


def welcome_to_brand(turn: Turn, family_id: int, brand: Name) -> Card:
    """What the new member of a family can see from now on, with the way there."""
    way_on = Choice(say("button-family"), ShowFamilyHome(family_id))
    text = say("family-welcome", brand=brand)
    return board(turn, "family", say("family-title"), text, (way_on,), (HOME,))
