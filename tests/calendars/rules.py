"""Works out the table of `rules.yaml`: `rules.py > rules.yaml`.

Each row has a series of meetings twice: in the words of a charter, and in those of dateutil, written by hand from the
first. So what is in the table was not worked out by the program that it tests.
"""

from datetime import date, datetime, time, timezone
from zoneinfo import ZoneInfo, reset_tzpath

from dateutil.rrule import DAILY, FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, YEARLY, rrule

TODAY = date(2026, 11, 23)
IN_TWO_YEARS = date(2028, 11, 23)
MOST = 30

reset_tzpath([])  # the zone data that is pinned, not that of the machine


def day(text):
    return date.fromisoformat(text)


def days(freq, first, **parts):
    """The dates of a rule."""
    return (at.date() for at in rrule(freq, dtstart=datetime.combine(day(first), time()), **parts))


def listed(*dates):
    return map(day, dates)


class Series:
    """A series: its charter, and its dates, time and zone in other words.

    `skip` are dates without a meeting, `moved` new days and times by the days that they replace.
    """

    def __init__(self, charter, dates, at, zone, skip=(), moved=()):
        self.charter = charter
        self.dates, self.at, self.zone = dates, at, zone
        self.skip = set(map(day, skip))
        self.moved = {day(old): new for old, *new in moved}

    def start(self, local_day, at):
        local = datetime.combine(local_day, time.fromisoformat(at), ZoneInfo(self.zone))
        return local.astimezone(timezone.utc)

    def starts(self):
        """When its meetings start, by the days on which they are held. A move is over within a hundred days."""
        held = []
        for on in self.dates:
            if on in self.skip:
                continue
            to, at = self.moved.get(on, (on.isoformat(), self.at))
            if day(to) >= TODAY:
                held.append((day(to), self.start(day(to), at)))
            if len(held) >= MOST + 20:
                break
        return held


def row(what, *series, single=False):
    """A row. `single`: its meetings are events of their own, for two years."""
    held = sorted(found for one in series for found in one.starts())[:MOST]
    lines = [f"- what: {what}"]
    if single:
        lines.append(f"  written_until: {IN_TWO_YEARS}")
    lines.append("  meetings: |")
    for one in series:
        texts = [line for line in one.charter.strip().splitlines() if line]
        lines += [f"    {'- ' if number == 0 else '  '}{text}" for number, text in enumerate(texts)]
    lines.append("  starts:")
    texts = [f"{start:%Y-%m-%dT%H:%MZ}" for _, start in held]
    lines += [f"    {' '.join(texts[at : at + 6])}" for at in range(0, len(texts), 6)]
    print("\n".join(lines))


ONLINE = "place: {online: Video call}"


def words(repeats, weekday, at, zone, *more, length="90 min", place=ONLINE):
    """The words of a charter for a series that repeats."""
    duration = [f"duration: {length}"] if length else []
    head = [f"repeats: {repeats}", f"day: {weekday}", f'time: "{at}"', *duration, f"timezone: {zone}"]
    return "\n".join([*head, *more, place])


def by_rule(rule, when, at, zone, *more):
    """The words of a charter for a series with a rule."""
    head = [f"rrule: {rule}", f"when: {when}", f'time: "{at}"', "duration: 90 min", f"timezone: {zone}"]
    return "\n".join([*head, *more, ONLINE])


LONDON, BERLIN, NEW_YORK = "Europe/London", "Europe/Berlin", "America/New_York"
SYDNEY, AUCKLAND = "Australia/Sydney", "Pacific/Auckland"


print("# Series that real groups have, each with its next meetings from 2026-11-23 on: at most thirty, in UTC.")
print("# Where `written_until` is, calendars have them up to then. Made by rules.py.")

