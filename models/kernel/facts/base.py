"""The base of every fact, which stands beneath all files of facts."""

from __future__ import annotations

import msgspec


class FactBase(msgspec.Struct, frozen=True, tag_field="fact"):
    """The base of every fact."""
