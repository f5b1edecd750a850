"""A shelf: up to six products, two beside each other, in cards of one size."""

from collections.abc import Mapping
from io import BytesIO

from PIL import Image

from bot.images.medallion import set_medallion
from bot.images.motifs import field
from bot.images.palette import HOUSE, Palette, blend, palette_of
from bot.images.pen import Pen, stain
from bot.images.product_card import look_of
from bot.images.subjects import emblem_of
from bot.images.typeset import fit, write
from handlers.dialog.pictures import ProductShelf, ShelfArt

WIDTH = 1080
_GAP = 20
_SHOWN = 232
_SHOWN_ALONE = 520
_TEXT = 196
_NAME, _NAME_IN_TWO = (44, 36), (36, 36)
_PALE = 0.55
_BADGE = 68
_TAG = 56

Size = tuple[int, int]


def shelf_size(items: int) -> Size:
    """The picture's width and height in pixels, for so many products."""
    rows = max(1, -(-items // 2))
    return WIDTH, rows * _card_height(items) + (rows + 1) * _GAP


def _card_height(items: int) -> int:
    return _TEXT + (_SHOWN if items > 1 else _SHOWN_ALONE)


def draw_shelf(shelf: ProductShelf, photos: Mapping[str, bytes]) -> Image.Image:
    """The products' cards; `photos` are the files of their photos by hash.

    A photo that is not among them, or cannot be opened, is drawn as if there were none.
    """
    image = Image.new("RGB", shelf_size(len(shelf.items)), HOUSE.soft)
    columns = max(1, min(2, len(shelf.items)))
    size = (WIDTH - (columns + 1) * _GAP) // columns, _card_height(len(shelf.items))
    for at, art in enumerate(shelf.items):
        row, column = divmod(at, 2)
        if shelf.rtl:
            column = columns - 1 - column
        left, top = _GAP + column * (size[0] + _GAP), _GAP + row * (size[1] + _GAP)
        image.paste(_draw_item(art, size, shelf.rtl, photos), (left, top))
    return image


def _draw_item(art: ShelfArt, size: Size, rtl: bool, photos: Mapping[str, bytes]) -> Image.Image:
    colours = palette_of(art.package)
    card = Image.new("RGB", size, colours.paper)
    room = size[0], size[1] - _TEXT
    shown = _photo(photos.get(art.photo), room, colours) or _drawing(art, room, colours)
    if art.sold_out:
        shown = Image.blend(shown, Image.new("RGB", shown.size, colours.paper), _PALE)
    card.paste(shown, (0, 0))
    card.paste(colours.accent, (0, room[1], room[0], room[1] + 6))
    _write_words(card, art, rtl, colours)
    _pin_number(card, art.number, rtl, colours)
    if art.tag_line:
        _pin_tag(card, art.tag_line, rtl, colours)
    return card


def _write_words(card: Image.Image, art: ShelfArt, rtl: bool, colours: Palette) -> None:
    """The name above, in two lines at the most, and the price at the foot."""
    edge, align = (card.width - 18, "right") if rtl else (18, "left")
    room = card.width - 36
    price = fit(art.price, room, (44, 32), rtl=rtl, weight="bold")
    name = fit(art.name, room, _NAME, rtl=rtl, lines=2, weight="regular")
    if len(name.lines) > 1:  # two lines of the largest size would reach into the price
        name = fit(art.name, room, _NAME_IN_TWO, rtl=rtl, lines=2, weight="regular")
    price_top, begins = card.height - 8 - price.height, card.height - _TEXT + 8
    top = begins + max(0, price_top - begins - name.height) // 2
    write(card, name, edge, top, colours.ink, align=align)
    write(card, price, edge, price_top, colours.rich, align=align)


def _pin_number(card: Image.Image, number: int, rtl: bool, colours: Palette) -> None:
    """The number of the product's button, in the upper corner where its words begin."""
    disc = Pen(_BADGE, _BADGE, _BADGE)
    disc.disc(_BADGE / 2, _BADGE / 2, _BADGE / 2 - 1)
    left = card.width - 12 - _BADGE if rtl else 12
    stain(card, disc.mask(), (left, 12), colours.paper)
    figure = fit(str(number), _BADGE, (46, 46), rtl=False, weight="bold")
    middle = 12 + (_BADGE - figure.height) // 2
    write(card, figure, left + _BADGE // 2, middle, colours.deep, align="centre")


def _pin_tag(card: Image.Image, words: str, rtl: bool, colours: Palette) -> None:
    """What is to be known of it, in the upper corner beside its number."""
    tag = fit(words, card.width - _BADGE - 72, (36, 28), rtl=rtl, weight="bold")
    if not tag.lines:
        return
    wide = round(tag.width) + 36
    pill = Pen(wide, _TAG, wide)
    pill.box(0, 0, wide - 1, _TAG - 1, _TAG / 2)
    left = 12 if rtl else card.width - 12 - wide
    stain(card, pill.mask(), (left, 12), colours.accent)
    write(card, tag, left + wide // 2, 12 + (_TAG - tag.height) // 2, colours.deep, align="centre")


def _photo(jpeg: bytes | None, room: Size, colours: Palette) -> Image.Image | None:
    """The photo cut to the room, never larger than it is; None where it cannot be opened."""
    if jpeg is None:
        return None
    try:
        with Image.open(BytesIO(jpeg), formats=["JPEG"]) as opened:
            opened.draft("RGB", room)
            photo = opened.convert("RGB")
    except Exception:  # a damaged file makes the decoder raise almost anything
        return None
    scale = min(1.0, max(room[0] / photo.width, room[1] / photo.height))
    size = (max(1, round(photo.width * scale)), max(1, round(photo.height * scale)))
    photo = photo.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    sheet = Image.new("RGB", room, colours.soft)
    sheet.paste(photo, ((room[0] - photo.width) // 2, (room[1] - photo.height) // 2))
    return sheet


def _drawing(art: ShelfArt, room: Size, colours: Palette) -> Image.Image:
    """The thing itself in its frame, as on the product's own card."""
    subject = art.subject or art.name
    look = look_of(subject)
    ground = blend(colours.deep, colours.rich, look.shade * 0.45)
    panel = Image.new("RGB", room, ground)
    stain(panel, field(art.package, *room), (0, 0), colours.accent, 0.22)
    emblem = emblem_of(subject, art.package)
    side = room[1] * 9 // 10
    set_medallion(panel, emblem, look.shape, (room[0] // 2, room[1] // 2), side, colours)
    return panel
