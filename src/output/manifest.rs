//! The list of the files that a build wrote, kept inside the output folder.

use std::collections::BTreeSet;
use std::fs::{self, FileType};
use std::io::{self, BufReader, ErrorKind};
use std::path::{Component, Path};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::OutputError;
use super::platform::open_regular;
use super::target::Target;

/// The name of the list in the output folder.
pub const MANIFEST: &str = ".guildhall-manifest.json";

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

    /// The list that an output folder holds, once it is certain that every file in the folder is on
    /// it. A folder that is empty or not there has an empty list.
    pub(super) fn of(target: &Target) -> Result<Self, OutputError> {
        let manifest = Self::read(&target.path);
        let mut foreign = manifest
            .foreign(&target.path)
            .map_err(OutputError::io("read the folder", &target.shown))?;
        if foreign.is_empty() {
            return Ok(manifest);
        }
        let more = foreign.len() > NAMED;
        foreign.truncate(NAMED);
        Err(OutputError::Foreign { target: target.shown.clone(), files: foreign, more })
    }

    /// Reads the list. One that is missing or makes no sense vouches for no file.
    fn read(folder: &Path) -> Self {
        let list = open_regular(&folder.join(MANIFEST)).ok();
        let read = |(file, _)| serde_json::from_reader::<_, Self>(BufReader::new(file)).ok();
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

    /// What the output folder holds besides these files and their folders, in order of the paths. Of
    /// each folder at most one more than an error names; a foreign folder counts as one.
    fn foreign(&self, root: &Path) -> io::Result<Vec<String>> {
        let folders = self.folders();
        let found: Vec<Vec<String>> = folders
            .par_iter()
            .map(|folder| {
                foreign_entries(root, folder, |path, kind| {
                    if kind.is_dir() {
                        folders.contains(path)
                    } else {
                        kind.is_file() && self.contains(path)
                    }
                })
            })
            .collect::<io::Result<_>>()?;
        let mut foreign = found.concat();
        foreign.sort();
        Ok(foreign)
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

/// The entries of one folder of the output that are not known. A folder that is gone has none, and a
/// file in its place is found in the folder above.
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
