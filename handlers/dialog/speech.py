"""The values of speech: what was heard, and what is replied. Closed, few and typed.

A text is a phrase: its id and arguments. It is put into words at the very end, in the language
of whoever reads it. A new value needs two channels or a named need.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

import msgspec

from handlers.dialog.actions import Action
from handlers.dialog.actions.taking import takes_away
from handlers.dialog.pictures import HallReceipt, LabelArt, Picture
from models.kernel.money import Money

# ---------------------------------------------------------------- phrases


class Name(msgspec.Struct, frozen=True, tag="name", tag_field="a"):
    """A name that exists in both languages; the reader's own is shown."""

    ar: str
    en: str


class Amount(msgspec.Struct, frozen=True, tag="amount", tag_field="a"):
    """Money, spoken in dirhams."""

    money: Money


class Day(msgspec.Struct, frozen=True, tag="day", tag_field="a", omit_defaults=True):
    """A day of the calendar in Dubai, spoken with its weekday; `year` with the year too.

    `rendering.with_years` sets that in every reply where the year is not this one.
    """

    day: date
    year: bool = False


class When(msgspec.Struct, frozen=True, tag="when", tag_field="a", omit_defaults=True):
    """A moment (UTC), spoken as day and time in Dubai; `year` as with a Day."""

    at: datetime
    year: bool = False


class TimeOfDay(msgspec.Struct, frozen=True, tag="clock", tag_field="a"):
    """A moment (UTC), spoken as the time of day in Dubai alone."""

    at: datetime


class Exact(msgspec.Struct, frozen=True, tag="exact", tag_field="a"):
    """A code, a phone or an order number: kept in its own order in both directions."""

    text: str


class Phrase(msgspec.Struct, frozen=True, tag="phrase", tag_field="a"):
    """A message of `locales/` by its id, with the arguments that it needs."""

    id: str
    args: dict[str, Arg] = {}


class Lines(msgspec.Struct, frozen=True, tag="lines", tag_field="a"):
    """Phrases one under the other."""

    phrases: tuple[Phrase, ...]


Arg = int | str | Name | Amount | Day | When | TimeOfDay | Exact | Phrase | Lines


def say(phrase_id: str, **args: Arg) -> Phrase:
    """The phrase of that id; argument names are written with _ here and - in Fluent."""
    if not args:
        return Phrase(phrase_id)
    return Phrase(phrase_id, {name.replace("_", "-"): value for name, value in args.items()})


# ---------------------------------------------------------------- what is replied


class Weight(StrEnum):
    """How a button stands out: as what is done next, as what takes something away, or not."""

    plain = ""
    heavy = "heavy"
    taking = "taking"


class Choice(msgspec.Struct, frozen=True, tag="choice"):
    """A button: a label, what pressing it asks for, and how it stands out."""

    label: Phrase
    action: Action
    weight: Weight = Weight.plain

    @property
    def look(self) -> Weight:
        """How it is shown: as taking something away wherever its action does."""
        return Weight.taking if takes_away(self.action) else self.weight


class LinkChoice(msgspec.Struct, frozen=True, tag="link"):
    """A button that opens an address outside."""

    label: Phrase
    url: str


class ShareChoice(msgspec.Struct, frozen=True, tag="share"):
    """A button that passes an action on to other people; the channel makes the address.

    `copied`: the address is for copying too, and stands beneath a short text where the button
    itself does not show it.
    """

    label: Phrase
    action: Action
    text: Phrase
    copied: bool = False


AnyChoice = Choice | LinkChoice | ShareChoice
Row = tuple[AnyChoice, ...]


class Ask(StrEnum):
    """What a card waits for. `text` needs nothing but the keyboard.

    `message` is whatever may be handed to the centre: a text, a photo or a voice note.
    `over` waits for nothing: a phone or place prompt has ended, and its keyboard goes away.
    """

    text = "text"
    phone = "phone"
    place = "place"
    photo = "photo"
    message = "message"
    over = "over"


KEYBOARDS = (Ask.phone, Ask.place)
"""What is asked by a keyboard in the place of the person's own: it is one whole, and goes away."""


class Place(msgspec.Struct, frozen=True, tag="place"):
    """A place on the map, WGS 84 degrees."""

    latitude: float
    longitude: float
    title: Phrase
    address: Phrase


class CalendarEvent(msgspec.Struct, frozen=True):
    """One opening for a calendar, UTC; texts are in the reader's language already."""

    uid: str
    starts: datetime
    ends: datetime
    title: str
    place: str
    latitude: float | None = None
    longitude: float | None = None


class CalendarFile(msgspec.Struct, frozen=True, tag="ics"):
    """An .ics file that carries its own events; `name` is ASCII and ends in .ics."""

    name: str
    events: tuple[CalendarEvent, ...]


class TextFile(msgspec.Struct, frozen=True, tag="txt"):
    """A file that carries its own text, for one person; `name` is ASCII and ends in .json."""

    name: str
    text: str


class LabelRun(msgspec.Struct, frozen=True):
    """One label, so many times."""

    label: LabelArt
    copies: int


class LabelsFile(msgspec.Struct, frozen=True, tag="labels"):
    """Labels for a sheet of that name (`LABEL_SHEETS`); `name` is ASCII and ends in .pdf.

    The first of them comes on the place `first` of the sheet, counted from 0.
    """

    name: str
    runs: tuple[LabelRun, ...]
    sheet: str
    first: int = 0


