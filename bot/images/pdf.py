"""Pictures on pages of A4, as a PDF (ISO 32000-1), each kept once however often it is placed.

Pillow's own PDF rounds a page to whole dots and keeps every page as one picture: twenty times the
size for the same labels. fpdf2 would place them as well, and brings 30 MB of tools for fonts that
pictures have no need of.
"""

from collections.abc import Sequence
from typing import NamedTuple

from isal import isal_zlib
from PIL import Image

from models.kernel.label_sheets import A4

POINTS = 72 / 254
"""A tenth of a millimetre in points, which a PDF is measured in."""


class Placed(NamedTuple):
    """The picture of that place in a list, at left, top, width and height in tenths of a mm."""

    picture: int
    left: int
    top: int
    width: int
    height: int


def pdf_of(pictures: Sequence[Image.Image], pages: Sequence[Sequence[Placed]]) -> bytes:
    """The file; pictures are of mode ``1`` or ``L``. Equal pages give equal bytes."""
    first_page = 3 + len(pictures)
    numbers = range(first_page, first_page + 2 * len(pages), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        *(_image(picture) for picture in pictures),
    ]
    for number, page in zip(numbers, pages, strict=True):
        bodies += [_page(page, number + 1), _stream("", _drawing(page))]
    return _file(bodies)


def _image(picture: Image.Image) -> bytes:
    width, height = picture.size
    bits = 1 if picture.mode == "1" else 8
    entries = (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray"
        f" /BitsPerComponent {bits} /Filter /FlateDecode"
    )
    return _stream(entries, isal_zlib.compress(picture.tobytes()))


def _page(page: Sequence[Placed], content: int) -> bytes:
    """The page's object; object 3 is the first of the pictures."""
    shown = sorted({placed.picture for placed in page})
    names = " ".join(f"/P{number} {3 + number} 0 R" for number in shown)
    width, height = (side * POINTS for side in A4)
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:.3f} {height:.3f}]"
        f" /Resources << /XObject << {names} >> >> /Contents {content} 0 R >>"
    ).encode()


def _drawing(page: Sequence[Placed]) -> bytes:
    """What draws the pictures: a PDF is measured from its foot."""
    lines = []
    for picture, left, top, width, height in page:
        foot = A4[1] - top - height
        place = " ".join(f"{side * POINTS:.3f}" for side in (left, foot))
        lines.append(
            f"q {width * POINTS:.3f} 0 0 {height * POINTS:.3f} {place} cm /P{picture} Do Q"
        )
    return "\n".join(lines).encode()


def _stream(entries: str, data: bytes) -> bytes:
    return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(bodies: Sequence[bytes]) -> bytes:
    """The objects, counted from 1, with the table that says where each begins."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    size = len(places) + 1
    out += f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)
