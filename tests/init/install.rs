//! The installation of Guildhall by the workflows, done here: with Git and Cargo, from a repository.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use serde_yaml::Value as Yaml;
use tempfile::TempDir;

use super::hook::{git, isolated};
use super::support::{Ran, run};
use super::{INSTALL, init, new_directory, python};

fn action(root: &Path) -> Yaml {
    serde_yaml::from_str(&fs::read_to_string(root.join(INSTALL)).unwrap()).unwrap()
}

/// The script of a step of the action.
fn script(root: &Path, step: &str) -> String {
    let action = action(root);
    let steps = action["runs"]["steps"].as_sequence().unwrap();
    let found = steps.iter().find(|found| found["name"].as_str() == Some(step)).unwrap();
    found["run"].as_str().unwrap().to_owned()
}

fn default(root: &Path, input: &str) -> String {
    action(root)["inputs"][input]["default"].as_str().unwrap().to_owned()
}

/// Runs a step as a composite action does.
fn step(script: &str, work: &Path, values: &[(&str, &str)]) -> Ran {
    let mut bash = isolated("bash", work);
    bash.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]);
    run(bash.envs(values.iter().copied()))
}

/// A repository of a program called guildhall, small and quickly built.
fn repository() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let package = "[package]\nname = \"guildhall\"\nversion = \"9.9.9\"\nedition = \"2024\"\n";
    let lock = "version = 4\n\n[[package]]\nname = \"guildhall\"\nversion = \"9.9.9\"\n";
    fs::create_dir(root.join("src")).unwrap();
    fs::write(root.join("Cargo.toml"), package).unwrap();
    fs::write(root.join("Cargo.lock"), lock).unwrap();
    fs::write(root.join("src/main.rs"), "fn main() { println!(\"from the repository\") }\n")
        .unwrap();
    git(root, &["init", "--quiet", "--initial-branch", "main"]).ended_with(0);
    git(root, &["add", "."]).ended_with(0);
    git(root, &["commit", "--quiet", "-m", "Begin"]).ended_with(0);
    folder
}

/// A folder of programs: Cargo as it is here, whichever version is asked for, and no rustup.
fn programs() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let cargo = format!(
        "#!/bin/sh\n[ \"$1\" = +stable ] || exit 9\nshift\nexec {} \"$@\"\n",
        env!("CARGO")
    );
    for (name, script) in [("cargo", cargo.as_str()), ("rustup", "#!/bin/sh\n")] {
        let path = folder.path().join(name);
        fs::write(&path, script).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    folder
}

#[test]
fn the_workflows_build_the_program_from_its_repository() {
    let (directory, repository, programs) = (new_directory(), repository(), programs());
    let work = tempfile::tempdir().unwrap();
    let address = format!("file://{}", repository.path().display());
    let output = work.path().join("output");
    let version = default(directory.path(), "version");
    step(
        &script(directory.path(), "Find the version"),
        work.path(),
        &[
            ("REPOSITORY", &address),
            ("VERSION", &version),
            ("GITHUB_OUTPUT", &output.to_string_lossy()),
        ],
    )
    .ended_with(0);
    let told = fs::read_to_string(output).unwrap();
    let newest = git(repository.path(), &["rev-parse", "HEAD"]).ended_with(0).stdout;
    assert_eq!(told, format!("commit={newest}"));
    let build = script(directory.path(), "Build it");
    let path = format!("PATH={}:$PATH\n{build}", programs.path().display());
    let home = work.path().join("cargo");
    step(
        &path,
        work.path(),
        &[
            ("REPOSITORY", &address),
            ("COMMIT", newest.trim()),
            ("CARGO_HOME", &home.to_string_lossy()),
        ],
    )
    .ended_with(0);
    let installed = run(&mut Command::new(home.join("bin/guildhall"))).ended_with(0);
    assert_eq!(installed.stdout, "from the repository\n");
}

#[test]
fn one_version_can_be_kept_to() {
    let directory = new_directory();
    let work = tempfile::tempdir().unwrap();
    let output = work.path().join("output");
    let values = [
        ("REPOSITORY", "https://nowhere.invalid/guildhall"),
        ("VERSION", "v1.2.3"),
        ("GITHUB_OUTPUT", &*output.to_string_lossy()),
    ];
    let find = script(directory.path(), "Find the version");
    step(&find, work.path(), &values).ended_with(0);
    assert_eq!(fs::read_to_string(output).unwrap(), "commit=v1.2.3\n");
}

#[test]
fn where_the_repository_is_not_known_everybody_says_what_to_write_and_where() {
    let folder = tempfile::tempdir().unwrap();
    let said = init(folder.path(), &[]).ended_with(0).stderr;
    assert!(said.contains("GUILDHALL_REPOSITORY") && said.contains(INSTALL), "{said}");
    let repository = default(folder.path(), "repository");
    let find = script(folder.path(), "Find the version");
    let values = [("REPOSITORY", &*repository), ("VERSION", "HEAD")];
    let refused = step(&find, folder.path(), &values).ended_with(1).stdout;
    assert!(refused.starts_with("::error file=.github/actions/guildhall/action.yml,"), "{refused}");
    assert!(refused.contains("in place of GUILDHALL_REPOSITORY."), "{refused}");
}

#[test]
fn where_the_repository_is_known_it_is_in_the_action_and_the_readme() {
    let folder = tempfile::tempdir().unwrap();
    let address = "https://git.example.org/tools/guildhall";
    let said = init(folder.path(), &["--guildhall", address]).ended_with(0).stderr;
    assert!(!said.contains("GUILDHALL_REPOSITORY"), "{said}");
    assert_eq!(default(folder.path(), "repository"), address);
    let readme = fs::read_to_string(folder.path().join("README.md")).unwrap();
    let install = format!("cargo install guildhall --locked --git {address} ");
    assert!(readme.contains(&install), "{readme}");
    init(&folder.path().join("other"), &["--guildhall", "tools/guildhall"]).ended_with(2);
}

#[test]
fn another_reader_of_shell_scripts_has_nothing_to_say_of_the_installation() {
    let folder = new_directory();
    for name in ["Find the version", "Build it"] {
        let file = folder.path().join("step.sh");
        fs::write(&file, format!("#!/bin/bash\n{}", script(folder.path(), name))).unwrap();
        let shellcheck = python().with_file_name("shellcheck");
        run(Command::new(shellcheck).arg(&file)).ended_with(0);
    }
}

/// What Cargo needs in order to build this repository as the workflows do.
#[test]
fn this_repository_can_be_installed_from() {
    let package = fs::read_to_string(super::own().join("Cargo.toml")).unwrap();
    assert!(package.contains("\nname = \"guildhall\"\n"));
    let kept = git(&super::own(), &["ls-files", "Cargo.lock", "src/main.rs"]).ended_with(0);
    assert_eq!(kept.stdout, "Cargo.lock\nsrc/main.rs\n");
}
