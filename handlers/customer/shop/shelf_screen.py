"""The shelf of a package or a family, and for whom a package has something."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.dialog.actions.customer import ChooseAudience, ShowBrand, ShowPackage
from handlers.dialog.layout import (
    CART,
    HOME,
    SEARCH,
    banner,
    package_rows,
    page_row,
    screen,
    short,
)
from handlers.dialog.pictures import PackageKey
from handlers.dialog.speech import AnyChoice, Card, Choice, Lines, Phrase, Row, say
from handlers.ui.shelf import BRAND, ShelfPlace, item_rows, range_line, shelf_picture
from models.people.people import Language
from models.products.shelves import BrandShelf, PackageShelf

TITLE = 80


def package_screen(
    package: PackageKey, audience: str, shelf: PackageShelf, language: Language
) -> Card:
    """A page of a package's shelf, narrowed to an audience where one is named."""
    page = shelf.page
    if not page.items:
        return empty_package_screen(package, audience, language)
    rows = [
        *item_rows(page.items, ShelfPlace(audience, "", page.page)),
        *turning_row(package, audience, shelf),
        (CART, HOME),
    ]
    title = say("shelf-title", title=say(f"package-{package}"))
    if audience:
        narrowed = say(f"audience-{audience}")
        title = say("shelf-title-for", title=say(f"package-{package}"), audience=narrowed)
    picture = shelf_picture(page.items, language)
    return Card(text=beneath(title, range_line(page)), picture=picture, choices=tuple(rows))


def brand_screen(family_id: int, shelf: BrandShelf, language: Language) -> Card:
    """A page of what a family offers; that it is nothing now, with ways to look elsewhere."""
    page, brand = shelf.page, short(shelf.brand_ar, shelf.brand_en, TITLE)
    if not page.items:
        text = say("shelf-brand-empty", brand=brand)
        return screen(text, banner(language, say("shop-name")), [*package_rows(), (SEARCH, HOME)])
    before, after = (ShowBrand(family_id, page.page + step) for step in (-1, 1))
    rows = [
        *item_rows(page.items, ShelfPlace(BRAND, "", page.page)),
        *page_row(page.page, more=page.more, before=before, after=after),
        (CART, HOME),
    ]
    text = beneath(say("shelf-title", title=brand), range_line(page))
    return Card(text=text, picture=shelf_picture(page.items, language), choices=tuple(rows))


def beneath(title: Phrase, line: Phrase) -> Phrase:
    """A title, and a line beneath it."""
    return say("paragraph", text=Lines((title, line)))


def turning_row(package: PackageKey, audience: str, shelf: PackageShelf) -> tuple[Row, ...]:
    """The page before and the page after, and between them for whom the shelf is narrowed."""
    page = shelf.page
    row: list[AnyChoice] = []
    if page.page:
        before = ShowPackage(package, audience, page.page - 1)
        row.append(Choice(say("button-previous"), before))
    if shelf.mixed:
        label = say("shelf-for-whom")
        if audience:
            label = say("shelf-for", audience=say(f"audience-{audience}"))
        row.append(Choice(label, ChooseAudience(package, audience, page.page)))
    if page.more:
        row.append(Choice(say("button-next"), ShowPackage(package, audience, page.page + 1)))
    return (tuple(row),) if row else ()


def audiences_screen(
    asked: ChooseAudience, package: PackageKey, counts: Mapping[str, int], language: Language
) -> Card:
    """For whom the package has something, with how many things; the shelf's own is marked."""
    name = say(f"package-{package}")
    everything = say("package-all")
    rows: list[Row] = [
        (audience_choice(package, "", everything, sum(counts.values()), asked.audience),)
    ]
    for audience, count in counts.items():
        label = say(f"audience-{audience}")
        rows.append((audience_choice(package, audience, label, count, asked.audience),))
    back = ShowPackage(package, asked.audience, asked.shelf_page)
    rows.append((Choice(say("shelf-back", name=name), back), HOME))
    picture = banner(
        language, name, say(f"package-{package}-about"), icon="package", package=package
    )
    return screen(say("shelf-ask-for-whom", package=name), picture, rows)


def audience_choice(
    package: PackageKey, audience: str, label: Phrase, count: int, chosen: str
) -> AnyChoice:
    """The button that narrows the package to an audience, marked where it is so already."""
    counted = say("shelf-audience", label=label, count=count)
    shown = say("choice-chosen", label=counted) if audience == chosen else counted
    return Choice(shown, ShowPackage(package, audience))


def empty_package_screen(package: PackageKey, audience: str, language: Language) -> Card:
    """Nothing is offered in the package (to that audience) now; ways to look elsewhere."""
    name = say(f"package-{package}")
    picture = banner(
        language, name, say(f"package-{package}-about"), icon="package", package=package
    )
    if not audience:
        return screen(
            say("package-empty", package=name), picture, [*package_rows(), (SEARCH, HOME)]
        )
    text = say("package-empty-for", package=name, audience=say(f"audience-{audience}"))
    see = Choice(say("package-see", package=name), ShowPackage(package))
    return screen(text, picture, [(see,), (SEARCH, HOME)])
