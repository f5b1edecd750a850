"""A press on a button, as the presser waits for its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .presses import PressRecord

if TYPE_CHECKING:
    from .server import FakeBotApi


class Press:
    """A press that was sent; the button shows a spinner until it is answered."""

    def __init__(self, api: FakeBotApi, record: PressRecord) -> None:
        self._api = api
        self._record = record

    @property
    def is_answered(self) -> bool:
        """Whether the spinner has gone."""
        return self._record.answered_at is not None

    @property
    def text(self) -> str:
        """The notice of the answer, empty when there is none."""
        return self._record.text

    @property
    def is_alert(self) -> bool:
        """Whether the notice is one that must be closed."""
        return self._record.show_alert

    @property
    def url(self) -> str | None:
        """The address that the answer opens."""
        return self._record.url

    def expires(self) -> None:
        """Makes the press too old to be answered."""
        self._record.expired = True

    async def answered(self, within: float | None = None) -> str:
        """Waits for the answer and gives its notice; AssertionError after ``within`` seconds."""
        platform = self._api.platform
        began = platform.loop_time
        while not self.is_answered:
            left = self._api.patience_left(began, within)
            assert left > 0, f"the {self._record} was not answered"
            await platform.changed.wait(left)
        return self.text
