"""A product's photos once it is published: looked at, added, taken off, and put in order."""

from __future__ import annotations

from handlers.dialog.actions.catalogue import (
    AddPhotos,
    ManageProduct,
    PlacePhoto,
    RemovePhoto,
    ShowPhotos,
)
from handlers.dialog.forms import Flow
from handlers.dialog.layout import banner, short
from handlers.dialog.pictures import StoredPhoto
from handlers.dialog.router import step, view
from handlers.dialog.speech import AnyChoice, Card, Choice, Name, Phrase, Reply, Row, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.products.photo_questions import photos_question
from handlers.staff.products.screen import find_product, unless_gone
from models.kernel.refusals import NotFound
from models.people.access import Permission
from models.products.photo_order import (
    MOST_PHOTOS,
    add_photos,
    photos_of,
    place_photo,
    remove_photo,
)

MARK = 12
"""So many letters of a hash tell a product's photos apart."""


@view(ShowPhotos, allow=Permission.catalogue)
async def show_photos(turn: Turn, asked: ShowPhotos) -> Reply:
    """The photo at that place, and what can be done with it. Refuses: NotFound."""
    return reply(await photos_card(turn, asked.product_id, asked.at), in_place=True)


async def photos_card(
    turn: Turn, product_id: int, at: int = 0, first: Phrase | None = None
) -> Card:
    """One of the product's photos, with the ways to the others. Refuses: NotFound."""
    product = await find_product(turn, product_id)
    photos = await photos_of(turn.session, product_id)
    name = short(product.name_ar, product.name_en)
    back: Row = (Choice(say("button-this-product"), ManageProduct(product_id)),)
    more: Row = (Choice(say("button-add-photos"), AddPhotos(product_id)),)
    more_row = (more,) if len(photos) < MOST_PHOTOS else ()
    if not photos:
        picture = banner(turn.language, say("catalogue-title"), icon="catalogue")
        return Card(text=say("photos-none", product=name), picture=picture, choices=(more, back))
    at = max(0, min(at, len(photos) - 1))
    words = say("photos-one", product=name, at=str(at + 1), all=str(len(photos)))
    rows = (*photo_rows(product_id, photos, at), *more_row, back)
    text = words if first is None else say("two-paragraphs", first=first, second=words)
    return Card(text=text, picture=StoredPhoto(photos[at]), choices=rows)


def photo_rows(product_id: int, photos: list[str], at: int) -> tuple[Row, ...]:
    """The photos before and after; this one earlier, first, or taken off."""
    mark, last = photos[at][:MARK], len(photos) - 1
    leaf: list[AnyChoice] = []
    if at > 0:
        leaf.append(Choice(say("button-previous"), ShowPhotos(product_id, at - 1)))
    if at < last:
        leaf.append(Choice(say("button-next"), ShowPhotos(product_id, at + 1)))
    order: list[AnyChoice] = []
    if at > 0:
        order.append(Choice(say("button-photo-first"), PlacePhoto(product_id, mark, 0)))
    if at > 1:
        order.append(Choice(say("button-photo-earlier"), PlacePhoto(product_id, mark, at - 1)))
    remove = Choice(say("button-remove-photo"), RemovePhoto(product_id, mark))
    return tuple(tuple(row) for row in (leaf, order, [remove]) if row)


@step(PlacePhoto, allow=Permission.catalogue)
async def place(turn: Turn, asked: PlacePhoto) -> Reply:
    """Put the photo at that place. Refuses: NotFound, also for one that is off already."""
    photos = await place_photo(turn.acting, asked.product_id, known_mark(asked.mark), asked.at)
    at = [number for number, one in enumerate(photos) if one.startswith(asked.mark)]
    if not at:
        raise NotFound("photo")
    shown = await photos_card(turn, asked.product_id, at[0])
    return reply(shown, in_place=True, notice=say("photos-placed"))


@step(RemovePhoto, allow=Permission.catalogue)
async def remove(turn: Turn, asked: RemovePhoto) -> Reply:
    """Take the photo off the product. Refuses: NotFound."""
    await remove_photo(turn.acting, asked.product_id, known_mark(asked.mark))
    shown = await photos_card(turn, asked.product_id)
    return reply(shown, in_place=True, notice=say("photos-removed"))


def known_mark(mark: str) -> str:
    """The beginning of a hash that a button carries. Refuses: NotFound for a shorter one."""
    if len(mark) != MARK:
        raise NotFound("photo")
    return mark


class AddingPhotos(StateBase, frozen=True, kw_only=True, tag="add-photos.1"):
    """Photos that are being added to a product that `had` some already."""

    product_id: int
    product: Name
    had: int
    photos: tuple[str, ...] = ()
    photos_done: bool = False
    album: bool = False


async def add(turn: Turn, state: AddingPhotos) -> Reply:
    """Put the photos behind the product's own, and show the first of them. Refuses: NotFound."""
    await add_photos(turn.acting, state.product_id, state.photos)
    turn.leave()
    done = say("changing-done") if state.photos else None
    return reply(await photos_card(turn, state.product_id, state.had, done))


async def back_to_photos(turn: Turn, state: AddingPhotos) -> Reply:
    """Nothing was added: the photos as they are."""
    return reply(await photos_card(turn, state.product_id, 0, say("form-left")))


ADDING = Flow(
    AddingPhotos,
    (photos_question(lambda state: state.had, none="button-no-more-photos"),),
    unless_gone(add),
    allow=Permission.catalogue,
    left=unless_gone(back_to_photos),
    about=lambda state: state.product,
)


@step(AddPhotos, allow=Permission.catalogue)
async def start_adding(turn: Turn, asked: AddPhotos) -> Reply:
    """Ask for more photos. Refuses: NotFound."""
    product = await find_product(turn, asked.product_id)
    had = len(await photos_of(turn.session, product.id))
    name = short(product.name_ar, product.name_en)
    return await ADDING.start(turn, AddingPhotos(product_id=product.id, product=name, had=had))
