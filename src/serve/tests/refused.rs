//! What is refused, and that the next request is still answered.

use super::*;

#[test]
fn a_host_that_is_not_its_own_is_refused() {
    let (address, _events) = serve(small_site());
    let port = address.port();
    let with = |headers: &str| {
        status(&exchange(address, format!("GET / HTTP/1.1\r\n{headers}{CLOSE}\r\n").as_bytes()))
    };
    let host = |host: &str| with(&format!("Host: {host}\r\n"));
    for own in [
        format!("localhost:{port}"),
        format!("[::1]:{port}"),
        "localhost".to_owned(),
        "localhost:9000".to_owned(),
        "preview.example".to_owned(),
        "Preview.Example:8443".to_owned(),
    ] {
        assert_eq!(host(&own), 200, "{own}");
    }
    for other in ["evil.example", &format!("evil.example:{port}"), "a.preview.example", ""] {
        assert_eq!(host(other), 403, "{other}");
    }
    assert_eq!(with(""), 400);
    assert_eq!(with(&format!("Host: {address}\r\nHost: {address}\r\n")), 400);
}

#[test]
fn a_refused_host_reaches_nothing() {
    let (address, _events) = serve(small_site());
    for target in ["/", "/__guildhall/events", "/__guildhall/reload.js", "/%00"] {
        let request = format!("GET {target} HTTP/1.1\r\nHost: evil.example\r\n{CLOSE}\r\n");
        assert_eq!(status(&exchange(address, request.as_bytes())), 403, "{target}");
    }
}

#[test]
fn another_site_cannot_listen() {
    let (address, _events) = serve(small_site());
    let listen =
        |origin: &str| status(&ask(address, "HEAD", "/__guildhall/events", &[("Origin", origin)]));
    for origin in
        ["null", "", "http://evil.example", "http://localhost", "http://127.0.0.1:1", "127.0.0.1"]
    {
        assert_eq!(listen(origin), 403, "{origin}");
    }
    let own = format!("http://{address}");
    assert_eq!(listen(&own), 200);
    let two = [("Origin", own.as_str()), ("Origin", "http://evil.example")];
    assert_eq!(status(&ask(address, "GET", "/__guildhall/events", &two)), 403);
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
        format!("POST / HTTP/1.1\r\nHost: {address}\r\n{CLOSE}Content-Length: 500000\r\n\r\n")
            .into_bytes();
    request.resize(request.len() + 500_000, b'x');
    assert_eq!(status(&exchange(address, &request)), 405);
}

#[test]
fn a_body_of_any_promised_length_takes_no_memory() {
    let (address, _events) = serve(small_site());
    for length in ["70000000000000", "18446744073709551615", "99999999999999999999999"] {
        let mut stream = TcpStream::connect(address).unwrap();
        let head =
            format!("POST / HTTP/1.1\r\nHost: {address}\r\nContent-Length: {length}\r\n\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        drop(stream);
        assert_eq!(status(&get(address, "/")), 200);
    }
    thread::sleep(Duration::from_millis(200));
    assert_eq!(status(&get(address, "/")), 200);
}

#[test]
fn what_is_not_http_does_not_stop_the_next_page() {
    let (address, _events) = serve(small_site());
    for request in [&b"\x16\x03\x01\x02\x00\r\n\r\n"[..], b"GET /\r\n\r\n", b"\r\n\r\n", b"\xff"] {
        TcpStream::connect(address).unwrap().write_all(request).unwrap();
        assert_eq!(status(&get(address, "/")), 200);
    }
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
        assert_eq!(status(&get(address, "/")), 500);
    }
    assert_eq!(status(&get(address, "/other/")), 200);
}
