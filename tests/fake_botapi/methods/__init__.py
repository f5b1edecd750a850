"""The methods that the fake plays; each module teaches some."""

from . import about_bot, answering, deleting, editing, media, receiving, sending
from .registry import TAUGHT, Arguments

__all__ = [
    "TAUGHT",
    "Arguments",
    "about_bot",
    "answering",
    "deleting",
    "editing",
    "media",
    "receiving",
    "sending",
]
