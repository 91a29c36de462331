"""Reads calendars as other programs do, and says where they differ from what was meant.

    read.py meetings FOLDER   every start and end of the series in FOLDER/*.ics; where a meeting is meant by its start
                              alone, the starts; and of `most` of them, the first
    read.py zones FOLDER      the time zones of FOLDER/*.ics against the zone database
    read.py texts FOLDER      the texts of FOLDER/calendar.ics

FOLDER/expected.json says what was meant. Differences go to standard error, with exit status 1.
"""

import json
import re
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo, reset_tzpath

import recurring_ical_events
from dateutil.rrule import rrulestr
from icalendar import Calendar

END_OF_TIME = datetime(2060, 1, 1)
ZERO = timedelta(0)

reset_tzpath([])  # the zone data that is pinned, not that of the machine


class Zone:
    """A VTIMEZONE, read from its observances alone (RFC 5545, section 3.6.5)."""

    def __init__(self, component):
        changes = []
        self.is_endless = True
        for observance in component.subcomponents:
            onset = observance["DTSTART"].dt
            before, after = observance["TZOFFSETFROM"].td, observance["TZOFFSETTO"].td
            onsets = [onset]
            if rule := observance.get("RRULE"):
                onsets = rrulestr(rule.to_ical().decode(), dtstart=onset).between(
                    onset, END_OF_TIME, inc=True
                )
                assert onsets[0] == onset, f"{onset} is no date of {rule}"
            changes += [(at - before, before, after) for at in onsets]
        self.changes = sorted(changes)

    def offset(self, instant):
        """The offset from UTC at an instant, given without a zone."""
        low, high = 0, len(self.changes)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.changes[middle][0] <= instant else (low, middle)
        return self.changes[low - 1][2] if low else self.changes[0][1]

    def instant(self, local):
        """A local time in UTC: the first of two, and before the jump if there is none (3.3.5)."""
        around = {self.offset(local - timedelta(days=1)), self.offset(local + timedelta(days=1))}
        found = [local - offset for offset in around if self.offset(local - offset) == offset]
        return min(found) if found else local - self.offset(local - timedelta(days=1))


def lengths(path):
    """The length of each event by its name, as days of the calendar and exact time (RFC 5545, section 3.3.6).

    It is read from the text: icalendar has one day and 24 hours for the same.
    """
    found = {}
    text = path.read_bytes().replace(b"\r\n ", b"").decode()
    for event in text.split("BEGIN:VEVENT")[1:]:
        uid = re.search(r"^UID:(.*)\r$", event, re.M)[1]
        length = re.search(r"^DURATION:P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?\r$", event, re.M)
        days, hours, minutes = (int(it or 0) for it in length.groups()) if length else (0, 0, 0)
        found[uid] = timedelta(days=days), timedelta(hours=hours, minutes=minutes)
    return found


def read(path):
    octets = path.read_bytes()
    lines = octets.split(b"\r\n")
    assert lines.pop() == b"", f"{path}: the last line has no end"
    for line in lines:
        assert len(line) <= 75 and b"\n" not in line and b"\r" not in line, f"{path}: {line}"
        line.decode()  # no character is cut in two
    calendar = Calendar.from_ical(octets)
    assert not calendar.errors and not any(part.errors for part in calendar.walk()), path
    return calendar


def zones_of(calendar):
    return {str(zone["TZID"]): Zone(zone) for zone in calendar.walk("VTIMEZONE")}


def utc(local, name):
    """What Python makes of a local time, with the zone data of the database."""
    return local.replace(tzinfo=ZoneInfo(name)).astimezone(timezone.utc).replace(tzinfo=None)


