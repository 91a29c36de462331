//! Terms below terms, what a directory calls its axes, and axes without terms.

use serde_json::Value;

use crate::html::{self, addresses, between};
use crate::support::{Site, Tree, charter, text};

/// The golden site without its groups, with Europe, France and Paris one below the other.
fn places() -> Site {
    let site = Site::golden();
    for group in
        ["amal", "elan", "first-light", "harbour-coaches", "paper-boats", "winter-swimmers"]
    {
        site.remove(&format!("content/groups/{group}.md"));
    }
    for (id, name, more) in [
        ("europe", "Europe", ""),
        ("france", "France", "parent: europe\n"),
        ("paris", "Paris", "parent: france\n"),
    ] {
        term(&site, "domains", id, name, more);
    }
    site
}

fn term(site: &Site, folder: &str, id: &str, name: &str, more: &str) {
    let term = format!("---\nname: {name}\nsummary: In {name}.\n{more}---\n");
    site.write(&format!("content/{folder}/{id}.md"), term);
}

fn group(site: &Site, id: &str, terms: &str) {
    site.write(&format!("content/groups/{id}.md"), charter(&format!("The {id} group"), terms));
}

/// A group in Paris, one in France as a whole, one that lists both, and one in Europe; none of another place coaches.
fn groups_of_places() -> Site {
    let site = places();
    group(&site, "seine", "fields: [coaching]\ndomains: [paris]");
    group(&site, "hexagon", "domains: [france]");
    group(&site, "both", "fields: [coaching]\ndomains: [paris, france]");
    group(&site, "continent", "domains: [europe]");
    group(&site, "elsewhere", "domains: [families]");
    site.build(&[]).ended_with(0);
    site
}

fn groups_on(built: &Tree, page: &str) -> Vec<String> {
    let page = text(built, page);
    let groups = html::links_in_main(page).into_iter().filter_map(|link| {
        let id = link.strip_prefix("/groups/")?.strip_suffix('/')?;
        Some(id.to_owned()).filter(|id| !id.is_empty())
    });
    groups.collect()
}

/// What is between two texts, once.
fn part<'a>(text: &'a str, start: &'a str, end: &'a str) -> &'a str {
    between(text, start, end).next().unwrap()
}

fn json(built: &Tree, path: &str) -> Value {
    let path = built.keys().find(|name| name.ends_with(path)).unwrap();
    serde_json::from_str(text(built, path)).unwrap()
}

#[test]
fn a_term_has_its_own_groups_and_those_of_the_terms_below_it_each_once() {
    let built = groups_of_places().built();
    let europe = ["both", "continent", "hexagon", "seine"];
    assert_eq!(groups_on(&built, "domains/europe/index.html"), europe);
    assert_eq!(groups_on(&built, "domains/france/index.html"), ["both", "hexagon", "seine"]);
    assert_eq!(groups_on(&built, "domains/paris/index.html"), ["both", "seine"]);

    let counts: Vec<&str> =
        between(text(&built, "domains/index.html"), "class=\"tally\">", "<").collect();
    let first_level: Vec<&str> =
        between(text(&built, "domains/index.html"), "class=\"count\">", "<").collect();
    assert_eq!((counts, first_level), (vec!["3", "2"], vec!["4 groups", "1 group"]));
}

#[test]
fn the_page_of_a_term_shows_the_way_to_it_and_what_is_below_it() {
    let built = groups_of_places().built();
    let paris = text(&built, "domains/paris/index.html");
    let way: Vec<&str> = addresses(part(paris, "<ol>", "</ol>")).collect();
    assert_eq!(way, ["/domains/", "/domains/europe/", "/domains/france/"]);
    assert!(!paris.contains("<nav class=\"below\""), "{paris}");

    let europe = text(&built, "domains/europe/index.html");
    let below = part(europe, "<nav class=\"below\"", "</nav>");
    assert!(below.contains("Within Europe") && below.contains("Within France"), "{below}");
    let links: Vec<&str> = addresses(below).collect();
    assert_eq!(links, ["/domains/france/", "/domains/paris/"]);
}

