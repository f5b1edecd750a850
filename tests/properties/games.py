"""Random games: a state machine that plays against a database, again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

STEPS = 40
Game = Callable[[str], RuleBasedStateMachine]


def play(game: Game, url: str, games: int) -> None:
    """Play so many games of forty steps in the database of that address."""
    # To shrink takes many minutes.
    run(game, url, games, phases=(Phase.explicit, Phase.reuse, Phase.generate))


def find(game: Game, url: str, games: int) -> None:
    """Play the same games each time, until what was planted in the shop is found."""
    run(game, url, games, phases=(Phase.generate,), derandomize=True, report_multiple_bugs=False)


def run(game: Game, url: str, games: int, **how: Any) -> None:
    """Play so many games of forty steps in that way."""
    # What makes a game will do, though it is annotated to be its class.
    begun = cast(type[RuleBasedStateMachine], lambda: game(url))
    run_state_machine_as_test(
        begun,
        settings=settings(
            max_examples=games,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            **how,
        ),
    )
