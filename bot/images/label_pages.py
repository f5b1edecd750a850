"""Labels laid out on sheets, as a PDF in the sheets' own size."""

from collections.abc import Sequence
from itertools import chain, repeat

from bot.images.label import DPI, draw_label
from bot.images.pdf import Placed, pdf_of
from handlers.dialog.links import Address
from handlers.dialog.speech import LabelsFile
from models.kernel.label_sheets import LABEL_SHEETS, LabelSheet

BLACK_OR_WHITE = [255 * (grey > 127) for grey in range(256)]


def labels_pdf(file: LabelsFile, address: Address) -> bytes:
    """The file: each label as often as it says, from the place of the first on."""
    sheet = LABEL_SHEETS[file.sheet]
    size, edge = (dots(sheet.width), dots(sheet.height)), dots(sheet.edge)
    labels = [run.label for run in file.runs]
    pictures = [
        # Of greys a printer makes a pattern: letters and squares are black or white.
        draw_label(label, address(label.payload), size, edge).point(BLACK_OR_WHITE, "1")
        for label in labels
    ]
    order = chain.from_iterable(repeat(at, run.copies) for at, run in enumerate(file.runs))
    return pdf_of(pictures, pages_of(list(order), sheet, file.first))


def pages_of(order: Sequence[int], sheet: LabelSheet, first: int) -> list[list[Placed]]:
    """The pages of labels in that order; on the first page the places before `first` are empty."""
    pages: list[list[Placed]] = []
    for at, picture in enumerate(order, start=first):
        page, place = divmod(at, sheet.labels)
        if page == len(pages):
            pages.append([])
        pages[page].append(Placed(picture, *sheet.place(place), sheet.width, sheet.height))
    return pages


def dots(tenths: int) -> int:
    """A length in tenths of a millimetre, in dots of the label."""
    return round(tenths * DPI / 254)
