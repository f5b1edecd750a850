"""The brands of the families, and who answers for them."""

from __future__ import annotations

from models.kernel.facts.base import FactBase


class FamilyAdded(FactBase, frozen=True, tag="family-added"):
    family_id: int


class FamilyRenamed(FactBase, frozen=True, tag="family-renamed"):
    """A brand has another name; `was` and `now` are the Arabic ones."""

    family_id: int
    was: str
    now: str
    was_en: str = ""
    now_en: str = ""


class FamilyJoined(FactBase, frozen=True, tag="family-joined"):
    """The person answers for the brand from now on."""

    family_id: int
    person_id: int


class FamilyLeft(FactBase, frozen=True, tag="family-left"):
    """The person answers for the brand no more."""

    family_id: int
    person_id: int
