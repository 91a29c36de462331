//! What the checks of a pull request do, done here in a real repository.

use std::fs;
use std::path::Path;

use serde_json::Value;
use serde_yaml::Value as Yaml;

use super::hook::{git, isolated};
use super::support::run;
use super::{TempDir, new_directory};

pub const SAMPLE: &str = "content/groups/sample-group.md";

/// The script of a step of a workflow, by the beginning of its name.
pub fn script(root: &Path, workflow: &str, step: &str) -> String {
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

/// The comment that check.yml writes on a change.
fn comment(change: impl FnOnce(&Path)) -> String {
    written(change).comment
}

/// What check.yml writes on a change.
struct Written {
    comment: String,
    suggestions: Value,
    page: Option<String>,
}

fn written(change: impl FnOnce(&Path)) -> Written {
    let folder = merged(change);
    let root = folder.path();
    let temporary = tempfile::tempdir().unwrap();
    let summary = temporary.path().join("summary.md");
    let step = |script: &str| {
        let mut bash = isolated("bash", root);
        bash.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]);
        bash.env("RUNNER_TEMP", temporary.path()).env("GITHUB_STEP_SUMMARY", &summary);
        run(&mut bash)
    };
    step(&script(root, "check.yml", "Write the comment")).ended_with(0);
    step(&script(root, "check.yml", "Write the pages")).ended_with(0);
    let comment = fs::read_to_string(temporary.path().join("comment/comment.md")).unwrap();
    assert_eq!(fs::read_to_string(summary).unwrap(), comment);
    let suggestions = fs::read(temporary.path().join("comment/suggestions.json")).unwrap();
    let page = fs::read_to_string(temporary.path().join("preview.html")).ok();
    Written { comment, suggestions: serde_json::from_slice(&suggestions).unwrap(), page }
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
    let Written { comment, page, .. } =
        written(|root| replace(root, SAMPLE, "membership: closed", "membership: open"));
    assert!(!comment.contains("To fix"), "{comment}");
    assert!(page.is_some_and(|page| page.contains("Sample Group")));
}

