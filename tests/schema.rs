//! The schema of a charter accepts and refuses what the checks do. Python's jsonschema reads it here: every
//! charter of the samples and of the fixtures, and sound ones with one thing changed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "schema/changes.rs"]
mod changes;
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use changes::{DIFFERING, crossed_series, mutations, sound};
use support::python::python_script;
use support::{Site, TODAY, copy, fixture, guildhall, names, run};

/// What a schema cannot say: a part of the problem's message, and why.
const BEYOND: &[(&str, &str)] = &[
    ("which is not a day of this series", "it takes a calendar"),
    ("before its first meeting", "a schema does not compare two values"),
    ("which is more than", "a schema does not compare two values"),
    ("is not a meeting of this series", "it takes a calendar"),
    ("dates together; the limit", "a schema does not add up"),
    ("is moved twice", "a schema does not compare two values"),
    ("leaves the meeting on", "a schema does not compare two values"),
    ("future-date: ", "a schema knows no today"),
    ("is very like", "a schema does not measure how near two words are"),
    ("is not a sum of money", "a program sees the number, not with how many decimals it was typed"),
    ("This number has to be", "a program sees the number, not how it was typed"),
    ("duplicate: ", "a schema sees one charter"),
    ("link: ", "a schema sees one charter"),
    ("is not the name of a country", "the names of all countries, as people write them, are many"),
    ("is itself part of this group", "a schema sees one charter"),
    ("A group cannot name itself", "a schema sees no file name"),
    (
        "reads like the rest of the entry before it",
        "another reader of YAML does not tell the commas",
    ),
    ("The file's name cannot be an address", "a schema sees no file name"),
    ("The name of this file does not end with .md", "a schema sees no file name"),
];

/// A charter's front matter with the problems reported for it.
struct Case {
    what: String,
    front_matter: Value,
    /// The messages of its errors, each with its code.
    errors: Vec<String>,
}

/// The errors of each charter of a site, by its file.
fn errors(root: &Path) -> BTreeMap<String, Vec<String>> {
    let mut check = guildhall();
    let ran = run(check.args(["check", "--date", TODAY, "--format", "json", "--root"]).arg(root));
    let report: Value = serde_json::from_str(&ran.stdout).unwrap();
    let mut errors = BTreeMap::<String, Vec<String>>::new();
    for problem in report["diagnostics"].as_array().unwrap() {
        if problem["severity"] == "error" {
            let text = |key: &str| problem[key].as_str().unwrap().to_owned();
            let told = format!("{}: {}", text("code"), text("message"));
            errors.entry(text("file")).or_default().push(told);
        }
    }
    errors
}

/// The front matter of a charter, where another reader of YAML can read it.
fn front_matter(text: &str) -> Option<Value> {
    let (yaml, _) = text.strip_prefix("---\n")?.split_once("\n---\n")?;
    serde_yaml::from_str(yaml).ok()
}

/// The charters of a site. Those that no YAML reader can read are left out, and so are those that the
/// checks do not read to the end.
fn charters(what: &str, root: &Path) -> Vec<Case> {
    let mut errors = errors(root);
    let folder = root.join("content/groups");
    let mut cases = Vec::new();
    for name in if folder.is_dir() { names(&folder) } else { Vec::new() } {
        let errors = errors.remove(&format!("content/groups/{name}")).unwrap_or_default();
        let unread = ["yaml", "encoding", "front-matter", "limits"];
        let is_read = !errors.iter().any(|error| unread.iter().any(|code| error.starts_with(code)));
        let Ok(text) = fs::read_to_string(folder.join(&name)) else { continue };
        if let (true, Some(front_matter)) = (is_read, front_matter(&text)) {
            cases.push(Case { what: format!("{what}: {name}"), front_matter, errors });
        }
    }
    cases
}

/// Holds charters of a site against its schema, and tells where that and the checks disagree.
fn disagreements(root: &Path, cases: &[Case]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let schema = run(guildhall().args(["schema", "--root"]).arg(root)).ended_with(0).stdout;
    fs::write(folder.path().join("schema.json"), schema).unwrap();
    let charters: Vec<&Value> = cases.iter().map(|case| &case.front_matter).collect();
    fs::write(folder.path().join("charters.json"), json!(charters).to_string()).unwrap();
    let verdicts = python_script("schema/read.py", &[folder.path().to_str().unwrap()]);
    let verdicts: Vec<Option<String>> = serde_json::from_str(&verdicts).unwrap();
    assert_eq!(verdicts.len(), cases.len());
    let is_beyond = |error: &String| BEYOND.iter().any(|(words, _)| error.contains(words));
    let judge = |(case, verdict): (&Case, Option<String>)| match verdict {
        Some(refusal) if case.errors.is_empty() => {
            Some(format!("{}: only the schema refuses: {refusal}", case.what))
        }
        None if !case.errors.iter().all(is_beyond) => {
            Some(format!("{}: only the checks refuse: {:?}", case.what, case.errors))
        }
        _ => None,
    };
    cases.iter().zip(verdicts).filter_map(judge).collect()
}

