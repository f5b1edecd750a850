"""Open invitations as staff see them: their list, the link to pass on, and taking one back."""

from __future__ import annotations

from collections.abc import Callable

from handlers.dialog.actions import Action
from handlers.dialog.actions.customer import AcceptInvitation
from handlers.dialog.speech import Choice, Phrase, Reply, ShareChoice, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.desk.people_screen import PER_PAGE, invitation_words, sure_card, taken_card
from handlers.ui.board import board, leafing_rows
from models.kernel.refusals import InvitationSpent
from models.people.open_invitations import (
    OpenInvitation,
    open_invitation,
    open_invitations,
    withdraw,
)

MOST_NAME = 40


def share_choice(code: str, words: Phrase) -> ShareChoice:
    """The link to pass on: it is shown once, so no other button may replace its card."""
    label = say("button-send-invitation")
    return ShareChoice(label, AcceptInvitation(code), words, copied=True)


async def invitations_reply(
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
    rows = (*shown, *leafing_rows(page, to), (back, TO_DESK))
    return reply(board(turn, "people", title, words, *rows), in_place=True)


async def still_open(turn: Turn, invitation_id: int) -> OpenInvitation | None:
    """The invitation; None where it was used, taken back or has run out meanwhile."""
    try:
        return await open_invitation(turn.session, invitation_id, turn.now)
    except InvitationSpent:
        return None


def open_no_more(turn: Turn, title: Phrase, way_back: Choice) -> Reply:
    """The words that the invitation is open no more, with the ways on."""
    words = say("people-invitation-over")
    return reply(taken_card(turn, title, words, way_back, TO_DESK), in_place=True)


async def take_back_or_ask(
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
    await withdraw(turn.acting, found.id)
    words = say("people-withdrawn", invited=invited)
    return reply(taken_card(turn, title, words, way_back, TO_DESK), in_place=True)