#[test]
fn what_has_one_safe_answer_is_suggested_as_whole_lines() {
    let Written { comment, suggestions, page } = written(|root| {
        replace(root, SAMPLE, "membership: closed", "membership: Closed # for now");
        replace(root, SAMPLE, "name: Sample Group", "name: Sample Group\nfounded: soon");
    });
    let [one] = suggestions.as_array().unwrap().as_slice() else { panic!("{suggestions}") };
    assert_eq!(one["path"], SAMPLE);
    assert_eq!(one["start_line"], one["line"]);
    assert_eq!(one["before"], serde_json::json!(["membership: Closed # for now"]));
    let body = one["body"].as_str().unwrap();
    assert!(body.ends_with("\n\n```suggestion\nmembership: closed # for now\n```\n"), "{body}");
    assert!(comment.contains("  ```yaml\n  membership: closed # for now\n  ```\n"), "{comment}");
    assert_eq!(page, None, "a charter with errors has no page");
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
fn every_file_is_named_and_what_people_must_look_at_is_said() {
    let comment = comment(|root| {
        replace(root, SAMPLE, "membership: closed", "membership: open");
        fs::remove_file(root.join("content/subjects/learning.md")).unwrap();
        fs::rename(root.join("README.md"), root.join("READ.md")).unwrap();
        for (file, text) in [
            ("content/static/photo.png", "x"),
            ("themes/guild/templates/parts/x.html", "<script>"),
            (".github/workflows/more.yml", "on: push"),
            ("tools/script.sh", "x"),
        ] {
            fs::create_dir_all(root.join(file).parent().unwrap()).unwrap();
            fs::write(root.join(file), text).unwrap();
        }
    });
    assert!(!comment.contains("All is well"), "{comment}");
    let (_, unchecked) = comment.split_once("### For people to look at\n").unwrap();
    let unchecked: Vec<_> =
        unchecked.lines().filter(|line| line.starts_with("- `")).take(7).collect();
    let expected = [
        "- `.github/workflows/more.yml` (new): decides what runs here, including this check",
        "- `READ.md` (new): outside the site's own folders",
        "- `README.md` (removed): outside the site's own folders",
        "- `themes/guild/templates/parts/x.html` (new): part of the theme, which affects every page",
        "- `tools/script.sh` (new): outside the site's own folders",
        "- `content/static/photo.png` (new): published unchanged",
        "- `content/subjects/learning.md` (removed): one of the directory's own texts",
    ];
    assert_eq!(unchecked, expected);
    assert!(comment.contains(&format!("- `{SAMPLE}` (changed)\n")), "{comment}");
}

#[test]
fn a_change_without_texts_is_never_said_to_be_well() {
    let comment = comment(|root| fs::write(root.join("script.js"), "x").unwrap());
    assert!(comment.starts_with("## 1 file for people to look at\n"), "{comment}");
    assert!(comment.contains("- `script.js` (new)") && !comment.contains("0 files"), "{comment}");
}

#[test]
fn a_change_that_switches_checks_off_is_for_people_to_look_at() {
    let comment = comment(|root| {
        let site = fs::read_to_string(root.join("content/site.yaml")).unwrap();
        fs::write(
            root.join("content/site.yaml"),
            site + "\nchecks: {private-data: off, call-link: off}\n",
        )
        .unwrap();
        replace(root, SAMPLE, "membership: closed", "membership: open # ring 020 7946 0958");
    });
    assert!(comment.starts_with("## 1 file for people to look at\n"), "{comment}");
    let site =
        "- `content/site.yaml` (changed): affects the whole site, and what this check looks for\n";
    assert!(comment.contains(site), "{comment}");
    assert!(!comment.contains("020 7946 0958"), "the check alone says nothing of it: {comment}");
}

#[test]
fn a_group_that_goes_and_the_directorys_own_texts_are_for_people_to_look_at() {
    let comment = comment(|root| {
        fs::rename(root.join(SAMPLE), root.join("content/groups/taken-over.md")).unwrap();
        replace(root, "content/pages/about.md", "title:", "title: Not");
    });
    let gone = format!("- `{SAMPLE}` (removed): removes a group from the site\n");
    let about = "- `content/pages/about.md` (changed): one of the directory's own texts\n";
    assert!(comment.contains(&gone) && comment.contains(about), "{comment}");
    assert!(comment.contains("- `content/groups/taken-over.md` (new)\n"), "{comment}");
}

#[test]
fn a_script_among_the_static_files_is_an_error() {
    let comment = comment(|root| {
        fs::create_dir_all(root.join("content/static")).unwrap();
        fs::write(root.join("content/static/x.js"), "x").unwrap();
    });
    assert!(comment.starts_with("## Something needs fixing\n"), "{comment}");
    assert!(comment.contains("`content/static/x.js`"), "{comment}");
}

#[test]
fn a_file_name_is_never_a_command() {
    let strange = "content/groups/a $(touch pwned) `touch pwned`;\n::error::x.md";
    let folder = merged(|root| fs::write(root.join(strange), "x").unwrap());
    assert!(folder.path().join(strange).exists());
    let comment = comment(|root| fs::write(root.join(strange), "x").unwrap());
    assert!(comment.contains("To fix"), "{comment}");
    assert!(!folder.path().join("pwned").exists());
}

#[test]
fn meetings_that_change_without_a_review_are_told_of() {
    let others = |root: &Path| replace(root, SAMPLE, "day: second Tuesday", "day: third Tuesday");
    let warning =
        "The meetings have changed, but not the day on which the charter was last reviewed.";
    let comment_without = comment(others);
    assert!(comment_without.contains(warning), "{comment_without}");
    let reviewed = comment(|root| {
        others(root);
        let text = fs::read_to_string(root.join(SAMPLE)).unwrap();
        let day = text.lines().find_map(|line| line.strip_prefix("reviewed: ")).unwrap();
        let earlier = format!("{}-01", &day[..7]);
        let other = if day == earlier { format!("{}-02", &day[..7]) } else { earlier };
        replace(root, SAMPLE, &format!("reviewed: {day}"), &format!("reviewed: {other}"));
    });
    assert!(!reviewed.contains(warning), "{reviewed}");
    let renamed = comment(|root| {
        others(root);
        replace(root, SAMPLE, "\nmeetings:", "\naliases: [sample-group]\nmeetings:");
        fs::rename(root.join(SAMPLE), root.join("content/groups/other-name.md")).unwrap();
    });
    assert!(renamed.contains(warning), "{renamed}");
    let elsewhere = comment(|root| replace(root, SAMPLE, "membership: closed", "membership: open"));
    assert!(!elsewhere.contains(warning), "{elsewhere}");
}
