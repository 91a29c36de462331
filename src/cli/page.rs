//! `guildhall page`

use super::arguments::{Arguments, PageOptions};
use super::changed::Changed;
use super::paths::{self, Scope};
use super::progress::Progress;
use super::today::build_date;
use super::{Failure, Outcome, print, show};
use crate::diagnostic::{Diagnostic, Format, Report};
use crate::pipeline::{Edition, Loader, Options, alone};

const NO_PAGE: &str = "There is no group's page of this. Name a charter in content/groups/ without errors: `guildhall check` \
    says whether it has any.";

pub(super) fn run(arguments: &Arguments, options: &PageOptions) -> Result<Outcome, Failure> {
    let root = paths::site_folder(&arguments.root)?;
    let today = build_date(&options.day)?;
    let scope = match &options.changed {
        Some(changed) => Scope::of_change(Changed::read(changed)?.files()),
        None => Scope::of(&root, &options.paths)?,
    };
    let progress = Progress::new(arguments.quiet);
    let loader = Loader::open(&root, Options { today, base_url: None }, &progress)?;
    let checked = loader.check(&progress);
    let pages = Edition::new(checked, loader.sources(), None)
        .and_then(|edition| alone(&edition, |file| scope.has(file)));
    progress.finish();
    match pages {
        Ok(pages) if pages.is_empty() && options.changed.is_none() => {
            Err(Failure::Usage(NO_PAGE.to_owned()))
        }
        Ok(pages) => print(&pages),
        Err(problems) => Ok(refuse(problems, &loader)),
    }
}

fn refuse(problems: Vec<Diagnostic>, loader: &Loader) -> Outcome {
    show(&Report::new(problems, 0, 0).render(Format::Human, loader.sources(), true));
    Outcome::Problems
}
