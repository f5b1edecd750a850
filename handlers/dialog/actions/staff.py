"""What staff can press at the desk, and about who works there."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ShowDesk(ActionBase, frozen=True, tag="d"):
    """What there is to do, for the roles that the person holds."""


class ShowUnsent(ActionBase, frozen=True, tag="u"):
    """The messages that could not be sent."""

    page: int = 0


class ShowTeam(ActionBase, frozen=True, tag="t"):
    """Who works here, and the invitations to a role; `anew` as a message of its own."""

    anew: bool = False


class InviteStaff(ActionBase, frozen=True, tag="ti"):
    """Make a one-time invitation to a role."""

    role: str


class ListHolders(ActionBase, frozen=True, tag="tp"):
    """Who holds a role."""

    role: str
    page: int = 0


class TakeRole(ActionBase, frozen=True, tag="t-"):
    """Take a role away from a person."""

    role: str
    person_id: int
    sure: bool = False


class ListInvitations(ActionBase, frozen=True, tag="tl"):
    """The invitations to roles that nobody has used yet."""

    page: int = 0


class WithdrawInvitation(ActionBase, frozen=True, tag="tx"):
    """Take an invitation to a role back."""

    invitation_id: int
    sure: bool = False


class PassFounding(ActionBase, frozen=True, tag="tf"):
    """The founder hands over to a manager (0: asks to whom, or takes the offer back if `sure`)."""

    person_id: int = 0
    sure: bool = False


class TakeOnFounding(ActionBase, frozen=True, tag="ta"):
    """Be the founder from now on, as the one of before has offered."""

    sure: bool = False


StaffAction = (
    ShowDesk
    | ShowUnsent
    | ShowTeam
    | InviteStaff
    | ListHolders
    | TakeRole
    | ListInvitations
    | WithdrawInvitation
    | PassFounding
    | TakeOnFounding
)
