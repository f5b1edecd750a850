"""Adding a product, question by question, from the package to the shelf."""

from __future__ import annotations

from sqlalchemy import select

from handlers.dialog.actions.brands import ManageFamily
from handlers.dialog.actions.catalogue import AddProduct
from handlers.dialog.actions.customer import ShowHome, ShowPackage, ShowProduct
from handlers.dialog.pictures import ProductArt, StoredPhoto
from handlers.dialog.speech import Trouble
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.people.access import Role
from models.products.tables import ProductPhoto
from tests.handlers import shelf
from tests.handlers.people import customer, staff
from tests.handlers.staff.drafts import (
    asked_for_label,
    asked_for_name,
    asked_for_price,
    at_preview,
    options,
    products,
    skip_the_rest,
)
from tests.support.words import label as the_label
from tests.support.words import word


async def test_a_product_is_on_sale_at_once(turns: Turns) -> None:
    talk = await at_preview(turns)
    assert "معمول بالتمر" in talk.text
    assert "السعر: 45.50 د.إ" in talk.text
    assert "معمول طري\nمحشو بتمر خلاص" in talk.text
    assert isinstance(talk.cards[-1].picture, ProductArt)
    await talk.presses(the_label("button-publish"))
    assert word("adding-published") in talk.text
    assert "الكمية 12" in talk.text
    (product,) = await products(turns)
    assert product.offered
    assert (product.name_en, product.audience) == ("Date maamoul", "everyone")
    assert await options(turns) == [("", "", Money.dirhams(45, 50), 12)]
    mona = await customer(turns)
    await mona.presses_old(ShowPackage("atayeb"))
    assert "1 · معمول بالتمر" in mona.labels


async def test_a_product_without_pieces_is_not_said_to_be_on_sale(turns: Turns) -> None:
    talk = await asked_for_price(turns)
    await talk.says("45", "0")
    await talk.presses(word("audience-everyone"))
    await skip_the_rest(talk)
    await talk.presses(the_label("button-publish"))
    assert the_label("adding-published-empty") in talk.text
    assert "معروض للبيع" not in talk.text


async def test_the_preview_is_the_card_that_customers_see(turns: Turns) -> None:
    talk = await at_preview(turns)
    card = talk.cards[-1]
    previewed, picture = talk.reads(card.text).partition(":")[2].strip(), card.picture
    await talk.presses(the_label("button-publish"))
    mona = await customer(turns)
    await mona.presses_old(ShowProduct((await products(turns))[0].id))
    assert mona.text == previewed
    assert mona.cards[0].picture == picture


async def test_the_other_language_is_read_before_publishing(turns: Turns) -> None:
    talk = await asked_for_label(turns)
    await talk.says("كبير", "Lrage", "40", "3")
    await talk.presses(word("button-options-done"))
    await talk.presses(word("audience-everyone"))
    await talk.says("ع" * 500, "E" * 500)
    await talk.presses(word("button-skip"))
    other = talk.reads(talk.cards[0].text)
    assert "للمراجعة قبل النشر\nالباقة: أطايب" in other
    assert "كبير: 40 د.إ، الكمية 3" in other
    assert other.endswith(f"هذا ما يظهر من المنتج بالإنجليزية:\n\nDate maamoul\nLrage\n{'E' * 500}")
    await talk.says("ما هذا؟")
    assert len(talk.cards) == 1, "it is read once"
    await talk.says("/language")
    await talk.presses("English")
    await talk.presses_old(ShowHome())
    await talk.presses(the_label("button-change-answer", "en"))
    await talk.presses(word("button-to-preview", "en"))
    assert f"This is what it says in Arabic:\n\nمعمول بالتمر\nكبير\n{'ع' * 500}" in talk.text


async def test_options_one_after_another(turns: Turns) -> None:
    talk = await asked_for_label(turns)
    for label, english, price, quantity in (
        ("صغير", "Small", "20", "5"),
        ("وسط", "Medium", "30", "4"),
        ("كبير", "Large", "40", "0"),
    ):
        await talk.says(label, english, price, quantity)
        assert label in talk.text
        await talk.presses(word("button-another-option"))
    assert "الخيار رقم 4" in talk.text
    await talk.presses(word("button-options-done"))
    assert "كبير: 40 د.إ، الكمية 0" in talk.text
    await talk.presses(word("button-drop-last-option"))
    assert "كبير" not in talk.text
    await talk.presses(word("button-options-done"))
    await talk.presses(word("audience-woman"))
    await skip_the_rest(talk)
    assert "صغير · 20 د.إ" in " ".join(talk.labels)
    await talk.presses("وسط · 30 د.إ")
    assert "السعر: 30 د.إ" in talk.text
    await talk.presses(the_label("button-publish"))
    assert await options(turns) == [
        ("صغير", "Small", Money.dirhams(20), 5),
        ("وسط", "Medium", Money.dirhams(30), 4),
    ]


