//! What the workflow that may write asks GitHub for, with a GitHub of our own.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::new_directory;
use super::support::{fixture, run};
use super::workflows::{SAMPLE, script};

/// Runs the script of a workflow's step in a new directory. GitHub answers each call with what is under its name.
pub fn run_script(workflow: &str, step: &str, folder: &Path, world: &Value) -> Vec<Value> {
    let directory = new_directory();
    let file = directory.path().join("script.js");
    fs::write(&file, script(directory.path(), workflow, step)).unwrap();
    let mut node = Command::new("node");
    node.arg(fixture("init/post.mjs")).arg(file).arg(world.to_string());
    node.env("FOLDER", folder).env("GITHUB_WORKSPACE", directory.path());
    serde_json::from_str(&run(&mut node).ended_with(0).stdout).unwrap()
}

/// What comment.yml asks GitHub for, if the check wrote these files.
fn posted_of(files: &[(&str, &str)], changes: &Value) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let run = json!({"id": 5, "head_repository": {"owner": {"login": "leader"}}, "head_branch": "patch-1",
                     "head_sha": "abc", "html_url": "https://github.com/guild/directory/actions/runs/5"});
    let mut world = json!({
        "payload": {"workflow_run": run},
        "list": [{"number": 7, "head": {"sha": "abc"}}, {"number": 8, "head": {"sha": "def"}}],
        "listFiles": [{"filename": SAMPLE, "patch": PATCH}],
        "get": {"head": {"sha": "abc"}, "changed_files": 1},
    });
    for (key, value) in changes.as_object().unwrap() {
        match key.as_str() {
            "workflow_run" => world["payload"]["workflow_run"] = value.clone(),
            key => world[key] = value.clone(),
        }
    }
    run_script("comment.yml", "Post it", folder.path(), &world)
}

/// The same, if the check wrote this comment.
fn posted(text: &str, changes: &Value) -> Vec<Value> {
    posted_of(&[("comment.md", text)], changes)
}

/// The change as GitHub shows it: of the lines after it, 1 to 4 and 10 to 11 are there.
const PATCH: &str = "@@ -1,3 +1,4 @@\n ---\n name: A\n+status: actve\n fields: [x]\n@@ -9,2 +10,2 @@ fields\n-size: 1\n+size: {ideal: eight}\r\n values: []\n\\ No newline at end of file";

pub fn called<'a>(asked: &'a [Value], name: &str) -> Vec<&'a Value> {
    asked.iter().filter(|call| call["name"] == name).collect()
}

#[test]
fn the_comment_goes_to_the_pull_request_whose_commit_was_checked() {
    let asked = posted("## All is well\n", &json!({}));
    assert_eq!(called(&asked, "list")[0]["head"], "leader:patch-1");
    let created = called(&asked, "createComment");
    assert_eq!((created.len(), &created[0]["issue_number"]), (1, &json!(7)));
    let body = created[0]["body"].as_str().unwrap();
    assert!(body.starts_with("<!-- guildhall: check -->\n## All is well"), "{body}");
}

#[test]
fn an_earlier_comment_of_its_own_is_kept_up_to_date() {
    let comments = json!({"listComments": [
        {"id": 1, "user": {"login": "leader"}, "body": "<!-- guildhall: check -->\nforged"},
        {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "<!-- guildhall: check -->\nearlier"},
    ]});
    let asked = posted("## All is well\n", &comments);
    assert_eq!(called(&asked, "updateComment")[0]["comment_id"], 2);
    assert!(called(&asked, "createComment").is_empty());
}

#[test]
fn nothing_of_the_text_is_posted_where_it_could_be_anything() {
    let changes_more = [
        json!({"listFiles": [{"filename": SAMPLE}, {"filename": ".github/workflows/check.yml"}],
               "get": {"head": {"sha": "abc"}, "changed_files": 2}}),
        json!({"listFiles": [{"filename": "content/x.md", "previous_filename": "src/x.md"}]}),
        json!({"listFiles": [{"filename": "content"}]}),
        json!({"get": {"head": {"sha": "abc"}, "changed_files": 3001}}), // more than GitHub lists
    ];
    for changes in changes_more {
        let asked = posted("All is well", &changes);
        let body = called(&asked, "createComment")[0]["body"].as_str().unwrap();
        let is_for_people = body.contains("## For people to look at");
        assert!(is_for_people && !body.contains("All is well"), "{body}");
        for file in changes["listFiles"].as_array().into_iter().flatten() {
            for name in ["filename", "previous_filename"].map(|key| &file[key]) {
                let name = name.as_str().unwrap_or(SAMPLE);
                assert!(name == SAMPLE || body.contains(&format!("- `{name}`\n")), "{body}");
            }
        }
    }
}

