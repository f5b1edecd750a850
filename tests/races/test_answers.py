"""Eight of the team who answer one question at once: one goes, the others read it first."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select

import models.inbox.answers
from models.inbox.answers import answer
from models.inbox.tables import Question, QuestionMessage, QuestionState
from models.inbox.threads import Subject, Words, ask
from models.kernel.acting import Acting
from models.kernel.refusals import MovedOn
from models.kernel.shop_terms import DEFAULT_TERMS
from tests.races.crowd import all_at_once, meet
from tests.support.acting import acting
from tests.support.opened import opened
from tests.support.shelves import a_person
from tests.support.threads import in_thread


async def prepare(url: str) -> None:
    """A question with one message, and eight who could answer it."""
    async with opened(url) as database, database.write() as session:
        people = [await a_person(session) for _ in range(9)]
        words = Words(text="متى يصل؟")
        assert await ask(acting(session, people[8]), words, Subject(), DEFAULT_TERMS) == 1


async def answer_it(url: str, worker: int) -> bool:
    """Whether this process' answer went, to the question as all have read it."""
    async with opened(url) as database:
        async with database.read() as session:
            seen = (await session.get_one(Question, 1)).version
        meet()
        try:
            async with database.write() as session:
                await answer(acting(session, worker + 1), 1, f"جواب {worker}", seen)
        except MovedOn:
            return False
        return True


async def answer_without_looking(url: str, worker: int) -> bool:
    """The same without the guard: whatever was said meanwhile, the question is settled."""

    async def settle(acting: Acting, question_id: int, seen: int, **values: Any) -> None:
        del seen, values
        question = await acting.session.get_one(Question, question_id)
        question.state, question.due_at = QuestionState.answered, None

    models.inbox.answers.settle = settle  # in this process alone
    return await answer_it(url, worker)


async def answers(url: str) -> int:
    """How many answers went."""
    async with opened(url) as database, database.read() as session:
        counted = select(func.count()).where(QuestionMessage.by_staff)
        return (await session.execute(counted)).scalar_one()


@pytest.mark.slow
def test_one_answer_goes_and_the_others_are_told(database_url: str) -> None:
    in_thread(prepare(database_url))
    went = all_at_once(answer_it, database_url)
    assert sorted(went) == [False] * 7 + [True]
    assert in_thread(answers(database_url)) == 1


@pytest.mark.slow
def test_without_the_version_all_go_unseen(database_url: str) -> None:
    in_thread(prepare(database_url))
    went = all_at_once(answer_without_looking, database_url)
    assert went == [True] * 8
    assert in_thread(answers(database_url)) == 8
