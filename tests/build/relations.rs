//! Where a group is, talks and belongs, and what it does not say.

use serde_json::Value;

use crate::html::between;
use crate::support::{Site, Tree, charter, text};

/// A directory that insists on nothing, with a group that says much and one that says little.
fn groups() -> Tree {
    let site = Site::golden();
    site.edit("content/site.yaml", "title: ", "required: []\ntitle: ");
    let more = "fields: [coaching]
part_of: elan
related: [harbour-coaches]
based: {town: Genf, region: Romandie, country: ch}
links: [{name: Chat, url: https://www.chat.example.org/x}, {name: List, url: \"mailto:list@example.org\"}]
meetings:
  - name: Lake talk
    repeats: weekly
    day: Tuesday
    time: \"18:30\"
    timezone: Europe/Zurich
    place: {online: Video call}
    url: https://call.example.org/lake
    notes: https://notes.example.org/lake";
    site.write("content/groups/lake-coaches.md", charter("Lake Coaches", more));
    site.write("content/groups/quiet.md", "---\nname: Quiet\nfields: [coaching]\n---\n");
    site.write(
        "content/groups/old-lake.md",
        "---\nname: Old Lake\nfields: [coaching]\nstatus: ended\nsince: 2024-05-06\nsucceeded_by: lake-coaches\n---\n",
    );
    site.build(&[]).ended_with(0);
    site.built()
}

fn json_ld(built: &Tree, page: &str) -> Value {
    let json = between(text(built, page), "<script type=\"application/ld+json\">", "</script>");
    serde_json::from_str(json.into_iter().next().unwrap()).unwrap()
}

#[test]
fn a_group_says_where_it_is_and_talks() {
    let built = groups();
    let page = text(&built, "groups/lake-coaches/index.html");
    for shown in [
        "Genf, Romandie, Switzerland",
        "href=\"https://www.chat.example.org/x\" rel=\"noopener noreferrer\"",
        "<bdi>chat.example.org</bdi>",
        "href=\"mailto:list@example.org?subject=Lake%20Coaches\"",
        "Lake talk",
        "<a href=\"https://call.example.org/lake\" rel=\"noopener noreferrer\">call.example.org</a>",
    ] {
        assert!(page.contains(shown), "{shown}");
    }
}

#[test]
fn groups_that_belong_together_lead_to_each_other() {
    let built = groups();
    let page = |id: &str| text(&built, &format!("groups/{id}/index.html"));
    let leads = |from: &str, to: &str| page(from).contains(&format!("href=\"/groups/{to}/\""));
    for (from, to) in [
        ("lake-coaches", "elan"),
        ("elan", "lake-coaches"),
        ("lake-coaches", "harbour-coaches"),
        ("harbour-coaches", "lake-coaches"),
        ("old-lake", "lake-coaches"),
        ("lake-coaches", "old-lake"),
    ] {
        assert!(leads(from, to), "{from} does not lead to {to}");
    }
    assert!(page("old-lake").contains("This group ended on 6 May 2024."));
}

#[test]
fn what_a_group_does_not_say_is_said_once() {
    let built = groups();
    let page = text(&built, "groups/quiet/index.html");
    let unsaid = "This group has not said what it is for; who leads it; what its aims are; whether it is open or closed; \
                  whether it has places; how to join; when its charter was last reviewed.";
    assert_eq!(page.matches(unsaid).count(), 1);
    assert_eq!(page.matches("This group has not said when or where it meets.").count(), 1);
    assert!(page.contains("This group has given no address of its own."));
    for untrue in ["id=\"purpose\"", "No dates set", "places-open", "There is room for you now"] {
        assert!(!page.contains(untrue), "{untrue}");
    }
}

#[test]
fn programs_read_where_a_group_is_and_how_its_calls_are_joined() {
    let built = groups();
    let group = json_ld(&built, "groups/lake-coaches/index.html");
    assert_eq!(group["address"]["addressCountry"], "CH");
    assert_eq!(group["sameAs"], serde_json::json!(["https://www.chat.example.org/x"]));
    assert_eq!(group["parentOrganization"]["name"], "Élan für Familien");
    let location = &group["event"][0]["location"];
    let online = if location.is_array() { &location[1] } else { location };
    assert_eq!(online["url"], "https://call.example.org/lake");
    let calendar = text(&built, "groups/lake-coaches/meetings.ics").replace("\r\n ", "");
    assert!(calendar.contains("CONFERENCE;VALUE=URI:https://call.example.org/lake\r\n"));
    assert!(calendar.contains("SUMMARY:Lake Coaches: Lake talk\r\n"));
}
