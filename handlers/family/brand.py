"""Which brand a family's screen is about: the only one, the one that is named, or a choice."""

from __future__ import annotations

from collections.abc import Callable

from handlers.dialog.actions import Action
from handlers.dialog.actions.family import ShowFamilyHome
from handlers.dialog.layout import HOME, short
from handlers.dialog.speech import Card, Choice, Name, Row, say
from handlers.dialog.turn import Turn
from handlers.ui.board import board, leafing_rows
from models.kernel.paging import page_of
from models.products.brands import FamilyView, family

PER_PAGE = 20


async def own_brand(turn: Turn, family_id: int) -> FamilyView | None:
    """The brand that is meant; None when 0 could mean several. Refuses: NotAllowed."""
    own = turn.standing.family_ids
    if family_id == 0 and len(own) > 1:
        return None
    chosen = family_id or own[0]
    turn.standing.require_family(chosen)
    return await family(turn.session, chosen)


async def which_brand(turn: Turn, to: Callable[[int, int], Action], page: int) -> Card:
    """A choice between the brands that the person answers for; each leads to its screen.

    `to` makes the action of a brand's screen, or (with 0) of a page of the choice.
    """
    at = max(page, 0)
    own = turn.standing.family_ids[at * PER_PAGE : (at + 1) * PER_PAGE + 1]
    shown = page_of(own, lambda family_id: family_id, at, PER_PAGE)
    rows: list[Row] = []
    for family_id in shown.items:
        found = await family(turn.session, family_id)
        label = say("family-brand", brand=short(found.brand_ar, found.brand_en))
        rows.append((Choice(label, to(family_id, 0)),))
    rows.extend(leafing_rows(shown, lambda leaf: to(0, leaf)))
    return board(turn, "family", say("family-title"), say("family-which"), *rows, (HOME,))


def brand_name(found: FamilyView) -> Name:
    """The brand's name in both languages."""
    return short(found.brand_ar, found.brand_en, 60)


def way_home(turn: Turn, family_id: int) -> Row:
    """Back to the brand's first screen, and to the other brands where there are any."""
    home = Choice(say("button-family-home"), ShowFamilyHome(family_id))
    return (home, *other_brands(turn))


def other_brands(turn: Turn) -> Row:
    """The way to the other brands."""
    if len(turn.standing.family_ids) < 2:
        return ()
    return (Choice(say("button-other-brand"), ShowFamilyHome()),)
