//! The files that a change touches, as git lists them.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use super::Failure;
use crate::diagnostic::{Change, Report};

const NEW: &str = "new";
const CHANGED: &str = "changed";
const REMOVED: &str = "removed";

/// The files that a change touches, each with what becomes of it.
pub(super) struct Changed(Vec<(String, &'static str)>);

impl Changed {
    /// Reads what `git diff --name-status -z` printed, from a file or, for `-`, from standard input.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let mut bytes = Vec::new();
        if path == Path::new("-") {
            io::stdin().lock().read_to_end(&mut bytes)?;
        } else {
            bytes = fs::read(path).map_err(|error| {
                Failure::Usage(format!("{} cannot be read: {error}", path.display()))
            })?;
        }
        Self::parse(&bytes).ok_or_else(|| {
            Failure::Usage(format!(
                "{} is not a list of changed files.\nWrite it with: git diff --name-status -z BASE HEAD",
                path.display()
            ))
        })
    }

    /// A state and a path by turns, each followed by a zero byte; two paths where a file was renamed or copied.
    fn parse(bytes: &[u8]) -> Option<Self> {
        let mut changes = Vec::new();
        let mut parts = bytes.split(|byte| *byte == 0).peekable();
        // The last zero byte is followed by nothing.
        while let Some(state) =
            parts.next().filter(|state| !state.is_empty() || parts.peek().is_some())
        {
            let mut path = || parts.next().filter(|path| !path.is_empty());
            let name = |path: &[u8]| String::from_utf8_lossy(path).into_owned();
            match state.first()? {
                b'A' => changes.push((name(path()?), NEW)),
                b'D' => changes.push((name(path()?), REMOVED)),
                b'R' => {
                    changes.push((name(path()?), REMOVED));
                    changes.push((name(path()?), NEW));
                }
                b'C' => {
                    path()?; // it stays as it was
                    changes.push((name(path()?), NEW));
                }
                b'M' | b'T' => changes.push((name(path()?), CHANGED)),
                _ => return None,
            }
        }
        Some(Self(changes))
    }

    /// The files.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(file, _)| file.as_str())
    }

    /// What a report says of them. The files that were read are `read`.
    pub(super) fn told<'a>(
        &self,
        report: &'a Report,
        read: impl Iterator<Item = &'a str>,
    ) -> Vec<Change> {
        let with_problems = report.diagnostics.iter().map(|found| &*found.place.file);
        let checked: HashSet<&str> = read.chain(with_problems).collect();
        let told = |(file, what): &(String, &'static str)| Change {
            file: file.as_str().into(),
            what,
            for_people: for_people(file, what, checked.contains(file.as_str())),
        };
        self.0.iter().map(told).collect()
    }
}

/// What a file is or does that a check cannot judge.
fn for_people(file: &str, what: &str, is_checked: bool) -> Option<&'static str> {
    let (folder, rest) = file.split_once('/').unwrap_or_default();
    match folder {
        "content" => content_for_people(rest, what, is_checked || what == REMOVED),
        "themes" => Some("part of the theme, which affects every page"),
        ".github" | ".githooks" => Some("decides what runs here, including this check"),
        _ => Some("outside the site's own folders"),
    }
}

/// The same for a file below `content/`. What a removed text breaks is found by the check.
fn content_for_people(path: &str, what: &str, is_checked: bool) -> Option<&'static str> {
    match path.split('/').next().unwrap_or_default() {
        "site.yaml" => Some("affects the whole site, and what this check looks for"),
        "groups" if what == REMOVED => Some("removes a group from the site"),
        "groups" | "static" if is_checked => None,
        "static" if !is_hidden(path) => Some("published unchanged"),
        _ if is_checked => Some("one of the directory's own texts"),
        _ => Some("ignored, and not published"),
    }
}

fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Option<Vec<(String, &'static str)>> {
        Changed::parse(text.as_bytes()).map(|changed| changed.0)
    }

    #[test]
    fn every_state_of_git_is_read() {
        let list = "A\0a\nb\0M\0m\0D\0d\0T\0t\0R086\0old\0new\0C100\0from\0to\0";
        let expected = [
            ("a\nb", NEW),
            ("m", CHANGED),
            ("d", REMOVED),
            ("t", CHANGED),
            ("old", REMOVED),
            ("new", NEW),
            ("to", NEW),
        ];
        let found = parse(list).unwrap();
        let found: Vec<_> = found.iter().map(|(file, what)| (file.as_str(), *what)).collect();
        assert_eq!(found, expected);
        assert_eq!(parse("").unwrap(), []);
    }

    #[test]
    fn what_is_no_list_is_refused() {
        for text in ["content/a.md\n", "A\0", "A", "A\0\0", "R1\0old\0", "M a.md\n", "\0", "Q\0a\0"]
        {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }
}
