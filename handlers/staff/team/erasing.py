"""A manager erases what is kept of a person: who works here no more, or has no chat to ask in."""

from __future__ import annotations

from handlers.dialog.actions.hall import ManageTill
from handlers.dialog.actions.privacy import ErasePerson
from handlers.dialog.layout import cut
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Choice, Exact, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.ui.board import board
from handlers.ui.erasing import yes_words
from handlers.ui.order_lines import paragraphs
from models.orders.trust import customer_name
from models.people.access import Permission
from models.people.team import name_of
from models.privacy.erasing import erase_person
from models.privacy.whom import Holds, what_holds

MOST_NAME = 60
ASKED = ("erase-other-ask-1", "erase-other-ask-2")


@step(ErasePerson, allow=Permission.team)
async def erase_other(turn: Turn, asked: ErasePerson) -> Reply:
    """Ask twice, then erase; or say what has to end first. Refuses: NotFound, StillHeld."""
    whom = await whose(turn, asked.person_id)
    holds = await what_holds(turn.session, asked.person_id)
    if holds.any or holds.works:
        tills = [say("erase-first-till", number=Exact(str(each))) for each in holds.tills]
        words = paragraphs(whom, say("erase-other-first"), *tills)
        return reply(card_of(turn, words, *till_rows(holds), (TO_DESK,)), in_place=True)
    if asked.yes < len(ASKED):
        yes = Choice(yes_words(asked.yes), ErasePerson(asked.person_id, asked.yes + 1))
        words = paragraphs(whom, say(ASKED[asked.yes]))
        return reply(card_of(turn, words, (yes,), (TO_DESK,)), in_place=True)
    await erase_person(turn.acting, asked.person_id)
    return reply(card_of(turn, say("erased-other"), (TO_DESK,)), in_place=True)


def till_rows(holds: Holds) -> tuple[Row, ...]:
    """The ways to the person's tills, where each is counted and closed."""
    return tuple(
        (Choice(say("till-of-number", number=Exact(str(till_id))), ManageTill(till_id)),)
        for till_id in holds.tills
    )


async def whose(turn: Turn, person_id: int) -> Phrase:
    """Of whom it is, by the name that is known. Refuses: NotFound."""
    name = await name_of(turn.session, person_id) or await customer_name(turn.session, person_id)
    return say("account", name=cut(name, MOST_NAME) or say("people-nameless"))


def card_of(turn: Turn, words: Phrase, *rows: Row) -> Card:
    """A screen about erasing somebody."""
    return board(turn, "people", say("erase-other-title"), words, *rows)
