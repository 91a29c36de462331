//! `init` in a directory that is there already.

use std::fs;

use super::support::{assert_same, run, tree};
use super::{init, new_directory};

const CHECK: &str = ".github/workflows/check.yml";

#[test]
fn a_directory_of_this_version_has_nothing_to_change() {
    let folder = new_directory();
    let before = tree(folder.path());
    let ran = init(folder.path(), &[]).ended_with(0);
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.contains("its 15 helpers are those of this version"), "{}", ran.stderr);
    assert_same(&before, &tree(folder.path()), "nothing may change");
}

#[test]
fn a_helper_that_differs_is_shown_and_not_touched() {
    let folder = new_directory();
    let path = folder.path().join(CHECK);
    let old = fs::read_to_string(&path).unwrap().replacen('\n', "\n# an older line\n", 1);
    fs::write(&path, &old).unwrap();
    fs::remove_file(folder.path().join(".githooks/pre-commit")).unwrap();
    let before = tree(folder.path());
    let ran = init(folder.path(), &[]).ended_with(0);
    let head = format!("--- a/{CHECK}\n+++ b/{CHECK}\n@@ ");
    assert!(
        ran.stdout.starts_with(&head) && ran.stdout.contains("\n-# an older line\n"),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stderr.contains(&format!("  {CHECK}: older, or changed by you\n")),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("  .githooks/pre-commit: missing\n"), "{}", ran.stderr);
    assert!(ran.stderr.contains("Nothing was written"), "{}", ran.stderr);
    assert_same(&before, &tree(folder.path()), "nothing may change");
}

#[test]
fn only_the_helper_that_was_asked_for_is_replaced() {
    let folder = new_directory();
    let before = tree(folder.path());
    for path in [CHECK, ".github/CODEOWNERS"] {
        fs::write(folder.path().join(path), "mine\n").unwrap();
    }
    fs::remove_file(folder.path().join(".githooks/pre-commit")).unwrap();
    init(folder.path(), &["--replace", CHECK, "--replace", ".githooks/pre-commit"]).ended_with(0);
    let read = |path: &str| fs::read_to_string(folder.path().join(path)).unwrap();
    assert_eq!(read(".github/CODEOWNERS"), "mine\n");
    fs::write(folder.path().join(".github/CODEOWNERS"), &before[".github/CODEOWNERS"]).unwrap();
    assert_same(&before, &tree(folder.path()), "the others are as they were");
}

#[test]
fn the_difference_can_be_applied_as_a_patch() {
    let folder = new_directory();
    let before = tree(folder.path());
    let path = folder.path().join(CHECK);
    fs::write(&path, fs::read_to_string(&path).unwrap().replace("on:", "# on:")).unwrap();
    let difference = init(folder.path(), &["--quiet"]).ended_with(0).stdout;
    let written = folder.path().join("patch");
    fs::write(&written, difference).unwrap();
    let mut git = std::process::Command::new("git");
    run(git.args(["apply", "patch"]).current_dir(&folder)).ended_with(0);
    fs::remove_file(written).unwrap();
    assert_same(&before, &tree(folder.path()), "the patch gives this version's helper");
}

#[test]
fn what_a_directory_chose_for_itself_is_no_difference() {
    let folder = new_directory();
    let edit = |path: &str, from: &str, to: &str| {
        let path = folder.path().join(path);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from}");
        fs::write(path, text.replace(from, to)).unwrap();
    };
    edit(
        ".github/actions/guildhall/action.yml",
        "GUILDHALL_REPOSITORY",
        "https://example.org/guildhall",
    );
    edit("content/fields/coaching.md", "name: Coaching", "name: Coaching and mentoring");
    let ran = init(folder.path(), &[]).ended_with(0);
    assert!(!ran.stdout.contains("action.yml"), "{}", ran.stdout);
    assert!(ran.stdout.contains("+++ b/.github/ISSUE_TEMPLATE/new-group.yml"), "{}", ran.stdout);
}

#[test]
fn what_cannot_be_compared_or_replaced_is_refused_and_changes_nothing() {
    let folder = new_directory();
    let before = tree(folder.path());
    let said = init(folder.path(), &["--replace", "content/site.yaml"]).ended_with(2).stderr;
    assert!(said.contains("none of the helpers") && said.contains(CHECK), "{said}");
    assert_same(&before, &tree(folder.path()), "nothing may change");
    fs::write(folder.path().join("content/site.yaml"), "mine").unwrap();
    let said = init(folder.path(), &[]).ended_with(2).stderr;
    assert!(said.contains("content/site.yaml has errors"), "{said}");
    let new = folder.path().join("new");
    init(&new, &["--replace", CHECK]).ended_with(2);
    assert!(!new.exists());
}
