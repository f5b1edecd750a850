"""Every conversation: importing this module registers each function that answers."""

# ruff: noqa: F401

import handlers.customer.bazaar
import handlers.customer.browse
import handlers.customer.cart
import handlers.customer.checkout
import handlers.customer.help
import handlers.customer.home
import handlers.customer.orders
import handlers.customer.placing
import handlers.customer.privacy
import handlers.customer.product
import handlers.customer.searching
import handlers.customer.settings
import handlers.family.home
import handlers.family.products
import handlers.family.sales
import handlers.invitations
import handlers.staff.adding
import handlers.staff.adding_bazaar
import handlers.staff.bazaars
import handlers.staff.cancelling
import handlers.staff.catalogue
import handlers.staff.changing
import handlers.staff.changing_bazaar
import handlers.staff.changing_options
import handlers.staff.confirm_command
import handlers.staff.confirming
import handlers.staff.deliveries
import handlers.staff.desk
import handlers.staff.families
import handlers.staff.family_invitations
import handlers.staff.holders
import handlers.staff.members
import handlers.staff.not_delivered
import handlers.staff.renaming
import handlers.staff.striking
import handlers.staff.team
import handlers.staff.team_invitations
import handlers.staff.unsent
