//! Removing whole folders, on all cores.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::platform::make_writable;

/// Removes a folder with all that is in it. Symbolic links are removed, never followed. Folders that
/// are read-only are made writable where need be.
pub(super) fn remove_tree(root: &Path) -> io::Result<()> {
    remove_levels(root, |_| Ok(())).or_else(|error| match error.kind() {
        ErrorKind::PermissionDenied => remove_levels(root, make_writable),
        _ => Err(error),
    })
}

/// Files on the way down, folders on the way up: level by level, so that the deepest tree needs no
/// deep stack. `prepare` comes before each folder.
fn remove_levels(root: &Path, prepare: fn(&Path) -> io::Result<()>) -> io::Result<()> {
    let mut levels = vec![vec![root.to_owned()]];
    while let Some(folders) = levels.last().filter(|folders| !folders.is_empty()) {
        let below: Vec<_> = folders
            .par_iter()
            .map(|folder| prepare(folder).and_then(|()| remove_files(folder)))
            .collect::<io::Result<_>>()?;
        levels.push(below.concat());
    }
    levels.iter().rev().try_for_each(|folders| folders.par_iter().try_for_each(fs::remove_dir))
}

/// Removes all of a folder but the folders in it, and lists those.
fn remove_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            folders.push(entry.path());
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(folders)
}
