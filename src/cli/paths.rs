//! The site's folder, and the files that a report is limited to.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use super::Failure;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::source::GROUPS;

/// The site's folder, if it is one.
pub(super) fn site_folder(root: &Path) -> Result<PathBuf, Failure> {
    if root.join("content").is_dir() {
        return Ok(root.to_owned());
    }
    Err(Failure::Usage(format!(
        "there is no folder content/ in {}.\nGo to the site's folder, or name it with --root DIR",
        root.display()
    )))
}

/// The files and folders of the site that a report is about.
pub(super) enum Scope {
    /// All of them.
    Everything,
    /// Those of these paths, and what is below them, relative to the site's folder.
    Paths(Vec<String>),
    /// The files that a change touches, relative to the site's folder.
    Change(HashSet<String>),
}

impl Scope {
    /// The scope of the paths on the command line. Without any, the report is about everything.
    pub(super) fn of(root: &Path, paths: &[PathBuf]) -> Result<Self, Failure> {
        if paths.is_empty() {
            return Ok(Self::Everything);
        }
        let wanted = paths.iter().map(|path| within(root, path)).collect::<Result<_, _>>()?;
        Ok(Self::Paths(wanted))
    }

    /// The scope of a change.
    pub(super) fn of_change<'a>(files: impl Iterator<Item = &'a str>) -> Self {
        Self::Change(files.map(str::to_owned).collect())
    }

    /// Whether a report is about everything because nothing else was asked.
    pub(super) fn is_everything(&self) -> bool {
        matches!(self, Self::Everything)
    }

    /// Whether it has a file.
    pub(super) fn has(&self, file: &str) -> bool {
        let is_in = |path: &String| {
            let rest = file.strip_prefix(path.as_str());
            path.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        match self {
            Self::Everything => true,
            Self::Paths(wanted) => wanted.iter().any(is_in),
            Self::Change(files) => files.contains(file),
        }
    }

    /// Limits a report to it. The site's files are `all`.
    pub(super) fn limit<'a>(
        &self,
        mut report: Report,
        all: impl Iterator<Item = &'a str>,
    ) -> Report {
        match self {
            Self::Everything => return report,
            Self::Paths(_) => report.diagnostics.retain(|found| self.has(&found.place.file)),
            Self::Change(_) => self.limit_to_change(&mut report),
        }
        let told: HashSet<&str> = match self {
            Self::Change(_) => report.diagnostics.iter().map(|found| &*found.place.file).collect(),
            _ => HashSet::new(),
        };
        let files: Vec<&str> = all.filter(|file| self.has(file) || told.contains(file)).collect();
        let groups = files.iter().filter(|file| file.starts_with(GROUPS)).count();
        (report.files, report.groups) = (files.len(), groups);
        report
    }

    /// Keeps what concerns the change. Where that is well, all errors: the change may have made them.
    fn limit_to_change(&self, report: &mut Report) {
        let concerns = |found: &Diagnostic| {
            self.has(&found.place.file)
                || found.related.iter().any(|related| self.has(&related.place.file))
        };
        let is_error = |found: &Diagnostic| found.severity == Severity::Error;
        let is_well = !report.diagnostics.iter().any(|found| is_error(found) && concerns(found));
        report.diagnostics.retain(|found| concerns(found) || (is_well && is_error(found)));
    }
}

/// A path relative to the site's folder, with `/`. A link stands for itself.
fn within(root: &Path, path: &Path) -> Result<String, Failure> {
    let refuse = |why: &str| Failure::Usage(format!("{} {why}", path.display()));
    let real = itself(path)
        .or_else(|_| itself(&root.join(path)))
        .map_err(|_| refuse("does not exist. Name a file or a folder of the site."))?;
    let root = root.canonicalize()?;
    let inside = real.strip_prefix(&root).map_err(|_| {
        refuse("is not in the site's folder. Name the right folder with --root DIR")
    })?;
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    Ok(parts.join("/"))
}

/// The real path of a path; the last part is not followed if it is a link.
fn itself(path: &Path) -> io::Result<PathBuf> {
    match (path.file_name(), path.parent()) {
        (Some(name), Some(folder)) if path.symlink_metadata()?.is_symlink() => {
            let folder = if folder == Path::new("") { Path::new(".") } else { folder };
            Ok(folder.canonicalize()?.join(name))
        }
        _ => path.canonicalize(),
    }
}
