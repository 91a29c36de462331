//! A site that `check` finds no fault with can be built: over whole sites at random, whose files are in one
//! another's way as often as not.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::cell::Cell;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use support::{Site, TODAY, charter, copy, fixture, guildhall, run};

/// Names for anything that has an id, many of which are those of pages that every site has.
const IDS: &[&str] = &[
    "one", "two", "page", "2", "index", "groups", "fields", "coaching", "data", "assets", "search",
    "calendar", "start", "404", "about", "home", "guidance", "charter", "cards", "sitemap",
];

/// Files that are copied as they are, most of them where something else wants to be.
const STATICS: &[&str] = &[
    "picture.png",
    "deep/er/picture.png",
    "groups.txt",
    "groups/page",
    "groups/one/picture.png",
    "groups/index.html/x.png",
    "Groups/Index.html/x.png",
    "index.html/x.png",
    "robots.txt",
    "robots.txt/x.png",
    "feed.xml/x.txt",
    "calendar.ics",
    "calendar.ics/x.txt",
    "groups/one/meetings.ics",
    "sitemap.xml/x.txt",
    "assets/x.png",
    "Assets/x.png",
    "search/index/x.txt",
    "data/x.txt",
    "about/x.png",
    "404.html/x.txt",
    "fields/coaching/x.png",
    "fields/coaching/index.html/x.png",
    "lost+found/x.txt",
    "__guildhall/x.txt",
    "a b.png",
    "ä.png",
    "start/form.json/x.txt",
    "CALENDAR.ICS",
    "ROBOTS.TXT",
    "groups/old/index.html/x.png",
    "guidance/safe-practice/x.pdf",
];

/// Where texts lead.
const LINKS: &[&str] = &[
    "/",
    "/groups/",
    "/groups/one/",
    "/groups/two/#meetings",
    "/groups/one/meetings.ics",
    "/calendar/",
    "/calendar.ics",
    "/fields/coaching/",
    "/fields/coaching/calendar.ics",
    "/fields/coaching/subjects/strengths/",
    "/search/",
    "/start/",
    "/guidance/safe-practice/",
    "/feed.xml",
    "/groups.json",
    "/picture.png",
    "/groups/page/2/",
    "/groups/old/",
    "/about/",
    "/404.html",
    "#h-nowhere",
    "/charter.schema.json",
    "https://example.org/",
];

const ALIASES: &[&str] = &[
    "old",
    "older",
    "one",
    "page",
    "/groups/old/",
    "/about",
    "/fields",
    "/fields/coaching",
    "/groups/page/2",
    "/data",
    "/assets/x",
    "/search/index",
    "/search/index/terms",
    "/calendar/page",
    "/groups/one/meetings",
    "/guidance/two",
    "/2",
    "/start/form",
    "/sitemap",
];

const LINES: &[&str] = &[
    "fields: [coaching]",
    "fields: [coaching, facilitation]\nsubjects: [strengths, mindfulness]\ndomains: [business]",
    "subjects: [strengths]\nlanguage: ar",
    "fields: [coaching]\nmeetings: [{repeats: weekly, day: Monday, time: \"18:30\", duration: 1 h, \
     timezone: Europe/London, first: 2026-11-02, place: {online: Video call}}]",
    "domains: [education]\nmeetings: [{dates: [2020-01-01], time: \"18:30\", duration: 1 h, timezone: Asia/Tokyo, \
     place: {town: Tokyo}}]",
    "fields: [coaching]\nmeetings: [{repeats: varies, when: Now and then, place: {venue: A café}}]",
];

const STATES: &[&str] = &["forming", "active", "paused", "ended"];

const SETTINGS: &[&str] = &[
    "",
    "features: {search: false}\n",
    "features: {calendars: false}\n",
    "features: {intersections: false, calendars: false, search: false}\n",
    "repository: https://github.com/example/directory\n",
    "review_after: 1 day\nchecks: {stale: off}\n",
];

const BASES: &[&str] =
    &["https://cop.example.org/", "https://example.org/groups/", "http://localhost:8000/a/b/"];

/// A site: the small one of the fixtures, with these files added or replacing its own.
#[derive(Debug)]
struct Random {
    files: Vec<(String, String)>,
}

