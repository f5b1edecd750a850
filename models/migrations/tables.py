"""Every table, for those who need the whole schema: the migrations and their tests."""

from models.accounting import family_days, ledger
from models.bazaars import bazaars
from models.bazaars import reminders as subscriptions
from models.families import families
from models.kernel import facts
from models.kernel.base import Base, with_conditions
from models.messaging import accounts, conversations, owed
from models.messaging import deferred_updates as aside
from models.messaging import media_ids as uploads
from models.messaging import processed_updates as heard
from models.messaging import web_messages as pages
from models.orders import carts, code_tries
from models.orders import delivery_slots as deliveries
from models.orders import tables as orders
from models.people import access, people
from models.products import production as making
from models.products import stock
from models.products import tables as catalogue
from models.products.search import index as search_index

SHOP = (
    access,
    bazaars,
    carts,
    catalogue,
    code_tries,
    deliveries,
    facts,
    families,
    family_days,
    ledger,
    making,
    orders,
    people,
    search_index,
    stock,
    subscriptions,
)
MESSAGING = (accounts, aside, conversations, heard, owed, pages, uploads)
METADATA = with_conditions(Base.metadata)
