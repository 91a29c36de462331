//! Single files of the site's own folder: begun, and replaced as a whole.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use super::OutputError;
use crate::beneath::Folder;

/// Writes a new file below a folder, and the folders above it. What is there already is never touched,
/// and nothing is written through a link below the folder.
///
/// # Errors
/// [`OutputError::Exists`], or what the machine said; an unfinished file is removed again.
pub fn create_file(root: &Path, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
    let full = root.join(path);
    fs::create_dir_all(root).map_err(OutputError::io("create the folder", root))?;
    let (folder, name) = Folder::of(root, path, Folder::enter_or_make).map_err(|cause| {
        OutputError::io("create the folder", full.parent().unwrap_or(root))(cause)
    })?;
    let mut file = folder.create_new(name).map_err(|cause| match cause.kind() {
        ErrorKind::AlreadyExists => OutputError::Exists { path: full.clone() },
        _ => OutputError::io("write", &full)(cause),
    })?;
    file.write_all(bytes).map_err(|cause| {
        drop(folder.remove_file(name));
        OutputError::io("write", &full)(cause)
    })
}

/// Replaces a file below a folder in one step: whoever reads it sees the old text or the new. Its permissions
/// stay. Nothing is read or written through a link below the folder.
///
/// # Errors
/// The system's error; the old text is whole then.
pub fn replace_file(root: &Path, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
    let failed = |action| move |cause| OutputError::io(action, &root.join(path))(cause);
    let (folder, name) = Folder::of(root, path, Folder::enter).map_err(failed("read"))?;
    let permissions = folder.open(name).and_then(|file| Ok(file.metadata()?.permissions()));
    let permissions = permissions.map_err(failed("read"))?;
    let fresh = format!(".{name}.guildhall-new"); // where the new text is until it is whole
    let replace = || {
        let mut file = folder.create_new(&fresh)?;
        file.write_all(bytes)?;
        file.set_permissions(permissions)?;
        file.sync_all()?;
        folder.rename(&fresh, name)
    };
    replace().map_err(|cause| {
        if cause.kind() != ErrorKind::AlreadyExists {
            drop(folder.remove_file(&fresh));
        }
        failed("write")(cause)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_gets_its_folders_and_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let (root, path) = (folder.path(), "content/groups/new.md");
        create_file(root, path, b"first").unwrap();
        let refused = create_file(root, path, b"second").unwrap_err();
        assert!(refused.is_refusal() && refused.to_string().contains("new.md"), "{refused}");
        assert_eq!(fs::read(root.join(path)).unwrap(), b"first");
    }

    #[test]
    fn a_file_is_replaced_as_a_whole_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("group.md");
        fs::write(&path, "old").unwrap();
        replace_file(folder.path(), "group.md", b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(replace_file(folder.path(), "none.md", b"x").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_through_a_link() {
        use std::os::unix::fs::symlink;

        let folder = tempfile::tempdir().unwrap();
        let (inside, outside) = (folder.path().join("site"), folder.path().join("outside"));
        fs::create_dir_all(&outside).unwrap();
        fs::create_dir_all(&inside).unwrap();
        fs::write(outside.join("mine.md"), "precious").unwrap();
        symlink("../outside", inside.join("groups")).unwrap();
        symlink("../outside/mine.md", inside.join("link.md")).unwrap();
        for path in ["groups/mine.md", "link.md"] {
            assert!(replace_file(&inside, path, b"x").is_err(), "{path}");
            assert!(create_file(&inside, path, b"x").is_err(), "{path}");
        }
        assert!(create_file(&inside, "groups/new.md", b"x").is_err());
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 1);
        assert_eq!(fs::read(outside.join("mine.md")).unwrap(), b"precious");
        assert!(inside.join("link.md").is_symlink());
    }
}