class RasterFile(msgspec.Struct, frozen=True, tag="raster"):
    """A receipt for a thermal printer that is so many dots wide; `name` ends in .png."""

    name: str
    receipt: HallReceipt
    dots: int


CardFile = CalendarFile | TextFile | LabelsFile | RasterFile


class VoiceNote(msgspec.Struct, frozen=True, tag="voice"):
    """A voice note that was kept under the hash of its bytes.

    `as_file`: to be heard outside, for who takes no voice notes.
    """

    hash: str
    seconds: int
    as_file: bool = False


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One message: a text, perhaps something to see or hear, choices in rows, a question.

    A card has at most one of picture, file, place and voice note. One that `stays` is kept for
    reading again: what its buttons lead to comes beneath it.
    """

    text: Phrase
    picture: Picture | None = None
    file: CardFile | None = None
    place: Place | None = None
    voice: VoiceNote | None = None
    choices: tuple[Row, ...] = ()
    ask: Ask | None = None
    stays: bool = False


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """Cards in order; whether the first replaces the pressed message; a notice for the press.

    A notice has 200 characters at most, and is the whole answer where there are no cards.
    """

    cards: tuple[Card, ...] = ()
    in_place: bool = False
    notice: Phrase | None = None


def reply(*cards: Card, in_place: bool = False, notice: Phrase | None = None) -> Reply:
    """A reply of these cards."""
    return Reply(cards=cards, in_place=in_place, notice=notice)


# ---------------------------------------------------------------- what was heard


class Command(msgspec.Struct, frozen=True):
    """A slash command, without the slash and in lower case, and what was written after it."""

    name: str
    rest: str = ""


class Said(msgspec.Struct, frozen=True):
    """Text; `message` is the channel's own name of it where it can be edited, and `is_edit` is so
    of one that was. `replies_to` is what the buttons of the bot's message ask for that it answers.
    """

    text: str
    message: str = ""
    is_edit: bool = False
    replies_to: tuple[Action, ...] = ()


class Pressed(msgspec.Struct, frozen=True):
    """A button, or a link that carries an action; None where the data could not be understood."""

    action: Action | None
    from_link: bool = False


class SharedPhone(msgspec.Struct, frozen=True):
    """A number that somebody shares as their own; `proven` where the channel vouches for it."""

    number: str
    proven: bool = False


class SharedPlace(msgspec.Struct, frozen=True):
    """A pin, WGS 84 degrees."""

    latitude: float
    longitude: float


class SentPhoto(msgspec.Struct, frozen=True):
    """A picture, verified, re-encoded and stored already under this hash; perhaps with words.

    One of an `album` is answered for all of them: those behind the first are `further` ones.
    """

    hash: str
    caption: str = ""
    album: bool = False
    further: bool = False


class SentVoice(msgspec.Struct, frozen=True):
    """A voice note, looked at and stored already under this hash; perhaps with words."""

    hash: str
    caption: str = ""


class Trouble(StrEnum):
    """Why something that was sent could not be taken."""

    not_a_photo = "not-a-photo"
    heic_file = "heic-file"
    photo_too_big = "photo-too-big"
    photo_unreachable = "photo-unreachable"
    voice_too_big = "voice-too-big"
    voice_unreachable = "voice-unreachable"
    edited = "edited"  # a photo, a file or its words: what was sent before stands
    too_many_files = "too-many-files"  # photos and voice notes that were not sent on yet
    not_understood = "not-understood"  # a sticker, a file, a poll…


class SentOther(msgspec.Struct, frozen=True):
    """Something that is no text, phone, place or usable picture.

    A `further` one of an album that nothing waits for was answered with the first.
    """

    trouble: Trouble
    further: bool = False


What = Command | Said | Pressed | SharedPhone | SharedPlace | SentPhoto | SentVoice | SentOther


class ChannelUser(msgspec.Struct, frozen=True):
    """Who speaks: the channel, its own id of them, and the language that their account hints at."""

    channel: str
    external_id: str
    language_hint: str | None = None


class PressedOn(msgspec.Struct, frozen=True):
    """The message whose button was pressed, by the channel's own name of it.

    `keyboard` stands for the buttons that it had under the finger, and `is_gone` says that the
    pressed one was not among those any more when the press reached the channel.
    """

    message: str
    keyboard: str
    is_gone: bool = False

    def press_of(self, data: str) -> str:
        """The press of the button with that data, as it is kept with what took its place."""
        return f"{self.keyboard} {data}"


class Heard(msgspec.Struct, frozen=True):
    """One update: who, what, and the platform's own id of it; `on` is there for a press.

    `is_first` is said by a channel that keeps an account for somebody before they come: nothing
    was heard of them yet.
    """

    sender: ChannelUser
    what: What
    update_key: str
    is_first: bool = False
    on: PressedOn | None = None


REPLY_DECODER: msgspec.json.Decoder[Reply] = msgspec.json.Decoder(Reply)


def encode_reply(answer: Reply) -> str:
    """The reply as JSON, for the stored answer and for the outbox."""
    return msgspec.json.encode(answer).decode()


def decode_reply(stored: str) -> Reply:
    """The reply that was stored; raises msgspec.ValidationError if it is none of today's."""
    return REPLY_DECODER.decode(stored)
