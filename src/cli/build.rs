//! `guildhall build`

use std::collections::BTreeSet;
use std::io::{self, IsTerminal as _};
use std::mem::ManuallyDrop;
use std::path::Path;

use super::arguments::{Arguments, BuildOptions};
use super::progress::{Progress, in_words};
use super::today::build_date;
use super::{Failure, Outcome, explain, paths, say, show};
use crate::diagnostic::{Code, Diagnostic, Format, Report, Severity, plural};
use crate::pipeline::{
    BuildError, Built, Checked, Edition, Loader, Options, build, is_fault_of_charter,
};

pub(super) fn run(arguments: &Arguments, options: &BuildOptions) -> Result<Outcome, Failure> {
    let root = paths::site_folder(&arguments.root)?;
    let today = build_date(&options.day)?;
    let out = options.out.clone().unwrap_or_else(|| root.join("dist"));
    let progress = Progress::new(arguments.quiet);
    let base_url = options.base_url.clone();
    let loader = ManuallyDrop::new(Loader::open(&root, Options { today, base_url }, &progress)?);
    let checked = loader.check(&progress);
    let report = checked.report.clone();
    let Some((checked, left_out)) = publishable(&loader, checked, options.keep_going) else {
        progress.finish();
        show_problems(arguments, &loader, &report);
        say(NOTHING_WRITTEN);
        return Ok(Outcome::Problems);
    };
    let report = report.with_more(links_to_nowhere(&checked.report));
    let built = Edition::new(checked, loader.sources(), None)
        .map_err(BuildError::Problems)
        .and_then(|edition| {
            let edition = ManuallyDrop::new(edition); // the program ends: nobody waits for its parts
            build(&edition, &root, &out, options.keep_going, &progress)
        });
    progress.finish();
    let built = match built {
        Ok(built) => built,
        Err(BuildError::Output(error)) => return Err(error.into()),
        Err(BuildError::Problems(found)) => {
            show_problems(arguments, &loader, &report.with_more(found));
            say(NOTHING_WRITTEN);
            return Ok(Outcome::Problems);
        }
    };
    // A broken link in a text is reported at its place there.
    let is_told = report.diagnostics.iter().any(|found| found.code == Code::Link);
    let broken_links = if is_told { Vec::new() } else { built.broken_links.clone() };
    let report = report.with_more(broken_links);
    let outcome = Outcome::of(&report);
    show_problems(arguments, &loader, &report);
    for file in &left_out {
        say(&format!("Left out: {file}"));
    }
    if arguments.verbose {
        progress.say_timings();
    }
    if !arguments.quiet {
        let groups = report.groups - left_out.len();
        say(&format!(
            "{} in {}.",
            summary(&out, groups, &built, &report),
            in_words(progress.elapsed())
        ));
    }
    Ok(outcome)
}

const NOTHING_WRITTEN: &str = "Nothing was written. The old site, if there is one, is unchanged.";

/// What can be published, and the files of the charters that are left out for it. `None` if something is wrong that
/// leaving out charters does not solve.
fn publishable(
    loader: &Loader,
    checked: Checked,
    keep_going: bool,
) -> Option<(Checked, BTreeSet<String>)> {
    let errors =
        || checked.report.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    if errors().next().is_none() {
        return Some((checked, BTreeSet::new()));
    }
    let is_bearable = |found: &Diagnostic| is_fault_of_charter(found) || found.code == Code::Link;
    if !keep_going || !errors().all(is_bearable) {
        return None;
    }
    let left_out = errors().filter(|found| is_fault_of_charter(found));
    let left_out = left_out.map(|found| found.place.file.to_string()).collect();
    Some((loader.check_without(&left_out), left_out))
}

/// The links that lead nowhere, among them those to charters that were left out.
fn links_to_nowhere(report: &Report) -> Vec<Diagnostic> {
    let links = report.diagnostics.iter().filter(|found| found.code == Code::Link);
    links.cloned().collect()
}

fn show_problems(arguments: &Arguments, loader: &Loader, report: &Report) {
    let mut report = report.clone();
    if arguments.quiet {
        report.diagnostics.retain(|found| found.severity == Severity::Error);
    }
    if !report.diagnostics.is_empty() {
        show(&report.render(Format::Human, loader.sources(), true));
        if !arguments.quiet
            && io::stderr().is_terminal()
            && let Some(hint) = explain::hint(&report)
        {
            say(&hint);
        }
    }
}

fn summary(out: &Path, groups: usize, built: &Built, report: &Report) -> String {
    let files = &built.files;
    let problems = match (report.errors(), report.warnings()) {
        (0, 0) => "no problems".to_owned(),
        (0, warnings) => plural(warnings, "warning"),
        (errors, warnings) => {
            format!("{}, {}", plural(errors, "error"), plural(warnings, "warning"))
        }
    };
    format!(
        "Built {}: {}, {} ({} written, {} unchanged, {} removed), {problems},",
        out.display(),
        plural(groups, "group"),
        plural(built.pages, "page"),
        files.written,
        files.kept,
        files.removed,
    )
}
