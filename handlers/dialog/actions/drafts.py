"""What staff can press about half-filled forms."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class SaveDraft(ActionBase, frozen=True, tag="jk"):
    """Keep the answers so far as a draft, and leave the form that is at that version."""

    version: int


class ListDrafts(ActionBase, frozen=True, tag="jl"):
    """The half-filled forms that were put aside."""

    page: int = 0


class OpenDraft(ActionBase, frozen=True, tag="jo"):
    """Go on with a half-filled form."""

    draft_id: int


class DropDraft(ActionBase, frozen=True, tag="jx"):
    """Throw a half-filled form away; asks whether it is meant."""

    draft_id: int
    sure: bool = False


DraftAction = SaveDraft | ListDrafts | OpenDraft | DropDraft
