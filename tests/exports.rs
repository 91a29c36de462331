//! The exports say what the charters say, to every program that reads them: Python's csv, json, xml,
//! feedparser and jsonschema read them here.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "exports/groups.rs"]
mod groups;
#[path = "exports/search_engines.rs"]
mod search_engines;
mod support;

use std::fs;
use std::path::Path;

use guildhall::directory::Directory;
use guildhall::files::{atom, groups_csv, groups_json};
use guildhall::pages::view::group_json_ld;
use insta::assert_snapshot;
use serde_json::{Value, json};

use groups::hostile_site;
use support::python::python_script;
use support::{Site, copy, directory, fixture};

fn write_exports(directory: &Directory, folder: &Path) {
    fs::write(folder.join("feed.xml"), atom(directory)).unwrap();
    fs::write(folder.join("groups.csv"), groups_csv(directory)).unwrap();
    fs::write(folder.join("groups.json"), groups_json(directory)).unwrap();
    fs::create_dir(folder.join("json-ld")).unwrap();
    for group in directory.groups() {
        let script = group_json_ld(directory, group);
        let html = format!("<script type=\"application/ld+json\">{script}</script><p>");
        fs::write(folder.join("json-ld").join(format!("{}.html", group.id)), html).unwrap();
    }
}

#[test]
fn others_read_back_what_hostile_charters_say() {
    let (site, mut groups) = hostile_site();
    let directory = directory(&site.root());
    let place = |group: &Value| {
        let all = directory.groups().iter();
        all.map(|it| it.id.as_str()).position(|id| group["id"] == id).unwrap()
    };
    groups.sort_by_key(place);
    fs::write(site.folder().join("expected.json"), json!(groups).to_string()).unwrap();
    write_exports(&directory, site.folder());
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/groups.schema.json");
    let json_ld_schema = fixture("exports/json_ld.schema.json");
    let paths = [site.folder(), &schema, &json_ld_schema];
    println!("{}", python_script("exports/read.py", &paths.map(|path| path.to_str().unwrap())));
}

#[test]
fn feeds_tables_and_search_engines_get_the_names_of_leaders_without_their_pages() {
    let (site, _) = hostile_site();
    let directory = directory(&site.root());
    let json_ld = |group| group_json_ld(&directory, group);
    let all: String = directory.groups().iter().map(|group| json_ld(group)).collect();
    for text in [atom(&directory), groups_csv(&directory), all] {
        assert!(!text.contains("example.com/private"));
    }
}

/// The golden site has groups with everything, with little, and one that has ended.
fn golden() -> (Site, Directory) {
    let site = Site::golden();
    let directory = directory(&site.root());
    (site, directory)
}

