//! The files of a new directory: a small site that builds at once, and the helpers of its repository.
//!
//! They are in `starter/` and `helpers/` next to this file, where `dot-` begins a name that is written with a dot,
//! and `@@key@@` is replaced by what was asked for. The helpers of Guildhall's own repository are the same; a test
//! compares them. The scripts of the workflows, which ask for nothing, are those of this repository themselves.

mod details;
mod difference;
mod form;
mod questions;

use rust_embed::Embed;

use crate::config::Config;

pub use details::{Details, check_branch, check_title};
pub use difference::difference;
pub use form::{FIELDS, FORM, Field, Kind, LABEL, issue_form};

/// A file of a new directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its path inside of the directory's folder, with `/`.
    pub path: String,
    /// What it says.
    pub text: String,
    /// Whether it is run as a program.
    pub is_program: bool,
}

/// The site of a new directory, and the documents next to it.
#[derive(Embed)]
#[folder = "src/scaffold/starter/"]
struct Starter;

/// What a repository does by itself: workflows, forms, the hook.
#[derive(Embed)]
#[folder = "src/scaffold/helpers/"]
struct Helpers;

/// What the workflows run.
#[derive(Embed)]
#[folder = ".github/scripts/"]
struct Scripts;

/// The folder of what the workflows run.
const SCRIPTS: &str = ".github/scripts/";

/// The path of the page on the fourteen questions.
const QUESTIONS_PAGE: &str = "content/guidance/fourteen-questions.md";

/// Every file of a new directory, sorted by path.
pub fn directory(details: &Details) -> Vec<NewFile> {
    let mut files = filled::<Starter>(details);
    files.push(NewFile {
        path: QUESTIONS_PAGE.to_owned(),
        text: details.fill(&questions::page()),
        is_program: false,
    });
    files.extend(helpers(details));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// What the repository of an existing directory does by itself, as this version writes it, sorted by path: the helpers
/// and the issue form with the directory's own terms.
pub fn repository(details: &Details, config: &Config) -> Vec<NewFile> {
    let mut files = helpers(details);
    let (path, text) = (FORM.to_owned(), issue_form(config));
    files.push(NewFile { path, text, is_program: false });
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The helpers among them, sorted by path.
pub fn helpers(details: &Details) -> Vec<NewFile> {
    let mut files = filled::<Helpers>(details);
    files.extend(
        filled::<Scripts>(details)
            .into_iter()
            .map(|script| NewFile { path: SCRIPTS.to_owned() + &script.path, ..script }),
    );
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn filled<Files: Embed>(details: &Details) -> Vec<NewFile> {
    let file = |name: &str| {
        let bytes = Files::get(name)?.data;
        let path = path(name);
        let is_program = path.starts_with(".githooks/");
        Some(NewFile { text: details.fill(&String::from_utf8_lossy(&bytes)), path, is_program })
    };
    Files::iter().filter_map(|name| file(&name)).collect()
}

/// The path that a file is written to: hidden ones are here without their dot, so that they mean
/// nothing to the tools of this repository.
fn path(name: &str) -> String {
    let parts = name.split('/').map(|part| match part.strip_prefix("dot-") {
        Some(rest) => format!(".{rest}"),
        None => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("/")
}
