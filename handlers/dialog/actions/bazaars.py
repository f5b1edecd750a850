"""What staff can press about bazaars and their days."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ListBazaars(ActionBase, frozen=True, tag="bl"):
    """The bazaars, the next first."""

    page: int = 0


class ManageBazaar(ActionBase, frozen=True, tag="bz"):
    """One bazaar with its days."""

    bazaar_id: int


class AddBazaar(ActionBase, frozen=True, tag="b+"):
    """Add a bazaar."""


class ChangeBazaar(ActionBase, frozen=True, tag="bx"):
    """Change one part (name, place, pin) of a bazaar."""

    bazaar_id: int
    part: str


class AddBazaarDay(ActionBase, frozen=True, tag="bd"):
    """Add a day with its hours."""

    bazaar_id: int


class RemoveBazaarDay(ActionBase, frozen=True, tag="b-"):
    """Take a day off: the one of that bazaar that opens then (seconds since 1970).

    The id alone may by now be another day's.
    """

    day_id: int
    sure: bool = False
    bazaar_id: int = 0
    opens: int = 0


class HideBazaar(ActionBase, frozen=True, tag="bh"):
    """Hide a bazaar from customers, or show it again."""

    bazaar_id: int
    hidden: bool
    sure: bool = False


BazaarAction = (
    ListBazaars
    | ManageBazaar
    | AddBazaar
    | ChangeBazaar
    | AddBazaarDay
    | RemoveBazaarDay
    | HideBazaar
)