fn assert_none(disagreements: &[String]) {
    let shown = &disagreements[..disagreements.len().min(40)];
    assert!(shown.is_empty(), "{} in all:\n{}", disagreements.len(), shown.join("\n"));
}

/// Every fixture of `tests/check/`, each over the small site.
fn fixtures() -> Vec<(String, Site)> {
    let all = fixture("check");
    let mut fixtures = Vec::new();
    for code in names(&all) {
        let cases = names(&all.join(&code));
        let paths = if cases.iter().any(|name| name == "content" || name == "without") {
            vec![code]
        } else {
            cases.iter().map(|case| format!("{code}/{case}")).collect()
        };
        for path in paths.into_iter().filter(|path| all.join(path).join("content").is_dir()) {
            let site = Site::empty();
            copy(&all.join("base"), &site.root());
            copy(&all.join(&path).join("content"), &site.root().join("content"));
            fixtures.push((path, site));
        }
    }
    fixtures
}

#[test]
fn the_schema_judges_every_fixture_and_every_sample_as_the_checks_do() {
    let mut found = Vec::new();
    let mut count = 0;
    for (path, site) in fixtures() {
        let cases = charters(&path, &site.root());
        count += cases.len();
        found.extend(disagreements(&site.root(), &cases));
    }
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let samples = charters("samples", own);
    found.extend(disagreements(own, &samples));
    assert!(count > 40 && samples.len() > 20, "{count} {}", samples.len());
    assert_none(&found);
}

#[test]
fn the_schema_judges_every_change_of_a_sound_charter_as_the_checks_do() {
    let site = Site::empty();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    copy(&own, &site.root().join("content"));
    fs::remove_dir_all(site.root().join("content/groups")).unwrap();
    let sound = sound();
    let mut all: Vec<(String, Value)> = crossed_series(&sound[0]);
    all.extend(mutations(&sound[0]));
    let differs = |(what, _): &(String, Value)| DIFFERING.iter().any(|key| what.contains(key));
    all.extend(sound[1..].iter().flat_map(mutations).filter(differs));
    for (at, (_, charter)) in all.iter().enumerate() {
        // JSON is YAML, so that both read the very same.
        site.write(&format!("content/groups/m{at}.md"), format!("---\n{charter}\n---\nText.\n"));
    }
    let mut errors = errors(&site.root());
    let case = |(at, (what, front_matter)): (usize, (String, Value))| {
        let mut errors = errors.remove(&format!("content/groups/m{at}.md")).unwrap_or_default();
        errors.retain(|error| !error.starts_with("duplicate")); // they all have one name
        Case { what, front_matter, errors }
    };
    let cases: Vec<Case> = all.into_iter().enumerate().map(case).collect();
    let fine = cases.iter().filter(|case| case.errors.is_empty()).count();
    assert!(fine > 500 && cases.len() - fine > 5_000, "{fine} of {}", cases.len());
    assert_none(&disagreements(&site.root(), &cases));
}

#[test]
fn the_site_has_the_same_schema_and_an_editors_comment_is_no_problem() {
    let site = Site::golden();
    let comment =
        "---\n# yaml-language-server: $schema=https://groups.example.org/charter.schema.json\n";
    let path = site.root().join("content/groups/elan.md");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, text.replacen("---\n", comment, 1)).unwrap();
    site.build(&[]).ended_with(0);
    let built = fs::read_to_string(site.out().join("charter.schema.json")).unwrap();
    let printed = run(guildhall().args(["schema", "--root"]).arg(site.root())).ended_with(0).stdout;
    assert_eq!(built, printed);
    let schema: Value = serde_json::from_str(&built).unwrap();
    assert_eq!(schema["$id"], "https://groups.example.org/charter.schema.json");
    assert_eq!(schema["properties"]["fields"]["items"]["enum"][0], "coaching");
}
