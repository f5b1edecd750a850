"""How the sample's goods are written down: prices in whole dirhams, texts in both languages."""

from __future__ import annotations

import msgspec

from models.kernel.money import Money
from models.products.publishing import NewOption, NewProduct
from models.products.search.other_words import split_words
from models.products.tables import Audience, Package


class SampleOption(msgspec.Struct, frozen=True):
    """One way to have a thing: dirhams, pieces that come in, and its labels."""

    price: int
    pieces: int = 0
    ar: str = ""
    en: str = ""


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """A product of the sample. With `lead` days it is made to order, `most` pieces a day.

    `also` is what shoppers call it besides, between commas.
    """

    brand: str
    audience: Audience
    ar: str
    en: str
    about_ar: str
    about_en: str
    also: str
    ways: tuple[SampleOption, ...]
    lead: int = 0
    most: int = 0

    def product(self, package: Package, family_id: int) -> NewProduct:
        """The thing as the catalogue takes it."""
        return NewProduct(
            family_id=family_id,
            package=package,
            audience=self.audience,
            name_ar=self.ar,
            name_en=self.en,
            description_ar=self.about_ar,
            description_en=self.about_en,
            made_to_order=self.lead > 0,
            lead_days=self.lead,
            daily_most=self.most,
            other_words=tuple(split_words(self.also)),
            options=tuple(
                NewOption(Money.dirhams(way.price), way.pieces, way.ar, way.en) for way in self.ways
            ),
        )
