//! Calendars say when groups meet, to every program that reads them. Python's icalendar and
//! recurring-ical-events read them here, and ical.js, with the time zones that are in the files.
//!
//! Thousands of series: `cargo test --test calendars -- --ignored`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "calendars/events.rs"]
mod events;
#[path = "calendars/random.rs"]
mod random;
mod support;
#[path = "calendars/table.rs"]
mod table;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use guildhall::charter::Charter;
use guildhall::charter::schedule::{Day, Repeats, Rule, Slot};
use guildhall::directory::Directory;
use guildhall::files::calendar;
use jiff::civil::{Date, date};
use jiff::{ToSpan as _, ZonedDateTime};
use serde_json::{Value, json};

use random::{Random, charter, random_series, series};
use support::node::node_script;
use support::python::python_script;
use support::{Site, copy, directory, fixture};

/// A site without a group.
fn site() -> Site {
    let site = Site::empty();
    copy(&fixture("check/base"), &site.root());
    site.remove("content/groups/coaching-circle.md");
    site
}

/// Writes what was meant, and the calendar of each group next to it.
fn write_calendars(site: &Site, directory: &Directory, expected: &Value) {
    fs::write(site.folder().join("expected.json"), expected.to_string()).unwrap();
    for group in directory.groups() {
        let path = format!("/groups/{}/meetings.ics", group.id);
        let text = calendar(directory, &group.name, &path, std::iter::once(&**group));
        fs::write(site.folder().join(format!("{}.ics", group.id)), text).unwrap();
    }
    let all = directory.groups().iter().map(|group| &**group);
    let text = calendar(directory, "All", "/calendar.ics", all);
    fs::write(site.folder().join("all.ics"), text).unwrap();
}

fn read_with_python(task: &str, folder: &Path) -> String {
    python_script("calendars/read.py", &[task, folder.to_str().unwrap()])
}

/// What each reader says of the meetings in a folder.
fn read_meetings(folder: &Path) -> [String; 2] {
    let by_python = read_with_python("meetings", folder);
    [by_python, node_script("calendars/read.mjs", &[folder.to_str().unwrap()])]
}

fn universal(time: &ZonedDateTime) -> String {
    time.timestamp().to_string()
}

/// The first day of a group's meetings.
fn first_day(charter: &Charter) -> Date {
    let firsts = charter.meetings.iter().filter_map(|it| it.days_from(date(1, 1, 1)).next());
    firsts.min().unwrap()
}

/// Every meeting of two years from the first one, and of a year long after. Of a group some of whose meetings are events
/// by themselves, only those from four weeks before the build to two years after it.
fn windows(charter: &Charter, is_endless: bool) -> Value {
    let window = |from: Date, to: Date| {
        let meetings = charter.meetings.iter().flat_map(|series| {
            let meetings = series.meetings_from(from).take_while(|meeting| meeting.day <= to);
            meetings.filter_map(|meeting| meeting.span())
        });
        let meetings = meetings.map(|(start, end)| [universal(&start), universal(&end)]);
        let meetings: Vec<_> = meetings.collect();
        json!({"from": from.to_string(), "to": to.to_string(), "meetings": meetings})
    };
    let later = |day: Date, years: i64| day.checked_add(years.years()).unwrap();
    if is_endless {
        let first = first_day(charter);
        return json!([window(first, later(first, 2)), window(later(first, 7), later(first, 8))]);
    }
    let today: Date = support::TODAY.parse().unwrap();
    json!([window(today.checked_sub(28.days()).unwrap(), later(today, 2))])
}

/// Random series, as many as that, are read by others as they are meant.
fn assert_agreement(groups: usize, seed: u64) {
    let mut random = Random(seed);
    let site = site();
    let mut endless = BTreeMap::new();
    for number in 0..groups {
        let count = if random.one_in(8) { 2 } else { 1 };
        let series: Vec<_> = (0..count).map(|_| random_series(&mut random)).collect();
        let meetings: String = series.iter().map(|(text, _)| text.as_str()).collect();
        let text = charter(&format!("Group {number}"), &meetings);
        let id = format!("group-{number}");
        site.write(&format!("content/groups/{id}.md"), text);
        endless.insert(id, series.iter().all(|(_, is_endless)| *is_endless));
    }
    let directory = directory(&site.root());
    let expected = directory.groups().iter();
    let expected = expected
        .map(|group| json!({"id": group.id, "windows": windows(group, endless[&group.id])}));
    let expected: Vec<Value> = expected.collect();
    assert_eq!(expected.len(), groups);
    write_calendars(&site, &directory, &json!(expected));
    for read in read_meetings(site.folder()) {
        assert!(read.starts_with(&format!("{groups} groups, ")), "{read}");
    }
}

