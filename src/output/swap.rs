//! The new tree in place of the earlier one, in one step.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::OutputError;
use super::platform::exchange;
use super::target::Target;

/// What the earlier tree is called between two renames, where folders cannot be exchanged.
const ASIDE: &str = "old";

/// Puts the folder `stage` in the target's place. What was there is at `stage` afterwards, if
/// anything did.
pub(super) fn swap(stage: &Path, target: &Target) -> Result<(), OutputError> {
    if !target.path.exists() {
        return fs::rename(stage, &target.path).map_err(OutputError::io("write", &target.shown));
    }
    let swapped = exchange(stage, &target.path).or_else(|error| match error.kind() {
        ErrorKind::Unsupported | ErrorKind::InvalidInput => swap_in_steps(stage, target),
        _ => Err(error),
    });
    swapped.map_err(|cause| match cause.kind() {
        ErrorKind::ResourceBusy | ErrorKind::CrossesDevices => {
            OutputError::Fixed { target: target.shown.clone(), cause }
        }
        _ => OutputError::io("replace", &target.shown)(cause),
    })
}

/// The same in three renames. Killed after the first, it leaves no target: see [`recover`].
fn swap_in_steps(stage: &Path, target: &Target) -> io::Result<()> {
    let aside = target.neighbour(ASIDE);
    fs::rename(&target.path, &aside)?;
    if let Err(error) = fs::rename(stage, &target.path) {
        fs::rename(&aside, &target.path)?;
        return Err(error);
    }
    // If this fails, the next build finds it.
    let _ = fs::rename(&aside, stage);
    Ok(())
}

/// Resolves what a build left that was killed between two renames: the earlier tree goes back to
/// its place, or to `discarded` where the new one is in place already.
pub(super) fn recover(target: &Target, discarded: &Path) -> Result<(), OutputError> {
    let aside = target.neighbour(ASIDE);
    let destination = if target.path.exists() { discarded } else { &target.path };
    match fs::rename(&aside, destination) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(OutputError::io("move", &aside)(error))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;
    use tempfile::TempDir;

    /// A target that holds `old` and a stage that holds `new`.
    fn room() -> (TempDir, Target, PathBuf) {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("dist");
        let target = Target::resolve(&path, &[]).unwrap();
        let stage = target.neighbour("stage-1");
        for (folder, file) in [(&target.path, "old"), (&stage, "new")] {
            fs::create_dir(folder).unwrap();
            fs::write(folder.join(file), "").unwrap();
        }
        (room, target, stage)
    }

    #[test]
    fn both_ways_of_swapping_leave_the_same() {
        for in_steps in [false, true] {
            let (room, target, stage) = room();
            if in_steps {
                swap_in_steps(&stage, &target).unwrap();
            } else {
                swap(&stage, &target).unwrap();
            }
            assert!(target.path.join("new").exists() && stage.join("old").exists());
            assert_eq!(fs::read_dir(room.path()).unwrap().count(), 2);
        }
    }

    #[test]
    fn if_the_second_rename_fails_the_earlier_tree_returns() {
        let (room, target, stage) = room();
        fs::remove_dir_all(&stage).unwrap();
        swap_in_steps(&stage, &target).unwrap_err();
        assert!(target.path.join("old").exists());
        assert_eq!(fs::read_dir(room.path()).unwrap().count(), 1);
    }

    #[test]
    fn killed_after_the_first_rename_the_earlier_tree_returns() {
        let (_room, target, stage) = room();
        fs::rename(&target.path, target.neighbour(ASIDE)).unwrap();
        recover(&target, &target.neighbour("stage-2")).unwrap();
        assert!(target.path.join("old").exists() && stage.exists());
        assert!(!target.neighbour(ASIDE).exists());
    }

    #[test]
    fn killed_after_the_second_rename_the_new_tree_stays() {
        let (_room, target, stage) = room();
        fs::rename(&target.path, target.neighbour(ASIDE)).unwrap();
        fs::rename(&stage, &target.path).unwrap();
        recover(&target, &stage).unwrap();
        assert!(target.path.join("new").exists() && stage.join("old").exists());
        assert!(!target.neighbour(ASIDE).exists());
    }

    #[test]
    fn nothing_aside_is_nothing_to_recover() {
        let (_room, target, stage) = room();
        recover(&target, &stage.with_extension("x")).unwrap();
        assert!(target.path.join("old").exists() && stage.join("new").exists());
    }
}
