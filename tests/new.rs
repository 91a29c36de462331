//! `guildhall new`: a charter from answers, and a blank one.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

#[path = "new/random.rs"]
mod random;

use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};
use support::{Ran, Site, TODAY, copy, fixture, guildhall, run};

/// A site with the Guild's own terms and texts, and the groups that they speak of.
fn site() -> Site {
    let site = Site::empty();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), &site.root().join("content"));
    site
}

fn new(site: &Site, arguments: &[&str]) -> Ran {
    let mut command = guildhall();
    command.args(["new", "--date", TODAY, "--root"]).arg(site.root()).args(arguments);
    run(command.current_dir(site.folder()))
}

fn check(site: &Site, file: &str) -> Ran {
    let path = site.root().join(file);
    run(guildhall().args(["check", "--date", TODAY, "--root"]).arg(site.root()).arg(path))
}

fn read(site: &Site, file: &str) -> String {
    fs::read_to_string(site.root().join(file)).unwrap()
}

fn good() -> Value {
    json!({
        "name": "Strengths & Co", "summary": "Coaches: notes.", "fields": ["coaching"],
        "purpose": "To meet.\n\nTo learn.", "leaders": [{"name": "The leader"}], "aims": ["networking"],
        "membership": "open", "status": "forming",
        "joining": {"places": "open", "steps": ["Write."], "contact": "us@example.org"},
        "about": "We meet.",
    })
}

fn from(site: &Site, answers: &str, arguments: &[&str]) -> Ran {
    fs::write(site.folder().join("answers.yaml"), answers).unwrap();
    new(site, &[&["--from", "answers.yaml"], arguments].concat())
}

#[test]
fn good_answers_become_a_charter_that_is_never_written_over() {
    let site = site();
    let ran = from(&site, &good().to_string(), &[]).ended_with(0);
    assert!(ran.stderr.contains("Wrote content/groups/strengths-co.md"), "{}", ran.stderr);
    let text = read(&site, "content/groups/strengths-co.md");
    assert!(text.contains("reviewed: 2026-11-23\n") && text.ends_with("---\nWe meet.\n"), "{text}");
    let again = good().to_string().replace("Strengths & Co", "Strengths, Co");
    let ran = from(&site, &again, &[]).ended_with(2);
    assert!(ran.stderr.contains("strengths-co.md"), "{}", ran.stderr);
    assert_eq!(read(&site, "content/groups/strengths-co.md"), text);
    // The charter itself is a file of answers too, and gives the same text.
    site.remove("content/groups/strengths-co.md");
    assert_eq!(from(&site, &text, &["--stdout"]).ended_with(0).stdout, text);
}

#[test]
fn each_of_several_series_gets_an_id() {
    let site = site();
    let mut answers = good();
    let series =
        json!({"repeats": "varies", "when": "We agree.", "place": {"online": "Video call"}});
    answers["meetings"] = json!([series.clone(), series]);
    answers["meetings"][1]["name"] = json!("Book evening");
    let text = from(&site, &answers.to_string(), &["--stdout"]).ended_with(0).stdout;
    for lines in ["  - id: main\n", "  - name: Book evening\n    id: book-evening\n"] {
        assert!(text.contains(lines), "{text}");
    }
}

#[test]
fn bad_answers_are_reported_in_the_words_of_the_checks_and_nothing_is_written() {
    let site = site();
    let bad =
        good().to_string().replace("us@example.org", "nobody").replace("coaching", "choaching");
    let ran = from(&site, &bad.replace("\"status\"", "\"statsu\""), &[]).ended_with(1);
    for words in ["neither an e-mail address", "Did you mean `coaching`", "Did you mean `status`"] {
        assert!(ran.stderr.contains(words), "{}", ran.stderr);
    }
    assert!(ran.stderr.contains("Nothing was written."), "{}", ran.stderr);
    assert!(!site.root().join("content/groups/strengths-co.md").exists());
    let ran = from(&site, "name: [a\n", &[]).ended_with(1);
    assert!(ran.stderr.contains("answers.yaml:1"), "{}", ran.stderr);
    new(&site, &["--from", "none.yaml"]).ended_with(2);
    let taken = good().to_string().replace("Strengths & Co", "Starken im coaching");
    let ran = from(&site, &taken, &[]).ended_with(1);
    assert!(ran.stderr.contains("Another group has this name"), "{}", ran.stderr);
}

#[test]
fn answers_with_errors_become_a_charter_where_that_is_asked_for() {
    let site = site();
    let bad = good().to_string().replace("us@example.org", "nobody");
    let ran = from(&site, &bad, &["--keep-going"]).ended_with(1);
    assert!(ran.stderr.contains("neither an e-mail address"), "{}", ran.stderr);
    assert!(read(&site, "content/groups/strengths-co.md").contains("contact: nobody\n"));
    from(&site, &bad, &["--keep-going"]).ended_with(2); // never over a file
    from(&site, "summary: One line", &["--keep-going"]).ended_with(1);
    assert!(read(&site, "content/groups/new-group.md").contains("summary: One line\n"));
    from(&site, "name: [a\n", &["--keep-going"]).ended_with(1);
    new(&site, &["--keep-going"]).ended_with(2);
}

