"""A price label in words, as it is drawn: in Arabic, with its English name."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.dialog.actions.labels import PickLabels
from handlers.dialog.actions.selling import SellOption
from handlers.dialog.links import encode_link
from handlers.dialog.pictures import LabelArt
from handlers.dialog.rendering import bare
from handlers.dialog.speech import Amount, Choice, LabelRun, LabelsFile, Row, say
from models.hall.labels import Labelled, LabelWanted
from models.hall.note_queries import NoteView
from models.hall.note_tables import NoteKind
from models.hall.short_codes import code_of

FILE = "labels.pdf"


def label_art(wanted: LabelWanted) -> LabelArt:
    """The label of the option; its code opens the option where it is sold."""
    english = " · ".join(part for part in (wanted.name_en, wanted.label_en) if part)
    return LabelArt(
        name=wanted.name_ar or wanted.name_en,
        name_en=english if wanted.name_ar else wanted.label_en,
        brand=wanted.brand_ar or wanted.brand_en,
        option=wanted.label_ar,
        price=bare(say("amount", amount=Amount(wanted.price)), "ar"),
        code=code_of(wanted.option_id),
        payload=encode_link(SellOption(wanted.option_id)),
    )


def label_rows(note: NoteView) -> tuple[Row, ...]:
    """The way from a note to the labels of what came in by it; none from another note."""
    if note.kind is not NoteKind.take_in:
        return ()
    return ((Choice(say("button-labels"), PickLabels(Labelled.note.value, str(note.id))),),)


def labels_file(wanted: Sequence[LabelWanted], sheet: str, first: int = 0) -> LabelsFile:
    """The labels, each as often as it is needed, from the place `first` of the sheet on."""
    runs = tuple(LabelRun(label_art(each), each.copies) for each in wanted)
    return LabelsFile(FILE, runs, sheet, first)
