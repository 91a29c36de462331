//! Two lists of real groups come in whole: each of their facts is in the data of the built site.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::fs;

use serde_json::Value;
use support::{Site, TODAY, copy, fixture, guildhall, run, text};

/// A site that insists on nothing, with the charters of an input of `tests/import/`, and its data.
fn imported(folder: &str, file: &str) -> (Site, Vec<Value>) {
    let site = Site::empty();
    site.write(
        "content/site.yaml",
        "title: Groups\nbase_url: https://groups.example.org/\ndescription: Groups that were there before.\n\
         contact: us@example.org\nrequired: []\n",
    );
    copy(&fixture("import").join(folder), &site.folder().join("input"));
    let mut command = guildhall();
    command.args(["import", file, "--map", "map.yaml", "--date", TODAY, "--root"]).arg(site.root());
    let ran = run(command.current_dir(site.folder().join("input"))).ended_with(0);
    assert!(
        !ran.stdout.contains("left out") && !ran.stdout.contains("leaves out"),
        "{}",
        ran.stdout
    );
    site.build(&[]).ended_with(0);
    let data: Value = serde_json::from_str(text(&site.built(), "groups.json")).unwrap();
    let groups = data["groups"].as_array().unwrap().clone();
    (site, groups)
}

/// Every text in a value.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(entries) => entries.iter().flat_map(texts).collect(),
        Value::Object(parts) => parts.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// Fails unless every text of one value is in another.
fn assert_has_all(value: &Value, facts: &Value) {
    for fact in texts(facts) {
        assert_has(value, fact);
    }
}

/// Fails unless a text is in a value: the whole of one of its texts, or a part.
fn assert_has(value: &Value, fact: &str) {
    let plain = fact.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(texts(value).iter().any(|text| text.contains(&plain)), "{plain} is not in {value:#}");
}

/// How the data names a country, where it is not as the list does.
fn country(typed: &str) -> &str {
    match typed {
        "USA" | "usa" => "United States",
        "mexico" => "Mexico",
        "Turkey" => "Türkiye",
        other => other,
    }
}

#[test]
fn all_77_chapters_come_in_with_every_cell() {
    let (_site, groups) = imported("chapters", "chapters.csv");
    assert_eq!(groups.len(), 77);
    let bytes = fs::read(fixture("import/chapters/chapters.csv")).unwrap();
    let mut table = csv::ReaderBuilder::new();
    let mut table =
        table.delimiter(b';').from_reader(bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap());
    let columns = table.headers().unwrap().clone();
    for row in table.records().map(Result::unwrap) {
        let group = groups.iter().find(|group| group["name"] == row[0]).unwrap();
        for (column, cell) in columns.iter().zip(&row).filter(|(_, cell)| !cell.is_empty()) {
            match column {
                "Chapter" => assert_eq!(group["name"], cell),
                "City" => assert_eq!(group["based"]["town"], cell),
                "State / region" => assert_eq!(group["based"]["region"], cell),
                "Country" => assert_eq!(group["based"]["country"]["name"], country(cell)),
                "Status" => assert_status(group, cell),
                "Organisers" => {
                    let leaders = group["leaders"].as_array().unwrap().iter();
                    let names: Vec<_> = leaders.map(|it| it["name"].as_str().unwrap()).collect();
                    assert_eq!(names, cell.split("; ").collect::<Vec<_>>());
                }
                "E-mail" => assert_has(&group["joining"]["contact"], cell),
                "Meet-up page" | "Code" | "Social" => assert_has(&group["links"], cell),
                other => panic!("{other} is looked for nowhere"),
            }
        }
    }
}

#[expect(clippy::panic, reason = "a test that knows no more has failed")]
fn assert_status(group: &Value, cell: &str) {
    let (status, since) = match cell {
        "active" => ("active", None),
        "prospective" => ("forming", None),
        "retired on 04-04-2020" => ("ended", Some("2020-04-04")),
        "retired on 09-04-2020" => ("ended", Some("2020-04-09")),
        "retired on 29-09-2019" => ("ended", Some("2019-09-29")),
        other => panic!("{other} is a new status"),
    };
    assert_eq!((group["status"].as_str(), group["since"].as_str()), (Some(status), since));
}

