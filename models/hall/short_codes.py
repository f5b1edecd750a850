"""The short code of an option: what is printed under its QR code, to be typed where none is read.

It is a number beyond those that places in a list have, of four digits or a few more.
"""

from __future__ import annotations

import re

FIRST = 1000
CODE = re.compile(r"[1-9][0-9]{3,8}")


def code_of(option_id: int) -> str:
    """The code of the option."""
    return str(FIRST + option_id)


def option_of(code: str) -> int | None:
    """The option that the code stands for, whether there is one or not; None for what is no code.

    Its digits are Western ones.
    """
    if not CODE.fullmatch(code) or int(code) <= FIRST:
        return None
    return int(code) - FIRST
