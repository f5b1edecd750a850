"""Labels: what is on a sheet is read back by two readers, at the size in which it is printed."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from PIL import Image

from bot.images.label import DPI
from bot.images.label_pages import dots, labels_pdf, pages_of
from handlers.dialog.pictures import LabelArt
from handlers.dialog.speech import LabelRun, LabelsFile
from models.kernel.label_sheets import A4, LABEL_SHEETS
from tests.bot.images.readers import READERS, printed

SHORT = LabelArt("هريس", "Harees", "مطبخ أم خالد", "", "25 د.إ", "1012", "o_12")
LONG = LabelArt(
    "جلابية مطرزة يدوياً بخيوط الزري الذهبية مع شيلة مطابقة وحقيبة",
    "Hand-embroidered jalabiya with golden zari thread, a matching sheila and a bag",
    "دار المها للأزياء التراثية والمستلزمات النسائية",
    "مقاس كبير جداً · أخضر زيتي",
    "12,345.50 د.إ",
    "99999",
    "o_98999",
)
LONGEST_NAME = "Entaj_Bazaar_Sharjah_Centre1_bot"
"""A bot's user name has 32 letters at most."""


def into_chat(payload: str) -> str:
    """The longest address that a label's code may hold."""
    return f"https://t.me/{LONGEST_NAME}?start={payload}"


def sheets_of(file: LabelsFile) -> list[Image.Image]:
    """The pages as a printer of 300 dots an inch has them, by a library that only reads PDF."""
    pdf = pypdfium2.PdfDocument(labels_pdf(file, into_chat))
    try:
        return [page.render(scale=DPI / 72).to_pil().convert("L") for page in pdf]
    finally:
        pdf.close()


def label_at(page: Image.Image, sheet: str, place: int) -> Image.Image:
    """The label at that place of the page, cut out as it is pulled off."""
    form = LABEL_SHEETS[sheet]
    left, top = (dots(side) for side in form.place(place))
    return page.crop((left, top, left + dots(form.width), top + dots(form.height)))


@pytest.mark.parametrize("sheet", LABEL_SHEETS)
def test_every_label_is_read_by_both_readers(sheet: str) -> None:
    """As it is drawn, and as it comes out of a printer."""
    first = LABEL_SHEETS[sheet].labels - 2
    runs = (LabelRun(SHORT, 1), LabelRun(LONG, 2))
    pages = sheets_of(LabelsFile("labels.pdf", runs, sheet, first))
    cut = [label_at(pages[0], sheet, at) for at in (first, first + 1)]
    cut.append(label_at(pages[1], sheet, 0))
    for label, art in zip(cut, (SHORT, LONG, LONG), strict=True):
        for read in READERS:
            assert read(label) == [into_chat(art.payload)], (read.__name__, art.name)
            assert read(printed(label)) == [into_chat(art.payload)], (read.__name__, art.name)


@pytest.mark.parametrize("sheet", LABEL_SHEETS)
def test_a_label_keeps_away_from_its_edge(sheet: str) -> None:
    """Printers do not reach the rim of a sheet, and no sheet lies quite straight."""
    page = sheets_of(LabelsFile("labels.pdf", (LabelRun(LONG, 1),), sheet))[0]
    inked = page.point([255 * (grey < 128) for grey in range(256)]).getbbox()
    assert inked is not None
    form = LABEL_SHEETS[sheet]
    least = dots(form.edge) - 2
    left, top = inked[0] - dots(form.left), inked[1] - dots(form.top)
    right, foot = dots(form.left + form.width) - inked[2], dots(form.top + form.height) - inked[3]
    assert min(left, top, right, foot) >= least


def test_sheets_fit_on_a4() -> None:
    for name, form in LABEL_SHEETS.items():
        left, top = form.place(form.labels - 1)
        assert left + form.width <= A4[0], name
        assert top + form.height <= A4[1], name
        assert form.step_across >= form.width, name
        assert form.step_down >= form.height, name


def test_a_page_is_a4_and_its_labels_black_or_white() -> None:
    """Of the greys of a letter's edge a printer makes a pattern of dots."""
    data = labels_pdf(LabelsFile("labels.pdf", (LabelRun(LONG, 24),), "3x8"), into_chat)
    pdf = pypdfium2.PdfDocument(data)
    assert pdf[0].get_size() == pytest.approx((595.276, 841.89), abs=0.01)
    kept = next(pdf[0].get_objects()).get_bitmap().to_pil()
    pdf.close()
    assert kept.size == (dots(700), dots(370))
    assert sum(kept.convert("L").histogram()[1:255]) == 0


def test_a_partly_used_sheet_is_gone_on_with() -> None:
    pages = pages_of([0] * 30, LABEL_SHEETS["3x8"], 20)
    assert [len(page) for page in pages] == [4, 24, 2]
    assert pages[0][0][1:3] == LABEL_SHEETS["3x8"].place(20)


def test_labels_are_kept_once_however_many_there_are() -> None:
    one, many = (
        len(labels_pdf(LabelsFile("labels.pdf", (LabelRun(LONG, copies),), "4x10"), into_chat))
        for copies in (1, 400)
    )
    assert many - one < 400 * 70


def test_the_table_says_where_every_object_begins() -> None:
    """Readers repair a wrong table, printers with a reader of their own do not."""
    runs = (LabelRun(SHORT, 3), LabelRun(LONG, 60))
    data = labels_pdf(LabelsFile("labels.pdf", runs, "4x10"), into_chat)
    start = re.search(rb"startxref\n(\d+)\n%%EOF\n\Z", data)
    assert start is not None
    table = data[int(start[1]) :].split(b"\n")
    assert table[0] == b"xref"
    places = [int(line[:10]) for line in table[3:] if line.endswith(b" n ")]
    assert [data[at:].split(b"\n", 1)[0] for at in places] == [
        f"{number} 0 obj".encode() for number in range(1, len(places) + 1)
    ]
