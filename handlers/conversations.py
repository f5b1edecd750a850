"""Every conversation: importing this module registers each function that answers."""

import handlers.customer.browse
import handlers.customer.cart
import handlers.customer.help
import handlers.customer.home
import handlers.customer.privacy
import handlers.customer.product
import handlers.customer.searching
import handlers.customer.settings  # noqa: F401
