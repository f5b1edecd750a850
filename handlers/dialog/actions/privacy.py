"""What can be pressed about what is kept of a person: to see it, to have it, to erase it."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ShowKept(ActionBase, frozen=True, tag="xk"):
    """What is kept of oneself now."""


class ExportKept(ActionBase, frozen=True, tag="xo"):
    """What is kept of oneself, as a file."""


class EraseMe(ActionBase, frozen=True, tag="xe"):
    """Erase what is kept of oneself; asked twice, and `yes` counts the answers."""

    yes: int = 0


class ErasePerson(ActionBase, frozen=True, tag="xp"):
    """A manager erases what is kept of a person; asked twice, and `yes` counts the answers."""

    person_id: int
    yes: int = 0


PrivacyAction = ShowKept | ExportKept | EraseMe | ErasePerson
