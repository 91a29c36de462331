//! Which events a series becomes, and what they are called.

use super::*;

/// What the events of the only group say of their times, with their names.
fn times(id: &str, text: &str) -> String {
    let site = site();
    site.write(&format!("content/groups/{id}.md"), text);
    let directory = directory(&site.root());
    let groups = directory.groups().iter().map(|group| &**group);
    let calendar = calendar(&directory, "Group", &format!("/groups/{id}/meetings.ics"), groups);
    let (_, events) = calendar.split_once("BEGIN:VEVENT").unwrap_or_default();
    let names =
        ["UID", "RECURRENCE-ID", "DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "LOCATION"];
    let is_of_times = |line: &&str| names.iter().any(|name| line.starts_with(name));
    events.lines().filter(is_of_times).collect::<Vec<_>>().join("\n")
}

/// A series of which only the days are given.
fn on(days: &str) -> String {
    series(&days.replace('\n', "\n    "), "18:30", "90 min", "Europe/London")
}

fn times_on(days: &str) -> String {
    times("coaches", &charter("Coaches", &on(days)))
}

fn uids(times: &str) -> Vec<&str> {
    let uids = times.lines().filter_map(|line| line.strip_prefix("UID:"));
    uids.map(|uid| uid.strip_suffix("@cop.example.org").unwrap()).collect()
}

#[test]
fn each_position_is_an_event_with_its_own_end_gaps_and_changes() {
    let days = "repeats: monthly\nday: first and third Tuesday\nuntil: 2027-06-10\n\
                skip: [2026-12-01, 2027-01-19]\n\
                moved: [{from: 2026-12-15, to: 2026-12-17, time: \"20:00\", place: {town: Leeds}}]";
    insta::assert_snapshot!(times_on(days), @"
    UID:coaches.main@cop.example.org
    DTSTART;TZID=Europe/London:20260106T183000
    DURATION:PT1H30M
    RRULE:FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270601T173000Z
    EXDATE;TZID=Europe/London:20261201T183000
    LOCATION:Online: Video call
    UID:coaches.main.2@cop.example.org
    DTSTART;TZID=Europe/London:20260120T183000
    DURATION:PT1H30M
    RRULE:FREQ=MONTHLY;BYDAY=3TU;UNTIL=20270518T173000Z
    EXDATE;TZID=Europe/London:20270119T183000
    LOCATION:Online: Video call
    UID:coaches.main.2@cop.example.org
    RECURRENCE-ID;TZID=Europe/London:20261215T183000
    DTSTART;TZID=Europe/London:20261217T200000
    DURATION:PT1H30M
    LOCATION:Leeds
    ");
}

#[test]
fn a_meeting_that_is_moved_past_another_or_to_its_day_is_an_event_by_itself() {
    let days = "repeats: weekly\nday: Tuesday\nfirst: 2026-12-01\n\
                moved: [{from: 2026-12-08, to: 2026-12-16}, {from: 2027-01-12, to: 2027-01-19, time: \"12:30\"}]";
    insta::assert_snapshot!(times_on(days), @"
    UID:coaches.main@cop.example.org
    DTSTART;TZID=Europe/London:20261201T183000
    DURATION:PT1H30M
    RRULE:FREQ=WEEKLY;BYDAY=TU
    EXDATE;TZID=Europe/London:20261208T183000
    EXDATE;TZID=Europe/London:20270112T183000
    LOCATION:Online: Video call
    UID:coaches.main.20261208@cop.example.org
    DTSTART;TZID=Europe/London:20261216T183000
    DURATION:PT1H30M
    LOCATION:Online: Video call
    UID:coaches.main.20270112@cop.example.org
    DTSTART;TZID=Europe/London:20270119T123000
    DURATION:PT1H30M
    LOCATION:Online: Video call
    ");
}

#[test]
fn meetings_that_no_simple_rule_gives_are_events_from_four_weeks_ago_to_two_years_ahead() {
    let days = "repeats: monthly\nday: 31\nmoved: [{from: 2026-12-31, to: 2027-01-07}]";
    let times = times_on(days);
    let uids = uids(&times);
    assert_eq!(uids[0], "coaches.main.20261031");
    assert_eq!(uids.last(), Some(&"coaches.main.20281031"));
    assert_eq!(uids.len(), 15);
    assert!(times.contains(
        "UID:coaches.main.20261231@cop.example.org\nDTSTART;TZID=Europe/London:20270107T183000"
    ));
    assert!(!times.contains("RRULE") && !times.contains("EXDATE"), "{times}");
}

#[test]
fn there_are_never_more_events_by_themselves_than_a_charter_may_list() {
    let days = "rrule: FREQ=DAILY;BYMONTH=1,2,3\nfirst: 2026-01-01\nwhen: Every day of winter";
    assert_eq!(uids(&times_on(days)).len(), 100);
    let meetings = on(days).repeat(20);
    assert_eq!(uids(&times("coaches", &charter("Coaches", &meetings))).len(), 500);
}

#[test]
fn a_meeting_that_goes_on_when_the_next_begins_is_an_event_by_itself() {
    let meetings = |length| {
        let days = "rrule: FREQ=WEEKLY;BYDAY=FR,SA\n    first: 2026-11-27\n    until: 2026-12-31\n    \
                    when: Fridays and Saturdays";
        let meetings = series(days, "10:00", length, "Europe/London");
        times("coaches", &charter("Coaches", &meetings))
    };
    assert_eq!(uids(&meetings("24 h")), ["coaches.main"]);
    assert_eq!(uids(&meetings("1 day 1 min")).len(), 10);
}

#[test]
fn without_a_length_an_event_has_its_start_alone() {
    let meetings = on("dates: [2026-12-01]").replace("    duration: 90 min\n", "");
    insta::assert_snapshot!(times("coaches", &charter("Coaches", &meetings)), @"
    UID:coaches.main.20261201@cop.example.org
    DTSTART;TZID=Europe/London:20261201T183000
    LOCATION:Online: Video call
    ");
}

#[test]
fn a_name_stays_when_days_times_places_the_first_meeting_and_the_address_change() {
    let weekly = "repeats: fortnightly\nday: Tuesday and Thursday\nfirst: 2026-01-06";
    let before = times_on(weekly);
    let wednesday = "repeats: fortnightly\nday: Wednesday and Friday\nfirst: 2026-06-03";
    let after = on(wednesday).replace("18:30", "20:00").replace("Video call", "Telephone");
    let text = charter("Coaches in Cardiff", &after);
    let text = text.replace("reviewed:", "aliases: [/circles/c, coaches, cardiff]\nreviewed:");
    let after = times("coaches-in-cardiff", &text);
    assert_eq!(uids(&before), ["coaches.main", "coaches.main.2"]);
    assert_eq!(uids(&after), uids(&before));
}

#[test]
fn a_series_is_called_by_its_id_and_without_one_by_its_place() {
    let weekly = |id: &str| format!("{id}repeats: weekly\nday: Tuesday\nfirst: 2026-01-06");
    let called = |ids: &[&str]| {
        let meetings: String = ids.iter().map(|id| on(&weekly(id))).collect();
        let times = times("coaches", &charter("Coaches", &meetings));
        uids(&times).join(" ")
    };
    assert_eq!(called(&["id: book\n", "", ""]), "coaches.book coaches.main coaches._3");
    assert_eq!(called(&["", "id: book\n"]), "coaches.main coaches.book");
    assert_eq!(called(&["", "id: main\n"]), "coaches._1 coaches.main");
}

#[test]
fn the_next_meeting_of_a_group_is_a_file_by_itself() {
    let site = site();
    let weekly = on("repeats: weekly\nday: Tuesday\nfirst: 2026-12-08\n\
                     moved: [{from: 2026-12-08, to: 2026-12-10}]");
    let later = on("id: later\ndates: [2027-01-01]");
    let meetings = format!("{weekly}{later}");
    site.write("content/groups/coaches.md", charter("Coaches", &meetings));
    let paused = charter("Paused", &weekly).replace("reviewed:", "status: paused\nreviewed:");
    site.write("content/groups/paused.md", paused);
    site.write("content/groups/over.md", charter("Over", &on("dates: [2026-11-20]")));
    site.build(&[]).ended_with(0);
    let built = site.built();
    let paths = built.keys().filter(|path| path.ends_with("/next-meeting.ics"));
    assert_eq!(paths.collect::<Vec<_>>(), ["groups/coaches/next-meeting.ics"]);
    let text = support::text(&built, "groups/coaches/next-meeting.ics");
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
    for line in [
        "METHOD:PUBLISH",
        "UID:coaches.main.20261208@cop.example.org",
        "DTSTART;TZID=Europe/London:20261210T183000",
    ] {
        assert!(text.contains(&format!("{line}\r\n")), "{text}");
    }
}
