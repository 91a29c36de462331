//! Renders every page into a folder.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use super::edition::Edition;
use super::{Observer, Stage};
use crate::diagnostic::{Code, Diagnostic, Place, plural};
use crate::links::{BrokenLink, Fault, SiteLinks};
use crate::output::{Guarded, OutputError, Staging, Summary};
use crate::pages::Entry;

/// What a build did.
#[derive(Debug)]
pub struct Built {
    /// How many pages the site has.
    pub pages: usize,
    /// What became of the files.
    pub files: Summary,
    /// Broken links, if the build was told to continue in spite of problems.
    pub broken_links: Vec<Diagnostic>,
}

/// Why there is no new site. The earlier one is as it was.
#[derive(Debug)]
pub enum BuildError {
    /// The folder cannot be written, or must not.
    Output(OutputError),
    /// A template fails, or a built page has a link that leads nowhere.
    Problems(Vec<Diagnostic>),
}

impl From<OutputError> for BuildError {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

/// Renders every page on all cores, checks every link, and puts the new site in place.
///
/// `root` is the site's own folder, which the output never replaces. With `keep_going`, links that
/// lead nowhere do not stop the build.
///
/// # Errors
/// As [`BuildError`] has them.
pub fn build(
    edition: &Edition,
    root: &Path,
    out: &Path,
    keep_going: bool,
    observer: &dyn Observer,
) -> Result<Built, BuildError> {
    let (content, themes) = (root.join("content"), root.join("themes"));
    let guarded = [
        Guarded { path: root, name: "the site's own folder", may_hold_output: true },
        Guarded { path: &content, name: "the folder of the site's texts", may_hold_output: false },
        Guarded { path: &themes, name: "the folder of the site's themes", may_hold_output: false },
    ];
    let staging = Staging::begin(out, &guarded)?;
    let links = SiteLinks::new(edition.directory().config.settings.base_url.path());
    let entries = edition.plan().entries();
    observer.begin(Stage::Render, entries.len());
    for (path, bytes) in edition.assets() {
        staging.write(path, bytes)?;
    }
    let (index, written) = rayon::join(
        || write_index(edition, &staging),
        || {
            entries.par_iter().try_for_each(|entry| {
                write(edition, entry, &staging, &links)?;
                observer.advance();
                Ok::<_, BuildError>(())
            })
        },
    );
    index?;
    written?;

    observer.begin(Stage::Links, 0);
    let broken_links = broken_links(&links.broken(|path| staging.has(path)));
    if !broken_links.is_empty() && !keep_going {
        return Err(BuildError::Problems(broken_links));
    }
    observer.begin(Stage::Exchange, 0);
    let pages = edition.plan().pages().count();
    Ok(Built { pages, files: staging.commit()?, broken_links })
}

fn write_index(edition: &Edition, staging: &Staging) -> Result<(), OutputError> {
    edition.index_files().try_for_each(|(path, bytes)| staging.write(&path, bytes).map(drop))
}

/// Writes the page or file at an address.
fn write(
    edition: &Edition,
    entry: &Entry,
    staging: &Staging,
    links: &SiteLinks,
) -> Result<(), BuildError> {
    let path = entry.address().file_path();
    match entry {
        Entry::Page(page) => {
            let html = edition.render(page).map_err(BuildError::Problems)?;
            links.read(&path, &html);
            staging.write(&path, html.as_bytes())?
        }
        Entry::File(file) => {
            let text = edition.make(file).map_err(BuildError::Problems)?;
            staging.write(&path, text.as_bytes())?
        }
        Entry::Static(_, file) => staging.copy(&path, &file.root, &file.source())?,
    };
    Ok(())
}

/// Broken links as problems of the built pages, each reported once with the first page that has it. Links in charters
/// and guidance were checked in their sources, so these come from the theme.
fn broken_links(broken: &[BrokenLink]) -> Vec<Diagnostic> {
    let mut pages: BTreeMap<(&str, Fault), Vec<&str>> = BTreeMap::new();
    for link in broken {
        pages.entry((&link.href, link.fault)).or_default().push(&link.page);
    }
    let problem = |((href, fault), pages): (&(&str, Fault), &Vec<&str>)| {
        let others = match pages.len() - 1 {
            0 => String::new(),
            others => format!(" So do {}.", plural(others, "other page")),
        };
        let place = Place::whole_file(&pages[0].into());
        let message = format!("The built page links to {href}: {fault}.{others}");
        Diagnostic::new(Code::Link, place, message)
            .help("Fix the theme's template, or the page that the link leads to.")
    };
    pages.iter().map(problem).collect()
}
