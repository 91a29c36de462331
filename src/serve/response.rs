//! Writes a response (RFC 9112) and ends the connection.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use super::{Answer, Body};

/// How long a client may go without taking a byte of its response.
const WRITE_TIME: Duration = Duration::from_secs(5);
/// How long, and for how many bytes, what a client still sends is thrown away after its response.
const DRAIN_TIME: Duration = Duration::from_millis(500);
const DRAIN_BYTES: usize = 1024 * 1024;

/// How a request fared (RFC 9110, section 15).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Ok,
    PermanentRedirect,
    BadRequest,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    RequestTimeout,
    HeadTooLarge,
    Unavailable,
}

impl Status {
    /// The code and its phrase, as in a status line.
    fn line(self) -> &'static str {
        match self {
            Self::Ok => "200 OK",
            Self::PermanentRedirect => "308 Permanent Redirect",
            Self::BadRequest => "400 Bad Request",
            Self::Forbidden => "403 Forbidden",
            Self::NotFound => "404 Not Found",
            Self::MethodNotAllowed => "405 Method Not Allowed",
            Self::RequestTimeout => "408 Request Timeout",
            Self::HeadTooLarge => "431 Request Header Fields Too Large",
            Self::Unavailable => "503 Service Unavailable",
        }
    }
}

/// A whole response.
#[derive(Debug)]
pub(super) struct Response {
    status: Status,
    content_type: Cow<'static, str>,
    headers: Vec<(&'static str, Cow<'static, str>)>,
    body: Body,
}

impl Response {
    pub(super) fn new(status: Status, answer: Answer) -> Self {
        let Answer { content_type, body } = answer;
        Self { status, content_type, headers: Vec::new(), body }
    }

    /// A line of words for someone whose request cannot be answered.
    pub(super) fn text(status: Status, words: &str) -> Self {
        let content_type = Cow::Borrowed("text/plain; charset=utf-8");
        Self::new(status, Answer { content_type, body: format!("{words}\n").into() })
    }

    #[must_use]
    pub(super) fn header(
        mut self,
        name: &'static str,
        value: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Sends it, without its body if only the head was asked for, and ends the connection.
    ///
    /// # Errors
    /// The client left or takes nothing.
    pub(super) fn send(&self, mut stream: &TcpStream, head_only: bool) -> io::Result<()> {
        stream.set_write_timeout(Some(WRITE_TIME))?;
        stream.write_all(self.head().as_bytes())?;
        if !head_only {
            self.body.write_to(stream)?;
        }
        finish(stream)
    }

    fn head(&self) -> String {
        let mut head = head(self.status, &self.content_type);
        let mut add = |name: &str, value: &str| {
            // Writing to a string cannot fail.
            let _ = write!(head, "{name}: {value}\r\n");
        };
        add("Content-Length", &self.body.length().to_string());
        for (name, value) in &self.headers {
            add(name, value);
        }
        head.push_str("\r\n");
        head
    }
}

/// The head that every response begins with, up to headers of its own. No other site may read or
/// embed what the preview serves, and a browser asks anew each time.
pub(super) fn head(status: Status, content_type: &str) -> String {
    format!(
        "HTTP/1.1 {}\r\n\
         Content-Type: {content_type}\r\n\
         Cache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\n\
         Cross-Origin-Resource-Policy: same-origin\r\n\
         Connection: close\r\n",
        status.line()
    )
}

/// Ends a connection so that the response arrives: closing while the client still sends would reset
/// it. What comes is thrown away, and only for a while (RFC 9112, section 9.6).
fn finish(mut stream: &TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    let deadline = Instant::now() + DRAIN_TIME;
    let mut scratch = [0; 8192];
    let mut drained = 0;
    while drained < DRAIN_BYTES {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            break;
        }
        stream.set_read_timeout(Some(left))?;
        match stream.read(&mut scratch)? {
            0 => break,
            count => drained += count,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_response_has_a_full_head() {
        let response = Response::text(Status::MethodNotAllowed, "No.").header("Allow", "GET, HEAD");
        insta::assert_snapshot!(response.head().replace("\r\n", "\n"), @"
        HTTP/1.1 405 Method Not Allowed
        Content-Type: text/plain; charset=utf-8
        Cache-Control: no-store
        X-Content-Type-Options: nosniff
        Cross-Origin-Resource-Policy: same-origin
        Connection: close
        Content-Length: 4
        Allow: GET, HEAD
        ");
    }
}
