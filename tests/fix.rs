//! `guildhall check --fix`: what is fixed, what is left, and what stays as it is.
//!
//! A fixture is a folder of `tests/fix/` with a charter, `before.md`. Beside it are the charter as it is
//! after fixing, `after.md`, and what was said of each change, `changes.txt`. `BLESS=1 cargo test --test
//! fix` writes those again.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use guildhall::charter::Context;
use guildhall::config::Config;
use guildhall::fix::{Fixed, fix};
use guildhall::source::{SourceFile, Sources};
use serde_json::Value;

use support::{Ran, Site, TODAY, Tree, assert_same, charter, copy, fixture, guildhall, names, run};
use support::{text, tree};

/// The charter of a site that tests fix.
const FILE: &str = "content/groups/sample.md";

/// Fixes a text as a charter of the Guild's own directory.
fn fixed(text: &str) -> Option<Fixed> {
    let sources = Sources::read(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let today = TODAY.parse().unwrap();
    let (config, _) = Config::read(&sources, today);
    let source = Arc::new(SourceFile::new(FILE, text));
    fix(&source, Context { config: &config, today })
}

fn said(fixed: &Fixed) -> String {
    fixed.changes.iter().fold(String::new(), |mut said, change| {
        writeln!(said, "{}: {}", change.line, change.what).unwrap();
        said
    })
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a switch of the tests, not of the program")]
fn every_charter_is_fixed_as_the_one_beside_it() {
    let folder = fixture("fix");
    let mut found = Tree::new();
    for name in names(&folder) {
        let before = fs::read_to_string(folder.join(&name).join("before.md")).unwrap();
        let fixed = fixed(&before);
        let (after, said) = match &fixed {
            Some(fixed) => (fixed.after.to_string(), said(fixed)),
            None => (before.clone(), String::new()),
        };
        assert_eq!(fixed.is_none(), name.ends_with("left") || name.ends_with("brackets"), "{name}");
        found.insert(format!("{name}/before.md"), before.into_bytes());
        found.insert(format!("{name}/after.md"), after.into_bytes());
        found.insert(format!("{name}/changes.txt"), said.into_bytes());
    }
    if std::env::var_os("BLESS").is_some() {
        for (path, text) in &found {
            fs::write(folder.join(path), text).unwrap();
        }
    }
    let hint = "If that is as it should be: BLESS=1 cargo test --test fix\n\
                Then look at the difference before you commit it: git diff tests/fix";
    assert_same(&tree(&folder), &found, hint);
}

#[test]
fn fixing_what_was_fixed_changes_nothing() {
    for name in names(&fixture("fix")) {
        let after = fs::read_to_string(fixture("fix").join(&name).join("after.md")).unwrap();
        assert!(fixed(&after).is_none(), "{name}");
    }
}

fn check(site: &Site, arguments: &[&str]) -> Ran {
    run(guildhall().args(["check", "--date", TODAY, "--root"]).arg(site.root()).args(arguments))
}

/// A copy of each site of `tests/check/`, of the samples, and of the golden site.
fn sites() -> BTreeMap<String, Site> {
    let mut sites = BTreeMap::from([("golden".to_owned(), Site::golden())]);
    let samples = Site::empty();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), &samples.root().join("content"));
    sites.insert("samples".to_owned(), samples);
    let is_fixture =
        |folder: &Path| ["content", "without"].iter().any(|part| folder.join(part).exists());
    let all = fixture("check");
    for code in names(&all).into_iter().filter(|name| name != "base") {
        let folder = all.join(&code);
        let below = || names(&folder).iter().map(|case| folder.join(case)).collect();
        let cases: Vec<PathBuf> = if is_fixture(&folder) { vec![folder.clone()] } else { below() };
        for case in cases {
            let site = Site::empty();
            copy(&all.join("base"), &site.root());
            let without = fs::read_to_string(case.join("without")).unwrap_or_default();
            for path in without.lines().map(|line| site.root().join(line)) {
                if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
                    .unwrap();
            }
            if case.join("content").is_dir() {
                copy(&case.join("content"), &site.root().join("content"));
            }
            sites.insert(case.strip_prefix(&all).unwrap().display().to_string(), site);
        }
    }
    assert!(sites.len() > 25);
    sites
}

