"""The tables of messaging, beside those of the shop."""

from models.messaging import accounts, aside, conversations, heard, outbox, pages, uploads
from models.tables import METADATA

MESSAGING = (accounts, aside, conversations, heard, outbox, pages, uploads)
__all__ = ["MESSAGING", "METADATA"]
