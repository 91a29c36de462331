//! A new directory, and what its repository does by itself.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

#[path = "init/again.rs"]
mod again;
#[cfg(unix)]
#[path = "init/answering.rs"]
mod answering;
#[cfg(unix)]
#[path = "init/hook.rs"]
mod hook;
#[cfg(unix)]
#[path = "init/install.rs"]
mod install;
#[cfg(unix)]
#[path = "init/posting.rs"]
mod posting;
#[cfg(unix)]
#[path = "init/reminding.rs"]
mod reminding;
#[cfg(unix)]
#[path = "init/workflows.rs"]
mod workflows;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use guildhall::config::Config;
use guildhall::pipeline::{Loader, Options, Silent};
use guildhall::scaffold::{self, Details, FORM};
use jiff::civil::date;
use support::node::node_script;
use support::python::python;
use support::{Ran, TODAY, directory, guildhall, names, run};
use tempfile::TempDir;

/// The one helper that differs: here the program is built from its source.
const INSTALL: &str = ".github/actions/guildhall/action.yml";

/// This repository.
fn own() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn init(folder: &Path, arguments: &[&str]) -> Ran {
    run(guildhall().arg("init").arg(folder).args(["--date", TODAY]).args(arguments))
}

/// A new directory in a folder of its own.
fn new_directory() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    init(folder.path(), &[]).ended_with(0);
    folder
}

fn check(root: &Path) -> Ran {
    run(guildhall().args(["check", "--date", TODAY, "--root"]).arg(root))
}

#[test]
fn a_new_directory_builds_at_once_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("not/there/yet");
    let said = init(&root, &[]).ended_with(0).stderr;
    assert!(said.contains("What to do next") && !said.contains("warning"), "{said}");
    assert_eq!(check(&root).ended_with(0).stdout, "No problems in 27 files (1 group).\n");
    let arguments = ["build", "--quiet", "--date", TODAY, "--root"];
    let built = run(guildhall().args(arguments).arg(&root)).ended_with(0);
    assert_eq!((&*built.stdout, &*built.stderr), ("", ""));
    assert!(root.join("dist/groups/sample-group/index.html").exists());
}

#[test]
fn what_was_asked_for_is_in_the_settings_whatever_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let title = "Réseau: \"A & B\" #1 @@today@@ '{{ x }}' <b>";
    let asked = [
        ["--title", title],
        ["--base-url", "https://example.org/cop"],
        ["--contact", "https://example.org/write"],
        ["--repository", "https://github.com/guild/directory/"],
        ["--branch", "release/now"],
    ];
    let said = init(folder.path(), &asked.concat()).ended_with(0).stderr;
    assert!(!said.contains("warning"), "{said}");
    let settings = &directory(folder.path()).config.settings;
    let repository = settings.repository.as_ref().unwrap();
    assert_eq!(settings.title, title);
    assert_eq!(settings.base_url.as_str(), "https://example.org/cop/");
    assert_eq!(settings.contact.as_ref().unwrap().as_str(), "https://example.org/write");
    assert_eq!(repository.url, "https://github.com/guild/directory");
    assert_eq!(repository.branch, "release/now");
    let read = |path: &str| fs::read_to_string(folder.path().join(path)).unwrap();
    assert!(read(".github/CODEOWNERS").contains("* @guild/maintainers\n"));
    assert!(read(".github/workflows/publish.yml").contains("branches: [\"release/now\"]\n"));
    assert!(
        read(".github/ISSUE_TEMPLATE/config.yml").contains(" https://example.org/cop/start/\n")
    );
}

#[test]
fn placeholders_are_found_by_the_words_that_the_readme_gives() {
    let folder = new_directory();
    let readme = fs::read_to_string(folder.path().join("README.md")).unwrap();
    let search = readme.lines().find(|line| line.starts_with("grep ")).unwrap();
    let found = run(Command::new("sh").args(["-c", search]).current_dir(&folder)).ended_with(0);
    for file in [
        "content/site.yaml",
        "content/guidance/our-standards.md",
        ".github/CODEOWNERS",
        ".github/actions/guildhall/action.yml:",
        "README.md:",
    ] {
        assert!(found.stdout.contains(file), "{}", found.stdout);
    }
}

#[test]
fn a_folder_with_other_files_keeps_them() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join(".git")).unwrap();
    fs::write(folder.path().join(".git/HEAD"), "ref: refs/heads/main\n").unwrap();
    fs::write(folder.path().join("LICENSE"), "ours").unwrap();
    init(folder.path(), &[]).ended_with(0);
    assert_eq!(fs::read_to_string(folder.path().join("LICENSE")).unwrap(), "ours");
    assert_eq!(names(&folder.path().join(".git")), ["HEAD"]);
}