#[test]
fn all_15_groups_with_their_30_calls_come_in_with_every_value() {
    let (_site, groups) = imported("calls", "calls.yaml");
    assert_eq!(groups.len(), 15);
    let text = fs::read_to_string(fixture("import/calls/calls.yaml")).unwrap();
    let list: Value = serde_yaml::from_str(&text).unwrap();
    let mut calls = 0;
    for wanted in list["groups"].as_array().unwrap() {
        let group = groups.iter().find(|group| group["id"] == wanted["dir"]).unwrap();
        assert_eq!(group["name"], wanted["name"]);
        for key in ["kind", "label", "mission", "subprojects", "contact"] {
            assert_has_all(group, &wanted[key]);
        }
        let leaders = group["leaders"].as_array().unwrap();
        assert_eq!(leaders.len(), wanted["leads"].as_array().unwrap().len());
        for (leader, lead) in leaders.iter().zip(wanted["leads"].as_array().unwrap()) {
            assert_has_all(leader, lead);
        }
        let meetings = group["meetings"].as_array().unwrap();
        assert_eq!(meetings.len(), wanted["meetings"].as_array().unwrap().len());
        for (meeting, call) in meetings.iter().zip(wanted["meetings"].as_array().unwrap()) {
            assert_call(meeting, call);
            calls += 1;
        }
    }
    assert_eq!(calls, 30);
}

/// Holds a series against the call that it was made from.
#[expect(clippy::panic, reason = "a test that knows no more has failed")]
fn assert_call(meeting: &Value, call: &Value) {
    let said = |key: &str| call[key].as_str();
    assert_eq!(meeting["name"], call["title"]);
    for (key, of_call) in [("url", "join"), ("notes", "notes"), ("recordings", "recordings")] {
        assert_eq!(meeting[key], call[of_call]);
    }
    let time = match said("time").unwrap() {
        "2PM" => "14:00".to_owned(),
        time => format!("{time:0>5}"),
    };
    assert_eq!(meeting["time"], time);
    let zone = match said("tz").unwrap() {
        "PT (Pacific Time)" => "America/Los_Angeles",
        "CET (Central European Time)" => "Europe/Paris",
        "EST (Eastern Time)" => "America/New_York",
        other => other,
    };
    assert_eq!(meeting["timezone"], zone);
    let (rhythm, more) = said("frequency")
        .unwrap()
        .split_once([',', ' '])
        .unwrap_or((said("frequency").unwrap(), ""));
    let day = said("day").unwrap().rsplit(' ').next().unwrap();
    let weekday = &day[..2].to_uppercase();
    let rule = match (rhythm, said("day").unwrap().split_once(' ')) {
        ("weekly", _) => format!("FREQ=WEEKLY;BYDAY={weekday}"),
        ("biweekly" | "bi-weekly", _) => format!("FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday}"),
        ("first", _) | ("monthly", Some(("first", _))) => format!("FREQ=MONTHLY;BYDAY=1{weekday}"),
        ("monthly", Some(("third", _))) => format!("FREQ=MONTHLY;BYDAY=3{weekday}"),
        ("monthly", None) => "FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=23,24,25,26,27,28,29".to_owned(),
        other => panic!("{other:?} is a new rhythm"),
    };
    assert_eq!(meeting["rrule"], rule, "{call}");
    let first = match more {
        "starting Tuesday Feb 11, 2025" => Some("2025-02-11"),
        "starting Thursday June 7, 2018" => Some("2018-06-07"),
        "starting Tuesday Feb 27, 2024" => Some("2024-02-27"),
        "starting Tuesday March 12, 2024" => Some("2024-03-12"),
        "starting Tuesday April 16, 2024" => Some("2024-04-16"),
        "starting Tuesday August 13, 2019" => Some("2019-08-13"),
        _ => None,
    };
    if let Some(first) = first {
        assert_eq!(meeting["first"], first);
    }
    if more.contains("signed into") {
        assert_has(&meeting["place"], more.trim());
    }
}
