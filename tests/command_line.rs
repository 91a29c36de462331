//! The command line: what it says, to whom, and with which exit status.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

#[path = "command_line/selection.rs"]
mod selection;
#[cfg(target_os = "linux")]
#[path = "command_line/terminal.rs"]
mod terminal;

use std::fmt::Write as _;
use std::io;
use std::process::Stdio;

use support::{Ran, Site, TODAY, Tree, assert_expected, charter, guildhall, run};

const COMMANDS: [&str; 10] = [
    "check",
    "build",
    "serve",
    "init",
    "issue-form",
    "explain",
    "schema",
    "new",
    "completions",
    "man",
];

/// The golden site, whose only problems are two warnings.
fn check(site: &Site, arguments: &[&str]) -> Ran {
    run(guildhall().args(["check", "--date", TODAY, "--root"]).arg(site.root()).args(arguments))
}

/// The golden site with an error.
fn faulty_site() -> Site {
    let site = Site::golden();
    site.edit("content/groups/elan.md", "membership: open", "membership: public");
    site
}

#[test]
fn each_exit_status_has_one_meaning() {
    let fine = Site::golden();
    check(&fine, &[]).ended_with(0);
    fine.build(&[]).ended_with(0);
    let faulty = faulty_site();
    check(&faulty, &[]).ended_with(1);
    faulty.build(&[]).ended_with(1);
    check(&fine, &["--bogus"]).ended_with(2);
    fine.build(&["--bogus"]).ended_with(2);
    std::fs::write(faulty.out(), "a file where a folder is needed").unwrap();
    fine.build_into(&faulty.out()).ended_with(3);
}

#[test]
fn a_warning_that_the_site_makes_an_error_fails() {
    let site = Site::golden();
    site.write(
        "content/site.yaml",
        "title: A\nbase_url: https://a.example/\ndescription: B\ncontact: groups@example.org\nchecks: {unsafe: error}\n",
    );
    let ran = check(&site, &[]).ended_with(1);
    assert!(ran.stdout.contains("\n2 errors in 18 files (6 groups).\n"), "{}", ran.stdout);
}

#[test]
fn the_help_texts_are_as_expected() {
    let help = |arguments: &[&str]| run(guildhall().args(arguments)).ended_with(0).stdout;
    let mut texts = Tree::from([("guildhall.txt".to_owned(), help(&["--help"]).into_bytes())]);
    for command in COMMANDS {
        let text = help(&[command, "--help"]);
        assert_eq!(text, help(&["help", command]));
        texts.insert(format!("{command}.txt"), text.into_bytes());
    }
    assert_expected("command_line/help", &texts, "command_line");
}

#[test]
fn the_help_of_every_command_has_examples_that_the_program_understands() {
    for command in COMMANDS {
        let help = run(guildhall().args([command, "--help"])).ended_with(0).stdout;
        let (_, examples) = help.split_once("\nExample").unwrap_or_else(|| panic!("{help}"));
        let lines: Vec<_> =
            examples.lines().filter(|line| line.starts_with("  guildhall ")).collect();
        assert!(!lines.is_empty(), "{help}");
        for line in lines {
            // Up to the explanation or the redirection; `--help` instead of doing it.
            let words =
                line.split("  ").nth(1).unwrap().split(" > ").next().unwrap().split(' ').skip(1);
            run(guildhall().args(words).arg("--help")).ended_with(0);
        }
    }
}

#[test]
fn no_command_shows_the_help_as_an_error() {
    let ran = run(&mut guildhall()).ended_with(2);
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.contains("Usage: guildhall"), "{}", ran.stderr);
}

#[test]
fn the_version_is_that_of_the_package() {
    let ran = run(guildhall().arg("--version")).ended_with(0);
    assert_eq!(ran.stdout, format!("guildhall {}\n", env!("CARGO_PKG_VERSION")));
}

