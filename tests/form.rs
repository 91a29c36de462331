//! The form's own code, run by Node.js on answers at random, against the checks of the program.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use guildhall::writing;
use serde_json::{Value, json};
use support::{copy, guildhall, run};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// A day on which the samples of `content/` are all there.
const DAY: &str = "2026-12-31";
const COUNT: usize = 1000;

/// A problem as a reader sees it: where, how grave, the words, and the remedy.
type Told = (String, String, String, String, String);

fn told(problem: &Value, message: &str) -> Told {
    let text = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
    (text("key"), text("code"), text("severity"), text(message), text("help"))
}

/// A charter of the form: what it says of it, the values that it wrote, and the ids that its series get.
struct Written {
    told: Vec<Told>,
    values: writing::Answers,
    ids: Value,
}

/// What the form wrote into a site's `content/groups/`, by file.
fn answers_at_random(site: &Path, seed: usize) -> BTreeMap<String, Written> {
    let out = site.join("out");
    let built = run(guildhall().args(["build", "--date", DAY, "--root"]).arg(site));
    assert_eq!(built.status, 0, "{}", built.stderr);
    fs::rename(site.join("dist"), &out).unwrap();
    let node = support::node::output(
        Command::new("node")
            .arg(Path::new(ROOT).join("tests/form/answers.mjs"))
            .arg(Path::new(ROOT).join("themes/guild/assets"))
            .arg(out.join("start/form.json"))
            .arg(site.join("content/groups"))
            .args([COUNT.to_string(), seed.to_string(), DAY.to_owned()]),
    );
    assert!(node.status.success(), "{}", String::from_utf8_lossy(&node.stderr));
    let said: BTreeMap<String, Value> = serde_json::from_slice(&node.stdout).unwrap();
    let written = |said: Value| Written {
        told: said["problems"].as_array().unwrap().iter().map(|it| told(it, "text")).collect(),
        values: said["values"].as_object().unwrap().clone(),
        ids: said["ids"].clone(),
    };
    said.into_iter().map(|(file, said)| (file, written(said))).collect()
}

/// What the program says of each file.
fn checked(site: &Path) -> BTreeMap<String, Vec<Told>> {
    let ran =
        run(guildhall().args(["check", "--format", "json", "--date", DAY, "--root"]).arg(site));
    let report: Value = serde_json::from_str(&ran.stdout).unwrap();
    let mut said: BTreeMap<String, Vec<Told>> = BTreeMap::new();
    for problem in report["diagnostics"].as_array().unwrap() {
        let file = problem["file"].as_str().unwrap().to_owned();
        said.entry(file).or_default().push(told(problem, "message"));
    }
    said
}

/// Parts of what is said of series that have dates left out or moved, or an id.
const SAID_OF_SERIES: [&str; 11] = [
    "cannot be left out",
    "cannot be moved",
    "is moved twice",
    "is left out, so",
    "as it was",
    "is not among the dates",
    "is not a range",
    " is before ",
    "Two series have the id",
    "cannot be the id",
    "together; the limit",
];

/// The ids of the series with those that the program adds, if their names are spelt with Latin letters: scripts have no
/// table of the others.
fn ids_of(values: &writing::Answers) -> Option<Value> {
    let series = |values: &writing::Answers| values.get("meetings").cloned().unwrap_or_default();
    let texts = |values: &Value, key: &str| {
        let text = |one: &Value| one[key].as_str().unwrap_or_default().to_owned();
        values.as_array().into_iter().flatten().map(text).collect::<Vec<_>>()
    };
    let is_latin = |name: &String| name.chars().all(|it| it < '\u{250}' || "’–“”".contains(it));
    let are_latin = texts(&series(values), "name").iter().all(is_latin);
    are_latin.then(|| json!(texts(&series(&writing::with_ids(values.clone())), "id")))
}

/// More subjects than a group may have.
fn more_subjects(site: &Path) {
    for number in 1..=12 {
        let text = format!("---\nname: Subject {number}\nsummary: One of many.\n---\n");
        fs::write(site.join(format!("content/subjects/subject-{number}.md")), text).unwrap();
    }
}

