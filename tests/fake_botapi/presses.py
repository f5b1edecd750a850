"""Callback queries: a press on a button, which must be answered once and in time."""

from __future__ import annotations

from dataclasses import dataclass

from .people import User


@dataclass(slots=True)
class PressRecord:
    """One press; times are the loop's, in seconds."""

    query_id: str
    person: User
    chat_id: int
    message_id: int
    data: str
    label: str
    at: float
    delivered: bool = True
    update_id: int | None = None
    answered_at: float | None = None
    text: str = ""
    show_alert: bool = False
    url: str | None = None
    expired: bool = False

    def __str__(self) -> str:
        shown = self.label or self.data
        return f"press of {shown!r} by {self.person.first_name} (message {self.message_id})"