async def test_at_most_twelve_options(turns: Turns) -> None:
    talk = await asked_for_label(turns)
    for at in range(12):
        await talk.says(f"{at} " + "ل" * 20, f"{at} " + "L" * 20, "99999.99", "9999")
        if at < 11:
            await talk.presses(word("button-another-option"))
    assert not any(word("button-add-option") in label for label in talk.labels)
    await talk.presses(word("button-options-done"))
    await talk.presses(word("audience-woman"))
    await talk.says("و" * 500, "W" * 500)
    await talk.presses(word("button-skip"))
    await talk.presses(the_label("button-publish"))
    assert word("adding-published") in talk.text
    assert len(await options(turns)) == 12


async def test_made_to_order_has_days_and_no_quantity(turns: Turns) -> None:
    talk = await asked_for_name(turns)
    await talk.says("كيكة العسل", "Honey cake", "الورد")
    await talk.presses(word("adding-made-to-order"))
    await talk.says("0")
    assert word("adding-ask-lead") in talk.text
    await talk.says("2", "6")
    await talk.presses(word("adding-kind-one"))
    await talk.says("60")
    assert word("adding-ask-audience") in talk.text
    await talk.presses(word("audience-family"))
    await skip_the_rest(talk)
    await talk.presses(the_label("button-publish"))
    (product,) = await products(turns)
    assert (product.made_to_order, product.lead_days, product.daily_most) == (True, 2, 6)
    assert product.offered


async def test_photos_up_to_ten(turns: Turns) -> None:
    hashes = [
        await shelf.add_photo(turns, await shelf.add_product(turns, f"منتج {at}"))
        for at in range(11)
    ]
    one_more = hashes.pop()
    talk = await at_preview(turns)
    await talk.presses(the_label("button-change-answer"))
    await talk.presses(word("adding-part-photos"))
    await talk.sends_other(Trouble.not_a_photo)
    assert word("trouble-not-a-photo") in talk.text
    await talk.says("صورة")
    assert word("question-needs-photo") in talk.text
    await talk.sends_photo("0" * 64)
    assert word("trouble-photo-unreachable") in talk.text
    await talk.sends_photo(hashes[0])
    assert "وصلت صورة واحدة" in talk.text
    await talk.sends_photo(hashes[0])
    assert "وصلت صورة واحدة" in talk.text
    await talk.presses(word("button-drop-photos"))
    for kept in hashes:
        await talk.sends_photo(kept)
    assert "وصلت 10 صور، ولا مكان لغيرها." in talk.text
    await talk.sends_photo(one_more)
    assert word("photos-no-room", most="10") in talk.text
    await talk.presses(word("button-photos-done"))
    assert talk.cards[-1].picture == StoredPhoto(hashes[0])
    await talk.presses(the_label("button-publish"))
    async with turns.database.read() as session:
        newest = (await products(turns))[-1].id
        stored = await session.scalars(
            select(ProductPhoto.hash)
            .where(ProductPhoto.product_id == newest)
            .order_by(ProductPhoto.position)
        )
        assert list(stored) == hashes


async def test_every_answer_can_be_changed_before_publishing(turns: Turns) -> None:
    talk = await at_preview(turns)
    for part, said in (
        (word("adding-part-name-ar"), "معمول ملكي"),
        (word("adding-part-name-en"), "Royal maamoul"),
        ("السعر", "50"),
        ("الكمية", "7"),
        (word("adding-part-description-ar"), "وصف جديد"),
        (word("adding-part-description-en"), "New words"),
    ):
        await talk.presses(the_label("button-change-answer"))
        await talk.presses(part)
        await talk.says(said)
        assert word("adding-preview") in talk.text
    for part, pressed in (
        (word("adding-part-package"), word("package-mahra")),
        (word("adding-part-audience"), word("audience-child")),
        (word("adding-part-family"), "دار الورد"),
    ):
        await talk.presses(the_label("button-change-answer"))
        await talk.presses(part)
        await talk.presses(pressed)
    await talk.presses(the_label("button-change-answer"))
    await talk.presses(word("adding-part-price"))
    await talk.presses(word("button-keep"))
    await talk.presses(the_label("button-change-answer"))
    await talk.presses(word("button-to-preview"))
    await talk.presses(the_label("button-publish"))
    (product,) = await products(turns)
    assert (product.name_ar, product.name_en) == ("معمول ملكي", "Royal maamoul")
    assert (product.package, product.audience) == ("mahra", "child")
    assert (product.description_ar, product.description_en) == ("وصف جديد", "New words")
    assert await options(turns) == [("", "", Money.dirhams(50), 7)]


