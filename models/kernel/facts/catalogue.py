"""Products, their options, and the goods on the shelf."""

from __future__ import annotations

from models.kernel.facts.base import FactBase
from models.kernel.money import NOTHING, Money


class ProductPublished(FactBase, frozen=True, tag="product-published"):
    product_id: int
    family_id: int = 0


class ProductChanged(FactBase, frozen=True, tag="product-changed"):
    """`what` names the part: price, text, photo, audience, lead, daily, low, option-added, ….

    Of names and texts `was` and `now` are the Arabic ones, and the English ones stand beside them;
    of photos it is how many there are. `option_id` is the option where it is about one.
    """

    product_id: int
    what: str
    was: str = ""
    now: str = ""
    was_en: str = ""
    now_en: str = ""
    option_id: int = 0


class ProductMoved(FactBase, frozen=True, tag="product-moved"):
    """A product that was entered under the wrong family is another's from now on.

    `was_id` is the family that it was entered under. So many `orders` and sales in the
    hall had credited `credited` to her, which is the other family's; `open_amount` is in orders
    that are open.
    """

    product_id: int
    family_id: int
    was_id: int
    reason: str = ""
    orders: int = 0
    credited: Money = NOTHING
    open_amount: Money = NOTHING


class ProductDeleted(FactBase, frozen=True, tag="product-deleted"):
    """A product of that name was deleted before anybody ordered it; these had it in their carts."""

    product_id: int
    name_ar: str
    name_en: str = ""
    person_ids: tuple[int, ...] = ()


class LastPieceSold(FactBase, frozen=True, tag="last-piece-sold"):
    """An order took the last piece of an option that lay on the shelf."""

    option_id: int
    product_id: int


class StockMoved(FactBase, frozen=True, tag="stock-moved"):
    """Goods taken in or counted by staff; sales are told by their orders.

    `why` is taken-in or counted; `now` is what is on hand since then.
    """

    option_id: int
    change: int
    product_id: int = 0
    why: str = ""
    now: int | None = None

    @property
    def was(self) -> int | None:
        """What was on hand before; None where it was not kept."""
        return None if self.now is None else self.now - self.change


class ProductBack(FactBase, frozen=True, tag="product-back"):
    """What was sold out can be had again, and these people had asked to be told.

    That is the product, or of several that option; 0 for the product as a whole.
    """

    product_id: int
    person_ids: tuple[int, ...] = ()
    option_id: int = 0