#[test]
fn others_read_the_starts_and_ends_that_are_meant() {
    assert_agreement(200, 0x2026_1123);
}

#[test]
#[ignore = "takes minutes: run it when calendars or recurrence change"]
fn others_read_thousands_of_series_as_they_are_meant() {
    for seed in 0..3 {
        assert_agreement(1000, seed);
    }
}

#[test]
fn every_time_zone_is_that_of_the_zone_database() {
    let site = site();
    let mut expected = Vec::new();
    let firsts = [date(1975, 3, 4), date(1999, 12, 31), date(2011, 10, 30), date(2026, 1, 13)];
    let zones = jiff::tz::db().available().map(|name| name.as_str().to_owned());
    let zones: Vec<String> = zones.filter(|name| name != "Factory").collect();
    for (number, zone) in zones.iter().enumerate() {
        let first = firsts[number % firsts.len()];
        let days = format!("rrule: FREQ=YEARLY\n    first: {first}");
        let meetings = series(&days, "12:00", "1 h", zone);
        let id = format!("zone-{number}");
        site.write(&format!("content/groups/{id}.md"), charter(&id, &meetings));
        // Where clocks change by no yearly rule, ten years are listed; else there is no end.
        let last = if number % 2 == 0 { "2037-12-30" } else { "2037-06-30" };
        expected
            .push(json!({"id": id, "zone": zone, "from": format!("{first}T23:59"), "to": last}));
    }
    let directory = directory(&site.root());
    assert_eq!(directory.groups().len(), zones.len());
    write_calendars(&site, &directory, &json!(expected));
    println!("{}", read_with_python("zones", site.folder()));
}

/// Texts that a careless writer of calendars would break, at the places where they may be.
#[test]
fn others_read_back_every_text_as_it_was_typed() {
    let hostile = [
        r"Semicolons; commas, colons: and \n back\slashes \\",
        "END:VEVENT BEGIN:VALARM \"quoted\" 'too' <b>&amp;</b>",
        "  édition 读书会 👩\u{200d}💻 ",
        &"🎉".repeat(60),
        &"x,".repeat(33),
        "=1+1",
    ];
    let site = site();
    let mut events = serde_json::Map::new();
    for (number, text) in hostile.iter().enumerate() {
        let name: String = format!("{number} {text}").trim().chars().take(95).collect();
        let long = format!("{text} {}", "long; ".repeat(15)).trim().to_owned();
        let quoted = |text: &str| serde_json::to_string(text).unwrap();
        let meetings = series("dates: [2026-12-01]", "18:30", "90 min", "Europe/London")
            .replace("Video call", &quoted(&long));
        let text = charter(&quoted(&name), &meetings);
        site.write(&format!("content/groups/group-{number}.md"), text);
        let page = format!("https://cop.example.org/groups/group-{number}/");
        let plain = long.split_whitespace().collect::<Vec<_>>().join(" ");
        let expected = json!({
            "SUMMARY": name,
            "LOCATION": format!("Online: {plain}"),
            "URL": page,
            "CATEGORIES": ["Coaching"],
            "DESCRIPTION": format!(
                "A group for tests.\n\nThere are places now. To join: test@example.org\n\
                 More about the group: {page}"
            ),
        });
        events.insert(format!("group-{number}.main.20261201@cop.example.org"), expected);
    }
    let directory = directory(&site.root());
    let title = "Groups; lines,\nand \u{202e}turned\u{202c} \\ more 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉";
    let groups = directory.groups().iter().map(|group| &**group);
    let text = calendar(&directory, title, "/calendar.ics", groups);
    fs::write(site.folder().join("calendar.ics"), text).unwrap();
    let expected = json!({"title": title, "events": events});
    fs::write(site.folder().join("expected.json"), expected.to_string()).unwrap();
    println!("{}", read_with_python("texts", site.folder()));
}

