"""Files that their owner alone can read: a shop's data are no stranger's on the same machine."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

BESIDE = ("", "-wal", "-shm", "-journal")
"""What SQLite keeps beside a file, with the permissions that the file has (sqlite.org/wal.html)."""


def make_private(file: Path) -> None:
    """Have the file and what SQLite keeps beside it be its owner's alone; it is made when missing.

    A folder that is made for it is private too; one that is there stays as it is, and so does a
    file of somebody else's. What cannot be made is left to whoever opens it. Raises OSError where
    the folder cannot be made.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(OSError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    for each in (file.with_name(file.name + end) for end in BESIDE):
        with suppress(OSError):
            if each.is_file() and each.stat().st_mode & 0o077:
                each.chmod(0o600)
