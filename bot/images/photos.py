"""Photos that people send: verified, turned upright, stripped of metadata and encoded anew."""

import hashlib
import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import ExifTags, Image

from bot.images.parts import is_endless, values_kept

MAX_BYTES = 20 * 1024 * 1024
"""What the Bot API's getFile hands over at most."""
MAX_PIXELS = 12_500_000
"""A telephone's usual photo, for which a PNG takes 115 MB."""
MAX_JPEG_PIXELS = 40_000_000
"""A JPEG is decoded at an eighth to a half of its size where it is large, in 60 MB."""
MAX_JPEG_VALUES = 38_000_000
"""What a JPEG of several scans keeps beside: one of 39 megapixels took 260 MB."""
MAX_COPIED_PIXELS = 8_000_000
"""The decoders of these formats keep the picture three times over, which takes 130 MB."""
MAX_RATIO = 20
"""Of the longer side to the shorter: Telegram's sendPhoto refuses more."""
MAX_SIDE = 1280
QUALITY = 85
_FINER = 1.5
"""How much finer than it is shown a photo is decoded at least, where it has the pixels."""
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes each orientation of EXIF; 1 is upright."""
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_MOST_PIXELS = {
    "JPEG": MAX_JPEG_PIXELS,
    "MPO": MAX_JPEG_PIXELS,
    "WEBP": MAX_COPIED_PIXELS,
    "AVIF": MAX_COPIED_PIXELS,
}

# Set once for the process: a filter put up around each call is not safe between threads.
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


class NotAPhoto(Exception):
    """No picture that can be shown: another format, damaged, cut off, a strip, or endless."""


class HeicFile(NotAPhoto):
    """A picture as newer cameras keep it; sent as a photo it comes as a JPEG."""


class PhotoTooLarge(Exception):
    """The file is over `MAX_BYTES`, or the picture would take too much memory: not decoded."""


@dataclass(frozen=True)
class AcceptedPhoto:
    """A photo fit for every channel: upright RGB JPEG without metadata, sizes in pixels."""

    hash: str
    jpeg: bytes
    width: int
    height: int


def accept_photo(data: bytes) -> AcceptedPhoto:
    """The photo in `data`, ready to be stored under the hash of its new bytes.

    Raises NotAPhoto, HeicFile or PhotoTooLarge. The sizes are judged by the header, before any
    pixel is decoded; of an animation the first frame is taken.
    """
    if len(data) > MAX_BYTES:
        raise PhotoTooLarge
    if is_endless(data):
        raise NotAPhoto
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as opened:
            _check_size(*opened.size, _MOST_PIXELS.get(opened.format or "", MAX_PIXELS))
            if values_kept(data) > MAX_JPEG_VALUES:
                raise PhotoTooLarge
            jpeg, size = _encode(_upright(opened))
    except (NotAPhoto, PhotoTooLarge):
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PhotoTooLarge from error
    except Exception as error:  # hostile files make the decoders raise almost anything
        raise (HeicFile if is_heic(data) else NotAPhoto) from error
    return AcceptedPhoto(hashlib.sha256(jpeg).hexdigest(), jpeg, *size)


def is_heic(data: bytes) -> bool:
    """Whether it begins as HEIF does: a box `ftyp` with its brand (ISO/IEC 23008-12, annex B)."""
    return data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS


def _check_size(width: int, height: int, most: int) -> None:
    if width * height > most:
        raise PhotoTooLarge
    if max(width, height) > MAX_RATIO * min(width, height):
        raise NotAPhoto


def _upright(image: Image.Image) -> Image.Image:
    """RGB pixels within `MAX_SIDE`, turned as the camera was held, on white where transparent."""
    # `thumbnail` would ask for a square of twice the side, and decode most photos whole.
    least = _FINER * MAX_SIDE / max(image.size)
    image.draft(None, (round(image.width * least), round(image.height * least)))
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    image.load()
    turned = _turn_upright(image)
    if not turned.has_transparency_data:
        return turned.convert("RGB")
    layer = turned.convert("RGBA")
    sheet = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(sheet, layer).convert("RGB")


def _turn_upright(image: Image.Image) -> Image.Image:
    """The image as the camera was held; as it is where what the file says of that is damaged.

    Pillow's own `exif_transpose` writes the other entries anew, and fails on any odd one.
    """
    try:
        turn = _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:
        turn = None
    return image if turn is None else image.transpose(turn)


def _encode(image: Image.Image) -> tuple[bytes, tuple[int, int]]:
    # A copy of the pixels alone: what the file said of place, time and camera stays behind.
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    out = BytesIO()
    bare.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return out.getvalue(), bare.size
