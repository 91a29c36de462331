//! `guildhall new`: a charter by questions, from answers, and a blank one.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

#[path = "new/random.rs"]
mod random;

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use support::python::python;
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

/// Types into `guildhall new`: each step is what to wait for, and what to type.
fn typed(site: &Site, arguments: &[&str], steps: &[(&str, &str)]) -> (String, i32) {
    let file = site.folder().join("steps.json");
    fs::write(&file, json!(steps).to_string()).unwrap();
    let program = guildhall();
    let mut command = Command::new(python());
    command.arg(fixture("new/type.py")).arg(file).arg(program.get_program());
    command.args(["new", "--date", TODAY, "--root"]).arg(site.root()).args(arguments);
    let output = command.env("TZ", "Europe/London").env("NO_COLOR", "1").output().unwrap();
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && !shown.contains("panicked at"), "{shown}");
    let status = shown.trim_end().rsplit('\n').next().unwrap().parse().unwrap();
    (shown, status)
}

const RUBOUT: &str =
    "\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}";

#[test]
#[expect(clippy::too_many_lines, reason = "a line for each step of the conversation")]
fn a_whole_charter_is_typed_in_and_wrong_answers_are_asked_again() {
    let site = site();
    let again = |answer: &str| format!("{RUBOUT}{answer}\r");
    let (date, most) = (again("2024-09-01"), again("10"));
    let (day, time, contact) = (again("second Tuesday"), again("18:30"), again("us@example.org"));
    let (shown, status) = typed(
        &site,
        &[],
        &[
            ("Name of the group:", "strengths in COACHING\r"),
            ("Another group has this name", &again("")[..15]),
            ("Name of the group:", &format!("{RUBOUT}Strengths & Co\r")),
            ("will be content/groups/strengths-co.md", ""),
            ("The group in one sentence:", "Coaches: notes.\r"),
            ("Fields of practice:", "\r"),
            ("Subjects:", "\r"),
            ("Domains:", "\r"),
            ("Fields of practice:", " \r"),
            ("Subjects:", "\r"),
            ("Domains:", "\r"),
            ("Status:", "\r"),
            ("Town:", "\r"),
            ("Region:", "\r"),
            ("Country:", "\r"),
            ("Is there a website", "y\r"),
            ("What is there:", "Chat\r"),
            ("Address:", "chat.example\r"),
            ("must start with https://", ""),
            ("Address:", &again("https://chat.example.org/")),
            ("Is there another?", "\r"),
            ("When it began:", "1/9/2024\r"),
            ("is not a date", ""),
            ("When it began:", &date),
            ("Language of the group:", "\r"),
            ("Purpose:", "\r"),
            ("`purpose` is missing", ""),
            ("Purpose:", "To meet.\r"),
            ("Name, or role:", "The leader\r"),
            ("Role:", "\r"),
            ("Organisation:", "\r"),
            ("Web page:", "\r"),
            ("What they answer for", "Invites\r"),
            ("What they answer for", "\r"),
            ("another leader?", "\r"),
            ("Aims:", " \r"),
            ("In your own words", "Try one thing.\r"),
            ("In your own words", "\r"),
            ("Objectives", "\r"),
            ("Open or closed:", "\r"),
            ("Best number:", "8\r"),
            ("Fewest:", "\r"),
            ("Most:", "5\r"),
            ("Make `ideal` smaller", ""),
            ("Most:", &most),
            ("Members now:", "\r"),
            ("How often:", "monthly\r"),
            ("On which day:", "Tuesday\r"),
            ("which of them is it?", ""),
            ("On which day:", &day),
            ("A meeting of the series:", "\r"),
            ("Ends on:", "\r"),
            ("Left out", "\r"),
            ("Starts at:", "6pm\r"),
            ("Did you mean", ""),
            ("Starts at:", &time),
            ("Lasts:", "\r"),
            ("Time zone:", "\r"),
            ("Online:", "Video call\r"),
            ("Room or building:", "\r"),
            ("Town:", "\r"),
            ("Country:", "\r"),
            ("How far ahead dates are set:", "\r"),
            ("Tuesday 8 December 2026", ""),
            ("Is that right?", "\r"),
            ("second pattern?", "y\r"),
            ("Name of the series:", "Retreat\r"),
            ("How often:", "yearly\r"),
            ("On which day:", "fifth Saturday\r"),
            ("A meeting of the series:", "\r"),
            ("Ends on:", "\r"),
            ("Left out", "2028-12-20 to 2029-01-31\r"),
            ("Left out", "\r"),
            ("Starts at:", "09:00\r"),
            ("Lasts:", &again("2 days")),
            ("Time zone:", "\r"),
            ("Online:", "\r"),
            ("Room or building:", "Old Mill\r"),
            ("Town:", "\r"),
            ("Country:", "\r"),
            ("How far ahead dates are set:", "\r"),
            ("Saturday 30 January 2027", ""),
            ("Is that right?", "\r"),
            ("second pattern?", "\r"),
            ("Attendance and participation:", "Come.\r"),
            ("How a meeting runs:", "\r"),
            ("Costs:", "\r"),
            ("Places:", "\r"),
            ("Who it is for:", "\r"),
            ("What a newcomer does, step by step", "Write.\r"),
            ("What a newcomer does, step by step", "\r"),
            ("Address to write to:", "nobody\r"),
            ("neither an e-mail", ""),
            ("Address to write to:", &contact),
            ("How soon you reply:", "\r"),
            ("What a first meeting is like:", "\r"),
            ("Values:", " \r"),
            ("In your own words", "\r"),
            ("Standards:", " \u{1b}[B \r"),
            ("Between meetings:", "\r"),
            ("If there is a conflict:", "\r"),
            ("A paragraph", "We meet.\r"),
            ("A paragraph", "\r"),
            ("This is the charter", ""),
            ("Write it to", "\r"),
        ],
    );
    assert_eq!(status, 0, "{shown}");
    assert!(shown.contains("guildhall check content/groups/strengths-co.md"), "{shown}");
    check(&site, "content/groups/strengths-co.md").ended_with(0);
    insta::assert_snapshot!(read(&site, "content/groups/strengths-co.md"));
}

