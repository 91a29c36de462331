//! Charters that leaders write by hand become valid, and true, by doing what `guildhall check` says.
//!
//! A folder of `tests/by_hand/` has a charter as it was typed, `written.md`, and as it was meant, `meant.md`.
//!
//! `told.txt` is what the check says, and `obeyed.md` the charter after doing that to the letter. Where it still has
//! errors, `told-again.txt` and `obeyed-again.md` are the second round, and the last.
//!
//! `fixed.md` is the charter after `--fix`, and `fixed.txt` what is said then. If that is anything, `fixed-obeyed.md`
//! is the charter after doing it, and `fixed-again.md` that after `--fix` once more.
//!
//! `BLESS=1 cargo test --test by_hand` writes again what is told and fixed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use support::{Site, copy, fixture, guildhall, names, run, text};

/// The day of the Guild's own directory, whose pages say that they were updated lately.
const TODAY: &str = "2026-11-28";

/// The group to which the Guild's own pages link.
const LINKED: &str = "coaching-practice-exchange.md";

/// What a directory may be without: questions that the leader has left open.
const OPEN: [&str; 2] = ["unanswered", "standards"];

fn folder() -> PathBuf {
    fixture("by_hand")
}

/// The text of a file of a kind's folder.
fn file(kind: &str, name: &str) -> String {
    let path = folder().join(kind).join(name);
    assert!(path.exists(), "{kind}/{name} is missing");
    fs::read_to_string(path).unwrap()
}

/// The Guild's own directory with charters in the place of its own.
fn site(charters: &BTreeMap<String, String>) -> Site {
    let site = Site::empty();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), &site.root().join("content"));
    for name in names(&site.root().join("content/groups")).iter().filter(|name| *name != LINKED) {
        site.remove(&format!("content/groups/{name}"));
    }
    for (kind, charter) in charters {
        site.write(&path(kind), charter);
    }
    site
}

fn path(kind: &str) -> String {
    format!("content/groups/{kind}.md")
}

/// The problems of a charter, but for open questions.
fn problems(site: &Site, kind: &str, arguments: &[&str]) -> Vec<Value> {
    let mut command = guildhall();
    command.args(["check", "--date", TODAY, "--format", "json", "--root"]).arg(site.root());
    let report: Value =
        serde_json::from_str(&run(command.args(arguments).arg(path(kind))).stdout).unwrap();
    let found = report["diagnostics"].as_array().unwrap().iter().cloned();
    found.filter(|found| OPEN.iter().all(|code| found["code"] != *code)).collect()
}

fn said(problems: &[Value]) -> String {
    problems.iter().fold(String::new(), |mut said, found| {
        let text = |key: &str| found[key].as_str().unwrap();
        let line = &found["start"]["line"];
        writeln!(said, "{line}: {}\n    {}", text("message"), text("help")).unwrap();
        said
    })
}

fn has_errors(problems: &[Value]) -> bool {
    problems.iter().any(|found| found["severity"] == "error")
}

