//! What a report shows: all problems, some of them, or a line for each code.

use serde_json::Value;

use super::support::Site;
use super::{check, faulty_site};

#[test]
fn a_summary_has_a_line_for_each_code_and_the_worst_is_first() {
    let ran = check(&faulty_site(), &["--summary"]).ended_with(1);
    let codes: Vec<_> = ran.stdout.lines().filter_map(|line| line.split("  ").next()).collect();
    assert!(codes[0] == "error[value]" && codes[1].starts_with("warning["), "{}", ran.stdout);
    assert!(ran.stdout.contains(" 1 problem"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("-->"), "{}", ran.stdout);
    let fine = check(&Site::golden(), &["--summary", "--severity", "error"]).ended_with(0);
    assert!(fine.stdout.starts_with("No such problems in "), "{}", fine.stdout);
}

#[test]
fn only_the_codes_that_were_asked_for_are_shown_and_decide_the_exit_status() {
    let site = faulty_site();
    let all = check(&site, &[]).ended_with(1).stdout;
    assert!(all.contains("error[value]") && all.contains("warning["), "{all}");
    let values = check(&site, &["--only", "value"]).ended_with(1).stdout;
    assert!(values.contains("error[value]") && !values.contains("warning["), "{values}");
    assert!(values.contains("other problems are not shown."), "{values}");
    let links = check(&site, &["--only", "link", "--only", "error[limits]"]).ended_with(0).stdout;
    assert!(links.starts_with("No such problems in "), "{links}");
}

#[test]
fn the_least_severity_leaves_out_what_is_less_grave() {
    let site = faulty_site();
    let errors = check(&site, &["--severity", "error"]).ended_with(1).stdout;
    assert!(errors.contains("error[value]") && !errors.contains("warning["), "{errors}");
    let all = check(&site, &["--severity", "warning"]).ended_with(1).stdout;
    assert_eq!(all, check(&site, &[]).ended_with(1).stdout);
}

#[test]
fn reports_for_programs_have_only_what_was_asked_for() {
    let arguments = ["--only", "value", "--format", "json"];
    let report = check(&faulty_site(), &arguments).ended_with(1).stdout;
    let report: Value = serde_json::from_str(&report).unwrap();
    let codes = report["diagnostics"].as_array().unwrap().iter().map(|it| it["code"].as_str());
    assert_eq!(codes.collect::<Vec<_>>(), [Some("value")]);
    assert_eq!(
        (&report["summary"]["errors"], &report["summary"]["warnings"]),
        (&1.into(), &0.into())
    );
}

#[test]
fn a_comment_tells_everything_and_a_summary_is_for_people() {
    let site = Site::golden();
    for arguments in [
        ["--only", "link", "--format", "markdown"],
        ["--severity", "error", "--format", "markdown"],
        ["--summary", "--format", "json", "--quiet"],
        ["--only", "lnik", "--format", "json"],
    ] {
        check(&site, &arguments).ended_with(2);
    }
    let said = check(&site, &["--only", "lnik"]).ended_with(2).stderr;
    assert!(said.contains("did you mean `link`?"), "{said}");
}

#[test]
fn a_readme_in_a_folder_of_groups_is_no_charter_and_a_note_says_so() {
    let site = Site::golden();
    let before = check(&site, &[]).ended_with(0);
    site.write("content/groups/README.md", "# What is in this folder\n");
    let ran = check(&site, &[]).ended_with(0);
    assert_eq!(ran.stdout, before.stdout);
    assert_eq!(
        ran.stderr,
        "content/groups/README.md is not part of the site: it is for people who look into the folder.\n"
    );
    assert_eq!(check(&site, &["--quiet"]).ended_with(0).stderr, "");
}
