"""Answering a question: what was said meanwhile is shown before the answer goes."""

from __future__ import annotations

from typing import Any

import msgspec

from handlers.dialog.actions.inbox import AnswerQuestion
from handlers.dialog.answers import and_then, require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.layout import cut
from handlers.dialog.questions import choice, text
from handlers.dialog.router import step
from handlers.dialog.speech import Phrase, Reply, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.inbox.lists import colleague_words, inbox_board
from handlers.staff.inbox.question import back_to_question
from handlers.ui.question_words import NAME, about_words
from models.inbox.answers import answer
from models.inbox.queries import messages_of, question_view
from models.inbox.threads import MOST_TEXT
from models.kernel.refusals import MovedOn
from models.people.access import Permission
from models.people.team import name_of

SURE = "sure"
MOST_SHOWN = 600


class Meanwhile(msgspec.Struct, frozen=True):
    """What was said since the question was read: the last of it, and which colleague, if one."""

    words: str = ""
    by_staff: bool = False
    name: str = ""


class Answering(StateBase, frozen=True, kw_only=True, tag="answering.1"):
    """An answer that is being written to a question as it was at the version `seen`."""

    question_id: int
    seen: int
    who: str = ""
    about: Phrase | None = None
    text: str | None = None
    sure: str | None = None
    meanwhile: Meanwhile | None = None


def ask_text(state: Any) -> Phrase:
    """The question for the answer's words."""
    who = asked_by(state.who)
    if state.about is not None:
        who = say("inbox-who-about", who=who, about=state.about)
    return say("inbox-ask-answer", who=who)


def asked_by(name: str) -> Phrase:
    """Who asks, as far as it is known."""
    return say("inbox-name", name=name) if name else say("inbox-nameless")


def ask_sure(state: Any) -> Phrase:
    """What was said meanwhile, and whether the answer goes all the same."""
    said: Meanwhile = state.meanwhile
    if not said.words:
        return say("inbox-changed-meanwhile")
    if not said.by_staff:
        return say("inbox-written-meanwhile", words=said.words)
    return say("inbox-answered-meanwhile", name=colleague_words(said.name), words=said.words)


def written_anew(_turn: Turn, state: Answering) -> Answering:
    """What was said meanwhile was read before these words were written."""
    return msgspec.structs.replace(state, meanwhile=None, sure=None)


async def send_answer(turn: Turn, state: Answering) -> Reply:
    """Answer; what was said since the question was read is shown first. Refuses NotFound."""
    words = require_answer(state.text)
    try:
        await answer(turn.acting, state.question_id, words, state.seen)
    except MovedOn as moved:
        said = await said_meanwhile(turn, state.question_id)
        again = msgspec.structs.replace(state, seen=moved.version, sure=None, meanwhile=said)
        return await ANSWERING.start(turn, again)
    turn.leave()
    return reply(await inbox_board(turn, first=say("inbox-answer-sent")))


async def said_meanwhile(turn: Turn, question_id: int) -> Meanwhile:
    """The newest message of the question; without words where it is one's own, or was erased."""
    newest = next(iter(await messages_of(turn.session, question_id)), None)
    if newest is None or newest.author_id == turn.person_id:
        return Meanwhile()
    if newest.by_staff:
        name = cut(await name_of(turn.session, newest.author_id), NAME)
        return Meanwhile(cut(newest.text, MOST_SHOWN), True, name)
    has_medium = bool(newest.photo or newest.voice)
    return Meanwhile(cut(newest.text, MOST_SHOWN) or ("…" if has_medium else ""))


ANSWERING = Flow(
    Answering,
    (
        and_then(text("text", ask_text, most=MOST_TEXT, lines=True, figures=True), written_anew),
        choice(
            "sure",
            ask_sure,
            ((say("button-answer-anyway"), SURE),),
            applies=lambda state: state.meanwhile is not None,
        ),
    ),
    send_answer,
    allow=Permission.inbox,
    left=back_to_question,
)


@step(AnswerQuestion, allow=Permission.inbox)
async def start_answer(turn: Turn, asked: AnswerQuestion) -> Reply:
    """Ask for the answer to the question as it was read. Refuses NotFound."""
    question = await question_view(turn.session, asked.question_id)
    begun = Answering(
        question_id=question.id,
        seen=asked.version,
        who=cut(question.name, NAME),
        about=about_words(question),
    )
    return await ANSWERING.start(turn, begun)
