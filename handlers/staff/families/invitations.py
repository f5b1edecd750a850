"""Invitations to a brand: making one for a member, and taking one back that nobody has used."""

from __future__ import annotations

from typing import Any

from handlers.dialog.actions.brands import (
    InviteFamily,
    ListFamilyInvitations,
    ManageFamily,
    WithdrawFamilyInvitation,
)
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.questions import text
from handlers.dialog.router import step, view
from handlers.dialog.speech import Choice, Name, Phrase, Reply, reply, say
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
from handlers.staff.families.families import TO_FAMILIES, back_to_family
from handlers.staff.families.members import to_family
from handlers.ui.board import board
from models.people.access import INVITATION_LASTS, Permission, invite
from models.products.brands import family


class InvitingFamily(StateBase, frozen=True, kw_only=True, tag="invite-family.1"):
    """Somebody who is invited to a brand."""

    family_id: int
    brand: Name
    name: str | None = None


async def make_family_invitation(turn: Turn, state: InvitingFamily) -> Reply:
    """Make the invitation; the card with its link is a message of its own."""
    name, family_id = require_answer(state.name), state.family_id
    code = await invite(turn.acting, family_id=family_id, name=name)
    turn.leave()
    words = say("families-invitation", brand=state.brand, name=name, days=INVITATION_LASTS.days)
    share = share_choice(code, say("families-invites-you", brand=state.brand))
    way_back = Choice(say("button-this-family"), ManageFamily(family_id, anew=True))
    return reply(board(turn, "people", say("families-title"), words, (share,), (way_back,)))


def ask_member(state: Any) -> Phrase:
    """For whom an invitation to a brand is."""
    return say("families-ask-name", brand=state.brand)


INVITING = Flow(
    InvitingFamily,
    (text("name", ask_member, most=MOST_NAME),),
    make_family_invitation,
    allow=Permission.families,
    left=back_to_family,
)


@step(InviteFamily, allow=Permission.families)
async def invite_family(turn: Turn, asked: InviteFamily) -> Reply:
    """Ask for whom an invitation to that brand is. Refuses: NotFound."""
    found = await family(turn.session, asked.family_id)
    brand = Name(found.brand_ar, found.brand_en)
    return await INVITING.start(turn, InvitingFamily(family_id=found.id, brand=brand))


@view(ListFamilyInvitations, allow=Permission.families)
async def list_family_invitations(turn: Turn, asked: ListFamilyInvitations) -> Reply:
    """The open invitations to that brand, a button each. Refuses: NotFound."""
    found = await family(turn.session, asked.family_id)
    return await invitations_reply(
        turn,
        found.id,
        asked.page,
        lambda at: ListFamilyInvitations(found.id, at),
        WithdrawFamilyInvitation,
        say("families-title"),
        to_family(found.id),
    )


@step(WithdrawFamilyInvitation, allow=Permission.families)
async def withdraw_family_invitation(turn: Turn, asked: WithdrawFamilyInvitation) -> Reply:
    """Take one to a brand back; asked for once more unless `sure`."""
    found = await still_open(turn, asked.invitation_id)
    if found is None or found.family_id is None:
        return open_no_more(turn, say("families-title"), TO_FAMILIES)
    sure = WithdrawFamilyInvitation(found.id, sure=True)
    back = Choice(say("button-back"), ListFamilyInvitations(found.family_id))
    title, way_back = say("families-title"), to_family(found.family_id)
    return await take_back_or_ask(
        turn, found, sure if not asked.sure else None, title, back, way_back
    )
