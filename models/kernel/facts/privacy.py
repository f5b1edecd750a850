"""What becomes of what is kept of people."""

from __future__ import annotations

from models.kernel.facts.base import FactBase


class PersonErased(FactBase, frozen=True, tag="person-erased"):
    """All that was kept of the person was erased; their orders stay as figures."""

    person_id: int
