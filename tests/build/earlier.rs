//! Earlier addresses lead to the page that has another now, and keep its calendar.

use super::html::{self, attribute, tags};
use super::support::{Site, Tree, text};

fn build(site: &Site) -> Tree {
    site.build(&["--base-url", "https://example.org/sub/"]).ended_with(0);
    site.built()
}

fn assert_leads(built: &Tree, path: &str, target: &str) {
    let page = text(built, path);
    let with = |name: &str, value: &str| {
        let found = tags(page).find(|tag| attribute(tag, name) == Some(value));
        assert!(found.is_some(), "{page}");
        found.unwrap()
    };
    let refresh = attribute(with("http-equiv", "refresh"), "content");
    assert_eq!(refresh, Some(&*format!("0; url=/sub{target}")), "{path}");
    let canonical = attribute(with("rel", "canonical"), "href");
    assert_eq!(canonical, Some(&*format!("https://example.org/sub{target}")), "{path}");
    assert_eq!(attribute(with("name", "robots"), "content"), Some("noindex"), "{path}");
    assert_eq!(html::links_in_main(page), [format!("/sub{target}")], "{path}");
}

/// The golden site, in which a term, guidance and another page had other addresses.
fn moved_site() -> Site {
    let site = Site::golden();
    site.edit(
        "content/fields/coaching.md",
        "[coach,",
        "[/fields/coaches, /topics/coaching/, coach,",
    );
    for (file, alias) in [("guidance/joining", "/guidance/join"), ("pages/about", "/who-we-are")] {
        site.edit(&format!("content/{file}.md"), "title:", &format!("aliases: [{alias}]\ntitle:"));
    }
    site
}

#[test]
fn every_earlier_address_leads_to_the_page() {
    let built = build(&moved_site());
    for path in ["circles/quay/index.html", "groups/quay-coaches/index.html"] {
        assert_leads(&built, path, "/groups/harbour-coaches/");
    }
    for path in ["fields/coaches/index.html", "topics/coaching/index.html"] {
        assert_leads(&built, path, "/fields/coaching/");
    }
    assert_leads(&built, "guidance/join/index.html", "/guidance/joining/");
    assert_leads(&built, "who-we-are/index.html", "/about/");
}

#[test]
fn an_earlier_address_keeps_the_calendar_that_names_the_present_one() {
    let built = build(&moved_site());
    let calendars = [
        ("groups/harbour-coaches/meetings.ics", &["groups/quay-coaches/meetings.ics"][..]),
        (
            "fields/coaching/calendar.ics",
            &["fields/coaches/calendar.ics", "topics/coaching/calendar.ics"],
        ),
    ];
    for (present, earlier) in calendars {
        let calendar = text(&built, present);
        let source = format!("SOURCE;VALUE=URI:https://example.org/sub/{present}");
        assert!(calendar.replace("\r\n ", "").contains(&source), "{calendar}");
        for path in earlier {
            assert_eq!(text(&built, path), calendar, "{path}");
        }
    }
    assert!(!built.contains_key("circles/quay/meetings.ics"));
}

#[test]
fn an_earlier_address_is_no_word_that_people_search_by() {
    let built = build(&moved_site());
    let is_index = |path: &&String| path.starts_with("search/index/") || path.starts_with("data/");
    for path in built.keys().filter(is_index) {
        assert!(!text(&built, path).contains("topics"), "{path}");
    }
}
