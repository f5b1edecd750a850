#!/bin/sh
# Days written in Arabic, as dateparser 1.5.0 reads them (BSD-3-Clause, on PyPI; Python 3.11).
#
# `search_dates` leaves out the Arabic words it does not know and answers with what is left. Of "after
# tomorrow at 4 in the evening" today at four remains: two days too early. "3 days ago" and "in 3
# days" leave the same "3 days", and where PREFER_DATES_FROM is "future", as a shop that delivers
# would set it, both lie ahead ("two days ago", in one word, is read right). Nothing is raised.
# `parse`, which takes the whole of what was typed, is right about the second and returns None for
# the first.
#
# Seen on 29 November 2026, taken as today:
#   search  بعد غد الساعة 4 مساء   2026-11-29 16:00
#   search  قبل 3 أيام             2026-12-02 12:00
#   parse   بعد غد الساعة 4 مساء   None
#   parse   قبل 3 أيام             2026-11-26 12:00
#
# So a day that decides when something is delivered or opened is read by a reader that takes the
# whole of what was typed, or asks again.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    dateparser==1.5.0 python-dateutil==4.0.0 pytz==2026.6 regex==2026.11.19 six==1.17.0 tzlocal==5.4.5
cd "$folder"
"$folder/venv/bin/python" - <<'PROGRAM'
from datetime import datetime
from importlib.metadata import version

import dateparser
from dateparser.search import search_dates

NOW = datetime(2026, 11, 29, 12, 0)
SETTINGS = {"RELATIVE_BASE": NOW, "PREFER_DATES_FROM": "future"}
changed = []


def holds(what: str, seen: object, known: object) -> None:
    print(f"{what:52} {seen}")
    if seen != known:
        changed.append(f"{what}: {seen}, was {known}")


def parsed(text: str) -> str | None:
    found = dateparser.parse(text, languages=["ar"], settings=SETTINGS)
    return found.isoformat(" ", "minutes") if found else None


def searched(text: str) -> list[str]:
    found = search_dates(text, languages=["ar"], settings=SETTINGS) or []
    return [day.isoformat(" ", "minutes") for _, day in found]


print("dateparser", version("dateparser"))
holds("parse قبل 3 أيام", parsed("قبل 3 أيام"), "2026-11-26 12:00")
for written in ("بعد غد الساعة 4 مساء", "بعد 3 أيام", "بعد غد"):
    holds(f"parse {written}", parsed(written), None)
holds("search بعد غد الساعة 4 مساء", searched("بعد غد الساعة 4 مساء"), ["2026-11-29 16:00"])
holds("search قبل 3 أيام", searched("قبل 3 أيام"), ["2026-12-02 12:00"])
holds("search بعد 3 أيام", searched("بعد 3 أيام"), ["2026-12-02 12:00"])
holds("search قبل يومين", searched("قبل يومين"), ["2026-11-27 12:00"])
if changed:
    raise SystemExit("changed:\n" + "\n".join(changed))
PROGRAM
