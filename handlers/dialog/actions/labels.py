"""What can be pressed to print price labels; kinds are those of `Labelled`."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ShowLabels(ActionBase, frozen=True, tag="lb"):
    """What labels can be printed for."""


class ListLabelled(ActionBase, frozen=True, tag="lf"):
    """The families whose goods lie on the shelf, to print labels for one."""

    page: int = 0


class ListLabelNotes(ActionBase, frozen=True, tag="ln"):
    """The newest notes by which goods came in, to print labels for one."""


class PickLabels(ActionBase, frozen=True, tag="lp"):
    """The labels of a kind and key, before they are printed; on sheets of that name ("": usual)."""

    kind: str
    key: str = ""
    sheet: str = ""


class StartPartSheet(ActionBase, frozen=True, tag="lu"):
    """Print them on a partly used sheet: asks how many of its labels are gone."""

    kind: str
    key: str
    sheet: str


class PrintLabels(ActionBase, frozen=True, tag="lw"):
    """Make the file of the labels."""

    kind: str
    key: str
    sheet: str


class ShowLabel(ActionBase, frozen=True, tag="li"):
    """One label as a picture."""

    option_id: int


LabelAction = (
    ShowLabels
    | ListLabelled
    | ListLabelNotes
    | PickLabels
    | StartPartSheet
    | PrintLabels
    | ShowLabel
)
