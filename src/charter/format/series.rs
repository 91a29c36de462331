//! The keys of a series of meetings, declared as those of a charter are in [`keys`](super::keys).

#![allow(clippy::enum_glob_use, reason = "the table reads as words")]

use super::key::Kind::*;
use super::key::mappings;
use crate::charter::limits;

const WHERE: &str = "members want to know where it meets";

mappings! {
    SERIES RawSeries "meetings[]." {
        name: Line(limits::NAME), Optional
            => "Name of the series",
            "What this series is called, if the group has more than one.",
            "Book evening";
        id: SeriesId, Optional
            => "Word for calendars",
            "By this word calendars know the series again when another is added or removed. Do not change it.",
            "book-evening";
        repeats: Repeats, Conditional "members want to know how often the group meets",
            "Add a line that starts with `repeats:` and says how often (`weekly`, `fortnightly`, `monthly`, `every 3 weeks` …), and one that starts with `day:` and says on which day."
            => "How often",
            "A rhythm such as weekly, monthly or yearly, or varies if there is none.",
            "monthly";
        day: Day, Conditional "members want to know on which day the group meets",
            "Add a line that starts with `day:` and says on which day: for weeks a weekday, for months such as `second Tuesday` or `last Friday`."
            => "On which day",
            "A weekday, such as Tuesday, or two: Monday and Thursday. For months say which: second Tuesday, first and third Tuesday, last Friday, or a number such as 15.",
            "second Tuesday";
        rrule: Rule, Optional
            => "Rule",
            "For a rhythm that no plain words can say: a rule as calendars write it (RFC 5545).",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1";
        dates: List(&Date, 1, limits::DATES), Optional
            => "Dates",
            "Each meeting by its date, where there is no rhythm.",
            "[2026-01-13, 2026-03-02]";
        when: Short(limits::SHORT_TEXT), Conditional "a slot that varies says in words when it is",
            "Add a line that starts with `when:` and says in your own words when the group meets."
            => "In your own words",
            "How the dates are found if none are set, or what a rule means.",
            "On a date that we agree at each meeting";
        time: Time, Conditional "members want to know when it starts",
            "Add `time: \"HH:MM\"`, with the hour and minute on the 24-hour clock."
            => "Starts at",
            "On the 24-hour clock.",
            "\"18:30\"";
        duration: Duration, Optional
            => "Lasts",
            "Up to 7 days. Without it, no end is shown.",
            "90 min";
        timezone: TimeZone, Conditional "members live in many places",
            "Add `timezone: Continent/City`, with the place whose clocks the group keeps: London is `Europe/London`."
            => "Time zone",
            "The zone whose clock the group keeps, by its nearest large city.",
            "Europe/London";
        first: Date, Conditional "the other dates are counted from it",
            "Add `first: YYYY-MM-DD`, with the year, month and day of a meeting."
            => "A meeting of the series",
            "The date of any meeting. The others are counted from it. A weekly or monthly series can do without.",
            "2026-01-13";
        until: Date, Optional
            => "Ends on",
            "The last day of the series, if it has one.",
            "2026-12-31";
        skip: List(&Days, 0, limits::DATES), Optional
            => "Left out",
            "Dates on which there is no meeting after all, or the first and last day of a break.",
            "[2026-08-11, 2026-12-20 to 2027-01-05]";
        moved: List(&Mapping(MOVED), 0, limits::DATES), Optional
            => "Moved",
            "Single meetings on another day, at another time or in another place.",
            "[{from: 2026-06-09, to: 2026-06-16}]";
        place: Mapping(PLACE), Required WHERE,
            "Add `place: {online: …}` or `place: {venue: …, town: …}`, with your own words in place of the dots."
            => "Place",
            "Online, in a room, or both: at least one of these. What you write here is published.",
            "{online: Video call; the link is sent to members}";
        url: WebAddress, Optional
            => "Address to join",
            "Where everyone may join, if the meeting is open to all.",
            "https://example.org/call";
        notes: WebAddress, Optional
            => "Notes of the meetings",
            "If everyone may read them.",
            "https://example.org/notes";
        recordings: WebAddress, Optional
            => "Recordings",
            "If everyone may watch them.",
            "https://example.org/recordings";
        notice: Text, Optional
            => "How far ahead dates are set",
            "So that people can plan.",
            "6 weeks";
    }

    MOVED RawMoved "meetings[].moved[]." {
        from: Date, Required "members want to know which meeting is moved",
            "Add `from: YYYY-MM-DD`, with the day on which the meeting would have been."
            => "From",
            "The day on which it would have been.",
            "2026-06-09";
        to: Date, Required "members want to know when it is instead",
            "Add `to: YYYY-MM-DD`, with the day on which it is; if only the time or the place changes, the same day."
            => "To",
            "The day on which it is. It may be the same.",
            "2026-06-16";
        time: Time, Optional
            => "At another time",
            "On the 24-hour clock.",
            "\"19:00\"";
        place: Mapping(PLACE), Optional
            => "In another place",
            "The place of this one meeting.",
            "{venue: Old Mill, town: Leeds}";
    }

    PLACE RawPlace "meetings[].place." {
        online: Short(limits::SHORT_TEXT), Conditional WHERE,
            "Add one or more of `online`, `venue`, `town` and `country`."
            => "Online",
            "By what means, and how people get the link. Do not write the link of a closed group’s call, or any password: everyone could read it.",
            "Video call; the link is sent to members";
        venue: Short(limits::SHORT_TEXT), Optional
            => "Room or building",
            "Where you meet.",
            "Friends' Meeting House";
        town: Short(limits::SHORT_TEXT), Optional
            => "Town",
            "The town or city.",
            "Bristol";
        country: Country, Optional
            => "Country",
            "The country, if readers from elsewhere would wonder.",
            "United Kingdom";
    }
}
