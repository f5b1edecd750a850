#!/bin/sh
# Prices with Arabic figures, as price-parser 0.5.1 reads them (BSD-3-Clause, on PyPI; Python 3.11).
#
# It takes Arabic-Indic digits for digits, so one expects it to take the two marks that Unicode has for
# them: U+066B for the fraction and U+066C for the thousands, which CLDR's `arab` numbering prints. It
# cuts the figure off at either: of twelve hundred and fifty dirhams and a half remains 1, of 25.50
# remains 25. The currency is recognised beside it and nothing is raised, so the amount looks sure. What
# Babel prints for one thousand two hundred and fifty dirhams and a half is read as one dirham.
# A full stop that ends a short name of the currency is taken for the decimal point where no space
# follows it: "Dhs.25" and "د.إ.25" are a quarter of a dirham.
#
# Seen on 30 November 2026:
#   ٢٥٫٥٠ درهم          25      (25.50)
#   ١٬٢٥٠٫٥٠ درهم       1       (1250.50)
#   Dhs.25             0.25    (25)
#   د.إ.25             0.25    (25)
#   1,250.50 د.إ        1250.50
#
# So a price that somebody types is read whole by a reader that knows all four marks, or asked again.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    price-parser==0.5.1 attrs==26.1.0 babel==2.19.0
cd "$folder"
"$folder/venv/bin/python" - <<'PROGRAM'
from decimal import Decimal
from importlib.metadata import version

from babel.numbers import format_currency
from price_parser import Price

changed = []


def holds(written: str, known: str) -> None:
    amount = Price.fromstring(written).amount
    print(f"{written!a:62} {amount}")
    if amount != Decimal(known):
        changed.append(f"{written}: {amount}, was {known}")


print("price-parser", version("price-parser"), "babel", version("babel"))
BY_BABEL = format_currency(Decimal("1250.5"), "AED", locale="ar", numbering_system="arab")
holds(BY_BABEL, "1")
holds("٢٥٫٥٠ درهم", "25")
holds("١٬٢٥٠٫٥٠ درهم", "1")
holds("1٬250 درهم", "1")
holds("Dhs.25", "0.25")
holds("د.إ.25", "0.25")
holds("AED.25", "0.25")
holds("Dhs. 25", "25")
holds("٢٥ درهم", "25")
holds("1,250.50 د.إ", "1250.50")
if Price.fromstring("١٬٢٥٠٫٥٠ درهم").currency != "درهم":
    changed.append("the currency is no longer recognised beside the wrong amount")
if changed:
    raise SystemExit("changed:\n" + "\n".join(changed))
PROGRAM
