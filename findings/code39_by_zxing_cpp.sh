#!/bin/sh
# Code 39 with a slash, plus, dollar or per cent in it, as zxing-cpp 3.1.1 reads it (Apache 2.0, on PyPI;
# Python 3.11). It is also what the BarcodeDetector polyfills of many web pages read with.
#
# The four signs are among the 43 characters of Code 39 (ISO/IEC 16388). "Full ASCII" gives pairs of them
# another meaning, by agreement of writer and reader; the symbol itself does not say whether it is meant.
# `read_barcodes` takes it as meant wherever a pair has such a meaning: a label "A/C12" scans as "A#12",
# also one that zxing-cpp wrote itself as plain Code 39. Only some codes of a series change ("A/12"
# stays), the bars are right and nothing is raised; the format then reads "Code 39 Extended".
# `formats=BarcodeFormat.Code39` still changes it, `Code39Std` alone does not. Scanners that have it off
# as they come (seen with zxing-js 0.21.3 and ZBar, not run here) say "A/C12": one label, two codes.
#
# Seen on 30 November 2026:
#   A/C12     A#12
#   KD+C5     KDc5
#   25%OFF    25_FF
#   S/L-01    S,-01
#   A/12      A/12
#   A/C12     A/C12, formats=BarcodeFormat.Code39Std
#
# So what a label carries is a QR code with an ASCII link, and beneath it a number to be typed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    zxing-cpp==3.1.1 python-barcode==0.16.1 pillow==13.0.0
cd "$folder"
"$folder/venv/bin/python" - <<'PROGRAM'
from importlib.metadata import version

import zxingcpp
from barcode.codex import Code39
from barcode.writer import ImageWriter
from zxingcpp import BarcodeFormat

SEEN = {
    "A/C12": "A#12",
    "KD+C5": "KDc5",
    "25%OFF": "25_FF",
    "S/L-01": "S,-01",
    "A/12": "A/12",
    "A-C12": "A-C12",
}
changed = []


def holds(what: str, seen: list[str], known: str) -> None:
    print(f"{what:36} {seen}")
    if seen != [known]:
        changed.append(f"{what}: {seen}, was {known}")


def texts(image: object, **options: object) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(image, **options)]


print("zxing-cpp", version("zxing-cpp"), "python-barcode", version("python-barcode"))
for label, known in SEEN.items():
    bars = Code39(label, writer=ImageWriter(), add_checksum=False).render({"write_text": False})
    bars = bars.convert("L")
    holds(f"{label} by python-barcode", texts(bars), known)
    holds(f"{label} as Code39", texts(bars, formats=BarcodeFormat.Code39), known)
    holds(f"{label} as Code39Std", texts(bars, formats=BarcodeFormat.Code39Std), label)
    own = zxingcpp.create_barcode(label, BarcodeFormat.Code39Std)
    holds(f"{label} by zxing-cpp itself", texts(own.to_image(scale=3)), known)
if changed:
    raise SystemExit("changed:\n" + "\n".join(changed))
PROGRAM
