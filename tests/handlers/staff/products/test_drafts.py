"""A half-filled form is put aside, gone on with, dropped when published; none is in the way."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.bazaars import AddBazaar
from handlers.dialog.actions.catalogue import ChangeProduct, FindInCatalogue
from handlers.dialog.actions.drafts import DropDraft, ListDrafts, OpenDraft, SaveDraft
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.dialog.turns import Turns
from models.messaging.form_drafts import FormDraft
from models.messaging.photo_cleanup import UNUSED_FOR, unused_photos
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.people import staff
from tests.handlers.staff.drafts import (
    asked_for_kind,
    asked_for_price,
    at_preview,
    kept_drafts,
    options,
    products,
    skip_the_rest,
)
from tests.handlers.talk import Talk
from tests.support.words import label, word


async def a_draft(turns: Turns) -> Talk:
    """A clerk who has put a product aside at its price."""
    talk = await asked_for_price(turns)
    await talk.presses(label("button-save-draft"))
    assert "حُفظت مسودة: معمول بالتمر" in talk.text
    return talk


async def test_every_question_names_what_it_is_about(turns: Turns) -> None:
    talk = await asked_for_price(turns)
    for typed in ("45", "12"):
        assert talk.text.startswith("معمول بالتمر\n")
        await talk.says(typed)
    await talk.presses(word("audience-everyone"))
    assert talk.text.startswith("معمول بالتمر\n")


async def test_a_draft_goes_on_where_it_was_left_beside_a_new_one(turns: Turns) -> None:
    talk = await a_draft(turns)
    await talk.says("/addproduct")
    assert word("adding-ask-package") in talk.text
    await talk.presses(word("package-teeb"))
    await talk.says("بخور")
    await talk.says("/desk")
    assert "مسودة واحدة لم تكتمل." in talk.text
    await talk.presses(label("button-drafts"))
    await talk.presses("معمول بالتمر")
    assert "حُفظت مسودة: بخور" in talk.text
    assert word("adding-ask-price") in talk.text
    await talk.presses(word("button-back"))
    await talk.presses(word("adding-kind-one"))
    await talk.says("45", "12")
    await talk.presses(word("audience-everyone"))
    await skip_the_rest(talk)
    await talk.presses(label("button-publish"))
    assert [product.name_ar for product in await products(turns)] == ["معمول بالتمر"]
    (left,) = await kept_drafts(turns)
    assert "بخور" in left.state


async def test_a_draft_is_dropped_when_that_is_meant(turns: Turns) -> None:
    talk = await a_draft(turns)
    await talk.presses(label("button-drafts"))
    await talk.presses(label("draft-drop"))
    assert "هل تُحذف هذه المسودة؟\nمعمول بالتمر" in talk.text
    assert len(await kept_drafts(turns)) == 1
    await talk.presses(word("button-drop-draft"))
    assert "لا مسودات الآن." in talk.text
    assert await kept_drafts(turns) == []
    for action in (OpenDraft(1), DropDraft(1)):
        await talk.presses_old(action)
        assert word("refused-not-found") in talk.text


async def test_leaving_offers_to_keep_it(turns: Turns) -> None:
    talk = await asked_for_kind(turns)
    await talk.says("/cancel")
    await talk.presses(label("button-save-draft"))
    await talk.presses(label("button-drafts"))
    await talk.presses("معمول بالتمر")
    assert word("adding-ask-kind") in talk.text
    await talk.presses(word("adding-kind-one"))
    await talk.presses(label("button-save-draft"))
    assert len(await kept_drafts(turns)) == 1, "it is the same draft"
    await talk.presses_old(SaveDraft(0))
    assert len(await kept_drafts(turns)) == 1


@pytest.mark.parametrize("other", [FindInCatalogue(), AddBazaar(), ChangeProduct(1, "name")])
async def test_no_other_work_is_refused_meanwhile(turns: Turns, other: object) -> None:
    await shelf.add_product(turns, "عطر")
    talk = await asked_for_price(turns)
    await staff(turns, Role.manager, external_id=talk.external_id)
    await talk.presses_old(other)  # type: ignore[arg-type]
    assert "حُفظت مسودة: معمول بالتمر" in talk.text
    assert word("adding-ask-price") not in talk.text
    await talk.says("/cancel")
    await talk.presses_old(OpenDraft((await kept_drafts(turns))[0].id))
    assert word("adding-ask-price") in talk.text


async def test_a_bazaar_is_put_aside_too(turns: Turns) -> None:
    talk = await staff(turns, Role.manager)
    await talk.presses_old(AddBazaar())
    await talk.says("بازار الشتاء")
    await talk.says("Winter bazaar")
    await talk.says("/addproduct")  # there is no family yet: that is said, and nothing is left
    await talk.presses_old(FindInCatalogue())
    assert "حُفظت مسودة: بازار الشتاء" in talk.text
    clerk = await staff(turns, Role.catalogue)
    await clerk.presses_old(ListDrafts())
    assert "لا مسودات الآن." in clerk.text
    await clerk.presses_old(OpenDraft((await kept_drafts(turns))[0].id))
    assert word("refused-not-allowed") in clerk.text


async def both_at_one_draft(turns: Turns) -> tuple[Talk, Talk]:
    """Two clerks who go on with one draft, each at its preview."""
    talk = await at_preview(turns)
    await talk.presses(label("button-save-draft"))
    other = await staff(turns, Role.catalogue, external_id="other")
    (draft,) = await kept_drafts(turns)
    for who in (talk, other):
        await who.presses_old(OpenDraft(draft.id))
        assert word("adding-preview") in who.text
    return talk, other


async def test_of_two_who_go_on_with_one_draft_the_second_is_told(turns: Turns) -> None:
    talk, other = await both_at_one_draft(turns)
    await talk.presses(label("button-publish"))
    await other.presses(label("button-publish"))
    assert word("draft-gone") in other.text
    assert len(await products(turns)) == 1
    await other.presses(label("button-publish"))
    assert "لهذه الأسرة منتج بهذا الاسم" in other.text


async def test_without_the_draft_held_it_is_not_noticed(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hold_nothing(_turn: Turn, _state: StateBase) -> bool:
        return True

    talk, other = await both_at_one_draft(turns)
    monkeypatch.setattr("handlers.dialog.forms.hold_own", hold_nothing)
    await talk.presses(label("button-publish"))
    await other.presses(label("button-publish"))
    assert word("draft-gone") not in other.text


async def test_two_who_save_one_draft_lose_no_answers(turns: Turns) -> None:
    talk, other = await both_at_one_draft(turns)
    for who in (talk, other):
        await who.presses(label("button-save-draft"))
    assert len(await kept_drafts(turns)) == 2


async def test_the_photos_of_a_draft_are_in_use(turns: Turns) -> None:
    kept = await shelf.keep_a_photo(turns)
    talk = await asked_for_price(turns)
    await talk.says("45", "12")
    await talk.presses(word("audience-everyone"))
    await talk.presses(word("button-skip"))
    await talk.presses(word("button-skip"))
    await talk.sends_photo(kept)
    await talk.presses(label("button-save-draft"))
    later = turns.clock() + UNUSED_FOR * 2
    assert await unused_photos(turns.database.read, later) == []
    async with turns.database.write() as session:
        await session.delete(await session.get_one(FormDraft, 1))
    assert await unused_photos(turns.database.read, later) == [kept]


async def test_a_draft_of_another_day_cannot_be_opened(turns: Turns) -> None:
    talk = await a_draft(turns)
    async with turns.database.write() as session:
        draft = await session.get_one(FormDraft, 1)
        draft.state = draft.state.replace("add-product.1", "add-product.0")
    await talk.presses(label("button-drafts"))
    assert word("draft-unreadable") in talk.labels[0]
    await talk.presses_old(OpenDraft(1))
    assert word("refused-not-found") in talk.text
    assert await options(turns) == []
