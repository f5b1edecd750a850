"""What the team hears of the inbox: that somebody waits for an answer, and that it is late."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.inbox import ShowQuestion
from handlers.dialog.speech import Choice, say
from handlers.notifications.notices import Event, Notice, message
from handlers.ui.question_words import about_words, asker_words
from models.inbox.queries import question_view
from models.inbox.tables import WAITING
from models.kernel.facts import QuestionAsked, QuestionWaitsLong
from models.people.access import Permission, people_allowed


async def tell_inbox(session: AsyncSession, event: Event) -> list[Notice]:
    """Whoever answers questions, but for the one who asked; the words stay in the inbox.

    That something is late is not said any more where it was answered meanwhile.
    """
    match event.fact:
        case QuestionAsked(question_id=question_id):
            phrase = "inbox-news"
        case QuestionWaitsLong(question_id=question_id):
            phrase = "inbox-news-late"
        case _:
            return []
    question = await question_view(session, question_id)
    if isinstance(event.fact, QuestionWaitsLong) and question.state not in WAITING:
        return []
    people = await people_allowed(session, Permission.inbox)
    told = tuple(person for person in people if person != question.person_id)
    text = say(phrase, who=asker_words(question), about=about_words(question))
    way = Choice(say("inbox-open-question"), ShowQuestion(question_id))
    return [Notice("inbox", told, message(text, way))]
