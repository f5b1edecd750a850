"""Sheets of labels, A4, as they are sold: where each label lies, in tenths of a millimetre."""

from __future__ import annotations

from types import MappingProxyType

import msgspec

A4 = (2100, 2970)


class LabelSheet(msgspec.Struct, frozen=True):
    """So many labels across and down, each of one size; the first one's corner, and their steps.

    `edge` of every label stays empty: printers do not reach the rim of a sheet, nor its place
    exactly.
    """

    columns: int
    rows: int
    width: int
    height: int
    left: int
    top: int
    step_across: int
    step_down: int
    edge: int

    @property
    def labels(self) -> int:
        """How many there are on a sheet."""
        return self.columns * self.rows

    def place(self, at: int) -> tuple[int, int]:
        """The left and the top of the label at that place, counted from 0, row by row."""
        down, across = divmod(at, self.columns)
        return self.left + across * self.step_across, self.top + down * self.step_down


LABEL_SHEETS = MappingProxyType(
    {
        "3x8": LabelSheet(3, 8, 700, 370, 0, 5, 700, 370, 45),
        "3x8-gaps": LabelSheet(3, 8, 635, 339, 72, 129, 660, 339, 20),
        "4x10": LabelSheet(4, 10, 525, 297, 0, 0, 525, 297, 45),
        "4x10-gaps": LabelSheet(4, 10, 457, 254, 97, 215, 483, 254, 20),
    }
)
"""By the name that the setting takes: labels edge to edge, or with a rim and gaps between them."""
DEFAULT_SHEET = "3x8"
