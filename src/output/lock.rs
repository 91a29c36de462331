//! One build at a time into one folder.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::OutputError;
use super::platform::same_file;
use super::target::Target;

/// A held lock. The system gives it back when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock of an output folder, or says that another build has it.
    pub(super) fn acquire(target: &Target) -> Result<Self, OutputError> {
        let path = target.neighbour("lock");
        loop {
            let file = open(&path).map_err(OutputError::io("write", &path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(OutputError::Busy { target: target.shown.clone() });
                }
                Err(TryLockError::Error(cause)) => {
                    return Err(OutputError::io("lock", &path)(cause));
                }
            }
            if is_still_at(&file, &path).map_err(OutputError::io("lock", &path))? {
                return Ok(Self { path, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    /// Removes the file while it is locked, so that nobody else's is removed. Whoever opened it in
    /// the meantime sees that it is gone and opens a new one.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

fn open(path: &Path) -> io::Result<File> {
    File::options().read(true).write(true).create(true).truncate(false).open(path)
}

/// Whether the file is the one that others would open: its last holder may just have removed it.
fn is_still_at(file: &File, path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(there) => Ok(same_file(&file.metadata()?, &there)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}