#[test]
fn lists_of_terms_show_the_first_level_and_open_without_scripts() {
    let built = groups_of_places().built();
    for page in ["domains/index.html", "index.html", "search/index.html"] {
        let page = text(&built, page);
        let (before, within) = page.split_once("<details>").unwrap();
        assert!(
            before.contains("/domains/europe/") && !before.contains("/domains/france/"),
            "{page}"
        );
        assert!(within.contains("/domains/france/"), "{page}");
    }
    let home = text(&built, "index.html");
    let browse = part(home, "<section class=\"browse\"", "</section>");
    assert!(!browse.contains("/domains/paris/"), "the home page shows two levels");
}

#[test]
fn there_are_pages_for_two_terms_of_the_first_level_alone() {
    let built = groups_of_places().built();
    let pairs: Vec<&str> = html::pages(&built)
        .map(|(path, _)| path)
        .filter(|path| path.matches("/domains/").count() + path.matches("/subjects/").count() > 0)
        .collect();
    assert_eq!(pairs, ["fields/coaching/domains/europe/index.html"]);
    assert_eq!(groups_on(&built, pairs[0]), ["both", "seine"]);
    let narrow = part(text(&built, "domains/europe/index.html"), "<nav class=\"narrow\"", "</nav>");
    assert!(narrow.contains("/fields/coaching/domains/europe/"), "{narrow}");
    assert!(!text(&built, "domains/paris/index.html").contains("<nav class=\"narrow\""));
}

#[test]
fn the_filters_know_the_terms_above_a_groups_own() {
    let built = groups_of_places().built();
    let facets = json(&built, "/facets.json");
    let places = facets["facets"].as_array().unwrap().iter().find(|it| it["id"] == "domain");
    let choices = places.unwrap()["choices"].as_array().unwrap();
    let choice = |at: usize| (choices[at]["id"].as_str().unwrap(), choices[at]["parent"].as_u64());
    assert_eq!(
        [choice(0), choice(1), choice(2), choice(3)],
        [("europe", None), ("france", Some(0)), ("paris", Some(1)), ("families", None)]
    );
    let sets = json(&built, "/terms.json")["domain"]["sets"].clone();
    assert_eq!(sets, serde_json::json!([[0], [0, 1], [0, 1, 2], [3]]));
}

#[test]
fn the_calendar_of_a_term_has_the_meetings_of_the_groups_below_it() {
    let site = places();
    let meets = "domains: [paris]\nmeetings:\n  - {repeats: weekly, day: Monday, time: \"18:30\", \
                 duration: 1 h, timezone: Europe/Paris, first: 2026-01-05, place: {town: Paris}}";
    group(&site, "seine", meets);
    site.build(&[]).ended_with(0);
    let built = site.built();
    for place in ["europe", "france", "paris"] {
        let calendar = text(&built, &format!("domains/{place}/calendar.ics"));
        assert!(calendar.contains("SUMMARY:The seine group"), "{place}: {calendar}");
    }
}

