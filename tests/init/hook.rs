//! The hook that checks what is about to be committed, in real repositories.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::support::{Ran, run};
use super::{new_directory, python};
use tempfile::TempDir;

const SAMPLE: &str = "content/groups/sample-group.md";
const MINE: &str = "content/groups/mine.md";

/// Git, whatever the settings of whoever runs the tests are, with our program before all others.
pub fn git(root: &Path, arguments: &[&str]) -> Ran {
    run(isolated("git", root)
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org"])
        .args(arguments))
}

/// A program in a folder, with ours on its path.
#[expect(clippy::disallowed_methods, reason = "the path of the tests, with one folder more")]
pub fn isolated(program: &str, root: &Path) -> Command {
    let ours = Path::new(env!("CARGO_BIN_EXE_guildhall")).parent().unwrap().to_owned();
    let rest = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([ours].into_iter().chain(env::split_paths(&rest))).unwrap();
    with_path(program, root, path)
}

fn with_path(program: &str, root: &Path, path: OsString) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root).env("PATH", path);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "SOURCE_DATE_EPOCH"] {
        command.env_remove(name);
    }
    command
}

/// A new directory under git, with everything committed and the hook switched on.
fn repository() -> TempDir {
    let folder = new_directory();
    git(folder.path(), &["init", "--quiet", "--initial-branch", "main"]).ended_with(0);
    git(folder.path(), &["config", "core.hooksPath", ".githooks"]).ended_with(0);
    git(folder.path(), &["add", "."]).ended_with(0);
    git(folder.path(), &["commit", "--quiet", "-m", "Begin"]).ended_with(0);
    folder
}

/// Stages a copy of the sample under another name, with some text changed.
fn stage(root: &Path, path: &str, from: &str, to: &str) {
    let sample = fs::read_to_string(root.join(SAMPLE)).unwrap();
    assert!(sample.contains(from));
    let name = format!("name: \"{path}\"");
    let mine = sample.replace("name: Sample Group", &name).replace(from, to);
    fs::write(root.join(path), mine).unwrap();
    git(root, &["add", path]).ended_with(0);
}

fn commit(root: &Path) -> Ran {
    git(root, &["commit", "--quiet", "-m", "A group"])
}

#[test]
fn a_good_charter_is_committed_and_a_bad_one_is_not() {
    let folder = repository();
    let root = folder.path();
    stage(root, MINE, "membership: closed", "membership: secret");
    let said = commit(root).ended_with(1);
    let words = format!("{}{}", said.stdout, said.stderr);
    assert!(words.contains("mine.md:") && words.contains("Nothing was committed"), "{words}");
    stage(root, MINE, "membership: closed", "membership: open");
    commit(root).ended_with(0);
}

#[test]
fn what_is_staged_counts_and_not_what_is_in_the_folder() {
    let folder = repository();
    let root = folder.path();
    stage(root, MINE, "membership: closed", "membership: secret");
    fs::copy(root.join(SAMPLE), root.join(MINE)).unwrap();
    commit(root).ended_with(1);
    stage(root, MINE, "membership: closed", "membership: open");
    fs::write(root.join(MINE), "not a charter").unwrap();
    commit(root).ended_with(0);
}

#[test]
fn other_broken_charters_do_no_harm() {
    let folder = repository();
    let root = folder.path();
    stage(root, "content/groups/broken.md", "membership: closed", "membership: secret");
    git(root, &["commit", "--quiet", "--no-verify", "-m", "Broken"]).ended_with(0);
    stage(root, MINE, "membership: closed", "membership: open");
    commit(root).ended_with(0);
    git(root, &["rm", "--quiet", "content/groups/broken.md"]).ended_with(0);
    commit(root).ended_with(0);
}

#[test]
fn a_name_with_spaces_is_one_name() {
    let folder = repository();
    stage(
        folder.path(),
        "content/groups/my own 'group'.md",
        "membership: closed",
        "membership: open",
    );
    let said = commit(folder.path()).ended_with(1);
    let words = format!("{}{}", said.stdout, said.stderr);
    assert!(words.contains("Rename the file to my-own-group.md"), "{words}");
}

#[test]
fn without_the_program_it_says_so() {
    let folder = repository();
    stage(folder.path(), MINE, "membership: closed", "membership: open");
    let path = OsString::from("/usr/bin:/bin");
    let hook = run(with_path("sh", folder.path(), path).arg(".githooks/pre-commit")).ended_with(1);
    assert!(hook.stderr.contains("there is no command guildhall"), "{}", hook.stderr);
}

#[test]
fn the_hook_is_a_program_here_and_in_a_new_directory() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = new_directory();
    for root in [folder.path(), &super::own()] {
        let mode = fs::metadata(root.join(".githooks/pre-commit")).unwrap().permissions().mode();
        assert_eq!(mode & 0o111, 0o111, "{}", root.display());
    }
}

#[test]
fn another_reader_of_shell_scripts_has_nothing_to_say() {
    let folder = new_directory();
    let shellcheck = python().with_file_name("shellcheck");
    run(Command::new(shellcheck).arg(folder.path().join(".githooks/pre-commit"))).ended_with(0);
}
