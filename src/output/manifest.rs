//! The list of the files that a build wrote, kept inside the output folder.

use std::collections::BTreeSet;
use std::fs::{self, FileType};
use std::io::{self, BufReader, ErrorKind};
use std::path::{Component, Path};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::OutputError;
use super::target::Target;
use crate::beneath::open_regular;

/// The name of the list in the output folder.
pub(super) const MANIFEST: &str = ".guildhall-manifest.json";

/// The form of the list that this version writes and reads.
const VERSION: u32 = 1;

/// How many foreign files an error names.
const NAMED: usize = 3;

/// Files that desktops put into every folder that someone looks at. They do not count as content.
const DROPPINGS: [&str; 2] = [".DS_Store", "Thumbs.db"];

/// The files of one build, as paths relative to the output folder, with `/`. The list does not name
/// itself.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Manifest {
    version: u32,
    files: BTreeSet<String>,
}

impl Manifest {
    /// The list of these files.
    pub(super) fn new(files: BTreeSet<String>) -> Self {
        Self { version: VERSION, files }
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
        let list = open_regular(&folder.join(MANIFEST)).ok();
        let read = |file| serde_json::from_reader::<_, Self>(BufReader::new(file)).ok();
        let mut manifest =
            list.and_then(read).filter(|list| list.version == VERSION).unwrap_or_default();
        manifest.files.retain(|path| is_inside(path));
        manifest
    }

    /// The list as JSON, the same bytes for the same files.
    pub(super) fn to_json(&self) -> io::Result<Vec<u8>> {
        Ok(serde_json::to_vec_pretty(self)?)
    }

    /// The files.
    pub(super) fn files(&self) -> &BTreeSet<String> {
        &self.files
    }

    /// Whether the build wrote a file of that path. It always writes the list itself.
    pub(super) fn contains(&self, path: &str) -> bool {
        self.files.contains(path) || path == MANIFEST
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
        for path in &self.files {
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
        if !is_known(&path, kind) && !DROPPINGS.contains(&&*name) {
            foreign.push(if kind.is_dir() { path + "/" } else { path });
        }
    }
    foreign.sort();
    foreign.truncate(NAMED + 1);
    Ok(foreign)
}

/// Whether a path stays inside the folder that it is relative to: names joined by `/`, and nothing
/// else.
pub(super) fn is_inside(path: &str) -> bool {
    path.split('/').all(|name| {
        let mut parts = Path::new(name).components();
        matches!(parts.next(), Some(Component::Normal(part)) if part == name)
    })
}
