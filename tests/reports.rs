//! The formats of a report, exact to the character for one site with problems of every shape; and what
//! a report is limited to.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

#[path = "reports/annotations.rs"]
mod annotations;
#[path = "reports/comment.rs"]
mod comment;
#[path = "reports/links.rs"]
mod links;
#[path = "reports/remedies.rs"]
mod remedies;

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use support::{Ran, Site, TODAY, Tree, assert_expected, charter, copy, fixture, guildhall, run};

/// Every format, with the name of the file that holds what is expected of it.
const FORMATS: [(&str, &str); 6] = [
    ("human", "human.txt"),
    ("json", "json.json"),
    ("github", "github.txt"),
    ("markdown", "markdown.md"),
    ("sarif", "sarif.json"),
    ("suggestions", "suggestions.json"),
];

/// The small site with problems on one line, over several lines and of a whole file; with keys, help
/// and related places and without; and with words that mean something to terminals, to GitHub and in
/// Markdown.
fn mixed_site() -> Site {
    let site = small_site();
    copy(&fixture("reports/site"), &site.root());
    site
}

fn small_site() -> Site {
    let site = Site::empty();
    copy(&fixture("check/base"), &site.root());
    site
}

fn check(site: &Site, arguments: &[&str]) -> Ran {
    check_from(site.folder(), site, arguments)
}

/// The same, run in a certain folder.
fn check_from(folder: &Path, site: &Site, arguments: &[&str]) -> Ran {
    let mut command = guildhall();
    command.current_dir(folder).args(["check", "--date", TODAY, "--root"]).arg(site.root());
    run(command.args(arguments))
}

/// A problem as a program reads it.
struct Problem {
    severity: String,
    code: String,
    file: String,
}

