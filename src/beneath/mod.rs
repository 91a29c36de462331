//! Opens, makes and replaces what is below a folder, and follows no link on the way.
//!
//! The folder itself may be reached by links: whoever runs the program has named it. Its contents may have been sent
//! by anyone, and may change while they are read.

use std::fs::File;
use std::io;
use std::path::{Component, Path};

#[cfg(not(unix))]
mod other;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub use other::{Folder, open_regular};
#[cfg(unix)]
pub use unix::{Folder, open_regular};

/// Opens an ordinary file below a folder, for reading.
///
/// # Errors
/// The system's error; [`io::ErrorKind::InvalidInput`] for a link, a pipe or anything else that is not an ordinary
/// file, or a link on the way.
pub fn open(root: &Path, path: &str) -> io::Result<File> {
    let (folder, name) = Folder::of(root, path, Folder::enter)?;
    folder.open(name)
}

impl Folder {
    /// The folder that holds a path below another, and the last part of the path. `step` goes down by one.
    ///
    /// # Errors
    /// Those of `step`; [`io::ErrorKind::InvalidInput`] for a path that leads out.
    pub fn of<'a>(
        root: &Path,
        path: &'a str,
        step: impl Fn(&Self, &str) -> io::Result<Self>,
    ) -> io::Result<(Self, &'a str)> {
        let is_below = |part: Component<'_>| matches!(part, Component::Normal(_));
        if path.is_empty() || !Path::new(path).components().all(is_below) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a path below the folder"));
        }
        let mut folder = Self::at(root)?;
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        for part in folders.split('/').filter(|part| !part.is_empty()) {
            folder = step(&folder, part)?;
        }
        Ok((folder, name))
    }
}

/// The message for a link, a pipe or the like.
fn not_ordinary() -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidInput,
        "it is a link, leads through one, or is not an ordinary file",
    )
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs;
    use std::io::ErrorKind::{AlreadyExists, InvalidInput, NotADirectory, NotFound};
    use std::io::Read as _;
    use std::os::unix::fs::symlink;

    use super::*;

    /// A folder with a file, a link to it, a link to its folder, and a pipe.
    fn tree() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("a/b")).unwrap();
        fs::write(root.join("a/b/file"), "text").unwrap();
        symlink("file", root.join("a/b/link")).unwrap();
        symlink("a", root.join("folder")).unwrap();
        symlink("nowhere", root.join("broken")).unwrap();
        rustix::fs::mkfifoat(rustix::fs::CWD, root.join("pipe"), rustix::fs::Mode::RWXU).unwrap();
        folder
    }

    #[test]
    fn an_ordinary_file_is_opened_also_where_the_root_is_a_link() {
        let folder = tree();
        for (root, path) in [("", "a/b/file"), ("folder", "b/file")] {
            let mut text = String::new();
            open(&folder.path().join(root), path).unwrap().read_to_string(&mut text).unwrap();
            assert_eq!(text, "text");
        }
    }

    #[test]
    fn links_pipes_folders_and_ways_out_are_refused_at_once() {
        let folder = tree();
        let kind = |path| open(folder.path(), path).unwrap_err().kind();
        for path in
            ["a/b/link", "folder/b/file", "broken", "pipe", "a/b", "../x", "/etc/passwd", "", "."]
        {
            assert_eq!(kind(path), InvalidInput, "{path}");
        }
        assert_eq!(kind("a/none"), NotFound);
        assert_eq!(kind("a/b/file/x"), NotADirectory);
    }

    #[test]
    fn nothing_is_made_or_renamed_through_a_link() {
        let folder = tree();
        let made = |path: &str| {
            let (holder, name) = Folder::of(folder.path(), path, Folder::enter_or_make)?;
            holder.create_new(name)
        };
        made("new/folder/file").unwrap();
        assert!(folder.path().join("new/folder/file").is_file());
        assert_eq!(made("folder/new").unwrap_err().kind(), InvalidInput);
        assert_eq!(made("broken/new").unwrap_err().kind(), InvalidInput);
        assert_eq!(made("broken").unwrap_err().kind(), AlreadyExists);
        assert_eq!(made("pipe/new").unwrap_err().kind(), NotADirectory);
        assert!(!folder.path().join("a/new").exists() && !folder.path().join("nowhere").exists());
    }
}
