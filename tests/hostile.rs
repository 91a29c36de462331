//! Files that mean harm: each is refused at its place, and nothing of the site is written.
//!
//! What a hostile text inside a well-made charter does to the page is a matter of the pages; here are
//! the files that are no charters, or want too much.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;
#[cfg(unix)]
#[path = "hostile/unix.rs"]
mod unix;

use std::fs::{self, File};

use serde_json::Value;

use support::{Ran, Site, TODAY, Tree, assert_same, copy, fixture, guildhall, names, run, tree};

/// Where a hostile charter is.
const CHARTER: &str = "content/groups/hostile.md";
/// The largest file that is read, in bytes.
const LARGEST: usize = 256 * 1024;
/// The longest report on one hostile file, in bytes: one that people can still read.
const LONGEST_REPORT: usize = 200_000;

fn small_site() -> Site {
    let site = Site::empty();
    copy(&fixture("check/base"), &site.root());
    site
}

fn check(site: &Site, format: &str) -> Ran {
    let mut command = guildhall();
    run(command.args(["check", "--date", TODAY, "--format", format, "--root"]).arg(site.root()))
}

fn problems(site: &Site) -> Vec<Value> {
    let ran = check(site, "json");
    assert_eq!(ran.stderr, "");
    assert!(ran.stdout.len() < LONGEST_REPORT, "a report of {} bytes", ran.stdout.len());
    let report: Value = serde_json::from_str(&ran.stdout).unwrap();
    report["diagnostics"].as_array().unwrap().clone()
}

/// Places, codes and words of problems, a line each.
fn told(problems: &[Value]) -> String {
    let parts = ["file", "start", "end", "code", "key", "message", "help", "related"];
    let told = |problem: &Value| parts.map(|part| problem[part].to_string()).join(" ") + "\n";
    problems.iter().map(told).collect()
}

/// The site has an error of that code in that file, and a build writes nothing.
fn assert_refused(site: &Site, file: &str, code: &str) {
    let problems = problems(site);
    let is_it = |problem: &Value| {
        problem["file"] == file && problem["code"] == code && problem["severity"] == "error"
    };
    assert!(problems.iter().any(is_it), "{file} has no error `{code}`:\n{}", told(&problems));
    let before = names(&site.root());
    let built = site.build(&[]).ended_with(1);
    assert!(built.stderr.ends_with("unchanged.\n"), "{}", built.stderr);
    assert!(!site.out().exists());
    assert_eq!(site.left_over(), [""; 0]);
    assert_eq!(names(&site.root()), before);
}

/// A charter of these bytes gets an error of that code.
fn assert_charter_refused(bytes: impl AsRef<[u8]>, code: &str) {
    let site = small_site();
    site.write(CHARTER, bytes);
    assert_refused(&site, CHARTER, code);
}

/// A charter without problems but for a value of `objectives`, which may hold anything.
fn charter_with(objectives: &str) -> String {
    charter().replace("costs: free", &format!("costs: free\nobjectives: {objectives}"))
}

/// A charter without problems.
fn charter() -> String {
    let path = fixture("check/base/content/groups/coaching-circle.md");
    fs::read_to_string(path).unwrap().replace("name: Coaching circle", "name: Hostile")
}

/// So many keys, a line each, none of which the format has.
fn keys(count: usize) -> String {
    (0..count).map(|number| format!("k{number}: x\n")).collect::<Vec<_>>().concat()
}

#[test]
fn the_charter_is_fine_without_what_is_hostile() {
    let site = small_site();
    site.write(CHARTER, charter_with("[To be fine.]"));
    assert_eq!(told(&problems(&site)), "");
    site.build(&[]).ended_with(0);
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let text = charter();
    let with = |bytes: &[u8]| [text.as_bytes(), bytes].concat();
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        with(b"\xff"),
        with(b"caf\xe9"),
        with(b"cut short \xe2\x82"),
        with(b"overlong \xc0\xaf"),
        with(b"a surrogate \xed\xa0\x80"),
        with(b"beyond Unicode \xf4\x90\x80\x80"),
        with(b"nothing \0"),
        [b"\xff\xfe".to_vec(), utf16.clone()].concat(),
        utf16,
        vec![0; 1000],
        (0..=255).collect(),
    ] {
        assert_charter_refused(bytes, "encoding");
    }
}

#[test]
fn front_matter_that_is_none_is_refused() {
    for (text, code) in [
        ("", "front-matter"),
        ("\n\n\n", "front-matter"),
        ("---", "front-matter"),
        ("---\nname: Hostile\n", "front-matter"),
        ("# Hostile\n", "front-matter"),
        ("+++\nname = \"Hostile\"\n+++\n", "front-matter"),
        ("{\"name\": \"Hostile\"}", "front-matter"),
        ("---\n---\n", "type"),
        ("---\n- Hostile\n---\n", "type"),
        ("---\nHostile\n---\n", "type"),
        ("---\n\"Hostile\"\n---\n", "type"),
    ] {
        assert_charter_refused(text, code);
    }
}