/// The errors of a report, without their places, sorted.
fn errors(report: &str) -> Vec<String> {
    let report: Value = serde_json::from_str(report).unwrap();
    let found = report["diagnostics"].as_array().unwrap().iter();
    let found = found.filter(|found| found["severity"] == "error");
    let mut errors: Vec<String> = found
        .map(|it| format!("{} {} {} {}", it["file"], it["code"], it["key"], it["message"]))
        .collect();
    errors.sort();
    errors
}

/// The lines of a charter that were said to be changed, and whether keys were said to be moved.
fn said_of<'a>(file: &str, said: &'a str) -> (BTreeMap<usize, Vec<&'a str>>, bool) {
    let (mut changed, mut is_moved) = (BTreeMap::<_, Vec<_>>::new(), false);
    for line in said.lines().filter_map(|line| line.strip_prefix(&format!("{file}:"))) {
        let (number, what) = line.split_once(": ").unwrap();
        if what.contains(" moved ") {
            is_moved = true;
        } else {
            changed.entry(number.parse().unwrap()).or_default().push(what);
        }
    }
    (changed, is_moved)
}

/// Where a line has spaces of other kinds, told by their numbers, with ordinary ones between and around them.
fn spaces_of(line: &str, numbers: &str) -> Vec<Range<usize>> {
    let number = |number: &str| u32::from_str_radix(number.trim_start_matches("U+"), 16).unwrap();
    let told: Vec<u32> = numbers.split(' ').map(number).collect();
    let places: Vec<usize> = line.char_indices().map(|(at, _)| at).chain([line.len()]).collect();
    let pairs = places.iter().flat_map(|from| places.iter().map(move |to| (*from, *to)));
    let ranges = pairs.filter(|(from, to)| from < to).map(|(from, to)| from..to);
    let is_meant = |at: &Range<usize>| {
        let others = line[at.clone()].chars().filter(|found| *found != ' ').map(u32::from);
        others.eq(told.iter().copied())
    };
    ranges.filter(is_meant).collect()
}

/// Fails if a file differs in anything that was not said.
fn assert_changed_as_said(file: &str, before: &str, after: &str, said: &str) {
    let (changed, is_moved) = said_of(file, said);
    let lines = |text: &str| -> Vec<String> { text.split('\n').map(str::to_owned).collect() };
    let (mut before, mut after) = (lines(before), lines(after));
    let is_long = |what: &str| what.contains("`, `");
    let is_line = |what: &str| what.starts_with(['+', '−']);
    if changed.values().flatten().any(|what| is_long(what)) {
        // The lines of a text that is shown line by line may be indented anew, and more or fewer than before.
        for line in before.iter_mut().chain(&mut after) {
            *line = line.trim_start().to_owned();
        }
    } else if !changed.values().flatten().any(|what| is_line(what)) {
        assert_eq!(before.len(), after.len(), "{file}");
    }
    let mut expected: Vec<String> = Vec::new();
    let mut replaced = 0; // lines of a text that was shown line by line
    'lines: for (number, line) in (1..).zip(before) {
        let mut line = line;
        if replaced > 0 {
            replaced -= 1;
            continue;
        }
        for what in changed.get(&number).into_iter().flatten() {
            if let Some(added) = what.strip_prefix("+ ") {
                expected.push(added.trim_matches('`').to_owned());
                continue;
            }
            if let Some(blank) = what.strip_prefix("− ") {
                let count = blank.split(' ').next().unwrap().parse::<usize>();
                assert!(count.is_ok() || line.contains(blank.trim_matches('`')), "{what}");
                replaced = count.unwrap_or(1) - 1;
                continue 'lines;
            }
            let (old, new) = what.split_once(" → ").unwrap();
            if is_long(what) {
                assert!(!what.contains('…'), "{file}:{number} {what}");
                let pieces = |text: &str| -> Vec<String> {
                    text.trim_matches('`').split("`, `").map(str::to_owned).collect()
                };
                let (old, new) = (pieces(old), pieces(new));
                replaced = old.len() - 1;
                line = line.replacen(&old[0], &new.join("\n"), 1);
                continue;
            }
            line = match old.strip_prefix('`') {
                Some(old) => {
                    let inside = |text| str::strip_suffix(text, "`").unwrap();
                    let (old, new) = (inside(old), inside(new.strip_prefix('`').unwrap()));
                    assert!(line.contains(old), "{file}:{number} {what}");
                    let fixed = |at: usize| format!("{}{new}", &line[..at]);
                    let is_there = |at: &usize| after.iter().any(|it| it.starts_with(&fixed(*at)));
                    let at = line.match_indices(old).map(|(at, _)| at).find(is_there).unwrap();
                    fixed(at) + &line[at + old.len()..]
                }
                None if old.starts_with("U+") => {
                    let new = new.trim_matches('`');
                    let spaces = spaces_of(&line, old);
                    let fixed = |at: &Range<usize>| format!("{}{new}", &line[..at.start]);
                    let is_there =
                        |at: &Range<usize>| after.iter().any(|it| it.starts_with(&fixed(at)));
                    let at = spaces.into_iter().filter(is_there).max_by_key(Range::len).unwrap();
                    fixed(&at) + &line[at.end..]
                }
                None => {
                    let tabs: usize = old.split(' ').next().unwrap().parse().unwrap();
                    let spaces: usize = new.split(' ').next().unwrap().parse().unwrap();
                    let indented = line.replacen('\t', "", tabs);
                    let hyphen = usize::from(indented.starts_with('-'));
                    let (start, rest) = indented.split_at(hyphen);
                    format!("{start}{}{rest}", " ".repeat(spaces))
                }
            };
        }
        expected.extend(line.split('\n').map(str::to_owned));
    }
    if is_moved {
        expected.sort();
        after.sort();
    }
    assert_eq!(expected, after, "{file}\n{said}");
}

