"""Words as shoppers of the Gulf type them: how many have their product among the first three.

The three blind lists were written from the names of the sample alone; when they were first
searched for, 126 of 127, 68 of 69 and 43 of 44 had their product there.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from models.kernel.database import Database
from models.products.search.queries import find_products

WORDS = Path(__file__).parent / "words"
SEEN = 3
AIM = 0.96
NOTHING = "-"
# The products of the sample, as the tables name them.
KEYS = {
    "Luqaimat": "luqaimat",
    "Khanfaroush": "khanfaroush",
    "Date maamoul": "maamoul",
    "Batheeth": "batheeth",
    "Emirati bzar spice mix": "bzar",
    "Lemon pickle": "pickle",
    "Date syrup": "dibs",
    "Honey cake": "honeycake",
    "Arabic coffee with cardamom and saffron": "coffee",
    "Oud dukhoon": "oud_dukhoon",
    "Bakhoor maamoul": "bakhoor",
    "Makhmariya": "makhmariya",
    "Oud oil, quarter tola": "oud_oil",
    "Blended perfume": "perfume",
    "Linen mist": "linen_mist",
    "Perfumed cream": "cream",
    "Talli braid, per metre": "talli",
    "Sadu cushion": "cushion",
    "Handmade clay incense burner": "burner",
    "Burqa": "burqa",
    "Palm-leaf basket": "basket",
    "Harees, family dish": "harees",
    "Balaleet": "balaleet",
    "Arseeya": "arseeya",
    "Jalabiya": "jalabiya",
    "Emirati mukhawwar": "mukhawwar",
    "Embroidered shaila": "shaila",
    "Child's kandura": "kandura",
    "Bed-linen set": "bedset",
    "Tablecloth": "tablecloth",
    "Bead bracelet": "bracelet",
    "Calligraphy panel": "calligraphy",
    "Sculpted candle": "candle",
    "Printed gift box": "giftbox",
    "Crochet doll": "doll",
    "Laser-engraved key ring": "keyring",
    "Digital-embroidery badge": "badge",
    "Handmade notebook": "notebook",
}


class Asked(NamedTuple):
    """What is typed, of what class it is, and the products of which one is meant."""

    words: str
    kind: str
    wanted: set[str]


def asked_in(name: str) -> list[Asked]:
    """The table of that name, without its heading."""
    lines = (WORDS / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return [Asked(words, kind, set(wanted.split(","))) for words, kind, wanted in rows]


def is_found(asked: Asked, found: list[str]) -> bool:
    """Whether the product is there, or rightly none."""
    return not found if asked.wanted == {NOTHING} else not asked.wanted.isdisjoint(found)


@pytest.mark.parametrize("name", [path.stem for path in sorted(WORDS.glob("*.tsv"))])
async def test_what_is_typed_finds_its_product_among_the_first_three(
    sampled: Database, name: str
) -> None:
    table = asked_in(name)
    missed = []
    async with sampled.read() as session:
        for asked in table:
            found = await find_products(session, asked.words, 0, SEEN)
            got = [KEYS[brief.name_en] for brief in found.page.items]
            if not is_found(asked, got):
                missed.append((asked.words, asked.kind, got))
    rate = 1 - len(missed) / len(table)
    told = f"{name}: {rate:.1%} of {len(table)} words; not {missed}"
    print(told)  # noqa: T201
    assert rate >= AIM, told
