"""The families as staff see them: the brands, adding one, and inviting whoever answers for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.audit import FamilyHistory
from handlers.dialog.actions.brands import (
    AddFamily,
    InviteFamily,
    ListFamilies,
    ListFamilyInvitations,
    ListMembers,
    ManageFamily,
    RenameFamily,
)
from handlers.dialog.actions.catalogue import AddProduct
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import Flow, both
from handlers.dialog.layout import short
from handlers.dialog.questions import fold_label, text
from handlers.dialog.router import command, step, view
from handlers.dialog.speech import Card, Choice, Phrase, Reply, Row, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK, back_to_desk
from handlers.staff.desk.listening import ListeningBase, list_that_listens, listen
from handlers.staff.desk.people_screen import open_row
from handlers.ui.board import board, leafing_rows
from models.families.families import add_family, is_taken
from models.people.access import Permission
from models.people.open_invitations import count_open
from models.products.brands import MOST_BRANDS, FamilyView, families, family

PER_PAGE = 8
MOST_BRAND = 60
MOST_FOUND = 30
TO_FAMILIES = Choice(say("button-families"), ListFamilies())

command("families", lambda _rest: ListFamilies())


class InFamilies(ListeningBase, frozen=True, kw_only=True, tag="in-families.1"):
    """The brands are looked at."""


@step(ListFamilies, allow=Permission.families)
async def list_families(turn: Turn, asked: ListFamilies) -> Reply:
    """The brands, a button each; a part of a brand's name that follows finds it."""
    listen(turn, InFamilies)
    page = await families(turn.session, max(asked.page, 0), PER_PAGE)
    brands = [brand_row(item) for item in page.items]
    words = say("families", count=page.total or 0)
    if page.items and isinstance(turn.state, InFamilies):
        words = both(words, say("families-how"))
    add = Choice(say("button-add-family"), AddFamily())
    rows = (*brands, *leafing_rows(page, ListFamilies), (add,), (TO_DESK,))
    return reply(board(turn, "people", say("families-title"), words, *rows), in_place=True)


def brand_row(item: FamilyView) -> Row:
    """The way to a brand."""
    label = say("families-row", brand=short(item.brand_ar, item.brand_en))
    return (Choice(label, ManageFamily(item.id)),)


async def find_brand(turn: Turn, words: str) -> Reply:
    """The brand whose name holds those words; of several, the first ones to choose from."""
    wanted = fold_label(words)
    page = await families(turn.session, 0, MOST_BRANDS)
    names = ((item, fold_label(item.brand_ar), fold_label(item.brand_en)) for item in page.items)
    found = [item for item, *named in names if wanted and any(wanted in name for name in named)]
    if len(found) == 1:
        return reply(await family_card(turn, found[0].id))
    said = say("families-found" if found else "families-not-found", words=words)
    brands = [brand_row(item) for item in found[:MOST_FOUND]]
    return reply(
        board(turn, "people", say("families-title"), said, *brands, (TO_FAMILIES, TO_DESK))
    )


list_that_listens(InFamilies, say("families-ask-words"), find_brand, Permission.families)


@view(ManageFamily, allow=Permission.families)
async def manage_family(turn: Turn, asked: ManageFamily) -> Reply:
    """One brand with what can be done for it."""
    return reply(await family_card(turn, asked.family_id), in_place=not asked.anew)


async def family_card(turn: Turn, family_id: int, first: Phrase | None = None) -> Card:
    """The brand, its products and members counted, a word before it. Refuses: NotFound."""
    found = await family(turn.session, family_id)
    words = say(
        "families-card",
        brand_ar=found.brand_ar,
        brand_en=found.brand_en,
        products=found.products,
        members=found.members,
    )
    members = Choice(say("button-members", count=found.members), ListMembers(family_id))
    waiting = await count_open(turn.session, family_id, turn.now)
    rows = (
        (members,) if found.members else (),
        open_row(waiting, ListFamilyInvitations(family_id)),
        (Choice(say("button-invite-family"), InviteFamily(family_id)),),
        (Choice(say("button-add-product"), AddProduct(family_id)),),
        (
            Choice(say("button-rename-family"), RenameFamily(family_id)),
            Choice(say("button-history"), FamilyHistory(family_id)),
        ),
        (TO_FAMILIES, TO_DESK),
    )
    shown = words if first is None else both(first, words)
    return board(turn, "people", say("families-title"), shown, *rows)


async def back_to_family(turn: Turn, state: Any) -> Reply:
    """A form about a brand was left: its page, as it was."""
    return reply(await family_card(turn, state.family_id, say("form-left")))


class AddingFamily(StateBase, frozen=True, kw_only=True, tag="add-family.1"):
    """A brand that is being added."""

    brand_ar: str | None = None
    brand_en: str | None = None


async def add_brand(turn: Turn, state: AddingFamily) -> Reply:
    """Add the brand and show its card. Refuses: AlreadyThere."""
    names = require_answer(state.brand_ar), require_answer(state.brand_en)
    family_id = await add_family(turn.acting, *names)
    turn.leave()
    return reply(await family_card(turn, family_id, say("families-added")))


def not_taken(asked: Question[Any], own: Callable[[Any], int] = lambda _state: 0) -> Question[Any]:
    """The question for a brand's name; one of another brand than `own` is refused at once."""

    async def take(turn: Turn, state: Any, said: What | Pick) -> Any:
        taken = await asked.take(turn, state, said)
        name = getattr(taken, asked.at)
        if await is_taken(turn.session, name, but=own(state)):
            raise Unclear(say("families-name-taken", brand=name))
        return taken

    return replace(asked, take=take)


ADDING = Flow(
    AddingFamily,
    (
        not_taken(text("brand_ar", say("families-ask-ar"), most=MOST_BRAND)),
        not_taken(text("brand_en", say("families-ask-en"), most=MOST_BRAND)),
    ),
    add_brand,
    allow=Permission.families,
    left=back_to_desk,
)


@step(AddFamily, allow=Permission.families)
async def start_adding(turn: Turn, _asked: AddFamily) -> Reply:
    """Ask for the new brand's names."""
    return await ADDING.start(turn, AddingFamily())
