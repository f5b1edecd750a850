"""Reads which emirate a place is in, from its cities and from what the emirates are called."""

from __future__ import annotations

from typing import NamedTuple

from handlers.dialog.parsing import read_words
from models.kernel.folding import SAY_NOTHING, fold, normalise

MOST_LETTERS = 100
EMIRATE_NAMES = {
    "sharjah": "الشارقة / الشارجة / Sharjah / Sharja / Sharjha / SHJ",
    "dubai": "دبي / Dubai / DXB",
    "abu-dhabi": "أبوظبي / أبو ظبي / بوظبي / بو ظبي / Abu Dhabi / Abudhabi / AUH",
    "ajman": "عجمان / عيمان / Ajman / AJM",
    "umm-al-quwain": "أم القيوين / ام القوين / Umm Al Quwain / UAQ",
    "ras-al-khaimah": "رأس الخيمة / راك / Ras Al Khaimah / Ras Al Khaima / RAK",
    "fujairah": "الفجيرة / Fujairah / Fujaira / FUJ",
}
TOWNS = {
    "sharjah": "خورفكان / خور فكان / Khor Fakkan / Khorfakkan / كلباء / Kalba / الذيد / Dhaid / "
    "Al Dhaid / دبا الحصن / Dibba Al Hisn / المدام / مليحة / البطائح / الحمرية / النهدة الشارقة",
    "dubai": "حتا / Hatta / ديرة / Deira / بر دبي / Bur Dubai / جبل علي / Jebel Ali / القصيص",
    "abu-dhabi": "العين / Al Ain / Alain / مدينة زايد / الظفرة / الرويس / Ruwais / المرفأ / "
    "السلع / ليوا / Liwa / مصفح / Mussafah / الشهامة / بني ياس",
    "umm-al-quwain": "فلج المعلا / Falaj Al Mualla",
    "ras-al-khaimah": "الرمس / شعم / الجزيرة الحمراء",
    "fujairah": "دبا الفجيرة / مسافي / Masafi / البدية / قدفع / مربح",
}
_SAY_NOTHING = SAY_NOTHING | {fold(word) for word in ("إمارة", "مدينة", "emirate", "city", "ب")}


class NamedPlace(NamedTuple):
    """The emirate that was named, the area where more was as it was typed, and the one town."""

    emirate: str
    area: str
    town: str = ""


def spellings(table: dict[str, str]) -> dict[str, str]:
    """Each name of the table, in the one spelling of its words, with its emirate."""
    return {
        normalise(name): emirate for emirate, names in table.items() for name in names.split(" / ")
    }


_EMIRATES, _TOWNS = spellings(EMIRATE_NAMES), spellings(TOWNS)
_WRITTEN = {normalise(name): name for names in TOWNS.values() for name in names.split(" / ")}


def place_named(text: str) -> NamedPlace | None:
    """The one emirate that a text names, by itself or by a city; None for none, and for several."""
    typed = normalise(text) if len(text) <= MOST_LETTERS else ""
    towns = [name for name in _TOWNS if holds(typed, name)]
    names = [name for name in _EMIRATES if holds(typed, name)]
    found = {_TOWNS[name] for name in towns} | {_EMIRATES[name] for name in names}
    if len(found) != 1:
        return None
    further = without(typed, names)
    area = read_words(text) if towns or further else ""
    return NamedPlace(found.pop(), area, _WRITTEN[towns[0]] if len(towns) == 1 else "")


def holds(typed: str, name: str) -> bool:
    """Whether the words of a name stand in the text, side by side."""
    return bool(name) and f" {name} " in f" {typed} "


def without(typed: str, names: list[str]) -> list[str]:
    """The words of a text that are none of the names and say something."""
    rest = f" {typed} "
    for name in sorted(names, key=len, reverse=True):
        rest = rest.replace(f" {name} ", "  ")
    return [word for word in rest.split() if word not in _SAY_NOTHING]
