"""Every table, for those who need the whole schema: the migrations and their tests."""

from models.accounting import cash_handovers, differences, family_days, ledger
from models.bazaars import bazaars, reminders
from models.families import families
from models.hall import label_tables, note_tables, sale_tables, till_tables
from models.inbox import tables as inbox_tables
from models.kernel import facts
from models.kernel.base import Base, with_conditions
from models.messaging import (
    accounts,
    conversations,
    deferred_updates,
    form_drafts,
    media_ids,
    notice_habits,
    owed,
    processed_updates,
    web_messages,
)
from models.orders import (
    after_delivery,
    cart_lines,
    code_tries,
    delivery_slots,
    lateness,
    returns,
    run_tables,
    saved_plan,
)
from models.orders import tables as order_tables
from models.people import access, account_limits, callers, people
from models.privacy import tables as privacy_tables
from models.products import production, stock, wanted_tables
from models.products import tables as product_tables
from models.products.search import index as search_index
from models.products.search import misses

SHOP = (
    access,
    account_limits,
    after_delivery,
    bazaars,
    callers,
    cart_lines,
    cash_handovers,
    differences,
    product_tables,
    code_tries,
    delivery_slots,
    facts,
    families,
    family_days,
    inbox_tables,
    label_tables,
    ledger,
    lateness,
    misses,
    note_tables,
    production,
    order_tables,
    run_tables,
    people,
    returns,
    sale_tables,
    saved_plan,
    search_index,
    wanted_tables,
    stock,
    till_tables,
    reminders,
)
MESSAGING = (
    accounts,
    deferred_updates,
    form_drafts,
    conversations,
    processed_updates,
    owed,
    web_messages,
    media_ids,
    notice_habits,
)
PRIVACY = (privacy_tables,)
METADATA = with_conditions(Base.metadata)