#[test]
fn parts_of_yaml_that_a_charter_does_not_need_are_refused() {
    for value in [
        "!!python/object/apply:os.system [ls]",
        "!include ../../../../etc/passwd",
        "!<tag:yaml.org,2002:binary> aGk=",
        "&a [*a]",
        "&a [x, x]\naliases: [*a, *a, *a]",
        "*never-given",
        "{<<: {a: 1}}",
        "[x]\n...\nname: Another",
    ] {
        assert_charter_refused(charter_with(value), "limits");
    }
    assert_charter_refused(charter().replacen("---\n", "---\n%YAML 1.1\n", 1), "limits");
    assert_charter_refused(charter().replacen("---\n", "---\n%TAG ! tag:x,2000:\n", 1), "limits");
    assert_charter_refused(charter_with("[\"\\ud800\"]"), "yaml");
    assert_charter_refused(charter_with("[x]\nobjectives: [y]"), "yaml");
}

#[test]
fn nesting_without_end_is_refused() {
    const DEEP: usize = 100_000;
    let indented: Vec<_> = (0..600).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    for (value, code) in [
        ("[".repeat(DEEP), "limits"),
        ("{a: ".repeat(DEEP / 2), "limits"),
        (format!("{}x{}", "[".repeat(DEEP), "]".repeat(DEEP)), "limits"),
        (format!("\n  - {}x", "- ".repeat(DEEP)), "limits"),
        (format!("\n  - {}x", "? ".repeat(DEEP)), "limits"),
        (format!("x\nmore:\n{}", indented.concat()), "limits"),
    ] {
        assert_charter_refused(charter_with(&value), code);
    }
    for text in ["> ".repeat(DEEP), "- ".repeat(DEEP), ">".repeat(DEEP), "1. ".repeat(DEEP / 2)] {
        assert_charter_refused(charter() + &text + "deep\n", "limits");
    }
}

#[test]
fn more_problems_than_people_read_are_cut_off() {
    let many = |entry: &str| format!("[{}]", entry.repeat(5000));
    for text in [
        charter().replacen("---\n", &format!("---\n{}", keys(5000)), 1),
        charter_with(&many("\"\",")),
    ] {
        assert_charter_refused(text, "limits");
    }
    let skips = format!("first: 2026-01-13\n    skip: {}", many("2030-01-01,"));
    assert_charter_refused(charter().replace("first: 2026-01-13", &skips), "value");
    assert_charter_refused(charter() + &"[a](/nowhere/) ".repeat(5000), "link");
}

#[test]
fn a_charter_makes_few_files_however_many_it_asks_for() {
    let numbered: Vec<String> = (0..20_000).map(|number| format!("a{number}")).collect();
    let many = format!("[{}]", numbered.join(","));
    assert_charter_refused(
        charter().replace("leaders:", &format!("aliases: {many}\nleaders:")),
        "value",
    );
    assert_charter_refused(
        charter().replace("fields: [coaching]", &format!("fields: {many}")),
        "value",
    );
}

#[test]
fn a_group_has_fifty_series_of_meetings_at_most() {
    const KEY: &str = "meetings:\n";
    let text = charter();
    let (_, rest) = text.split_once(KEY).unwrap();
    let (series, _) = rest.split_once("commitment:").unwrap();
    let with_series = |count| text.replace(series, &series.repeat(count));
    let site = small_site();
    site.write(CHARTER, with_series(50));
    assert_eq!(told(&problems(&site)), "");
    assert_charter_refused(with_series(51), "value");
}

#[test]
fn a_file_of_the_largest_size_is_read_and_a_larger_one_is_not() {
    let site = small_site();
    let fits = charter();
    let fits = format!("{fits}{}", "x\n".repeat((LARGEST - fits.len()) / 2));
    site.write(CHARTER, &fits);
    assert_eq!(told(&problems(&site)), "");
    let padding = LARGEST + 1 - fits.len();
    assert_charter_refused(fits + &"\n".repeat(padding), "limits");
}

#[test]
fn files_of_any_size_are_refused_unread() {
    let site = small_site();
    site.write(CHARTER, "");
    let file = File::options().write(true).open(site.root().join(CHARTER)).unwrap();
    for size in [50_000_000, 1_000_000_000, 1_000_000_000_000] {
        file.set_len(size).unwrap(); // a file with a hole in it takes no space on the disk
        assert_refused(&site, CHARTER, "limits");
    }
    let site = small_site();
    site.write(CHARTER, format!("---\nname: {}\n---\n", "x".repeat(50_000_000)));
    assert_refused(&site, CHARTER, "limits");
    assert_charter_refused(format!("---\n{}---\n", keys(100_000)), "limits");
}

