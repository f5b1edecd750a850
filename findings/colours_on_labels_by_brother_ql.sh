#!/bin/sh
# Coloured words on a label, as brother_ql_next 0.12.0 sends them (GPL 3.0, on PyPI; Python 3.11) to a
# Brother QL-820NWB.
#
# On plain tape all that is darker than a threshold is printed black: dark blue, green and grey with it.
# On a roll for black and red (DK-22251, one comes with this printer) its documentation asks for `red` in
# any case, whatever is printed. Then a dot is red where its hue is near red, black where its
# brightest channel is below 80 of 255, and else nothing. Navy, bottle green, dark teal and grey leave no
# dot: a price in one of them is missing from an otherwise right label, though the same picture was whole
# on plain tape, and nothing is raised or logged. Gold and brown come out red. The threshold does not
# change it. That greys are lost there was reported upstream (issues 62 and 71 of pklaus/brother_ql, from
# which it comes); its documentation does not say it.
#
# Seen on 30 November 2026, dots of a square of 2,000 (plain tape, then black and red of two-colour tape):
#   black 0,0,0           2000    2000    0
#   navy 25,42,110        2000    0       0
#   green 27,94,32        2000    0       0
#   teal 0,105,92         2000    0       0
#   grey 90,90,90         2000    0       0
#   gold 184,134,11       2000    0       2000
#
# So what goes to a printer of labels or receipts is drawn in two values, black and white, by us.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    brother-ql-next==0.12.0 attrs==26.1.0 click==8.5.1 jsons==1.6.3 packbits==0.6 pillow==13.0.0 \
    pyusb==1.3.1 typish==1.9.3
cd "$folder"
"$folder/venv/bin/python" - <<'PROGRAM'
from importlib.metadata import version

from brother_ql.conversion import convert
from brother_ql.raster import BrotherQLRaster
from PIL import Image

COLOURS = {
    "black": ((0, 0, 0), 2000, 0),
    "navy": ((25, 42, 110), 0, 0),
    "green": ((27, 94, 32), 0, 0),
    "teal": ((0, 105, 92), 0, 0),
    "grey": ((90, 90, 90), 0, 0),
    "gold": ((184, 134, 11), 0, 2000),
}
ROW = 90
PLAIN, BLACK, RED = b"g\x00", b"w\x01", b"w\x02"
changed = []


def holds(what: str, seen: int, known: int) -> None:
    print(f"{what:30} {seen}")
    if seen != known:
        changed.append(f"{what}: {seen}, was {known}")


def sent(colour: tuple[int, int, int], *, two_colours: bool, threshold: int = 70) -> bytes:
    label = Image.new("RGB", (696, 160), "white")
    label.paste(colour, (100, 50, 200, 70))
    printer = BrotherQLRaster("QL-820NWB")
    printer.exception_on_warning = True
    tape = "62red" if two_colours else "62"
    data = convert(printer, [label], tape, red=two_colours, threshold=threshold, rotate=0)
    return bytes(data)


def dots(data: bytes, rows: bytes) -> int:
    """Dots in the rows of one colour; the rows of both colours follow each other to the end."""
    at, count = min(data.find(kind + bytes([ROW])) % len(data) for kind in (PLAIN, BLACK)), 0
    while data[at : at + 2] in (PLAIN, BLACK, RED):
        if data[at : at + 2] == rows:
            count += sum(byte.bit_count() for byte in data[at + 3 : at + 3 + ROW])
        at += 3 + ROW
    return count


print("brother_ql_next", version("brother_ql_next"))
for name, (colour, black, red) in COLOURS.items():
    holds(f"{name}, plain tape", dots(sent(colour, two_colours=False), PLAIN), 2000)
    data = sent(colour, two_colours=True)
    holds(f"{name}, black of two", dots(data, BLACK), black)
    holds(f"{name}, red of two", dots(data, RED), red)
dark = sent(COLOURS["navy"][0], two_colours=True, threshold=1)
holds("navy at threshold 1", dots(dark, BLACK) + dots(dark, RED), 0)
if changed:
    raise SystemExit("changed:\n" + "\n".join(changed))
PROGRAM
