"""Photos of a product: an album gets one answer, and after publishing they are put in order."""

from __future__ import annotations

from handlers.dialog.actions.catalogue import (
    ChangeProduct,
    ManageProduct,
    PlacePhoto,
    RemovePhoto,
    ShowPhotos,
)
from handlers.dialog.speech import SentOther, SentPhoto, Trouble
from handlers.dialog.turns import Turns
from models.people.access import Role
from models.products.photo_order import MOST_PHOTOS, add_photos, photos_of
from tests.handlers import shelf
from tests.handlers.people import staff
from tests.handlers.staff.drafts import asked_for_price
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.words import label, word


async def album(talk: Talk, *photos: str) -> list[int]:
    """Send the photos as an album; how many cards each was answered with."""
    answers = []
    for at, photo in enumerate(photos):
        await talk.sends(SentPhoto(photo, album=True, further=at > 0))
        answers.append(len(talk.cards))
    return answers


async def kept(turns: Turns, count: int) -> list[str]:
    """So many photos that were sent."""
    return [await shelf.keep_a_photo(turns, at) for at in range(count)]


async def shown(turns: Turns, product_id: int) -> list[str]:
    """The product's photos as they are now."""
    async with turns.database.read() as session:
        return await photos_of(session, product_id)


async def with_photos(turns: Turns, count: int) -> tuple[Talk, int, list[str]]:
    """A clerk, a product with so many photos, and these."""
    product_id = await shelf.add_product(turns, "سمبوسة جبن", "Cheese sambusa")
    photos = await kept(turns, count)
    async with turns.database.write() as session:
        await add_photos(acting(session, now=turns.clock()), product_id, photos)
    talk = await staff(turns, Role.catalogue)
    return talk, product_id, photos


async def test_an_album_gets_one_answer_and_none_of_it_is_refused(turns: Turns) -> None:
    photos = await kept(turns, 6)
    talk = await asked_for_price(turns)
    await talk.says("45", "12")
    await talk.presses(word("audience-everyone"))
    await talk.presses(word("button-skip"))
    await talk.presses(word("button-skip"))
    assert await album(talk, *photos) == [1, 0, 0, 0, 0, 0]
    assert word("photos-album-came", most="10") in "\n".join(
        talk.reads(card.text) for card in talk.screen
    )
    await talk.presses(word("button-photos-done"))
    await talk.presses(label("button-publish"))
    assert await shown(turns, 1) == photos
    assert await album(talk, *photos[:2]) == [1, 0], "outside a question it is said once"
    await talk.sends(SentOther(Trouble.not_understood, further=True))
    assert talk.cards == ()


async def test_a_photo_behind_the_last_place_is_told_so(turns: Turns) -> None:
    talk, product_id, _ = await with_photos(turns, MOST_PHOTOS - 1)
    await talk.presses_old(ShowPhotos(product_id))
    await talk.presses(label("button-add-photos"))
    for at in ("x", "y"):
        await talk.sends_photo(await shelf.keep_a_photo(turns, at))
    assert word("photos-no-room", most="10") in talk.text
    await talk.presses(word("button-photos-done"))
    assert len(await shown(turns, product_id)) == MOST_PHOTOS
    assert label("button-add-photos") not in " ".join(talk.labels)


async def test_photos_are_put_in_order_and_taken_off(turns: Turns) -> None:
    talk, product_id, (one, two, three) = await with_photos(turns, 3)
    await talk.presses_old(ManageProduct(product_id))
    await talk.presses(word("catalogue-change-photo"))
    assert "الصورة 1 من 3" in talk.text
    await talk.presses(word("button-next"))
    await talk.presses(word("button-next"))
    await talk.presses(label("button-photo-earlier"))
    assert await shown(turns, product_id) == [one, three, two]
    await talk.presses(label("button-photo-first"))
    assert await shown(turns, product_id) == [three, one, two]
    await talk.presses(label("button-remove-photo"))
    assert await shown(turns, product_id) == [one, two]
    for gone in (PlacePhoto(product_id, three[:12], 0), PlacePhoto(product_id, "", 0)):
        await talk.presses_old(gone)
        assert word("refused-not-found") in talk.text
    await talk.presses_old(RemovePhoto(product_id, three[:12]))
    assert await shown(turns, product_id) == [one, two], "it is off already"


async def test_an_old_button_takes_one_photo_of_an_album(turns: Turns) -> None:
    talk, product_id, _ = await with_photos(turns, 0)
    await talk.presses_old(ChangeProduct(product_id, "photo"))
    photos = await kept(turns, 3)
    assert await album(talk, *photos) == [1, 0, 0]
    assert await shown(turns, product_id) == photos[:1]


async def test_a_product_without_photos_says_so(turns: Turns) -> None:
    talk, product_id, _ = await with_photos(turns, 0)
    await talk.presses_old(ShowPhotos(product_id))
    assert "بلا صورة بعد" in talk.text
    await talk.presses(label("button-add-photos"))
    await talk.presses(word("button-no-more-photos"))
    assert "بلا صورة بعد" in talk.text
