#!/bin/sh
# Spans of time in Arabic by the libraries that offer the language (Python 3.11): which count right?
#
# Arabic has a word of its own for two, another form from 3 to 10 (and 103 to 110), an accusative
# from 11 to 99, and the singular for 100 to 102 (CLDR: two, few, many, other).
#
# Seen on 29 November 2026:
#   Babel 2.19.0 (BSD)            all of them right
#   humanize 4.17.0 (MIT)         "2 ساعتين", "2 يومين": the figure and the dual, two twice; "1 ساعة"
#                                 from precisedelta, and "1.0 ألف", "2.0 ألفين" from intword
#   arrow 1.4.0 (Apache 2.0)      "11 يوم", "99 يوم" for يومًا, and "103 يوم" for 103 أيام: one plural
#                                 for 3 to 10 and one word for all that is more
#   timeago 1.0.16 (MIT)          right as far as it goes (it never says 11 to 99 days)
#
# So a count with its noun comes from a Fluent message with all six classes, or from Babel.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    arrow==1.4.0 babel==2.19.0 humanize==4.17.0 timeago==1.0.16 \
    python-dateutil==4.0.0 six==1.17.0 tzdata==2026.6
cd "$folder"
"$folder/venv/bin/python" - <<'PROGRAM'
from datetime import timedelta
from importlib.metadata import version

import arrow
import humanize
import timeago
from babel.dates import format_timedelta

changed = []


def holds(library: str, count: str, seen: str, known: str) -> None:
    print(f"{library + ' ' + version(library):18} {count:10} {seen}")
    if seen != known:
        changed.append(f"{library}, {count}: {seen}, was {known}")


humanize.i18n.activate("ar")
START = arrow.get(2026, 11, 29)
BY_BABEL = {1: "يوم", 2: "يومان", 3: "3 أيام", 11: "11 يومًا", 99: "99 يومًا", 100: "100 يوم"}
for days, known in {**BY_BABEL, 102: "102 يوم", 103: "103 أيام", 111: "111 يومًا"}.items():
    span = timedelta(days=days)
    seen = format_timedelta(span, granularity="day", threshold=999, locale="ar_AE")
    holds("babel", f"{days} days", seen, known)
BY_ARROW = {2: "يومين", 3: "3 أيام", 11: "11 يوم", 99: "99 يوم", 103: "103 يوم", 111: "111 يوم"}
for days, known in BY_ARROW.items():
    seen = START.shift(days=days).humanize(START, locale="ar-ae", granularity="day")
    holds("arrow", f"{days} days", seen, f"خلال {known}")
for days, known in {2: "2 يومين", 3: "3 أيام", 11: "11 يومًا"}.items():
    holds("humanize", f"{days} days", humanize.naturaldelta(timedelta(days=days)), known)
for hours, known in {1: "1 ساعة", 2: "2 ساعتين", 3: "3 ساعات"}.items():
    seen = humanize.precisedelta(timedelta(hours=hours), minimum_unit="hours")
    holds("humanize", f"{hours} hours", seen, known)
for number, known in {1000: "1.0 ألف", 2000: "2.0 ألفين"}.items():
    holds("humanize", str(number), humanize.intword(number), known)
for hours, known in {2: "منذ ساعتين", 3: "منذ 3 ساعات", 11: "منذ 11 ساعة"}.items():
    holds("timeago", f"{hours} hours", timeago.format(timedelta(hours=hours), locale="ar"), known)
if changed:
    raise SystemExit("changed:\n" + "\n".join(changed))
PROGRAM