#[test]
fn a_pull_request_that_stops_the_check_is_told_of_all_the_same() {
    let asked = posted_of(&[], &json!({"listFiles": [{"filename": "src/main.rs"}]}));
    assert_eq!(called(&asked, "createComment").len(), 1);
    assert!(called(&posted_of(&[], &json!({})), "createComment").is_empty());
}

#[test]
fn a_name_in_the_comment_is_a_name_only() {
    let name = "a`\n## All is well\n@everyone <b>`\u{202e}.md";
    let asked = posted("x", &json!({"listFiles": [{"filename": name}]}));
    let body = called(&asked, "createComment")[0]["body"].as_str().unwrap();
    let shown = "- `a\u{fffd}\u{fffd}## All is well\u{fffd}@everyone <b>\u{fffd}\u{fffd}.md`\n";
    assert!(body.contains(shown), "{body}");
}

#[test]
fn nothing_is_posted_on_what_was_not_checked_or_is_too_long() {
    let silent = [
        json!({"list": [{"number": 7, "head": {"sha": "later"}}]}),
        json!({"get": {"head": {"sha": "later"}, "changed_files": 1}}),
        json!({"workflow_run": {"head_repository": null, "head_sha": "abc"}}),
    ];
    for changes in silent {
        let asked = posted("text", &changes);
        assert!(called(&asked, "createComment").is_empty(), "{changes}: {asked:?}");
    }
    assert!(called(&posted(&"x".repeat(300_000), &json!({})), "createComment").is_empty());
    let body =
        called(&posted(&"x".repeat(200_000), &json!({})), "createComment")[0]["body"].to_string();
    assert!(body.len() < 65_536);
    let named = |number| json!({"filename": format!("{number}{}", "x".repeat(80))});
    let files: Vec<_> = (0..1000).map(named).collect();
    let many = json!({"listFiles": files, "get": {"head": {"sha": "abc"}, "changed_files": 1000}});
    let body = called(&posted("x", &many), "createComment")[0]["body"].to_string();
    assert!(body.contains(" more"), "{}", body.len());
    assert!(body.chars().count() < 70_000, "{}", body.len()); // as JSON, with its line breaks escaped
}

/// A suggestion of the check.
fn suggestion(first: u32, before: &[&str]) -> Value {
    let last = first + u32::try_from(before.len()).unwrap() - 1;
    json!({"path": SAMPLE, "start_line": first, "line": last, "before": before,
           "body": "```suggestion\nstatus: active\n```"})
}

fn suggested(suggestions: &Value, changes: &Value) -> Vec<Value> {
    let files = [("comment.md", "x"), ("suggestions.json", &suggestions.to_string())];
    posted_of(&files, changes)
}

#[test]
fn suggestions_are_one_review_next_to_their_lines() {
    let suggestions = json!([
        suggestion(3, &["status: actve"]),
        suggestion(10, &["size: {ideal: eight}", "values: []"])
    ]);
    let asked = suggested(&suggestions, &json!({}));
    let [review] = called(&asked, "createReview")[..] else { panic!("{asked:?}") };
    assert_eq!((&review["pull_number"], &review["commit_id"]), (&json!(7), &json!("abc")));
    assert_eq!(review["event"], "COMMENT");
    let body = &suggestions[0]["body"];
    let expected = json!([
        {"path": SAMPLE, "body": body, "line": 3, "side": "RIGHT"},
        {"path": SAMPLE, "body": body, "line": 11, "side": "RIGHT", "start_line": 10, "start_side": "RIGHT"},
    ]);
    assert_eq!(review["comments"], expected);
    let comment = called(&asked, "createComment")[0]["body"].as_str().unwrap();
    assert!(comment.contains("there are 2 suggestions"), "{comment}");
}

