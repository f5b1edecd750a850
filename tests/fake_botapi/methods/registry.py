"""How a method is taught to the fake."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.fake_botapi.platform import Platform
from tests.fake_botapi.signatures import METHODS
from tests.fake_botapi.wire import Uploads


@dataclass(frozen=True, slots=True)
class Arguments:
    """A call's parameters, read and of the right types, and the files that came with it."""

    method: str
    values: dict[str, object]
    uploads: Uploads

    def whole(self, key: str, default: int) -> int:
        """An integer parameter."""
        value = self.values.get(key)
        return value if isinstance(value, int) else default

    def text(self, key: str) -> str:
        """A string parameter, empty when absent."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""


Play = Callable[[Platform, Arguments], object]
TAUGHT: dict[str, Play] = {}


def taught(name: str) -> Callable[[Play], Play]:
    """Registers what plays a method; the method must be one of the library's."""

    def register(play: Play) -> Play:
        if name.lower() not in METHODS:
            raise KeyError(name)
        TAUGHT[name.lower()] = play
        return play

    return register
