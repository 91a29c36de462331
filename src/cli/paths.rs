//! The site's folder, and the files that a report is limited to.

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

/// Limits a report to some files and folders of the site, whose files are `all`.
pub(super) fn limit<'a>(
    report: Report,
    root: &Path,
    paths: &[PathBuf],
    all: impl Iterator<Item = &'a str>,
) -> Result<Report, Failure> {
    if paths.is_empty() {
        return Ok(report);
    }
    let wanted = paths.iter().map(|path| within(root, path)).collect::<Result<Vec<_>, _>>()?;
    let is_wanted = |file: &str| {
        wanted.iter().any(|path| {
            let rest = file.strip_prefix(path.as_str());
            path.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    };
    let files: Vec<&str> = all.filter(|file| is_wanted(file)).collect();
    let groups = files.iter().filter(|file| file.starts_with("content/groups/")).count();
    let mut diagnostics = report.diagnostics;
    diagnostics.retain(|found| is_wanted(&found.place.file));
    Ok(Report { diagnostics, files: files.len(), groups })
}

/// A path relative to the site's folder, with `/`.
fn within(root: &Path, path: &Path) -> Result<String, Failure> {
    let refuse = |why: &str| Failure::Usage(format!("{} {why}", path.display()));
    let real = path
        .canonicalize()
        .or_else(|_| root.join(path).canonicalize())
        .map_err(|_| refuse("is not there. Name a file or a folder of the site."))?;
    let root = root.canonicalize()?;
    let inside = real
        .strip_prefix(&root)
        .map_err(|_| refuse("is not in the site's folder. Name the right one: --root DIR"))?;
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    Ok(parts.join("/"))
}
