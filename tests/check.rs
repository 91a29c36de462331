//! Every problem code has fixtures: a few files laid over a small site, and the report that they get next to them,
//! exact to the character.
//!
//! A fixture is `tests/check/CODE/` or, where a code has several, `tests/check/CODE/CASE/`. It holds
//! `content/`, which is copied over `tests/check/base/`; `without`, where there is one, names files and
//! folders of the base that are taken out first, a line each; `expected.txt` is the report, and
//! `expected.json` the same as data, which one case of each code has. `BLESS=1 cargo test --test check`
//! writes those again.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use guildhall::diagnostic::Code;
use serde_json::Value;

use support::{Ran, Site, TODAY, Tree, assert_same, copy, fixture, guildhall, names, run, tree};

/// The names of the reports in a fixture, with the options that ask for them.
const REPORTS: [(&str, &str); 2] = [("expected.txt", "human"), ("expected.json", "json")];

/// A few files laid over the small site.
struct Fixture {
    /// The code that it is about.
    code: String,
    /// Its folder, below that of all fixtures.
    path: String,
    /// Whether its report is held as data, too.
    is_data: bool,
}

impl Fixture {
    /// All of them, in the order of their paths.
    fn all() -> Vec<Self> {
        codes().into_iter().flat_map(|code| Self::of(&code)).collect()
    }

    fn of(code: &str) -> Vec<Self> {
        let cases = if is_fixture(&folder(code)) {
            vec![code.to_owned()]
        } else {
            names(&folder(code)).iter().map(|case| format!("{code}/{case}")).collect()
        };
        let mut has_data: Vec<bool> =
            cases.iter().map(|path| folder(path).join("expected.json").exists()).collect();
        if !has_data.contains(&true)
            && let Some(first) = has_data.first_mut()
        {
            *first = true;
        }
        let fixture = |(path, is_data)| Self { code: code.to_owned(), path, is_data };
        cases.into_iter().zip(has_data).map(fixture).collect()
    }

    fn site(&self) -> Site {
        let site = small_site();
        let without = fs::read_to_string(folder(&self.path).join("without")).unwrap_or_default();
        for path in without.lines().map(|line| site.root().join(line)) {
            let removed =
                if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
            removed.unwrap();
        }
        let content = folder(&self.path).join("content");
        if content.is_dir() {
            copy(&content, &site.root().join("content"));
        }
        site
    }

    /// The reports that the program gives, by the names of the files that hold the expected ones.
    fn reports(&self) -> Tree {
        assert!(is_fixture(&folder(&self.path)), "{} is no fixture", self.path);
        let site = self.site();
        let runs = REPORTS.map(|(name, format)| (name, check(&site, &["--format", format])));
        let [_, (_, json)] = &runs;
        let report: Value = serde_json::from_str(&json.stdout).unwrap();
        let mut problems = report["diagnostics"].as_array().unwrap().iter();
        let is_shown = problems.any(|problem| problem["code"] == self.code.as_str());
        assert!(is_shown, "{} does not show its code", self.path);
        let status = i32::from(report["summary"]["errors"] != 0);
        let text = |(name, ran): (&str, Ran)| {
            let ran = ran.ended_with(status);
            assert_eq!(ran.stderr, "", "{}", self.path);
            (format!("{}/{name}", self.path), ran.stdout.into_bytes())
        };
        let is_held = |(path, _): &(String, _)| self.is_data || path.ends_with(REPORTS[0].0);
        runs.map(text).into_iter().filter(is_held).collect()
    }
}

/// A copy of the small site, which has no problems.
fn small_site() -> Site {
    let site = Site::empty();
    copy(&folder("base"), &site.root());
    site
}

fn check(site: &Site, arguments: &[&str]) -> Ran {
    run(guildhall().args(["check", "--date", TODAY, "--root"]).arg(site.root()).args(arguments))
}

fn folder(path: &str) -> PathBuf {
    fixture("check").join(path)
}

/// The names of the folders that hold fixtures.
fn codes() -> BTreeSet<String> {
    names(&folder("")).into_iter().filter(|name| name != "base").collect()
}

fn is_fixture(folder: &Path) -> bool {
    ["content", "without"].iter().any(|part| folder.join(part).exists())
}

#[test]
fn the_small_site_has_no_problems() {
    let ran = check(&small_site(), &[]).ended_with(0);
    assert_eq!(ran.stdout, "No problems in 13 files (1 group).\n");
}

#[test]
fn every_code_has_a_fixture_and_every_fixture_a_code() {
    let all: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str().to_owned()).collect();
    assert_eq!(codes(), all);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a switch of the tests, not of the program")]
fn every_fixture_gets_the_reports_beside_it() {
    let found: Tree = Fixture::all().iter().flat_map(Fixture::reports).collect();
    if std::env::var_os("BLESS").is_some() {
        for (path, report) in &found {
            fs::write(folder(path), report).unwrap();
        }
    }
    let is_report = |path: &str| REPORTS.iter().any(|(name, _)| path.ends_with(name));
    let mut expected = tree(&folder(""));
    expected.retain(|path, _| is_report(path));
    let hint = "If that is as it should be: BLESS=1 cargo test --test check\n\
                Then look at the difference before you commit it: git diff tests/check";
    assert_same(&expected, &found, hint);
}

#[test]
fn a_broken_file_is_one_mistake_whatever_leads_to_it() {
    let group = "[a](/groups/broken/) [b](/groups/broken/meetings.ics) [c](/groups/broken/#meetings) \
                 [d](../groups/broken.md)";
    let term = "[a](/fields/facilitation/) [b](/fields/facilitation/calendar.ics) \
                [c](../fields/facilitation.md#nowhere)";
    let page = "[a](/guidance/safe-practice/#nowhere) [b](../guidance/safe-practice.md)";
    let half_a_page =
        "---\ntitle: T\nsummary: S\nupdated: 2026-10-01\nminimum_standard: perhaps\n---\n";
    for (path, bytes, links) in [
        ("groups/broken.md", &b"no front matter\n"[..], group),
        ("groups/broken.md", b"\xff", group),
        ("groups/broken.md", b"---\nname: [\n---\n", group),
        ("groups/broken.md", b"---\naliases: [was-broken]\n---\n", "[a](/groups/was-broken/)"),
        ("fields/facilitation.md", b"no front matter\n", term),
        ("fields/facilitation.md", b"\xff", term),
        ("guidance/safe-practice.md", b"no front matter\n", page),
        ("guidance/safe-practice.md", b"\xff", page),
        ("guidance/safe-practice.md", half_a_page.as_bytes(), page),
    ] {
        let site = small_site();
        let whole = support::charter("Whole", "fields: [facilitation]\nstandards: [safe-practice]");
        let leads = "---\ntitle: Leads\nsummary: It leads on.\nupdated: 2026-10-01\n---\n";
        site.write("content/groups/whole.md", whole + links);
        site.write("content/guidance/leads.md", format!("{leads}{links}"));
        site.write(&format!("content/{path}"), bytes);
        let ran = check(&site, &["--format", "json"]).ended_with(1);
        let report: Value = serde_json::from_str(&ran.stdout).unwrap();
        let told = report["diagnostics"].as_array().unwrap().iter();
        let of_others =
            told.filter(|it| it["severity"] == "error" && it["file"] != format!("content/{path}"));
        let of_others: Vec<String> =
            of_others.map(|it| format!("{} {}", it["file"], it["message"])).collect();
        assert!(of_others.is_empty(), "{path}: {of_others:#?}");
    }
}
