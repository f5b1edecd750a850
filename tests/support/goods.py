"""New products for tests of the catalogue."""

from __future__ import annotations

from typing import Any

import msgspec

from models.kernel.money import Money
from models.products.publishing import NewOption, NewProduct
from models.products.tables import Audience, Package

COFFEE = NewProduct(
    family_id=0,
    package=Package.atayeb,
    audience=Audience.everyone,
    name_ar="قهوة عربية",
    name_en="Arabic coffee",
    description_ar="بنّ أشقر مع الهيل",
    description_en="Light roast with cardamom",
    options=(
        NewOption(Money.dirhams(50), 5, "250 غراماً", "250 g"),
        NewOption(Money.dirhams(95), 2, "500 غرام", "500 g"),
    ),
)


def a_new_product(family_id: int, **changes: Any) -> NewProduct:
    """Coffee in two weights, of that family, but for the changes."""
    return msgspec.structs.replace(COFFEE, family_id=family_id, **changes)
