//! One build at a time into one folder.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::OutputError;
use super::platform::{same_file, without_links};
use super::target::{HIDDEN, Target};
use crate::beneath::Folder;

/// The file that a running build holds.
const LOCK: &str = ".guildhall/lock";

/// A held lock. The system gives it back when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    target: PathBuf,
    /// Whether the output folder was not there.
    is_new: bool,
    _file: File,
}

impl Lock {
    /// Takes the lock of an output folder, which is made if it is not there, or says that another build has it.
    pub(super) fn acquire(target: &Target) -> Result<Self, OutputError> {
        let is_new = !target.path.exists();
        let (hidden, path) = (target.path.join(HIDDEN), target.path.join(LOCK));
        loop {
            make_folders(&target.path)?;
            let file = match open(&path) {
                // Its last holder has just removed the folder.
                Err(_) if fs::symlink_metadata(&hidden).is_err() => continue,
                opened => opened.map_err(OutputError::io("write", &path))?,
            };
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
                return Ok(Self { target: target.path.clone(), is_new, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    /// Removes the file while it is locked, so that nobody else's is removed. Whoever opened it in
    /// the meantime sees that it is gone and opens a new one. Folders go that nothing has come into.
    fn drop(&mut self) {
        let _ = fs::remove_file(self.target.join(LOCK));
        let _ = fs::remove_dir(self.target.join(HIDDEN));
        if self.is_new {
            let _ = fs::remove_dir(&self.target);
        }
    }
}

/// Makes the output folder, and the hidden one in it, which may be no link.
fn make_folders(target: &Path) -> Result<(), OutputError> {
    fs::create_dir_all(target).map_err(OutputError::io("make", target))?;
    let hidden = Folder::at(target).and_then(|folder| folder.enter_or_make(HIDDEN));
    hidden.map(drop).map_err(OutputError::io("make", &target.join(HIDDEN)))
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    without_links(options.read(true).write(true).create(true).truncate(false)).open(path)
}

/// Whether the file is the one that others would open: its last holder may just have removed it.
fn is_still_at(file: &File, path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(there) => Ok(same_file(&file.metadata()?, &there)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}