#[test]
fn on_every_site_only_what_is_said_is_changed_and_nothing_gets_worse() {
    let mut fixed = 0;
    for (name, site) in sites() {
        let before = tree(&site.root());
        let errors_before = errors(&check(&site, &["--format", "json"]).stdout);
        let ran = check(&site, &["--fix", "--format", "json"]);
        let after = tree(&site.root());
        assert!(before.keys().eq(after.keys()), "{name}");
        for (file, bytes) in before.iter().filter(|(file, bytes)| after[*file] != **bytes) {
            assert!(file.starts_with("content/groups/"), "{name}: {file}");
            let old = std::str::from_utf8(bytes).unwrap();
            assert_changed_as_said(file, old, text(&after, file), &ran.stderr);
            fixed += 1;
        }
        let file_of = |error: &str| error.split('"').nth(1).unwrap().to_owned();
        let is_yaml = |error: &&String| error.split(' ').nth(1) == Some("\"yaml\"");
        let unread: BTreeSet<String> =
            errors_before.iter().filter(is_yaml).map(|error| file_of(error)).collect();
        let mut known = errors_before;
        for error in errors(&ran.stdout) {
            let position = known.iter().position(|known| *known == error);
            // What could not be read is told now for the first time, and so is a name that another group has.
            let is_revealed = unread.contains(&file_of(&error)) || error.contains("\"duplicate\"");
            match position {
                Some(position) => {
                    known.remove(position);
                }
                None => assert!(is_revealed, "{name}: {error} is new"),
            }
        }
        let status = i32::from(!errors(&ran.stdout).is_empty());
        assert_eq!(ran.status, status, "{name}");
        let again = check(&site, &["--fix", "--format", "json"]).ended_with(status);
        assert_same(&after, &tree(&site.root()), &format!("{name} is fixed twice"));
        assert_eq!(again.stdout, ran.stdout, "{name}");
        assert_eq!(again.stderr, "Nothing was found that could be fixed safely.\n", "{name}");
    }
    assert!(fixed > 10, "{fixed}");
}

/// The golden site with a charter that can be fixed.
fn site_to_fix() -> Site {
    let site = Site::golden();
    site.write(
        FILE,
        charter("Sample", "costs: FREE").replace("membership: open", "membership: Open"),
    );
    site
}

