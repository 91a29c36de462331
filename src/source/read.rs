//! Reads one file, within limits.

use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

use super::file::SourceFile;
use super::walk::swapped;
use crate::beneath;
use crate::diagnostic::{Code, Diagnostic, LineIndex, Place, Span};

crate::diagnostic::messages! {
    /// A text file is too large.
    TOO_LARGE "too-large" Limits
        "This file is larger than 256 KiB, which no charter needs."
        "Make it shorter; pictures belong in content/static/.";
}

/// The largest text file that is read, in bytes: 256 KiB.
pub const LARGEST_TEXT: u64 = 256 * 1024;

/// A theme is the publisher's own: its files may have any size.
pub(super) const NO_LIMIT: u64 = u64::MAX - 1;

/// What reading a file gave: its text, or the problem that it has.
pub(super) type Text = Result<Arc<SourceFile>, Box<Diagnostic>>;

/// Reads a text file of the site. `None` when it is no longer there.
pub(super) fn read_text(root: &Path, path: &Arc<str>) -> io::Result<Option<Text>> {
    let bytes = match read_bytes(root, path, LARGEST_TEXT) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Ok(None),
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => {
            return Ok(Some(Err(Box::new(swapped(root, path)))));
        }
        Err(error) => return Err(error),
    };
    if bytes.len() as u64 > LARGEST_TEXT {
        let problem = Diagnostic::new(TOO_LARGE.code, Place::whole_file(path), TOO_LARGE.text)
            .help(TOO_LARGE.help);
        return Ok(Some(Err(Box::new(problem))));
    }
    Ok(Some(decode(path, bytes)))
}

/// Reads a file up to one byte past a limit, without following a link. `None` when it is no longer there.
pub(super) fn read_bytes(root: &Path, path: &str, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let full = root.join(path);
    let in_words = |error: io::Error| {
        io::Error::new(error.kind(), format!("{} cannot be read: {error}", full.display()))
    };
    let file = match beneath::open(root, path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(in_words(error)),
    };
    let length = file.metadata().map_err(in_words)?.len().min(limit);
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
    file.take(limit + 1).read_to_end(&mut bytes).map_err(in_words)?;
    Ok(Some(bytes))
}

fn decode(path: &Arc<str>, bytes: Vec<u8>) -> Text {
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(path, &error))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    let file = SourceFile::new(Arc::clone(path), text);
    match text.find('\0') {
        None => Ok(Arc::new(file)),
        Some(offset) => Err(Box::new(
            Diagnostic::new(
                Code::Encoding,
                file.place(Span::new(offset, offset + 1)),
                "This file contains a NUL byte, so it is not a text file.",
            )
            .help(SAVE_AS_UTF8),
        )),
    }
}

const SAVE_AS_UTF8: &str = "Save the file again as plain text in UTF-8.";

fn not_utf8(path: &Arc<str>, error: &std::string::FromUtf8Error) -> Box<Diagnostic> {
    let good = error.utf8_error().valid_up_to();
    let text = String::from_utf8_lossy(&error.as_bytes()[..good]);
    let position = LineIndex::new(&text).position(&text, good);
    let place = Place {
        file: Arc::clone(path),
        span: Span::new(good, good),
        start: position,
        end: position,
    };
    let message = "From here on, this file is not UTF-8 text.";
    Box::new(Diagnostic::new(Code::Encoding, place, message).help(SAVE_AS_UTF8))
}
