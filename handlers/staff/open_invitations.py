"""Invitations that nobody has used yet, and taking one back after one question."""

from __future__ import annotations

from collections.abc import Callable

from handlers.actions import (
    Action,
    ListFamilyInvitations,
    ListInvitations,
    WithdrawFamilyInvitation,
    WithdrawInvitation,
)
from handlers.router import step, view
from handlers.screens.board import board, leafing
from handlers.speech import Choice, Phrase, Reply, reply, say
from handlers.staff.desk import TO_DESK
from handlers.staff.families import TO_FAMILIES
from handlers.staff.holders import TO_TEAM
from handlers.staff.members import to_family
from handlers.staff.people_screen import PER_PAGE, invitation_words, sure_card, taken_card
from handlers.turn import Turn
from models.access import Permission
from models.errors import InvitationSpent
from models.families import family
from models.invited import OpenInvitation, open_invitation, open_invitations, withdraw


@view(ListInvitations, allow=Permission.team)
async def list_invitations(turn: Turn, asked: ListInvitations) -> Reply:
    """The open invitations to any role, a button each."""
    return await listed(
        turn, None, asked.page, ListInvitations, WithdrawInvitation, say("team-title"), TO_TEAM
    )


@view(ListFamilyInvitations, allow=Permission.families)
async def list_family_invitations(turn: Turn, asked: ListFamilyInvitations) -> Reply:
    """The open invitations to that brand, a button each. Refuses: NotFound."""
    found = await family(turn.session, asked.family_id)
    return await listed(
        turn,
        found.id,
        asked.page,
        lambda at: ListFamilyInvitations(found.id, at),
        WithdrawFamilyInvitation,
        say("families-title"),
        to_family(found.id),
    )


async def listed(
    turn: Turn,
    family_id: int | None,
    at: int,
    to: Callable[[int], Action],
    take_back: Callable[[int], Action],
    title: Phrase,
    back: Choice,
) -> Reply:
    """A page of open invitations; each leads to the question whether it is to be taken back."""
    page = await open_invitations(turn.session, family_id, turn.now, max(at, 0), PER_PAGE)
    shown = [(Choice(invitation_words(item), take_back(item.id)),) for item in page.items]
    words = say("people-invitations" if shown else "people-no-invitations")
    rows = (*shown, *leafing(page, to), (back, TO_DESK))
    return reply(board(turn, "people", title, words, *rows), in_place=True)


@step(WithdrawInvitation, allow=Permission.team)
async def withdraw_invitation(turn: Turn, asked: WithdrawInvitation) -> Reply:
    """Take one to a role back; asked for once more unless `sure`."""
    found = await still_open(turn, asked.invitation_id)
    if found is None or found.role is None:
        return open_no_more(turn, say("team-title"), TO_TEAM)
    sure = WithdrawInvitation(found.id, sure=True)
    back = Choice(say("button-back"), ListInvitations())
    title = say("team-title")
    return await taken_back(turn, found, sure if not asked.sure else None, title, back, TO_TEAM)


@step(WithdrawFamilyInvitation, allow=Permission.families)
async def withdraw_family_invitation(turn: Turn, asked: WithdrawFamilyInvitation) -> Reply:
    """Take one to a brand back; asked for once more unless `sure`."""
    found = await still_open(turn, asked.invitation_id)
    if found is None or found.family_id is None:
        return open_no_more(turn, say("families-title"), TO_FAMILIES)
    sure = WithdrawFamilyInvitation(found.id, sure=True)
    back = Choice(say("button-back"), ListFamilyInvitations(found.family_id))
    title, way_back = say("families-title"), to_family(found.family_id)
    return await taken_back(turn, found, sure if not asked.sure else None, title, back, way_back)


async def still_open(turn: Turn, invitation_id: int) -> OpenInvitation | None:
    """The invitation; None where it was used, taken back or has run out meanwhile."""
    try:
        return await open_invitation(turn.session, invitation_id, turn.now)
    except InvitationSpent:
        return None


def open_no_more(turn: Turn, title: Phrase, way_back: Choice) -> Reply:
    """There is nothing to take back any more; the ways on."""
    words = say("people-invitation-over")
    return reply(taken_card(turn, title, words, way_back, TO_DESK), in_place=True)


async def taken_back(
    turn: Turn,
    found: OpenInvitation,
    sure: Action | None,
    title: Phrase,
    back: Choice,
    way_back: Choice,
) -> Reply:
    """The question, whose yes is `sure`; where that is None the invitation is taken back."""
    invited = invitation_words(found)
    if sure is not None:
        yes = Choice(say("button-withdraw"), sure)
        question = say("people-withdraw-sure", invited=invited)
        return reply(sure_card(turn, title, question, yes, back), in_place=True)
    await withdraw(turn.session, found.id, turn.person_id, turn.now)
    words = say("people-withdrawn", invited=invited)
    return reply(taken_card(turn, title, words, way_back, TO_DESK), in_place=True)