#[test]
fn a_calendar_holds_its_groups_and_their_time_zones() {
    let site = site();
    let days = "repeats: monthly\n    day: second Tuesday\n    first: 2026-01-13\n    \
                until: 2026-12-31\n    skip: [2026-08-11]";
    let meetings = series(days, "18:30", "90 min", "Europe/London");
    site.write("content/groups/coaches.md", charter("Coaches", &meetings));
    let directory = directory(&site.root());
    let groups = directory.groups().iter().map(|group| &**group);
    let text = calendar(&directory, "Coaches", "/groups/coaches/meetings.ics", groups);
    insta::assert_snapshot!(text.replace("\r\n", "\n"), @r"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Guildhall//Communities of practice//EN
    CALSCALE:GREGORIAN
    METHOD:PUBLISH
    NAME:Coaches
    X-WR-CALNAME:Coaches
    SOURCE;VALUE=URI:https://cop.example.org/groups/coaches/meetings.ics
    REFRESH-INTERVAL;VALUE=DURATION:P1D
    X-PUBLISHED-TTL:P1D
    BEGIN:VTIMEZONE
    TZID:Europe/London
    BEGIN:DAYLIGHT
    DTSTART:20260329T010000
    TZOFFSETFROM:+0000
    TZOFFSETTO:+0100
    TZNAME:BST
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
    END:DAYLIGHT
    BEGIN:STANDARD
    DTSTART:20251026T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0000
    TZNAME:GMT
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:coaches.main@cop.example.org
    DTSTAMP:20261123T000000Z
    LAST-MODIFIED:20260615T000000Z
    SEQUENCE:20619
    DTSTART;TZID=Europe/London:20260113T183000
    DURATION:PT1H30M
    RRULE:FREQ=MONTHLY;BYDAY=2TU;UNTIL=20261208T183000Z
    EXDATE;TZID=Europe/London:20260811T183000
    SUMMARY:Coaches
    DESCRIPTION:A group for tests.\n\nThere are places now. To join: test@examp
     le.org\nMore about the group: https://cop.example.org/groups/coaches/
    LOCATION:Online: Video call
    URL:https://cop.example.org/groups/coaches/
    CATEGORIES:Coaching
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    END:VEVENT
    END:VCALENDAR
    ");
}

#[test]
fn groups_that_do_not_meet_have_no_events() {
    let site = site();
    let weekly = "repeats: weekly\n    day: Tuesday\n    first: 2026-01-13";
    let weekly = series(weekly, "18:30", "90 min", "Europe/London");
    let none_left = "dates: [2026-01-13]".to_owned();
    let none_left = series(&none_left, "18:30", "90 min", "Europe/London");
    let skipped = "repeats: weekly\n    day: Tuesday\n    first: 2026-01-13\n    \
                   until: 2026-01-13\n    skip: [2026-01-13]";
    let skipped = series(skipped, "18:30", "90 min", "Europe/London");
    let varies = "  - repeats: varies\n    when: As agreed\n    place: {online: Video call}\n";
    let with_status = |status: &str| {
        charter(status, &weekly).replace("reviewed:", &format!("status: {status}\nreviewed:"))
    };
    site.write("content/groups/ended.md", with_status("ended"));
    site.write("content/groups/paused.md", with_status("paused"));
    site.write("content/groups/forming.md", with_status("forming"));
    site.write("content/groups/skipped.md", charter("Skipped", &skipped));
    site.write("content/groups/varies.md", charter("Varies", varies));
    site.write("content/groups/once.md", charter("Once", &none_left));
    let directory = directory(&site.root());
    let groups = directory.groups().iter().map(|group| &**group);
    let text = calendar(&directory, "All", "/calendar.ics", groups);
    let uids: Vec<&str> = text.lines().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(
        uids,
        ["UID:forming.main@cop.example.org", "UID:once.main.20260113@cop.example.org"],
        "{text}"
    );
    assert!(text.contains("STATUS:TENTATIVE"), "{text}");
}
