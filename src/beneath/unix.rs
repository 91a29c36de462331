//! Folders and files by their descriptors, where the system has them.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::path::Path;

use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags};
use rustix::io::Errno;

use super::not_ordinary;

/// A folder, held open: it stays the same one, whatever becomes of its path.
#[derive(Debug)]
pub struct Folder(OwnedFd);

const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);

impl Folder {
    /// Opens a folder by a path in which links are followed.
    ///
    /// # Errors
    /// The system's error.
    pub fn at(path: &Path) -> io::Result<Self> {
        Ok(Self(rustix::fs::open(path, FOLDER, Mode::empty())?))
    }

    /// Opens a folder in this one.
    ///
    /// # Errors
    /// The system's error; [`io::ErrorKind::InvalidInput`] where it is a link.
    pub fn enter(&self, name: &str) -> io::Result<Self> {
        let flags = FOLDER | OFlags::NOFOLLOW;
        match rustix::fs::openat(&self.0, name, flags, Mode::empty()) {
            Ok(folder) => Ok(Self(folder)),
            Err(Errno::LOOP | Errno::MLINK | Errno::NOTDIR) if self.has_link(name) => {
                Err(not_ordinary())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Opens a folder in this one, which is made if it is not there.
    ///
    /// # Errors
    /// As [`Folder::enter`].
    pub fn enter_or_make(&self, name: &str) -> io::Result<Self> {
        match rustix::fs::mkdirat(&self.0, name, Mode::from_raw_mode(0o777)) {
            Ok(()) | Err(Errno::EXIST) => self.enter(name),
            Err(error) => Err(error.into()),
        }
    }

    /// Opens an ordinary file in this folder, for reading.
    ///
    /// # Errors
    /// As [`open_regular`].
    pub fn open(&self, name: &str) -> io::Result<File> {
        open_in(&self.0, Path::new(name))
    }

    /// Makes a file that must not be there yet.
    ///
    /// # Errors
    /// The system's error.
    pub fn create_new(&self, name: &str) -> io::Result<File> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
        let mode = Mode::from_raw_mode(0o666);
        Ok(File::from(rustix::fs::openat(&self.0, name, flags, mode)?))
    }

    /// Gives a file another name in this folder, in place of what has that name.
    ///
    /// # Errors
    /// The system's error.
    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        Ok(rustix::fs::renameat(&self.0, from, &self.0, to)?)
    }

    /// Removes a file.
    ///
    /// # Errors
    /// The system's error.
    pub fn remove_file(&self, name: &str) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(&self.0, name, AtFlags::empty())?)
    }

    fn has_link(&self, name: &str) -> bool {
        rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW)
            .is_ok_and(|found| FileType::from_raw_mode(found.st_mode) == FileType::Symlink)
    }
}

/// Opens a file for reading. The last part of the path must be an ordinary file, and nothing is waited
/// for.
///
/// # Errors
/// The system's error; [`io::ErrorKind::InvalidInput`] for a link, a pipe or a device.
pub fn open_regular(path: &Path) -> io::Result<File> {
    open_in(CWD, path)
}

fn open_in(folder: impl AsFd, path: &Path) -> io::Result<File> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = match rustix::fs::openat(folder, path, flags, Mode::empty()) {
        Ok(file) => File::from(file),
        Err(Errno::LOOP | Errno::MLINK) => return Err(not_ordinary()),
        Err(error) => return Err(error.into()),
    };
    if file.metadata()?.is_file() { Ok(file) } else { Err(not_ordinary()) }
}
