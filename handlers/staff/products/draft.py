"""A product that is being added: the answers so far, and the card that they will make."""

from __future__ import annotations

import msgspec

from handlers.dialog.answers import require_answer
from handlers.dialog.speech import Name
from handlers.dialog.states import DraftableBase
from handlers.staff.products.doubts import NOTHING_SAME
from handlers.ui.product_card import Leaf
from models.kernel.money import Money
from models.products.brands import FamilyView
from models.products.product_pages import OptionCard, ProductCard
from models.products.publishing import NewOption, NewProduct
from models.products.tables import Audience, Package

MOST_OPTIONS = 12


class DraftOption(msgspec.Struct, frozen=True):
    """One way to have the product."""

    label_ar: str
    label_en: str
    price: Money
    quantity: int | None


class AddingProduct(DraftableBase, frozen=True, kw_only=True, tag="add-product.1"):
    """The answers so far.

    `label_ar` to `option_quantity` are the last option's, `options` the earlier ones. `choosing`
    while it is asked which answer is to be changed; `shown` is the option that the preview shows.
    `sought` is a part of the family's name that several brands hold; `same` is the product of the
    family that is called so already. `note_draft` is the half-filled note it comes onto.
    """

    package: str | None = None
    name_ar: str | None = None
    name_en: str | None = None
    family: str | None = None
    making: str | None = None
    lead_days: int | None = None
    daily_most: int | None = None
    kind: str | None = None
    options: tuple[DraftOption, ...] = ()
    more: str | None = None
    label_ar: str | None = None
    label_en: str | None = None
    option_price: Money | None = None
    option_quantity: int | None = None
    price: Money | None = None
    quantity: int | None = None
    audience: str | None = None
    description_ar: str | None = None
    description_en: str | None = None
    photos: tuple[str, ...] = ()
    photos_done: bool = False
    album: bool = False
    choosing: bool = False
    shown: int = 0
    verdict: str | None = None
    sought: str = ""
    name_en_sure: str | None = None
    same_id: int = 0
    same: Name = NOTHING_SAME
    same_sure: str | None = None
    note_draft: int = 0

    @property
    def made_to_order(self) -> bool:
        """Whether the product has no stock and is made when it is ordered."""
        return self.making == "order"

    @property
    def several(self) -> bool:
        """Whether the product comes in several options."""
        return self.kind == "several"

    def ways(self) -> tuple[DraftOption, ...]:
        """Every way to have the product; one without labels where it has no options."""
        if self.several:
            return (*self.options, self.last_option())
        return (DraftOption("", "", require_answer(self.price), self.quantity),)

    def last_option(self) -> DraftOption:
        """The last of the options."""
        labels = require_answer(self.label_ar), require_answer(self.label_en)
        return DraftOption(*labels, require_answer(self.option_price), self.option_quantity)

    def pieces(self, way: DraftOption) -> int:
        """How many pieces of the option come in: none of what is made to order."""
        return 0 if self.made_to_order else require_answer(way.quantity)


def new_product(draft: AddingProduct) -> NewProduct:
    """The new product of a draft that has all its answers; its pieces come in by a note."""
    return NewProduct(
        family_id=int(require_answer(draft.family)),
        package=Package(require_answer(draft.package)),
        audience=Audience(require_answer(draft.audience)),
        name_ar=require_answer(draft.name_ar),
        name_en=draft.name_en or "",
        description_ar=draft.description_ar or "",
        description_en=draft.description_en or "",
        made_to_order=draft.made_to_order,
        lead_days=(draft.lead_days or 0) if draft.made_to_order else 0,
        daily_most=(draft.daily_most or 0) if draft.made_to_order else 0,
        options=tuple(NewOption(way.price, 0, way.label_ar, way.label_en) for way in draft.ways()),
        photos=draft.photos,
    )


def preview(draft: AddingProduct, family: FamilyView) -> Leaf:
    """The product as a customer will see it, with nothing of it in the cart."""
    ways = draft.ways()
    cards = tuple(
        OptionCard(at, way.label_ar, way.label_en, way.price, draft.pieces(way))
        for at, way in enumerate(ways)
    )
    offered = draft.made_to_order or any(draft.pieces(way) for way in ways)
    product = ProductCard(
        id=0,
        family_id=family.id,
        brand_ar=family.brand_ar,
        brand_en=family.brand_en,
        package=Package(require_answer(draft.package)),
        audience=require_answer(draft.audience),
        name_ar=require_answer(draft.name_ar),
        name_en=draft.name_en or "",
        description_ar=draft.description_ar or "",
        description_en=draft.description_en or "",
        made_to_order=draft.made_to_order,
        lead_days=draft.lead_days or 0,
        hidden=False,
        offered=offered,
        photo=draft.photos[0] if draft.photos else None,
        options=cards,
    )
    return Leaf(product, cards[min(draft.shown, len(cards) - 1)], in_cart=0, pieces=0)