#[test]
fn a_place_that_cannot_be_is_reported_and_left_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "mine").unwrap();
    let said = init(&file, &[]).ended_with(2).stderr;
    assert!(said.contains("is a file"), "{said}");
    init(&file.join("below"), &[]).ended_with(3);
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    for bad in [["--title", " "], ["--contact", "nobody"], ["--repository", "github.com/a/b"]] {
        init(&folder.path().join("new"), &bad).ended_with(2);
    }
    for bad in [["--base-url", "example.org"], ["--branch", "${{ secrets.X }}"]] {
        init(&folder.path().join("new"), &bad).ended_with(2);
    }
    assert_eq!(names(folder.path()), ["file"]);
}

/// Root may write anywhere but into the folders of the system.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_takes_no_files_is_a_failure_of_the_machine() {
    let said = init(Path::new("/proc/guildhall"), &[]).ended_with(3).stderr;
    assert!(said.contains("Cannot create the folder"), "{said}");
}

#[test]
fn the_form_of_a_new_directory_is_the_one_that_the_command_prints() {
    let folder = new_directory();
    let form = run(guildhall().args(["issue-form", "--root"]).arg(folder.path())).ended_with(0);
    expect_file(
        &own().join("src/scaffold/starter/dot-github/ISSUE_TEMPLATE/new-group.yml"),
        &form.stdout,
    );
}

#[test]
fn the_helpers_of_this_repository_are_those_that_init_writes() {
    let config = own_config();
    let settings = &config.settings;
    let repository = settings.repository.clone().unwrap();
    let details = Details {
        title: settings.title.clone(),
        base_url: settings.base_url.clone(),
        contact: settings.contact.clone().unwrap(),
        repository: repository.url,
        guildhall: None,
        branch: repository.branch,
        today: TODAY.parse().unwrap(),
    };
    for helper in scaffold::helpers(&details).iter().filter(|helper| helper.path != INSTALL) {
        expect_file(&own().join(&helper.path), &helper.text);
    }
    expect_file(&own().join(FORM), &scaffold::issue_form(&config));
    assert!(own().join(INSTALL).exists());
}

/// The settings and vocabulary of this repository's own directory, on a day after all of its dates.
fn own_config() -> Arc<Config> {
    let options = Options { today: date(2100, 1, 1), base_url: None };
    Loader::open(&own(), options, &Silent).unwrap().check(&Silent).directory.config
}

/// Holds a file of this repository against what it is made from. With `BLESS=1` it is written.
#[expect(clippy::disallowed_methods, reason = "a switch of the tests, not of the program")]
fn expect_file(path: &Path, text: &str) {
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    assert!(
        found == text,
        "{} differs. To write it anew: BLESS=1 cargo test --test init",
        path.display()
    );
}

#[test]
fn the_forms_and_workflows_are_such_as_github_takes() {
    let folder = new_directory();
    let python = python();
    for root in [folder.path(), &own()] {
        let file = |path: &str| root.join(".github").join(path);
        let validate = |schema: &str, files: &[PathBuf]| {
            let schema = format!("vendor.github-{schema}");
            let mut command = Command::new(python);
            command.args(["-m", "check_jsonschema", "--builtin-schema", &schema]).args(files);
            run(&mut command).ended_with(0);
        };
        let workflows: Vec<PathBuf> = fs::read_dir(file("workflows"))
            .unwrap()
            .map(|workflow| workflow.unwrap().path())
            .collect();
        assert!(workflows.len() >= 3, "{workflows:?}");
        validate("workflows", &workflows);
        validate("actions", &[file("actions/guildhall/action.yml")]);
        validate("issue-forms", &[file("ISSUE_TEMPLATE/new-group.yml")]);
        validate("issue-config", &[file("ISSUE_TEMPLATE/config.yml")]);
        assert_eq!(lint(&workflows), "");
    }
}

#[test]
fn the_linter_finds_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bad.yml");
    let title = "${{ github.event.pull_request.title }}";
    let job = format!("jobs: {{a: {{runs-on: ubuntu-latest, steps: [{{run: 'echo {title}'}}]}}}}");
    fs::write(&path, format!("on: push\n{job}\n")).unwrap();
    let said = lint(&[path]);
    assert!(said.contains("potentially untrusted"), "{said}");
}

/// What actionlint says of workflows.
fn lint(files: &[PathBuf]) -> String {
    let files: Vec<&str> = files.iter().map(|file| file.to_str().unwrap()).collect();
    node_script("init/lint.mjs", &files)
}
