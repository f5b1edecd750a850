"""Every conversation: importing this module registers each function that answers."""

# ruff: noqa: F401

import handlers.customer.account.help
import handlers.customer.account.invitations
import handlers.customer.account.notices
import handlers.customer.account.privacy
import handlers.customer.account.settings
import handlers.customer.bazaar.bazaar
import handlers.customer.checkout.checkout
import handlers.customer.checkout.placing
import handlers.customer.inbox.asking
import handlers.customer.inbox.forgetting
import handlers.customer.inbox.handing_over
import handlers.customer.inbox.offering
import handlers.customer.orders.another_time
import handlers.customer.orders.claiming
import handlers.customer.orders.orders
import handlers.customer.orders.rescheduling
import handlers.customer.shop.cart
import handlers.customer.shop.home
import handlers.customer.shop.product
import handlers.customer.shop.search
import handlers.customer.shop.wishes
import handlers.family.home
import handlers.family.making
import handlers.family.products
import handlers.family.sales
import handlers.staff.audit.audit
import handlers.staff.audit.day_book
import handlers.staff.audit.narrowing
import handlers.staff.bazaars.adding
import handlers.staff.bazaars.bazaars
import handlers.staff.bazaars.editing
import handlers.staff.bazaars.history
import handlers.staff.cash.differences
import handlers.staff.cash.handing_over
import handlers.staff.cash.my_day
import handlers.staff.cash.purses
import handlers.staff.desk.desk
import handlers.staff.desk.undelivered
import handlers.staff.families.families
import handlers.staff.families.history
import handlers.staff.families.invitations
import handlers.staff.families.members
import handlers.staff.families.renaming
import handlers.staff.inbox.answering
import handlers.staff.inbox.lists
import handlers.staff.inbox.question
import handlers.staff.orders.accounts
import handlers.staff.orders.again
import handlers.staff.orders.cancellation
import handlers.staff.orders.cash_correction
import handlers.staff.orders.code_sending
import handlers.staff.orders.confirm_command
import handlers.staff.orders.deliveries
import handlers.staff.orders.failed_delivery
import handlers.staff.orders.finding
import handlers.staff.orders.handover
import handlers.staff.orders.history
import handlers.staff.orders.inspecting
import handlers.staff.orders.many
import handlers.staff.orders.on_behalf
import handlers.staff.orders.picking
import handlers.staff.orders.refused_order
import handlers.staff.orders.refused_part
import handlers.staff.orders.returning
import handlers.staff.orders.shortages
import handlers.staff.products.adding
import handlers.staff.products.catalogue
import handlers.staff.products.editing
import handlers.staff.products.history
import handlers.staff.products.option_editing
import handlers.staff.products.wishes
import handlers.staff.runs.desk_runs
import handlers.staff.runs.moving
import handlers.staff.runs.my_run
import handlers.staff.runs.planning
import handlers.staff.team.founding
import handlers.staff.team.holders
import handlers.staff.team.invitations
import handlers.staff.team.team
from handlers.dialog.router import unanswered_actions

if missing := unanswered_actions():
    raise TypeError(f"nothing answers these actions: {sorted(missing)}")
