"""Random games: a state machine that plays against a database, again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

STEPS = 40


def play(game: Callable[[str], RuleBasedStateMachine], url: str, games: int) -> None:
    """Play so many games of forty steps in the database of that address."""
    # What makes a game will do, though it is annotated to be its class.
    begun = cast(type[RuleBasedStateMachine], lambda: game(url))
    run_state_machine_as_test(
        begun,
        settings=settings(
            max_examples=games,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink takes many minutes
        ),
    )
