"""A text in reply to one of the bot's messages: what it is about stands on its buttons."""

from __future__ import annotations

from dataclasses import replace

from handlers.dialog.actions import Action
from handlers.dialog.actions.accounts import ManageAccount
from handlers.dialog.actions.brands import ManageFamily
from handlers.dialog.actions.cash import ListDifferences, ShowDifference, ShowPurse
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.actions.delivery_plan import ListClosedOrders
from handlers.dialog.actions.family import ShowFamilyHome, ShowFamilyProducts
from handlers.dialog.actions.inbox import ShowQuestion
from handlers.dialog.actions.runs import ShowMyRun
from handlers.dialog.actions.staff import ShowTeam
from handlers.dialog.plans import Plan, is_for_team, may, plan_of_action, with_question
from handlers.dialog.router import REPLIERS
from handlers.dialog.speech import Reply, Said
from handlers.dialog.turn import Turn
from handlers.dialog.understanding.reading import meaning_of
from handlers.dialog.understanding.topics import WORDS

OPENED = (ManageOrder, ShowQuestion)
"""What staff are told of: a reply to it opens it, on its own card too."""
OF_NOTICES = (
    *(ManageAccount, ManageFamily, ShowTeam, ShowDifference, ListDifferences, ShowPurse),
    *(ShowMyRun, ListClosedOrders, ShowFamilyHome, ShowFamilyProducts),
)
"""What else they are told of; many other screens have a way to it too, and more buttons."""
MOST_WAYS = 3
"""Buttons of a notice."""


def plan_of_reply(turn: Turn, said: Said, otherwise: Plan) -> Plan | None:
    """The plan for a text in the light of what it replies to; None where that says nothing of it.

    Thanks and the like are no message about it. `otherwise` answers where it is theirs no more.
    """
    if said.is_edit or not said.replies_to or is_courtesy(said.text):
        return None
    if not is_for_team(turn):
        kinds = (*OPENED, *OF_NOTICES) if len(said.replies_to) <= MOST_WAYS else OPENED
        opened = (each for each in said.replies_to if isinstance(each, kinds))
        first = next((each for each in opened if may(turn, type(each))), None)
        return None if first is None else plan_of_action(turn, first, repeat=True)
    about = replied_action(said)
    if about is None:
        return None

    async def run(turn: Turn) -> Reply:
        answered = await REPLIERS[type(about)](turn, about, said.text)
        return await (otherwise.run(turn) if answered is None else with_question(turn, answered))

    return replace(otherwise, run=run, does=True)


def replied_action(said: Said) -> Action | None:
    """What the message is about that is replied to, as far as replies to that are answered."""
    return next((each for each in said.replies_to if type(each) in REPLIERS), None)


def is_courtesy(text: str) -> bool:
    """Whether a text is a greeting, thanks or a word to a question, and nothing else."""
    meant = meaning_of(text)
    if meant is None or meant.rest or meant.strange:
        return False
    return meant.topic is None or meant.topic in WORDS
