"""Which drawing stands for a product, and that each drawing is one of its own in its seat."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from PIL import Image, ImageChops

from bot.images import emblems
from bot.images.emblems import Emblem, emblem_masks
from bot.images.goods import clothes, crafts, dishes, home, jewellery, pantry, scent, sweets
from bot.images.goods.names import THINGS, VESSELS
from bot.images.subjects import emblem_of
from handlers.dialog.pictures import PackageKey
from models.products.tables import Package
from models.sample.anaqa import ANAQA
from models.sample.atayeb import ATAYEB
from models.sample.ebdaa import EBDAA
from models.sample.mahra import MAHRA
from models.sample.teeb import TEEB
from models.sample.things import Thing

SAMPLE: dict[Package, tuple[Thing, ...]] = {
    Package.atayeb: ATAYEB,
    Package.teeb: TEEB,
    Package.anaqa: ANAQA,
    Package.mahra: MAHRA,
    Package.ebdaa: EBDAA,
}
DRAWINGS = list(dict.fromkeys(emblem for emblem, _ in THINGS + VESSELS))

# What staff may call a thing, in one language or both, and its drawing.
NAMES: list[tuple[str, PackageKey, Emblem]] = [
    ("قهوة عربية بالهيل", "atayeb", emblems.dallah),
    ("Arabic coffee", "atayeb", emblems.dallah),
    ("تمر خلاص محشو باللوز", "atayeb", sweets.date_bowl),
    ("Dates stuffed with almonds", "atayeb", sweets.date_bowl),
    ("شوكولاتة بالتمر", "atayeb", sweets.candy),
    ("Chocolate with dates", "atayeb", sweets.candy),
    ("علبة تمر فاخر", "atayeb", sweets.date_bowl),
    ("Box of dates", "atayeb", sweets.date_bowl),
    ("كعك بالعسل والسمسم", "atayeb", sweets.biscuits),
    ("عسل سدر", "atayeb", pantry.honey),
    ("Sidr honey", "atayeb", pantry.honey),
    ("بسكويت الزنجبيل", "atayeb", sweets.biscuits),
    ("Ginger cookies (12 pieces)", "atayeb", sweets.biscuits),
    ("سمبوسة جبن", "atayeb", dishes.samosa),
    ("Cheese samosas", "atayeb", dishes.samosa),
    ("جبن أبيض", "atayeb", dishes.milk),
    ("مجبوس دجاج", "mahra", dishes.rice_platter),
    ("Chicken biryani", "mahra", dishes.rice_platter),
    ("خبز رقاق", "mahra", dishes.flat_bread),
    ("خبز خمير بالتمر", "mahra", dishes.flat_bread),
    ("ثريد لحم", "mahra", dishes.pot),
    ("سمك مالح", "mahra", dishes.fish),
    ("هريس لحم", "mahra", dishes.harees),
    ("الهريس", "mahra", dishes.harees),
    ("شاي كرك", "atayeb", dishes.tea),
    ("Karak tea", "atayeb", dishes.tea),
    ("عصير ليمون بالنعناع", "atayeb", dishes.cold_drink),
    ("Lemonade", "atayeb", dishes.cold_drink),
    ("مكسرات مشكلة", "atayeb", pantry.nuts),
    ("بهارات مشكلة", "atayeb", pantry.spices),
    ("زعتر بلدي", "atayeb", pantry.sprig),
    ("مخلل خيار", "atayeb", pantry.pickle),
    ("مربى التين", "atayeb", pantry.preserve),
    ("Fig jam", "atayeb", pantry.preserve),
    ("سمن بلدي", "atayeb", pantry.preserve),
    ("أرز بحليب", "atayeb", pantry.sack),
    ("مهلبية بالفستق", "atayeb", sweets.pudding),
    ("حلويات مشكلة", "atayeb", sweets.candy),
    ("بخور عود", "teeb", scent.bakhoor),
    ("Oud bakhoor", "teeb", scent.bakhoor),
    ("دخون", "teeb", scent.dukhoon),
    ("مبخرة خشبية", "teeb", emblems.mabkhara),
    ("Wooden incense burner", "teeb", emblems.mabkhara),
    ("عطر نسائي", "teeb", emblems.bottle),
    ("عطور زيتية", "teeb", emblems.bottle),
    ("Oud perfume", "teeb", emblems.bottle),
    ("Perfume gift set", "teeb", emblems.bottle),
    ("صابونة زيت الزيتون", "teeb", scent.soap),
    ("Olive oil soap", "teeb", scent.soap),
    ("كريم اليدين", "teeb", scent.cream),
    ("حناء طبيعية", "teeb", scent.henna),
    ("شموع معطرة", "teeb", scent.candle),
    ("عباية سوداء", "anaqa", clothes.abaya),
    ("عبايات", "anaqa", clothes.abaya),
    ("كنادير رجالية", "anaqa", clothes.kandura),
    ("Men's kandura", "anaqa", clothes.kandura),
    ("فستان بنات", "anaqa", clothes.dress),
    ("Girl's dress with a bow", "anaqa", clothes.dress),
    ("شال صوف", "anaqa", clothes.shaila),
    ("Wool scarf", "anaqa", clothes.shaila),
    ("شنطة يد", "anaqa", clothes.bag),
    ("Handbags", "anaqa", clothes.bag),
    ("نعال جلد", "anaqa", clothes.sandals),
    ("غترة", "anaqa", clothes.cap),
    ("خاتم فضة", "anaqa", jewellery.ring),
    ("Silver ring", "anaqa", jewellery.ring),
    ("أقراط لؤلؤ", "anaqa", jewellery.earrings),
    ("أساور", "anaqa", jewellery.bracelet),
    ("عقد لؤلؤ", "anaqa", emblems.necklace),
    ("مسبحة عقيق", "ebdaa", jewellery.prayer_beads),
    ("مخدات", "anaqa", home.cushion),
    ("وسايد", "anaqa", home.cushion),
    ("مفرش سرير مطرز", "anaqa", home.bed_linen),
    ("سجادة صلاة", "anaqa", home.rug),
    ("Prayer mat", "anaqa", home.rug),
    ("فانوس رمضان", "ebdaa", home.lantern),
    ("كوب مطبوع", "ebdaa", home.mug),
    ("صينية تقديم", "ebdaa", home.tray),
    ("لوحة زيتية", "ebdaa", crafts.painting),
    ("باقة ورد", "ebdaa", crafts.flowers),
    ("شنطة كروشيه", "ebdaa", clothes.bag),
    ("سلة هدايا", "ebdaa", emblems.basket),
    ("توزيعات مواليد", "ebdaa", emblems.gift),
    ("بساط سدو", "mahra", home.rug),
    ("مزهرية فخار", "mahra", emblems.jar),
    ("وجبة غداء", "atayeb", emblems.bowl),
    ("شيء آخر تماماً", "atayeb", emblems.bowl),
    ("Something else", "teeb", emblems.mabkhara),
    ("", "anaqa", emblems.rosette),
    ("قطعة تراثية", "mahra", emblems.sadu),
    ("1234", "ebdaa", emblems.starflower),
]


def test_a_name_tells_what_is_drawn() -> None:
    told = [(name, emblem_of(name, package).__name__) for name, package, _ in NAMES]
    assert told == [(name, emblem.__name__) for name, _, emblem in NAMES]


def test_each_product_of_the_sample_has_a_drawing_of_its_own_in_both_languages() -> None:
    found: list[Emblem] = []
    for package, thing in ((key, thing) for key, things in SAMPLE.items() for thing in things):
        names = (f"{thing.ar} {thing.en}", thing.ar, thing.en)
        (emblem,) = {emblem_of(name, package.value) for name in names}
        found.append(emblem)
    assert [emblem for emblem, count in Counter(found).items() if count > 1] == []
    assert emblems.starflower not in found


def test_every_name_stands_for_one_thing() -> None:
    names = Counter(chain.from_iterable(words.split() for _, words in THINGS + VESSELS))
    assert [name for name, count in names.items() if count > 1] == []


def test_a_drawing_fills_its_seat_and_stands_in_its_middle() -> None:
    off = []
    for emblem in DRAWINGS:
        left, top, right, foot = ink_box(emblem, 200)
        is_full = max(right - left, foot - top) > 190
        if not is_full or abs(left + right - 200) > 3 or abs(top + foot - 200) > 3:
            off.append((emblem.__name__, left, top, right, foot))
    assert off == []


def test_no_drawing_is_that_of_another_thing() -> None:
    assert len({ink(emblem, 48).tobytes() for emblem in DRAWINGS}) == len(DRAWINGS)


def ink(emblem: Emblem, side: int) -> Image.Image:
    """All that an emblem draws."""
    tone, line = emblem_masks(emblem, side)
    return ImageChops.lighter(tone, line)


def ink_box(emblem: Emblem, side: int) -> tuple[int, int, int, int]:
    """Where an emblem draws: left, top, right and foot."""
    box = ink(emblem, side).getbbox()
    assert box is not None, "it draws nothing"
    return box