#[test]
fn the_data_has_a_groups_own_terms_and_all_terms_with_their_parents() {
    let built = groups_of_places().built();
    let data = json(&built, "groups.json");
    let own = |id: &str| {
        let group = data["groups"].as_array().unwrap().iter().find(|group| group["id"] == id);
        let terms = group.unwrap()["terms"]["domains"].as_array().unwrap().iter();
        terms.map(|term| term["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        (own("seine"), own("both")),
        (vec!["paris".into()], vec!["paris".into(), "france".into()])
    );
    let axes = data["axes"].as_array().unwrap();
    let domains = axes.iter().find(|axis| axis["key"] == "domains").unwrap();
    let parents: Vec<(&str, Option<&str>)> = domains["terms"]
        .as_array()
        .unwrap()
        .iter()
        .map(|term| (term["id"].as_str().unwrap(), term["parent"].as_str()))
        .collect();
    assert_eq!(
        parents,
        [
            ("europe", None),
            ("france", Some("europe")),
            ("paris", Some("france")),
            ("families", None)
        ]
    );
}

#[test]
fn groups_that_share_a_term_further_down_are_more_alike() {
    let site = groups_of_places();
    group(&site, "lutetia", "domains: [paris]");
    site.build(&[]).ended_with(0);
    let built = site.built();
    let page = text(&built, "groups/seine/index.html");
    let similar = part(page, "id=\"similar\"", "</section>");
    let links: Vec<&str> = addresses(similar).filter(|link| link.starts_with("/groups/")).collect();
    assert_eq!(links, ["/groups/both/", "/groups/lutetia/", "/groups/hexagon/"]);
    let shared: Vec<&str> = between(similar, "In common: ", "<").collect();
    assert_eq!(shared, ["Coaching, Paris", "Paris", "France"], "{similar}");
}

#[test]
fn the_home_page_shows_of_many_terms_those_with_the_most_groups_and_a_link_to_all() {
    let site = places();
    for number in 1..=40 {
        term(&site, "domains", &format!("place-{number:02}"), &format!("Place {number:02}"), "");
    }
    for number in 20..=27 {
        group(&site, &format!("g{number}"), &format!("domains: [place-{number}]"));
    }
    site.build(&[]).ended_with(0);
    let built = site.built();
    let home = text(&built, "index.html");
    let list = part(home, "id=\"domains\">", "</div>");
    let links: Vec<String> = addresses(list).map(str::to_owned).collect();
    let mut expected = vec!["/domains/".to_owned()];
    expected.extend((20..=27).map(|number| format!("/domains/place-{number}/")));
    expected.push("/domains/".to_owned());
    assert_eq!(links, expected);
    assert!(list.contains("All 42 domains"), "{list}");
    let axis = text(&built, "domains/index.html");
    assert!((1..=40).all(|number| axis.contains(&format!("/domains/place-{number:02}/"))));
}

#[test]
fn an_axis_is_called_what_the_directory_calls_it() {
    let site = groups_of_places();
    let settings = std::fs::read_to_string(site.root().join("content/site.yaml")).unwrap();
    let axes = "axes:\n  domains: {name: \"regions & <b>{x}\", one: \"region & <i>{\\\"y\\\"}\"}\n";
    site.write("content/site.yaml", format!("{settings}\n{axes}"));
    site.build(&[]).ended_with(0);
    let built = site.built();
    let (all, one) = ("egions &amp; &lt;b&gt;{x}", "egion &amp; &lt;i&gt;{&quot;y&quot;}");
    for page in ["index.html", "domains/index.html", "search/index.html"] {
        assert!(text(&built, page).contains(&format!("R{all}")), "{page}");
    }
    for (page, words) in [
        ("index.html", format!("Browse by r{one}")),
        ("domains/paris/index.html", format!("r{one}")),
        ("groups/seine/index.html", format!("<dt>R{one}</dt>")),
        ("groups/both/index.html", format!("<dt>R{all}</dt>")),
        ("start/index.html", format!("<legend>R{all}</legend>")),
        ("domains/index.html", format!("The groups of this directory, by r{one}.")),
        ("calendar/index.html", "x".to_owned()),
    ] {
        assert!(text(&built, page).contains(&words), "{page}: {words}");
    }
    let facets = json(&built, "/facets.json");
    let names: Vec<&str> = facets["facets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|facet| facet["name"].as_str().unwrap())
        .collect();
    assert!(names.contains(&"Region & <i>{\"y\"}"), "{names:?}");
    for (path, page) in html::pages(&built) {
        let has_word = |word: &str| page.contains(word);
        assert!(
            !["Domain", "domain of", "by domain", "practise, or with whom"]
                .iter()
                .any(|it| has_word(it)),
            "{path}"
        );
    }
    let form = json(&built, "start/form.json");
    let missing = form["missing"]["fields"].to_string();
    assert!(missing.contains("subject or region & <i>"), "{missing}");
}

#[test]
fn an_axis_without_terms_shows_nowhere() {
    let site = places();
    site.remove("content/subjects/hope.md");
    group(&site, "seine", "fields: [coaching]\ndomains: [paris]");
    site.build(&[]).ended_with(0);
    let built = site.built();
    let of_subjects: Vec<&String> = built.keys().filter(|path| path.contains("subjects")).collect();
    assert!(of_subjects.is_empty(), "{of_subjects:?}");
    for (path, page) in html::pages(&built) {
        for trace in ["/subjects/", "Subject", "by subject", "name=\"subjects\"", "id=\"subjects\""]
        {
            assert!(!page.contains(trace), "{path} has {trace}");
        }
    }
    for path in ["sitemap.xml", "start/charter.md", "/facets.json", "groups.csv"] {
        let name = built.keys().find(|name| name.ends_with(path)).unwrap();
        let trace = if path == "groups.csv" { "Hope" } else { "subject" };
        assert!(!text(&built, name).contains(trace), "{path}");
    }
}