/// Command lines that cannot be, in the site's folder.
const REFUSED: &[&[&str]] = &[
    &["bogus"],
    &["help", "bogus"],
    &["build", "--bogus"],
    &["build", "extra"],
    &["build", "--out"],
    &["build", "--date", "yesterday"],
    &["build", "--date", "2026-13-01"],
    &["build", "--date", "2026-02-30"],
    &["check", "--date", "1 June 2026"],
    &["build", "--date", "2026-11-23", "--date", "2026-11-24"],
    &["build", "--base-url", "example.org"],
    &["build", "--base-url", "ftp://example.org/"],
    &["build", "--base-url", "https://"],
    &["build", "--base-url", "https://example.org/a b/"],
    &["build", "--base-url", "https://example.org/?page=1"],
    &["build", "--base-url", "https://example.org/a/../b/"],
    &["check", "--format", "xml"],
    &["check", "--root", "nowhere"],
    &["build", "--root", "content"],
    &["serve", "--root", "content/site.yaml"],
    &["check", "content/groups/nobody.md"],
    &["check", ".."],
    &["build", "--quiet", "--verbose"],
    &["serve", "--port", "65536"],
    &["serve", "--host", "example.org"],
    &["serve", "--allow-host", "http://example.org/"],
    &["explain", "shedule"],
    &["explain", "weather"],
    &["init"],
    &["init", "new", "--title", ""],
    &["init", "new", "--contact", "nobody"],
    &["init", "new", "--repository", "github.com/guild/directory"],
    &["init", "new", "--branch", "a b"],
    &["issue-form", "--root", "nowhere"],
    &["completions"],
    &["completions", "tcsh"],
];

#[test]
fn a_command_line_that_cannot_be_is_refused_with_what_to_do() {
    let site = Site::golden();
    let mut said = String::new();
    for arguments in REFUSED {
        let ran = run(guildhall().args(*arguments).current_dir(site.root())).ended_with(2);
        assert_eq!(ran.stdout, "");
        writeln!(said, "$ guildhall {}\n{}", arguments.join(" "), ran.stderr).unwrap();
    }
    let texts = Tree::from([("refused.txt".to_owned(), said.into_bytes())]);
    assert_expected("command_line/words", &texts, "command_line");
}

#[cfg(target_os = "linux")]
#[test]
fn arguments_that_are_not_text_are_taken_as_they_are_or_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let strange = OsStr::from_bytes(b"na\xFFme");
    let site = Site::golden();
    for option in ["--date", "--base-url", "--root", "--bogus"] {
        run(guildhall().arg("build").arg(option).arg(strange).current_dir(site.root()))
            .ended_with(2);
    }
    run(guildhall().arg(strange)).ended_with(2);
    run(guildhall().arg("check").arg(strange).current_dir(site.root())).ended_with(2);
    let out = site.folder().join(strange);
    site.build_into(&out).ended_with(0);
    assert!(out.join("index.html").exists());
}

#[test]
fn every_shell_can_complete_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(guildhall().args(["completions", shell])).ended_with(0).stdout;
        for word in COMMANDS.into_iter().chain(["keep-going", "base-url", "format", "port"]) {
            assert!(script.contains(word), "{shell} does not know {word}");
        }
        // The others complete no values of this kind.
        let completes_codes = ["bash", "zsh", "fish"].contains(&shell);
        assert_eq!(script.contains("future-date"), completes_codes, "{shell}");
    }
}

/// The manual page without the escapes of its language.
fn manual() -> String {
    let page = run(guildhall().arg("man")).ended_with(0).stdout;
    page.replace("\\-", "-").replace("\\fB", "").replace("\\fR", "").replace("\\fI", "")
}

#[test]
fn the_manual_page_has_its_sections() {
    let page = manual();
    let sections: Vec<_> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
    for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS"] {
        assert!(sections.contains(&section), "{sections:?}");
    }
    assert!(page.contains("\nExit status: 0 all is well"), "{page}");
    for command in COMMANDS {
        assert!(page.contains(&format!("guildhall {command}")), "{command}");
    }
}

#[test]
fn the_manual_page_tells_the_options_of_every_command() {
    let page = manual();
    for option in ["--out", "--base-url", "--keep-going", "--date", "--format", "--port", "--host"]
    {
        assert!(page.contains(option), "{option} is not in the manual");
    }
}

