"""The inbox: what waits, what is mine, and what was answered."""

from __future__ import annotations

from handlers.dialog.actions.inbox import ListQuestions, ShowQuestion
from handlers.dialog.layout import cut
from handlers.dialog.router import view
from handlers.dialog.speech import Card, Choice, Exact, Lines, Phrase, Reply, Row, When, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.ui.board import board, leafing_rows
from handlers.ui.question_words import about_words, asker_words
from models.inbox.queries import QuestionView, Shelf, count_on, questions_on
from models.inbox.tables import QuestionState
from models.people.access import Permission
from models.people.team import name_of

PER_PAGE = 6
COLLEAGUE = 20
TO_INBOX = Choice(say("button-inbox"), ListQuestions())


@view(ListQuestions, allow=Permission.inbox)
async def list_questions(turn: Turn, asked: ListQuestions) -> Reply:
    """A page of a list; an unknown list is the open one, a page beyond the last the first."""
    shelf = Shelf(asked.shelf) if asked.shelf in set(Shelf) else Shelf.open
    return reply(await inbox_board(turn, shelf, max(0, asked.page)), in_place=True)


async def inbox_board(
    turn: Turn, shelf: Shelf = Shelf.open, page: int = 0, first: Phrase | None = None
) -> Card:
    """The list with the ways to the others; `first` is said above it."""
    found = await questions_on(turn.session, shelf, turn.person_id, page, PER_PAGE)
    if page and not found.items:
        found = await questions_on(turn.session, shelf, turn.person_id, 0, PER_PAGE)
    lines = Lines(tuple([await question_line(turn, each) for each in found.items]))
    text = say(f"inbox-list-{shelf}", list=lines) if found.items else say(f"inbox-none-{shelf}")
    rows = [(Choice(row_label(each), ShowQuestion(each.id)),) for each in found.items]
    leafing = leafing_rows(found, lambda at: ListQuestions(shelf.value, at))
    said = text if first is None else say("two-paragraphs", first=first, second=text)
    ways = (*leafing, await shelves(turn, shelf), (TO_DESK,))
    return board(turn, "desk", say("inbox-title"), said, *rows, *ways)


async def shelves(turn: Turn, chosen: Shelf) -> Row:
    """The three lists, how much is on those that wait, and which one is shown."""
    choices = []
    for shelf in Shelf:
        label = say(f"button-inbox-{shelf}")
        if shelf is not Shelf.answered:
            count = await count_on(turn.session, shelf, turn.person_id)
            label = say("state-with-count", state=label, count=count)
        label = say("choice-chosen", label=label) if shelf is chosen else label
        choices.append(Choice(label, ListQuestions(shelf.value)))
    return tuple(choices)


async def question_line(turn: Turn, question: QuestionView) -> Phrase:
    """A question in the list: who, what about, how it stands, and since when."""
    return say(
        "inbox-line",
        who=asker_words(question),
        about=about_words(question),
        state=await state_words(turn, question),
        at=When(question.moved_at),
    )


async def state_words(turn: Turn, question: QuestionView) -> Phrase:
    """Where a question stands; who has it, and whether it waits too long."""
    if question.due_at is not None and question.due_at <= turn.now:
        late = say("inbox-late")
    else:
        late = None
    stands = say(f"inbox-state-{question.state}")
    if question.state == QuestionState.taken:
        stands = await holder_words(turn, question)
    return stands if late is None else say("inbox-state-late", state=stands, late=late)


async def holder_words(turn: Turn, question: QuestionView) -> Phrase:
    """Who sees to a question."""
    if question.taken_by == turn.person_id:
        return say("inbox-state-mine")
    return say("inbox-state-with", name=await colleague(turn, question.taken_by))


async def colleague(turn: Turn, person_id: int | None) -> Phrase:
    """A colleague, by name where it is known."""
    name = "" if person_id is None else await name_of(turn.session, person_id)
    return colleague_words(cut(name, COLLEAGUE))


def colleague_words(name: str) -> Phrase:
    """The words for a colleague of that name, empty where none is known."""
    return say("people-name", name=name) if name else say("inbox-colleague")


def row_label(question: QuestionView) -> Phrase:
    """The button of a question in the list; an order's goods stand in the words above."""
    about = about_words(question)
    if question.number:
        about = say("inbox-about-order", number=Exact(question.number))
    return say("inbox-row", who=asker_words(question), about=about)
