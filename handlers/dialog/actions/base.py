"""The base of every action."""

from __future__ import annotations

import msgspec


class ActionBase(msgspec.Struct, frozen=True, array_like=True):
    """An action travels as an array that starts with its tag; see `handlers.dialog.actions`."""
