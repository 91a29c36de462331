//! What a terminal shows, and what a file or a pipe gets: colour and the progress bar.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::support::{Ran, Site, TODAY, guildhall, run};

const ESCAPE: char = '\u{1b}';

/// Runs the program on a terminal. `None` where there is no `script` of util-linux to provide one.
fn on_a_terminal(site: &Site, command: &str, setting: Option<(&str, &str)>) -> Option<String> {
    let program = guildhall();
    let line = format!(
        "'{}' {command} --root '{}' --date {TODAY}",
        program.get_program().display(),
        site.root().display()
    );
    let mut terminal = Command::new("script");
    terminal.args(["--quiet", "--return", "--command", &line, "/dev/null"]);
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => terminal.env(name, value),
            None => terminal.env_remove(name),
        };
    }
    terminal.envs(setting);
    let has_script =
        Command::new("script").arg("--version").output().is_ok_and(|done| done.status.success());
    has_script.then(|| run(&mut terminal).ended_with(0).stdout)
}

const NO_TERMINAL: &str = "not tested: there is no `script` that provides a terminal";

#[test]
fn a_terminal_gets_colour_unless_it_is_not_wanted() {
    let site = Site::golden();
    let Some(shown) = on_a_terminal(&site, "check", None) else {
        return eprintln!("{NO_TERMINAL}");
    };
    assert!(shown.contains("\u{1b}[33mwarning[unsafe]"), "{shown:?}");
    let plain = on_a_terminal(&site, "check", Some(("NO_COLOR", "1"))).unwrap();
    assert!(plain.contains("\nwarning[unsafe]") || plain.contains("Kwarning[unsafe]"), "{plain:?}");
    assert!(!plain.contains(&format!("{ESCAPE}[33m")), "{plain:?}");
    for command in ["--help", "build --help"] {
        let plain = on_a_terminal(&site, command, Some(("NO_COLOR", "1"))).unwrap();
        assert!(!plain.contains(&format!("{ESCAPE}[3")), "{plain:?}");
    }
}

/// So many groups that a build of them takes a while.
fn many_groups(site: &Site) {
    let path = site.root().join("content/groups/harbour-coaches.md");
    let text = std::fs::read_to_string(path).unwrap();
    let name = text.lines().find(|line| line.starts_with("name:")).unwrap();
    let aliases = text.lines().find(|line| line.starts_with("aliases:")).unwrap_or("\u{0}");
    for number in 0..1000 {
        let text = text.replace(name, &format!("name: Circle {number}")).replace(aliases, "");
        site.write(&format!("content/groups/circle-{number}.md"), &text);
    }
}

#[test]
fn a_terminal_gets_a_progress_bar_unless_the_run_is_quiet() {
    let site = Site::golden();
    let started = Instant::now();
    let Some(shown) = on_a_terminal(&site, "build", None) else {
        return eprintln!("{NO_TERMINAL}");
    };
    let was_short = started.elapsed() < Duration::from_millis(400); // a busy machine makes it long
    let has_bar = shown.contains("writing the pages");
    assert!(!(was_short && has_bar), "a short run is over before a bar: {shown:?}");
    assert!(shown.contains("Built "), "{shown:?}");
    many_groups(&site);
    let shown = on_a_terminal(&site, "build", None).unwrap();
    assert!(shown.contains("checking the charters") || shown.contains("writing the pages"));
    assert_eq!(on_a_terminal(&site, "build --quiet", None).unwrap(), "");
    assert_eq!(on_a_terminal(&site, "check --quiet", None).unwrap(), "");
}

#[test]
fn a_terminal_is_told_once_where_to_learn_more() {
    let site = Site::golden();
    let hint = "`guildhall explain unsafe` says why.";
    let Some(shown) = on_a_terminal(&site, "check", None) else {
        return eprintln!("{NO_TERMINAL}");
    };
    assert_eq!(shown.matches(hint).count(), 1, "{shown:?}");
    assert_eq!(on_a_terminal(&site, "build", None).unwrap().matches(hint).count(), 1);
    let guidance = format!("check '{}'", site.root().join("content/guidance").display());
    let fine = on_a_terminal(&site, &guidance, None).unwrap();
    assert!(fine.contains("No problems") && !fine.contains("explain"), "{fine:?}");
    for command in ["check --format markdown", "check --quiet"] {
        assert!(!on_a_terminal(&site, command, None).unwrap().contains(hint), "{command}");
    }
}

#[test]
fn files_and_pipes_get_neither_colour_nor_a_bar() {
    let site = Site::golden();
    let checked = run(guildhall().args(["check", "--date", TODAY, "--root"]).arg(site.root()));
    for Ran { stdout, stderr, .. } in [checked, site.build(&[])] {
        let said = stdout + &stderr;
        assert!(said.contains("warning[unsafe]"), "{said}");
        assert!(!said.contains("guildhall explain"), "{said}");
        assert!(!said.contains(ESCAPE) && !said.contains("writing the pages"), "{said:?}");
    }
}

#[test]
fn colour_can_be_forced_and_never_gets_into_reports_for_machines() {
    let site = Site::golden();
    let report = |format: &str| {
        let mut command = guildhall();
        command.args(["check", "--date", TODAY, "--format", format, "--root"]).arg(site.root());
        run(command.env("CLICOLOR_FORCE", "1")).ended_with(0).stdout
    };
    assert!(report("human").contains(ESCAPE));
    for format in ["json", "sarif", "github", "markdown"] {
        assert!(!report(format).contains(ESCAPE), "{format}");
    }
}

#[test]
fn a_full_disk_behind_standard_output_is_a_failure_of_the_machine() {
    let site = Site::golden();
    let root = site.root();
    let root = root.to_str().unwrap();
    for arguments in
        [&["man"][..], &["completions", "bash"], &["check", "--date", TODAY, "--root", root]]
    {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let ran = run(guildhall().args(arguments).stdout(full)).ended_with(3);
        assert!(ran.stderr.starts_with("error: "), "{}", ran.stderr);
    }
}
