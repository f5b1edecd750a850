"""What may not register: a function of staff without a permission, and a second answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import handlers.conversations  # noqa: F401  registers every function that answers
from handlers.dialog import actions
from handlers.dialog.actions import ACTIONS, left_out
from handlers.dialog.actions.base import ActionBase
from handlers.dialog.actions.customer import ShowHome
from handlers.dialog.router import ROUTES, command, step, unanswered_actions, view
from handlers.dialog.speech import Reply
from handlers.dialog.turn import Turn
from models.people.access import Permission


class Knock(ActionBase, frozen=True, tag="knock"):
    """A press of something that nobody answers yet."""


async def answers(_turn: Turn, _asked: ActionBase) -> Reply:
    """Nothing."""
    return Reply()


@pytest.mark.parametrize("register", [view, step])
@pytest.mark.parametrize("module", ["handlers.staff.doors", "handlers.family.doors"])
def test_a_guarded_function_without_a_permission_does_not_register(
    register: Callable[..., Any], module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "__module__", module)
    with pytest.raises(TypeError, match="needs a permission"):
        register(Knock)(answers)
    assert Knock not in ROUTES
    register(Knock, allow=Permission.desk)(answers)
    assert ROUTES.pop(Knock).allow is Permission.desk


def test_nothing_is_answered_twice() -> None:
    before = ROUTES[ShowHome]
    with pytest.raises(TypeError, match="is answered already"):
        view(ShowHome)(answers)
    with pytest.raises(TypeError, match="is answered already"):
        command("shop", lambda _rest: ShowHome())
    assert ROUTES[ShowHome] is before


def test_every_action_is_answered_and_one_that_is_not_is_named() -> None:
    assert unanswered_actions() == set()
    assert unanswered_actions((*ACTIONS, Knock)) == {"Knock"}


def test_an_action_that_no_audience_has_is_named() -> None:
    """A class of this file is none of theirs; of the house's own, none is left out."""
    assert {name for name in left_out() if hasattr(actions.customer, name)} == set()
    assert "Knock" in left_out()
    assert "ShowHome" in left_out(tuple(kind for kind in ACTIONS if kind is not ShowHome))


def test_an_action_without_an_audience_cannot_be_loaded() -> None:
    """A class of this file is none of an audience's: the module refuses to be imported so."""
    source = Path(actions.__file__).read_text(encoding="utf-8")
    with pytest.raises(TypeError, match=r"no audience has these actions: .*'Knock'"):
        exec(compile(source, "actions.py", "exec"), {"__name__": "actions"})
