//! What a response carries: bytes in memory, or a file that is streamed.

use std::fs::File;
use std::io::{self, Read as _, Write};

/// The body of an answer.
#[derive(Debug)]
pub enum Body {
    /// Bytes that were made for it.
    Bytes(Vec<u8>),
    /// An open file, and how many bytes of it are sent. It is never held in memory as a whole.
    File(File, u64),
}

impl Body {
    /// A file of this length or more.
    ///
    /// # Errors
    /// The machine does not tell the file's length.
    pub fn of_file(file: File) -> io::Result<Self> {
        let length = file.metadata()?.len();
        Ok(Self::File(file, length))
    }

    /// Its length in bytes.
    pub fn length(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::File(_, length) => *length,
        }
    }

    /// Writes it, a file piece by piece.
    ///
    /// # Errors
    /// The client left or takes nothing; the file cannot be read, or has become shorter.
    pub fn write_to(&self, mut to: impl Write) -> io::Result<()> {
        match self {
            Self::Bytes(bytes) => to.write_all(bytes),
            Self::File(file, length) => {
                let sent = io::copy(&mut file.take(*length), &mut to)?;
                if sent == *length { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
            }
        }
    }
}

impl<T: Into<Vec<u8>>> From<T> for Body {
    fn from(bytes: T) -> Self {
        Self::Bytes(bytes.into())
    }
}
