"""What of an open order can be changed: the number, the note, the place, and what it holds."""

from __future__ import annotations

import msgspec


class NewPhone(msgspec.Struct, frozen=True, tag="phone"):
    """Another number (E.164) to be called."""

    phone: str


class NewNote(msgspec.Struct, frozen=True, tag="note"):
    """Another note for the courier; empty is none."""

    note: str


class Place(msgspec.Struct, frozen=True, tag="place"):
    """Where an order goes to: words, or a pin in WGS 84 degrees.

    With an empty emirate it is the one that the order goes to already, and so is its zone then.
    """

    address: str = ""
    latitude: float | None = None
    longitude: float | None = None
    emirate: str = ""
    area: str = ""
    zone: int = 0


class Off(msgspec.Struct, frozen=True):
    """So many pieces of a line that are not wanted any more."""

    line_id: int
    pieces: int


class More(msgspec.Struct, frozen=True):
    """So many pieces of an option, at the price of now; `wish` is what is asked of its maker."""

    option_id: int
    pieces: int
    wish: str = ""


class NewLines(msgspec.Struct, frozen=True, tag="lines"):
    """What goes out of an order and what comes in; another option is both at once."""

    off: tuple[Off, ...] = ()
    more: tuple[More, ...] = ()


Change = NewPhone | NewNote | Place | NewLines
