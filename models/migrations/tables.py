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
from models.messaging import accounts, aside, conversations, heard, outbox, pages, uploads

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
MESSAGING = (accounts, aside, conversations, heard, outbox, pages, uploads)
METADATA = Base.metadata
