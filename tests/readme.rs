//! What the README shows is what the program does.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The blocks of code in a language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    let blocks = text.split(opening.as_str()).skip(1);
    blocks.map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

/// The charter among the blocks.
fn charter(readme: &str) -> String {
    blocks(readme, "yaml").into_iter().find(|block| block.starts_with("---\n")).unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let name = entry.unwrap().file_name();
        let (from, to) = (from.join(&name), to.join(&name));
        if from.is_dir() { copy(&from, &to) } else { fs::copy(from, to).map(drop).unwrap() }
    }
}

/// Runs `guildhall check` in the directory with this text as its charter on strengths.
fn run(charter: &str, options: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(ROOT).join("content"), &folder.path().join("content"));
    fs::write(folder.path().join("content/groups/strengths-in-coaching.md"), charter).unwrap();
    Command::new(env!("CARGO_BIN_EXE_guildhall"))
        .args(["check", "content/groups/strengths-in-coaching.md", "--date", "2026-11-23"])
        .args(["--root", "."])
        .args(options)
        .current_dir(folder.path())
        .output()
        .unwrap()
}

/// What it prints.
fn check(charter: &str) -> (Option<i32>, String) {
    let output = run(charter, &[]);
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn what_the_readme_fixes_is_fixed_and_reported_in_those_words() {
    let readme = fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap();
    let shown = blocks(&readme, "").into_iter().find(|block| block.contains("Fixed")).unwrap();
    let charter = charter(&readme).replace("[coaching]", "[Coaching]");
    let output = run(&charter.replace("2026-06-15", "15.06.2026"), &["--fix"]);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), shown);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_charter_in_the_readme_is_a_good_one() {
    let readme = fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap();
    let charter = charter(&readme);
    let (status, said) = check(&charter);
    assert_eq!(status, Some(0), "{said}");
}

#[test]
fn the_problem_in_the_readme_is_told_in_those_words() {
    let readme = fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap();
    let charter = charter(&readme);
    let shown = blocks(&readme, "").into_iter().find(|block| block.starts_with("error[")).unwrap();
    let (status, said) = check(&charter.replace("fields: [coaching]", "fields: [choaching]"));
    assert_eq!(status, Some(1));
    assert!(said.contains(shown.trim_end()), "{said}");
}

#[test]
fn the_settings_in_the_readme_are_good_ones() {
    let readme = fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap();
    let settings = blocks(&readme, "yaml").into_iter().find(|it| it.contains("colours:")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    copy(&Path::new(ROOT).join("content"), &content);
    let file = content.join("site.yaml");
    fs::write(&file, fs::read_to_string(&file).unwrap() + &settings).unwrap();
    fs::create_dir_all(content.join("static")).unwrap();
    fs::write(content.join("static/logo.svg"), "<svg/>").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_guildhall"));
    command.args(["check", "content/site.yaml", "--date", "2026-11-23", "--root", "."]);
    let output = command.current_dir(folder.path()).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(!said.contains("site.yaml"), "{said}");
}

#[test]
fn every_command_of_the_readme_exists() {
    let readme = fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap();
    let rows = readme.lines().filter_map(|line| line.strip_prefix("| `guildhall "));
    let commands: Vec<&str> = rows.map(|row| row.split([' ', '`']).next().unwrap()).collect();
    assert!(commands.len() >= 5, "{commands:?}");
    for command in commands {
        let mut program = Command::new(env!("CARGO_BIN_EXE_guildhall"));
        let output = program.args([command, "--help"]).output().unwrap();
        assert!(output.status.success(), "{command}");
    }
}
