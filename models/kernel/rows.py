"""Rows that become structs: each column stands beside the name of the field that it fills."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

import msgspec

S = TypeVar("S", bound=msgspec.Struct)


class RowReader(Generic[S]):
    """Knows which column fills which field of a struct; told wrongly, it cannot be made.

    `columns` are what to select, in the order in which `read` takes them.
    """

    def __init__(self, kind: type[S], apart: Sequence[str] = (), **columns: Any) -> None:
        """A column for each field of `kind`, but for those that are put in `apart`.

        Raises TypeError where a field has no column, a column no field, or where a field is filled
        from the column of another one's name: two that are swapped would else be seen by nobody.
        """
        wanted = [name for name in kind.__struct_fields__ if name not in apart]
        if differ := set(wanted) ^ columns.keys() or set(apart) - set(kind.__struct_fields__):
            raise TypeError(f"columns and fields of {kind.__name__} differ: {sorted(differ)}")
        for name, column in columns.items():
            other = getattr(column, "key", None)
            if other != name and other in columns:
                raise TypeError(f"{kind.__name__}.{name} would be read from {other}")
        self._kind = kind
        self._names = wanted
        self._whole = not apart
        self.columns = tuple(columns[name] for name in wanted)

    def read(self, row: Sequence[Any], **apart: Any) -> S:
        """The struct of a row that holds these columns first, with what was put in apart."""
        if self._whole:
            return self._kind(*row[: len(self._names)])
        return self._kind(**dict(zip(self._names, row, strict=False)), **apart)
