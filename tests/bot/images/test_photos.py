"""What people send is verified and encoded anew before anything else sees it."""

import struct
import time
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageOps

from bot.images.photos import MAX_BYTES, MAX_SIDE, NotAPhoto, PhotoTooLarge, accept_photo
from tests.bot.images.pixels import farthest_apart, pixel

ORIENTATION = 0x0112
GPS = 0x8825
MAKE = 0x010F
RESOLUTION = 0x011A


def encoded(image: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def reopened(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg), formats=["JPEG"])


def half_red_half_blue() -> Image.Image:
    image = Image.new("RGB", (200, 100), "red")
    image.paste("blue", (100, 0, 200, 100))
    return image


def png_header_of(width: int, height: int) -> bytes:
    """A PNG that promises an enormous picture in a hundred bytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 100)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("form", ["JPEG", "MPO", "PNG", "WEBP", "GIF", "AVIF"])
def test_usual_formats_become_jpeg(form: str) -> None:
    photo = accept_photo(encoded(half_red_half_blue(), form))
    shown = reopened(photo.jpeg)
    assert (shown.mode, shown.size) == ("RGB", (200, 100))
    assert (photo.width, photo.height) == shown.size


def test_same_bytes_give_the_same_hash_and_others_another() -> None:
    data = encoded(half_red_half_blue())
    assert accept_photo(data).hash == accept_photo(data).hash
    assert accept_photo(data).hash != accept_photo(encoded(Image.new("RGB", (9, 9)))).hash


@pytest.mark.parametrize(
    "data", [b"", b"Hello, this is text.", b"%PDF-1.7", b"\xff\xd8\xff", b"GIF89a"]
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(NotAPhoto):
        accept_photo(data)


@pytest.mark.parametrize("form", ["TIFF", "BMP", "ICO"])
def test_formats_nobody_sends_from_a_phone_are_refused(form: str) -> None:
    with pytest.raises(NotAPhoto):
        accept_photo(encoded(half_red_half_blue(), form))


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9])
def test_truncated_files_are_refused(form: str, kept: float) -> None:
    data = encoded(Image.effect_noise((120, 120), 80).convert("RGB"), form)
    with pytest.raises(NotAPhoto):
        accept_photo(data[: int(len(data) * kept)])


@pytest.mark.parametrize("size", [(8000, 6000), (12_000, 10_000), (60_000, 60_000)])
def test_decompression_bombs_are_refused_by_their_header(size: tuple[int, int]) -> None:
    with pytest.raises(PhotoTooLarge):
        accept_photo(png_header_of(*size))


def test_only_what_is_decoded_small_may_be_larger_than_a_telephones_photo() -> None:
    with pytest.raises(PhotoTooLarge):
        accept_photo(png_header_of(4200, 3200))
    assert accept_photo(encoded(Image.new("L", (4032, 3024)), "PNG")).width == MAX_SIDE
    assert accept_photo(encoded(Image.new("L", (7000, 5600)))).width == MAX_SIDE
    assert accept_photo(encoded(Image.new("L", (5000, 4000)), "MPO")).width == MAX_SIDE


def test_the_same_small_file_with_a_small_promise_is_only_damaged() -> None:
    with pytest.raises(NotAPhoto):
        accept_photo(png_header_of(80, 60))


def flooded(form: str, part: bytes) -> bytes:
    """A small picture with 19 MB of empty parts before its pixels."""
    whole = encoded(Image.new("L", (64, 64)), form)
    at = {"JPEG": 2, "PNG": 33, "GIF": whole.find(b",\0\0\0\0")}[form]
    return whole[:at] + part * (19 * 2**20 // len(part)) + whole[at:]


EMPTY_CHUNK = struct.pack(">I4sI", 0, b"prVt", zlib.crc32(b"prVt"))


@pytest.mark.parametrize(
    ("form", "part"),
    [
        ("JPEG", b"\xff\xec\0\2"),
        ("JPEG", b"\xff\xd0"),
        ("JPEG", b"\xff"),
        ("PNG", EMPTY_CHUNK),
        ("GIF", b"!\xfe\1a\0"),
        ("GIF", b"?"),
    ],
    ids=["segments", "restarts", "filling", "chunks", "comments", "stray bytes"],
)
def test_a_file_of_endless_parts_is_refused_at_once(form: str, part: bytes) -> None:
    data = flooded(form, part)
    began = time.process_time()
    with pytest.raises(NotAPhoto):
        accept_photo(data)
    assert time.process_time() - began < 5.0


def with_scans(more: int) -> bytes:
    """A progressive JPEG whose last scan comes so many times more."""
    whole = encoded(Image.new("L", (640, 640), 128), progressive=True)
    scan, end = whole.rindex(b"\xff\xda"), whole.rindex(b"\xff\xd9")
    return whole[:end] + whole[scan:end] * more + whole[end:]


def test_pixels_that_are_refined_without_end_are_refused() -> None:
    assert accept_photo(with_scans(20)).width == 640
    with pytest.raises(NotAPhoto):
        accept_photo(with_scans(40))


def test_a_photo_in_many_small_parts_is_taken() -> None:
    noise = Image.effect_noise((1000, 1000), 100)
    assert accept_photo(encoded(noise, restart_marker_blocks=1)).width == 1000
    assert accept_photo(encoded(noise, "PNG")).width == 1000
    assert accept_photo(encoded(noise, "GIF", comment=b"x" * 60_000)).width == 1000


def test_a_file_over_the_size_is_refused() -> None:
    with pytest.raises(PhotoTooLarge):
        accept_photo(b"\xff" * (MAX_BYTES + 1))


def test_a_strip_is_refused_and_the_widest_allowed_is_not() -> None:
    with pytest.raises(NotAPhoto):
        accept_photo(encoded(Image.new("RGB", (2001, 100))))
    assert accept_photo(encoded(Image.new("RGB", (2000, 100)))).width == MAX_SIDE


def test_large_photos_are_made_smaller_in_proportion() -> None:
    photo = accept_photo(encoded(Image.new("RGB", (3000, 1500), "green")))
    assert (photo.width, photo.height) == (1280, 640)


def test_a_photo_is_turned_as_the_camera_was_held() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    photo = accept_photo(encoded(half_red_half_blue(), exif=exif, quality=95))
    shown = reopened(photo.jpeg)
    assert shown.size == (100, 200)
    red, _, blue = pixel(shown, (50, 20))
    assert red > 200
    assert blue < 60


@pytest.mark.parametrize("orientation", range(10))
def test_every_orientation_is_undone(orientation: int) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    corner = Image.new("RGB", (200, 100), "red")
    corner.paste("blue", (0, 0, 100, 50))
    data = encoded(corner, "PNG", exif=exif)
    shown = reopened(accept_photo(data).jpeg)
    expected = ImageOps.exif_transpose(Image.open(BytesIO(data))).convert("RGB")
    assert shown.size == expected.size
    quarters = [image.resize((2, 2), Image.Resampling.BOX) for image in (shown, expected)]
    assert farthest_apart(*quarters) < 20


def test_a_photo_is_taken_and_turned_though_another_entry_is_odd() -> None:
    """A resolution that is a word in the place of a fraction."""
    turned = struct.pack(">HHIHH", ORIENTATION, 3, 1, 6, 0)
    odd = struct.pack(">HHI4s", RESOLUTION, 2, 4, b"abc\0")
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 2) + turned + odd + struct.pack(">I", 0)
    photo = accept_photo(encoded(half_red_half_blue(), exif=exif))
    assert (photo.width, photo.height) == (100, 200)


def test_place_and_camera_are_removed() -> None:
    exif = Image.Exif()
    exif[MAKE] = "SecretCamera"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (25.0, 20.0, 30.0)
    data = encoded(half_red_half_blue(), exif=exif, comment=b"SecretComment")
    assert b"Secret" in data
    photo = accept_photo(data)
    assert not reopened(photo.jpeg).getexif()
    assert b"Secret" not in photo.jpeg
    assert b"Exif" not in photo.jpeg


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparency_lies_on_white(mode: str) -> None:
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0)).convert(mode)
    options = {"transparency": clear.getpixel((0, 0))} if mode == "P" else {}
    shown = reopened(accept_photo(encoded(clear, "PNG", **options)).jpeg)
    assert shown.getpixel((20, 20)) == (255, 255, 255)


def test_an_animation_shows_its_first_frame() -> None:
    frames = [Image.new("RGB", (30, 30), colour) for colour in ("red", "blue")]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=50)
    red, _, blue = pixel(reopened(accept_photo(data).jpeg), (15, 15))
    assert (red > 200, blue < 60) == (True, True)


def test_print_colours_become_screen_colours() -> None:
    shown = reopened(accept_photo(encoded(half_red_half_blue().convert("CMYK"))).jpeg)
    assert shown.mode == "RGB"
