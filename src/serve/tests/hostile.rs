//! What hostile and broken clients get, and that the next one is still answered.

use super::*;
use crate::serve::connections::Connections;
use crate::serve::preview::Preview;
use crate::serve::{address::Own, reload::Streams};
use std::io;
use std::net::TcpListener;
use std::time::Instant;

#[test]
fn a_host_that_is_not_its_own_is_refused() {
    let (address, _events) = serve(small_site());
    let port = address.port();
    let with = |host: &str| {
        status(&exchange(address, format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes()))
    };
    assert_eq!(with(&format!("localhost:{port}")), 200);
    assert_eq!(with(&format!("[::1]:{port}")), 200);
    assert_eq!(with(&format!("evil.example:{port}")), 403);
    assert_eq!(with("localhost"), 403);
    assert_eq!(with(""), 403);
    let host = format!("Host: {address}\r\n");
    assert_eq!(status(&exchange(address, b"GET / HTTP/1.1\r\n\r\n")), 400);
    let twice = format!("GET / HTTP/1.1\r\n{host}{host}\r\n");
    assert_eq!(status(&exchange(address, twice.as_bytes())), 400);
}

#[test]
fn a_refused_host_reaches_nothing() {
    let (address, _events) = serve(small_site());
    for target in ["/", "/__guildhall/events", "/__guildhall/reload.js", "/%00"] {
        let request = format!("GET {target} HTTP/1.1\r\nHost: evil.example\r\n\r\n");
        assert_eq!(status(&exchange(address, request.as_bytes())), 403, "{target}");
    }
}

#[test]
fn another_site_cannot_listen() {
    let (address, _events) = serve(small_site());
    for origin in ["null", "http://evil.example", "https://localhost", "http://127.0.0.1:1"] {
        let response = ask(address, "GET", "/__guildhall/events", &[("Origin", origin)]);
        assert_eq!(status(&response), 403, "{origin}");
    }
}

#[test]
fn no_response_lets_another_site_read_it() {
    let (address, _events) = serve(small_site());
    for target in ["/", "/style.css", "/nowhere", "/%00"] {
        let response = ask(address, "GET", target, &[("Origin", "http://evil.example")]);
        assert!(!response.contains("Access-Control"), "{response}");
        assert_eq!(header(&response, "Cross-Origin-Resource-Policy"), Some("same-origin"));
        assert_eq!(header(&response, "X-Content-Type-Options"), Some("nosniff"));
    }
}

#[test]
fn no_target_climbs_out_of_the_site() {
    let (address, _events) = serve(small_site());
    let long = format!("/{}", "a".repeat(10_000));
    for target in [
        "/../../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%252e%252e/etc/passwd",
        "/..%5c..%5cetc/passwd",
        "/..\\..\\etc\\passwd",
        "/%c0%ae%c0%ae/etc/passwd",
        "//etc/passwd",
        "/./etc/passwd",
        "/.git/config",
        "/etc/passwd%00.html",
        "/%",
        "/%zz",
        "http://localhost/etc/passwd",
        "file:///etc/passwd",
        "//evil.example/%2f..",
        "*",
        &long,
    ] {
        let response = get(address, target);
        assert!(matches!(status(&response), 400 | 404), "{target}: {response}");
    }
}

#[test]
fn a_redirect_leads_to_this_server_alone() {
    let site = Memory::new(&[("/", "Home"), ("//evil.example/", "Trap"), ("/a\r\nX: y/", "Trap")]);
    let (address, _events) = serve(site);
    assert_eq!(status(&get(address, "//evil.example")), 400);
    assert_eq!(status(&get(address, "/a%0d%0aX:%20y")), 400);
}

#[test]
fn other_methods_are_not_allowed_and_their_bodies_are_not_kept() {
    let (address, _events) = serve(small_site());
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "get"] {
        let response = ask(address, method, "/", &[]);
        assert_eq!(status(&response), 405, "{method}");
        assert_eq!(header(&response, "Allow"), Some("GET, HEAD"));
    }
    let mut request =
        format!("POST / HTTP/1.1\r\nHost: {address}\r\nContent-Length: 500000\r\n\r\n")
            .into_bytes();
    request.resize(request.len() + 500_000, b'x');
    assert_eq!(status(&exchange(address, &request)), 405);
}

#[test]
fn what_is_not_http_is_refused() {
    let (address, _events) = serve(small_site());
    for request in [&b"\x16\x03\x01\x02\x00\r\n\r\n"[..], b"GET /\r\n\r\n", b"\r\n\r\n\r\n\r\n"] {
        assert_eq!(status(&exchange(address, request)), 400, "{request:?}");
    }
    assert_eq!(status(&get(address, "/")), 200);
}

