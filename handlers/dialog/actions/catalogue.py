"""What staff can press about products and their options."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ListCatalogue(ActionBase, frozen=True, tag="ca"):
    """All products, hidden ones too; `words` narrows it."""

    page: int = 0
    words: str = ""


class FindInCatalogue(ActionBase, frozen=True, tag="cf"):
    """Find a product by its name."""


class ListLacking(ActionBase, frozen=True, tag="cl"):
    """The products that lack a photo or English words."""

    page: int = 0


class AddProduct(ActionBase, frozen=True, tag="p+"):
    """Add a product, question by question; of that family where one is given.

    `note_draft` is the half-filled note on goods that it then comes onto.
    """

    family_id: int = 0
    note_draft: int = 0


class ManageProduct(ActionBase, frozen=True, tag="m"):
    """One product, to be changed."""

    product_id: int


class ChangeProduct(ActionBase, frozen=True, tag="mc"):
    """Change one part (price, quantity, name, text, photo) of a product or of its option."""

    product_id: int
    part: str
    option_id: int = 0


class ShowPhotos(ActionBase, frozen=True, tag="mf"):
    """A product's photo at that place, from 0, and what can be done with it."""

    product_id: int
    at: int = 0


class AddPhotos(ActionBase, frozen=True, tag="mp"):
    """Add photos to a product."""

    product_id: int


class PlacePhoto(ActionBase, frozen=True, tag="ml"):
    """Put the photo whose hash begins so at that place among the product's own."""

    product_id: int
    mark: str
    at: int


class RemovePhoto(ActionBase, frozen=True, tag="mx"):
    """Take the photo whose hash begins so off a product."""

    product_id: int
    mark: str


class ChangeWishes(ActionBase, frozen=True, tag="mw"):
    """Whether customers may write a wish for a product's maker, and how long."""

    product_id: int


class ChangeLowLimit(ActionBase, frozen=True, tag="mu"):
    """From how many pieces down more is asked for; of a product of several options, of which."""

    product_id: int
    option_id: int = 0


class ChangeOtherWords(ActionBase, frozen=True, tag="mo"):
    """What else customers search a product by."""

    product_id: int


class MoveProduct(ActionBase, frozen=True, tag="mv"):
    """Put a product under another family."""

    product_id: int


class DeleteProduct(ActionBase, frozen=True, tag="md"):
    """Delete a product that nobody has ordered; asks first whether it is meant."""

    product_id: int
    sure: bool = False


class HideProduct(ActionBase, frozen=True, tag="mh"):
    """Take a product off sale, or put it back."""

    product_id: int
    hidden: bool


class AddOption(ActionBase, frozen=True, tag="m+"):
    """Add an option to a product."""

    product_id: int


class WithdrawOption(ActionBase, frozen=True, tag="m-"):
    """Take an option of a product off sale (0: asks which one)."""

    product_id: int
    option_id: int = 0
    sure: bool = False


CatalogueAction = (
    ListCatalogue
    | FindInCatalogue
    | ListLacking
    | AddProduct
    | ManageProduct
    | ChangeProduct
    | ShowPhotos
    | AddPhotos
    | PlacePhoto
    | RemovePhoto
    | ChangeWishes
    | ChangeLowLimit
    | ChangeOtherWords
    | MoveProduct
    | DeleteProduct
    | HideProduct
    | AddOption
    | WithdrawOption
)
