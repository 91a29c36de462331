//! Why a command could not do its work.

use std::{fmt, io};

use crate::output::OutputError;

/// Why a command could not do its work.
#[derive(Debug)]
pub(super) enum Failure {
    /// The command line asks for something that cannot be: exit status 2.
    Usage(String),
    /// The machine failed: exit status 3.
    Machine(String),
}

impl Failure {
    pub(super) fn status(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Machine(_) => 3,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Usage(message) | Self::Machine(message)) = self;
        write!(formatter, "error: {message}")
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Machine(error.to_string())
    }
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Self {
        let message = error.to_string();
        if error.is_refusal() { Self::Usage(message) } else { Self::Machine(message) }
    }
}
