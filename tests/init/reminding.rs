//! The list of the charters that are due for review.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::hook::isolated;
use super::new_directory;
use super::posting::{called, run_script};
use super::support::run;
use super::workflows::{SAMPLE, script};

/// What remind.yml finds in a new directory whose sample was reviewed on some day.
fn found(reviewed: &str) -> TempDir {
    let directory = new_directory();
    let root = directory.path();
    let charter = fs::read_to_string(root.join(SAMPLE)).unwrap();
    let day = charter.lines().find(|line| line.starts_with("reviewed: ")).unwrap();
    fs::write(root.join(SAMPLE), charter.replace(day, &format!("reviewed: {reviewed}"))).unwrap();
    let temporary = tempfile::tempdir().unwrap();
    let mut bash = isolated("bash", root);
    let script = script(root, "remind.yml", "Find what is due");
    bash.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &script]);
    run(bash.env("RUNNER_TEMP", temporary.path()).env("SOURCE_DATE_EPOCH", "1795860000"))
        .ended_with(0);
    temporary
}

/// What it asks GitHub for.
fn asked(reviewed: &str, world: &Value) -> Vec<Value> {
    let folder = found(reviewed);
    let mut world = world.clone();
    world["payload"] = json!({});
    run_script("remind.yml", "List it", &folder.path().join("due"), &world)
}

/// The issue of an earlier month.
fn earlier() -> Value {
    let body = "<!-- guildhall: due -->\nearlier";
    json!({"listForRepo": [
        {"number": 3, "user": {"login": "leader"}, "body": body},
        {"number": 4, "user": {"login": "github-actions[bot]"}, "body": body},
    ]})
}

#[test]
fn what_is_due_is_listed_with_a_letter_and_the_link_that_confirms_it() {
    let asked = asked("2020-01-31", &json!({}));
    let body = called(&asked, "create")[0]["body"].as_str().unwrap();
    let start = "- `Sample Group`, 2020-01-31: [letter](mailto:";
    assert!(body.contains(start), "{body}");
    let confirm =
        "[confirm](https://directory.example.org/start/?edit=sample-group&still-true#form)\n";
    assert!(body.contains(confirm), "{body}");
    let link =
        "https%3A%2F%2Fdirectory.example.org%2Fstart%2F%3Fedit%3Dsample-group%26still-true%23form";
    assert!(body.contains(link), "the letter has it too: {body}");
}

#[test]
fn the_list_is_kept_up_to_date_and_closed_when_nothing_is_due() {
    let updated = asked("2020-01-31", &earlier());
    assert_eq!(called(&updated, "update")[0]["issue_number"], 4);
    assert!(called(&updated, "create").is_empty());
    let closed = asked("2026-11-01", &earlier());
    assert_eq!(called(&closed, "update")[0]["state"], "closed");
    let silent = asked("2026-11-01", &json!({}));
    assert!(called(&silent, "create").is_empty() && called(&silent, "update").is_empty());
}
