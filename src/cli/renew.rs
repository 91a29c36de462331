//! `guildhall init` in a directory that is there already: its helpers against those of this version.

use std::fs;
use std::io::{self, IsTerminal as _};
use std::path::Path;

use jiff::civil::Date;

use super::arguments::InitOptions;
use super::progress::Progress;
use super::{Failure, Outcome, print, say};
use crate::config::Config;
use crate::diagnostic::plural;
use crate::output::{create_files, replace_file};
use crate::pipeline::{Loader, Options};
use crate::scaffold::{self, Details, NewFile};
use crate::text::steers;

/// A helper as this version writes it, and what is in its place.
struct Helper {
    file: NewFile,
    state: State,
}

#[derive(Debug, PartialEq, Eq)]
enum State {
    Same,
    Missing,
    /// With the difference.
    Differs(String),
}

/// Says which helpers differ and how, and replaces those that were asked for.
pub(super) fn run(options: &InitOptions, today: Date, quiet: bool) -> Result<Outcome, Failure> {
    let folder = &options.folder;
    let progress = Progress::new(true);
    let loader = Loader::open(folder, Options { today, base_url: None }, &progress)?;
    let checked = loader.check(&progress);
    let is_of_settings = |file: &str| file == "content/site.yaml";
    if checked.report.diagnostics.iter().any(|it| it.is_error() && is_of_settings(&it.place.file)) {
        return Err(Failure::Usage(format!(
            "{} is a directory already, and its content/site.yaml has errors. Nothing was written.\n\
             Fix them first: guildhall check --root {0}",
            folder.display()
        )));
    }
    let config = &checked.directory.config;
    let files = scaffold::repository(&details(options, config, today), config);
    let helpers: Vec<_> =
        files.into_iter().map(|file| compare(folder, file)).collect::<Result<_, _>>()?;
    if options.replace.is_empty() {
        tell(folder, &helpers, quiet)?;
    } else {
        replace(folder, &helpers, &options.replace)?;
    }
    Ok(Outcome::Fine)
}

/// What the directory says of itself, and what was asked for where it says nothing.
fn details(options: &InitOptions, config: &Config, today: Date) -> Details {
    let settings = &config.settings;
    let repository = settings.repository.as_ref();
    Details {
        title: settings.title.clone(),
        base_url: settings.base_url.clone(),
        contact: settings.contact.clone().unwrap_or_else(|| options.contact.clone()),
        repository: repository.map_or_else(|| options.repository.clone(), |it| it.url.clone()),
        guildhall: options.guildhall.clone().or_else(own_repository),
        branch: repository.map_or_else(|| options.branch.clone(), |it| it.branch.clone()),
        today,
    }
}

fn compare(folder: &Path, file: NewFile) -> Result<Helper, Failure> {
    let path = folder.join(&file.path);
    let there = match fs::read(&path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Helper { file, state: State::Missing });
        }
        Err(error) => {
            let message = format!("{} cannot be read: {error}", path.display());
            return Err(Failure::Machine(message));
        }
    };
    let (file, difference) = scaffold::difference(file, &there);
    Ok(Helper { file, state: difference.map_or(State::Same, State::Differs) })
}

fn tell(folder: &Path, helpers: &[Helper], quiet: bool) -> Result<(), Failure> {
    let is_terminal = io::stdout().is_terminal();
    for helper in helpers {
        if let State::Differs(difference) = &helper.state {
            let shown = if is_terminal { harmless(difference) } else { difference.clone() };
            print(&shown)?;
        }
    }
    if quiet {
        return Ok(());
    }
    let (folder, count) = (folder.display(), plural(helpers.len(), "helper"));
    let others: Vec<_> = helpers.iter().filter(|it| it.state != State::Same).collect();
    if others.is_empty() {
        say(&format!(
            "{folder} is a directory already, and its {count} are those of this version."
        ));
        return Ok(());
    }
    say(&format!(
        "{folder} is a directory already. Of its {count}, these are not as this version writes them:"
    ));
    for Helper { file, state } in others {
        let what = if *state == State::Missing { "missing" } else { "older, or changed by you" };
        say(&format!("  {}: {what}", file.path));
    }
    say("Nothing was written. To have one of them as this version writes it, add --replace FILE");
    Ok(())
}

/// A text that cannot steer a terminal.
fn harmless(text: &str) -> String {
    text.chars()
        .map(|found| if steers(found) && found != '\n' { '\u{fffd}' } else { found })
        .collect()
}

fn replace(folder: &Path, helpers: &[Helper], asked: &[String]) -> Result<(), Failure> {
    let find = |path: &String| {
        helpers.iter().find(|helper| helper.file.path == *path).ok_or_else(|| {
            let paths: Vec<_> = helpers.iter().map(|helper| helper.file.path.as_str()).collect();
            let paths = paths.join("\n  ");
            Failure::Usage(format!("{path} is none of the helpers. They are:\n  {paths}"))
        })
    };
    let found = asked.iter().map(find).collect::<Result<Vec<_>, _>>()?;
    for Helper { file, state } in found {
        let bytes = file.text.as_bytes();
        match state {
            State::Same => {}
            State::Missing => {
                create_files(folder, std::iter::once((&*file.path, bytes, file.is_program)))?;
            }
            State::Differs(_) => replace_file(folder, &file.path, bytes)?,
        }
        say(&format!("{} is as this version writes it.", file.path));
    }
    Ok(())
}

/// The repository that this program says it comes from.
pub(super) fn own_repository() -> Option<String> {
    let named = env!("CARGO_PKG_REPOSITORY");
    (!named.is_empty()).then(|| named.to_owned())
}