#[test]
fn a_suggestion_on_other_lines_than_those_of_the_change_is_not_posted() {
    let mut elsewhere = suggestion(3, &["status: actve"]);
    elsewhere["path"] = json!("content/groups/other.md");
    let mut outside = suggestion(3, &["status: actve"]);
    outside["path"] = json!(".github/workflows/check.yml");
    let mut miscounted = suggestion(3, &["status: actve"]);
    miscounted["line"] = json!(4);
    let mut long = suggestion(3, &["status: actve"]);
    long["body"] = json!("x".repeat(70_000));
    for one in [
        suggestion(3, &["status: active"]), // the line is another
        suggestion(4, &["fields: [x]", "something"]), // one of them is not shown
        suggestion(4, &["fields: [x]", "size: {ideal: eight}"]), // they are not together
        suggestion(9, &["size: 1"]),        // the line as it was before
        elsewhere,
        outside,
        miscounted,
        long,
        json!({"path": SAMPLE, "start_line": "3", "line": 3, "before": ["status: actve"], "body": "x"}),
        json!({"path": SAMPLE, "start_line": 3, "line": 3, "before": "s", "body": {}}),
        json!(null),
        json!(7),
    ] {
        let asked = suggested(&json!([one]), &json!({}));
        assert!(called(&asked, "createReview").is_empty(), "{one}");
        let comment = called(&asked, "createComment")[0]["body"].as_str().unwrap();
        assert!(!comment.contains("suggestion"), "{comment}");
    }
    for text in ["{}", "no JSON", "", "null"] {
        let asked = posted_of(&[("comment.md", "x"), ("suggestions.json", text)], &json!({}));
        assert!(called(&asked, "createReview").is_empty(), "{text}");
        assert_eq!(called(&asked, "createComment").len(), 1);
    }
}

#[test]
fn nothing_is_suggested_where_the_check_itself_could_have_changed() {
    let more = json!({"listFiles": [{"filename": SAMPLE, "patch": PATCH}, {"filename": "x.sh"}],
                      "get": {"head": {"sha": "abc"}, "changed_files": 2}});
    let asked = suggested(&json!([suggestion(3, &["status: actve"])]), &more);
    assert!(called(&asked, "createReview").is_empty());
}

#[test]
fn a_later_review_takes_the_place_of_the_earlier_one() {
    let ours = json!({"login": "github-actions[bot]"});
    let mark = "<!-- guildhall: suggestions -->\nThis";
    let world = json!({
        "listReviews": [
            {"id": 1, "node_id": "one", "user": ours, "body": mark},
            {"id": 2, "node_id": "two", "user": ours, "body": mark},
            {"id": 3, "node_id": "three", "user": {"login": "leader"}, "body": mark},
        ],
        "listReviewComments": [
            {"id": 20, "pull_request_review_id": 2},
            {"id": 21, "pull_request_review_id": 2},
            {"id": 22, "pull_request_review_id": 4, "in_reply_to_id": 21},
            {"id": 30, "pull_request_review_id": 3},
        ],
    });
    let asked = suggested(&json!([]), &world);
    let deleted: Vec<_> =
        called(&asked, "deleteReviewComment").iter().map(|it| &it["comment_id"]).collect();
    assert_eq!(
        deleted,
        [&json!(20)],
        "one with an answer stays, and so does that of somebody else"
    );
    assert_eq!(called(&asked, "graphql")[0]["id"], "two");
    assert!(called(&asked, "createReview").is_empty());
}

#[test]
fn the_comment_is_posted_even_if_the_suggestions_are_refused() {
    let refused = json!({"createReview": {"fails": "Unprocessable Entity"}});
    let asked = suggested(&json!([suggestion(3, &["status: actve"])]), &refused);
    assert_eq!(called(&asked, "warning").len(), 1);
    let comment = called(&asked, "createComment")[0]["body"].as_str().unwrap();
    assert!(!comment.contains("suggestion"), "{comment}");
}

#[test]
fn the_comment_leads_to_the_page_as_it_will_look() {
    let artifacts = json!({"listWorkflowRunArtifacts": [{"name": "preview", "id": 1}, {"name": "preview.html", "id": 9}]});
    let body = |changes| {
        let asked = posted("x", &changes);
        called(&asked, "createComment")[0]["body"].as_str().unwrap().to_owned()
    };
    let link = "(https://github.com/guild/directory/actions/runs/5/artifacts/9)";
    assert!(body(artifacts).contains(link));
    assert!(!body(json!({})).contains("as it will look"));
}
