"""Takes in the photo on its input, and says how much memory that took at most, in megabytes.

A process of its own: what Pillow's decoders take is seen by no tracer of Python's memory, and the
most that a process ever held says nothing of one photo among many. With `unguarded` before it,
the bounds on pixels are those of no machine.
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

from bot.images import photos

STATUS, PEAKS = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def megabytes(line: str) -> int:
    """A line of the process's status: VmRSS is what it holds, VmHWM the most that it held."""
    found = next(each for each in STATUS.read_text().splitlines() if each.startswith(line))
    return int(found.split()[1]) // 1024


def take_in(data: bytes) -> str:
    """What became of it: taken, or the name of what was raised."""
    try:
        photos.accept_photo(data)
    except (photos.NotAPhoto, photos.PhotoTooLarge) as trouble:
        return type(trouble).__name__
    return "taken"


def main() -> None:
    """Prints the outcome and the megabytes."""
    small = BytesIO()
    for form in ("JPEG", "PNG", "WEBP", "AVIF", "GIF"):
        Image.new("RGB", (64, 64)).save(small, form)
        take_in(small.getvalue())  # what each decoder takes once
    if "unguarded" in sys.argv:
        photos.MAX_JPEG_VALUES = 10**9
        photos._MOST_PIXELS = dict.fromkeys(photos._MOST_PIXELS, 10**9)
    data = sys.stdin.buffer.read()
    before = megabytes("VmRSS")
    PEAKS.write_text("5")
    outcome = take_in(data)
    sys.stdout.write(f"{outcome} {megabytes('VmHWM') - before}\n")


if __name__ == "__main__":
    main()