#[test]
fn every_kind_of_file_has_the_same_limits() {
    for file in ["fields/big.md", "guidance/big.md", "pages/big.md", "aims.yaml", "site.yaml"] {
        let (file, site) = (format!("content/{file}"), small_site());
        site.write(&file, "x".repeat(LARGEST + 1));
        assert_refused(&site, &file, "limits");
        site.write(&file, b"\xff");
        assert_refused(&site, &file, "encoding");
    }
}

#[test]
fn the_longest_name_is_built_and_can_be_fixed() {
    let site = small_site();
    let id = "a".repeat(230);
    let file = format!("content/groups/{id}.md");
    site.write(&file, charter().replace("name: ", "Name: "));
    let arguments = ["check", "--fix", "--date", TODAY, "--root"];
    run(guildhall().args(arguments).arg(site.root())).ended_with(0);
    site.build(&[]).ended_with(0);
    assert!(site.out().join(format!("groups/{id}/index.html")).exists());
}

#[test]
fn names_that_are_no_addresses_are_refused() {
    for stem in [
        "con",
        "nul",
        "com1",
        "lpt9",
        "dots..",
        "two.dots",
        "Hostile",
        "HOSTILE",
        "under_score",
        "with space",
        "-leading",
        "trailing-",
        "two--hyphens",
        "grüppe",
        "gru\u{308}ppe",
        "读书会",
        "a\u{202e}b",
        "line\nbreak",
        "tab\tbed",
        "%2e%2e",
        "a&b",
        "<b>",
        "'quoted'",
        &"a".repeat(231),
        &"a".repeat(250),
    ] {
        let site = small_site();
        let file = format!("content/groups/{stem}.md");
        site.write(&file, charter());
        assert_refused(&site, &file, "value");
    }
}

#[test]
fn a_name_cannot_pass_for_a_line_of_a_report() {
    let site = small_site();
    site.write("content/groups/x\n::error::forged.md", charter());
    site.write("content/groups/x\r\u{1b}[31m.md", charter());
    for format in ["human", "github", "markdown", "json", "sarif"] {
        let report = check(&site, format).ended_with(1).stdout;
        let is_forged = |line: &str| line.trim_start().starts_with("::error::");
        assert!(!report.lines().any(is_forged), "{report}");
        assert!(!report.contains(['\r', '\u{1b}']), "{report}");
    }
}

#[test]
fn what_others_point_to_cannot_go_unnoticed() {
    const GROUP: &str = "content/groups/coaching-circle.md";
    for (gone, code) in [
        ("content/fields/coaching.md", "unknown-term"),
        ("content/guidance/safe-practice.md", "unknown-term"),
        ("content/groups/hostile.md", "link"),
    ] {
        let site = small_site();
        site.write(CHARTER, charter());
        let text = fs::read_to_string(site.root().join(GROUP)).unwrap();
        site.write(GROUP, text + "\n[A friend](hostile.md) and [again](/groups/hostile/).\n");
        assert_eq!(told(&problems(&site)), "");
        site.remove(gone);
        assert_refused(&site, GROUP, code);
    }
}

#[test]
fn two_that_want_one_address_are_both_named() {
    let site = small_site();
    site.write(CHARTER, charter_with("[x]\naliases: [/about/]"));
    site.write("content/pages/about.md", "---\ntitle: About\nsummary: About us.\n---\n");
    assert_refused(&site, CHARTER, "duplicate");
    let problems = problems(&site);
    assert_eq!(problems[0]["related"][0]["file"], "content/pages/about.md");
}

/// The report on a case of `tests/check/` whose files are changed.
fn told_with(case: &str, change: impl Fn(&str) -> String) -> Tree {
    let site = small_site();
    for (path, bytes) in tree(&fixture("check").join(case).join("content")) {
        site.write(&format!("content/{path}"), change(std::str::from_utf8(&bytes).unwrap()));
    }
    Tree::from([(case.to_owned(), told(&problems(&site)).into_bytes())])
}

/// Cases whose problems are on one line and over several, in keys and in texts.
const CASES: [&str; 6] =
    ["missing/parts", "value/slots", "link/keys", "unsafe/html", "yaml/layout", "yaml/site"];

#[test]
fn places_are_the_same_with_other_ends_and_beginnings() {
    for case in CASES {
        let expected = told_with(case, str::to_owned);
        let windows = told_with(case, |text| text.replace('\n', "\r\n"));
        assert_same(&expected, &windows, "Lines end with CR LF.");
        let marked = told_with(case, |text| format!("\u{feff}{text}"));
        assert_same(&expected, &marked, "There is a byte-order mark.");
        let cut = told_with(case, |text| text.trim_end().to_owned());
        assert_same(&expected, &cut, "The last line has no end.");
    }
}

#[test]
fn places_are_the_same_where_lines_end_with_cr_alone() {
    for case in CASES {
        let old = told_with(case, |text| text.replace('\n', "\r"));
        assert_same(&told_with(case, str::to_owned), &old, "Lines end with CR.");
    }
}
