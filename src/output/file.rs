//! The contents of single files: compared, written again, copied.

use std::fs::{File, Metadata};
use std::io::{self, BufRead, BufReader, Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::OutputError;
use crate::beneath;

/// How much of a file is compared at a time, in bytes.
const CHUNK: usize = 16 * 1024;

/// Whether `a` begins with all of `b`. Reads no further than the first difference.
pub(super) fn same_content(mut a: impl Read, mut b: impl BufRead) -> io::Result<bool> {
    let mut chunk = [0; CHUNK];
    loop {
        let expected = b.fill_buf()?;
        let length = expected.len().min(CHUNK);
        if length == 0 {
            return Ok(true);
        }
        let found = &mut chunk[..length];
        a.read_exact(found)?;
        if *found != expected[..length] {
            return Ok(false);
        }
        b.consume(length);
    }
}

/// Writes a file that must not be there yet.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    File::create_new(path)?.write_all(bytes)
}

/// A file that goes into the site as it is, of any size.
pub(super) struct Original {
    path: PathBuf,
    file: File,
    metadata: Metadata,
}

impl Original {
    /// Opens a file below a folder. A symbolic link is an error, there or on the way.
    pub(super) fn open(root: &Path, path: &str) -> Result<Self, OutputError> {
        let full = root.join(path);
        let opened = beneath::open(root, path).and_then(|file| Ok((file.metadata()?, file)));
        let (metadata, file) = opened.map_err(OutputError::io("read", &full))?;
        Ok(Self { path: full, file, metadata })
    }

    /// Its length in bytes when it was opened.
    pub(super) fn length(&self) -> u64 {
        self.metadata.len()
    }

    /// Its content from where it was read last.
    pub(super) fn reader(&self) -> impl BufRead {
        BufReader::with_capacity(CHUNK, &self.file)
    }

    /// Copies it to a file that must not be there yet.
    pub(super) fn copy_to(&self, path: &Path) -> io::Result<()> {
        (&self.file).rewind()?;
        io::copy(&mut &self.file, &mut File::create_new(path)?)?;
        Ok(())
    }

    /// An error if it changed since it was opened.
    pub(super) fn must_be_unchanged(&self) -> Result<(), OutputError> {
        let now = self.file.metadata().map_err(OutputError::io("read", &self.path))?;
        let changed = now.len() != self.metadata.len()
            || now.modified().ok() != self.metadata.modified().ok();
        if changed { Err(OutputError::Changed { path: self.path.clone() }) } else { Ok(()) }
    }
}
