//! The new tree in the place of the earlier one, in one step.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::OutputError;
use super::platform::exchange;
use super::target::Target;

/// What the earlier tree is called between two renames, where folders cannot be exchanged.
const ASIDE: &str = "old";

/// Puts the folder `stage` in the target's place. What stood there stands at `stage` afterwards, if
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
