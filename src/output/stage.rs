//! The hidden folder next to the output in which a new tree grows.

use std::fs;
use std::path::{Path, PathBuf};

use super::OutputError;
use super::remove::remove_tree;
use super::target::Target;

/// What the name of such a folder has before its number.
const STAGE: &str = "stage-";

/// A hidden folder next to the output. Whatever is there when this is dropped is removed: the
/// unfinished tree of a failed build, or the earlier tree after the exchange. What cannot be removed
/// is left for the next build.
#[derive(Debug)]
pub(super) struct Stage {
    path: PathBuf,
}

impl Stage {
    /// Makes an empty one.
    pub(super) fn create(target: &Target) -> Result<Self, OutputError> {
        let path = free_path(target);
        fs::create_dir(&path).map_err(OutputError::io("write", &path))?;
        Ok(Self { path })
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = remove_tree(&self.path);
    }
}

/// The first path for such a folder that is not taken.
pub(super) fn free_path(target: &Target) -> PathBuf {
    let mut number = 1_u64;
    loop {
        let path = target.neighbour(&format!("{STAGE}{number}"));
        if fs::symlink_metadata(&path).is_err() {
            return path;
        }
        number += 1;
    }
}

/// Removes what killed builds into the same folder left, as far as it can be removed. The target's
/// lock must be held: then no build is at work in any of them.
pub(super) fn remove_leftovers(target: &Target) -> Result<(), OutputError> {
    let failed = |cause| OutputError::io("read the folder", &target.parent)(cause);
    let prefix = target.neighbour_name(STAGE);
    for entry in fs::read_dir(&target.parent).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let number = name.as_encoded_bytes().strip_prefix(prefix.as_encoded_bytes());
        let is_leftover = number
            .is_some_and(|number| !number.is_empty() && number.iter().all(u8::is_ascii_digit));
        if is_leftover {
            let _ = remove_tree(&entry.path());
        }
    }
    Ok(())
}
