"""Notes on a family's goods, what she says of them, and what runs low."""

from __future__ import annotations

from models.kernel.facts.base import FactBase


class NoteMade(FactBase, frozen=True, tag="goods-note-made"):
    """Goods of a family were taken in, given back, written off or counted; `kind` is stored."""

    note_id: int
    family_id: int
    kind: str
    bazaar_id: int | None = None


class NoteConfirmed(FactBase, frozen=True, tag="goods-note-confirmed"):
    """The family says that the note is right."""

    note_id: int
    family_id: int


class NoteDisputed(FactBase, frozen=True, tag="goods-note-disputed"):
    """The family says what is wrong with the note."""

    note_id: int
    family_id: int
    word: str


class NoteSettled(FactBase, frozen=True, tag="goods-note-settled"):
    """Staff answered what the family said of the note."""

    note_id: int
    family_id: int
    answer: str


class NoteAskedAgain(FactBase, frozen=True, tag="goods-note-asked-again"):
    """The family has said nothing of the note yet, and is asked once more."""

    note_id: int
    family_id: int


class StockRanLow(FactBase, frozen=True, tag="stock-ran-low"):
    """So few pieces are `left` of an option that its family is asked for more."""

    option_id: int
    product_id: int
    family_id: int
    left: int


class SupplyOffered(FactBase, frozen=True, tag="supply-offered"):
    """The family says that she can bring so many pieces of an option."""

    offer_id: int
    option_id: int
    product_id: int
    family_id: int
    quantity: int


class SupplyDeclined(FactBase, frozen=True, tag="supply-declined"):
    """Staff do not want what the family offered to bring."""

    offer_id: int
    option_id: int
    product_id: int
    family_id: int
    quantity: int
