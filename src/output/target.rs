//! The output folder: where it really is, and whether a site may be built there at all.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::OutputError;

/// The folder inside the output that a build keeps for itself.
pub(super) const HIDDEN: &str = ".guildhall";

/// The new tree; of what is exchanged, the earlier one.
pub(super) const STAGE: &str = ".guildhall/stage";

/// What was in the output folder and could not be exchanged, or has nothing in its place.
pub(super) const OLD: &str = ".guildhall/old";

/// The steps of an exchange. While it is there, an exchange is under way, or was killed.
pub(super) const JOURNAL: &str = ".guildhall/journal.json";

/// A folder whose content no build may replace.
#[derive(Clone, Copy, Debug)]
pub struct Guarded<'a> {
    /// Where it is. It need not exist.
    pub path: &'a Path,
    /// What messages call it: "the site's root", "`content/`".
    pub name: &'a str,
    /// Whether the output folder may lie somewhere inside it.
    pub may_hold_output: bool,
}

/// The output folder.
#[derive(Debug)]
pub(super) struct Target {
    /// As it was given, for messages.
    pub(super) shown: PathBuf,
    /// Where it really is: absolute, without symbolic links.
    pub(super) path: PathBuf,
}

impl Target {
    /// Finds the output folder and refuses one whose content cannot be replaced. It need not exist.
    /// Where it is a symbolic link, the folder behind the link is meant, and the link stays.
    pub(super) fn resolve(shown: &Path, guarded: &[Guarded<'_>]) -> Result<Self, OutputError> {
        let unsuitable = |reason: &str| OutputError::Unsuitable {
            target: shown.to_owned(),
            reason: reason.to_owned(),
        };
        let path = real_path(shown)
            .map_err(OutputError::io("build into", shown))?
            .ok_or_else(|| unsuitable("the path leads nowhere"))?;
        if path.parent().is_none() {
            return Err(unsuitable("it is the root of the file system"));
        }
        for folder in guarded {
            let real = real_path(folder.path).map_err(OutputError::io("find", folder.path))?;
            if let Some(reason) = real.and_then(|real| conflict(&path, &real, folder)) {
                return Err(unsuitable(&reason));
            }
        }
        if path.exists() && !path.is_dir() {
            return Err(OutputError::io("build into", shown)(ErrorKind::NotADirectory.into()));
        }
        Ok(Self { shown: shown.to_owned(), path })
    }

    /// Where a path of the site is while it is staged.
    pub(super) fn staged(&self, path: &str) -> PathBuf {
        self.path.join(STAGE).join(path)
    }
}

/// The path without symbolic links. Its end need not exist yet. Nothing if it leads nowhere: a link
/// to a missing file, or `..` below a missing folder.
fn real_path(path: &Path) -> io::Result<Option<PathBuf>> {
    match fs::canonicalize(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        found => return found.map(Some),
    }
    let Some(name) = path.file_name().filter(|_| !path.is_symlink()) else {
        return Ok(None);
    };
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    Ok(real_path(parent.unwrap_or(Path::new(".")))?.map(|parent| parent.join(name)))
}

/// Why a site in `target` would endanger a guarded folder.
fn conflict(target: &Path, real: &Path, guarded: &Guarded<'_>) -> Option<String> {
    let name = guarded.name;
    if target == real {
        Some(format!("it is {name}"))
    } else if real.starts_with(target) {
        Some(format!("{name} lies in it"))
    } else if target.starts_with(real) && !guarded.may_hold_output {
        Some(format!("it lies in {name}"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(target: &Path, guarded: &[Guarded<'_>]) -> String {
        match Target::resolve(target, guarded) {
            Err(OutputError::Unsuitable { reason, .. }) => reason,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn folders_that_must_keep_what_they_hold_are_refused() {
        let room = tempfile::tempdir().unwrap();
        let site = room.path().join("site");
        fs::create_dir_all(site.join("content/groups")).unwrap();
        let content = site.join("content");
        let guarded = [
            Guarded { path: &site, name: "the site's root", may_hold_output: true },
            Guarded { path: &content, name: "`content/`", may_hold_output: false },
        ];
        let reasons: Vec<_> = [
            site.clone(),
            site.join("dist/.."),
            site.join("content/../../site"),
            content.join("groups/.."),
            content.join("groups"),
            content.join("new/folder"),
            room.path().to_owned(),
            PathBuf::from("/"),
        ]
        .iter()
        .map(|target| refusal(target, &guarded))
        .collect();
        insta::assert_snapshot!(reasons.join("\n"), @r"
        it is the site's root
        the path leads nowhere
        it is the site's root
        it is `content/`
        it lies in `content/`
        it lies in `content/`
        the site's root lies in it
        it is the root of the file system
        ");
        assert!(Target::resolve(&site.join("dist"), &guarded).is_ok());
        assert!(Target::resolve(&site.join("content2"), &guarded).is_ok());
    }

    #[test]
    fn a_guarded_folder_is_known_behind_a_link() {
        let room = tempfile::tempdir().unwrap();
        let (content, link) = (room.path().join("content"), room.path().join("dist"));
        fs::create_dir(&content).unwrap();
        std::os::unix::fs::symlink(&content, &link).unwrap();
        let guarded = [Guarded { path: &content, name: "`content/`", may_hold_output: false }];
        assert_eq!(refusal(&link, &guarded), "it is `content/`");
        let guarded = [Guarded { path: &link, name: "`content/`", may_hold_output: false }];
        assert_eq!(refusal(&content, &guarded), "it is `content/`");
    }

    #[test]
    fn a_path_that_leads_nowhere_is_refused() {
        let room = tempfile::tempdir().unwrap();
        let link = room.path().join("link");
        std::os::unix::fs::symlink("missing", &link).unwrap();
        let nowhere = [link.clone(), link.join("dist"), room.path().join("a/.."), PathBuf::new()];
        for target in nowhere {
            assert_eq!(refusal(&target, &[]), "the path leads nowhere", "{target:?}");
        }
    }

    #[test]
    fn a_refusal_says_how_to_proceed() {
        let error = Target::resolve(Path::new("/"), &[]).unwrap_err();
        assert!(error.is_refusal());
        insta::assert_snapshot!(error, @"The site cannot be built into `/`: it is the root of the file system. A build replaces all that is in the folder. Choose a folder for the site alone, such as `dist`.");
    }
}
