"""What migration 0026 put into the search beside what staff wrote."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from models.migrations.frozen.folding import words_of
from models.migrations.frozen.goods_0026 import GOODS, KINDS
from models.migrations.frozen.plurals_0026 import FORMS

PACKAGES = {
    "atayeb": "أطايب مأكولات حلويات Atayeb delicacies food sweets",
    "teeb": "طيب عطور بخور Teeb fragrance perfume incense",
    "anaqa": "أناقة أزياء ملابس ثياب ثوب مستلزمات البيت Anaqa elegance clothes home",
    "mahra": "مهرة تراث أكلات شعبية Mahra heritage folk dishes",
    "ebdaa": "إبداع أعمال يدوية Ebdaa creativity handmade crafts",
}
MEN = "رجالي رجالية رجال ريال رياييل شباب شبابي men mens man male guys him"
AUDIENCES = {
    "woman": (
        "نسائي نسائية نساء نسا نسوان حريم حريمي حرمة للحريم ستاتي بناتي بنات بنت سيدات"
        " women woman womens ladies lady female girls girl her"
    ),
    "man": MEN,
    "child": (
        "اطفال طفل طفلة يهال ياهل جهال عيال اولاد ولاد ولادي ولد صغار بيبي صبيان"
        " kids kid kid's children childrens child baby boys boy girls girl toddler"
    ),
    "everyone": f"الكل الجميع للكل everyone all unisex {MEN}",
    "family": f"عائلة عائلي عائلية اسرة اهل بيت family families {MEN}",
}
# What a word ends in, what may stand instead, and how many letters must be left before it.
ENDINGS = (
    *(("ات", "ه", 2), ("ات", "", 4), ("ه", "ات", 2), ("ون", "", 4)),
    *(("ين", "", 4), ("ون", "ين", 3), ("ين", "ون", 3), ("s", "", 3)),
)
LONGEST = 40


def also_called(names: str, package: str) -> str:
    """Other names of what is called so in that package."""
    return " ".join(words_added(GOODS, names, package))


def kinds_of(names: str, package: str) -> str:
    """The wider words for what is called so in that package."""
    return " ".join(words_added(KINDS, names, package))


def words_added(table: str, names: str, package: str) -> Iterator[str]:
    """The words of each entry of the table that the names call for."""
    there: set[str] = set()
    for word, _ in words_of(names):
        there |= {word, *other_forms(word), *plurals().get(word, ())}
    for needed, within, words in entries(table):
        if needed <= there and within in ("", package):
            yield words


@cache
def entries(table: str) -> tuple[tuple[frozenset[str], str, str], ...]:
    """The words that each entry needs, its package or none, and what it adds."""
    found = []
    for entry in " ".join(table.split()).split(";"):
        heads, words = entry.split("|")
        for head in heads.split():
            package, _, needed = head.rpartition(":")
            folded = frozenset(word for word, _ in words_of(needed.replace("+", " ")))
            found.append((folded, package, words.strip()))
    return tuple(found)


def other_forms(word: str) -> set[str]:
    """Regular plurals and their singulars, with لقيمات for القيمات."""
    forms = [word, word[1:]] if word.startswith("ل") and len(word) > 4 else [word]
    return set(forms) | {
        (each.removesuffix(ending) + instead)[:LONGEST]
        for each in forms
        for ending, instead, least in ENDINGS
        if each.endswith(ending) and len(each) - len(ending) >= least
    }


@cache
def plurals() -> dict[str, set[str]]:
    """Each form of a word of the table, folded, with all of its forms."""
    met: dict[str, set[str]] = {}
    for line in FORMS.split(";"):
        forms = {word for word, _ in words_of(line)}
        for form in forms:
            met[form] = met.get(form, set()) | forms
    return met
