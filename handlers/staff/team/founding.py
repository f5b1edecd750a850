"""Handing over as the founder: she offers it to a manager, who takes it on or lets it be."""

from __future__ import annotations

from handlers.dialog.actions.staff import PassFounding, ShowTeam, TakeOnFounding
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Choice, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.desk.people_screen import holder_words, name_words
from handlers.staff.team.holders import TO_TEAM
from handlers.ui.board import board
from models.kernel.refusals import NotAllowed
from models.people.access import Permission, Role
from models.people.founder import Founding, founding, offer_founding, take_on_founding
from models.people.team import holder, holders

MOST = 30
BACK = Choice(say("button-back"), ShowTeam())


@step(PassFounding, allow=Permission.team)
async def pass_on(turn: Turn, asked: PassFounding) -> Reply:
    """Ask to whom it is handed over, ask once more, and offer it; or take the offer back.

    Refuses: NotAllowed to all but the founder, NotFound for who is no manager.
    """
    who = await founding(turn.session)
    if turn.person_id != who.founder_id:
        raise NotAllowed
    if asked.sure:
        return await offer(turn, asked.person_id)
    if asked.person_id:
        name = await name_of_manager(turn, asked.person_id)
        yes = Choice(say("button-offer-founding"), PassFounding(asked.person_id, sure=True))
        return team_reply(turn, say("founding-sure", name=name), yes, BACK)
    return reply(await choose_card(turn, who), in_place=True)


async def offer(turn: Turn, person_id: int) -> Reply:
    """The offer is made, or taken back where it is to nobody."""
    name = await name_of_manager(turn, person_id) if person_id else None
    await offer_founding(turn.acting, person_id)
    words = say("founding-taken-back") if name is None else say("founding-asked", name=name)
    return team_reply(turn, words, TO_TEAM, TO_DESK)


async def choose_card(turn: Turn, who: Founding) -> Card:
    """The other managers, a button each; or the offer that waits."""
    title = say("team-title")
    if who.offered_to is not None:
        name = await name_of_manager(turn, who.offered_to)
        back = Choice(say("button-offer-back"), PassFounding(0, sure=True))
        return board(turn, "people", title, say("founding-offered", name=name), (back,), (BACK,))
    managers = await holders(turn.session, Role.manager, 0, MOST)
    others = [
        (Choice(holder_words(one), PassFounding(one.person_id)),)
        for one in managers.items
        if one.person_id != turn.person_id
    ]
    return board(turn, "people", title, say("founding-ask-whom"), *others, (BACK, TO_DESK))


@step(TakeOnFounding, allow=Permission.team)
async def take_on(turn: Turn, asked: TakeOnFounding) -> Reply:
    """Ask once more, and be the founder; an offer that is gone is told as such."""
    who = await founding(turn.session)
    if who.founder_id is None or who.offered_to != turn.person_id:
        return team_reply(turn, say("founding-nothing"), TO_TEAM, TO_DESK)
    if asked.sure:
        await take_on_founding(turn.acting)
        return team_reply(turn, say("founding-taken-on"), TO_TEAM, TO_DESK)
    name = await name_of_manager(turn, who.founder_id)
    yes = Choice(say("button-founding-yes"), TakeOnFounding(sure=True))
    return team_reply(turn, say("founding-take-sure", name=name), yes, BACK)


async def name_of_manager(turn: Turn, person_id: int) -> Phrase:
    """A manager's name. Refuses: NotFound for who is none."""
    return name_words((await holder(turn.session, Role.manager, person_id)).name)


def team_reply(turn: Turn, words: Phrase, *ways: Choice) -> Reply:
    """The card with those words and ways on, in the place of the one that was pressed."""
    return reply(board(turn, "people", say("team-title"), words, ways), in_place=True)
