//! The preview over real sockets, before small sites of the tests' own.

mod answers;
mod refused;
mod saves;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use super::{Answer, Event, Host, Options, Server, Site};
use crate::diagnostic::{Code, Diagnostic, Place, Report};

const HTML: &str = "text/html; charset=utf-8";

/// A site in memory.
#[derive(Default)]
struct Memory {
    pages: BTreeMap<&'static str, &'static str>,
    report: Mutex<Arc<Report>>,
}

impl Memory {
    fn new(pages: &[(&'static str, &'static str)]) -> Self {
        Self { pages: pages.iter().copied().collect(), ..Self::default() }
    }

    fn broken(self, message: &str) -> Self {
        let place = Place::whole_file(&Arc::from("content/groups/a.md"));
        let problem = Diagnostic::new(Code::Missing, place, message);
        *self.report.lock().unwrap() = Arc::new(Report::new(vec![problem], 1, 1));
        self
    }
}

impl Site for Memory {
    fn answer(&self, path: &str) -> Option<Answer> {
        let (path, body) = self.pages.get_key_value(path)?;
        let content_type = if path.ends_with('/') { HTML } else { "text/css; charset=utf-8" };
        Some(Answer { content_type: content_type.into(), body: (*body).into() })
    }

    fn not_found(&self) -> Answer {
        Answer { content_type: HTML.into(), body: "<body>Nothing here.</body>".into() }
    }

    fn refresh(&self) -> bool {
        false
    }

    fn problems(&self) -> Arc<Report> {
        Arc::clone(&self.report.lock().unwrap())
    }

    fn folders(&self) -> Vec<PathBuf> {
        Vec::new()
    }
}

/// A site with a home page, a group and a file.
fn small_site() -> Memory {
    Memory::new(&[
        ("/", "<html><body>Home</body></html>"),
        ("/groups/café/", "<body>Café</body>"),
        ("/style.css", "body {}"),
    ])
}

/// A port of this machine alone, with a name of its own besides.
fn loopback(port: u16) -> Options {
    let allowed = vec![Host::parse("preview.example").unwrap()];
    Options { host: Ipv4Addr::LOCALHOST.into(), port, allowed }
}

/// Serves a site on a free port for the rest of the tests.
fn serve(site: impl Site) -> (SocketAddr, Receiver<Event>) {
    let server = Server::bind(loopback(0)).unwrap();
    let address = server.address();
    let (sender, events) = mpsc::channel();
    thread::spawn(move || {
        server.run(Arc::new(site), &|event| drop(sender.send(event))).unwrap();
    });
    (address, events)
}

/// A server keeps the connection of a client that does not say this, until the client closes it.
const CLOSE: &str = "Connection: close\r\n";

/// What a server sends back for these bytes, to the end of the connection.
fn exchange(address: SocketAddr, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(request).unwrap();
    let mut response = Vec::new();
    stream.read_to_end(&mut response).unwrap();
    String::from_utf8(response).unwrap()
}

/// The response to a well-formed request for a target.
fn ask(address: SocketAddr, method: &str, target: &str, headers: &[(&str, &str)]) -> String {
    let mut request = format!("{method} {target} HTTP/1.1\r\nHost: {address}\r\n{CLOSE}");
    for (name, value) in headers {
        write!(request, "{name}: {value}\r\n").unwrap();
    }
    exchange(address, format!("{request}\r\n").as_bytes())
}

fn get(address: SocketAddr, target: &str) -> String {
    ask(address, "GET", target, &[])
}

fn status(response: &str) -> u16 {
    let code = response.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3));
    code.unwrap_or_else(|| panic!("no status: {response:?}")).parse().unwrap()
}

fn header<'a>(response: &'a str, name: &str) -> Option<&'a str> {
    let (head, _) = response.split_once("\r\n\r\n").unwrap();
    head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

fn body(response: &str) -> &str {
    response.split_once("\r\n\r\n").unwrap().1
}

/// An open page that listens for changes.
struct Listener {
    lines: BufReader<TcpStream>,
}

impl Listener {
    fn connect(address: SocketAddr) -> Self {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        write!(stream, "GET /__guildhall/events HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
        Self { lines: BufReader::new(stream) }
    }

    /// The next version that it announces, or `None` when the stream has ended.
    fn next(&mut self) -> Option<String> {
        let mut line = String::new();
        while self.lines.read_line(&mut line).unwrap() > 0 {
            if let Some(version) = line.strip_prefix("data: ") {
                return Some(version.trim_end().to_owned());
            }
            line.clear();
        }
        None
    }
}
