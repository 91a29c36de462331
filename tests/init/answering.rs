//! What becomes of an issue that was filled in as the form for a new group.

use std::fs;
use std::path::Path;

use guildhall::scaffold::LABEL;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::hook::{git, isolated};
use super::posting::{called, run_script};
use super::support::{fixture, run};
use super::workflows::{SAMPLE, script};
use super::{new_directory, own};

/// What the job that reads an issue hands over.
fn handed_over(body: &Value) -> TempDir {
    let directory = new_directory();
    let root = directory.path();
    git(root, &["init", "--quiet", "--initial-branch", "main"]).ended_with(0);
    git(root, &["add", "."]).ended_with(0);
    git(root, &["commit", "--quiet", "-m", "Begin"]).ended_with(0);
    let temporary = tempfile::tempdir().unwrap();
    let event = temporary.path().join("event.json");
    fs::write(&event, json!({"issue": {"body": body}}).to_string()).unwrap();
    let mut bash = isolated("bash", root);
    let script = script(root, "answer.yml", "Make a charter");
    bash.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &script]);
    bash.env("RUNNER_TEMP", temporary.path()).env("GITHUB_EVENT_PATH", &event);
    run(&mut bash).ended_with(0);
    assert!(!root.join("pwned").exists());
    temporary
}

/// The issue of another test, with the terms of a new directory.
fn good() -> String {
    let issue = fs::read_to_string(fixture("new/issue.md")).unwrap();
    let terms = [
        ("Therapy and counselling", "Research"),
        ("Hope and optimism", "Learning"),
        ("Public sector", "Education"),
        ("- [x] Professional Guidelines\n- [x] Safe Practice Guidance", "- [x] Our standards"),
    ];
    terms.iter().fold(issue, |issue, (theirs, ours)| issue.replace(theirs, ours))
}

/// What answer.yml asks GitHub for on an issue with this text.
fn answered(body: &str, changes: &Value) -> Vec<Value> {
    let folder = handed_over(&json!(body));
    answered_from(&folder.path().join("answer"), changes)
}

fn answered_from(folder: &Path, changes: &Value) -> Vec<Value> {
    let mut world = json!({
        "payload": {
            "issue": {"number": 12, "title": "New group: Hopeful Tuesdays", "user": {"login": "leader"}},
            "repository": {"default_branch": "main"},
        },
        "list": [],
        "getBranch": {"fails": "Branch not found", "status": 404},
        "getCommit": {"tree": {"sha": "tree-of-main"}},
        "createTree": {"sha": "tree"},
        "createCommit": {"sha": "commit"},
        "create": {"number": 13},
    });
    for (key, value) in changes.as_object().unwrap() {
        world[key] = value.clone();
    }
    run_script("answer.yml", "Answer", folder, &world)
}

/// The answer below the issue.
fn reply(asked: &[Value]) -> &str {
    let replies = called(asked, "createComment");
    assert_eq!((replies.len(), &replies[0]["issue_number"]), (1, &json!(12)), "{asked:?}");
    replies[0]["body"].as_str().unwrap()
}

#[test]
fn good_answers_become_a_pull_request_with_the_report() {
    let asked = answered(&good(), &json!({}));
    let file = &called(&asked, "createTree")[0]["tree"][0];
    assert_eq!(file["path"], "content/groups/hopeful-tuesdays.md");
    assert!(file["content"].as_str().unwrap().starts_with("---\nname: Hopeful Tuesdays\n"));
    assert_eq!(called(&asked, "createRef")[0]["ref"], "refs/heads/group-issue-12");
    let pull = called(&asked, "create")[0];
    assert_eq!((&pull["head"], &pull["base"]), (&json!("group-issue-12"), &json!("main")));
    let body = pull["body"].as_str().unwrap();
    for part in [
        "in #12, by @leader",
        "\n## ",
        "The fourteen questions",
        "close the pull request and open it again",
        "Closes #12.",
    ] {
        assert!(body.contains(part), "{part}: {body}");
    }
    assert!(reply(&asked).contains("pull request #13"), "{}", reply(&asked));
}