/// Compares what was written into a folder with what it should be, or writes it.
#[expect(clippy::disallowed_methods, reason = "a switch of the tests, not of the program")]
fn assert_written(kind: &str, file: &str, found: &str) {
    let path = folder().join(kind).join(file);
    if std::env::var_os("BLESS").is_some() {
        if found.is_empty() {
            let _ = fs::remove_file(path); // it may not be there
        } else {
            fs::write(path, found).unwrap();
        }
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert_eq!(found, expected, "{kind}/{file}: BLESS=1 cargo test --test by_hand");
}

/// Fails if a charter was changed in a line about which nothing was said.
fn assert_obeys(kind: &str, before: &str, after: &str, problems: &[Value]) {
    let mut told: BTreeSet<u64> = BTreeSet::new();
    let mut shown: Vec<&str> = Vec::new();
    for found in problems {
        let line = |end: &str| found[end]["line"].as_u64().unwrap();
        told.extend(line("start")..=line("end"));
        let message = found["message"].as_str().unwrap();
        shown.extend(message.split('`').skip(1).step_by(2));
        shown.extend(message.contains(" tab ").then_some("\t"));
    }
    for (number, line) in (1..).zip(before.lines()) {
        let is_told = told.contains(&number) || shown.iter().any(|shown| line.contains(shown));
        let is_kept = after.lines().any(|kept| kept == line);
        assert!(is_told || is_kept, "{kind}:{number} was changed unasked: {line}");
    }
}

/// The groups of the site that is built from some charters, without the words by which calendars know their series.
fn exported(charters: &BTreeMap<String, String>) -> BTreeMap<String, Value> {
    let site = site(charters);
    run(site.command_into(&site.out()).args(["--date", TODAY])).ended_with(0);
    let built = site.built();
    let mut exported: Value = serde_json::from_str(text(&built, "groups.json")).unwrap();
    let groups = exported["groups"].as_array_mut().unwrap().iter_mut();
    let mut known = BTreeMap::new();
    for group in groups {
        for series in group["meetings"].as_array_mut().unwrap() {
            series["id"] = Value::Null;
        }
        known.insert(group["id"].as_str().unwrap().to_owned(), group.take());
    }
    known
}

/// Fails if a charter does not say what was meant.
fn assert_true(found: &BTreeMap<String, String>) {
    let meant = names(&folder()).into_iter().map(|kind| (kind.clone(), file(&kind, "meant.md")));
    let (meant, found) = (exported(&meant.collect()), exported(found));
    assert!(meant.len() > 10, "{}", meant.len());
    for (kind, group) in &meant {
        let shown = |group: &Value| serde_json::to_string_pretty(group).unwrap();
        assert_eq!(shown(&found[kind]), shown(group), "{kind} is valid, and false");
    }
}

#[test]
fn what_is_told_makes_a_charter_valid_and_true_in_one_round_or_two() {
    let mut obeyed = BTreeMap::new();
    for kind in names(&folder()) {
        let (site, written) = (site(&BTreeMap::new()), file(&kind, "written.md"));
        site.write(&path(&kind), &written);
        let told = problems(&site, &kind, &[]);
        assert!(has_errors(&told), "{kind}");
        assert_written(&kind, "told.txt", &said(&told));
        let mut charter = file(&kind, "obeyed.md");
        assert_obeys(&kind, &written, &charter, &told);
        site.write(&path(&kind), &charter);
        let told = problems(&site, &kind, &[]);
        assert_written(&kind, "told-again.txt", &said(&told));
        if has_errors(&told) {
            let last = file(&kind, "obeyed-again.md");
            assert_obeys(&kind, &charter, &last, &told);
            charter = last;
        }
        obeyed.insert(kind, charter);
    }
    assert_true(&obeyed);
}

#[test]
fn what_is_fixed_and_then_told_makes_a_charter_valid_and_true_in_one_round_or_two() {
    let mut obeyed = BTreeMap::new();
    for kind in names(&folder()) {
        let site = site(&BTreeMap::from([(kind.clone(), file(&kind, "written.md"))]));
        let fixed = |told: &[Value], name: &str| {
            let charter = fs::read_to_string(site.root().join(path(&kind))).unwrap();
            assert_written(&kind, &format!("{name}.md"), &charter);
            assert_written(&kind, &format!("{name}.txt"), &said(told));
            charter
        };
        let told = problems(&site, &kind, &["--fix"]);
        let mut charter = fixed(&told, "fixed");
        if !told.is_empty() {
            let last = file(&kind, "fixed-obeyed.md");
            assert_obeys(&kind, &charter, &last, &told);
            site.write(&path(&kind), last);
            charter = fixed(&problems(&site, &kind, &["--fix"]), "fixed-again");
        }
        obeyed.insert(kind, charter);
    }
    assert_true(&obeyed);
}
