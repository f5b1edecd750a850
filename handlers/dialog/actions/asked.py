"""What can be pressed inside a question."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class Pick(ActionBase, frozen=True, tag="="):
    """One of a question's choices; it counts only while the conversation is at that version."""

    version: int
    value: str


class Back(ActionBase, frozen=True, tag="<"):
    """The question before."""

    version: int


class Leave(ActionBase, frozen=True, tag="x"):
    """Leave the questions; nothing of it is done. Version 0 means whichever question waits."""

    version: int = 0


AskedAction = Pick | Back | Leave
