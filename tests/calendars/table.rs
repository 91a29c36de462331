//! Series that real groups have, with meetings that another program worked out (`rules.yaml`, made by `rules.py`):
//! the group's page, `groups.json`, and both readers of the calendar have these very meetings.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;

use guildhall::files::groups_json;
use guildhall::pipeline::{Content, Edition, Loader, Options, Silent};

use super::*;
use support::{TODAY, text};

/// So many meetings of a row are in the table, if there are as many.
const MOST: usize = 30;

/// A group.
#[derive(Deserialize)]
struct Row {
    what: String,
    /// Up to when calendars have its meetings, if they are not written as a rule.
    written_until: Option<String>,
    /// Its series, in the words of a charter.
    meetings: String,
    starts: String,
}

impl Row {
    fn all() -> Vec<Self> {
        let table = fs::read_to_string(fixture("calendars/rules.yaml")).unwrap();
        serde_yaml::from_str(&table).unwrap()
    }

    fn starts(&self) -> BTreeSet<Timestamp> {
        self.starts.split(' ').map(|start| start.parse().unwrap()).collect()
    }

    /// What a reader should find in its calendar: each meeting is given by its start.
    fn window(&self) -> Value {
        let starts = self.starts();
        let day = |start: &Timestamp| TimeZone::UTC.to_datetime(*start).date();
        let last = day(starts.last().unwrap());
        let to = match &self.written_until {
            None if starts.len() == MOST => last.tomorrow().unwrap(),
            None => date(2028, 11, 23), // it has ended by then
            Some(until) => until.parse().unwrap(),
        };
        let starts: Vec<_> = starts.iter().filter(|start| day(start) <= to).collect();
        let most = (starts.len() == MOST).then_some(MOST);
        let meetings: Vec<_> = starts.iter().map(|start| [start.to_string()]).collect();
        json!({"from": TODAY, "to": to.to_string(), "most": most, "meetings": meetings})
    }
}

/// The starts of meetings are the first of the table: at least three, if there are as many.
fn assert_first(row: &Row, found: &BTreeSet<Timestamp>, place: &str) {
    let starts = row.starts();
    assert!(found.len() >= starts.len().min(3), "{}, {place}: {found:?}", row.what);
    let first: BTreeSet<_> = starts.into_iter().take(found.len()).collect();
    assert_eq!(*found, first, "{}, {place}", row.what);
}

/// The starts of the meetings that a page lists.
fn on_page(page: &str) -> BTreeSet<Timestamp> {
    let times = page.split(" datetime=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    times.filter(|time| time.contains('T')).map(|time| time.parse().unwrap()).collect()
}

/// The starts of the meetings of a group in `groups.json`, up to the last that all of its series list.
fn in_export(group: &Value) -> BTreeSet<Timestamp> {
    let start = |next: &Value| next["start"].as_str().unwrap().parse().unwrap();
    let series = group["meetings"].as_array().unwrap().iter();
    let series = series.map(|it| it["next"].as_array().unwrap().iter().map(start).collect());
    let series: Vec<Vec<Timestamp>> = series.collect();
    let last = series.iter().filter_map(|starts| starts.last()).min().unwrap();
    series.iter().flatten().filter(|start| *start <= last).copied().collect()
}

#[test]
fn every_series_of_the_table_has_its_meetings_everywhere() {
    let site = site();
    let rows = Row::all();
    assert!(rows.len() >= 40);
    let id = |number: usize| format!("row-{number}");
    for (number, row) in rows.iter().enumerate() {
        let meetings = format!("  {}\n", row.meetings.trim_end().replace('\n', "\n  "));
        let name = serde_json::to_string(&row.what).unwrap();
        site.write(&format!("content/groups/{}.md", id(number)), charter(&name, &meetings));
    }
    site.build(&[]).ended_with(0);
    let built = site.built();
    let export: Value = serde_json::from_str(text(&built, "groups.json")).unwrap();
    let mut expected = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let id = id(number);
        let page = text(&built, &format!("groups/{id}/index.html"));
        assert_first(row, &on_page(page), "page");
        let mut groups = export["groups"].as_array().unwrap().iter();
        let group = groups.find(|group| group["id"] == *id).unwrap();
        assert_first(row, &in_export(group), "groups.json");
        expected.push(json!({"id": id, "windows": [row.window()]}));
        let calendar = text(&built, &format!("groups/{id}/meetings.ics"));
        fs::write(site.folder().join(format!("{id}.ics")), calendar).unwrap();
    }
    fs::write(site.folder().join("all.ics"), text(&built, "calendar.ics")).unwrap();
    fs::write(site.folder().join("expected.json"), json!(expected).to_string()).unwrap();
    for read in read_meetings(site.folder()) {
        assert!(read.starts_with(&format!("{} groups, ", rows.len())), "{read}");
    }
}

#[test]
fn the_table_is_what_its_source_works_out() {
    let table = fs::read_to_string(fixture("calendars/rules.yaml")).unwrap();
    assert_eq!(python_script("calendars/rules.py", &[]), table);
}

/// The starts that a place lists are some of the table's without a gap, the first of them among those that are
/// covered or right after. Returns how many are covered then.
fn covered(row: &Row, before: usize, found: &BTreeSet<Timestamp>, place: &str) -> usize {
    let starts: Vec<Timestamp> = row.starts().into_iter().collect();
    let first = found.first().and_then(|first| starts.binary_search(first).ok());
    assert!(first.is_some(), "{}, {place}: {found:?}", row.what);
    let from = first.unwrap();
    assert!(from <= before, "{}, {place}: {} is left out", row.what, starts[before]);
    let (in_table, listed) = (&starts[from..], found.iter().copied());
    let listed: Vec<Timestamp> = listed.take(in_table.len()).collect();
    assert_eq!(listed, in_table[..listed.len()], "{}, {place}", row.what);
    before.max(from + listed.len())
}

#[test]
fn as_the_days_go_by_page_and_export_list_all_meetings_of_the_table() {
    let mut earlier = None;
    for row in Row::all() {
        let site = site();
        let meetings = format!("  {}\n", row.meetings.trim_end().replace('\n', "\n  "));
        site.write("content/groups/row.md", charter("Row", &meetings));
        let starts: Vec<Timestamp> = row.starts().into_iter().collect();
        let (mut done, mut today) = (0, TODAY.parse().unwrap());
        while done < starts.len() {
            let options = Options { today, base_url: None };
            let loader = Loader::open(&site.root(), options, &Silent).unwrap();
            let checked = loader.check(&Silent);
            let edition = Edition::new(checked, loader.sources(), earlier.as_ref()).unwrap();
            let page = edition.find("/groups/row/").unwrap();
            let Some(Content::Html(page)) = page else { unreachable!("a group has a page") };
            let export: Value = serde_json::from_str(&groups_json(edition.directory())).unwrap();
            let by_page = covered(&row, done, &on_page(&page), "page");
            let by_export = covered(&row, done, &in_export(&export["groups"][0]), "groups.json");
            let now = by_page.min(by_export);
            assert!(now > done, "{}: nothing new on {today}", row.what);
            done = now;
            today = TimeZone::UTC.to_datetime(starts[done - 1]).date();
            earlier = Some(edition);
        }
    }
}
