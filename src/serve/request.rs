//! Reads the head of a request, within limits of size and time. A body is never read.

use std::io::{self, Read};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// The longest head: the request line and all headers.
const LONGEST_HEAD: usize = 16 * 1024;
/// The most headers in a head.
const MOST_HEADERS: usize = 100;
/// How long a head may take to arrive.
const HEAD_TIME: Duration = Duration::from_secs(5);
const END_OF_HEAD: &[u8] = b"\r\n\r\n";

/// What the preview needs to know of a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(super) method: Method,
    /// The target as it came.
    pub(super) target: String,
    /// The `Host` header.
    pub(super) host: String,
    /// The `Origin` header, which browsers send with requests from other sites.
    pub(super) origin: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Head,
    Other,
}

/// Why a request could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// The client left, or never said anything: there is nobody to answer.
    Gone,
    /// The head did not arrive in time.
    Slow,
    /// The head is longer than any browser sends.
    TooLarge,
    /// It is not HTTP/1.0 or HTTP/1.1.
    Malformed,
}

impl Request {
    /// Reads a request's head from a connection.
    pub(super) fn read(stream: &TcpStream) -> Result<Self, Unreadable> {
        let deadline = Instant::now() + HEAD_TIME;
        let head = read_head(|buffer| {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(io::ErrorKind::TimedOut.into());
            }
            stream.set_read_timeout(Some(left))?;
            (&*stream).read(buffer)
        })?;
        Self::parse(&head)
    }

    fn parse(head: &[u8]) -> Result<Self, Unreadable> {
        let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
        let mut parsed = httparse::Request::new(&mut headers);
        match parsed.parse(head) {
            Ok(httparse::Status::Complete(_)) => {}
            Err(httparse::Error::TooManyHeaders) => return Err(Unreadable::TooLarge),
            Ok(httparse::Status::Partial) | Err(_) => return Err(Unreadable::Malformed),
        }
        let method = match parsed.method {
            Some("GET") => Method::Get,
            Some("HEAD") => Method::Head,
            _ => Method::Other,
        };
        Ok(Self {
            method,
            target: parsed.path.ok_or(Unreadable::Malformed)?.to_owned(),
            host: only(parsed.headers, "host")?.ok_or(Unreadable::Malformed)?,
            origin: only(parsed.headers, "origin")?,
        })
    }
}

/// Reads up to the empty line, and perhaps a little of what follows it.
fn read_head(mut read: impl FnMut(&mut [u8]) -> io::Result<usize>) -> Result<Vec<u8>, Unreadable> {
    let mut head = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        let count = match read(&mut chunk) {
            Ok(0) => return Err(Unreadable::Gone),
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) if timed_out(&error) && !head.is_empty() => return Err(Unreadable::Slow),
            Err(_) => return Err(Unreadable::Gone),
        };
        let unseen = head.len().saturating_sub(END_OF_HEAD.len() - 1);
        head.extend_from_slice(&chunk[..count]);
        if head[unseen..].windows(END_OF_HEAD.len()).any(|window| window == END_OF_HEAD) {
            return Ok(head);
        }
        if head.len() >= LONGEST_HEAD {
            return Err(Unreadable::TooLarge);
        }
    }
}

/// Systems differ in what they call a read that took too long.
fn timed_out(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock)
}

/// The value of a header that may stand only once.
fn only(headers: &[httparse::Header], name: &str) -> Result<Option<String>, Unreadable> {
    let mut found = headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name));
    let first = found.next();
    if found.next().is_some() {
        return Err(Unreadable::Malformed);
    }
    first
        .map(|header| String::from_utf8(header.value.to_vec()))
        .transpose()
        .map_err(|_| Unreadable::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a head that arrives in pieces; a `None` is a wait that ends in a timeout.
    fn arriving(pieces: &[Option<&[u8]>]) -> Result<Vec<u8>, Unreadable> {
        let mut pieces = pieces.iter();
        read_head(|buffer| match pieces.next() {
            Some(Some(piece)) => {
                buffer[..piece.len()].copy_from_slice(piece);
                Ok(piece.len())
            }
            Some(None) => Err(io::ErrorKind::WouldBlock.into()),
            None => Ok(0),
        })
    }

    #[test]
    fn a_head_may_arrive_in_pieces() {
        let pieces = [Some(&b"GET / HTTP/1.1\r\n\r"[..]), Some(b"\n")];
        assert_eq!(arriving(&pieces).unwrap(), b"GET / HTTP/1.1\r\n\r\n");
    }

    #[test]
    fn silence_is_not_answered_but_half_a_head_is() {
        assert_eq!(arriving(&[]), Err(Unreadable::Gone));
        assert_eq!(arriving(&[None]), Err(Unreadable::Gone));
        assert_eq!(arriving(&[Some(b"GET"), None]), Err(Unreadable::Slow));
        assert_eq!(arriving(&[Some(b"GET")]), Err(Unreadable::Gone));
    }

    #[test]
    fn reading_stops_at_the_limit() {
        let mut calls = 0;
        let read = read_head(|buffer| {
            calls += 1;
            buffer.fill(b'a');
            Ok(buffer.len())
        });
        assert_eq!(read, Err(Unreadable::TooLarge));
        assert_eq!(calls, LONGEST_HEAD / 4096);
    }

    #[test]
    fn a_head_is_parsed() {
        let head = b"GET /a?b HTTP/1.1\r\nhOsT: x:1\r\nOrigin: http://x:1\r\nA: b\r\n\r\nbody";
        let request = Request::parse(head).unwrap();
        assert_eq!(
            request,
            Request {
                method: Method::Get,
                target: "/a?b".to_owned(),
                host: "x:1".to_owned(),
                origin: Some("http://x:1".to_owned()),
            }
        );
    }

    #[test]
    fn what_is_not_a_request_is_malformed() {
        for head in [
            &b"\r\n\r\n"[..],
            b"GET /\r\n\r\n",
            b"GET / HTTP/2.0\r\nHost: x\r\n\r\n",
            b"PRI * HTTP/2.0\r\n\r\n",
            b"GET / HTTP/1.1\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: x\r\nOrigin: a\r\nOrigin: b\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: \xff\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost : x\r\n\r\n",
            b"GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n",
            b"\x16\x03\x01\r\n\r\n",
        ] {
            assert_eq!(Request::parse(head), Err(Unreadable::Malformed), "{head:?}");
        }
    }

    #[test]
    fn too_many_headers_are_too_large() {
        let head = format!("GET / HTTP/1.1\r\nHost: x\r\n{}\r\n", "A: b\r\n".repeat(MOST_HEADERS));
        assert_eq!(Request::parse(head.as_bytes()), Err(Unreadable::TooLarge));
    }
}
