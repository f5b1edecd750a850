"""A note on goods in words, and as the picture that the family and the centre both keep."""

from __future__ import annotations

import msgspec

from handlers.dialog.layout import cut, short
from handlers.dialog.pictures import Receipt, ReceiptExtra, ReceiptLine
from handlers.dialog.rendering import bare
from handlers.dialog.speech import Amount, Card, Exact, Lines, Name, Phrase, Row, When, say
from handlers.ui.order_lines import stack
from locales.languages import LANGUAGES
from models.hall.note_queries import NoteLine, NoteView
from models.hall.note_tables import NoteKind, NoteState
from models.hall.notes import WHY_WRITTEN_OFF
from models.people.people import Language

NAME, OPTION = 60, 24
MOST_LINES = 12
ON_ONE_PICTURE = 40
"""Lines of a note on one picture, each perhaps with a second row of what differs."""
MOST_REASON = 200


def option_words(
    name: tuple[str, str], label: tuple[str, str], most: int = NAME, most_label: int = OPTION
) -> Phrase:
    """A thing on a shelf: its name, with the option where it has several."""
    if not any(label):
        return say("thing", name=short(*name, most))
    return say("thing-option", name=short(*name, most), option=short(*label, most_label))


def pieces_words(count: int) -> Phrase:
    """So many pieces."""
    return say("goods-pieces", count=count)


def line_thing(line: NoteLine, most: int = NAME) -> Phrase:
    """What a line of a note is about."""
    return option_words((line.name_ar, line.name_en), (line.label_ar, line.label_en), most)


def line_words(line: NoteLine) -> Phrase:
    """A line of a note: what, and how many pieces; of a count also what differs."""
    words = say("note-line", thing=line_thing(line, 40), pieces=pieces_words(line.pieces))
    if line.counted is None or not line.change:
        return words
    return say("note-line-differs", line=words, differs=differs_words(line.change))


def differs_words(change: int) -> Phrase:
    """By how many pieces a count differs from the books."""
    return say("note-too-many" if change > 0 else "note-too-few", pieces=pieces_words(abs(change)))


def brand_of(found: NoteView) -> Name:
    """Whose goods the note is about."""
    return short(found.brand_ar, found.brand_en, NAME)


def written_off_words(reason: str) -> Phrase:
    """Why goods were written off: a reason that was chosen, or own words."""
    if reason in WHY_WRITTEN_OFF:
        return say(f"written-off-{reason}")
    return say("written-off-own", reason=cut(reason, MOST_REASON))


def note_text(found: NoteView) -> Phrase:
    """The note in words: its number, kind, brand and date, its lines, and what is said of it."""
    head = say(
        "note-head",
        title=say(f"note-title-{found.kind}"),
        number=Exact(str(found.id)),
        brand=brand_of(found),
        at=When(found.at),
    )
    lines = [line_words(line) for line in found.lines[:MOST_LINES]]
    if len(found.lines) > MOST_LINES:
        lines.append(say("lines-more", count=len(found.lines) - MOST_LINES))
    parts = [head, say("note-lines", list=Lines(tuple(lines)))]
    if found.reason and found.kind is NoteKind.write_off:
        parts.append(say("note-why", reason=written_off_words(found.reason)))
    return stack(*parts, *said_of(found))


def said_of(found: NoteView) -> list[Phrase]:
    """Where the note stands with its family, what she says is wrong, and what was answered."""
    said = [say("note-stands", state=say(f"note-state-{found.state}"))]
    if found.word:
        said.append(say("note-word", word=cut(found.word, MOST_REASON)))
    if found.state is NoteState.settled:
        said.append(say("note-answer", answer=cut(found.answer, MOST_REASON)))
    return said


def note_cards(found: NoteView, language: Language, text: Phrase, *rows: Row) -> tuple[Card, ...]:
    """The note as a picture with the text and buttons; a long one in several, which lose no line.

    What is pressed stands beneath the last.
    """
    *before, last = note_pictures(found, language)
    parts = str(len(before) + 1)
    cards = [
        Card(
            text=say("note-part", number=Exact(str(found.id)), part=str(at), parts=parts),
            picture=picture,
            stays=True,
        )
        for at, picture in enumerate(before, start=1)
    ]
    return (*cards, Card(text=text, picture=last, choices=rows, stays=True))


def note_pictures(found: NoteView, language: Language) -> list[Receipt]:
    """The note in pictures of not too many lines each, the sum on every one."""
    whole = note_picture(found, language)
    starts = range(0, max(len(whole.lines), 1), ON_ONE_PICTURE)
    if len(starts) == 1:
        return [whole]
    return [
        msgspec.structs.replace(
            whole,
            number=f"{whole.number} ({at}/{len(starts)})",
            lines=whole.lines[start : start + ON_ONE_PICTURE],
        )
        for at, start in enumerate(starts, start=1)
    ]


def note_picture(found: NoteView, language: Language) -> Receipt:
    """The whole note in that language: it names no person, but who took part by role."""

    def words(phrase: Phrase) -> str:
        return bare(phrase, language)

    extras = [ReceiptExtra(words(say("note-brand")), words(say("answer", answer=brand_of(found))))]
    if found.reason and found.kind is NoteKind.write_off:
        why = words(written_off_words(found.reason))
        extras.append(ReceiptExtra(words(say("note-reason")), why))
    return Receipt(
        title=words(say(f"note-title-{found.kind}")),
        brand=words(say("shop-name")),
        number_label=words(say("note-number")),
        number=str(found.id),
        date=words(say("receipt-date", at=When(found.at, year=True))),
        lines=tuple(picture_line(line, language) for line in found.lines),
        extras=tuple(extras),
        total_label=words(say("note-pieces")),
        total=str(found.pieces),
        footer=words(say(f"note-footer-{found.kind}")),
        rtl=LANGUAGES[language].rtl,
    )


def picture_line(line: NoteLine, language: Language) -> ReceiptLine:
    """A line of the picture: what, how many pieces, and the price of one."""
    differs = line.counted is not None and line.change != 0
    return ReceiptLine(
        name=bare(line_thing(line), language),
        quantity=f"× {line.pieces}",
        amount=bare(say("amount", amount=Amount(line.price)), language),
        wish=bare(differs_words(line.change), language) if differs else "",
    )
