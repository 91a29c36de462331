//! Writes a response (RFC 9112) by hand into the writer that `tiny_http` gives.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read as _, Write};

use super::{Answer, Body};

/// A whole response.
#[derive(Debug)]
pub(super) struct Response {
    /// The code and its phrase (RFC 9110, section 15).
    status: &'static str,
    /// Headers of its own, each a line with its end.
    headers: String,
    answer: Answer,
}

impl Response {
    pub(super) fn new(status: &'static str, answer: Answer) -> Self {
        Self { status, headers: String::new(), answer }
    }

    /// A line of words for someone whose request cannot be answered.
    pub(super) fn text(status: &'static str, words: &str) -> Self {
        let content_type = Cow::Borrowed("text/plain; charset=utf-8");
        Self::new(status, Answer { content_type, body: format!("{words}\n").into() })
    }

    #[must_use]
    pub(super) fn header(mut self, name: &str, value: &str) -> Self {
        // Writing to a string cannot fail.
        let _ = write!(self.headers, "{name}: {value}\r\n");
        self
    }

    /// Sends it, without its body if only the head was asked for.
    ///
    /// # Errors
    /// The client left, or a file cannot be read.
    pub(super) fn send(self, mut to: impl Write, head_only: bool) -> io::Result<()> {
        let Self { status, headers, answer: Answer { content_type, body } } = self;
        let length = match &body {
            Body::Bytes(bytes) => bytes.len() as u64,
            Body::File(_, length) => *length,
        };
        let head = head(status, &content_type);
        let mut first = format!("{head}Content-Length: {length}\r\n{headers}\r\n").into_bytes();
        match body {
            _ if head_only => to.write_all(&first)?,
            // In one piece: a small piece after another may wait for the client to acknowledge that.
            Body::Bytes(bytes) => {
                first.extend(bytes);
                to.write_all(&first)?;
            }
            Body::File(file, length) => {
                to.write_all(&first)?;
                copy(&file, length, &mut to)?;
            }
        }
        to.flush()
    }
}

/// Copies a file piece by piece. One that has become shorter is filled up with zeros: its client has been
/// promised the whole length, and would wait for the rest.
fn copy(file: &File, length: u64, to: &mut impl Write) -> io::Result<()> {
    io::copy(&mut file.chain(io::repeat(0)).take(length), to).map(drop)
}

/// The head that every response begins with, up to headers of its own. No other site may read or
/// embed what the preview serves, and a browser asks again each time.
///
/// The connection is closed by the browser, which is told so: `tiny_http` leaves it open, and answers on a
/// connection that had one before arrive late or never.
pub(super) fn head(status: &str, content_type: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\n\
         Content-Type: {content_type}\r\n\
         Cache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\n\
         Cross-Origin-Resource-Policy: same-origin\r\n\
         Connection: close\r\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(response: Response, head_only: bool) -> String {
        let mut bytes = Vec::new();
        response.send(&mut bytes, head_only).unwrap();
        String::from_utf8(bytes).unwrap().replace("\r\n", "\n")
    }

    #[test]
    fn a_response_has_a_full_head() {
        let response =
            || Response::text("405 Method Not Allowed", "No.").header("Allow", "GET, HEAD");
        insta::assert_snapshot!(sent(response(), false), @"
        HTTP/1.1 405 Method Not Allowed
        Content-Type: text/plain; charset=utf-8
        Cache-Control: no-store
        X-Content-Type-Options: nosniff
        Cross-Origin-Resource-Policy: same-origin
        Connection: close
        Content-Length: 4
        Allow: GET, HEAD

        No.
        ");
        assert_eq!(sent(response(), false), sent(response(), true) + "No.\n");
    }

    #[test]
    fn a_file_that_changes_its_length_is_sent_as_long_as_was_promised() {
        let path = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(path.path(), "12345").unwrap();
        for (length, body) in [(3, "123"), (5, "12345"), (7, "12345\0\0")] {
            let file = Body::File(File::open(path.path()).unwrap(), length);
            let answer = Answer { content_type: "text/plain".into(), body: file };
            let sent = sent(Response::new("200 OK", answer), false);
            assert_eq!(sent.split_once("\n\n").unwrap().1, body);
        }
    }
}
