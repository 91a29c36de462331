//! The site's folder, and the files that a report is limited to.

use std::io;
use std::path::{Path, PathBuf};

use super::Failure;
use crate::diagnostic::Report;

/// The site's folder, if it is one.
pub(super) fn site_folder(root: &Path) -> Result<PathBuf, Failure> {
    if root.join("content").is_dir() {
        return Ok(root.to_owned());
    }
    Err(Failure::Usage(format!(
        "there is no folder content/ in {}.\nGo to the site's folder, or name it: --root DIR",
        root.display()
    )))
}

/// The files and folders of the site that a report is about.
pub(super) struct Scope {
    /// Relative to the site's folder. Without any, the report is about everything.
    wanted: Vec<String>,
}

impl Scope {
    /// The scope of the paths on the command line.
    pub(super) fn of(root: &Path, paths: &[PathBuf]) -> Result<Self, Failure> {
        let wanted = paths.iter().map(|path| within(root, path)).collect::<Result<_, _>>()?;
        Ok(Self { wanted })
    }

    /// Whether a report is about everything because nothing else was asked.
    pub(super) fn is_everything(&self) -> bool {
        self.wanted.is_empty()
    }

    /// Whether it has a file.
    pub(super) fn has(&self, file: &str) -> bool {
        let is_in = |path: &String| {
            let rest = file.strip_prefix(path.as_str());
            path.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.is_everything() || self.wanted.iter().any(is_in)
    }

    /// Limits a report to it. The site's files are `all`.
    pub(super) fn limit<'a>(
        &self,
        mut report: Report,
        all: impl Iterator<Item = &'a str>,
    ) -> Report {
        if self.is_everything() {
            return report;
        }
        let files: Vec<&str> = all.filter(|file| self.has(file)).collect();
        report.files = files.len();
        report.groups = files.iter().filter(|file| file.starts_with("content/groups/")).count();
        report.diagnostics.retain(|found| self.has(&found.place.file));
        report
    }
}

/// A path relative to the site's folder, with `/`. A link stands for itself.
fn within(root: &Path, path: &Path) -> Result<String, Failure> {
    let refuse = |why: &str| Failure::Usage(format!("{} {why}", path.display()));
    let real = itself(path)
        .or_else(|_| itself(&root.join(path)))
        .map_err(|_| refuse("is not there. Name a file or a folder of the site."))?;
    let root = root.canonicalize()?;
    let inside = real
        .strip_prefix(&root)
        .map_err(|_| refuse("is not in the site's folder. Name the right one: --root DIR"))?;
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    Ok(parts.join("/"))
}

/// The real path of what stands at a path; the last part is not followed if it is a link.
fn itself(path: &Path) -> io::Result<PathBuf> {
    match (path.file_name(), path.parent()) {
        (Some(name), Some(folder)) if path.symlink_metadata()?.is_symlink() => {
            let folder = if folder == Path::new("") { Path::new(".") } else { folder };
            Ok(folder.canonicalize()?.join(name))
        }
        _ => path.canonicalize(),
    }
}
