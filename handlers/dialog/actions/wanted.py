"""What can be pressed about favourites, and about sold-out products to be told of."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class Favour(ActionBase, frozen=True, tag="fv"):
    """Keep a product among the favourites, or no more; the rest says where its card was opened."""

    product_id: int
    option_id: int = 0
    on: bool = True
    shelf: str = ""
    sought: str = ""
    shelf_page: int = 0
    photo: int = 0


class Await(ActionBase, frozen=True, tag="aq"):
    """Be told once when a sold-out product is there again, or not; the rest is as in Favour."""

    product_id: int
    option_id: int = 0
    on: bool = True
    shelf: str = ""
    sought: str = ""
    shelf_page: int = 0
    photo: int = 0


class ShowFavourites(ActionBase, frozen=True, tag="fo"):
    """A page of the person's favourites."""

    page: int = 0


WantedAction = Favour | Await | ShowFavourites
