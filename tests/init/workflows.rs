//! What the workflows do, done here: the script that writes the comment in a real repository, and the one that posts
//! it with a GitHub of our own.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use serde_yaml::Value as Yaml;

use super::hook::{git, isolated};
use super::support::{fixture, run};
use super::{TempDir, new_directory};

const SAMPLE: &str = "content/groups/sample-group.md";

/// The script of a step of a workflow, by the beginning of its name.
fn script(root: &Path, workflow: &str, step: &str) -> String {
    let path = root.join(".github/workflows").join(workflow);
    let workflow: Yaml = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let jobs = workflow["jobs"].as_mapping().unwrap();
    let steps = jobs.values().flat_map(|job| job["steps"].as_sequence().unwrap());
    let is_it = |found: &&Yaml| found["name"].as_str().is_some_and(|name| name.starts_with(step));
    let found = steps.into_iter().find(is_it).unwrap();
    found["run"].as_str().or(found["with"]["script"].as_str()).unwrap().to_owned()
}

/// A repository as the workflow has it: the last commit joins a pull request to the branch.
fn merged(change: impl FnOnce(&Path)) -> TempDir {
    let folder = new_directory();
    let root = folder.path();
    for arguments in [
        &["init", "--quiet", "--initial-branch", "main"][..],
        &["add", "."],
        &["commit", "--quiet", "-m", "Begin"],
        &["checkout", "--quiet", "-b", "theirs"],
    ] {
        git(root, arguments).ended_with(0);
    }
    change(root);
    git(root, &["add", "."]).ended_with(0);
    git(root, &["commit", "--quiet", "-m", "Theirs"]).ended_with(0);
    git(root, &["checkout", "--quiet", "main"]).ended_with(0);
    git(root, &["merge", "--quiet", "--no-ff", "-m", "Both", "theirs"]).ended_with(0);
    folder
}

/// The comment that check.yml writes on a change, after its check of everything.
fn comment(change: impl FnOnce(&Path)) -> String {
    let folder = merged(change);
    let root = folder.path();
    let temporary = tempfile::tempdir().unwrap();
    let summary = temporary.path().join("summary.md");
    let step = |script: &str, checked: &str| {
        let mut bash = isolated("bash", root);
        bash.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]);
        bash.env("RUNNER_TEMP", temporary.path()).env("GITHUB_STEP_SUMMARY", &summary);
        run(bash.env("CHECKED", checked))
    };
    let checked = step(&script(root, "check.yml", "Check everything"), "");
    let outcome = if checked.status == 0 { "success" } else { "failure" };
    step(&script(root, "check.yml", "Write the comment"), outcome).ended_with(0);
    let comment = fs::read_to_string(temporary.path().join("comment/comment.md")).unwrap();
    assert_eq!(fs::read_to_string(summary).unwrap(), comment);
    comment
}

fn replace(root: &Path, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(root.join(path)).unwrap();
    assert!(text.contains(from), "{path}: {from}");
    fs::write(root.join(path), text.replace(from, to)).unwrap();
}

#[test]
fn the_comment_is_on_what_has_changed() {
    let comment = comment(|root| replace(root, SAMPLE, "membership: closed", "membership: secret"));
    assert!(comment.contains("sample-group.md") && comment.contains("secret"), "{comment}");
}

#[test]
fn a_good_change_is_welcome() {
    let comment = comment(|root| replace(root, SAMPLE, "membership: closed", "membership: open"));
    assert!(!comment.contains("To mend"), "{comment}");
}

#[test]
fn what_a_change_breaks_elsewhere_is_told_too() {
    let comment = comment(|root| {
        fs::remove_file(root.join("content/fields/coaching.md")).unwrap();
        replace(root, "content/fields/research.md", "careful", "good");
    });
    assert!(comment.contains("sample-group.md"), "{comment}");
}

#[test]
fn a_file_name_is_never_a_command() {
    let strange = "content/groups/a $(touch pwned) `touch pwned`;\n::error::x.md";
    let folder = merged(|root| fs::write(root.join(strange), "x").unwrap());
    assert!(folder.path().join(strange).exists());
    let comment = comment(|root| fs::write(root.join(strange), "x").unwrap());
    assert!(comment.contains("To mend"), "{comment}");
    assert!(!folder.path().join("pwned").exists());
}

/// What the script of comment.yml asks GitHub for.
fn posted(text: &str, changes: &Value) -> Vec<Value> {
    let folder = new_directory();
    let file = folder.path().join("comment.md");
    let script_file = folder.path().join("script.js");
    fs::write(&file, text).unwrap();
    fs::write(&script_file, script(folder.path(), "comment.yml", "Post it")).unwrap();
    let mut world = json!({
        "open": [{"number": 7, "head": {"sha": "abc"}}, {"number": 8, "head": {"sha": "def"}}],
        "files": [{"filename": SAMPLE}],
        "comments": [],
        "run": {"head_repository": {"owner": {"login": "leader"}}, "head_branch": "patch-1",
                "head_sha": "abc", "html_url": "https://github.com/guild/directory/actions/runs/1"}
    });
    for (key, value) in changes.as_object().unwrap() {
        world[key] = value.clone();
    }
    let mut node = Command::new("node");
    node.arg(fixture("init/post.mjs")).arg(script_file).arg(world.to_string()).env("TEXT", file);
    serde_json::from_str(&run(&mut node).ended_with(0).stdout).unwrap()
}

fn called<'a>(asked: &'a [Value], name: &str) -> Vec<&'a Value> {
    asked.iter().filter(|call| call["name"] == name).collect()
}

#[test]
fn the_comment_goes_to_the_pull_request_whose_commit_was_checked() {
    let asked = posted("## All is well\n", &json!({}));
    assert_eq!(called(&asked, "list")[0]["head"], "leader:patch-1");
    let created = called(&asked, "create");
    assert_eq!((created.len(), &created[0]["issue_number"]), (1, &json!(7)));
    let body = created[0]["body"].as_str().unwrap();
    assert!(body.starts_with("<!-- guildhall: check -->\n## All is well"), "{body}");
}

#[test]
fn an_earlier_comment_of_its_own_is_kept_up_to_date() {
    let comments = json!({"comments": [
        {"id": 1, "user": {"login": "leader"}, "body": "<!-- guildhall: check -->\nforged"},
        {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "<!-- guildhall: check -->\nearlier"},
    ]});
    let asked = posted("## All is well\n", &comments);
    assert_eq!(called(&asked, "update")[0]["comment_id"], 2);
    assert!(called(&asked, "create").is_empty());
}

#[test]
fn nothing_is_posted_where_the_text_could_be_anything() {
    let silent = [
        json!({"files": [{"filename": SAMPLE}, {"filename": ".github/workflows/check.yml"}]}),
        json!({"files": [{"filename": "content/x.md", "previous_filename": "src/x.md"}]}),
        json!({"open": [{"number": 7, "head": {"sha": "later"}}]}),
        json!({"run": {"head_repository": null, "head_sha": "abc"}}),
    ];
    for changes in silent {
        let asked = posted("text", &changes);
        assert!(called(&asked, "create").is_empty(), "{changes}: {asked:?}");
    }
    assert!(called(&posted(&"x".repeat(300_000), &json!({})), "create").is_empty());
    let body = called(&posted(&"x".repeat(200_000), &json!({})), "create")[0]["body"].to_string();
    assert!(body.len() < 65_536);
}