#[test]
fn wrong_answers_are_answered_in_the_words_of_the_check() {
    let asked = answered(&good().replace("\nopen\n", "\nnowhere\n"), &json!({}));
    assert!(called(&asked, "createTree").is_empty() && called(&asked, "create").is_empty());
    let reply = reply(&asked);
    for part in [
        "`nowhere` is not one of the words allowed here.",
        "edit your text above",
        "```yaml\n---\nname:",
    ] {
        assert!(reply.contains(part), "{part}: {reply}");
    }
}

#[test]
fn answers_that_make_no_charter_are_told_why() {
    let taken = good().replace("Hopeful Tuesdays", "Sample Group");
    for (body, why) in [
        (json!(taken), "already"),
        (json!("```\nnot: [the form"), "````"),
        (Value::Null, "No charter could be made"),
    ] {
        let folder = handed_over(&body);
        let asked = answered_from(&folder.path().join("answer"), &json!({}));
        assert!(called(&asked, "createTree").is_empty());
        assert!(reply(&asked).contains(why), "{why}: {}", reply(&asked));
    }
}

#[test]
fn the_text_of_an_issue_is_never_a_command() {
    let hostile =
        "Hope $(touch pwned) `touch pwned`; touch pwned \"${{ github.token }}\" ' ../../x";
    let asked = answered(&good().replace("Hopeful Tuesdays", hostile), &json!({}));
    let path = called(&asked, "createTree").first().map(|call| call["tree"][0]["path"].clone());
    let path = path.unwrap();
    assert!(path.as_str().unwrap().starts_with("content/groups/hope-touch-pwned"), "{path}");
}

#[test]
fn what_is_handed_over_is_written_to_no_other_place() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["charter.md", "report.md", "said.txt", "ready"] {
        fs::write(folder.path().join(name), "x").unwrap();
    }
    for path in [
        ".github/workflows/x.yml",
        "content/groups/../x.md",
        SAMPLE.trim_end_matches(".md"),
        "a\ncontent/groups/a.md",
        "",
    ] {
        fs::write(folder.path().join("path.txt"), path).unwrap();
        assert!(
            called(&answered_from(folder.path(), &json!({})), "createTree").is_empty(),
            "{path}"
        );
    }
}

#[test]
fn an_edit_of_the_issue_brings_the_same_branch_up_to_date() {
    let open = json!([{"number": 13, "state": "open"}]);
    let ours = json!({"commit": {"author": {"login": "github-actions[bot]"}}});
    let asked = answered(&good(), &json!({"list": open, "getBranch": ours}));
    let update = called(&asked, "updateRef")[0];
    assert_eq!(
        (&update["ref"], &update["sha"]),
        (&json!("heads/group-issue-12"), &json!("commit"))
    );
    assert_eq!(called(&asked, "update")[0]["pull_number"], 13);
    assert!(called(&asked, "create").is_empty() && called(&asked, "createRef").is_empty());
}

#[test]
fn what_people_have_done_is_never_undone() {
    let theirs = json!({"commit": {"author": {"login": "reviewer"}}});
    let worked_on = json!({"list": [{"number": 13, "state": "open"}], "getBranch": theirs});
    let closed = json!({"list": [{"number": 13, "state": "closed"}]});
    for world in [worked_on, closed] {
        let asked = answered(&good(), &world);
        for call in ["updateRef", "createRef", "create", "update"] {
            assert!(called(&asked, call).is_empty(), "{call}: {world}");
        }
        assert!(reply(&asked).contains("was not taken over"), "{}", reply(&asked));
    }
}

#[test]
fn where_programs_may_not_open_pull_requests_a_person_is_led_to_it() {
    let refused = json!({"create": {"fails": "not permitted", "status": 403}});
    let asked = answered(&good(), &refused);
    let page = "https://github.com/guild/directory/compare/main...group-issue-12?expand=1";
    assert!(reply(&asked).contains(page), "{}", reply(&asked));
}

#[test]
fn the_workflow_answers_the_issues_of_the_form() {
    let read = |path| fs::read_to_string(own().join(path)).unwrap();
    assert!(
        read(".github/ISSUE_TEMPLATE/new-group.yml").contains(&format!("\nlabels: [{LABEL}]\n"))
    );
    assert!(read(".github/workflows/answer.yml").contains(&format!("labels.*.name, '{LABEL}')")));
}
