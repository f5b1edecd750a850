"""What staff and families can press about goods: notes, counts, offers."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ShowStock(ActionBase, frozen=True, tag="gk"):
    """What is done with families' goods, and what of it waits."""


class StartNote(ActionBase, frozen=True, tag="gn"):
    """Begin a note of that kind (a `NoteKind`); of that family where one is given.

    A count may be of a package instead.
    """

    kind: str
    family_id: int = 0
    package: str = ""


class ChooseCount(ActionBase, frozen=True, tag="gq"):
    """What is to be counted: a family's goods, or a package's."""


class ShowNote(ActionBase, frozen=True, tag="gs"):
    """A note, for staff."""

    note_id: int


class ListNotes(ActionBase, frozen=True, tag="gl"):
    """The newest notes of all families, or those alone that are in that state (a `NoteState`)."""

    state: str = ""
    page: int = 0


class SettleNote(ActionBase, frozen=True, tag="ga"):
    """Answer what a family says is wrong with a note."""

    note_id: int


class ListOffers(ActionBase, frozen=True, tag="go"):
    """What families offer to bring."""

    page: int = 0


class ShowOffer(ActionBase, frozen=True, tag="gw"):
    """One offer, and what can be done with it."""

    offer_id: int


class TakeOffer(ActionBase, frozen=True, tag="gt"):
    """The goods are there, as many as were offered: take them in by a note."""

    offer_id: int


class TakeOtherCount(ActionBase, frozen=True, tag="gu"):
    """The goods are there, but not so many as were offered: ask how many."""

    offer_id: int


class DeclineOffer(ActionBase, frozen=True, tag="gx"):
    """Say no to an offer."""

    offer_id: int


class ShowOwnNote(ActionBase, frozen=True, tag="gv"):
    """A note, for its family."""

    note_id: int


class ListOwnNotes(ActionBase, frozen=True, tag="gh"):
    """A family's notes, the newest first (0: the only brand, or a page of those to choose)."""

    family_id: int = 0
    page: int = 0


class ConfirmNote(ActionBase, frozen=True, tag="gc"):
    """The family says that the note is right."""

    note_id: int


class DisputeNote(ActionBase, frozen=True, tag="gd"):
    """The family says what is wrong with the note: asks for it."""

    note_id: int


class StartOffer(ActionBase, frozen=True, tag="gf"):
    """A family can bring more: asks of what and how many; of that option where one is given."""

    family_id: int
    option_id: int = 0


GoodsAction = (
    ShowStock
    | StartNote
    | ChooseCount
    | ShowNote
    | ListNotes
    | SettleNote
    | ListOffers
    | ShowOffer
    | TakeOffer
    | TakeOtherCount
    | DeclineOffer
    | ShowOwnNote
    | ListOwnNotes
    | ConfirmNote
    | DisputeNote
    | StartOffer
)
