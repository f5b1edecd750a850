"""A question's messages in words, in pages that a message of a chat holds."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.dialog.actions.inbox import ShowSent
from handlers.dialog.speech import Choice, Phrase, TimeOfDay, When, say
from handlers.dialog.turn import Turn
from handlers.staff.inbox.lists import colleague
from handlers.ui.order_lines import stack
from handlers.ui.question_words import asker_words
from models.inbox.queries import MessageView, QuestionView

PAGE, FRAME = 3300, 80
"""Characters of a page, and what stands round each message of it."""
MOST_ON_A_PAGE = 8


def pages_of(messages: Sequence[MessageView]) -> list[list[MessageView]]:
    """The messages, newest first, in pages; each page is in the order in which they were said."""
    pages: list[list[MessageView]] = []
    room = 0
    for message in messages:
        takes = len(message.text) + FRAME
        if not pages or takes > room or len(pages[-1]) == MOST_ON_A_PAGE:
            pages.append([])
            room = PAGE
        room -= takes
        pages[-1].insert(0, message)
    return pages


async def message_words(turn: Turn, question: QuestionView, message: MessageView) -> Phrase:
    """Who said it and when, and beneath it what."""
    who = asker_words(question)
    if message.by_staff:
        who = say("inbox-by-team", name=await colleague(turn, message.author_id))
    said = [say("inbox-said", who=who, at=When(message.at))]
    if message.is_erased:
        said.append(say("inbox-message-erased"))
    said += [medium_words(message)] if message.photo or message.voice else []
    said += [say("inbox-words", words=message.text)] if message.text else []
    return stack(*said)


def medium_words(message: MessageView) -> Phrase:
    """What was sent beside words: a photo, or a voice note of so many seconds."""
    return say("inbox-voice", seconds=message.seconds) if message.voice else say("inbox-photo")


def medium_choices(page: Sequence[MessageView]) -> list[Choice]:
    """The buttons that show the photos and voice notes of a page."""
    return [
        Choice(say("inbox-show", what=medium_words(each), at=TimeOfDay(each.at)), ShowSent(each.id))
        for each in page
        if each.photo or each.voice
    ]
