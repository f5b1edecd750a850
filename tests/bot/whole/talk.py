"""How people talk with the bot in these tests: one act, and the words that they wait for."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import parse_qs, urlsplit

from PIL import Image

from tests.fake_botapi import Person, ScreenMessage


async def says(person: Person, text: str, then: str) -> ScreenMessage:
    """Type a text or a command, and see these words."""
    await person.sends(text)
    return await person.sees(then)


async def presses(
    person: Person, label: str, then: str, *, on: ScreenMessage | None = None
) -> ScreenMessage:
    """Press a button, on that message or on the newest that has it, and see these words."""
    await person.presses(label, message=on)
    return await person.sees(then)


def passed_on(shown: ScreenMessage, label: str) -> str:
    """The payload of the link into the bot that a button shares."""
    shared = parse_qs(urlsplit(shown.url_of(label)).query)["url"][0]
    return parse_qs(urlsplit(shared).query)["start"][0]


def a_photo(colour: str = "orange", size: tuple[int, int] = (640, 480)) -> bytes:
    """A picture from a phone."""
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    return out.getvalue()