#[test]
fn an_endless_header_is_cut_off() {
    let (address, _events) = serve(small_site());
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nX: ").unwrap();
    let piece = vec![b'a'; 1 << 20];
    let sent = (0..200).take_while(|_| stream.write_all(&piece).is_ok()).count();
    assert!(sent < 50, "{sent} MiB were taken");

    let long = "a".repeat(20_000);
    assert_eq!(status(&ask(address, "GET", "/", &[("X", &long)])), 431);
    let many = vec![("X", "y"); 200];
    assert_eq!(status(&ask(address, "GET", "/", &many)), 431);
    assert_eq!(status(&get(address, "/")), 200);
}

#[test]
fn half_a_request_is_given_up() {
    let (address, _events) = serve(small_site());
    let began = Instant::now();
    assert_eq!(status(&exchange(address, b"GET / HTTP/1.1\r\nHost")), 408);
    assert!(began.elapsed() < Duration::from_secs(9), "{:?}", began.elapsed());
}

/// Opens connections that send these bytes and then stay, and times how soon the next is answered.
fn time_of_next_answer(address: SocketAddr, count: usize, opening: &[u8]) -> Duration {
    let mut idle = Vec::new();
    for _ in 0..count {
        let mut stream = TcpStream::connect(address).unwrap();
        // Older ones may have been cut off meanwhile.
        let _ = stream.write_all(opening);
        idle.push(stream);
    }
    let began = Instant::now();
    assert_eq!(status(&get(address, "/")), 200);
    began.elapsed()
}

#[test]
fn idle_and_slow_connections_do_not_stop_the_next_one() {
    let (address, _events) = serve(small_site());
    let events = format!("GET /__guildhall/events HTTP/1.1\r\nHost: {address}\r\n\r\n");
    let post = format!("POST / HTTP/1.1\r\nHost: {address}\r\nContent-Length: 9\r\n\r\n");
    for (count, opening) in [
        (300, &b""[..]),
        (300, b"GET / HTTP/1.1\r\nHost"),
        (100, events.as_bytes()),
        (100, post.as_bytes()),
    ] {
        let time = time_of_next_answer(address, count, opening);
        assert!(time < Duration::from_secs(2), "{opening:?}: {time:?}");
    }
}

#[test]
fn clients_that_do_not_read_do_not_stop_the_next_one() {
    let large: &'static str = "x".repeat(4 << 20).leak();
    let (address, _events) = serve(Memory::new(&[("/", "Home"), ("/large.css", large)]));
    let opening = format!("GET /large.css HTTP/1.1\r\nHost: {address}\r\n\r\n");
    let time = time_of_next_answer(address, 80, opening.as_bytes());
    assert!(time < Duration::from_secs(2), "{time:?}");
}

#[test]
fn the_oldest_stream_makes_room_for_the_newest() {
    let (address, _events) = serve(small_site());
    let begin = |_| {
        let mut listener = Listener::connect(address);
        listener.next().unwrap();
        listener
    };
    let mut listeners: Vec<_> = (0..40).map(begin).collect();
    assert_eq!(listeners[0].next(), None);
    let last = listeners.last_mut().unwrap();
    last.lines.get_mut().set_read_timeout(Some(Duration::from_millis(100))).unwrap();
    let mut line = String::new();
    last.lines.read_line(&mut line).unwrap();
    let waits = last.lines.read_line(&mut line).unwrap_err().kind();
    assert!(matches!(waits, io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut), "{waits:?}");
}

#[test]
fn accepting_goes_on_after_the_descriptors_ran_out() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let preview = Preview {
        site: Arc::new(small_site()),
        streams: Arc::new(Streams::default()),
        own: Own::new(address),
    };
    let mut failures = 5;
    thread::spawn(move || {
        let accept = || {
            if failures > 0 {
                failures -= 1;
                // EMFILE on every Unix: too many open files.
                return Err(io::Error::from_raw_os_error(24));
            }
            listener.accept().map(|(stream, _)| stream)
        };
        Arc::new(Connections::default()).accept_all(accept, &Arc::new(preview));
    });
    assert_eq!(status(&get(address, "/")), 200);
}

/// A site whose home page fails.
struct Panicking;

impl Site for Panicking {
    fn answer(&self, path: &str) -> Option<Answer> {
        assert_ne!(path, "/", "this page always fails");
        Some(Answer { content_type: HTML.into(), body: "Whole".into() })
    }

    fn not_found(&self) -> Answer {
        Answer { content_type: HTML.into(), body: "".into() }
    }

    fn refresh(&self) -> bool {
        false
    }

    fn problems(&self) -> Arc<Report> {
        Arc::default()
    }

    fn folders(&self) -> Vec<PathBuf> {
        Vec::new()
    }
}

#[test]
fn a_page_that_fails_takes_nothing_else_along() {
    let (address, _events) = serve(Panicking);
    for _ in 0..100 {
        assert_eq!(get(address, "/"), "");
    }
    assert_eq!(status(&get(address, "/other/")), 200);
}
