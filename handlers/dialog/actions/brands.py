"""What staff can press about the families' brands and who answers for them."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ListFamilies(ActionBase, frozen=True, tag="fl"):
    """The brands."""

    page: int = 0


class ManageFamily(ActionBase, frozen=True, tag="fm"):
    """One brand: products, members' number, invitation; `anew` as a message of its own."""

    family_id: int
    anew: bool = False


class AddFamily(ActionBase, frozen=True, tag="f+"):
    """Add a brand."""


class RenameFamily(ActionBase, frozen=True, tag="fr"):
    """Change a brand's names."""

    family_id: int


class InviteFamily(ActionBase, frozen=True, tag="fi"):
    """Make a one-time invitation link for a brand."""

    family_id: int


class ListFamilyInvitations(ActionBase, frozen=True, tag="fj"):
    """The invitations to a brand that nobody has used yet."""

    family_id: int
    page: int = 0


class WithdrawFamilyInvitation(ActionBase, frozen=True, tag="fx"):
    """Take an invitation to a brand back."""

    invitation_id: int
    sure: bool = False


class ListMembers(ActionBase, frozen=True, tag="fk"):
    """Who answers for a brand."""

    family_id: int
    page: int = 0


class RemoveMember(ActionBase, frozen=True, tag="f-"):
    """Let a person answer for a brand no more."""

    family_id: int
    person_id: int
    sure: bool = False


BrandAction = (
    ListFamilies
    | ManageFamily
    | AddFamily
    | RenameFamily
    | InviteFamily
    | ListFamilyInvitations
    | WithdrawFamilyInvitation
    | ListMembers
    | RemoveMember
)
