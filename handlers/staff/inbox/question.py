"""One question for the team: what was said, and what can be done about it."""

from __future__ import annotations

from handlers.dialog.actions.customer import ShowProduct
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.actions.inbox import (
    AnswerQuestion,
    CloseQuestion,
    ShowQuestion,
    ShowSent,
    TakeQuestion,
)
from handlers.dialog.layout import in_rows, short
from handlers.dialog.pictures import StoredPhoto
from handlers.dialog.rendering import plain
from handlers.dialog.router import step, view
from handlers.dialog.speech import (
    Card,
    Choice,
    Phrase,
    Reply,
    Row,
    VoiceNote,
    reply,
    say,
)
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.inbox.lists import TO_INBOX, inbox_board, state_words
from handlers.staff.inbox.thread import medium_choices, message_words, pages_of
from handlers.ui.board import board
from handlers.ui.order_lines import paragraphs
from handlers.ui.question_words import PRODUCT, about_words, asker_words, order_words
from models.inbox.answers import close, let_go, take
from models.inbox.queries import QuestionView, message_view, messages_of, question_view
from models.inbox.tables import WAITING, QuestionState
from models.kernel.refusals import MovedOn, NotFound, TakenAlready
from models.people.access import Permission

CAPTION = 900
"""What is longer is shown without the picture above it: a caption holds 1024 characters."""


@view(ShowQuestion, allow=Permission.inbox)
async def show_question(turn: Turn, asked: ShowQuestion) -> Reply:
    """The question with its newest messages, or a page of earlier ones. Refuses NotFound."""
    return await question_reply(turn, asked.question_id, asked.page)


async def question_reply(
    turn: Turn, question_id: int, page: int = 0, notice: Phrase | None = None
) -> Reply:
    """The question as it is now; in place where it fits beneath a picture. Refuses NotFound."""
    question = await question_view(turn.session, question_id)
    pages = pages_of(await messages_of(turn.session, question_id)) or [[]]
    at = min(max(page, 0), len(pages) - 1)
    said = [await message_words(turn, question, each) for each in pages[at]]
    text = paragraphs(await heading(turn, question), *said)
    rows = (
        *in_rows(medium_choices(pages[at]), 2),
        *doing_rows(turn, question),
        *leafing(question, at, len(pages)),
        *last_rows(turn, question),
    )
    if len(plain(text, turn.language)) > CAPTION:
        return reply(Card(text=text, choices=rows), notice=notice)
    card = board(turn, "desk", say("inbox-title"), text, *rows)
    return reply(card, in_place=True, notice=notice)


def leafing(question: QuestionView, at: int, pages: int) -> tuple[Row, ...]:
    """The ways to earlier messages and back to later ones, where there are any."""
    row: list[Choice] = []
    if at + 1 < pages:
        row.append(Choice(say("button-earlier"), ShowQuestion(question.id, at + 1)))
    if at > 0:
        row.append(Choice(say("button-later"), ShowQuestion(question.id, at - 1)))
    return (tuple(row),) if row else ()


async def heading(turn: Turn, question: QuestionView) -> Phrase:
    """Who asks, what about, and how it stands."""
    return say(
        "inbox-question",
        who=asker_words(question),
        about=about_words(question),
        state=await state_words(turn, question),
    )


def doing_rows(turn: Turn, question: QuestionView) -> tuple[Row, ...]:
    """Answering; and while it waits taking it or leaving it, and closing it without an answer."""
    answer = Choice(say("button-answer"), AnswerQuestion(question.id, question.version))
    rows: list[Row] = [(answer,)]
    beside: list[Choice] = []
    if question.state == QuestionState.open:
        beside.append(Choice(say("button-take"), TakeQuestion(question.id)))
    if question.state == QuestionState.taken and question.taken_by == turn.person_id:
        beside.append(Choice(say("button-let-go"), TakeQuestion(question.id, on=False)))
    if question.state != QuestionState.closed:
        label = "button-close" if question.state in WAITING else "button-close-answered"
        beside.append(Choice(say(label), CloseQuestion(question.id, question.version)))
    return (*rows, tuple(beside)) if beside else tuple(rows)


def last_rows(turn: Turn, question: QuestionView) -> tuple[Row, ...]:
    """The order or the product, and the ways back."""
    about: Row = ()
    if question.order_id is not None and Permission.deliver in turn.standing.permissions:
        label = say("inbox-open-order", number=order_words(question))
        about = (Choice(label, ManageOrder(question.order_id)),)
    elif question.product_id is not None:
        name = short(question.product_ar, question.product_en, PRODUCT)
        about = (Choice(say("inbox-open-product", name=name), ShowProduct(question.product_id)),)
    back: Row = (TO_INBOX, TO_DESK)
    return (about, back) if about else (back,)


@view(ShowSent, allow=Permission.inbox)
async def show_sent(turn: Turn, asked: ShowSent) -> Reply:
    """The photo or the voice note of a message, with its words. Refuses NotFound."""
    message = await message_view(turn.session, asked.message_id)
    question = await question_view(turn.session, message.question_id)
    text = await message_words(turn, question, message)
    back = Choice(say("button-this-question"), ShowQuestion(question.id))
    choices: tuple[Row, ...] = ((back, TO_INBOX),)
    if len(plain(text, turn.language)) > CAPTION:
        # The words were read with the question.
        text = say("inbox-sent-by", who=asker_words(question))
    if message.photo:
        return reply(Card(text=text, picture=StoredPhoto(message.photo), choices=choices))
    if message.voice:
        voice = VoiceNote(message.voice, message.seconds)
        return reply(Card(text=text, voice=voice, choices=choices))
    return reply(Card(text=text, choices=choices))


@step(TakeQuestion, allow=Permission.inbox)
async def take_question(turn: Turn, asked: TakeQuestion) -> Reply:
    """See to the question, or leave it to the others; the question as it stands then.

    Refuses NotFound.
    """
    notice = say("inbox-taken" if asked.on else "inbox-let-go")
    try:
        if asked.on:
            await take(turn.acting, asked.question_id)
        else:
            await let_go(turn.acting, asked.question_id)
    except TakenAlready:
        notice = await stands(turn, asked.question_id)
    return await question_reply(turn, asked.question_id, notice=notice)


async def stands(turn: Turn, question_id: int) -> Phrase:
    """The words for where the question stands now."""
    question = await question_view(turn.session, question_id)
    return say("inbox-stands", state=await state_words(turn, question))


@step(CloseQuestion, allow=Permission.inbox)
async def close_question(turn: Turn, asked: CloseQuestion) -> Reply:
    """Close it without an answer, unless more was said since it was read. Refuses NotFound."""
    try:
        await close(turn.acting, asked.question_id, asked.version)
    except MovedOn:
        return await question_reply(turn, asked.question_id, notice=say("inbox-more-was-said"))
    return reply(await inbox_board(turn), in_place=True, notice=say("inbox-closed"))


async def back_to_question(turn: Turn, state: object) -> Reply:
    """A form about a question was left: the question as it stands."""
    question_id = getattr(state, "question_id", 0)
    try:
        shown = await question_reply(turn, question_id)
    except NotFound:
        return reply(await inbox_board(turn))
    return reply(Card(text=say("form-left"), choices=((TO_INBOX,),)), *shown.cards)
