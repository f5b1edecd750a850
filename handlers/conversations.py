"""Every conversation: importing this module registers each function that answers."""

import handlers.customer.help
import handlers.customer.home
import handlers.customer.privacy  # noqa: F401
