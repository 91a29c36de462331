//! What the documents show is what the program does.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn document(name: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(name)).unwrap()
}

/// The documents of the repository.
fn documents() -> Vec<PathBuf> {
    let in_folder = |folder: &Path| {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(|path| path.extension().is_some_and(|it| it == "md")).collect::<Vec<_>>()
    };
    [Path::new(ROOT).to_owned(), Path::new(ROOT).join("docs")]
        .iter()
        .flat_map(|it| in_folder(it))
        .collect()
}

/// The code blocks in a language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    let blocks = text.split(opening.as_str()).skip(1);
    blocks.map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

/// The charter that the README shows.
fn charter() -> String {
    let blocks = blocks(&document("README.md"), "yaml");
    blocks.into_iter().find(|block| block.starts_with("---\n")).unwrap()
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

/// Its exit status and what it prints.
fn check(charter: &str) -> (Option<i32>, String) {
    let output = run(charter, &[]);
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_fixes_that_are_shown_are_made_and_reported_in_those_words() {
    let shown = blocks(&document("docs/fixes.md"), "").remove(0);
    let charter = charter().replace("[coaching]", "[Coaching]");
    let output = run(&charter.replace("2026-06-15", "15.06.2026"), &["--fix"]);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), shown);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_charter_in_the_readme_is_a_good_one() {
    let (status, printed) = check(&charter());
    assert_eq!(status, Some(0), "{printed}");
}

#[test]
fn the_problem_in_the_readme_is_reported_in_those_words() {
    let blocks = blocks(&document("README.md"), "");
    let shown = blocks.into_iter().find(|block| block.starts_with("error[")).unwrap();
    let (status, printed) = check(&charter().replace("fields: [coaching]", "fields: [choaching]"));
    assert_eq!(status, Some(1));
    assert!(printed.contains(shown.trim_end()), "{printed}");
}

#[test]
fn the_settings_that_are_shown_are_good_ones() {
    let mut settings = blocks(&document("docs/your-own-directory.md"), "yaml");
    settings.extend(blocks(&document("docs/words.md"), "yaml"));
    let [guidance, term, synonyms] = ["---\ntitle:", "---\nname:", "grief:"]
        .map(|start| settings.extract_if(.., |block| block.starts_with(start)).collect::<String>());
    assert_eq!(settings.len(), 4);
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().join("content");
    copy(&Path::new(ROOT).join("content"), &content);
    let file = content.join("site.yaml");
    fs::write(&file, fs::read_to_string(&file).unwrap() + &settings.concat()).unwrap();
    let germany = "---\nname: Germany\nsummary: In Germany.\n---\n";
    fs::write(content.join("domains/germany.md"), germany).unwrap();
    fs::write(content.join("domains/berlin.md"), term).unwrap();
    fs::write(content.join("guidance/open-and-closed-groups.md"), guidance).unwrap();
    fs::write(content.join("synonyms.yaml"), synonyms).unwrap();
    fs::create_dir_all(content.join("static")).unwrap();
    fs::write(content.join("static/logo.svg"), "<svg/>").unwrap();
    fs::write(content.join("static/berlin.webp"), "RIFF").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_guildhall"));
    command.args([
        "check",
        "content/site.yaml",
        "content/domains",
        "content/guidance/open-and-closed-groups.md",
        "content/synonyms.yaml",
        "--date",
        "2026-11-27",
        "--root",
        ".",
    ]);
    let output = command.current_dir(folder.path()).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{printed}");
    assert!(!printed.contains("site.yaml"), "{printed}");
}

#[test]
fn the_first_line_for_editors_does_no_harm_in_a_charter() {
    let comment = blocks(&document("docs/formats.md"), "yaml").remove(0);
    let (status, printed) = check(&charter().replacen("---\n", &format!("---\n{comment}"), 1));
    assert_eq!(status, Some(0), "{printed}");
}

#[test]
fn the_series_of_meetings_that_are_shown_are_good_ones() {
    let shown = |name: &str, start: &str| {
        let blocks = blocks(&document(name), "yaml");
        blocks.into_iter().find(|block| block.starts_with(start)).unwrap()
    };
    let told = |printed: &str| {
        let lines = printed.lines().filter(|line| line.starts_with("warning["));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let with = |meetings: &str| {
        let text = charter();
        let (before, rest) = text.split_once("meetings:\n").unwrap();
        let (_, after) = rest.split_once("joining:").unwrap();
        let (status, printed) = check(&format!("{before}{meetings}joining:{after}"));
        assert_eq!(status, Some(0), "{meetings}{printed}");
        assert_eq!(told(&printed), told(&check(&charter()).1));
    };
    with(&shown("docs/formats.md", "meetings:"));
    let guidance = "content/guidance/fourteen-questions.md";
    let changes = shown(guidance, "skip:").replace('\n', "\n    ");
    let instead = format!("    {}\n    place:", changes.trim_end());
    with(&shown(guidance, "meetings:").replace("    skip: [2026-08-13]\n    place:", &instead));
}

#[test]
fn the_commands_that_are_listed_are_those_that_exist() {
    let text = document("docs/commands.md");
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `guildhall "));
    let listed: BTreeSet<&str> = rows.map(|row| row.split([' ', '`']).next().unwrap()).collect();
    let output = Command::new(env!("CARGO_BIN_EXE_guildhall")).arg("--help").output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = commands.lines().filter_map(|line| line.strip_prefix("  "));
    let names = names.filter(|line| !line.starts_with([' ']));
    let existing: BTreeSet<&str> = names.map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(listed, existing.into_iter().filter(|&name| name != "help").collect());
}

/// The name that a heading of a document has in links to it.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().to_lowercase();
    let kept = kept.chars().filter(|it| it.is_alphanumeric() || [' ', '-'].contains(it));
    kept.collect::<String>().replace(' ', "-")
}

#[test]
fn every_link_between_the_documents_leads_somewhere() {
    for path in documents() {
        let text = fs::read_to_string(&path).unwrap();
        let targets = text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap());
        for target in targets.filter(|it| !it.starts_with("http")) {
            let (file, name) = target.split_once('#').unwrap_or((target, ""));
            let file =
                if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            assert!(file.exists(), "{}: {target}", path.display());
            if !name.is_empty() {
                let text = fs::read_to_string(file).unwrap();
                let headings = text.lines().filter_map(|it| it.strip_prefix('#'));
                let found =
                    headings.map(|it| anchor(it.trim_start_matches('#'))).any(|it| it == name);
                assert!(found, "{}: {target}", path.display());
            }
        }
    }
}