#[test]
fn the_feed_tells_of_groups_by_their_last_review() {
    let (_site, directory) = golden();
    let feed = atom(&directory);
    let start = feed.split("</entry>").next().unwrap();
    assert_snapshot!(start, @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
    <id>https://groups.example.org/feed.xml</id>
    <title>Harbour Town Groups</title>
    <subtitle>Groups of practitioners in and around Harbour Town who learn together.</subtitle>
    <updated>2026-07-01T00:00:00Z</updated>
    <link rel="self" type="application/atom+xml" href="https://groups.example.org/feed.xml"/>
    <link rel="alternate" type="text/html" href="https://groups.example.org/"/>
    <author><name>Harbour Town Groups</name></author>
    <generator>Guildhall</generator>
    <entry>
    <id>https://groups.example.org/groups/first-light/</id>
    <title>first light</title>
    <link rel="alternate" type="text/html" href="https://groups.example.org/groups/first-light/"/>
    <updated>2026-07-01T00:00:00Z</updated>
    <summary>A group that is about to begin.</summary>
    <category term="families" scheme="https://groups.example.org/domains/" label="Families"/>
    "#);
}

#[test]
fn a_row_of_the_table_is_a_group() {
    let (_site, directory) = golden();
    let table = groups_csv(&directory);
    let table = table.strip_prefix('\u{feff}').unwrap();
    let rows: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(rows.len(), 2 + directory.not_ended().len());
    let row = rows.iter().find(|row| row.starts_with("harbour-coaches,")).unwrap();
    assert_snapshot!(format!("{}\n{row}", rows[0]), @r#"
    id,url,name,summary,fields,subjects,domains,status,membership,places,language,attendance,towns,meets,next_meeting,costs,size_minimum,size_ideal,size_maximum,size_current,who,contact,reply,leaders,founded,reviewed,since,town,region,country,links,part_of,related
    harbour-coaches,https://groups.example.org/groups/harbour-coaches/,Harbour Coaches,Coaches compare notes by the water.,Coaching,Hope & optimism,Families,active,closed,open,en-GB,hybrid,Harbour Town,"Second Tuesday of each month, 18:30 to 20:00, UK time; Every three months on the first and third Saturday, until 31 December 2027, 10:00 to 12:00, UK time",2026-12-05T10:00:00+00:00,£20 a year,4,8,10,7,Anyone who coaches.,harbour-coaches@example.org,Within a week.,Robin (Leader),2024-09-01,2026-06-15,,,,,,,
    "#);
}

#[test]
#[expect(clippy::too_many_lines, reason = "the lines are what is expected")]
fn a_group_as_data_has_every_key() {
    let (_site, directory) = golden();
    let data: Value = serde_json::from_str(&groups_json(&directory)).unwrap();
    let groups = data["groups"].as_array().unwrap();
    assert_eq!(groups.len(), directory.groups().len());
    let group = groups.iter().find(|group| group["id"] == "harbour-coaches").unwrap();
    assert_snapshot!(serde_json::to_string_pretty(group).unwrap(), @r#"
    {
      "attendance": "hybrid",
      "based": null,
      "costs": {
        "amount": "20",
        "concessions": "Pay what you can",
        "covers": "Room hire",
        "currency": "GBP",
        "free": false,
        "per": "year",
        "words": "£20 a year"
      },
      "founded": "2024-09-01",
      "id": "harbour-coaches",
      "joining": {
        "contact": {
          "address": "harbour-coaches@example.org",
          "kind": "email"
        },
        "places": "open",
        "reply": "Within a week.",
        "steps": [
          "Read this charter and the guidance.",
          "Write to the leader."
        ],
        "welcome": "You may just listen.",
        "who": "Anyone who coaches."
      },
      "language": "en-GB",
      "leaders": [
        {
          "name": "Robin",
          "organisation": null,
          "responsibilities": [
            "Sends the invitations",
            "Keeps the notes"
          ],
          "role": "Leader",
          "url": "https://example.com/robin"
        }
      ],
      "links": [],
      "meetings": [
        {
          "dates": [],
          "duration_minutes": 90,
          "first": "2026-01-13",
          "id": "main",
          "moved": [],
          "name": null,
          "next": [
            {
              "end": "2026-12-08T20:00:00+00:00",
              "start": "2026-12-08T18:30:00+00:00"
            },
            {
              "end": "2027-01-12T20:00:00+00:00",
              "start": "2027-01-12T18:30:00+00:00"
            },
            {
              "end": "2027-02-09T20:00:00+00:00",
              "start": "2027-02-09T18:30:00+00:00"
            },
            {
              "end": "2027-03-09T20:00:00+00:00",
              "start": "2027-03-09T18:30:00+00:00"
            },
            {
              "end": "2027-04-13T20:00:00+01:00",
              "start": "2027-04-13T18:30:00+01:00"
            }
          ],
          "notes": null,
          "notice": "Six weeks",
          "place": {
            "country": null,
            "online": "Video call; the link is sent to members",
            "town": null,
            "venue": null
          },
          "recordings": null,
          "rrule": "FREQ=MONTHLY;BYDAY=2TU",
          "skipped": [
            "2026-08-11"
          ],
          "time": "18:30",
          "timezone": "Europe/London",
          "until": null,
          "url": null,
          "words": "Second Tuesday of each month, 18:30 to 20:00, UK time"
        },
        {
          "dates": [],
          "duration_minutes": 120,
          "first": "2026-03-07",
          "id": "quarterly",
          "moved": [],
          "name": null,
          "next": [
            {
              "end": "2026-12-05T12:00:00+00:00",
              "start": "2026-12-05T10:00:00+00:00"
            },
            {
              "end": "2026-12-19T12:00:00+00:00",
              "start": "2026-12-19T10:00:00+00:00"
            },
            {
              "end": "2027-03-06T12:00:00+00:00",
              "start": "2027-03-06T10:00:00+00:00"
            },
            {
              "end": "2027-03-20T12:00:00+00:00",
              "start": "2027-03-20T10:00:00+00:00"
            },
            {
              "end": "2027-06-05T12:00:00+01:00",
              "start": "2027-06-05T10:00:00+01:00"
            }
          ],
          "notes": null,
          "notice": null,
          "place": {
            "country": {
              "code": "GB",
              "name": "United Kingdom"
            },
            "online": null,
            "town": "Harbour Town",
            "venue": "Boat House"
          },
          "recordings": null,
          "rrule": "FREQ=MONTHLY;UNTIL=20271231;INTERVAL=3;BYDAY=1SA,3SA",
          "skipped": [],
          "time": "10:00",
          "timezone": "Europe/London",
          "until": "2027-12-31",
          "url": null,
          "words": "Every three months on the first and third Saturday, until 31 December 2027, 10:00 to 12:00, UK time"
        }
      ],
      "membership": "closed",
      "name": "Harbour Coaches",
      "part_of": null,
      "picture": null,
      "purpose": "To make our coaching braver and better.",
      "related": [],
      "reviewed": "2026-06-15",
      "since": null,
      "size": {
        "current": 7,
        "ideal": 8,
        "maximum": 10,
        "minimum": 4
      },
      "status": "active",
      "succeeded_by": null,
      "summary": "Coaches compare notes by the water.",
      "terms": {
        "domains": [
          {
            "id": "families",
            "name": "Families",
            "url": "https://groups.example.org/domains/families/"
          }
        ],
        "fields": [
          {
            "id": "coaching",
            "name": "Coaching",
            "url": "https://groups.example.org/fields/coaching/"
          }
        ],
        "subjects": [
          {
            "id": "hope",
            "name": "Hope & optimism",
            "url": "https://groups.example.org/subjects/hope/"
          }
        ]
      },
      "url": "https://groups.example.org/groups/harbour-coaches/"
    }
    "#);
}
