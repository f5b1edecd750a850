"""Which emblem stands for a product: a picture of the thing, or an ornament that claims nothing."""

from bot.images.emblems import (
    Emblem,
    basket,
    bottle,
    bowl,
    dallah,
    gift,
    jar,
    mabkhara,
    necklace,
    palm,
    reed,
    rose,
    rosette,
    sadu,
    spool,
    starflower,
)
from handlers.dialog.pictures import PackageKey
from models.kernel.folding import normalise

# The words of a name that tell what the thing is; the first emblem that has one of them stands.
_THINGS: tuple[tuple[Emblem, str], ...] = (
    (mabkhara, "بخور دخون مدخن مبخرة bakhoor dukhoon incense mabkhara"),
    (bottle, "عطر عطور تولة perfume perfumes tola"),
    (dallah, "قهوة دلة coffee dallah"),
    (bowl, "لقيمات طبق هريس بلاليط عرسية luqaimat dish harees balaleet arseeya"),
    (basket, "سلة سلال basket baskets"),
    (palm, "تمر تمور date dates"),
    (gift, "هدية هدايا gift gifts"),
    (reed, "خط خطاط calligraphy"),
    (sadu, "سدو sadu"),
    (spool, "تلي خيوط talli thread"),
    (necklace, "عقد قلادة necklace"),
    (jar, "فخار فخاري جرة clay pottery"),
    (rose, "ورد وردة rose roses"),
)
_EMBLEM_OF = {
    word: emblem for emblem, words in reversed(_THINGS) for word in normalise(words).split()
}
_RANK = {emblem: place for place, (emblem, _) in enumerate(_THINGS)}
_ORNAMENTS: dict[PackageKey, Emblem] = {
    "atayeb": starflower,
    "teeb": starflower,
    "anaqa": rosette,
    "mahra": sadu,
    "ebdaa": starflower,
}


def emblem_of(subject: str, package: PackageKey) -> Emblem:
    """What the product's names in either language tell, or else its package's ornament."""
    told = [_EMBLEM_OF[word] for word in normalise(subject).split() if word in _EMBLEM_OF]
    return min(told, key=_RANK.__getitem__, default=_ORNAMENTS[package])
