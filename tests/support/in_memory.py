"""What tests write is kept in memory where the machine has room, as nobody reads it afterwards.

A fresh database of PostgreSQL is some three hundred files: on a disk to make and remove them costs
ten times as much.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import psutil

MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3
"""Several times what three workers write: a container often gives less, and a disk will do then."""


def write_into_memory() -> None:
    """Have every temporary file of this process and of those that it starts in memory.

    A TMPDIR that somebody has set stays, and so does the disk where memory is short.
    """
    if "TMPDIR" not in os.environ and has_room(MEMORY):
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # it is asked for anew


def has_room(folder: Path) -> bool:
    """Whether it is there, may be written to, and has room both in itself and in the machine."""
    return (
        os.access(folder, os.W_OK | os.X_OK)
        and shutil.disk_usage(folder).free > ROOM
        and psutil.virtual_memory().available > 2 * ROOM
    )


def is_in_memory(folder: Path) -> bool:
    """Whether what is written there is kept in memory."""
    return MEMORY in folder.parents
