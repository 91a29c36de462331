//! The list of the files that a build wrote, kept inside the output folder.

use std::collections::BTreeSet;
use std::fs::{self, FileType};
use std::io::{self, BufReader, ErrorKind};
use std::path::{Component, Path};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::OutputError;
use super::target::{HIDDEN, Target};
use crate::beneath::open_regular;

/// Where the list is in the output folder.
pub(super) const MANIFEST: &str = ".guildhall/manifest.json";

/// Where earlier versions had it.
const EARLIER_MANIFEST: &str = ".guildhall-manifest.json";

/// The form of the list that this version writes and reads.
const VERSION: u32 = 1;

/// How many foreign files an error names.
const NAMED: usize = 3;

/// The folder of files whose names change with their content. Pages that are open need them for a while.
const LASTING: &str = "assets/";

/// What may be at the top of an output folder and is never touched, besides what a build keeps for itself: the
/// repository that the folder belongs to, what proves to others whose site this is, and what every new disk has.
const OTHERS: [&str; 3] = [".git", ".well-known", "lost+found"];

/// Files that desktops put into every folder that someone looks at. They do not count as content.
const DROPPINGS: [&str; 2] = [".DS_Store", "Thumbs.db"];

/// The files of one build, as paths relative to the output folder, with `/`. The list does not name
/// itself.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Manifest {
    version: u32,
    /// What the site consists of.
    files: BTreeSet<String>,
    /// What only pages of the site before need. The next build removes it.
    #[serde(default)]
    kept: BTreeSet<String>,
}

impl Manifest {
    /// The list of these files, and of those of the earlier site that last longer than its pages.
    pub(super) fn new(files: BTreeSet<String>, earlier: &Self) -> Self {
        let kept = earlier.files.difference(&files).filter(|path| is_lasting(path));
        Self { version: VERSION, kept: kept.cloned().collect(), files }
    }

    /// The list that an output folder holds. A folder that is empty or not there has an empty list. Looks only at the
    /// top of the folder, which is enough to see that a folder is not ours.
    pub(super) fn of(target: &Target) -> Result<Self, OutputError> {
        let manifest = Self::read(&target.path);
        manifest.refuse_foreign(target, str::is_empty)?;
        Ok(manifest)
    }

    /// Makes certain that an output folder holds nothing but the files of the list.
    pub(super) fn must_be_all_of(&self, target: &Target) -> Result<(), OutputError> {
        self.refuse_foreign(target, |_| true)
    }

    /// Reads the list. One that is missing or makes no sense vouches for no file.
    fn read(folder: &Path) -> Self {
        let mut manifest = Self::read_from(&folder.join(MANIFEST)).unwrap_or_else(|| {
            let path = folder.join(EARLIER_MANIFEST);
            let mut list = Self::read_from(&path).unwrap_or_default();
            if path.is_file() {
                list.files.insert(EARLIER_MANIFEST.to_owned());
            }
            list
        });
        manifest.files.retain(|path| is_of_site(path));
        manifest.kept.retain(|path| is_of_site(path));
        manifest
    }

    fn read_from(path: &Path) -> Option<Self> {
        let list = BufReader::new(open_regular(path).ok()?);
        serde_json::from_reader(list).ok().filter(|list: &Self| list.version == VERSION)
    }

    /// The list as JSON, the same bytes for the same files.
    pub(super) fn to_json(&self) -> io::Result<Vec<u8>> {
        Ok(serde_json::to_vec_pretty(self)?)
    }

    /// All of the files.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.union(&self.kept).map(String::as_str)
    }

    /// Whether the build wrote a file of that path. It always writes the list itself.
    pub(super) fn contains(&self, path: &str) -> bool {
        self.files.contains(path) || self.kept.contains(path) || path == MANIFEST
    }

    /// Refuses an output folder that holds something else in one of the chosen folders. A foreign
    /// folder counts as one thing.
    fn refuse_foreign(
        &self,
        target: &Target,
        is_chosen: impl Fn(&str) -> bool + Sync,
    ) -> Result<(), OutputError> {
        let folders = self.folders();
        let is_known = |path: &str, kind: FileType| {
            if kind.is_dir() {
                folders.contains(path)
            } else {
                kind.is_file() && self.contains(path)
            }
        };
        let foreign: io::Result<Vec<_>> = folders
            .par_iter()
            .filter(|folder| is_chosen(folder))
            .map(|folder| foreign_entries(&target.path, folder, is_known))
            .collect();
        let mut files =
            foreign.map_err(OutputError::io("read the folder", &target.shown))?.concat();
        if files.is_empty() {
            return Ok(());
        }
        files.sort();
        let more = files.len() > NAMED;
        files.truncate(NAMED);
        Err(OutputError::Foreign { target: target.shown.clone(), files, more })
    }

    /// The folders that the files need. The output folder itself is the empty path.
    fn folders(&self) -> BTreeSet<&str> {
        let mut folders = BTreeSet::from([""]);
        for path in self.paths() {
            folders.extend(path.match_indices('/').map(|(end, _)| &path[..end]));
        }
        folders
    }
}

/// The entries of one folder of the output that are not known: at most one more than an error names.
/// A folder that is gone has none, and a file in its place is found in the folder above.
fn foreign_entries(
    root: &Path,
    folder: &str,
    is_known: impl Fn(&str, FileType) -> bool,
) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(root.join(folder)) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        entries => entries?,
    };
    let mut foreign = Vec::new();
    for entry in entries {
        let entry = entry?;
        let kind = entry.file_type()?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let path = if folder.is_empty() { name.to_string() } else { format!("{folder}/{name}") };
        let is_apart = folder.is_empty() && is_kept_apart(&name);
        if !is_apart && !is_known(&path, kind) && !DROPPINGS.contains(&&*name) {
            foreign.push(if kind.is_dir() { path + "/" } else { path });
        }
    }
    foreign.sort();
    foreign.truncate(NAMED + 1);
    Ok(foreign)
}

/// Whether a path may be that of a file of the site: it stays inside the output folder, where nothing else is.
pub(super) fn is_of_site(path: &str) -> bool {
    is_inside(path) && !path.split('/').next().is_some_and(is_kept_apart)
}

/// Whether a file is still needed when the pages that lead to it are gone.
pub(super) fn is_lasting(path: &str) -> bool {
    path.starts_with(LASTING)
}

/// Whether an entry at the top of an output folder is not part of the site.
fn is_kept_apart(name: &str) -> bool {
    name == HIDDEN || OTHERS.contains(&name)
}

/// Whether a path stays inside the folder that it is relative to: names joined by `/`, and nothing
/// else.
fn is_inside(path: &str) -> bool {
    path.split('/').all(|name| {
        let mut parts = Path::new(name).components();
        matches!(parts.next(), Some(Component::Normal(part)) if part == name)
    })
}
