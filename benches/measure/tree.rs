//! Trees of files: the floor is to copy one.

use std::fs::{self, DirEntry};
use std::io;
use std::path::Path;

/// What is in a folder and all folders below.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Contents {
    pub files: usize,
    /// The files whose names end in `.html`.
    pub pages: usize,
    pub bytes: u64,
}

/// Copies a folder and all folders below, one file after the other, as `cp -r` does. Where the file
/// system lets copies share their blocks (APFS, Btrfs, XFS), this writes almost nothing and is no measure.
///
/// # Errors
/// When the target is there already, or something cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Counts what is in a folder.
///
/// # Errors
/// When it cannot be read.
pub fn contents(folder: &Path) -> io::Result<Contents> {
    let mut contents = Contents::default();
    each_file(folder, |file| {
        let is_page = file.path().extension().is_some_and(|ending| ending == "html");
        contents.files += 1;
        contents.pages += usize::from(is_page);
        contents.bytes += file.metadata()?.len();
        Ok(())
    })?;
    Ok(contents)
}

/// Visits the files in a folder and in all folders below, in any order, and remembers none: what this
/// process holds shows in the [memory](super::Sample::peak_memory) of those that it starts.
///
/// # Errors
/// When a folder cannot be read, or a visit fails.
pub fn each_file(
    folder: &Path,
    mut visit: impl FnMut(&DirEntry) -> io::Result<()>,
) -> io::Result<()> {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder)
            .map_err(|error| io::Error::other(format!("{}: {error}", folder.display())))?;
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                visit(&entry)?;
            }
        }
    }
    Ok(())
}
