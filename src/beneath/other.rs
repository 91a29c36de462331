//! Folders and files by their paths, where the system has nothing better.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::not_ordinary;

/// A folder. Here it is known by its path alone: a link is seen, unless it comes at that very moment.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// Opens a folder by a path in which links are followed.
    ///
    /// # Errors
    /// The system's error.
    pub fn at(path: &Path) -> io::Result<Self> {
        Ok(Self(path.canonicalize()?))
    }

    /// Opens a folder in this one.
    ///
    /// # Errors
    /// The system's error; [`io::ErrorKind::InvalidInput`] where it is a link.
    pub fn enter(&self, name: &str) -> io::Result<Self> {
        let path = self.0.join(name);
        let metadata = fs::symlink_metadata(&path)?;
        if metadata.is_symlink() {
            return Err(not_ordinary());
        }
        if metadata.is_dir() { Ok(Self(path)) } else { Err(io::ErrorKind::NotADirectory.into()) }
    }

    /// Opens a folder in this one, which is made if it is not there.
    ///
    /// # Errors
    /// As [`Folder::enter`].
    pub fn enter_or_make(&self, name: &str) -> io::Result<Self> {
        match fs::create_dir(self.0.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            _ => self.enter(name),
        }
    }

    /// Opens an ordinary file in this folder, for reading.
    ///
    /// # Errors
    /// As [`open_regular`].
    pub fn open(&self, name: &str) -> io::Result<File> {
        open_regular(&self.0.join(name))
    }

    /// Makes a file that must not be there yet.
    ///
    /// # Errors
    /// The system's error.
    pub fn create_new(&self, name: &str) -> io::Result<File> {
        File::create_new(self.0.join(name))
    }

    /// Gives a file another name in this folder, in place of what has that name.
    ///
    /// # Errors
    /// The system's error.
    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        fs::rename(self.0.join(from), self.0.join(to))
    }

    /// Removes a file.
    ///
    /// # Errors
    /// The system's error.
    pub fn remove_file(&self, name: &str) -> io::Result<()> {
        fs::remove_file(self.0.join(name))
    }
}

/// Opens a file for reading. The last part of the path must be an ordinary file.
///
/// # Errors
/// The system's error; [`io::ErrorKind::InvalidInput`] for a link or a device.
pub fn open_regular(path: &Path) -> io::Result<File> {
    if fs::symlink_metadata(path)?.is_file() { File::open(path) } else { Err(not_ordinary()) }
}
