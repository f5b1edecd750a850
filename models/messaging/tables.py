"""The tables of messaging, beside those of the shop."""

from models.messaging import accounts, conversations, heard, outbox, pages, uploads
from models.tables import METADATA

MESSAGING = (accounts, conversations, heard, outbox, pages, uploads)
__all__ = ["MESSAGING", "METADATA"]