row(
    "Every Tuesday",
    Series(words("weekly", "Tuesday", "18:30", LONDON), days(WEEKLY, "2026-01-06"), "18:30", LONDON),
)
row(
    "Mondays and Thursdays",
    Series(
        words("weekly", "Monday and Thursday", "12:15", BERLIN, length="45 min"),
        days(WEEKLY, "2026-01-01", byweekday=[MO, TH]), "12:15", BERLIN,
    ),
)
row(
    "Every second Wednesday",
    Series(
        words("fortnightly", "Wednesday", "19:00", NEW_YORK, "first: 2026-01-14"),
        days(WEEKLY, "2026-01-14", interval=2), "19:00", NEW_YORK,
    ),
)
row(
    "Tuesday and Thursday of every second week",
    Series(
        words("fortnightly", "Tuesday and Thursday", "07:30", SYDNEY, "first: 2026-01-06", length="1 h"),
        days(WEEKLY, "2026-01-06", interval=2, byweekday=[TU, TH]), "07:30", SYDNEY,
    ),
)
row(
    "Sunday and Monday of every second week, from a Monday",
    Series(
        words("fortnightly", "Monday and Sunday", "10:00", NEW_YORK, "first: 2026-01-05"),
        days(WEEKLY, "2026-01-05", interval=2, byweekday=[MO, SU], wkst=MO), "10:00", NEW_YORK,
    ),
)
row(
    "First and third Tuesday",
    Series(
        words("monthly", "first and third Tuesday", "18:30", LONDON),
        days(MONTHLY, "2026-01-01", byweekday=[TU(1), TU(3)]), "18:30", LONDON,
    ),
)
row(
    "Last Friday but in December",
    Series(
        by_rule(
            "FREQ=MONTHLY;BYDAY=-1FR;BYMONTH=1,2,3,4,5,6,7,8,9,10,11",
            "Last Friday of each month but December", "13:00", LONDON, "first: 2026-01-30",
        ),
        days(MONTHLY, "2026-01-30", byweekday=FR(-1), bymonth=range(1, 12)), "13:00", LONDON,
    ),
)
row(
    "Second and fourth Thursday from September to May",
    Series(
        by_rule(
            "FREQ=MONTHLY;BYDAY=2TH,4TH;BYMONTH=1,2,3,4,5,9,10,11,12",
            "Second and fourth Thursday from September to May", "16:00", LONDON, "first: 2026-01-08",
        ),
        days(MONTHLY, "2026-01-08", byweekday=[TH(2), TH(4)], bymonth=[1, 2, 3, 4, 5, 9, 10, 11, 12]),
        "16:00", LONDON,
    ),
)
row(
    "Every six weeks",
    Series(
        words("every 6 weeks", "Thursday", "17:00", "Europe/Dublin", "first: 2026-01-15"),
        days(WEEKLY, "2026-01-15", interval=6), "17:00", "Europe/Dublin",
    ),
)
row(
    "Monday and Saturday of every third week",
    Series(
        words("every 3 weeks", "Monday and Saturday", "20:00", "Asia/Kolkata", "first: 2026-01-05"),
        days(WEEKLY, "2026-01-05", interval=3, byweekday=[MO, SA]), "20:00", "Asia/Kolkata",
    ),
)
row(
    "First Wednesday of each quarter",
    Series(
        words("quarterly", "first Wednesday", "09:00", AUCKLAND, "first: 2026-02-04"),
        days(MONTHLY, "2026-02-04", interval=3, byweekday=WE(1)), "09:00", AUCKLAND,
    ),
)
row(
    "The 15th of every second month",
    Series(
        words("every 2 months", "15", "18:00", "Asia/Kathmandu", "first: 2026-01-15"),
        days(MONTHLY, "2026-01-15", interval=2), "18:00", "Asia/Kathmandu",
    ),
)
row(
    "Once a year",
    Series(
        words("yearly", "second Saturday", "10:00", "Asia/Kolkata", "first: 2026-06-13", length="6 h"),
        days(YEARLY, "2026-06-13", bymonth=6, byweekday=SA(2)), "10:00", "Asia/Kolkata",
    ),
)
row(
    "The fifth Saturday",
    Series(
        words("monthly", "fifth Saturday", "11:00", LONDON),
        days(MONTHLY, "2026-01-01", byweekday=SA(5)), "11:00", LONDON,
    ),
    single=True,
)
row(
    "The 31st",
    Series(
        words("monthly", "31", "18:00", "Europe/Paris"),
        days(MONTHLY, "2026-01-31"), "18:00", "Europe/Paris",
    ),
    single=True,
)
row(
    "The last day of the month",
    Series(
        by_rule("FREQ=MONTHLY;BYMONTHDAY=-1", "The last day of the month", "17:30", SYDNEY),
        days(MONTHLY, "2026-01-31", bymonthday=-1), "17:30", SYDNEY,
    ),
)
row(
    "The last working day of the month",
    Series(
        by_rule(
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "The last working day of the month",
            "12:00", BERLIN,
        ),
        days(MONTHLY, "2026-01-30", byweekday=[MO, TU, WE, TH, FR], bysetpos=-1), "12:00", BERLIN,
    ),
    single=True,
)
row(
    "Friday the 13th",
    Series(
        by_rule("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "Every Friday the 13th", "20:00", NEW_YORK),
        days(MONTHLY, "2026-02-13", byweekday=FR, bymonthday=13), "20:00", NEW_YORK,
    ),
    single=True,
)
row(
    "Every working day",
    Series(
        by_rule("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "Every working day", "08:45", "Europe/Madrid"),
        days(DAILY, "2026-01-01", byweekday=[MO, TU, WE, TH, FR]), "08:45", "Europe/Madrid",
    ),
)
row(
    "Every tenth day",
    Series(
        by_rule("FREQ=DAILY;INTERVAL=10", "Every tenth day", "06:00", "Asia/Tokyo", "first: 2026-01-05"),
        days(DAILY, "2026-01-05", interval=10), "06:00", "Asia/Tokyo",
    ),
)
row(
    "A retreat of three days",
    Series(
        words("yearly", "first Friday", "16:00", LONDON, "first: 2026-07-03", length="3 days"),
        days(YEARLY, "2026-07-03", bymonth=7, byweekday=FR(1)), "16:00", LONDON,
    ),
)
row(
    "Over midnight",
    Series(
        words("weekly", "Friday", "22:30", NEW_YORK, length="3 h"),
        days(WEEKLY, "2026-01-02"), "22:30", NEW_YORK,
    ),
)
row(
    "A day and a half, over the change of the clocks",
    Series(
        words("monthly", "last Saturday", "12:00", LONDON, length="1 day 12 h"),
        days(MONTHLY, "2026-01-31", byweekday=SA(-1)), "12:00", LONDON,
    ),
)
row(
    "With meetings left out",
    Series(
        words("weekly", "Monday", "18:00", LONDON, "skip: [2026-12-21, 2026-12-28, 2027-04-05]"),
        days(WEEKLY, "2026-01-05"), "18:00", LONDON,
        skip=["2026-12-21", "2026-12-28", "2027-04-05"],
    ),
)
row(
    "With weeks left out",
    Series(
        words(
            "weekly", "Wednesday", "18:00", LONDON,
            "skip: [2026-12-20 to 2027-01-05, 2027-03-25 to 2027-04-10]",
        ),
        days(WEEKLY, "2026-01-07"), "18:00", LONDON,
        skip=["2026-12-23", "2026-12-30", "2027-03-31", "2027-04-07"],
    ),
)
row(
    "The first of two positions left out",
    Series(
        words("monthly", "second and last Thursday", "18:00", AUCKLAND, "skip: [2026-12-10, 2027-01-28]"),
        days(MONTHLY, "2026-01-01", byweekday=[TH(2), TH(-1)]), "18:00", AUCKLAND,
        skip=["2026-12-10", "2027-01-28"],
    ),
)
row(
    "Moved to another day",
    Series(
        words(
            "monthly", "second Tuesday", "18:30", LONDON,
            "moved: [{from: 2026-12-08, to: 2026-12-15}, {from: 2027-04-13, to: 2027-04-20}]",
        ),
        days(MONTHLY, "2026-01-13", byweekday=TU(2)), "18:30", LONDON,
        moved=[("2026-12-08", "2026-12-15", "18:30"), ("2027-04-13", "2027-04-20", "18:30")],
    ),
)
row(
    "Moved to another time",
    Series(
        words(
            "fortnightly", "Wednesday", "19:00", NEW_YORK, "first: 2026-01-14",
            'moved: [{from: 2026-12-16, to: 2026-12-16, time: "12:00"}]',
        ),
        days(WEEKLY, "2026-01-14", interval=2), "19:00", NEW_YORK,
        moved=[("2026-12-16", "2026-12-16", "12:00")],
    ),
)
row(
    "Moved to another place",
    Series(
        words(
            "monthly", "first Monday", "18:30", LONDON,
            "moved: [{from: 2026-12-07, to: 2026-12-07, place: {venue: The Old Mill, town: Leeds}}]",
        ),
        days(MONTHLY, "2026-01-05", byweekday=MO(1)), "18:30", LONDON,
    ),
)
row(
    "Moved past the next meeting",
    Series(
        words(
            "weekly", "Tuesday", "18:30", LONDON,
            'moved: [{from: 2026-12-08, to: 2026-12-16, time: "17:00"}, {from: 2027-01-12, to: 2027-01-05, time: "20:30"}]',
        ),
        days(WEEKLY, "2026-01-06"), "18:30", LONDON,
        moved=[("2026-12-08", "2026-12-16", "17:00"), ("2027-01-12", "2027-01-05", "20:30")],
    ),
)
row(
    "The second of two positions moved, and one of single events",
    Series(
        words(
            "monthly", "first and third Tuesday", "18:30", BERLIN,
            "moved: [{from: 2026-12-15, to: 2026-12-17}]",
        ),
        days(MONTHLY, "2026-01-01", byweekday=[TU(1), TU(3)]), "18:30", BERLIN,
        moved=[("2026-12-15", "2026-12-17", "18:30")],
    ),
    Series(
        words("monthly", "30", "18:00", BERLIN, "moved: [{from: 2026-12-30, to: 2027-01-07}]"),
        days(MONTHLY, "2026-01-30"), "18:00", BERLIN,
        moved=[("2026-12-30", "2027-01-07", "18:00")],
    ),
)
row(
    "With an end",
    Series(
        words("weekly", "Thursday", "20:00", NEW_YORK, "until: 2027-05-13"),
        days(WEEKLY, "2026-01-01", until=datetime(2027, 5, 13)), "20:00", NEW_YORK,
    ),
)
row(
    "Two positions with an end between them",
    Series(
        words("monthly", "first and third Tuesday", "18:30", SYDNEY, "until: 2027-06-10"),
        days(MONTHLY, "2026-01-01", byweekday=[TU(1), TU(3)], until=datetime(2027, 6, 10)),
        "18:30", SYDNEY,
    ),
)
row(
    "So many meetings",
    Series(
        by_rule("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=20", "Twenty evenings", "19:30", LONDON, "first: 2026-11-02"),
        days(WEEKLY, "2026-11-02", byweekday=[MO, WE], count=20), "19:30", LONDON,
    ),
)
row(
    "Listed dates",
    Series(
        f'dates: [2026-10-06, 2026-12-01, 2027-02-16, 2027-05-04]\ntime: "18:30"\nduration: 2 h\ntimezone: {LONDON}\n{ONLINE}',
        listed("2026-10-06", "2026-12-01", "2027-02-16", "2027-05-04"), "18:30", LONDON,
    ),
)
row(
    "Listed dates, one of them moved",
    Series(
        f'dates: [2026-12-01, 2027-02-16]\ntime: "18:30"\nduration: 2 h\ntimezone: {AUCKLAND}\n'
        f'moved: [{{from: 2026-12-01, to: 2026-12-03, time: "19:00"}}]\n{ONLINE}',
        listed("2026-12-01", "2027-02-16"), "18:30", AUCKLAND,
        moved=[("2026-12-01", "2026-12-03", "19:00")],
    ),
)
row(
    "No length",
    Series(
        words("monthly", "third Thursday", "18:30", LONDON, length=None),
        days(MONTHLY, "2026-01-15", byweekday=TH(3)), "18:30", LONDON,
    ),
)
row(
    "In Jerusalem, where clocks change on other days",
    Series(
        words("weekly", "Sunday", "20:00", "Asia/Jerusalem"),
        days(WEEKLY, "2026-01-04"), "20:00", "Asia/Jerusalem",
    ),
)
row(
    "In Casablanca, where clocks change for Ramadan",
    Series(
        words("weekly", "Thursday", "19:00", "Africa/Casablanca"),
        days(WEEKLY, "2026-01-01"), "19:00", "Africa/Casablanca",
    ),
)
row(
    "On Lord Howe, where clocks change by half an hour",
    Series(
        words("fortnightly", "Saturday", "09:30", "Australia/Lord_Howe", "first: 2026-01-03"),
        days(WEEKLY, "2026-01-03", interval=2), "09:30", "Australia/Lord_Howe",
    ),
)
row(
    "A time that the clocks jump over",
    Series(
        words("weekly", "Sunday", "01:30", LONDON, length="1 h"),
        days(WEEKLY, "2026-01-04"), "01:30", LONDON,
    ),
)
row(
    "A time that comes twice",
    Series(
        words("monthly", "first Sunday", "01:30", NEW_YORK, length="1 h"),
        days(MONTHLY, "2026-01-04", byweekday=SU(1)), "01:30", NEW_YORK,
    ),
)
row(
    "A time that is jumped over in spring and comes twice in autumn",
    Series(
        words("monthly", "last Sunday", "02:30", BERLIN, length="1 h"),
        days(MONTHLY, "2026-01-25", byweekday=SU(-1)), "02:30", BERLIN,
    ),
)
row(
    "Two places in turn",
    Series(
        words(
            "fortnightly", "Tuesday", "18:30", LONDON, "id: mill", "first: 2026-01-06",
            place="place: {venue: The Old Mill, town: Leeds}",
        ),
        days(WEEKLY, "2026-01-06", interval=2), "18:30", LONDON,
    ),
    Series(
        words("fortnightly", "Tuesday", "19:30", LONDON, "id: online", "first: 2026-01-13"),
        days(WEEKLY, "2026-01-13", interval=2), "19:30", LONDON,
    ),
)
