"""What whoever asked hears: the team's answer, in its own words and nobody's name; or the end."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.customer import AskTeam
from handlers.dialog.layout import short
from handlers.dialog.speech import Choice, Phrase, say
from handlers.notifications.notices import Event, Notice, message
from handlers.ui.question_words import about_choices, about_words, order_words
from models.inbox.queries import QuestionView, message_view, question_view
from models.kernel.facts import QuestionAnswered, QuestionClosed


async def tell_asker(session: AsyncSession, event: Event) -> list[Notice]:
    """The answer, or a kind word where there is none; with the ways to write again and on.

    Nothing is said of an answer that was erased. Who answered or closed what she had asked herself
    knows it.
    """
    match event.fact:
        case QuestionAnswered(question_id=question_id, message_id=message_id):
            said = await message_view(session, message_id)
            question = await question_view(session, question_id)
            words = None if said.is_erased else answer_words(question, said.text)
        case QuestionClosed(question_id=question_id, unanswered=True):
            question = await question_view(session, question_id)
            words = say("inbox-read", about=about_words(question))
        case _:
            return []
    if words is None or question.person_id == event.actor_id:
        return []
    again = Choice(say("button-write-again"), AskTeam(question_id=question_id))
    heard = message(words, again, *about_choices(question))
    return [Notice("asker", (question.person_id,), heard)]


def answer_words(question: QuestionView, words: str) -> Phrase:
    """The team's answer, with what it is about."""
    if question.number:
        return say("inbox-answer-order", number=order_words(question), words=words)
    if question.product_ar or question.product_en:
        name = short(question.product_ar, question.product_en)
        return say("inbox-answer-product", name=name, words=words)
    return say("inbox-answer", words=words)
