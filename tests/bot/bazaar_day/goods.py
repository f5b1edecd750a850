"""Goods come in from three families by notes, each answers hers, and labels are made of them."""

from __future__ import annotations

import pypdfium2
from PIL import Image

from bot.images.label import DPI
from handlers.dialog.actions.selling import SellOption
from handlers.dialog.links import encode_link
from models.kernel.label_sheets import LABEL_SHEETS
from tests.bot.bazaar_day.cast import (
    BAG,
    BAKHOOR,
    CHARM,
    CLERK,
    LARGE,
    ROSE,
    SADU,
    SCENTS,
    SMALL,
    SWEETS,
    Day,
    reads,
)
from tests.bot.images.readers import READERS, printed
from tests.bot.images.test_labels import label_at
from tests.bot.whole.talk import presses, says
from tests.fake_botapi import Person, ScreenMessage
from tests.support.words import label, word

SHEET = "3x8"
BROUGHT = {SMALL: 5, LARGE: 4, BAKHOOR: 6, ROSE: 3, BAG: 2, CHARM: 12}
"""The pieces of each thing that are on the shelf before the doors open."""


async def goods_come_in(day: Day) -> None:
    """By one message, by tapping, and wrongly: what she says of it is put right and answered."""
    clerk = day[CLERK]
    await begins_a_note(clerk, "take-in", SWEETS)
    await says(clerk, "لقيمات صغيرة ٥، لقيمات كبيرة ٤", "علبة كبيرة): 4 قطع")
    await books_it(clerk, "take-in", "عدد القطع 9")
    await is_right(day, SWEETS, 1, "لقيمات بالزعفران (علبة صغيرة): 5 قطع")
    await begins_a_note(clerk, "take-in", SCENTS)
    await presses(clerk, "بخور العود", "كم قطعة وصلت من بخور العود؟ على الرف الآن: لا شيء")
    await says(clerk, "٦", "بخور العود: 6 قطع")
    await presses(clerk, "دهن الورد", "كم قطعة وصلت من دهن الورد؟")
    await presses(clerk, "3", "دهن الورد: 3 قطع")
    await books_it(clerk, "take-in", "عدد القطع 9")
    await is_right(day, SCENTS, 2, "بخور العود: 6 قطع")
    await begins_a_note(clerk, "take-in", SADU)
    await says(clerk, "حقيبة ٢، ميدالية ١٠", "ميدالية سدو: 10 قطع")
    await books_it(clerk, "take-in", "عدد القطع 12")
    await is_wrong(day)


async def begins_a_note(clerk: Person, kind: str, brand: str) -> None:
    """The clerk begins a note of that kind for a family."""
    await says(clerk, "/stock", word("stock-nothing-waits"))
    await presses(clerk, word(f"button-start-{kind}"), word(f"noting-family-{kind}"))
    await presses(clerk, brand, word(f"noting-lines-{kind}").splitlines()[0])


async def books_it(clerk: Person, kind: str, sums: str) -> ScreenMessage:
    """She looks the note over and books it; out comes its card."""
    await presses(clerk, word("button-note-done"), sums)
    card = await presses(clerk, word(f"button-book-{kind}"), word("noting-booked"))
    assert card.photo is not None
    return card


async def is_right(day: Day, brand: str, number: int, line: str) -> None:
    """The family has the note as a picture and in words, and confirms it with one tap."""
    told = await day[brand].sees(word("note-was-made"))
    assert told.photo is not None
    assert told.contains(f"رقم {number}\n{brand}\nالاثنين 2 مارس، ")
    assert told.contains(line)
    answer = await presses(
        day[brand], word("button-note-right"), word("note-confirmed-thanks"), on=told
    )
    assert answer.contains(f"الحالة: {word('note-state-confirmed')}")


async def is_wrong(day: Day) -> None:
    """Two charms are missing on the note: they are taken in by another, and she is answered."""
    clerk, mother = day[CLERK], day[SADU]
    told = await mother.sees(word("note-was-made"))
    await presses(mother, label("button-note-wrong"), "ما الخطأ في السند 3؟", on=told)
    await says(mother, "أحضرنا ١٢ ميدالية لا ١٠", word("note-disputed-thanks"))
    told = await reads(clerk, f"⚠️ {SADU}: في السند 3 خطأ\n\nأحضرنا ١٢ ميدالية لا ١٠")
    card = await presses(clerk, word("button-open-note"), "رقم 3", on=told)
    await presses(clerk, word("button-start-take-in"), "ماذا وصل؟", on=card)
    await says(clerk, "ميدالية ٢", "ميدالية سدو: قطعتان")
    await books_it(clerk, "take-in", "عدد القطع 2")
    await is_right(day, SADU, 4, "ميدالية سدو: قطعتان")
    await presses(clerk, word("button-settle-note"), "أحضرنا ١٢ ميدالية لا ١٠", on=card)
    await presses(clerk, word("note-answered-corrected"), word("note-settled"))
    await reads(
        mother, f"🧾 رد المركز على ملاحظتكم في السند 3\n\n{word('note-answered-corrected')}"
    )
    await says(clerk, "/stock", word("stock-nothing-waits"))


async def labels_are_printed(day: Day) -> dict[int, str]:
    """A sheet for each package, read back by two readers: the payload of each thing's label."""
    clerk = day[CLERK]
    payloads: dict[int, str] = {}
    for package, things in (("atayeb", (SMALL, LARGE)), ("teeb", (BAKHOOR, ROSE, BAG, CHARM))):
        await says(clerk, "/stock", word("stock-title"))
        await presses(clerk, label("button-labels"), word("labels-choose"))
        copies = sum(BROUGHT[each] for each in things)
        await presses(clerk, word(f"package-{package}"), "على ورقة واحدة (3×8):")
        await presses(
            clerk,
            label("labels-print"),
            word("labels-file", labels=copies, sheet=word(f"label-sheet-{SHEET}")),
        )
        printed_file = await clerk.sees(kind="document")
        assert printed_file.document is not None
        links = read_labels(printed_file.document[0], copies)
        payloads |= dict(zip(things, dict.fromkeys(links), strict=True))
        assert [links.count(link) for link in dict.fromkeys(links)] == [BROUGHT[t] for t in things]
    for thing, link in payloads.items():
        payloads[thing] = link.rpartition("?start=")[2]
        assert payloads[thing] == encode_link(SellOption(thing))
    return payloads


def read_labels(data: bytes, copies: int) -> list[str]:
    """What is in the codes of that many labels of the first sheet, as it comes from a printer."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        assert len(pdf) == 1
        page = pdf[0].render(scale=DPI / 72).to_pil().convert("L")
    finally:
        pdf.close()
    assert copies <= LABEL_SHEETS[SHEET].labels
    return [read_label(label_at(page, SHEET, place)) for place in range(copies)]


def read_label(cut: Image.Image) -> str:
    """The one code on a label, on which both readers agree."""
    (first,), (second,) = (read(printed(cut)) for read in READERS)
    assert first == second
    return first
