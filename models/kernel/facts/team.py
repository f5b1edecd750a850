"""Who works here: invitations, roles, and the founder."""

from __future__ import annotations

from models.kernel.facts.base import FactBase


class StaffInvited(FactBase, frozen=True, tag="staff-invited"):
    """An invitation to a role was made; the invitation itself holds for whom."""

    role: str
    invitation_id: int = 0


class StaffJoined(FactBase, frozen=True, tag="staff-joined"):
    """The person holds the role from now on."""

    person_id: int
    role: str


class StaffLeft(FactBase, frozen=True, tag="staff-left"):
    """A role was taken away from the person."""

    person_id: int
    role: str


class FounderOffered(FactBase, frozen=True, tag="founder-offered"):
    """The founder offered the person, a manager, to be the founder in her place."""

    person_id: int


class FounderChanged(FactBase, frozen=True, tag="founder-changed"):
    """The person took on what was offered: the founder of before, `was_id`, is a manager still."""

    person_id: int
    was_id: int


class InvitationWithdrawn(FactBase, frozen=True, tag="invitation-withdrawn"):
    """An invitation was taken back before anybody used it."""

    invitation_id: int