async def test_a_stock_becomes_made_to_order_and_back(turns: Turns) -> None:
    talk = await at_preview(turns)
    await talk.presses(the_label("button-change-answer"))
    await talk.presses(word("adding-part-kind"))
    await talk.presses(word("adding-kind-several"))
    await talk.says("صغير", "Small", "20", "5")
    await talk.presses(word("button-another-option"))
    await talk.says("كبير", "Large", "30", "6")
    await talk.presses(word("button-options-done"))
    await talk.presses(the_label("button-change-answer"))
    await talk.presses(word("adding-part-making"))
    await talk.presses(word("adding-made-to-order"))
    await talk.says("3", "0")
    assert word("adding-preview") in talk.text
    await talk.presses(the_label("button-publish"))
    assert [left for *_, left in await options(turns)] == [0, 0]


async def test_options_made_to_order_need_quantities_once_in_stock(turns: Turns) -> None:
    talk = await asked_for_name(turns)
    await talk.says("كيك", "Cake", "الورد")
    await talk.presses(word("adding-made-to-order"))
    await talk.says("3", "0")
    await talk.presses(word("adding-kind-several"))
    await talk.says("صغير", "Small", "20")
    await talk.presses(word("button-another-option"))
    await talk.says("كبير", "Large", "30")
    await talk.presses(word("button-options-done"))
    await talk.presses(word("audience-everyone"))
    await skip_the_rest(talk)
    await talk.presses(the_label("button-change-answer"))
    await talk.presses(word("adding-part-making"))
    await talk.presses(word("adding-in-stock"))
    assert "الخيار رقم 1" in talk.text


async def test_every_question_can_be_gone_back_to(turns: Turns) -> None:
    talk = await at_preview(turns)
    for asked in (
        "صورة المنتج",
        "وصفه بالإنجليزية",
        "وصف المنتج بالعربية",
        word("adding-ask-audience"),
        "كم قطعة",
        "كم السعر",
        "هل للمنتج خيارات",
        "المخزون",
        "أي أسرة",
        "بالإنجليزية",
        "بالعربية",
        "أي باقة",
    ):
        await talk.presses(word("button-back"))
        assert asked in talk.text
    await talk.presses(word("button-back"))
    await talk.presses(word("button-form-quit"))
    assert word("form-left") in talk.text
    assert await products(turns) == []


async def test_cancelled_at_the_preview(turns: Turns) -> None:
    talk = await at_preview(turns)
    await talk.says("ما هذا؟")
    assert word("question-choose") in talk.text
    await talk.presses(word("button-cancel"))
    await talk.presses(word("button-form-quit"))
    assert word("form-left") in talk.text
    assert await products(turns) == []


async def test_without_a_family_there_is_nothing_to_add_to(turns: Turns) -> None:
    talk = await staff(turns, Role.catalogue)
    await talk.says("/addproduct")
    assert word("adding-no-family") in talk.text
    assert not any("أسرة" in label for label in talk.labels)
    manager = await staff(turns, Role.manager)
    await manager.says("/addproduct")
    await manager.presses(word("button-add-family"))
    assert "بالعربية" in manager.text


async def test_from_a_familys_card_the_family_is_known(turns: Turns) -> None:
    await shelf.add_family(turns, ("دار الندى", "Dar Al Nada"))
    family_id = await shelf.add_family(turns)
    manager = await staff(turns, Role.manager)
    await manager.presses_old(ManageFamily(family_id))
    await manager.presses(word("button-add-product"))
    await manager.presses(word("package-atayeb"))
    await manager.says("لقيمات", "Luqaimat")
    assert word("adding-in-stock") in manager.text
    await manager.presses_old(AddProduct(family_id + 1000))
    assert word("refused-not-found") in manager.text


async def test_a_product_is_added_in_english(turns: Turns) -> None:
    await shelf.add_family(turns)
    talk = await staff(turns, Role.catalogue, language="en")
    await talk.says("/addproduct")
    await talk.presses(word("package-teeb", "en"))
    await talk.says("دخون عود", "Oud dukhoon")
    await talk.presses("Dar Al Ward")
    await talk.presses(word("adding-in-stock", "en"))
    await talk.presses(word("adding-kind-one", "en"))
    await talk.says("AED 120", "8")
    await talk.presses(word("audience-everyone", "en"))
    for _ in range(3):
        await talk.presses(word("button-skip", "en"))
    assert word("adding-preview", "en") in talk.text
    await talk.presses(the_label("button-publish", "en"))
    assert "on sale from now on" in talk.text