#[test]
fn an_issue_that_was_filled_in_becomes_a_charter_that_passes() {
    let site = site();
    let issue = fixture("new/issue.md");
    new(&site, &["--from", issue.to_str().unwrap()]).ended_with(0);
    let checked = check(&site, "content/groups/hopeful-tuesdays.md").ended_with(0);
    assert!(checked.stdout.contains("No problems"), "{}", checked.stdout);
    insta::assert_snapshot!(read(&site, "content/groups/hopeful-tuesdays.md"));
}

/// The blank charter with every example taken up.
fn taken_up(blank: &str) -> String {
    let is_note = |line: &&str| line.strip_prefix("# ").is_some_and(|rest| !rest.starts_with(' '));
    let lines = blank.lines().filter(|line| !is_note(line));
    let lines = lines.map(|line| line.strip_prefix('#').unwrap_or(line));
    // These name groups and a picture of the directory.
    let others = ["succeeded_by:", "part_of:", "related:", "picture:"];
    let mut is_left_out = false;
    let kept = lines.filter(|line| {
        let is_key = line.starts_with(|first: char| first.is_ascii_lowercase());
        is_left_out = if is_key {
            others.iter().any(|key| line.starts_with(key))
        } else {
            is_left_out && line.starts_with(' ')
        };
        !is_left_out
    });
    kept.map(|line| line.to_owned() + "\n").collect()
}

#[test]
fn the_blank_charter_becomes_one_that_passes_when_its_examples_are_taken_up() {
    let site = site();
    new(&site, &["A group for tests"]).ended_with(0);
    let file = "content/groups/a-group-for-tests.md";
    let blank = read(&site, file);
    assert!(blank.contains("\nname: A group for tests\n"), "{blank}");
    assert!(blank.contains("\nreviewed: 2026-11-23\n"), "{blank}");
    assert_eq!(check(&site, file).status, 1, "a blank charter has nothing that is needed");
    site.write(file, taken_up(&blank));
    let checked = check(&site, file).ended_with(0);
    assert!(checked.stdout.contains("No problems"), "{}", checked.stdout);
    new(&site, &["A group for tests"]).ended_with(2);
}

#[test]
fn without_a_name_the_blank_charter_is_printed() {
    let site = site();
    let before = support::tree(&site.root());
    let printed = new(&site, &[]).ended_with(0).stdout;
    let schema =
        "---\n# yaml-language-server: $schema=https://cop.example.org/charter.schema.json\n";
    assert!(printed.starts_with(schema), "{printed}");
    assert_eq!(new(&site, &["--blank", "--stdout"]).ended_with(0).stdout, printed);
    assert!(new(&site, &["—"]).ended_with(2).stderr.contains("no file name"));
    assert_eq!(support::tree(&site.root()), before);
}

#[test]
fn answers_that_are_piped_in_are_read_or_refused() {
    let site = site();
    site.write("answers.yaml", good().to_string());
    let piped = |arguments: &[&str]| {
        let answers = fs::File::open(site.root().join("answers.yaml")).unwrap();
        let mut command = guildhall();
        command.args(["new", "--date", TODAY, "--root"]).arg(site.root()).args(arguments);
        run(command.stdin(Stdio::from(answers)))
    };
    for arguments in [[].as_slice(), &["A name"]] {
        let refused = piped(arguments).ended_with(2);
        assert!(refused.stderr.contains("add `--from -`"), "{}", refused.stderr);
    }
    assert!(!site.root().join("content/groups/a-name.md").exists());
    assert!(piped(&["--blank"]).ended_with(0).stdout.starts_with("---\n"));
    piped(&["--from", "-"]).ended_with(0);
    assert!(read(&site, "content/groups/strengths-co.md").contains("\nname: Strengths & Co\n"));
}

/// The labels of the questions in this repository's issue form, in order.
fn labels_of_the_issue_form() -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/.github/ISSUE_TEMPLATE/new-group.yml");
    let form: serde_yaml::Value = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let fields = form["body"].as_sequence().unwrap().iter();
    let labels = fields.filter_map(|field| field["attributes"]["label"].as_str());
    labels.map(str::to_owned).collect()
}

#[test]
fn the_issue_that_is_tried_has_the_headings_of_the_issue_form() {
    let issue = fs::read_to_string(fixture("new/issue.md")).unwrap();
    let headings = issue.lines().filter_map(|line| line.strip_prefix("### "));
    let in_an_answer = "Not a question";
    let headings: Vec<_> = headings.filter(|heading| *heading != in_an_answer).collect();
    assert_eq!(headings, labels_of_the_issue_form());
}
