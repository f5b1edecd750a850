"""The intake sees each update through: nothing that cannot be shown comes again for ever."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError

import handlers.conversations  # noqa: F401  registers every function that answers
from bot.channels.base import Unsendable
from bot.intake import Intake
from bot.metrics import Metrics
from handlers.refusals import NOT_SHOWN
from handlers.speech import Command, Heard, Reply, Sender
from handlers.turns import Answer, Turns
from models.database import Database
from models.terms import DEFAULT_TERMS
from tests.ground.clock import HandClock

START = Heard(Sender("test", "mona", "en"), Command("start"), "1")


class Screen:
    """Shows replies, and fails as it is told."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.tried: list[Reply] = []

    async def show(self, answer: Answer) -> None:
        self.tried.append(answer.reply)
        if self.failures:
            raise self.failures.pop(0)


@pytest.fixture
def intake(sqlite_database: Database, clock: HandClock) -> Intake:
    """An intake on a fresh database."""
    return Intake(Turns(sqlite_database, DEFAULT_TERMS, clock), clock, Metrics())


@pytest.mark.parametrize("failure", [ValueError("a defect"), Unsendable("broken", Reply())])
async def test_an_answer_that_cannot_be_shown_is_said_to_be_so(
    intake: Intake, failure: Exception
) -> None:
    screen = Screen(failure)
    await intake.take(START, screen.show)
    first, second = screen.tried
    assert first.cards
    assert second == NOT_SHOWN


async def test_not_even_that_can_be_shown(intake: Intake) -> None:
    screen = Screen(ValueError("a defect"), ValueError("another"))
    await intake.take(START, screen.show)
    assert len(screen.tried) == 2


async def test_an_update_comes_again_when_the_database_is_away(intake: Intake) -> None:
    screen = Screen(OperationalError("SELECT", {}, OSError("away")))
    with pytest.raises(OperationalError):
        await intake.take(START, screen.show)
    assert len(screen.tried) == 1
