//! `guildhall init` and `guildhall issue-form`

use super::arguments::{Arguments, InitOptions};
use super::progress::Progress;
use super::today::build_date;
use super::{Failure, Outcome, paths, print, renew, say, show};
use crate::diagnostic::{Format, plural};
use crate::output::create_files;
use crate::pipeline::{Loader, Options};
use crate::scaffold::{self, Details};

pub(super) fn run(arguments: &Arguments, options: &InitOptions) -> Result<Outcome, Failure> {
    let today = build_date(&options.day)?;
    if options.folder.join("content/site.yaml").exists() {
        return renew::run(options, today, arguments.quiet);
    }
    if let Some(file) = options.replace.first() {
        let folder = options.folder.display();
        let message = format!("{folder} is no directory yet, so it has no {file} to replace.");
        return Err(Failure::Usage(message));
    }
    let details = Details {
        title: options.title.clone(),
        base_url: options.base_url.clone(),
        contact: options.contact.clone(),
        repository: options.repository.clone(),
        guildhall: options.guildhall.clone().or_else(renew::own_repository),
        branch: options.branch.clone(),
        today,
    };
    let folder = &options.folder;
    if folder.exists() && !folder.is_dir() {
        let message = format!("{} is a file. Name a folder, new or empty.", folder.display());
        return Err(Failure::Usage(message));
    }
    let files = scaffold::directory(&details);
    let entries = files.iter().map(|file| (&*file.path, file.text.as_bytes(), file.is_program));
    create_files(folder, entries)?;

    let progress = Progress::new(true);
    let loader = Loader::open(folder, Options { today, base_url: None }, &progress)?;
    let report = loader.check(&progress).report;
    if !report.diagnostics.is_empty() {
        show(&report.render(Format::Human, loader.sources(), true));
    }
    if !arguments.quiet {
        let files = plural(files.len(), "file");
        say(&format!("{} is a new directory, of {files}.\n{NEXT}", folder.display()));
        if details.guildhall.is_none() {
            say(UNKNOWN);
        }
    }
    Ok(Outcome::of(&report))
}

const NEXT: &str = "
What to do next, in that folder:
  guildhall serve --open   shows the site, and each change as you save it
  README.md                says what to replace, and how to publish
  git init                 if it is not yet in a repository
  git config core.hooksPath .githooks
                           to check texts before each commit";

const UNKNOWN: &str = "
Before the workflows can run, they need the web address of Guildhall's own repository, to build it from.
Write it in place of GUILDHALL_REPOSITORY in .github/actions/guildhall/action.yml.";

/// Prints the issue form of the directory.
pub(super) fn issue_form(arguments: &Arguments) -> Result<Outcome, Failure> {
    let root = paths::site_folder(&arguments.root)?;
    let today = build_date(&super::arguments::Day { date: None })?;
    let progress = Progress::new(true);
    let loader = Loader::open(&root, Options { today, base_url: None }, &progress)?;
    let checked = loader.check(&progress);
    if checked.report.errors() > 0 {
        say(
            "The directory has errors, so something may be missing here. Run guildhall check to see them.",
        );
    }
    print(&scaffold::issue_form(&checked.directory.config))
}
