//! What a browser gets.

use super::*;
use crate::serve::reload::MOST;
use std::time::Instant;

#[test]
fn a_page_comes_with_the_script_and_a_full_head() {
    let (address, _events) = serve(small_site());
    let response = get(address, "/?q=1");
    let shown = response
        .replace(&std::process::id().to_string(), "PID")
        .replace(&format!("Length: {}", body(&response).len()), "Length: LENGTH")
        .replace("\r\n", "\n");
    insta::assert_snapshot!(shown, @r#"
    HTTP/1.1 200 OK
    Content-Type: text/html; charset=utf-8
    Cache-Control: no-store
    X-Content-Type-Options: nosniff
    Cross-Origin-Resource-Policy: same-origin
    Connection: close
    Content-Length: LENGTH

    <html><body>Home<script src="/__guildhall/reload.js" data-version="PID-0" defer></script></body></html>
    "#);
}

#[test]
fn what_is_not_a_page_comes_as_it_is() {
    let (address, _events) = serve(small_site().broken("No name."));
    let response = get(address, "/style.css");
    assert_eq!(header(&response, "Content-Type"), Some("text/css; charset=utf-8"));
    assert_eq!(body(&response), "body {}");
}

#[test]
fn the_head_of_a_page_is_that_of_the_page_without_its_body() {
    let (address, _events) = serve(small_site());
    let (head, whole) = (ask(address, "HEAD", "/", &[]), get(address, "/"));
    assert_eq!(body(&head), "");
    assert_eq!(head, whole.strip_suffix(body(&whole)).unwrap());
    let events = ask(address, "HEAD", "/__guildhall/events", &[]);
    assert_eq!(header(&events, "Content-Type"), Some("text/event-stream"));
}

#[test]
fn an_address_without_its_last_slash_leads_to_the_page() {
    let (address, _events) = serve(small_site());
    let response = get(address, "/groups/caf%C3%A9?from=x");
    assert_eq!(status(&response), 308);
    assert_eq!(header(&response, "Location"), Some("/groups/caf%C3%A9/?from=x"));
    assert_eq!(status(&get(address, "/groups/caf%C3%A9/?from=x")), 200);
}

#[test]
fn an_unknown_address_gets_the_page_for_it() {
    let (address, _events) = serve(small_site());
    let response = get(address, "/nowhere");
    assert_eq!(status(&response), 404);
    assert!(body(&response).starts_with("<body>Nothing here.<script src="));
    assert_eq!(status(&get(address, "/__guildhall/other")), 404);
}

#[test]
fn problems_lie_over_the_last_good_page() {
    let (address, _events) = serve(small_site().broken("<b>No</b> name."));
    for target in ["/", "/nowhere"] {
        let response = get(address, target);
        let page = body(&response);
        assert!(page.contains("<code><bdi>content/groups/a.md</bdi>:1:1</code>"), "{page}");
        assert!(page.contains("<bdi>&lt;b&gt;No&lt;/b&gt; name.</bdi>"), "{page}");
        assert!(page.contains(r#"href="/__guildhall/preview.css""#), "{page}");
    }
    assert!(body(&get(address, "/")).starts_with("<html><body>Home<script src="));
}

#[test]
fn a_site_that_was_never_good_shows_its_problems_alone() {
    let (address, _events) = serve(Memory::default().broken("No title."));
    let response = get(address, "/groups/a");
    assert_eq!(status(&response), 503);
    assert!(
        header(&response, "Content-Security-Policy").unwrap().starts_with("default-src 'none'")
    );
    assert!(body(&response).contains("<h1>The site cannot be shown yet</h1>"));
    assert!(body(&response).contains("<bdi>No title.</bdi>"));
}

#[test]
fn the_previews_own_files_have_their_types() {
    let (address, _events) = serve(small_site());
    let script = get(address, "/__guildhall/reload.js");
    assert_eq!(header(&script, "Content-Type"), Some("text/javascript; charset=utf-8"));
    let style = get(address, "/__guildhall/preview.css");
    assert_eq!(header(&style, "Content-Type"), Some("text/css; charset=utf-8"));
}

#[test]
fn a_stream_begins_with_the_version_that_the_pages_carry() {
    let (address, _events) = serve(small_site());
    let version = Listener::connect(address).next().unwrap();
    let page = get(address, "/");
    assert!(page.contains(&format!(r#"data-version="{version}""#)), "{page}");
}

#[test]
fn a_browser_that_keeps_its_connection_has_the_whole_answer_at_once() {
    let (address, _events) = serve(small_site());
    let began = Instant::now();
    for _ in 0..20 {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: keep-alive\r\n\r\n")
            .unwrap();
        let mut response = String::new();
        while !response.ends_with("</html>") {
            let mut piece = [0; 1024];
            let count = stream.read(&mut piece).unwrap();
            response.push_str(std::str::from_utf8(&piece[..count]).unwrap());
        }
        assert_eq!(header(&response, "Connection"), Some("close"));
        assert_eq!(header(&response, "Content-Length"), Some(&*body(&response).len().to_string()));
    }
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
}

#[test]
fn open_pages_and_idle_connections_do_not_stop_the_next_page() {
    let (address, _events) = serve(small_site());
    let pages: Vec<_> = (0..8)
        .map(|_| {
            let mut listener = Listener::connect(address);
            listener.next().unwrap();
            let idle: Vec<_> = (0..6).map(|_| TcpStream::connect(address).unwrap()).collect();
            (listener, idle)
        })
        .collect();
    let began = Instant::now();
    assert_eq!(status(&get(address, "/")), 200);
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    drop(pages);
}

#[test]
fn a_page_that_finds_no_place_to_listen_is_told_so_and_gets_one_when_others_have_gone() {
    let (address, _events) = serve(small_site());
    let mut listeners: Vec<_> = (0..MOST).map(|_| Listener::connect(address)).collect();
    for listener in &mut listeners {
        listener.next().unwrap();
    }
    let listen = || exchange_head(address, "/__guildhall/events");
    assert!(listen().starts_with("HTTP/1.1 503 "));
    assert_eq!(status(&get(address, "/")), 200);
    drop(listeners);
    let began = Instant::now();
    while !listen().starts_with("HTTP/1.1 200 ") {
        assert!(began.elapsed() < Duration::from_secs(20));
        thread::sleep(Duration::from_millis(50));
    }
}

/// The first line of the answer.
fn exchange_head(address: SocketAddr, target: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {target} HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
    BufReader::new(stream).lines().next().unwrap().unwrap()
}

#[test]
fn a_taken_port_says_how_to_choose_another() {
    let holder = Server::bind(loopback(0)).unwrap();
    let error = Server::bind(loopback(holder.address().port())).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::AddrInUse);
    assert!(error.to_string().contains("choose another with --port"), "{error}");
}

#[test]
fn the_first_event_is_the_address() {
    let (address, events) = serve(small_site());
    let first = events.recv_timeout(Duration::from_secs(5)).unwrap();
    assert!(matches!(first, Event::Listening(listening) if listening == address), "{first:?}");
}