/// The problems that a run reported.
fn problems(ran: &Ran) -> Vec<Problem> {
    let report: Value = serde_json::from_str(&ran.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let problem = |found: &Value| Problem {
        severity: text(&found["severity"]),
        code: text(&found["code"]),
        file: text(&found["file"]),
    };
    report["diagnostics"].as_array().unwrap().iter().map(problem).collect()
}

#[test]
fn every_format_tells_the_same_problems_in_its_own_way() {
    let site = mixed_site();
    let report = |(format, file): (&str, &str)| {
        let ran = check(&site, &["--format", format]).ended_with(1);
        assert_eq!(ran.stderr, "");
        let version = format!("\"semanticVersion\": \"{}\"", env!("CARGO_PKG_VERSION"));
        let text = ran.stdout.replace(&version, "\"semanticVersion\": \"…\"");
        (file.to_owned(), text.into_bytes())
    };
    assert_expected("reports/expected", &Tree::from(FORMATS.map(report)), "reports");
}

#[test]
fn no_format_lets_a_charter_steer_what_shows_it() {
    let site = mixed_site();
    let steers = |character: char| {
        character.is_control() && character != '\n'
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    for (format, _) in FORMATS {
        let shown = check(&site, &["--format", format]).stdout;
        assert_eq!(shown.find(steers), None, "{format}: {shown}");
    }
    let commands = check(&site, &["--format", "github"]).stdout;
    let begins = ["::error file=content/", "::warning file=content/"];
    let is_ours = |line: &str| begins.iter().any(|begin| line.starts_with(begin));
    assert!(commands.lines().all(is_ours), "{commands}");
}

#[test]
fn where_there_are_no_problems_every_format_says_so() {
    let site = small_site();
    let said = FORMATS.map(|(format, _)| check(&site, &["--format", format]).ended_with(0).stdout);
    let [human, json, github, markdown, sarif, suggestions] = said;
    assert_eq!(human, "No problems in 13 files (1 group).\n");
    let report: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(report["diagnostics"], Value::Array(Vec::new()));
    assert_eq!(github, "");
    assert!(markdown.starts_with("## All is well\n"), "{markdown}");
    let log: Value = serde_json::from_str(&sarif).unwrap();
    assert_eq!(log["runs"][0]["results"], Value::Array(Vec::new()));
    assert_eq!(suggestions, "[]\n");
}

#[test]
fn a_report_can_be_limited_to_files_and_folders() {
    let site = mixed_site();
    site.write("content/fields/coaching.md", "---\nname: [Coaching]\nsummary: Helping.\n---\n");
    let all = [
        "content/fields/coaching.md",
        "content/groups/Not an id.md",
        "content/groups/coaching-circle.md",
        "content/groups/mixed.md",
        "content/groups/not-utf-8.md",
        "content/groups/steering.md",
    ];
    let root = site.root();
    let absolute = root.join("content/groups/mixed.md");
    let reported_from = |folder: &Path, paths: &[&str]| -> BTreeSet<String> {
        let ran = check_from(folder, &site, &[&["--format", "json"], paths].concat());
        problems(&ran.ended_with(1)).into_iter().map(|problem| problem.file).collect()
    };
    let these = |files: &[&str]| files.iter().map(|file| (*file).to_owned()).collect();
    assert_eq!(reported_from(&root, &[]), these(&all));
    assert_eq!(reported_from(&root, &["."]), these(&all));
    assert_eq!(reported_from(&root, &["content/fields"]), these(&all[..1]));
    assert_eq!(reported_from(&root, &["content/groups/"]), these(&all[1..]));
    assert_eq!(reported_from(&root, &["content/groups/mixed.md"]), these(&all[3..4]));
    let groups = root.join("content/groups");
    assert_eq!(reported_from(&groups, &["mixed.md", "../fields"]), these(&[all[0], all[3]]));
    // A path may also start from the site's root, wherever the program is run.
    assert_eq!(reported_from(site.folder(), &["content/groups/mixed.md"]), these(&all[3..4]));
    assert_eq!(reported_from(site.folder(), &[absolute.to_str().unwrap()]), these(&all[3..4]));
}

#[test]
fn only_problems_within_the_paths_count_for_the_exit_status() {
    let site = mixed_site();
    check(&site, &["content/groups"]).ended_with(1);
    check(&site, &["content/fields", "content/guidance/safe-practice.md"]).ended_with(0);
}

#[test]
fn a_path_that_is_not_there_or_not_of_the_site_is_wrong_usage() {
    let site = small_site();
    let outside = site.folder().join("elsewhere.md");
    std::fs::write(&outside, "").unwrap();
    for (path, why) in [
        ("content/groups/nobody.md", "does not exist. Name a file or a folder of the site."),
        (
            outside.to_str().unwrap(),
            "is not in the site's folder. Name the right folder with --root DIR",
        ),
    ] {
        let ran = check(&site, &["content/groups", path]).ended_with(2);
        assert_eq!((ran.stdout, ran.stderr), (String::new(), format!("error: {path} {why}\n")));
    }
}

/// A site that changes checks. The charter of its one group with problems is also stale and full.
fn site_with_checks(checks: &str) -> Site {
    let site = mixed_site();
    for file in ["steering", "not-utf-8", "Not an id", "coaching-circle"] {
        site.remove(&format!("content/groups/{file}.md"));
    }
    site.edit("content/groups/mixed.md", "reviewed: 2026-06-15", "reviewed: 2020-06-15");
    let with_checks = format!("language: en-GB\nchecks: {checks}\n");
    site.edit("content/site.yaml", "language: en-GB\n", &with_checks);
    site
}

#[test]
fn the_site_makes_warnings_errors_or_switches_them_off() {
    let site = site_with_checks("{stale: error, full: off, unsafe: warning}");
    let ran = check(&site, &["--format", "json"]).ended_with(1);
    let told = |Problem { severity, code, .. }| format!("{severity} {code}");
    let told: BTreeSet<_> = problems(&ran).into_iter().map(told).collect();
    let expected = [
        "error link",
        "error stale",
        "error unknown-term",
        "error value",
        "warning confidentiality",
        "warning unsafe",
    ];
    assert_eq!(told, expected.map(str::to_owned).into());
}

#[test]
fn the_site_cannot_weaken_an_error() {
    let site = site_with_checks("{link: off, value: warning, unknown-term: error}");
    let ran = check(&site, &["--format", "json"]).ended_with(1);
    let (in_settings, in_charter): (Vec<_>, Vec<_>) =
        problems(&ran).into_iter().partition(|problem| problem.file == "content/site.yaml");
    let refusals: Vec<_> = in_settings.iter().map(|refusal| refusal.code.as_str()).collect();
    assert_eq!(refusals, ["value", "value"]);
    for code in ["link", "value", "unknown-term"] {
        let mut found = in_charter.iter().filter(|problem| problem.code == code).peekable();
        assert!(found.peek().is_some(), "{code} is switched off");
        assert!(found.all(|problem| problem.severity == "error"), "{code} is weakened");
    }
}
