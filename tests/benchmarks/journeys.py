"""What people tap: leafing through the shop, ordering, and the same number of taps on an echo.

A checkout of before packages had shelves is leafed through card by card, with as many taps.
"""

from __future__ import annotations

import re
from typing import Any

Journey = list[dict[str, Any]]

SHELF = {"press": r'^\["n",\d+,1\b|^\["k","\w+","",0\]'}
NEXT = {"press": r'^\["n",\d+,1\b|^\["k","\w+","",[1-9]'}
BEFORE = {"press": r'^\["n",\d+,-1\b|^\["k","\w+","",0\]'}
HOME = {"press": r'^\["h"'}
PACKAGE = {"press": r'^\["k","\w+"'}


def leafing(products: int) -> Journey:
    """Any product, its shelf, one page on, one back, home, a package, one on, home again."""
    return [card(products), SHELF, NEXT, BEFORE, HOME, PACKAGE, NEXT, HOME]


def card(products: int, each: int = 1) -> dict[str, Any]:
    """Any product's card, as a link opens it; of every second one there is no size to be chosen."""
    return {"data": '["p",{any},0,""]', "most": products, "each": each}


def pieces(wanted: int) -> dict[str, Any]:
    """So many pieces by the card's own button: of one that a card does not show nothing is done."""
    return {"press": rf'^\["q",\d+,{wanted}\b'}


def ordering(products: int) -> Journey:
    """Any product's card, into the cart, the cart, checkout, and the order placed."""
    return [
        card(products, each=2),
        pieces(1),
        {"press": r'^\["c"[,\]]'},
        {"press": r'^\["co"\]'},
        {"press": r'^\["po",'},
    ]


def opening() -> Journey:
    """One package after another."""
    return [{"data": f'["k","{package}","",0]'} for package in ("atayeb", "teeb", "anaqa", "mahra")]


def turning() -> Journey:
    """On through a package's pages and back, by their buttons; a link opens the first of them."""
    opened, *turned = (f'["k","atayeb","",{page}]' for page in (1, 2, 1, 0, 1, 2, 1, 0))
    return [{"data": opened}, *({"press": f"^{re.escape(each)}$"} for each in turned)]


def searching() -> Journey:
    """A word for things there are, one for none, and one in another spelling."""
    return [{"says": "دخون"}, {"says": "قفطان"}, {"says": "لقيمات"}, {"says": "وساده"}]


def filling(products: int) -> Journey:
    """Any product into the cart from its card, one more of it, and out again."""
    return [card(products, each=2), *map(pieces, (1, 2, 1, 0))]


ECHOED: Journey = [{"press": "^n[+-]$"}]
