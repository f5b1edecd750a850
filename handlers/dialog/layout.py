"""Ways on that many screens offer, and names made short enough for a button."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from handlers.dialog.actions import Action
from handlers.dialog.actions.customer import AskSearch, ShowCart, ShowHome, ShowPackage
from handlers.dialog.pictures import Banner, Icon, PackageKey
from handlers.dialog.rendering import bare
from handlers.dialog.speech import AnyChoice, Card, Choice, Name, Phrase, Row, say
from locales.languages import LANGUAGES
from models.people.people import Language
from models.products.tables import Package

LABEL = 40
HOME = Choice(say("button-home"), ShowHome())
SEARCH = Choice(say("button-search"), AskSearch())
CART = Choice(say("button-cart"), ShowCart())


def cart_choice(pieces: int) -> Choice:
    """The way to the cart, with how many pieces are in it."""
    label = say("button-cart-count", count=pieces) if pieces else say("button-cart")
    return Choice(label, ShowCart())


def package_rows() -> tuple[Row, ...]:
    """The five packages, three and two in a row."""
    choices = [Choice(say(f"package-{key}"), ShowPackage(key.value)) for key in Package]
    return in_rows(choices, 3)


def page_row(
    page: int, *, more: bool, before: Action | None = None, after: Action | None = None
) -> tuple[Row, ...]:
    """Previous and next page, where there is one; no row where there is neither."""
    row: list[AnyChoice] = []
    if page > 0 and before is not None:
        row.append(Choice(say("button-previous"), before))
    if more and after is not None:
        row.append(Choice(say("button-next"), after))
    return (tuple(row),) if row else ()


def in_rows(choices: Sequence[AnyChoice], a_row: int) -> tuple[Row, ...]:
    """The choices, so many in a row."""
    return tuple(tuple(choices[at : at + a_row]) for at in range(0, len(choices), a_row))


def banner(
    language: Language,
    title: Phrase,
    subtitle: Phrase | None = None,
    *,
    icon: Icon = "shop",
    package: PackageKey | None = None,
) -> Banner:
    """The header picture of a screen, its words in that language."""
    return Banner(
        title=bare(title, language),
        subtitle="" if subtitle is None else bare(subtitle, language),
        package=package,
        icon=icon,
        rtl=LANGUAGES[language].rtl,
    )


def screen(text: Phrase, picture: Banner, rows: Iterable[Row]) -> Card:
    """A screen: a banner, its text and its choices."""
    return Card(text=text, picture=picture, choices=tuple(rows))


_BETWEEN = " ،,:·"
"""What parts words."""


def cut(text: str, most: int = LABEL) -> str:
    """The text on one line, at most so many characters, the last one … where it was longer.

    No comma or the like is left before that.
    """
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip(_BETWEEN) + "…"


def cut_between_words(text: str, most: int = LABEL) -> str:
    """As `cut`, but a word that would be cut is left out, unless it is the only one."""
    line, kept = " ".join(text.split()), cut(text, most)
    if kept == line or line[len(kept) - 1] in _BETWEEN or " " not in kept:
        return kept
    return kept.rpartition(" ")[0] + "…"


@lru_cache(maxsize=4096)
def short(ar: str, en: str, most: int = LABEL) -> Name:
    """A name cut for a button or a list, in both languages."""
    return Name(cut(ar, most), cut(en, most))