#[test]
fn whoever_stops_finds_the_answers_kept_and_goes_on_from_them() {
    let site = site();
    let begin = [("Name of the group:", "A new one\r"), ("in one sentence:", "\u{3}")];
    let (shown, status) = typed(&site, &[], &begin);
    assert_eq!(status, 1, "{shown}");
    assert!(shown.contains("a-new-one.answers.yaml"), "{shown}");
    assert!(!site.root().join("content/groups/a-new-one.md").exists());
    assert_eq!(read(&site, "a-new-one.answers.yaml"), "name: A new one\nreviewed: 2026-11-23\n");
    let kept = site.root().join("a-new-one.answers.yaml");
    let go_on = [("in one sentence:", "Hello.\r"), ("Fields of practice:", "\u{3}")];
    let (shown, _) = typed(&site, &["--from", kept.to_str().unwrap()], &go_on);
    assert!(shown.contains("a-new-one-2.answers.yaml"), "{shown}");
    assert!(read(&site, "a-new-one-2.answers.yaml").contains("summary: Hello."));
}

#[test]
fn whoever_stops_at_once_leaves_nothing_and_esc_asks_first() {
    let site = site();
    let steps =
        [("Name of the group:", "\u{1b}"), ("Stop here?", "n\r"), ("Name of the group:", "\u{3}")];
    let (shown, status) = typed(&site, &[], &steps);
    assert_eq!(status, 1);
    assert!(shown.contains("Nothing was written."), "{shown}");
    assert_eq!(support::names(&site.root()), ["content"]);
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
