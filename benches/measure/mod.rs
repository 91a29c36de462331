//! Whole processes, measured from outside.

pub mod rounds;
pub mod table;
pub mod tree;

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use wait4::Wait4 as _;

/// What one run of a command took.
#[derive(Clone, Copy)]
pub struct Sample {
    /// From before the start to after the end.
    pub wall: Duration,
    /// On all cores, in the program and in the system for it.
    pub processor: Duration,
    /// The largest resident set, in bytes. Linux counts what this process held when it started the
    /// command, too: a few megabytes that the figure cannot go below.
    pub peak_memory: u64,
}

/// Runs a command to its end. What it prints goes to a file in `scratch`.
///
/// The system itself counts time and memory for each process (`wait4`), so a short peak is not missed,
/// as it would be by looking now and then.
///
/// # Errors
/// When it cannot be started, or ends with a failure; the error then holds what it printed.
pub fn run(command: &mut Command, scratch: &Path) -> io::Result<Sample> {
    let printed = scratch.join("printed.txt");
    let file = File::create(&printed)?;
    command.stdout(file.try_clone()?).stderr(file);
    settle();
    let start = Instant::now();
    let child = command.spawn().map_err(|error| {
        io::Error::new(error.kind(), format!("{command:?} does not start: {error}"))
    })?;
    let used = child.wait4()?;
    let wall = start.elapsed();
    if !used.status.success() {
        let printed = String::from_utf8_lossy(&fs::read(printed)?).into_owned();
        return Err(io::Error::other(format!("{command:?}: {}\n{printed}", used.status)));
    }
    let usage = used.rusage;
    Ok(Sample { wall, processor: usage.utime + usage.stime, peak_memory: usage.maxrss })
}

/// Waits until the system has written what earlier runs left to write, so that no run pays for another.
fn settle() {
    #[cfg(unix)]
    rustix::fs::sync();
}
