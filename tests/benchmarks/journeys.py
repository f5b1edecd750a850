"""What people tap: leafing through the shop, ordering, and the same number of taps on an echo.

A checkout of before packages had shelves is leafed through card by card, with as many taps.
"""

from __future__ import annotations

from typing import Any

Journey = list[dict[str, Any]]

SHELF = {"press": r'^\["n",\d+,1\b|^\["k","\w+","",0\]'}
NEXT = {"press": r'^\["n",\d+,1\b|^\["k","\w+","",[1-9]'}
BEFORE = {"press": r'^\["n",\d+,-1\b|^\["k","\w+","",0\]'}
HOME = {"press": r'^\["h"'}
PACKAGE = {"press": r'^\["k","\w+"'}


def leafing(products: int) -> Journey:
    """Any product, its shelf, one page on, one back, home, a package, one on, home again."""
    product = {"data": '["p",{any},0,""]', "most": products}
    return [product, SHELF, NEXT, BEFORE, HOME, PACKAGE, NEXT, HOME]


def ordering(options: int) -> Journey:
    """Any option into the cart, the cart, checkout, and the order placed."""
    return [
        {"data": '["q",{any},1,true,""]', "most": options},
        {"press": r'^\["c"[,\]]'},
        {"press": r'^\["co"\]'},
        {"press": r'^\["po",'},
    ]


def opening() -> Journey:
    """One package after another."""
    return [{"data": f'["k","{package}","",0]'} for package in ("atayeb", "teeb", "anaqa", "mahra")]


def turning() -> Journey:
    """On through a package's pages, and back."""
    return [{"data": f'["k","atayeb","",{page}]'} for page in (1, 2, 1, 0)]


def searching() -> Journey:
    """A word for things there are, one for none, and one in another spelling."""
    return [{"says": "دخون"}, {"says": "قفطان"}, {"says": "لقيمات"}, {"says": "وساده"}]


def filling(options: int) -> Journey:
    """Any option into the cart from its card, another number of it, and out again."""
    return [{"data": f'["q",{{any}},{pieces},true,""]', "most": options} for pieces in (1, 3, 2, 0)]


ECHOED: Journey = [{"press": "^n[+-]$"}]
