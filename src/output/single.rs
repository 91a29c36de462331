//! Single files of the site's own folder: begun, and replaced as a whole.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::OutputError;

/// Writes a new file, and the folders above it. What stands there already is never touched.
///
/// # Errors
/// [`OutputError::Exists`], or what the machine said; a file that was begun is taken away again.
pub fn create_file(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(OutputError::io("create the folder", folder))?;
    }
    let mut file = File::create_new(path).map_err(|cause| match cause.kind() {
        ErrorKind::AlreadyExists => OutputError::Exists { path: path.to_owned() },
        _ => OutputError::io("write", path)(cause),
    })?;
    file.write_all(bytes).map_err(|cause| {
        drop(fs::remove_file(path));
        OutputError::io("write", path)(cause)
    })
}

/// Replaces a file in one step: whoever reads it sees the old text or the new. Its permissions stay, and
/// where it is a symbolic link, the file behind it is replaced.
///
/// # Errors
/// What the machine said; the old text is whole then.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let path = fs::canonicalize(path).map_err(OutputError::io("read", path))?;
    let fresh = beside(&path);
    let replace = || {
        let mut file = File::create_new(&fresh)?;
        file.write_all(bytes)?;
        file.set_permissions(fs::metadata(&path)?.permissions())?;
        file.sync_all()?;
        fs::rename(&fresh, &path)
    };
    replace().map_err(|cause| {
        if cause.kind() != ErrorKind::AlreadyExists {
            drop(fs::remove_file(&fresh));
        }
        OutputError::io("write", &path)(cause)
    })
}

/// Where the new text stands until it is whole.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.guildhall-new"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_gets_its_folders_and_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("content/groups/new.md");
        create_file(&path, b"first").unwrap();
        let refused = create_file(&path, b"second").unwrap_err();
        assert!(refused.is_refusal() && refused.to_string().contains("new.md"), "{refused}");
        assert_eq!(fs::read(&path).unwrap(), b"first");
    }

    #[test]
    fn a_file_is_replaced_as_a_whole_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("group.md");
        fs::write(&path, "old").unwrap();
        replace_file(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(replace_file(&folder.path().join("none.md"), b"x").is_err());
    }
}