#[test]
fn quiet_says_nothing_when_all_is_well_and_only_errors_otherwise() {
    let site = Site::golden();
    for ran in [check(&site, &["--quiet"]), site.build(&["-q"])] {
        assert_eq!((ran.status, &*ran.stdout, &*ran.stderr), (0, "", ""));
    }
    let site = faulty_site();
    let checked = check(&site, &["--quiet"]).ended_with(1);
    assert_eq!((checked.stdout.matches("error[").count(), &*checked.stderr), (1, ""));
    let built = site.build(&["-q"]).ended_with(1);
    assert_eq!((built.stderr.matches("error[").count(), &*built.stdout), (1, ""));
    for said in [checked.stdout, built.stderr] {
        assert!(!said.contains("warning"), "{said}");
    }
}

/// A text with `…` in place of every length of time, such as `850 ms` and `1.24 s`.
fn without_times(text: &str) -> String {
    let mut kept = String::new();
    for line in text.lines() {
        let mut words: Vec<&str> = line.split(' ').collect();
        for position in 1..words.len() {
            let is_unit = ["ms", "s", "ms.", "s."].contains(&words[position]);
            if is_unit && words[position - 1].parse::<f64>().is_ok() {
                words[position - 1] = "…";
                words[position] = words[position].trim_start_matches(['m', 's']);
            }
        }
        let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
        writeln!(kept, "{}", words.join(" ")).unwrap();
    }
    kept.replace("… .", "….")
}

#[test]
fn verbose_says_how_long_each_stage_took() {
    let site = Site::golden();
    let built = without_times(&site.build(&["-v"]).ended_with(0).stderr);
    let (_, timings) = built.split_once("2 warnings in 18 files (6 groups).\n").unwrap();
    assert_eq!(
        timings.replace(&site.out().display().to_string(), "OUT"),
        "… reading the files\n\
         … checking the charters\n\
         … planning the pages\n\
         … writing the pages\n\
         … checking the links\n\
         … putting the site in place\n\
         Built OUT: 6 groups, 34 pages (163 written, 0 unchanged, 0 removed), 2 warnings, in ….\n"
    );
    let checked = check(&site, &["-v"]).ended_with(0);
    assert_eq!(
        without_times(&checked.stderr),
        "… reading the files\n… checking the charters\n… planning the pages\nChecked in ….\n"
    );
}

#[test]
fn a_build_ends_with_one_line_on_what_it_did() {
    let site = Site::golden();
    site.remove("content/groups/paper-boats.md");
    let ran = site.build(&[]).ended_with(0);
    assert_eq!(ran.stdout, "");
    assert_eq!(
        without_times(&ran.stderr).replace(&site.out().display().to_string(), "OUT"),
        "Built OUT: 5 groups, 33 pages (161 written, 0 unchanged, 0 removed), no problems, in ….\n"
    );
}

#[test]
fn a_check_prints_its_report_and_nothing_else() {
    let ran = check(&Site::golden(), &[]).ended_with(0);
    assert_eq!(ran.stderr, "");
    assert!(ran.stdout.ends_with("\n2 warnings in 18 files (6 groups).\n"), "{}", ran.stdout);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let site = Site::golden();
    for number in 0..40 {
        let text = charter(&format!("Group {number}"), "fields: [coaching]");
        site.write(&format!("content/groups/g{number}.md"), text);
    }
    let root = site.root();
    let root = root.to_str().unwrap();
    let check = ["check", "--root", root, "--date", TODAY];
    let commands = [
        [&check[..], &["--format", "human"]].concat(),
        [&check[..], &["--format", "json"]].concat(),
        [&check[..], &["--format", "github"]].concat(),
        [&check[..], &["--format", "sarif"]].concat(),
        [&check[..], &["--format", "markdown"]].concat(),
        vec!["man"],
        vec!["completions", "zsh"],
        vec!["--help"],
        vec!["build", "--help"],
        vec!["--version"],
    ];
    for arguments in commands {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let ran = run(guildhall().args(&arguments).stdout(writer)).ended_with(0);
        assert_eq!(ran.stderr, "", "{arguments:?}");
    }
    let (reader, writer) = io::pipe().unwrap();
    drop(reader);
    let mut build = site.command_into(&site.out());
    run(build.args(["--date", TODAY]).stderr(writer).stdout(Stdio::piped())).ended_with(0);
    assert!(site.out().join("index.html").exists());
}
