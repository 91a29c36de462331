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

pub(super) const ZONES: &[&str] = &[
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
pub(super) const TIMES: &[&str] =
    &["00:00", "00:30", "01:30", "02:00", "02:15", "02:30", "03:30", "09:00", "18:30", "23:45"];

pub(super) const DURATIONS: &[&str] = &["1 min", "45 min", "90 min", "2 h", "3 h 15 min", "24 h"];

pub(super) const SLOTS: &[(&str, &str)] = &[
    ("weekly", "Tuesday"),
    ("weekly", "Sunday"),
    ("fortnightly", "Sunday"),
    ("every 3 weeks", "Thursday"),
    ("every 52 weeks", "Monday"),
    ("monthly", "second Tuesday"),
    ("monthly", "first and third Tuesday"),
    ("monthly", "last Friday"),
    ("monthly", "last Sunday"),
    ("monthly", "second and last Sunday"),
    ("monthly", "fourth Saturday"),
    ("monthly", "1"),
    ("monthly", "29"),
    ("monthly", "31"),
    ("every 2 months", "15"),
    ("every 12 months", "29"),
    ("quarterly", "first Wednesday"),
    ("quarterly", "30"),
    ("every 5 months", "last Monday"),
];

pub(super) const RULES: &[&str] = &[
    "FREQ=DAILY;INTERVAL=9",
    "FREQ=DAILY;INTERVAL=3;COUNT=40",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=50",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "FREQ=MONTHLY;BYDAY=2TU;BYMONTH=1,2,3,9,10,11",
    "FREQ=MONTHLY;BYMONTHDAY=-2",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=5SU",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
    "FREQ=MONTHLY;BYDAY=1MO;UNTIL=20290101",
];

/// The lines of a series: its days, which may have an end and gaps.
pub(super) fn days(random: &mut Random) -> String {
    let earliest = random.day_after(date(2004, 1, 1), 24 * 365);
    let (rule, lines) = match random.below(5) {
        0 => return listed_dates(random, earliest),
        1 => {
            let text = random.pick(RULES);
            (Rule::parse(text).unwrap(), format!("rrule: {text}"))
        }
        _ => {
            let (repeats, day) = random.pick(SLOTS);
            let Ok(Repeats::Every(interval)) = Repeats::parse(repeats) else { unreachable!() };
            let slot = Slot::new(interval, Day::parse(day).unwrap()).unwrap();
            (slot.to_rule(), format!("repeats: {repeats}\n    day: {day}"))
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
    let skip = dates.iter().filter(|_| random.one_in(6)).map(Date::to_string);
    let skip: Vec<String> = skip.collect();
    if skip.len() < dates.len() {
        write!(lines, "\n    skip: [{}]", skip.join(", ")).unwrap();
    }
    lines
}

pub(super) fn listed_dates(random: &mut Random, earliest: Date) -> String {
    let mut dates: Vec<Date> =
        (0..=random.below(9)).map(|_| random.day_after(earliest, 700)).collect();
    dates.sort_unstable();
    dates.dedup();
    let dates: Vec<String> = dates.iter().map(Date::to_string).collect();
    format!("dates: [{}]", dates.join(", "))
}

pub(super) fn series(days: &str, time: &str, duration: &str, zone: &str) -> String {
    format!(
        "  - {days}\n    time: \"{time}\"\n    duration: {duration}\n    timezone: {zone}\n    \
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
