"""A press that a test's own step answers."""

from __future__ import annotations

from typing import TypeVar

import pytest

from handlers.dialog.actions.base import ActionBase
from handlers.dialog.router import ROUTES, Answerer, Route

A = TypeVar("A", bound=ActionBase)


def answer_by(patched: pytest.MonkeyPatch, kind: type[A], step: Answerer[A]) -> None:
    """Let that step answer presses of that kind, whoever asks, in the place of the shop's own."""
    replaced: type[ActionBase] = kind
    patched.setitem(ROUTES, replaced, Route(step, does=True, allow=None))
