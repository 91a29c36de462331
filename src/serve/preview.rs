//! Answers a request: checks what is asked, and finds it in the site.

use std::borrow::Cow;
use std::mem;
use std::sync::Arc;

use tiny_http::{Method, Request};

use super::address::Own;
use super::overlay;
use super::reload::{EVENT_STREAM, EVENTS, Place, Streams};
use super::response::Response;
use super::target::Target;
use super::{Answer, Body, Site};

/// Addresses below this one are the preview's own.
const RESERVED: &str = "/__guildhall/";
const SCRIPT: &str = include_str!("assets/reload.js");
const STYLE: &str = include_str!("assets/preview.css");
/// No browser promises a longer body. When a request ends, `tiny_http` reads the rest of its body, and allocates the
/// promised length for it, which could exhaust memory. So such a request is never ended.
const LONGEST_BODY: usize = 1 << 30;
/// What the preview's own page may do: nothing but be styled and reload.
const POLICY: &str =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'";

/// All that is needed to answer a request.
pub(super) struct Preview {
    pub(super) site: Arc<dyn Site>,
    pub(super) streams: Arc<Streams>,
    pub(super) own: Own,
}

/// What a request gets.
enum Reply {
    /// A response.
    Whole(Response),
    /// A stream that announces changes.
    Events(Place),
}

impl Preview {
    /// Answers one request. It takes as long as the client does.
    pub(super) fn answer(&self, request: Request) {
        let head_only = *request.method() == Method::Head;
        let reply = self.reply(&request);
        if request.body_length().is_some_and(|length| length > LONGEST_BODY) {
            return mem::forget(request);
        }
        let writer = request.into_writer();
        // A client that leaves before it has its response does not want it.
        let _ = match reply {
            Reply::Whole(response) => response.send(writer, head_only),
            Reply::Events(place) => place.tell(writer),
        };
    }

    fn reply(&self, request: &Request) -> Reply {
        let hosts = headers(request, "Host");
        let [host] = hosts.as_slice() else {
            return bad("A request must name one host.");
        };
        if !self.own.is_host(host) {
            return refuse(
                "The preview does not answer to this name. Open it by its address, or start it with --allow-host and \
                the name.",
            );
        }
        let head_only = match request.method() {
            Method::Get => false,
            Method::Head => true,
            _ => {
                let words = "The preview only shows pages.";
                let response = Response::text("405 Method Not Allowed", words);
                return Reply::Whole(response.header("Allow", "GET, HEAD"));
            }
        };
        let Some(target) = Target::parse(request.url()) else {
            return bad("No page can have this address.");
        };
        if target.path != EVENTS {
            return Reply::Whole(self.page(&target));
        }
        if !headers(request, "Origin").iter().all(|origin| is_same(origin, host)) {
            return refuse("Other sites may not connect to the preview.");
        }
        if head_only {
            return Reply::Whole(asset(EVENT_STREAM, ""));
        }
        match self.streams.enter() {
            Some(place) => Reply::Events(place),
            None => Reply::Whole(Response::text(
                "503 Service Unavailable",
                "Too many pages are connected to the preview. Close some of them.",
            )),
        }
    }

    fn page(&self, target: &Target) -> Response {
        if let Some(name) = target.path.strip_prefix(RESERVED) {
            return match name {
                "reload.js" => asset("text/javascript; charset=utf-8", SCRIPT),
                "preview.css" => asset("text/css; charset=utf-8", STYLE),
                _ => Response::text("404 Not Found", "The preview has no such address."),
            };
        }
        // Asked before the page is: a page that changes meanwhile then loads once more, not once less.
        let version = self.streams.version();
        if let Some(answer) = self.site.answer(&target.path) {
            return Response::new("200 OK", self.dress(answer, &version));
        }
        if !target.path.ends_with('/') && self.site.answer(&format!("{}/", target.path)).is_some() {
            let words = "The address must end with a slash.";
            return Response::text("308 Permanent Redirect", words)
                .header("Location", &target.with_slash());
        }
        if self.site.problems().errors() > 0 && self.site.answer("/").is_none() {
            let answer = self.dress(overlay::page_without_site(), &version);
            return Response::new("503 Service Unavailable", answer)
                .header("Content-Security-Policy", POLICY);
        }
        Response::new("404 Not Found", self.dress(self.site.not_found(), &version))
    }

    /// Adds to a page of the site what makes it reload, and the problems.
    fn dress(&self, answer: Answer, version: &str) -> Answer {
        match answer.body {
            Body::Bytes(page) if answer.content_type.starts_with("text/html") => {
                let addition = overlay::addition(version, &self.site.problems());
                Answer { body: overlay::insert(page, &addition).into(), ..answer }
            }
            body => Answer { body, ..answer },
        }
    }
}

fn bad(words: &str) -> Reply {
    Reply::Whole(Response::text("400 Bad Request", words))
}

fn refuse(words: &str) -> Reply {
    Reply::Whole(Response::text("403 Forbidden", words))
}

fn asset(content_type: &'static str, text: &str) -> Response {
    let content_type = Cow::Borrowed(content_type);
    Response::new("200 OK", Answer { content_type, body: text.into() })
}

/// The values of a header.
fn headers<'a>(request: &'a Request, name: &'static str) -> Vec<&'a str> {
    let wanted = request.headers().iter().filter(|header| header.field.equiv(name));
    wanted.map(|header| header.value.as_str()).collect()
}

/// Whether an `Origin` (RFC 6454) is the one of a page that was opened at this host. A proxy may add the
/// encryption.
fn is_same(origin: &str, host: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .filter_map(|scheme| origin.strip_prefix(scheme))
        .any(|authority| authority.eq_ignore_ascii_case(host))
}