#[test]
fn each_change_is_reported_and_the_report_is_of_what_remains() {
    let site = site_to_fix();
    site.edit(FILE, "2026-10-01", "1/10/2026");
    let ran = check(&site, &["--fix", "--format", "github", FILE]).ended_with(1);
    assert_eq!(
        ran.stderr,
        "content/groups/sample.md:9: `Open` → `open`\n\
         content/groups/sample.md:11: `FREE` → `free`\n\
         content/groups/sample.md:11: `costs` moved below `membership`\n\
         Fixed 3 places in 1 charter.\n"
    );
    assert!(ran.stdout.contains("`1/10/2026` is not a date"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("FREE"), "{}", ran.stdout);
}

#[test]
fn only_the_files_that_are_named_are_changed() {
    let site = site_to_fix();
    let other = "content/groups/other.md";
    site.write(other, charter("Other", "costs: FREE"));
    let before = tree(&site.root());
    check(&site, &["--fix", "content/fields"]);
    check(&site, &["--fix", "content/groups/nobody.md"]).ended_with(2);
    assert_same(&before, &tree(&site.root()), "nothing that is named can be fixed");
    check(&site, &["--fix", other]);
    let after = tree(&site.root());
    assert_eq!(before[FILE], after[FILE]);
    assert!(text(&after, other).contains("costs: free"));
}

#[test]
fn quiet_fixes_without_a_word() {
    let site = site_to_fix();
    let ran = check(&site, &["--fix", "--quiet"]);
    assert_eq!(ran.stderr, "");
    assert!(text(&tree(&site.root()), FILE).contains("costs: free"));
}

#[test]
fn what_is_no_charter_in_utf_8_is_left() {
    let site = site_to_fix();
    let mut latin = fs::read(site.root().join(FILE)).unwrap();
    latin.extend(b"caf\xe9\n");
    site.write("content/groups/latin.md", &latin);
    let zero = [fs::read(site.root().join(FILE)).unwrap(), b"\0".to_vec()].concat();
    site.write("content/groups/zero.md", &zero);
    let term = fs::read_to_string(site.root().join("content/fields/coaching.md")).unwrap();
    site.write("content/fields/coaching.md", term.replacen("name:", "Name:", 1));
    let before = tree(&site.root());
    check(&site, &["--fix"]);
    let mut after = tree(&site.root());
    assert!(text(&after, FILE).contains("costs: free"));
    after.insert(FILE.to_owned(), before[FILE].clone());
    assert_same(&before, &after, "only the charter that can be read is fixed");
}

#[test]
fn a_byte_order_mark_and_the_ends_of_lines_stay() {
    let site = site_to_fix();
    let lines = fs::read_to_string(site.root().join(FILE)).unwrap().replace('\n', "\r\n");
    site.write(FILE, format!("\u{feff}{lines}"));
    check(&site, &["--fix"]);
    let after = tree(&site.root());
    let after = text(&after, FILE);
    assert!(
        after.starts_with("\u{feff}---\r\n") && after.contains("\r\ncosts: free\r\n"),
        "{after}"
    );
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_a_folder_that_cannot_be_written_is_reported() {
    use std::os::unix::fs::PermissionsExt as _;

    let site = site_to_fix();
    let path = site.root().join(FILE);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    check(&site, &["--fix"]);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    let beside = site.root().join("content/groups/.sample.md.guildhall-new");
    fs::write(&path, charter("Sample", "costs: FREE")).unwrap();
    fs::write(&beside, "in the way").unwrap();
    let ran = check(&site, &["--fix"]).ended_with(3);
    assert!(ran.stderr.contains("sample.md"), "{}", ran.stderr);
    assert!(fs::read_to_string(&path).unwrap().contains("costs: FREE"));
}

#[test]
fn a_large_charter_full_of_mistakes_takes_little_time() {
    let dates = "13/1/2026, 13.1.2026, ".repeat(100);
    let leaders = "  - nmae: ''\n".repeat(150);
    let filling = "Words without end. ".repeat(12_000);
    let lines = format!("skip: [{dates}]\nlaeders:\n{leaders}\naliases: [{}]", "A, ".repeat(300));
    let text = charter("Sample", &lines).replace("leaders: [{name: The tester}]\n", "") + &filling;
    let start = Instant::now();
    let _ = fixed(&text);
    let nameless = "  - nmae: ''\n    rloe: X\n".repeat(6_000);
    let _ = fixed(&charter("Sample", &format!("laeders:\n{nameless}")));
    let series = "name: x\nmeetings:\n".to_owned()
        + &format!("  - first: {}\n    skip: [{dates}]\n", "13/1/2026").repeat(40);
    let _ = fixed(&format!("---\n{series}---\n{filling}"));
    let tabs = format!("---\n{}---\n{filling}", "a:\n\tb:\n\t\t- c\n".repeat(3_000));
    let _ = fixed(&tabs);
    assert!(start.elapsed() < Duration::from_mins(1), "{:?}", start.elapsed());
}
