"""Labels are chosen and printed by tapping, as many as there are pieces, at today's price."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from handlers.dialog.actions.catalogue import ManageProduct
from handlers.dialog.actions.labels import PickLabels, PrintLabels, ShowLabel
from handlers.dialog.actions.selling import SellOption
from handlers.dialog.links import encode_link
from handlers.dialog.pictures import LabelArt
from handlers.dialog.speech import LabelsFile
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.people.access import Role
from models.products.tables import Option
from tests.handlers import shelf
from tests.handlers.people import staff
from tests.handlers.talk import Talk
from tests.support.shelves import a_family, an_option
from tests.support.words import label, word


@pytest.fixture
async def option(turns: Turns) -> int:
    """A thing with three pieces on the shelf."""
    async with turns.database.write() as session:
        family = await a_family(session)
        return await an_option(session, stock=3, family_id=family)


@pytest.fixture
async def clerk(turns: Turns) -> Talk:
    """Somebody who keeps the catalogue, at the desk."""
    talk = await staff(turns, Role.catalogue)
    await talk.says("/desk")
    await talk.presses(label("button-labels"))
    return talk


def files_of(talk: Talk) -> list[LabelsFile]:
    """The files of labels in the last answer."""
    return [card.file for card in talk.cards if isinstance(card.file, LabelsFile)]


def file_of(talk: Talk) -> LabelsFile:
    """The file that was sent last."""
    (file,) = files_of(talk)
    return file


async def reprice(turns: Turns, option: int, price: Money) -> None:
    """The option costs something else."""
    async with turns.database.write() as session:
        await session.execute(update(Option).where(Option.id == option).values(price=price))


async def test_a_familys_goods_are_labelled_in_four_taps(clerk: Talk, option: int) -> None:
    await clerk.presses(label("labels-by-family"))
    await clerk.presses("دار القهوة (3)")
    assert "3 ملصقات على ورقة واحدة (3×8)" in clerk.text
    await clerk.presses(label("labels-print"))
    file = file_of(clerk)
    (run,) = file.runs
    assert (run.copies, file.sheet, file.first) == (3, "3x8", 0)
    assert run.label == LabelArt(
        name="لقيمات",
        name_en="Luqaimat",
        brand="دار القهوة",
        option="",
        price="35 د.إ",
        code=str(1000 + option),
        payload=encode_link(SellOption(option)),
    )
    assert "3 ملصقات جاهزة للطباعة" in clerk.text


async def test_a_partly_used_sheet_is_gone_on_with(clerk: Talk, option: int) -> None:
    await clerk.presses_old(PickLabels("o", str(option), "4x10"))
    await clerk.presses(label("labels-part-sheet"))
    await clerk.says("٤٠")
    assert not files_of(clerk)
    await clerk.says("٣٨")
    assert (file_of(clerk).sheet, file_of(clerk).first) == ("4x10", 38)


async def test_a_changed_price_is_told_and_printed_with_two_taps(
    turns: Turns, clerk: Talk, option: int
) -> None:
    await clerk.presses_old(PrintLabels("o", str(option), "3x8"))
    await reprice(turns, option, Money.dirhams(40))
    await clerk.says("/desk")
    await clerk.presses(label("button-labels"))
    assert "منتج واحد على الرف، وملصقه يحمل السعر القديم" in clerk.text
    await clerk.presses("ملصقات قديمة السعر (1)")
    assert "40 د.إ × 3 (على الملصق 35 د.إ)" in clerk.text
    await clerk.presses(label("labels-print"))
    assert file_of(clerk).runs[0].label.price == "40 د.إ"
    await clerk.says("/desk")
    await clerk.presses(label("button-labels"))
    assert clerk.text == word("labels-choose")


async def test_one_label_is_shown_as_a_picture(clerk: Talk, option: int) -> None:
    await clerk.presses_old(PickLabels("o", str(option)))
    await clerk.presses(label("labels-picture"))
    assert isinstance(clerk.cards[0].picture, LabelArt)
    await clerk.presses_old(ShowLabel(999_999))
    assert word("refused-not-found") in clerk.text


@pytest.mark.usefixtures("option")
async def test_more_than_forty_sheets_are_not_one_file(turns: Turns, clerk: Talk) -> None:
    async with turns.database.write() as session:
        await an_option(session, stock=958)
    await clerk.presses("أطايب")
    assert "عدد الملصقات 961" in clerk.text
    assert label("labels-print") not in " ".join(clerk.labels)
    await clerk.presses_old(PrintLabels("p", "atayeb", "3x8"))
    assert not files_of(clerk)


@pytest.mark.usefixtures("option")
@pytest.mark.parametrize(("kind", "key"), [("?", "1"), ("f", "x"), ("n", ""), ("p", "1")])
async def test_a_forged_button_prints_nothing(clerk: Talk, kind: str, key: str) -> None:
    await clerk.presses_old(PrintLabels(kind, key, "9x9"))
    assert not files_of(clerk)


async def test_a_product_leads_to_its_labels(turns: Turns, clerk: Talk) -> None:
    product = await shelf.add_product(turns, "دخون", on_hand=2)
    await clerk.presses_old(ManageProduct(product))
    await clerk.presses(label("button-labels"))
    assert "ملصقان على ورقة واحدة" in clerk.text
