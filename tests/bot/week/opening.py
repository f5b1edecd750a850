"""How the shop of the week opens: families, things and the team, all of it in chat."""

from __future__ import annotations

from tests.bot.week.cast import (
    BAKHOOR,
    DESK,
    FIRST_COURIER,
    MANAGER,
    OUD,
    PRICES,
    SCENTS,
    SCENTS_EN,
    STOCK,
    SWEETS,
    SWEETS_EN,
    Cast,
)
from tests.bot.whole.new_shop import (
    adds_luqaimat,
    begins_a_product,
    first_link,
    invites,
    opens_a_family,
)
from tests.bot.whole.talk import presses, says
from tests.fake_botapi import Person
from tests.support.words import label, word

WELCOME = "أهلاً وسهلاً بكم في فريق بازار إنتاج"


async def the_shop_opens(cast: Cast) -> None:
    """The manager brings families, things and the team, each by her own link."""
    chief = cast.comes(MANAGER)
    await chief.starts(await first_link(cast.api, cast.url, MANAGER))
    await chief.sees(WELCOME)
    await a_family_joins(cast, SWEETS, SWEETS_EN)
    await a_family_joins(cast, SCENTS, SCENTS_EN)
    await adds_luqaimat(chief, SWEETS)
    await confirms_her_note(cast[SWEETS], 1)
    await adds_a_thing(chief, BAKHOOR, "Oud bakhoor")
    await confirms_her_note(cast[SCENTS], 2)
    await adds_a_thing(chief, OUD, "Oud oil")
    await confirms_her_note(cast[SCENTS], 3)
    await a_colleague_joins(cast, "الطلبات", DESK)
    await a_colleague_joins(cast, "التوصيل", FIRST_COURIER)


async def a_family_joins(cast: Cast, brand: str, brand_en: str) -> None:
    """A brand is added, and its maker opens the link that the manager passes on."""
    mother = cast.comes(brand)
    await mother.starts(await opens_a_family(cast[MANAGER], brand, brand_en))
    await mother.sees(f"صارت هذه المحادثة مرتبطة بعلامة {brand}")


async def confirms_her_note(mother: Person, number: int) -> None:
    """The maker says by one tap that the note of her goods of that number is right."""
    asked = await mother.sees(f"{word('note-title-take-in')} رقم {number}")
    await presses(mother, word("button-note-right"), word("note-confirmed-thanks"), on=asked)


async def a_colleague_joins(cast: Cast, role: str, name: str) -> None:
    """The manager invites somebody under that name, who opens the link."""
    colleague = cast.comes(name)
    await colleague.starts(await invites(cast[MANAGER], role, name))
    await colleague.sees(WELCOME)


async def adds_a_thing(chief: Person, name: str, name_en: str) -> None:
    """A thing in stock without options, description or photo."""
    await begins_a_product(chief, "طِيب", name, name_en, SCENTS)
    await presses(chief, word("adding-in-stock"), word("adding-ask-kind"))
    await presses(chief, word("adding-kind-one"), "كم السعر")
    await says(chief, str(PRICES[name].fils // 100), "كم قطعة")
    await says(chief, str(STOCK[name]), "لمن هذا المنتج")
    await presses(chief, word("audience-everyone"), word("adding-ask-description-ar"))
    await presses(chief, word("button-skip"), word("adding-ask-description-en"))
    await presses(chief, word("button-skip"), word("adding-ask-photo"))
    await presses(chief, word("button-skip"), word("adding-preview"))
    await presses(chief, label("button-publish"), word("adding-published"))


async def wants_her_notices_in_the_evening(mother: Person) -> None:
    """A family has the news of her sales bundled at eight."""
    await says(mother, "/settings", word("button-notices"))
    await presses(mother, word("button-notices"), word("notices-sales"))
    await presses(mother, word("notices-sales"), "متى تصل هذه الإشعارات؟")
    await presses(mother, word("notices-way-evening"), "مبيعات أسرتي: مجمّعة، الساعة 8:00 مساءً")
