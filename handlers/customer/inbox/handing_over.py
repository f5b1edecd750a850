"""Handing what was sent to the centre: one tap, once, and what may be expected then."""

from __future__ import annotations

from datetime import UTC, datetime

from handlers.customer.shop.search import own_order_named
from handlers.dialog.actions.customer import AskTeam, SendToTeam, SendWords
from handlers.dialog.layout import HOME
from handlers.dialog.main_menu import TEAM
from handlers.dialog.parsing import read_words
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Choice, Reply, Row, When, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.question_words import about_choices
from models.inbox.drafts import hand_over, hand_over_words
from models.inbox.hours import answer_due
from models.inbox.queries import QuestionView, question_view
from models.inbox.tables import WAITING
from models.inbox.threads import Subject
from models.kernel.refusals import NotFound


@step(SendToTeam)
async def send_to_team(turn: Turn, asked: SendToTeam) -> Reply:
    """Hand over what is kept under the token; what is kept no more is said to be so.

    Refuses TooManyQuestions, TooManyMessages.
    """
    try:
        handed = await hand_over(turn.acting, asked.token, turn.terms)
    except NotFound:
        return nothing_sent()
    return reply(await handed_card(turn, handed.question_id, again=handed.again))


@step(SendWords)
async def send_words(turn: Turn, asked: SendWords) -> Reply:
    """Hand over the words of the button, about the own order that they name.

    Refuses TooManyQuestions, TooManyMessages.
    """
    words = read_words(asked.words)
    if not words:  # forged
        return nothing_sent()
    about = Subject(order_id=await own_order_named(turn, words))
    since = start_of_minute(asked.typed, turn.now)
    handed = await hand_over_words(turn.acting, words, since, about, turn.terms)
    return reply(await handed_card(turn, handed.question_id, again=handed.again))


def start_of_minute(minute: int, now: datetime) -> datetime:
    """When a minute since 1970 began (UTC); a forged one lies between then and now."""
    latest = int(now.timestamp()) // 60
    return datetime.fromtimestamp(60 * min(max(minute, 0), latest), UTC)


def nothing_sent() -> Reply:
    """There is nothing any more that could be sent."""
    return reply(Card(text=say("inbox-draft-gone"), choices=((TEAM,), (HOME,))))


async def handed_card(turn: Turn, question_id: int, *rows: Row, again: bool = False) -> Card:
    """It is with the team: until when an answer may be expected, and how to add to it.

    Sent `again` after it was answered or closed it waits for no answer, and none is promised.
    """
    question = await question_view(turn.session, question_id)
    if again and question.state not in WAITING:
        text = say("inbox-handed-settled")
    else:
        said = "inbox-handed-before" if again else "inbox-handed"
        text = say(said, by=When(due_of(turn, question)))
    more = Choice(say("button-add-to-question"), AskTeam(question_id=question.id))
    about = about_choices(question)
    return Card(text=text, choices=((more,), *((each,) for each in about), *rows, (HOME,)))


def due_of(turn: Turn, question: QuestionView) -> datetime:
    """Until when (UTC) an answer may be expected; a time that has passed is promised to nobody."""
    by = question.due_at
    return answer_due(turn.now, turn.terms) if by is None or by <= turn.now else by
