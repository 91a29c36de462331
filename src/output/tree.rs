//! Several new files of the site's own folder: all of them, or none.

use std::fs;
use std::path::{Path, PathBuf};

use super::{OutputError, create_file};

/// How many of the files that are in the way are named.
const MOST_NAMED: usize = 5;

/// Writes new files below a folder, by their paths with `/`, each with whether it is a program. Nothing is written if
/// any of them is there already; if the machine fails half-way, what was written is removed again.
///
/// # Errors
/// [`OutputError::Present`], or what the machine said.
pub fn create_files<'a>(
    folder: &Path,
    files: impl Iterator<Item = (&'a str, &'a [u8], bool)> + Clone,
) -> Result<(), OutputError> {
    let present: Vec<String> =
        files.clone().filter_map(|(path, ..)| in_the_way(folder, path)).collect();
    if !present.is_empty() {
        let more = present.len() > MOST_NAMED;
        let mut files = present;
        files.dedup();
        files.truncate(MOST_NAMED);
        return Err(OutputError::Present { folder: folder.to_owned(), files, more });
    }
    let mut written: Vec<PathBuf> = Vec::new();
    for (path, bytes, is_program) in files {
        let outcome = create_file(folder, path, bytes).and_then(|()| {
            let path = folder.join(path);
            written.push(path.clone());
            if is_program { make_program(&path) } else { Ok(()) }
        });
        if let Err(error) = outcome {
            take_away(folder, &written);
            return Err(error);
        }
    }
    Ok(())
}

/// What is in the way of a new file: the file itself, or something above it that is not a folder, such as a link to
/// one.
fn in_the_way(folder: &Path, path: &str) -> Option<String> {
    let ends = path.match_indices('/').map(|(end, _)| &path[..end]);
    let mut above = ends.filter(|above| {
        let above = folder.join(above);
        above.symlink_metadata().is_ok_and(|found| !found.is_dir())
    });
    let is_there = || folder.join(path).symlink_metadata().is_ok();
    above.next().or_else(|| is_there().then_some(path)).map(str::to_owned)
}

/// Removes files, and the folders that are empty without them.
fn take_away(folder: &Path, files: &[PathBuf]) {
    for file in files.iter().rev() {
        let _ = fs::remove_file(file); // the first failure is the one to tell
        let above = file.ancestors().skip(1).take_while(|above| *above != folder);
        for above in above {
            let _ = fs::remove_dir(above); // stays where it holds something
        }
    }
}

#[cfg(unix)]
fn make_program(path: &Path) -> Result<(), OutputError> {
    use std::os::unix::fs::PermissionsExt as _;

    let permissions = fs::Permissions::from_mode(0o755);
    fs::set_permissions(path, permissions).map_err(OutputError::io("make a program of", path))
}

#[cfg(not(unix))]
fn make_program(_path: &Path) -> Result<(), OutputError> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [(&str, &[u8], bool); 3] =
        [("a/b.md", b"b", false), ("a/run", b"#!/bin/sh", true), ("c.md", b"c", false)];

    #[test]
    fn all_files_are_written_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("new");
        create_files(&root, FILES.into_iter()).unwrap();
        assert_eq!(fs::read(root.join("a/b.md")).unwrap(), b"b");

        fs::remove_dir_all(root.join("a")).unwrap();
        let refused = create_files(&root, FILES.into_iter()).unwrap_err();
        assert!(refused.is_refusal() && refused.to_string().contains("`c.md`"), "{refused}");
        assert!(!root.join("a").exists());
    }

    #[test]
    fn a_file_where_a_folder_belongs_is_in_the_way() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a"), "mine").unwrap();
        let refused = create_files(folder.path(), FILES.into_iter()).unwrap_err();
        assert_eq!(refused.to_string().matches("`a`").count(), 1, "{refused}");
        assert!(!folder.path().join("c.md").exists());
    }

    #[test]
    fn what_was_written_before_a_failure_is_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let long = "x".repeat(300);
        let files = [("a/b.md", &b"b"[..], false), (long.as_str(), &b"c"[..], false)];
        let failed = create_files(folder.path(), files.into_iter()).unwrap_err();
        assert!(!failed.is_refusal(), "{failed}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
