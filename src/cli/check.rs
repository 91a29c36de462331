//! `guildhall check`

use std::collections::BTreeSet;
use std::io::{self, IsTerminal as _};
use std::path::Path;

use super::arguments::{Arguments, CheckOptions};
use super::changed::Changed;
use super::paths::{self, Scope};
use super::progress::{Progress, in_words};
use super::today::build_date;
use super::{Failure, Outcome, explain, fix, print, say};
use crate::diagnostic::{Checklist, Diagnostic, Format, Report, Severity};
use crate::pipeline::{Loader, Options};

pub(super) fn run(arguments: &Arguments, options: &CheckOptions) -> Result<Outcome, Failure> {
    let format = Format::from(options.format);
    options.selection.check(format)?;
    let root = paths::site_folder(&arguments.root)?;
    let today = build_date(&options.day)?;
    let progress = Progress::new(arguments.quiet);
    let changed = options.changed.as_deref().map(Changed::read).transpose()?;
    let scope = match &changed {
        Some(changed) => Scope::of_change(changed.files()),
        None => Scope::of(&root, &options.paths)?,
    };
    let mut loader = Loader::open(&root, Options { today, base_url: None }, &progress)?;
    let fixing = options.fix.then(|| fix::fix(&mut loader, &scope, &progress)).transpose()?;
    let mut report = loader.check(&progress).report;
    if let Some(before) = &options.before {
        report = report.with_more(unreviewed_since(before, &loader)?);
    }
    progress.finish();
    if let Some(fixing) = fixing {
        let done = fixing.done.iter().filter(|_| !arguments.quiet);
        done.chain(&fixing.left).for_each(|line| say(line));
    }
    let mut report = scope.limit(report, loader.sources().text_paths());
    options.selection.apply(&mut report);
    let outcome = Outcome::of(&report);
    if matches!(format, Format::Markdown | Format::Suggestions) {
        loader.keep_safe_edits(&mut report);
    }
    if matches!(format, Format::Markdown) {
        report.checklists = checklists(&loader, &report, &scope);
        let told = |changed: Changed| changed.told(&report, loader.sources().text_paths());
        report.changes = changed.map(told).unwrap_or_default();
    }
    if arguments.quiet && matches!(format, Format::Human) {
        report.diagnostics.retain(|found| found.severity == Severity::Error);
    }
    if !(arguments.quiet && report.diagnostics.is_empty() && matches!(format, Format::Human)) {
        // Colour codes are taken out again where standard output is no terminal, or NO_COLOR is set.
        let colour = matches!(format, Format::Human);
        let text = if options.selection.summary {
            report.summary()
        } else {
            report.render(format, loader.sources(), colour)
        };
        print(&text)?;
    }
    if !arguments.quiet && matches!(format, Format::Human) {
        loader.sources().notes().filter(|file| scope.has(file)).for_each(say_of_note);
    }
    say_more(arguments, format, &report, &progress);
    Ok(outcome)
}

/// Says how long it took, and to people where to learn more.
fn say_more(arguments: &Arguments, format: Format, report: &Report, progress: &Progress) {
    if arguments.verbose {
        progress.say_timings();
    }
    let is_read_by_people = matches!(format, Format::Human) && io::stderr().is_terminal();
    if !arguments.quiet
        && is_read_by_people
        && let Some(hint) = explain::hint(report)
    {
        say(&hint);
    }
    if !arguments.quiet && (is_read_by_people || arguments.verbose) {
        say(&format!("Checked in {}.", in_words(progress.elapsed())));
    }
}

/// The problems of charters whose meetings differ from those in a folder with the texts before.
fn unreviewed_since(before: &Path, loader: &Loader) -> Result<Vec<Diagnostic>, Failure> {
    if !before.join("content").is_dir() {
        let folder = before.display();
        return Err(Failure::Usage(format!("there is no folder content/ in {folder} (--before).")));
    }
    Ok(loader.unreviewed_since(before)?)
}

/// Says that a file is no part of the site, where it could be taken for a text of it.
fn say_of_note(file: &str) {
    say(&format!("{file} is not part of the site: it is for people who look into the folder."));
}

/// The questions of the charters that the report is about: those that were named, or those with
/// problems.
fn checklists(loader: &Loader, report: &Report, scope: &Scope) -> Vec<Checklist> {
    let with_problems: BTreeSet<&str> =
        report.diagnostics.iter().map(|found| &*found.place.file).collect();
    loader.checklists(report, |file| {
        if scope.is_everything() { with_problems.contains(file) } else { scope.has(file) }
    })
}
