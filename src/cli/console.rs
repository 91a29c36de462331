//! Printing, and the outcome of a command.

use std::io::{self, Write as _};

use super::failure::Failure;
use crate::diagnostic::Report;

/// What a run comes to: the exit statuses of the reports' contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing at error level.
    Fine,
    /// The site has problems.
    Problems,
}

impl Outcome {
    pub(super) fn of(report: &Report) -> Self {
        if report.errors() == 0 { Self::Fine } else { Self::Problems }
    }
}

/// Writes to standard output. A reader that has gone, as in `guildhall check | head`, is no failure.
pub(super) fn print(text: &str) -> Result<Outcome, Failure> {
    let mut output = anstream::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Machine(format!("standard output cannot be written: {error}")))
        }
        _ => Ok(Outcome::Fine),
    }
}

/// Writes a line to standard error, where it does not mix with what was asked for.
pub(super) fn say(line: &str) {
    let _ = writeln!(anstream::stderr(), "{line}"); // nobody is left to tell
}

/// Writes a text to standard error as it is.
pub(super) fn show(text: &str) {
    let _ = write!(anstream::stderr(), "{text}"); // nobody is left to tell
}
