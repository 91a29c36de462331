//! Where a new tree grows: inside the output folder, so that nothing has to be moved between disks.

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::OutputError;
use super::remove::remove_tree;
use super::target::{JOURNAL, OLD, STAGE, Target};

/// The folder of a new tree. What is in it when this is dropped is removed: the unfinished tree of a
/// failed build, or the earlier one after the exchange.
#[derive(Debug)]
pub(super) struct Stage {
    target: PathBuf,
}

impl Stage {
    /// Makes an empty one. What a killed build left is removed.
    pub(super) fn create(target: &Target) -> Result<Self, OutputError> {
        clear(&target.path)?;
        for folder in [STAGE, OLD] {
            let path = target.path.join(folder);
            fs::create_dir(&path).map_err(OutputError::io("write", &path))?;
        }
        Ok(Self { target: target.path.clone() })
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // The next build finishes an exchange that could be neither finished nor taken back.
        if !self.target.join(JOURNAL).exists() {
            let _ = clear(&self.target); // or the next build does
        }
    }
}

fn clear(target: &Path) -> Result<(), OutputError> {
    for folder in [STAGE, OLD] {
        let path = target.join(folder);
        match remove_tree(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(OutputError::io("remove", &path)(error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Removes what earlier versions left when they were killed: they staged a site beside the output folder.
pub(super) fn clear_beside(target: &Path) {
    let Some(name) = target.file_name() else { return };
    for what in ["lock", "stage-1", "old"] {
        let mut beside = OsString::from(".");
        beside.push(name);
        beside.push(".guildhall-");
        beside.push(what);
        let _ = remove_tree(&target.with_file_name(beside));
    }
}