#[test]
fn the_form_says_what_the_program_says_and_lets_through_what_passes() {
    let some = "required: [summary, leaders, joining.contact]\n";
    for (seed, required) in ["", "required: []\n", some].into_iter().enumerate() {
        compare(seed, required);
    }
}

#[test]
fn the_form_says_when_a_series_meets_in_the_words_of_the_program() {
    let site = tempfile::tempdir().unwrap();
    copy(&Path::new(ROOT).join("content"), &site.path().join("content"));
    let settings = site.path().join("content/site.yaml");
    fs::write(&settings, fs::read_to_string(&settings).unwrap() + "required: []\n").unwrap();
    let build = || {
        let built = run(guildhall().args(["build", "--date", DAY, "--root"]).arg(site.path()));
        assert_eq!(built.status, 0, "{}", built.stderr);
    };
    build();
    let node = support::node::output(
        Command::new("node")
            .arg(Path::new(ROOT).join("tests/form/series.mjs"))
            .args([site.path().join("dist/assets"), site.path().join("content/groups")])
            .arg(DAY),
    );
    assert!(node.status.success(), "{}", String::from_utf8_lossy(&node.stderr));
    build();
    let by_form: BTreeMap<String, Vec<String>> = serde_json::from_slice(&node.stdout).unwrap();
    let export = fs::read_to_string(site.path().join("dist/groups.json")).unwrap();
    let export: Value = serde_json::from_str(&export).unwrap();
    let mut compared = 0;
    for group in export["groups"].as_array().unwrap() {
        let said = by_form.get(group["id"].as_str().unwrap()).into_iter().flatten();
        for (meeting, said) in group["meetings"].as_array().unwrap().iter().zip(said) {
            assert_eq!(meeting["words"], **said, "{meeting}");
            compared += 1;
        }
    }
    assert!(compared > 500, "only {compared} series were compared");
}

/// Compares the two on a thousand charters of a directory that insists on some keys.
fn compare(seed: usize, required: &str) {
    let site = tempfile::tempdir().unwrap();
    copy(&Path::new(ROOT).join("content"), &site.path().join("content"));
    more_subjects(site.path());
    let settings = site.path().join("content/site.yaml");
    let text = fs::read_to_string(&settings).unwrap() + required;
    fs::write(&settings, text).unwrap();
    let by_form = answers_at_random(site.path(), seed);
    let by_program = checked(site.path());
    let (mut passed, mut differ) = (0, Vec::new());
    let codes: BTreeSet<&str> =
        by_form.values().flat_map(|it| &it.told).map(|told| told.1.as_str()).collect();
    for code in ["private-data", "call-link", "not-supervision", "confidentiality"] {
        assert!(codes.contains(code), "no charter has a problem of the code {code}");
    }
    for words in SAID_OF_SERIES {
        let is_said = |told: &Told| told.3.contains(words);
        assert!(by_form.values().flat_map(|it| &it.told).any(is_said), "nothing {words}");
    }
    for (file, Written { told: mut form, values, ids }) in by_form {
        if let Some(known) = ids_of(&values) {
            assert_eq!(known, ids, "the program gives the series of {file} other ids");
        }
        let text = fs::read_to_string(site.path().join(&file)).unwrap();
        assert_eq!(writing::write(&values), text, "the program writes {file} otherwise");
        let mut program = by_program.get(&file).cloned().unwrap_or_default();
        form.sort();
        program.sort();
        let has_errors = |told: &[Told]| told.iter().any(|problem| problem.2 == "error");
        passed += usize::from(!has_errors(&form) && !has_errors(&program));
        if form != program {
            let only = |one: &[Told], other: &[Told]| -> Vec<Told> {
                let other: BTreeSet<&Told> = other.iter().collect();
                one.iter().filter(|it| !other.contains(it)).cloned().collect()
            };
            let (form, program) = (only(&form, &program), only(&program, &form));
            differ.push(format!(
                "{file}\n{text}\nonly the form: {form:#?}\nonly the program: {program:#?}"
            ));
        }
    }
    assert!(differ.is_empty(), "{} differ, such as {}", differ.len(), differ[0]);
    assert!(passed >= COUNT / 3, "only {passed} of {COUNT} passed: the answers try too little");
}
