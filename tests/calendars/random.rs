//! Series of meetings at random.

use super::*;

/// A generator of numbers that gives the same ones for the same seed (splitmix64).
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).unwrap()
    }

    pub(super) fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    pub(super) fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub(super) fn day_after(&mut self, day: Date, most: usize) -> Date {
        day.checked_add(i64::try_from(self.below(most)).unwrap().days()).unwrap()
    }
}

const ZONES: &[&str] = &[
    "Europe/London",
    "Europe/Dublin",
    "Europe/Berlin",
    "Europe/Istanbul",
    "Africa/Casablanca",
    "Africa/Cairo",
    "America/New_York",
    "America/Sao_Paulo",
    "America/Santiago",
    "America/Nuuk",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Asia/Kolkata",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Antarctica/Troll",
    "Pacific/Apia",
    "Pacific/Chatham",
    "UTC",
];

/// Times, some of which clocks jump over or show twice.
const TIMES: &[&str] =
    &["00:00", "00:30", "01:30", "02:00", "02:15", "02:30", "03:30", "09:00", "18:30", "23:45"];

/// Lengths; some of them are of days.
const DURATIONS: &[Option<&str>] = &[
    None,
    Some("1 min"),
    Some("45 min"),
    Some("90 min"),
    Some("3 h 15 min"),
    Some("24 h"),
    Some("1 day"),
    Some("2 days 6 h"),
];

/// Slots and rules, and whether calendars have rules for them, which never end.
const SLOTS: &[(&str, &str, bool)] = &[
    ("weekly", "Tuesday", true),
    ("weekly", "Sunday and Wednesday", true),
    ("fortnightly", "Sunday", true),
    ("fortnightly", "Monday and Sunday", true),
    ("every 3 weeks", "Thursday", true),
    ("every 52 weeks", "Monday", true),
    ("monthly", "second Tuesday", true),
    ("monthly", "first and third Tuesday", true),
    ("monthly", "last Friday", true),
    ("monthly", "last Sunday", true),
    ("monthly", "second and last Sunday", true),
    ("monthly", "fourth and last Sunday", false),
    ("monthly", "fifth Saturday", false),
    ("monthly", "1", true),
    ("monthly", "29", false),
    ("monthly", "31", false),
    ("every 2 months", "15", true),
    ("every 12 months", "28", true),
    ("quarterly", "first Wednesday", true),
    ("quarterly", "30", false),
    ("every 5 months", "last Monday", true),
];

const RULES: &[(&str, bool)] = &[
    ("FREQ=DAILY;INTERVAL=9", true),
    ("FREQ=DAILY;INTERVAL=3;COUNT=40", true),
    ("FREQ=WEEKLY", true),
    ("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=50", true),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO", true),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", false),
    ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2,-1", true),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", false),
    ("FREQ=MONTHLY;BYDAY=2TU;BYMONTH=1,2,3,9,10,11", true),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", true),
    ("FREQ=MONTHLY;BYMONTHDAY=-2", false),
    ("FREQ=MONTHLY;INTERVAL=2;BYDAY=5SU", false),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", false),
    ("FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU", true),
    ("FREQ=MONTHLY;BYDAY=1MO;UNTIL=20290101", true),
];

/// A series, and whether calendars have all of its meetings, however far ahead.
pub(super) fn random_series(random: &mut Random) -> (String, bool) {
    let (days, is_endless) = days(random);
    let time = random.pick(TIMES);
    let duration = random.pick(DURATIONS);
    (series_of(&days, time, duration, random.pick(ZONES)), is_endless)
}

/// The lines of a series: its days, which may have an end, gaps and changes.
fn days(random: &mut Random) -> (String, bool) {
    let earliest = random.day_after(date(2004, 1, 1), 24 * 365);
    let (rule, lines, is_endless) = match random.below(5) {
        0 => return (listed_dates(random, earliest), true),
        1 => {
            let (text, is_endless) = random.pick(RULES);
            (Rule::parse(text).unwrap(), format!("rrule: {text}"), is_endless)
        }
        _ => {
            let (repeats, day, is_endless) = random.pick(SLOTS);
            let Ok(Repeats::Every(interval)) = Repeats::parse(repeats) else { unreachable!() };
            let slot = Slot::new(interval, Day::parse(day).unwrap()).unwrap();
            (slot.to_rule(), format!("repeats: {repeats}\n    day: {day}"), is_endless)
        }
    };
    let first = rule.next_on_or_after(earliest, earliest);
    let Some(first) = first.filter(|first| rule.contains(*first, *first)) else {
        return days(random);
    };
    let until = random.one_in(3).then(|| random.day_after(first, 900));
    let mut lines = format!("{lines}\n    first: {first}");
    if let Some(until) = until {
        write!(lines, "\n    until: {until}").unwrap();
    }
    let dates: Vec<Date> = rule.ending(first, until).dates(first).take(40).collect();
    let (skip, held): (Vec<Date>, Vec<Date>) = dates.iter().partition(|_| random.one_in(6));
    let skip: Vec<String> = skip.iter().map(Date::to_string).collect();
    if held.is_empty() {
        return days(random);
    }
    write!(lines, "\n    skip: [{}]", skip.join(", ")).unwrap();
    let (changed, _): (Vec<Date>, Vec<Date>) = held.iter().partition(|_| random.one_in(8));
    let moved: Vec<String> = changed.iter().map(|day| moved(random, *day)).collect();
    write!(lines, "\n    moved: [{}]", moved.join(", ")).unwrap();
    (lines, is_endless)
}

/// A meeting that is held within three weeks of its day, perhaps at another time.
fn moved(random: &mut Random, from: Date) -> String {
    let earliest = from.checked_sub(21.days()).unwrap();
    let to = random.day_after(earliest, 42);
    let to = if to == from { to.tomorrow().unwrap() } else { to };
    // No meeting of its series is at such a minute, and hardly another that is moved.
    let minute =
        [1, 2, 4, 7, 8, 11, 13, 14, 16, 17, 19, 22, 23][from.day().unsigned_abs() as usize % 13];
    let hour = &random.pick(TIMES)[..2];
    format!("{{from: {from}, to: {to}, time: \"{hour}:{minute:02}\"}}")
}

fn listed_dates(random: &mut Random, earliest: Date) -> String {
    let mut dates: Vec<Date> =
        (0..=random.below(9)).map(|_| random.day_after(earliest, 700)).collect();
    dates.sort_unstable();
    dates.dedup();
    let dates: Vec<String> = dates.iter().map(Date::to_string).collect();
    format!("dates: [{}]", dates.join(", "))
}

pub(super) fn series(days: &str, time: &str, duration: &str, zone: &str) -> String {
    series_of(days, time, Some(duration), zone)
}

fn series_of(days: &str, time: &str, duration: Option<&str>, zone: &str) -> String {
    let duration = duration.map_or_else(String::new, |it| format!("\n    duration: {it}"));
    format!(
        "  - {days}\n    time: \"{time}\"{duration}\n    timezone: {zone}\n    \
         place: {{online: Video call}}\n"
    )
}

pub(super) fn charter(name: &str, meetings: &str) -> String {
    format!(
        "---\nname: {name}\nsummary: A group for tests.\nfields: [coaching]\n\
         reviewed: 2026-06-15\npurpose: To be tested.\nleaders: [{{name: The tester}}]\n\
         aims: [supportive-reflection]\nmembership: open\nmeetings:\n{meetings}joining: \
         {{places: open, steps: [Write.], contact: test@example.org}}\n---\n"
    )
}
