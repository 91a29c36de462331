//! `guildhall check`

use std::io::{self, IsTerminal as _};

use super::arguments::{Arguments, CheckOptions};
use super::progress::{Progress, in_words};
use super::today::build_date;
use super::{Failure, Outcome, fix, paths, print, say};
use crate::diagnostic::{Format, Severity};
use crate::pipeline::{Loader, Options};

pub(super) fn run(arguments: &Arguments, options: &CheckOptions) -> Result<Outcome, Failure> {
    let root = paths::site_folder(&arguments.root)?;
    let today = build_date(&options.day)?;
    let progress = Progress::new(arguments.quiet);
    let named = paths::Named::new(&root, &options.paths)?;
    let mut loader = Loader::open(&root, Options { today, base_url: None }, &progress)?;
    let mending = options.fix.then(|| fix::mend(&mut loader, &named, &progress)).transpose()?;
    let report = loader.check(&progress).report;
    progress.finish();
    if let Some(mending) = mending {
        let done = mending.done.iter().filter(|_| !arguments.quiet);
        done.chain(&mending.left).for_each(|line| say(line));
    }
    let mut report = named.limit(report, loader.sources().text_paths());
    let outcome = Outcome::of(&report);
    let format = Format::from(options.format);
    if arguments.quiet && matches!(format, Format::Human) {
        report.diagnostics.retain(|found| found.severity == Severity::Error);
    }
    if !(arguments.quiet && report.diagnostics.is_empty() && matches!(format, Format::Human)) {
        // Colour codes are taken out again where standard output is no terminal, or NO_COLOR is set.
        let colour = matches!(format, Format::Human);
        print(&report.render(format, loader.sources(), colour))?;
    }
    if arguments.verbose {
        progress.say_timings();
    }
    let is_read_by_people = matches!(format, Format::Human) && io::stderr().is_terminal();
    if !arguments.quiet && (is_read_by_people || arguments.verbose) {
        say(&format!("Checked in {}.", in_words(progress.elapsed())));
    }
    Ok(outcome)
}
