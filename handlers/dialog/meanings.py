"""What a typed text was read as, and whether that is sure or has to be said back first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Meaning(Generic[T]):
    """What a text means; one that is not `sure` is said back for a yes before it counts."""

    value: T
    sure: bool = True


def sure_value(meaning: Meaning[T] | None) -> T | None:
    """What a text surely means; None where it is in doubt."""
    return meaning.value if meaning is not None and meaning.sure else None