def meetings_of(path, calendar, first, last):
    length_of = lengths(path)
    zones = zones_of(calendar)
    day = timedelta(days=1)
    found = []
    for event in recurring_ical_events.of(calendar).between(first - day, last + 2 * day):
        start = event["DTSTART"]
        name = start.params.get("TZID", "UTC")
        local = start.dt.replace(tzinfo=None)
        if not first <= local.date() <= last:
            continue
        instant = zones[name].instant(local)
        assert instant == utc(local, name), f"{name} {local}: {instant}, not {utc(local, name)}"
        days, exact = length_of[str(event["UID"])]
        shown = instant + zones[name].offset(instant)  # later than `local` where that does not exist
        end = (zones[name].instant(shown + days) if days else instant) + exact
        found.append([f"{time:%Y-%m-%dT%H:%M:%SZ}" for time in (instant, end)])
    return sorted(found)


def meetings(folder, expected):
    count = 0
    for group in expected:
        path = folder / f"{group['id']}.ics"
        calendar = read(path)
        for window in group["windows"]:
            first, last = (date.fromisoformat(window[key]) for key in ("from", "to"))
            meant = sorted(window["meetings"])
            found = meetings_of(path, calendar, first, last)[: window.get("most")]
            if meant and len(meant[0]) == 1:
                found = [meeting[:1] for meeting in found]
            count += len(meant)
            if found != meant:
                missing = [meeting for meeting in meant if meeting not in found]
                surplus = [meeting for meeting in found if meeting not in meant]
                text = (folder / f"{group['id']}.ics").read_text()
                text = "".join(text.partition("BEGIN:VEVENT")[1:])
                yield f"{group['id']}: missing {missing[:5]}, surplus {surplus[:5]}\n{text}"
    together = read(folder / "all.ics")
    instance = lambda event: event["RECURRENCE-ID"].to_ical() if "RECURRENCE-ID" in event else None
    uids = [(str(event["UID"]), instance(event)) for event in together.walk("VEVENT")]
    if len(uids) != len(set(uids)):
        yield "two events have one UID"
    print(f"{len(expected)} groups, {count} meetings")


def zones(folder, expected):
    """Every change of the clocks, a second before it and at it, and two hours of every month."""
    count = 0
    for group in expected:
        calendar = read(folder / f"{group['id']}.ics")
        ((name, zone),) = zones_of(calendar).items()
        real = ZoneInfo(name)
        first = datetime.fromisoformat(group["from"])
        last = datetime.fromisoformat(group["to"])
        instants = [first + timedelta(hours=721 * step) for step in range(1, 800)]
        instants += [at + shift for at, *_ in zone.changes for shift in (-timedelta(seconds=1), ZERO)]
        for instant in sorted(instants):
            if first <= instant < last:
                count += 1
                meant = instant.replace(tzinfo=timezone.utc).astimezone(real).utcoffset()
                if zone.offset(instant) != meant:
                    yield f"{name} {instant}: {zone.offset(instant)}, not {meant}"
                    break
    print(f"{len(expected)} zones, {count} instants")


def texts(folder, expected):
    calendar = read(folder / "calendar.ics")
    for name in ("NAME", "X-WR-CALNAME"):
        raw = str(calendar[name])  # icalendar does not know that these are texts
        found = re.sub(r"\\(.)", lambda escape: "\n" if escape[1] in "nN" else escape[1], raw)
        if found != expected["title"]:
            yield f"{name}: {found!r}, not {expected['title']!r}"
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    for uid, properties in expected["events"].items():
        for name, meant in properties.items():
            value = events[uid][name]
            found = [str(it) for it in value.cats] if name == "CATEGORIES" else str(value)
            if found != meant:
                yield f"{uid} {name}: {found!r}, not {meant!r}"
    print(f"{len(events)} events")


def main():
    task = {"meetings": meetings, "zones": zones, "texts": texts}[sys.argv[1]]
    folder = Path(sys.argv[2])
    expected = json.loads((folder / "expected.json").read_text())
    differences = list(task(folder, expected))
    print("\n".join(differences[:20]), file=sys.stderr)
    sys.exit(1 if differences else 0)


main()
