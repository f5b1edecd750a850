"""A text in reply to what the shop wrote: about that order, or more of that question."""

from __future__ import annotations

from handlers.customer.inbox.handing_over import handed_card
from handlers.customer.inbox.offering import offer_to_keep
from handlers.customer.orders.orders import order_reply
from handlers.dialog.actions.customer import AskTeam, ShowOrder, ShowWindows
from handlers.dialog.parsing import read_words
from handlers.dialog.router import replier
from handlers.dialog.speech import Reply, reply
from handlers.dialog.turn import Turn
from models.inbox.queries import question_view
from models.inbox.threads import MOST_TEXT, Subject, Words, ask
from models.kernel.refusals import NotFound


@replier(ShowOrder, ShowWindows)
async def reply_about_order(turn: Turn, about: ShowOrder | ShowWindows, text: str) -> Reply | None:
    """The order, and the button that hands the words over as written about it."""
    return await order_with_offer(turn, about.order_id, text)


@replier(AskTeam)
async def reply_to_team(turn: Turn, about: AskTeam, text: str) -> Reply | None:
    """More of the question that the team has answered; else about the order, if it names one.

    Refuses TooManyQuestions, TooManyMessages.
    """
    if about.order_id:
        return await order_with_offer(turn, about.order_id, text)
    words = read_words(text, lines=True)
    if not about.question_id or not 0 < len(words) <= MOST_TEXT:
        return None
    try:
        found = await question_view(turn.session, about.question_id)
    except NotFound:
        return None
    if found.person_id != turn.person_id:
        return None
    subject = Subject(question_id=found.id)
    question_id = await ask(turn.acting, Words(text=words), subject, turn.terms)
    return reply(await handed_card(turn, question_id))


async def order_with_offer(turn: Turn, order_id: int, text: str) -> Reply | None:
    """The person's own order with the button for the words; None where it is not theirs."""
    try:
        shown = await order_reply(turn, order_id)
    except NotFound:
        return None
    return await offer_to_keep(turn, text, shown, order_id)
