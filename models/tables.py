"""Every table, for those who need the whole schema: the migrations and their tests."""

from models import (
    access,
    bazaars,
    carts,
    catalogue,
    deliveries,
    facts,
    families,
    ledger,
    making,
    orders,
    people,
    search_index,
    stock,
    subscriptions,
)
from models.base import Base

SHOP = (
    access,
    bazaars,
    carts,
    catalogue,
    deliveries,
    facts,
    families,
    ledger,
    making,
    orders,
    people,
    search_index,
    stock,
    subscriptions,
)
METADATA = Base.metadata