impl Random {
    fn site(&self) -> Site {
        let site = Site::empty();
        copy(&fixture("check/base"), &site.root());
        for (path, text) in &self.files {
            let way = site.root().join(path);
            let is_free = way.ancestors().skip(1).all(|above| !above.is_file()) && !way.is_dir();
            if is_free {
                site.write(path, text);
            }
        }
        site
    }
}

fn body() -> impl Strategy<Value = String> {
    prop::collection::vec(select(LINKS), 0..3).prop_map(|links| {
        links.iter().fold(String::new(), |text, link| text + "[words](" + link + ")\n\n")
    })
}

fn group() -> impl Strategy<Value = (String, String)> {
    let aliases = prop_oneof![3 => Just(vec![]), 1 => subsequence(ALIASES, 1..3)];
    (select(IDS), select(LINES), select(STATES), aliases, body()).prop_map(
        |(id, lines, state, aliases, body)| {
            let lines = format!("{lines}\naliases: [{}]", aliases.join(", "));
            let text = charter(&format!("Group {id}"), &lines);
            let text = text.replace("status: forming", &format!("status: {state}"));
            (format!("content/groups/{id}.md"), text + &body)
        },
    )
}

fn article(folder: &'static str) -> impl Strategy<Value = (String, String)> {
    let standard = any::<bool>();
    (select(IDS), standard, body()).prop_map(move |(id, standard, body)| {
        let more = if folder == "guidance" {
            format!("updated: 2026-10-01\nminimum_standard: {standard}\n")
        } else {
            String::new()
        };
        let head = format!("title: Page {id}\nsummary: A page for tests.\n{more}");
        (format!("content/{folder}/{id}.md"), format!("---\n{head}---\n{body}"))
    })
}

fn term() -> impl Strategy<Value = (String, String)> {
    (select(&["fields", "subjects", "domains"][..]), select(IDS), body()).prop_map(
        |(axis, id, body)| {
            let head = format!("name: Term {id}\nsummary: A term for tests.\n");
            (format!("content/{axis}/{id}.md"), format!("---\n{head}---\n{body}"))
        },
    )
}

fn settings() -> impl Strategy<Value = (String, String)> {
    (select(BASES), select(SETTINGS)).prop_map(|(base, more)| {
        let text = format!(
            "title: A directory\nbase_url: {base}\ndescription: For tests.\nlanguage: en-GB\n{more}"
        );
        ("content/site.yaml".to_owned(), text)
    })
}

fn random() -> impl Strategy<Value = Random> {
    let statics = prop_oneof![1 => Just(vec![]), 2 => subsequence(STATICS, 0..3)];
    let files = prop::collection::vec(
        prop_oneof![6 => group(), 1 => article("pages"), 1 => article("guidance"), 1 => term()],
        0..6,
    );
    (settings(), files, statics).prop_map(|(settings, mut files, statics)| {
        files.push(settings);
        files.extend(statics.iter().map(|path| (format!("content/static/{path}"), String::new())));
        Random { files }
    })
}

/// Checks so many sites, and builds those that have no fault.
fn agree_on(mut runner: TestRunner) {
    let passed = Cell::new(0);
    let cases = runner.config().cases;
    runner
        .run(&random(), |random| {
            let site = random.site();
            let checked =
                run(guildhall().args(["check", "--date", TODAY, "--root"]).arg(site.root()));
            prop_assert!(checked.status <= 1, "{}{}", checked.stdout, checked.stderr);
            let build = site.build(&[]);
            prop_assert_eq!(
                build.status,
                checked.status,
                "check says: {}\nbuild says: {}{}",
                checked.stdout,
                build.stdout,
                build.stderr
            );
            passed.set(passed.get() + u32::from(build.status == 0));
            Ok(())
        })
        .unwrap();
    assert!(passed.get() >= cases / 5, "only {} of {cases} sites were built", passed.get());
}

#[test]
fn what_check_finds_no_fault_with_is_built() {
    let config = Config { cases: 60, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    agree_on(TestRunner::new_with_rng(config, rng));
}

#[test]
#[ignore = "takes minutes, and other sites each time"]
fn what_check_finds_no_fault_with_is_built_over_a_thousand_sites() {
    agree_on(TestRunner::new(Config {
        cases: 1000,
        failure_persistence: None,
        ..Config::default()
    }));
}
