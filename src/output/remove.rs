//! Removing whole folders, on all cores.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::platform::make_writable;

/// Removes a folder with all that is in it. Symbolic links are removed, never followed. Folders that
/// are read-only are made writable where need be.
pub(super) fn remove_tree(root: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(root)?.is_dir() {
        return fs::remove_file(root);
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_are_removed_and_not_followed() {
        let room = tempfile::tempdir().unwrap();
        let (tree, kept) = (room.path().join("root"), room.path().join("kept"));
        for folder in [&tree, &kept] {
            fs::create_dir(folder).unwrap();
        }
        fs::write(kept.join("file"), "").unwrap();
        symlink(&kept, tree.join("folder")).unwrap();
        symlink("missing", tree.join("nothing")).unwrap();
        remove_tree(&tree).unwrap();
        assert!(!tree.exists() && kept.join("file").exists());
    }

    #[test]
    fn a_link_in_place_of_the_folder_is_not_followed_either() {
        let room = tempfile::tempdir().unwrap();
        let link = room.path().join("link");
        fs::create_dir(room.path().join("kept")).unwrap();
        fs::write(room.path().join("kept/file"), "").unwrap();
        symlink("kept", &link).unwrap();
        remove_tree(&link).unwrap();
        assert!(!link.is_symlink() && room.path().join("kept/file").exists());
    }

    #[test]
    fn a_very_deep_tree_is_removed() {
        let room = tempfile::tempdir().unwrap();
        let tree = room.path().join("root");
        fs::create_dir_all(tree.join("d/".repeat(500))).unwrap();
        remove_tree(&tree).unwrap();
        assert!(!tree.exists());
    }
}
