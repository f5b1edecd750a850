#!/bin/sh
# A bazaar's days in a calendar file, as ics 0.7.3 (ics.py) writes and icalevents 0.3.1 reads them (Apache
# 2.0 and MIT, on PyPI; Python 3.11).
#
# An event that begins on 2 December in Asia/Dubai and is made all-day is all day on 2 December: RFC 5545
# gives DATE values no time zone. ics turns the local midnight into UTC before it drops the hour, so east
# of Greenwich it writes the day before: DTSTART;VALUE=DATE:20261201. `event.begin` still says the 2nd,
# and a naive or UTC begin is written right, so tests in UTC do not see it. Reported upstream in 2019
# (issue 173 of ics-py/ics-py), open; not in its documentation.
# icalevents gives a day without DTEND no length, where RFC 5545 (3.6.1) says one day, and with a time
# zone has it begin at four in the morning.
#
# Seen on 30 November 2026:
#   ics, 2 December, Dubai           DTSTART;VALUE=DATE:20261201
#   ics, 2 to 3 December, Dubai      20261201 until 20261203, which is 1 and 2 December
#   ics, 2 December, UTC             DTSTART;VALUE=DATE:20261202
#   icalendar 7.3.2, 2 December      DTSTART;VALUE=DATE:20261202
#   icalevents, 2 December, Dubai    from 04:00 until 04:00 of the same day
#
# So an opening is written with its hours, in UTC, by icalendar; a day alone is a `date`, never a time.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    ics==0.7.3 icalevents==0.3.1 icalendar==7.3.2 arrow==1.4.0 attrs==26.1.0 \
    python-dateutil==2.9.0.post0 pytz==2026.6 six==1.17.0 tatsu==5.15.1 tzdata==2026.6 \
    typing-extensions==4.16.0 urllib3==2.8.0
cd "$folder"
"$folder/venv/bin/python" - <<'PROGRAM'
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import version
from zoneinfo import ZoneInfo

import icalendar
from icalevents.icalevents import events
from ics import Event

DUBAI = ZoneInfo("Asia/Dubai")
changed = []


def holds(what: str, seen: object, known: object) -> None:
    print(f"{what:36} {seen}")
    if seen != known:
        changed.append(f"{what}: {seen}, was {known}")


def days_by_ics(zone: ZoneInfo | object, hours: int) -> list[str]:
    begins = datetime(2026, 12, 2, 10, tzinfo=zone)
    event = Event(name="البازار", begin=begins, end=begins + timedelta(hours=hours))
    event.make_all_day()
    if event.begin.date() != date(2026, 12, 2):
        changed.append("the event itself no longer begins on 2 December")
    return [line for line in str(event.serialize()).splitlines() if line.startswith("DT")]


print("ics", version("ics"), "icalevents", version("icalevents"), "icalendar", version("icalendar"))
holds("ics, 2 December, Dubai", days_by_ics(DUBAI, 10), ["DTSTART;VALUE=DATE:20261201"])
holds("ics, 2 December, UTC", days_by_ics(UTC, 10), ["DTSTART;VALUE=DATE:20261202"])
two_days = ["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261203"]
holds("ics, 2 to 3 December, Dubai", days_by_ics(DUBAI, 34), two_days)

day = icalendar.Event()
day.add("uid", "1")
day.add("dtstamp", datetime(2026, 11, 30, tzinfo=UTC))
day.add("dtstart", date(2026, 12, 2))
holds("icalendar, 2 December", b"DTSTART;VALUE=DATE:20261202" in day.to_ical(), True)
calendar = icalendar.Calendar()
calendar.add("version", "2.0")
calendar.add("prodid", "-//days//")
calendar.add_component(day)
first, last = datetime(2026, 12, 1, tzinfo=DUBAI), datetime(2026, 12, 9, tzinfo=DUBAI)
(read,) = events(string_content=calendar.to_ical(), start=first, end=last, tzinfo=DUBAI)
holds("icalevents, 2 December, Dubai", f"{read.start:%d %H:%M} {read.end:%d %H:%M}", "02 04:00 02 04:00")
if changed:
    raise SystemExit("changed:\n" + "\n".join(changed))
PROGRAM
